import { Button, Input, type PageContext, type PageView } from '../../../ui/index.js';
import type { Fault } from '../faults.js';
import { faultAt, Faulty, Form, query, signInText, type OnwardState } from './parts.js';

export type CodeState = OnwardState & { readonly faults: readonly Fault[] };

/** 用窗口发的登录码登录 */
export function officeCodePage(context: PageContext, state: CodeState): PageView {
  const t = signInText(context);
  return {
    title: t('codeTitle'),
    hasErrors: state.faults.length > 0,
    noIndex: true,
    back: { href: context.href(`/sign-in${query({ next: state.next })}`), text: t('useContact') },
    content: (
      <>
        <Faulty title={t('faults')} faults={state.faults} />
        <h1 class="govuk-heading-l">{t('codeTitle')}</h1>
        <p class="govuk-body">{t('codeWhere')}</p>
        <Form context={context} action="/sign-in/code" onward={state}>
          <Input name="code" label={t('codeLabel')} hint={t('codeHint')} inputmode="numeric" autocomplete="one-time-code" spellcheck={false} class="govuk-input--width-20" {...faultAt(state.faults, 'code')} />
          <Button>{t('signIn')}</Button>
        </Form>
      </>
    ),
  };
}

/** 输入动态码 */
export function secondFactorPage(context: PageContext, state: CodeState): PageView {
  const t = signInText(context);
  return {
    title: t('factorTitle'),
    hasErrors: state.faults.length > 0,
    noIndex: true,
    back: { href: context.href(`/sign-in${query({ next: state.next })}`), text: t('restart') },
    content: (
      <>
        <Faulty title={t('faults')} faults={state.faults} />
        <h1 class="govuk-heading-l">{t('factorTitle')}</h1>
        <Form context={context} action="/sign-in/second-factor" onward={state}>
          <Input name="code" label={t('factorLabel')} hint={t('factorHint')} autocomplete="one-time-code" autocapitalize="none" spellcheck={false} class="govuk-input--width-20" {...faultAt(state.faults, 'code')} />
          <Button>{t('go')}</Button>
        </Form>
        <p class="govuk-body">{t('factorLost')}</p>
      </>
    ),
  };
}

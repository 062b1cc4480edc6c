import { Button, Input, PasswordInput, type PageContext, type PageView } from '../../../ui/index.js';
import { SHORTEST } from '../../domain/password-rule.js';
import type { Fault } from '../faults.js';
import { faultAt, Faulty, Form, signInText } from './parts.js';

/** 忘记密码 */
export function forgottenPage(context: PageContext, state: { readonly contact: string; readonly faults: readonly Fault[] }): PageView {
  const t = signInText(context);
  return {
    title: t('forgottenTitle'),
    hasErrors: state.faults.length > 0,
    back: { href: context.href('/sign-in') },
    content: (
      <>
        <Faulty title={t('faults')} faults={state.faults} />
        <h1 class="govuk-heading-l">{t('forgottenTitle')}</h1>
        <p class="govuk-body">{t('forgottenText')}</p>
        <Form context={context} action="/sign-in/forgotten">
          <Input name="contact" label={t('contact')} value={state.contact} autocomplete="username" autocapitalize="none" spellcheck={false} class="govuk-input--width-20" {...faultAt(state.faults, 'contact')} />
          <Button>{t('forgottenSend')}</Button>
        </Form>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/sign-in/code')}>{t('officeCode')}</a></p>
      </>
    ),
  };
}

/** 链接已发送: the same words whether there is such an account or not. */
export function linkSentPage(context: PageContext, minutes: number): PageView {
  const t = signInText(context);
  return {
    title: t('forgottenSentTitle'),
    noIndex: true,
    back: { href: context.href('/sign-in') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('forgottenSentTitle')}</h1>
        <p class="govuk-body">{t('forgottenSent', { minutes })}</p>
        <p class="govuk-body">{t('forgottenNone')}</p>
      </>
    ),
  };
}

/** 设置新密码 */
export function resetPage(context: PageContext, state: { readonly token: string; readonly faults: readonly Fault[] }): PageView {
  const t = signInText(context);
  return {
    title: t('resetTitle'),
    hasErrors: state.faults.length > 0,
    noIndex: true,
    content: (
      <>
        <Faulty title={t('faults')} faults={state.faults} />
        <h1 class="govuk-heading-l">{t('resetTitle')}</h1>
        <Form context={context} action="/sign-in/reset">
          <input type="hidden" name="token" value={state.token} />
          <PasswordInput class="govuk-input--width-20" name="password" label={t('newPassword')} hint={t('newPasswordHint', { min: SHORTEST })} autocomplete="new-password" {...faultAt(state.faults, 'password')} />
          <Button>{t('resetGo')}</Button>
        </Form>
      </>
    ),
  };
}

export type InvitationState = { readonly code: string; readonly displayName: string; readonly contact: string; readonly faults: readonly Fault[] };

/** 接受邀请 */
export function invitationPage(context: PageContext, state: InvitationState): PageView {
  const t = signInText(context);
  return {
    title: t('invitationTitle'),
    hasErrors: state.faults.length > 0,
    noIndex: true,
    content: (
      <>
        <Faulty title={t('faults')} faults={state.faults} />
        <h1 class="govuk-heading-l">{t('invitationTitle')}</h1>
        <p class="govuk-body">{t('invitationText')}</p>
        <Form context={context} action="/invitation">
          <Input name="code" label={t('invitationCode')} value={state.code} autocomplete="off" autocapitalize="none" spellcheck={false} class="govuk-input--width-20" {...faultAt(state.faults, 'code')} />
          <Input name="displayName" label={t('invitationName')} value={state.displayName} autocomplete="name" class="govuk-input--width-20" {...faultAt(state.faults, 'displayName')} />
          <Input name="contact" label={t('contact')} hint={t('invitationContact')} value={state.contact} autocomplete="username" autocapitalize="none" spellcheck={false} class="govuk-input--width-20" {...faultAt(state.faults, 'contact')} />
          <PasswordInput class="govuk-input--width-20" name="password" label={t('newPassword')} hint={t('newPasswordHint', { min: SHORTEST })} autocomplete="new-password" {...faultAt(state.faults, 'password')} />
          <Button>{t('invitationGo')}</Button>
        </Form>
      </>
    ),
  };
}

import { say } from '../../../kernel/texts.js';
import { Button, Input, Mixed, NotificationBanner, PasswordInput, SummaryList, type PageContext, type PageView } from '../../../ui/index.js';
import { SHORTEST } from '../../domain/password-rule.js';
import { inGroups } from '../../domain/typed-codes.js';
import type { Fault } from '../faults.js';
import { accountTexts } from '../texts/account-texts.js';
import { instantText } from './instant.js';
import { faultAt, Faulty, Form, signInText } from './parts.js';

const accountText = (context: PageContext) => (key: keyof typeof accountTexts.zh, params = {}) => say(accountTexts, context.variant, key, params);
const back = (context: PageContext) => ({ href: context.href('/account'), text: say(accountTexts, context.variant, 'account') });
const toMember = (context: PageContext, accountId: string) => ({ href: context.href(`/members/${accountId}`), text: say(accountTexts, context.variant, 'toMember') });

/** 更换密码 */
export function changePasswordPage(context: PageContext, state: { readonly saved: boolean; readonly faults: readonly Fault[] }): PageView {
  const t = accountText(context);
  const s = signInText(context);
  return {
    title: t('changeTitle'), hasErrors: state.faults.length > 0, noIndex: true, back: back(context),
    content: (
      <>
        <Faulty title={t('faults')} faults={state.faults} />
        {state.saved && <NotificationBanner type="success" title={t('saved')}><p class="govuk-body">{t('savedText')}</p></NotificationBanner>}
        <h1 class="govuk-heading-l">{t('changeTitle')}</h1>
        <Form context={context} action="/account/password">
          <PasswordInput class="govuk-input--width-20" name="current" label={t('current')} autocomplete="current-password" {...faultAt(state.faults, 'current')} />
          <PasswordInput class="govuk-input--width-20" name="password" label={s('newPassword')} hint={s('newPasswordHint', { min: SHORTEST })} autocomplete="new-password" {...faultAt(state.faults, 'password')} />
          <Button>{t('save')}</Button>
        </Form>
      </>
    ),
  };
}

/** 验证器和恢复码 */
export function authenticatorPage(context: PageContext, state: { readonly codesLeft: number | null; readonly faults: readonly Fault[] }): PageView {
  const t = accountText(context);
  return {
    title: t('authenticatorTitle'), hasErrors: state.faults.length > 0, noIndex: true, back: back(context),
    content: (
      <>
        <Faulty title={t('faults')} faults={state.faults} />
        <h1 class="govuk-heading-l">{t('authenticatorTitle')}</h1>
        <p class="govuk-body">{state.codesLeft === null ? t('authenticatorOff') : t('authenticatorOn', { left: state.codesLeft })}</p>
        {state.codesLeft === null ? <Button href={context.href('/account/authenticator/set-up')}>{t('setUp')}</Button> : (
          <>
            <h2 class="govuk-heading-m">{t('renew')}</h2>
            <p class="govuk-body">{t('renewText')}</p>
            <Form context={context} action="/account/authenticator">
              <Input name="code" label={t('codeLabel')} autocomplete="one-time-code" spellcheck={false} class="govuk-input--width-20" {...faultAt(state.faults, 'code')} />
              <div class="zj-actions">
                <Button name="act" value="codes">{t('renewCodes')}</Button>
                <Button class="govuk-button--secondary" name="act" value="replace">{t('replace')}</Button>
              </div>
            </Form>
          </>
        )}
      </>
    ),
  };
}

/** 发放一次性登录码: at an office's counter. */
export function issueCodePage(context: PageContext, state: { readonly accountId: string; readonly name: string; readonly hours: number; readonly seesMember: boolean; readonly faults: readonly Fault[] }): PageView {
  const t = accountText(context);
  return {
    title: t('officeTitle'), hasErrors: state.faults.length > 0, noIndex: true, ...(state.seesMember ? { back: toMember(context, state.accountId) } : {}),
    content: (
      <>
        <Faulty title={t('notDone')} faults={state.faults} />
        <h1 class="govuk-heading-l">{t('officeTitle')}</h1>
        <SummaryList rows={[{ key: t('officeFor'), value: { content: <Mixed context={context}>{state.name}</Mixed> } }]} />
        <p class="govuk-body">{t('officeText', { hours: state.hours })}</p>
        <Form context={context} action={`/office-code/${state.accountId}`}><Button id="make">{t('officeGo')}</Button></Form>
      </>
    ),
  };
}

export function issuedCodePage(context: PageContext, { accountId, code, until, seesMember }: { readonly accountId: string; readonly code: string; readonly until: Date; readonly seesMember: boolean }): PageView {
  const t = accountText(context);
  return {
    title: t('officeDone'), noIndex: true, ...(seesMember ? { back: toMember(context, accountId) } : {}),
    content: (
      <>
        <h1 class="govuk-heading-l">{t('officeDone')}</h1>
        <p class="govuk-heading-l"><code class="zj-key">{inGroups(code)}</code></p>
        <p class="govuk-body">{t('officeDoneText', { until: instantText(until) })}</p>
      </>
    ),
  };
}

import { Button, Input, InsetText, NotificationBanner, PasswordInput, type PageContext, type PageView } from '../../../ui/index.js';
import type { Fault } from '../faults.js';
import { faultAt, Faulty, Form, query, signInText, type OnwardState } from './parts.js';

export type SignInState = OnwardState & {
  readonly contact: string;
  readonly faults: readonly Fault[];
  /** Name of the single sign-on; null where there is none. */
  readonly single: string | null;
  /** What has just happened. */
  readonly after: 'signed_out' | 'changed' | 'invited' | 'ended' | null;
};

/** 登录 */
export function signInPage(context: PageContext, state: SignInState): PageView {
  const t = signInText(context);
  const { next, faults, after } = state;
  return {
    title: after === 'ended' ? t('again') : t('title'),
    hasErrors: faults.length > 0,
    noIndex: true,
    content: (
      <>
        <Faulty title={t('faults')} faults={faults} />
        {after === 'signed_out' && <NotificationBanner type="success" title={t('signedOut')}><p class="govuk-body">{t('signedOutText')}</p></NotificationBanner>}
        {after === 'changed' && <NotificationBanner type="success" title={t('changed')}><p class="govuk-body">{t('changedText')}</p></NotificationBanner>}
        {after === 'invited' && <NotificationBanner type="success" title={t('invited')}><p class="govuk-body">{t('invitedText')}</p></NotificationBanner>}
        <h1 class="govuk-heading-l">{after === 'ended' ? t('again') : t('title')}</h1>
        {after === 'ended' && <InsetText>{t('againText')}</InsetText>}
        <Form context={context} action="/sign-in" onward={state}>
          <Input name="contact" label={t('contact')} value={state.contact} autocomplete="username" autocapitalize="none" spellcheck={false} class="govuk-input--width-20" {...faultAt(faults, 'contact')} />
          <PasswordInput class="govuk-input--width-20" name="password" label={t('password')} autocomplete="current-password" {...faultAt(faults, 'password')} />
          <Button>{t('signIn')}</Button>
        </Form>
        {state.kept === null ? (
          <>
            <h2 class="govuk-heading-m">{t('otherWays')}</h2>
            <ul class="govuk-list">
              <li><a class="govuk-link zj-alone" href={context.href('/sign-in/forgotten')}>{t('forgotten')}</a></li>
              <li><a class="govuk-link zj-alone" href={context.href(`/sign-in/code${query({ next })}`)}>{t('officeCode')}</a></li>
              {state.single !== null && <li><a class="govuk-link zj-alone" href={context.href(`/sign-in/oidc/start${query({ next })}`)}>{t('single', { name: state.single })}</a></li>}
            </ul>
            <h2 class="govuk-heading-m">{t('firstTime')}</h2>
            <ul class="govuk-list">
              <li><a class="govuk-link zj-alone" href={context.href('/invitation')}>{t('haveInvitation')}</a></li>
              <li><a class="govuk-link zj-alone" href={context.href('/register-employer')}>{t('registerEmployer')}</a></li>
            </ul>
          </>
        ) : (
          // A link would not take along what was typed.
          <>
            <h2 class="govuk-heading-m">{t('codeInstead')}</h2>
            <Form context={context} action="/sign-in/code" onward={state}>
              <Input name="code" label={t('codeLabel')} inputmode="numeric" autocomplete="one-time-code" spellcheck={false} class="govuk-input--width-20" />
              <Button class="govuk-button--secondary">{t('signInWithCode')}</Button>
            </Form>
          </>
        )}
        <p class="govuk-body">{t('noCaptcha')}</p>
      </>
    ),
  };
}

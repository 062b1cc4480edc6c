import { say } from '../../../kernel/texts.js';
import { Button, Input, NotificationBanner, PasswordInput, type PageContext, type PageView } from '../../../ui/index.js';
import type { Fault } from '../faults.js';
import { addressTexts } from '../texts/address-texts.js';
import { faultAt, Faulty, Form } from './parts.js';

const addressText = (context: PageContext) => (key: keyof typeof addressTexts.zh, params = {}) => say(addressTexts, context.variant, key, params);

export type AddressState = {
  readonly contact: string;
  /** How long the link that was sent holds; null where none was sent. */
  readonly sentMinutes: number | null;
  readonly faults: readonly Fault[];
};

/** 更换手机号或电子邮箱 */
export function addressPage(context: PageContext, { contact, sentMinutes, faults }: AddressState): PageView {
  const t = addressText(context);
  return {
    title: t('title'), hasErrors: faults.length > 0, noIndex: true, back: { href: context.href('/account'), text: t('back') },
    content: (
      <>
        <Faulty title={t('faults')} faults={faults} />
        {sentMinutes !== null && <NotificationBanner type="success" title={t('sent')}><p class="govuk-body">{t('sentText', { minutes: sentMinutes })}</p></NotificationBanner>}
        <h1 class="govuk-heading-l">{t('title')}</h1>
        <p class="govuk-body">{t('text')}</p>
        <Form context={context} action="/account/address">
          <Input name="contact" label={t('contact')} hint={t('contactHint')} value={contact} autocomplete="off" autocapitalize="none" spellcheck={false} class="govuk-input--width-20" {...faultAt(faults, 'contact')} />
          <PasswordInput class="govuk-input--width-20" name="current" label={t('current')} hint={t('currentHint')} autocomplete="current-password" {...faultAt(faults, 'current')} />
          <Button>{t('send')}</Button>
        </Form>
      </>
    ),
  };
}

/** 确认联系方式: what the link leads to. Looking at it confirms nothing. */
export function confirmAddressPage(context: PageContext, { token, address, faults }: { readonly token: string; readonly address: string | null; readonly faults: readonly Fault[] }): PageView {
  const t = addressText(context);
  return {
    title: t('confirmTitle'), hasErrors: faults.length > 0, noIndex: true,
    content: (
      <>
        <Faulty title={t('notDone')} faults={faults} />
        <h1 class="govuk-heading-l">{t('confirmTitle')}</h1>
        {address !== null && <p class="govuk-body">{t('confirmText', { address })}</p>}
        <Form context={context} action="/account/address/confirm">
          <input type="hidden" name="token" value={token} />
          <Button id="confirm">{t('confirm')}</Button>
        </Form>
      </>
    ),
  };
}

export function addressConfirmedPage(context: PageContext): PageView {
  const t = addressText(context);
  return {
    title: t('doneTitle'), noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('doneTitle')}</h1>
        <p class="govuk-body">{t('doneText')}</p>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/account')}>{t('toAccount')}</a></p>
      </>
    ),
  };
}

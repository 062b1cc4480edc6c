import { Button, Input, type PageContext, type PageView } from '../../../ui/index.js';
import type { Enrolment } from '../../app/enrol-authenticator.command.js';
import { inGroups } from '../../domain/typed-codes.js';
import type { Fault } from '../faults.js';
import { faultAt, Faulty, Form, signInText, type OnwardState } from './parts.js';
import { QrCode } from './qr-code.js';

/** Where it happens: as a step of the sign-in, which staff cannot do without, or of somebody's own accord. */
export type EnrolmentPlace = 'sign-in' | 'account';
export type EnrolmentState = OnwardState & { readonly enrolment: Enrolment; readonly at: EnrolmentPlace; readonly faults: readonly Fault[] };

const PLACES = {
  'sign-in': { action: '/sign-in/authenticator', why: 'enrolWhy', back: '/sign-in', backText: 'restart' },
  account: { action: '/account/authenticator/set-up', why: 'enrolOwn', back: '/account/authenticator', backText: 'back' },
} as const;

/** 设置验证器 */
export function enrolmentPage(context: PageContext, state: EnrolmentState): PageView {
  const t = signInText(context);
  const groups = inGroups(state.enrolment.secret);
  const place = PLACES[state.at];
  return {
    title: t('enrolTitle'),
    hasErrors: state.faults.length > 0,
    noIndex: true,
    back: { href: context.href(place.back), text: t(place.backText) },
    content: (
      <>
        <Faulty title={t('faults')} faults={state.faults} />
        <h1 class="govuk-heading-l">{t('enrolTitle')}</h1>
        <p class="govuk-body">{t(place.why)}</p>
        <h2 class="govuk-heading-m">{t('enrolFirst')}</h2>
        <p class="govuk-body">{t('enrolFirstText')}</p>
        <h2 class="govuk-heading-m">{t('enrolSecond')}</h2>
        <p class="govuk-body">{t('enrolSecondText')}</p>
        <p><QrCode text={state.enrolment.address} label={t('enrolPicture')} /></p>
        <h3 class="govuk-heading-s">{t('enrolKey')}</h3>
        <p class="govuk-body">{t('enrolKeyHint', { groups: groups.split(' ').length })}</p>
        <p class="govuk-body"><code class="zj-key">{groups}</code></p>
        <h2 class="govuk-heading-m">{t('enrolThird')}</h2>
        <Form context={context} action={place.action} onward={state}>
          <Input name="code" label={t('enrolCode')} inputmode="numeric" autocomplete="one-time-code" spellcheck={false} class="govuk-input--width-10" {...faultAt(state.faults, 'code')} />
          <Button>{t('go')}</Button>
        </Form>
      </>
    ),
  };
}

/** 请保存恢复码: shown this once. */
export function recoveryCodesPage(context: PageContext, codes: readonly string[], onward: { readonly href: string }): PageView {
  const t = signInText(context);
  return {
    title: t('codesTitle'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('codesTitle')}</h1>
        <p class="govuk-body">{t('codesText')}</p>
        <h2 class="govuk-heading-m">{t('codesList')}</h2>
        <ol class="govuk-list govuk-list--number zj-codes">{codes.map((code) => <li><code class="zj-key">{inGroups(code)}</code></li>)}</ol>
        <Button href={context.href(onward.href)}>{t('codesGo')}</Button>
      </>
    ),
  };
}

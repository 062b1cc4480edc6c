import { say } from '../../../kernel/texts.js';
import { Button, Checkboxes, DayInput, FormFaultSummary, formFaultAt, NotificationBanner, PostForm, Radios, SummaryList, type PageContext, type PageView } from '../../../ui/index.js';
import type { ConsentShown } from '../../app/consents.command.js';
import { dataKinds, recipients, type Purpose } from '../../domain/consent.js';
import type { ConsentForm } from '../forms.js';
import { dataKindTexts, purposeHints, purposeTexts, recipientTexts } from '../texts.js';
import { wordsOf, type FormPageState } from './parts.js';

/** 我的同意. @param asked purposes that need a consent today */
export function consentsPage(context: PageContext, consents: readonly ConsentShown[], asked: readonly Purpose[], { typed, faults, done }: FormPageState<ConsentForm>): PageView {
  const t = wordsOf(context);
  const { variant } = context;
  const purposeOf = (purpose: Purpose): string => say(purposeTexts, variant, purpose);
  const row = (key: string, value: string) => ({ key, value });
  const ofOne = ({ id, purpose, recipient, what, since, until, withdrawnOn, holds }: ConsentShown) => (
    <div>
      <h2 class="govuk-heading-s">{purposeOf(purpose)}</h2>
      <SummaryList
        rows={[
          row(t('state'), t(holds ? 'holds' : 'ended')), row(t('recipient'), say(recipientTexts, variant, recipient)),
          row(t('what'), what.map((kind) => say(dataKindTexts, variant, kind)).join(context.language === 'zh' ? '、' : ', ')),
          row(t('since'), since), row(t('until'), withdrawnOn ?? until ?? t('noEnd')),
        ]}
      />
      {holds && (
        <PostForm context={context} action="/my-data/consents/withdraw">
          <input type="hidden" name="id" value={id} />
          <Button class="govuk-button--secondary">{t('withdrawOf', { purpose: purposeOf(purpose) })}</Button>
        </PostForm>
      )}
    </div>
  );
  return {
    title: t('consentsTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/my-data') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done !== null && <NotificationBanner type="success" text={t(done === 'withdrawn' ? 'withdrawn' : 'given')} />}
        <h1 class="govuk-heading-l">{t('consentsTitle')}</h1>
        <p class="govuk-body">{t('consentsLead')}</p>
        {consents.length === 0 ? <p class="govuk-body">{t('noConsents')}</p> : consents.map(ofOne)}
        <h2 class="govuk-heading-m">{t('giveTitle')}</h2>
        <PostForm context={context} action="/my-data/consents">
          <Radios name="purpose" fieldset={{ legend: t('forWhat') }} value={typed.purpose ?? ''} {...formFaultAt(faults, 'purpose')}
            items={asked.map((one) => ({ value: one, content: purposeOf(one), hint: say(purposeHints, variant, one) }))} />
          <Radios name="recipient" fieldset={{ legend: t('recipient') }} value={typed.recipient ?? ''} {...formFaultAt(faults, 'recipient')}
            items={recipients.map((one) => ({ value: one, content: say(recipientTexts, variant, one) }))} />
          <Checkboxes name="what" idPrefix="what" fieldset={{ legend: t('what') }} hint={t('whatHint')} {...formFaultAt(faults, 'what')} values={dataKinds.filter((kind) => typed[`what_${kind}`] !== undefined)}
            items={dataKinds.map((kind) => ({ value: kind, name: `what_${kind}`, content: say(dataKindTexts, variant, kind) }))} />
          <DayInput context={context} name="until" field="until" legend={t('untilLabel')} hint={t('untilHint')} typed={typed} faults={faults} />
          <Button>{t('give')}</Button>
        </PostForm>
      </>
    ),
  };
}

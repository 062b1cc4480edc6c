import type { VNode } from 'preact';
import { decimalUnits, formatTrimmed, INPUT_SCALE } from '../../../../kernel/exact.js';
import { say } from '../../../../kernel/texts.js';
import { Button, DayInput, formFaultAt, Input, langOfTyped, Mixed, PostForm, Radios, Select } from '../../../../ui/index.js';
import { isBeforeSending } from '../../app/awards.js';
import { isCreditCase } from '../../app/credit-records.command.js';
import { orderWithdrawalReasons } from '../../app/finance-orders.command.js';
import type { AssessmentDetail } from '../../app/read-assessments.query.js';
import { isBehind } from '../../domain/assessment-states.js';
import { awardChoiceTexts, creditStateTexts, recordKindTexts, withdrawalTexts } from '../texts.js';
import type { AssessmentPageState } from './assessment-state.js';
import { day, grouped, type Kit } from './kit.js';

type Props = { readonly kit: Kit; readonly detail: AssessmentDetail };

/** Arrears, order and late fee, each with where it comes from. */
export function ArrearsSection({ kit: { t }, detail: { side, outstanding, lateFee } }: Props): VNode {
  const { arrears, order, deferredUntil } = side;
  const isBehindNow = arrears !== null && arrears.amount > 0n;
  // The authority's word on arrears is of its day; what has been paid since is taken off.
  const words = outstanding === 0n ? 'arrearsCleared' : arrears !== null && outstanding < arrears.amount ? 'arrearsLeft' : 'arrearsFrom';
  return (
    <>
      <h2 class="govuk-heading-m">{t('arrearsTitle')}</h2>
      <p class="govuk-body">{isBehindNow ? t(words, { since: arrears.since, sum: grouped(arrears.amount), left: grouped(outstanding) }) : t('noArrears')}</p>
      {deferredUntil !== null && <p class="govuk-body">{t('deferred', { until: deferredUntil })}</p>}
      {(isBehindNow || order !== null) && <p class="govuk-body">{order === null ? t('noOrder') : t('orderUntil', { until: order.expiresOn, sum: grouped(order.amount) })}</p>}
      {lateFee !== null && (
        <p class="govuk-body">
          {lateFee.fee === 0n ? t('feeNotYet') : t('feeRuns', {
            from: lateFee.from, until: lateFee.until, days: lateFee.days, rate: `${formatTrimmed(decimalUnits(lateFee.daily.value ?? '0', INPUT_SCALE), INPUT_SCALE - 3)}‰`, ceiling: lateFee.ceiling.value ?? '', fee: grouped(lateFee.fee), paid: grouped(lateFee.paid),
          })}
        </p>
      )}
    </>
  );
}

/** For the finance officer: what the department has sent, and taking back what was entered wrongly. */
export function OrderForm({ kit, detail: { assessment, records }, state: { typed, faults } }: Props & { readonly state: AssessmentPageState }): VNode | null {
  const { context, t } = kit;
  const entered = records.filter(({ isEntered, withdrawnAt, kind }) => isEntered && withdrawnAt === null && (kind === 'warning' || kind === 'order'));
  if (!isBehind(assessment.state) && entered.length === 0) return null;
  const path = `/assessments/${assessment.id}/orders`;
  const term = (
    <>
      <DayInput context={context} field="expiresOn" name="last" legend={t('expiresOn')} typed={typed} faults={faults} />
      <Input name="amount" label={t('amount')} value={typed.amount ?? ''} inputmode="decimal" autocomplete="off" class="govuk-input--width-10" {...formFaultAt(faults, 'amount')} />
    </>
  );
  return (
    <div class="zj-noprint">
      <h2 class="govuk-heading-m">{t('orderTitle')}</h2>
      {isBehind(assessment.state) && (
        <PostForm context={context} action={path}>
          <Radios name="kind" fieldset={{ legend: t('orderKind') }} value={typed.kind ?? ''} {...formFaultAt(faults, 'kind')} items={[
            { value: 'warning', content: say(recordKindTexts, context.variant, 'warning') }, { value: 'order', content: say(recordKindTexts, context.variant, 'order'), conditional: term },
          ]} />
          <Input name="document" label={t('document')} value={typed.document ?? ''} autocomplete="off" {...formFaultAt(faults, 'document')} {...langOfTyped(context, typed.document ?? '')} />
          <DayInput context={context} field="issuedOn" name="first" legend={t('issuedOn')} typed={typed} faults={faults} />
          <Button name="enter">{t('enter')}</Button>
        </PostForm>
      )}
      {entered.length > 0 && <h3 class="govuk-heading-s">{t('withdrawTitle')}</h3>}
      {entered.map((record) => (
        <PostForm context={context} action={`${path}/${record.id}/withdraw`}>
          <Select id={`reason-${record.id}`} name="reason" label={{ content: <Mixed context={context}>{t('withdrawReason', { document: record.document ?? '' })}</Mixed> }} startsOpen items={orderWithdrawalReasons.map((reason) => ({ value: reason, text: say(withdrawalTexts, context.variant, reason) }))} {...formFaultAt(faults, `reason-${record.id}`)} />
          <Button class="govuk-button--secondary"><Mixed context={context}>{t('withdrawOrder', { document: record.document ?? '' })}</Mixed></Button>
        </PostForm>
      ))}
    </div>
  );
}

/** What the data lets us say of an award; what it lacks is said too. */
export function AwardSection({ kit: { context, t }, detail: { assessment, award }, state: { may, typed, faults } }: Props & { readonly state: AssessmentPageState }): VNode {
  const { trial, law, isBeforeTax } = award;
  const words = (): string => {
    if (trial.kind === 'none') return t('awardNone');
    if (trial.kind === 'award') return t('awardTrial', { persons: trial.persons, sum: grouped(trial.amount) });
    return t(trial.missing === 'law' ? 'awardUnknownLaw' : trial.missing === 'minimum_wage' ? 'awardUnknownWage' : 'awardUnknownRequired');
  };
  const mayChoose = may.award && assessment.awardChoice === null && trial.kind !== 'none' && assessment.state !== 'superseded' && (!isBeforeTax || isBeforeSending(assessment));
  return (
    <>
      <h2 class="govuk-heading-m">{t('awardTitle')}</h2>
      <p class="govuk-body">{words()}</p>
      {law?.note != null && trial.kind === 'unknown' && <p class="govuk-body"><Mixed context={context}>{law.note}</Mixed></p>}
      {isBeforeTax && trial.kind !== 'none' && <p class="govuk-body">{t('awardBefore')}</p>}
      {assessment.awardChoice !== null && assessment.awardChosenAt !== null && (
        <p class="govuk-body">{t('awardChosen', { choice: say(awardChoiceTexts, context.variant, assessment.awardChoice), day: day(assessment.awardChosenAt) })}</p>
      )}
      {mayChoose && (
        <PostForm context={context} action={`/assessments/${assessment.id}/award`}>
          <Radios name="choice" fieldset={{ legend: t('awardAsk') }} value={typed.choice ?? ''} items={[{ value: 'claimed', content: t('claim') }, { value: 'waived', content: t('waive') }]} {...formFaultAt(faults, 'choice')} />
          <Button class="govuk-button--secondary" name="choose">{t('choose')}</Button>
        </PostForm>
      )}
    </>
  );
}

export function CreditSection({ kit: { context, t }, detail: { assessment, side, credits }, state: { may, today, typed, faults } }: Props & { readonly state: AssessmentPageState }): VNode | null {
  const isLive = credits.some(({ state }) => state === 'noticed' || state === 'recorded');
  const mayNotice = may.credit && !isLive && isCreditCase(assessment, side, today);
  if (credits.length === 0 && !mayNotice) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{t('creditTitle')}</h2>
      {credits.length > 0 && (
        <ul class="govuk-list">
          {credits.map((one) => <li><a class="govuk-link zj-alone" href={context.href(`/credit-records/${one.id}`)}>{t('itemOf', { kind: t('creditTitle'), day: day(one.removedAt ?? one.recordedAt ?? one.noticedAt), state: say(creditStateTexts, context.variant, one.state) })}</a></li>)}
        </ul>
      )}
      {mayNotice && (
        <>
          <h3 class="govuk-heading-s">{t('creditNoticeTitle')}</h3>
          <p class="govuk-body">{t('creditGround')}</p>
          <PostForm context={context} action={`/assessments/${assessment.id}/credit-notices`}>
            <DayInput context={context} field="respondBy" name="last" legend={t('respondBy')} hint={t('respondHint')} typed={typed} faults={faults} />
            <Button class="govuk-button--secondary" name="notice">{t('giveNotice')}</Button>
          </PostForm>
        </>
      )}
    </>
  );
}

import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { FormFaultSummary, InsetText, Mixed, NotificationBanner, Table, TableRegion, titleOf, type PageView } from '../../../../ui/index.js';
import type { AssessmentDetail } from '../../app/read-assessments.query.js';
import { undoOf } from '../../domain/assessment-states.js';
import type { Difference } from '../../domain/differences.js';
import { isNothingOwed } from '../../domain/sides.js';
import { assessmentActTexts, assessmentNextTexts, assessmentStateTexts, differenceTexts, partyTexts, recordKindTexts, reliefKindTexts, reliefStateTexts, undoTexts } from '../texts.js';
import { ArrearsSection, AwardSection, CreditSection, OrderForm } from './assessment-sections.js';
import type { AssessmentPageState } from './assessment-state.js';
import { day, grouped, minute, type Kit } from './kit.js';
import { Facts } from './parts.js';

/** One assessment: both sides beside each other, what follows from them, what can be done. */
export function assessmentPage(kit: Kit, detail: AssessmentDetail, state: AssessmentPageState): PageView {
  const { context, t } = kit;
  const { assessment } = detail;
  const title = t('detailTitle', { year: assessment.baseYear });
  return {
    title: titleOf(context, `${title} ${assessment.employerName}`, title),
    noIndex: true,
    hasErrors: state.faults.length > 0,
    back: { href: context.href('/assessments') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={state.faults} />
        {state.done && <NotificationBanner type="success" text={t('done')} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <Facts kit={kit} rows={[
          [t('employer'), assessment.employerName], [t('uscc'), assessment.uscc], [t('place'), kit.place(assessment.regionCode)], [t('state'), say(assessmentStateTexts, context.variant, assessment.state)],
          [t('since'), day(assessment.stateSince)], [t('arranged'), t('persons', { count: assessment.arranged })],
        ]} />
        <p class="govuk-body">{say(assessmentNextTexts, context.variant, assessment.state)}</p>
        {assessment.state === 'superseded' && (
          <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/assessments?${new URLSearchParams({ year: String(assessment.baseYear), uscc: assessment.uscc }).toString()}`)}>{t('openAfter')}</a></p>
        )}
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/determinations/${assessment.determinationId}`)}>{t('determination')} <Mixed context={context}>{assessment.number}</Mixed></a></p>
        <BothSides kit={kit} detail={detail} />
        <Correction kit={kit} detail={detail} />
        <ArrearsSection kit={kit} detail={detail} />
        {state.may.order && <OrderForm kit={kit} detail={detail} state={state} />}
        <AwardSection kit={kit} detail={detail} state={state} />
        {state.may.readRelief && <Reliefs kit={kit} detail={detail} mayApply={state.may.apply} />}
        {state.may.readCredit && <CreditSection kit={kit} detail={detail} state={state} />}
        <Records kit={kit} detail={detail} />
        <Steps kit={kit} detail={detail} />
      </>
    ),
  };
}

function BothSides({ kit, detail: { assessment: { trial }, side, outstanding, overpaid, differences } }: { readonly kit: Kit; readonly detail: AssessmentDetail }): VNode {
  const { context, t, yuan } = kit;
  const { declaration } = side;
  const row = (label: string, ours: string, theirs: string) => [label, ours, theirs].map((content) => ({ content }));
  const people = (count: string | null | undefined): string => (count == null ? t('none0') : t('persons', { count }));
  return (
    <>
      <h2 class="govuk-heading-m">{t('bothTitle')}</h2>
      <p class="govuk-body">{t('trialNote')}</p>
      {trial === null && <p class="govuk-body">{t('noTrial')}</p>}
      {declaration === null && <p class="govuk-body">{t('notDeclared')}</p>}
      <TableRegion label={t('bothTitle')}>
        <Table caption={t('bothTitle')} captionClass="govuk-visually-hidden" head={[t('item'), t('ours'), t('theirs')]} firstCellIsHeader rows={[
          row(t('staff'), people(trial?.staff), people(declaration?.staff)), row(t('due'), yuan(trial?.due ?? null), yuan(declaration?.due ?? null)), row(t('relief'), yuan(trial?.relief ?? null), yuan(declaration?.relief ?? null)),
          row(t('payable'), yuan(trial?.payable ?? null), yuan(declaration?.payable ?? null)), row(t('reliefGranted'), t('none0'), yuan(side.reliefGranted)), row(t('paid'), t('none0'), yuan(side.paid)),
          row(t('paidOn'), t('none0'), side.paidOn ?? t('none0')), row(t('refunded'), t('none0'), yuan(side.refunded)), row(t('outstanding'), t('none0'), yuan(outstanding)), row(t('overpaid'), t('none0'), yuan(overpaid)),
        ]} />
      </TableRegion>
      <h3 class="govuk-heading-s">{t('differencesTitle')}</h3>
      {differences.length === 0 ? <p class="govuk-body">{t('noDifference')}</p> : (
        <ul class="govuk-list govuk-list--bullet">{differences.map((difference) => <li><Mixed context={context}>{differenceWords(kit, difference)}</Mixed></li>)}</ul>
      )}
    </>
  );
}

/** `应缴不同：我方试算 20,000.00 元，税务机关 18,000.00 元` */
export function differenceWords({ context, t, yuan }: Kit, { kind, ours, theirs }: Difference): string {
  const told = (value: Difference['ours']): string => (value === null ? t('none0') : typeof value === 'bigint' ? yuan(value) : t('persons', { count: value }));
  const [colon, comma] = context.language === 'zh' ? ['：', '，'] : [': ', ', '];
  const sides = [...(ours === null ? [] : [`${t(kind === 'unpaid' ? 'outstanding' : kind === 'overpaid' ? 'overpaid' : 'ours')} ${told(ours)}`]), ...(theirs === null ? [] : [`${t(kind === 'unpaid' ? 'paid' : kind === 'overpaid' ? 'refunded' : 'theirs')} ${told(theirs)}`])];
  return [say(differenceTexts, context.variant, kind), sides.join(comma)].filter((part) => part !== '').join(colon);
}

function Correction({ kit: { context, t }, detail: { before } }: { readonly kit: Kit; readonly detail: AssessmentDetail }): VNode | null {
  if (before === null) return null;
  const { change } = before;
  const words = change === null ? t('correctionUnknown') : change === 0n ? t('correctionSame') : t(change > 0n ? 'correctionMore' : 'correctionLess', { sum: grouped((change > 0n ? change : -change) as typeof change) });
  return (
    <>
      <h2 class="govuk-heading-m">{t('correctionTitle')}</h2>
      <InsetText>{words}</InsetText>
      <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/assessments/${before.id}`)}><Mixed context={context}>{t('openBefore', { number: before.number })}</Mixed></a></p>
    </>
  );
}

function Reliefs({ kit: { context, t }, detail: { assessment, side, reliefs }, mayApply }: { readonly kit: Kit; readonly detail: AssessmentDetail; readonly mayApply: boolean }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">{t('reliefTitle')}</h2>
      {reliefs.length === 0 ? <p class="govuk-body">{t('reliefNone')}</p> : (
        <ul class="govuk-list">
          {reliefs.map((one) => <li><a class="govuk-link zj-alone" href={context.href(`/relief-requests/${one.id}`)}>{t('itemOf', { kind: say(reliefKindTexts, context.variant, one.kind), day: day(one.madeAt), state: say(reliefStateTexts, context.variant, one.state) })}</a></li>)}
        </ul>
      )}
      {mayApply && assessment.state !== 'superseded' && (isNothingOwed(side, assessment.trial?.payable ?? null) ? <p class="govuk-body">{t('applyNone')}</p> : (
        <p class="govuk-body zj-noprint"><a class="govuk-link zj-alone" href={context.href(`/assessments/${assessment.id}/relief`)}>{t('applyLink')}</a></p>
      ))}
    </>
  );
}

function Records({ kit, detail: { records } }: { readonly kit: Kit; readonly detail: AssessmentDetail }): VNode {
  const { context, t, yuan } = kit;
  return (
    <>
      <h2 class="govuk-heading-m">{t('recordsTitle')}</h2>
      {records.length === 0 ? <p class="govuk-body">{t('recordsNone')}</p> : (
        <TableRegion label={t('recordsTitle')}>
          <Table caption={t('recordsTitle')} captionClass="govuk-visually-hidden" head={[t('kind'), t('on'), t('until'), t('amount'), t('document'), t('from'), t('state')]} firstCellIsHeader
            rows={records.map((record) => [
              say(recordKindTexts, context.variant, record.kind), record.on, record.until ?? t('none0'), yuan(record.amount ?? record.payable), record.document ?? t('none0'),
              record.isEntered ? t('entered') : say(partyTexts, context.variant, record.party), t(record.withdrawnAt !== null ? 'withdrawn' : record.isReplaced ? 'replaced' : 'valid'),
            ].map((content) => ({ content: <Mixed context={context}>{content}</Mixed> })))} />
        </TableRegion>
      )}
    </>
  );
}

function Steps({ kit: { context, t }, detail: { steps } }: { readonly kit: Kit; readonly detail: AssessmentDetail }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">{t('stepsTitle')}</h2>
      <TableRegion label={t('stepsTitle')}>
        <Table caption={t('stepsTitle')} captionClass="govuk-visually-hidden" head={[t('act'), t('at'), t('state'), t('undo')]} firstCellIsHeader
          rows={steps.map((step) => [
            say(assessmentActTexts, context.variant, step.act), minute(step.at), say(assessmentStateTexts, context.variant, step.toState),
            say(undoTexts, context.variant, step.act === 'open' ? 'correction' : undoOf[step.act]),
          ].map((content) => ({ content })))} />
      </TableRegion>
    </>
  );
}

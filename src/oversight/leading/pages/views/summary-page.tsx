import type { VNode } from 'preact';
import { decimalUnits, divideHalfUp, formatFixed, formatTrimmed, INPUT_SCALE } from '../../../../kernel/exact.js';
import { daysBetween, type LocalDate } from '../../../../kernel/local-date.js';
import { say } from '../../../../kernel/texts.js';
import { FilterForm, formFaultAt, FormFaultSummary, Input, Mixed, NotificationBanner, PlaceInput, SummaryList, Table, TableRegion, type PageView } from '../../../../ui/index.js';
import type { LeadingSummary } from '../../app/read-leading.query.js';
import { verdicts } from '../../domain/lead.js';
import type { LeadingForm } from '../forms.js';
import { poolVerdictTexts, verdictTexts } from '../texts.js';
import type { FormState, Kit } from './kit.js';

export type SummaryState = FormState<LeadingForm> & { readonly today: LocalDate; readonly mayKeep: boolean };

/** 带头安置 of a region and year. @param summary null before they are given */
export function summaryPage(kit: Kit, summary: LeadingSummary | null, { typed, faults, today, mayKeep }: SummaryState): PageView {
  const { context, t } = kit;
  return {
    title: t('title'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {typed.done === 'yes' && faults.length === 0 && <NotificationBanner type="success" text={t('done')} />}
        <h1 class="govuk-heading-l">{t('title')}</h1>
        <p class="govuk-body">{t('lead')}</p>
        <FilterForm action={context.href('/leading')} show={t('show')}>
          <QuestionBoxes kit={kit} typed={typed} faults={faults} />
        </FilterForm>
        {summary !== null && (
          <>
            <Law kit={kit} summary={summary} today={today} />
            <Counts kit={kit} summary={summary} typed={typed} />
            <Pools kit={kit} summary={summary} />
            <Officials kit={kit} summary={summary} typed={typed} mayKeep={mayKeep} />
          </>
        )}
      </>
    ),
  };
}

export function QuestionBoxes({ kit: { context, t }, typed, faults }: { readonly kit: Kit } & FormState<LeadingForm>): VNode {
  return (
    <>
      <PlaceInput context={context} name="region" value={typed.region} faults={faults} />
      <Input name="year" label={t('year')} value={typed.year ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faults, 'year')} />
    </>
  );
}

function Law({ kit: { context, t }, summary: { law }, today }: { readonly kit: Kit; readonly summary: LeadingSummary; readonly today: LocalDate }): VNode {
  const percent = (share: string | null): string => (share === null ? t('unknownLaw') : `${formatTrimmed(decimalUnits(share, INPUT_SCALE) * 100n, INPUT_SCALE)}%`);
  const people = (count: number | null): string => (count === null ? t('unknownLaw') : t('people', { count }));
  const { deadline } = law;
  const left = deadline === null ? t('unknownLaw') : t('deadlineIs', { day: deadline, left: deadline >= today ? t('leftDays', { days: daysBetween(today, deadline) }) : t('passed') });
  const rows: readonly (readonly [string, string])[] = [
    [t('ratio'), percent(law.ratio)], [t('organLine'), people(law.organLine)], [t('institutionLine'), people(law.institutionLine)], [t('minimum'), people(law.minimum)], [t('deadline'), left], [t('officialsShare'), percent(law.officials)],
  ];
  const titles = [...new Set(law.rules.map(({ reference, confirmed }) => `${reference.title}${reference.article === null ? '' : ` ${reference.article}`}${confirmed ? '' : t('unconfirmed')}`))];
  return (
    <>
      <h2 class="govuk-heading-m">{t('lawTitle')}</h2>
      <SummaryList rows={rows.map(([key, value]) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } }))} />
      <ul class="govuk-list govuk-list--bullet">{titles.map((title) => <li key={title}><Mixed context={context}>{title}</Mixed></li>)}</ul>
    </>
  );
}

function Counts({ kit: { context, t }, summary: { counts, planned }, typed }: { readonly kit: Kit; readonly summary: LeadingSummary; readonly typed: LeadingForm }): VNode {
  const to = (verdict: string): string => context.href(`/leading/bodies?${new URLSearchParams({ region: typed.region ?? '', year: typed.year ?? '', verdict }).toString()}`);
  return (
    <>
      <h2 class="govuk-heading-m">{t('countsTitle')}</h2>
      <TableRegion label={t('countsTitle')}>
        <Table caption={t('countsTitle')} captionClass="govuk-visually-hidden" head={[t('verdict'), t('count')]} firstCellIsHeader
          rows={verdicts.map((verdict) => [{ content: <a class="govuk-link zj-alone" href={to(verdict)}>{say(verdictTexts, context.variant, verdict)}</a> }, { content: String(counts[verdict]) }])} />
      </TableRegion>
      <p class="govuk-body">{t('planned', { count: planned })}</p>
      <p class="govuk-body"><a class="govuk-link zj-alone" href={to('')}>{t('listLink')}</a></p>
    </>
  );
}

const asNumber = (content: string) => ({ content, format: 'numeric' });

function Pools({ kit: { context, t, place }, summary: { pools } }: { readonly kit: Kit; readonly summary: LeadingSummary }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">{t('poolsTitle')}</h2>
      {pools.length === 0 ? <p class="govuk-body">{t('poolsNone')}</p> : (
        <TableRegion label={t('poolsTitle')}>
          <Table caption={t('poolsTitle')} captionClass="govuk-visually-hidden" head={[t('place'), t('verdict'), ...[t('required'), t('placed'), t('bodies'), t('establishment'), t('missingEstablishment'), t('missingPlaced')].map(asNumber)]} firstCellIsHeader
            rows={pools.map((pool) => [
              { content: <Mixed context={context}>{place(pool.regionCode)}</Mixed> }, say(poolVerdictTexts, context.variant, pool.verdict),
              ...[pool.required ?? t('dash'), pool.placed, String(pool.bodies), String(pool.establishment), String(pool.withoutEstablishment), String(pool.withoutPlaced)].map(asNumber),
            ])} />
        </TableRegion>
      )}
    </>
  );
}

function Officials({ kit: { context, t, place }, summary: { officials }, typed, mayKeep }: { readonly kit: Kit; readonly summary: LeadingSummary; readonly typed: LeadingForm; readonly mayKeep: boolean }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">{t('officialsTitle')}</h2>
      {officials.length === 0 ? <p class="govuk-body">{t('officialsNone')}</p> : (
        <TableRegion label={t('officialsTitle')}>
          <Table caption={t('officialsTitle')} captionClass="govuk-visually-hidden" head={[t('place'), t('officials'), t('disabled'), t('share'), t('verdict')]} firstCellIsHeader
            rows={officials.map((row) => [
              <Mixed context={context}>{place(row.regionCode)}</Mixed>, String(row.officials), String(row.disabled), `${formatFixed(divideHalfUp(BigInt(row.disabled) * 1000n, BigInt(row.officials)), 1)}%`, row.isEnough === null ? t('unknown') : t(row.isEnough ? 'enough' : 'notEnough'),
            ].map((content) => ({ content })))} />
        </TableRegion>
      )}
      {mayKeep && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/leading/officials?${new URLSearchParams({ region: typed.region ?? '', year: typed.year ?? '' }).toString()}`)}>{t('officialsLink')}</a></p>}
    </>
  );
}

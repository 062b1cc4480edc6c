import type { ComponentChildren, VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, ErrorMessage, ErrorSummary, InsetText, Mixed, SummaryList, type PageContext, type PageView, type SummaryRow } from '../../../../ui/index.js';
import type { LevyOutcome } from '../../domain/result.js';
import { percent } from '../../texts.js';
import type { LevyDraft } from '../draft/draft.js';
import { isAnswered, missingSteps, stepPath, type StepKey } from '../draft/tasks.js';
import { faultAt, faultsAt, type FormFault, type Place } from '../forms/faults.js';
import { regionName } from '../steps/region-step.js';
import type { Law } from '../steps/step.js';
import { startTexts, type StartText } from '../texts/start-texts.js';
import { ExampleNote } from './example.js';
import { certificateText, monthsText } from './people-page.js';
import { grouped, groupedYuan } from './numbers.js';
import { FaultWords, saysOf } from './question-frame.js';

/** Where each place of the case is answered. */
const PLACES: readonly (Place & { readonly step: StepKey })[] = [
  { step: 'region', field: 'row-region', pointer: '/region', label: 'region' },
  { step: 'year', field: 'row-year', pointer: '/baseYear', label: 'baseYear' },
  { step: 'year', field: 'row-year', pointer: '/filingDate', label: 'filingDate' },
  { step: 'kind', field: 'row-kind', pointer: '/employerKind', label: 'employerKind' },
  { step: 'registered', field: 'row-registered', pointer: '/registeredOn', label: 'registeredOn' },
  { step: 'staff', field: 'row-staff', pointer: '/headcount', label: 'staffAverage' },
  { step: 'seasonal', field: 'row-seasonal', pointer: '/seasonal', label: 'seasonalCount' },
  { step: 'wages', field: 'row-wages', pointer: '/totalWages', label: 'totalWages' },
  { step: 'wages', field: 'row-wages', pointer: '/averageWage', label: 'averageWage' },
  { step: 'disabled', field: 'row-disabled', pointer: '/arranged', label: 'disabled' },
  { step: 'disabled', field: 'row-disabled', pointer: '/arrangedCount', label: 'arrangedCount' },
  { step: 'disabled', field: 'row-disabled', pointer: '/dispatch', label: 'dispatch' },
  { step: 'paid', field: 'row-paid', pointer: '/alreadyPaid', label: 'alreadyPaid' },
  { step: 'paid', field: 'row-own', pointer: '/overrides', label: 'ratio' },
];

/** The faults of the whole case; null where the answers that are missing come first. */
export function caseFaults(outcome: LevyOutcome | null): readonly FormFault[] {
  if (outcome === null || outcome.ok) return [];
  const found = faultsAt(outcome.error.errors, PLACES);
  return found.length > 0 ? found : [faultAt({ field: 'row-region', label: 'region' }, outcome.error.code)];
}

/**
 * Every answer with its way to change it. The last look before the sum.
 * @param outcome of the whole case; null while answers are missing.
 */
export function checkPage(context: PageContext, draft: LevyDraft, law: Law, outcome: LevyOutcome | null): PageView {
  const t = (key: StartText, params = {}) => say(startTexts, context.variant, key, params);
  const missing = missingSteps(draft);
  const faults = caseFaults(outcome);
  const ready = missing.length === 0 && faults.length === 0;
  return {
    title: t('check.title'),
    hasErrors: faults.length > 0,
    noIndex: true,
    back: { href: context.href('/levy/paid') },
    content: (
      <>
        {faults.length === 0 ? null : <ErrorSummary title={t('check.fix')} errorList={faults.map((fault) => ({ content: <FaultWords context={context} fault={fault} />, href: `#${fault.field}` }))} />}
        <h1 class="govuk-heading-l">{t('check.title')}</h1>
        <p class="govuk-body">{t('check.lead')}</p>
        <ExampleNote context={context} draft={draft} />
        {missing.length === 0 ? null : (
          <InsetText>
            <p class="govuk-body">{t('check.missing')}</p>
            <ul class="govuk-list govuk-list--bullet">
              {missing.map((step) => (
                <li><a class="govuk-link zj-alone" href={context.href(draft.disabled === 'roster' && step === 'disabled' ? '/levy/roster' : `${stepPath(step)}?to=check`)}>{draft.disabled === 'roster' && step === 'disabled' ? t('check.toRoster') : t(ROW_OF[step])}</a></li>
              ))}
            </ul>
          </InsetText>
        )}
        <SummaryList class="zj-answers" rows={rowsOf(context, draft, law, faults)} />
        {ready ? (
          <form method="post" action={context.href('/levy/check')}>
            <input type="hidden" name="_csrf" value={context.csrfToken()} />
            <InsetText><p class="govuk-body">{t('trial')}</p></InsetText>
            <div class="zj-actions"><Button preventDoubleClick>{t('check.compute')}</Button></div>
          </form>
        ) : null}
      </>
    ),
  };
}

const ROW_OF: Readonly<Record<StepKey, StartText>> = {
  region: 'check.region', year: 'check.year', kind: 'check.kind', registered: 'check.registered', staff: 'check.staff', seasonal: 'check.seasonal',
  wages: 'check.wages', disabled: 'check.disabled', paid: 'check.paid',
};

function rowsOf(context: PageContext, draft: LevyDraft, { regions, simulator }: Law, faults: readonly FormFault[]): readonly (SummaryRow | false | undefined)[] {
  const t = (key: StartText, params = {}) => say(startTexts, context.variant, key, params);
  const q = saysOf(context);
  const none = <span class="zj-quiet">{t('check.none')}</span>;
  const row = (id: string, key: StartText, step: StepKey, value: ComponentChildren, path = `${stepPath(step)}?to=check`): SummaryRow => ({
    key: { content: t(key), attributes: { id: `row-${id}` } },
    value: { content: <>{faults.filter(({ field }) => field === `row-${id}`).map((fault) => <ErrorMessage><FaultWords context={context} fault={fault} /></ErrorMessage>)}{value ?? none}</> },
    actions: { items: [{ href: context.href(path), content: t(value === null && !isAnswered(draft, step) ? 'check.fill' : 'check.change'), visuallyHiddenText: t(key) }] },
  });
  const { region, baseYear, filingDate, employerKind, registeredOn, headcount, seasonal, totalWages, averageWage, alreadyPaid } = draft;
  const filing = (baseYear ?? Number(simulator.today.slice(0, 4)) - 1) + 1;
  return [
    row('region', 'check.region', 'region', region === undefined ? null : <><Mixed context={context}>{regionName(regions, region)}</Mixed> {region}</>),
    row('year', 'check.year', 'year', baseYear === undefined ? null : t('check.yearValue', { year: baseYear, filing })),
    row('filing', 'check.filingDate', 'year', filingDate ?? t('check.filingDefault', { filing })),
    row('kind', 'check.kind', 'kind', employerKind === undefined ? null : q(`kind.${employerKind}`)),
    row('registered', 'check.registered', 'registered', registeredOn ?? null),
    row('staff', 'check.staff', 'staff', headcount === undefined ? null : staffText(headcount, t)),
    row('seasonal', 'check.seasonal', 'seasonal', seasonal === undefined ? null : seasonal.length === 0 ? t('check.seasonalNone') : lines(seasonal.map(({ count, months }) => q('seasonal.row', { count: grouped(String(count), 0), months })))),
    row('wages', 'check.wages', 'wages', totalWages !== undefined ? t('check.totalWages', { sum: groupedYuan(totalWages) }) : averageWage !== undefined ? t('check.averageWage', { sum: groupedYuan(averageWage) }) : null),
    row('disabled', 'check.disabled', 'disabled', disabledText(draft, context)),
    draft.disabled === 'people' && draft.people && draft.people.length > 0 && row('people', 'check.list', 'disabled', peopleLines(draft, context), '/levy/people?to=check'),
    row('paid', 'check.paid', 'paid', alreadyPaid === undefined ? null : t('check.sum', { sum: groupedYuan(alreadyPaid) })),
    row('own', 'check.own', 'paid', ownText(draft, context), `${stepPath('paid')}?to=check&own=yes#ratio`),
  ];
}

const lines = (texts: readonly string[]): VNode => <ul class="govuk-list">{texts.map((text) => <li>{text}</li>)}</ul>;

function staffText(headcount: NonNullable<LevyDraft['headcount']>, t: (key: StartText, params?: Record<string, string>) => string): string {
  if ('average' in headcount) return t('check.staffAverage', { count: grouped(headcount.average, 0) });
  const [first] = headcount.monthly;
  if (headcount.monthly.every((count) => count === first)) return t('check.staffSame', { count: grouped(String(first), 0) });
  return t('check.staffMonthly', { counts: headcount.monthly.map((count) => grouped(String(count), 0)).join('、') });
}

function disabledText(draft: LevyDraft, context: PageContext): string | null {
  const t = (key: StartText, params = {}) => say(startTexts, context.variant, key, params);
  switch (draft.disabled) {
    case 'nobody': return t('check.nobody');
    case 'number': return draft.arrangedCount === undefined ? null : t('check.number', { count: draft.arrangedCount });
    case 'people': return t('check.people', { count: draft.people?.length ?? 0 });
    case 'roster': return t('check.roster');
    case undefined: return null;
  }
}

function peopleLines(draft: LevyDraft, context: PageContext): ComponentChildren {
  const q = saysOf(context);
  return lines((draft.people ?? []).map((person) =>
    [certificateText(person, q), monthsText(person, q), ...(person.dispatch === null ? [] : [q(`dispatched.${person.dispatch}`)])].join(context.language === 'zh' ? '，' : ', ')));
}

function ownText({ overrides }: LevyDraft, context: PageContext): ComponentChildren {
  const t = (key: StartText, params = {}) => say(startTexts, context.variant, key, params);
  if (overrides === undefined) return t('check.ownNone');
  const q = saysOf(context);
  const staff = overrides.scales?.staff;
  return lines([
    ...(overrides.ratio === undefined ? [] : [t('check.ownRatio', { ratio: percent(overrides.ratio) })]),
    ...(overrides.socialAverageWage === undefined ? [] : [t('check.ownSocial', { sum: groupedYuan(overrides.socialAverageWage) })]),
    ...(staff === undefined ? [] : [t('check.ownScale', { scale: q(staff === null ? 'paid.scaleExact' : staff === 0 ? 'paid.scaleWhole' : 'paid.scaleTwo') })]),
  ]);
}

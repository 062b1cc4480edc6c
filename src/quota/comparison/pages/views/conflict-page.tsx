import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, FormFaultSummary, formFaultAt, InsetText, langOfTyped, Mixed, NotificationBanner, PostForm, Radios, Select, SummaryList, Textarea, type FormFault, type PageView } from '../../../../ui/index.js';
import { preferredIn } from '../../domain/conflict.js';
import { settlementReasons } from '../../domain/settlement.js';
import type { ConflictDetail, ShownSide } from '../../infra/conflict-view.repository.js';
import type { SettleForm } from '../forms.js';
import { settlementReasonTexts } from '../texts.js';
import type { Kit } from './kit.js';

export type ConflictPageState = { readonly maySettle: boolean; readonly done: boolean; readonly typed: SettleForm; readonly faults: readonly FormFault[] };

const BITS = Array.from({ length: 12 }, (_, bit) => bit);
const contestedOf = ({ overlapping, unagreed }: ConflictDetail): number => overlapping | unagreed;

/** One conflict: what each side says and can show, and the settlement by whoever may. */
export function conflictPage(kit: Kit, conflict: ConflictDetail, state: ConflictPageState): PageView {
  const { context, t, months, day } = kit;
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  return {
    title: t('conflictTitle', { year: conflict.baseYear }),
    noIndex: true,
    hasErrors: state.faults.length > 0,
    back: { href: context.href('/conflicts'), text: t('conflictsTitle') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={state.faults} />
        {state.done && <NotificationBanner type="success" title={t('done')}><p class="govuk-body">{t('doneText')}</p></NotificationBanner>}
        <h1 class="govuk-heading-l">{t('conflictTitle', { year: conflict.baseYear })}</h1>
        <SummaryList
          rows={[
            row(t('person'), conflict.citizenIdMasked), row(t('state'), t(conflict.state === 'open' ? 'stateOpen' : 'stateSettled')), row(t('foundAt'), day(conflict.foundAt)),
            conflict.overlapping !== 0 && row(t('overlapping'), months(conflict.overlapping)), conflict.unagreed !== 0 && row(t('unagreed'), months(conflict.unagreed)),
            conflict.settledAt !== null && row(t('settledAt'), day(conflict.settledAt)), conflict.reason !== null && row(t('reason'), say(settlementReasonTexts, context.variant, conflict.reason)),
            conflict.words !== null && row(t('words'), conflict.words),
          ]}
        />
        <h2 class="govuk-heading-m">{t('sidesTitle')}</h2>
        <div class="zj-pair">{conflict.sides.map((side) => <Side kit={kit} side={side} />)}</div>
        <Hints kit={kit} conflict={conflict} />
        {conflict.state === 'open' && state.maySettle && <Settlement kit={kit} conflict={conflict} state={state} />}
      </>
    ),
  };
}

const nameOf = ({ t }: Kit, { employerName, uscc, declarationId }: ShownSide): string => (declarationId === null ? t('noFiling', { uscc }) : employerName ?? uscc);

function Side({ kit, side }: { readonly kit: Kit; readonly side: ShownSide }): VNode {
  const { context, t, months } = kit;
  const name = <Mixed context={context}>{nameOf(kit, side)}</Mixed>;
  const inReach = side.declarationId !== null && side.isInScope;
  return (
    <section class="zj-paper" aria-labelledby={`side-${side.uscc}`}>
      <h3 class="govuk-heading-s" id={`side-${side.uscc}`}>{inReach ? <a class="govuk-link zj-alone" href={`${context.href(`/filings/${side.declarationId}/results`)}?choice=all`}>{name}</a> : name}</h3>
      {side.declarationId !== null && !side.isInScope && <p class="govuk-body">{t('elsewhere')}</p>}
      <SummaryList
        rows={[
          { key: t('claimed'), value: months(side.claimed) }, side.counted !== 0 && { key: t('countedBefore'), value: months(side.counted) }, side.givenAway !== 0 && { key: t('givenAway'), value: months(side.givenAway) },
          { key: t('insured'), value: months(side.insured) }, { key: t('contracted'), value: months(side.contracted) }, side.awarded !== null && { key: t('awarded'), value: months(side.awarded) },
        ]}
      />
    </section>
  );
}

/** What papers would say, month by month; nobody is bound by it. */
function Hints({ kit, conflict }: { readonly kit: Kit; readonly conflict: ConflictDetail }): VNode | null {
  if (conflict.state !== 'open') return null;
  const { context, t, months } = kit;
  const preferred = new Map<string, number>();
  for (const bit of BITS) {
    const side = contestedOf(conflict) & (1 << bit) ? preferredIn(conflict.sides, bit) : null;
    if (side !== null) preferred.set(side.uscc, (preferred.get(side.uscc) ?? 0) | (1 << bit));
  }
  const told = conflict.sides.flatMap((side) => {
    const mask = preferred.get(side.uscc);
    return mask === undefined ? [] : [t('hint', { months: months(mask), name: nameOf(kit, side) })];
  });
  return <InsetText><p class="govuk-body">{t('hintsTitle')}</p><ul class="govuk-list">{(told.length === 0 ? [t('hintsNone')] : told).map((line) => <li><Mixed context={context}>{line}</Mixed></li>)}</ul></InsetText>;
}

function Settlement({ kit, conflict, state: { typed, faults } }: { readonly kit: Kit; readonly conflict: ConflictDetail; readonly state: ConflictPageState }): VNode {
  const { context, t } = kit;
  const filers = conflict.sides.filter(({ declarationId }) => declarationId !== null);
  const beyond = filers.some(({ isInScope }) => !isInScope);
  const names = filers.map((side) => ({ value: side.uscc, text: nameOf(kit, side), ...langOfTyped(context, nameOf(kit, side)) }));
  const monthly = BITS.filter((bit) => contestedOf(conflict) & (1 << bit)).map((bit) => {
    const name = `m${bit + 1}` as const;
    return <Select name={name} label={t('month', { month: bit + 1 })} value={typed[name as keyof SettleForm] ?? ''} startsOpen items={[...names, { value: 'none', text: t('chooseNone') }]} {...formFaultAt(faults, name)} />;
  });
  const choices = names.map(({ value, text }) => ({ value, content: <Mixed context={context}>{text}</Mixed> }));
  return (
    <section aria-labelledby="settle">
      <h2 class="govuk-heading-m" id="settle">{t('settleTitle')}</h2>
      {beyond && <p class="govuk-body">{t('beyond')}</p>}
      <PostForm context={context} action={`/conflicts/${conflict.id}`}>
        <input type="hidden" name="version" value={String(conflict.version)} />
        <Radios name="choice" fieldset={{ legend: t('choice') }} hint={t('choiceHint')} value={typed.choice ?? ''} {...formFaultAt(faults, 'choice')}
          items={beyond ? [{ value: 'yield', content: t('chooseYield') }] : [...choices, { value: 'none', content: t('chooseNone') }, monthly.length > 1 && { value: 'by_month', content: t('chooseByMonth'), conditional: <>{monthly}</> }]} />
        <Select name="reason" label={t('reason')} value={typed.reason ?? ''} {...formFaultAt(faults, 'reason')} startsOpen items={settlementReasons.map((reason) => ({ value: reason, text: say(settlementReasonTexts, context.variant, reason) }))} />
        <Textarea name="words" label={t('words')} hint={t('wordsHint')} value={typed.words ?? ''} rows={3} {...formFaultAt(faults, 'words')} {...langOfTyped(context, typed.words ?? '')} />
        <Button preventDoubleClick>{t('settle')}</Button>
      </PostForm>
    </section>
  );
}

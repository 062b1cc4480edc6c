import type { VNode } from 'preact';
import { formatYuan } from '../../../../kernel/money.js';
import { Button, ButtonGroup, Checkboxes, Fieldset, FormFaultSummary, formFaultAt, InsetText, Input, NotificationBanner, PostForm, SummaryList, type FormFault, type PageView, type SummaryRow } from '../../../../ui/index.js';
import { groupedYuan } from '../../../levy/index.js';
import { MOST_SEASONAL_GROUPS, type EmployerFacts } from '../../domain/employer-facts.js';
import type { DeclarationHead } from '../../infra/declaration.repository.js';
import { monthFields, type FactsForm } from '../forms.js';
import { groupBox, type TypedGroup } from '../seasonal-groups.js';
import { staffWords } from '../staff-words.js';
import { backTo, type Kit } from './kit.js';

export type FactsPageState = {
  readonly head: DeclarationHead;
  readonly typed: FactsForm;
  readonly groups: readonly TypedGroup[];
  readonly faults: readonly FormFault[];
  readonly saved: boolean;
  /** The last group was asked for a moment ago. */
  readonly added: boolean;
  /** What another clerk has saved meanwhile; null where nobody has. */
  readonly meanwhile: EmployerFacts | null;
};

/** 单位情况: declared by the employer itself. */
export function factsPage(kit: Kit, { head, typed, groups, faults, saved, added, meanwhile }: FactsPageState): PageView {
  const { context, t } = kit;
  const field = (name: Exclude<keyof FactsForm, `seasonal${string}`>) => ({ name, value: typed[name] ?? '', ...formFaultAt(faults, name) });
  return {
    title: t('factsTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: backTo(kit, head.id),
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {saved && <NotificationBanner type="success" title={t('saved')}><p class="govuk-body">{t('savedText')}</p></NotificationBanner>}
        <h1 class="govuk-heading-l">{t('factsTitle')}</h1>
        {meanwhile !== null && <Meanwhile kit={kit} facts={meanwhile} />}
        <p class="govuk-body">{t('factsLead')}</p>
        {head.registeredOn !== null && <p class="govuk-body">{t('registered', { day: head.registeredOn })}</p>}
        <PostForm context={context} action={`/filings/${head.id}/facts`}>
          <input type="hidden" name="version" value={typed.version ?? String(head.version)} />
          <Fieldset legend={{ content: t('staffLegend'), class: 'govuk-fieldset__legend--m' }}>
            <p class="govuk-hint">{t('staffHint')}</p>
            <Input {...field('same')} label={t('sameForAll')} hint={t('sameHint')} inputmode="numeric" autocomplete="off" class="govuk-input--width-10" />
            <div class="zj-months">{monthFields.map((name, at) => <Input {...field(name)} label={t('month', { month: at + 1 })} inputmode="numeric" autocomplete="off" />)}</div>
          </Fieldset>
          <Input {...field('dispatchedStaff')} label={t('dispatched')} hint={t('dispatchedHint')} inputmode="numeric" autocomplete="off" class="govuk-input--width-10" />
          <Input {...field('totalWages')} label={t('wages')} hint={t('wagesHint')} inputmode="decimal" autocomplete="off" class="govuk-input--width-20" />
          <Input {...field('alreadyPaid')} label={t('paid')} hint={t('paidHint')} inputmode="decimal" autocomplete="off" class="govuk-input--width-20" />
          <Fieldset legend={{ content: t('seasonalLegend'), class: 'govuk-fieldset__legend--m' }}>
            <p class="govuk-hint">{t('seasonalHint')}</p>
            {groups.length === 1
              ? groups.map((group) => <GroupBoxes kit={kit} group={group} number={1} faults={faults} begins={false} />)
              : groups.map((group, at) => <Group kit={kit} group={group} number={at + 1} faults={faults} begins={added && at === groups.length - 1} />)}
          </Fieldset>
          {/* Saving comes first: it is what Enter in a box does. */}
          <ButtonGroup>
            <Button preventDoubleClick>{t('save')}</Button>
            {groups.length < MOST_SEASONAL_GROUPS && <Button class="govuk-button--secondary" name="act" value="add-group">{t('seasonalAdd')}</Button>}
          </ButtonGroup>
        </PostForm>
      </>
    ),
  };
}

type GroupProps = {
  readonly kit: Kit;
  readonly group: TypedGroup;
  /** Counted from 1. */
  readonly number: number;
  readonly faults: readonly FormFault[];
  /** The person goes on here. */
  readonly begins: boolean;
};

/** One of several groups, with a way to be rid of it. */
function Group(props: GroupProps): VNode {
  const { kit: { t }, group, number } = props;
  return (
    <Fieldset legend={{ content: t('seasonalGroup', { group: number }), class: 'govuk-fieldset__legend--s' }}>
      <GroupBoxes {...props} />
      <Checkboxes name="seasonalDrop[]" idPrefix={groupBox('seasonalDrop', number)} items={[{ value: number, content: t('seasonalDrop', { group: number }), checked: group.dropped }]} />
    </Fieldset>
  );
}

function GroupBoxes({ kit: { t }, group: { count, months }, number, faults, begins }: GroupProps): VNode {
  const box = (of: 'seasonalCount' | 'seasonalMonths', value: string) => ({ id: groupBox(of, number), name: `${of}[]`, value, ...formFaultAt(faults, groupBox(of, number)) });
  return (
    <>
      <Input {...box('seasonalCount', count)} label={t('seasonalCount')} inputmode="numeric" autocomplete="off" class="govuk-input--width-10" attributes={begins ? { autofocus: true } : {}} />
      <Input {...box('seasonalMonths', months)} label={t('seasonalMonths')} inputmode="numeric" autocomplete="off" class="govuk-input--width-3" />
    </>
  );
}

/** What to enter in the boxes of each group; of several, it says which. */
export const groupAsks = ({ t }: Kit, groups: readonly TypedGroup[]): Readonly<Record<string, string>> => (groups.length === 1 ? {} : Object.fromEntries(groups.flatMap((_, at) => [
  [groupBox('seasonalCount', at + 1), t('seasonalCountOf', { group: at + 1 })], [groupBox('seasonalMonths', at + 1), t('seasonalMonthsOf', { group: at + 1 })],
])));

/** Both are shown: what was saved here, what was typed in the form below. */
function Meanwhile({ kit, facts }: { readonly kit: Kit; readonly facts: EmployerFacts }): VNode {
  const { t } = kit;
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{t('staleTitle')}</h2>
      <p class="govuk-body">{t('staleText')}</p>
      <SummaryList rows={factRows(kit, facts)} />
      <p class="govuk-body">{t('staleAgain')}</p>
    </InsetText>
  );
}

const groupsText = ({ t }: Kit, groups: EmployerFacts['seasonal']): string => groups.map(({ count, months }) => `${t('people', { count })} × ${t('months', { count: months })}`).join('；');

/** The facts as rows of a list. */
export function factRows(kit: Kit, { monthlyStaff, seasonal, dispatchedStaff, totalWages, alreadyPaid }: EmployerFacts): readonly SummaryRow[] {
  const { context, t } = kit;
  const yuan = (fen: typeof alreadyPaid): string => t('yuan', { sum: groupedYuan(formatYuan(fen)) });
  return [
    { key: t('staffLegend'), value: monthlyStaff === null ? t('statusMissing') : staffWords(context.variant, monthlyStaff) },
    { key: t('seasonalLegend'), value: seasonal.length === 0 ? t('none') : groupsText(kit, seasonal) },
    { key: t('dispatched'), value: dispatchedStaff === null ? t('none') : t('people', { count: dispatchedStaff }) },
    { key: t('wages'), value: totalWages === null ? t('statusMissing') : yuan(totalWages) },
    { key: t('paid'), value: yuan(alreadyPaid) },
  ];
}

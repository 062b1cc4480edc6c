import type { VNode } from 'preact';
import { formatYuan } from '../../../../kernel/money.js';
import { Button, Fieldset, FormFaultSummary, formFaultAt, InsetText, Input, NotificationBanner, PostForm, SummaryList, type FormFault, type PageView, type SummaryRow } from '../../../../ui/index.js';
import { groupedYuan } from '../../../levy/index.js';
import type { EmployerFacts } from '../../domain/employer-facts.js';
import type { DeclarationHead } from '../../infra/declaration.repository.js';
import { monthFields, type FactsForm } from '../forms.js';
import { staffWords } from '../staff-words.js';
import { backTo, type Kit } from './kit.js';

export type FactsPageState = {
  readonly head: DeclarationHead;
  readonly typed: FactsForm;
  /** Groups of seasonal workers that the form does not ask for and that stay as they are. */
  readonly further: EmployerFacts['seasonal'];
  readonly faults: readonly FormFault[];
  readonly saved: boolean;
  /** What another clerk has saved meanwhile; null where nobody has. */
  readonly meanwhile: EmployerFacts | null;
};

/** 单位情况: declared by the employer itself. */
export function factsPage(kit: Kit, { head, typed, further, faults, saved, meanwhile }: FactsPageState): PageView {
  const { context, t } = kit;
  const field = (name: keyof FactsForm) => ({ name, value: (typed[name] as string | undefined) ?? '', ...formFaultAt(faults, name) });
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
          <Fieldset legend={{ content: t('seasonalLegend'), class: 'govuk-fieldset__legend--m' }}>
            <p class="govuk-hint">{t('seasonalHint')}</p>
            <Input {...field('seasonalCount')} label={t('seasonalCount')} inputmode="numeric" autocomplete="off" class="govuk-input--width-10" />
            <Input {...field('seasonalMonths')} label={t('seasonalMonths')} inputmode="numeric" autocomplete="off" class="govuk-input--width-3" />
            {further.length > 0 && <p class="govuk-body">{t('seasonalFurther', { groups: groupsText(kit, further) })}</p>}
          </Fieldset>
          <Input {...field('dispatchedStaff')} label={t('dispatched')} hint={t('dispatchedHint')} inputmode="numeric" autocomplete="off" class="govuk-input--width-10" />
          <Input {...field('totalWages')} label={t('wages')} hint={t('wagesHint')} inputmode="decimal" autocomplete="off" class="govuk-input--width-20" />
          <Input {...field('alreadyPaid')} label={t('paid')} hint={t('paidHint')} inputmode="decimal" autocomplete="off" class="govuk-input--width-20" />
          <Button preventDoubleClick>{t('save')}</Button>
        </PostForm>
      </>
    ),
  };
}

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

import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { FilterForm, formFaultAt, FormFaultSummary, Input, langOfTyped, NameOfYear, Select, Table, TableRegion, type PageView } from '../../../../ui/index.js';
import { assessmentStates } from '../../domain/assessment-states.js';
import type { AssessmentHead } from '../../infra/assessment.repository.js';
import type { CollectionForm } from '../forms.js';
import { assessmentStateTexts } from '../texts.js';
import { day, type FormState, type Kit } from './kit.js';
import { NextPage } from './parts.js';

/** 残保金缴费: who stands where. */
export function assessmentsPage(kit: Kit, page: ListPage<AssessmentHead>, { typed, faults }: FormState<CollectionForm>, years: readonly number[]): PageView {
  const { context, t, yuan } = kit;
  return {
    title: t('listTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('listTitle')}</h1>
        <FilterForm action={context.href('/assessments')} show={t('show')}>
          <Select name="year" label={t('year')} value={typed.year ?? ''} items={[{ value: '', text: t('all') }, ...years.map((year) => ({ value: String(year), text: t('yearOf', { year }) }))]} {...formFaultAt(faults, 'year')} />
          <Select name="state" label={t('state')} value={typed.state ?? ''} items={[{ value: '', text: t('all') }, ...assessmentStates.states.map((state) => ({ value: state, text: say(assessmentStateTexts, context.variant, state) }))]} {...formFaultAt(faults, 'state')} />
          <Input name="uscc" label={t('uscc')} hint={t('usccHint')} value={typed.uscc ?? ''} autocomplete="off" spellcheck={false} class="govuk-input--width-20" {...formFaultAt(faults, 'uscc')} {...langOfTyped(context, typed.uscc ?? '')} />
        </FilterForm>
        {page.items.length === 0 ? faults.length === 0 && <p class="govuk-body">{t('listNone')}</p> : (
          <TableRegion label={t('listTitle')}>
            <Table caption={t('listTitle')} captionClass="govuk-visually-hidden" head={[t('employer'), t('year'), t('arranged'), t('trialPayable'), t('state'), t('since')]} firstCellIsHeader
              rows={page.items.map((one) => [
                <a class="govuk-link zj-alone" href={context.href(`/assessments/${one.id}`)}><NameOfYear context={context} name={one.employerName} year={one.baseYear} /></a>,
                String(one.baseYear), one.arranged, yuan(one.trial?.payable ?? null), say(assessmentStateTexts, context.variant, one.state), day(one.stateSince),
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        <NextPage kit={kit} path="/assessments" query={{ year: typed.year, state: typed.state, uscc: typed.uscc }} next={page.next} />
      </>
    ),
  };
}

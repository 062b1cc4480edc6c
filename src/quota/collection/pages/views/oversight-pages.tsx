import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, FilterForm, formFaultAt, FormFaultSummary, Input, Mixed, NameOfYear, NotificationBanner, PlaceInput, PostForm, Radios, Select, Table, TableRegion, titleOf, type PageView } from '../../../../ui/index.js';
import type { Reconciliation } from '../../app/reconcile.query.js';
import { creditStates, dropReasons, removalReasons, waitsForAnswer } from '../../domain/credit-states.js';
import type { CreditObjection } from '../../infra/credit-objection.repository.js';
import type { CreditRecord } from '../../infra/credit.repository.js';
import type { CollectionForm } from '../forms.js';
import { assessmentStateTexts, creditNextTexts, creditStateTexts, endReasonTexts } from '../texts.js';
import { differenceWords } from './assessment-page.js';
import { ObjectionSection } from './credit-objection.js';
import { day, type FormState, type Kit } from './kit.js';
import { Facts, NextPage } from './parts.js';

/** 对账: the tax side beside ours. Without region and year it asks for them. */
export function reconciliationPage(kit: Kit, found: Reconciliation | null, { typed, faults }: FormState<CollectionForm>): PageView {
  const { context, t, yuan } = kit;
  return {
    title: t('reconcileTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/tax') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('reconcileTitle')}</h1>
        <p class="govuk-body">{t('reconcileLead')}</p>
        <FilterForm action={context.href('/reconciliation')} show={t('show')}>
          <PlaceInput context={context} name="region" value={typed.region} faults={faults} />
          <Input name="year" label={t('year')} value={typed.year ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faults, 'year')} />
          <Select name="differing" label={t('showWhich')} value={typed.differing ?? 'yes'} items={[{ value: 'yes', text: t('onlyDiffering') }, { value: 'no', text: t('everything') }]} {...formFaultAt(faults, 'differing')} />
        </FilterForm>
        {found !== null && (
          <>
            <h2 class="govuk-heading-m">{t('totalsTitle')}</h2>
            <Facts kit={kit} rows={[
              [t('assessments'), String(found.totals.assessments)], [t('declared'), String(found.totals.declared)], [t('differing'), String(found.totals.differing)], [t('trialPayable'), yuan(found.totals.trialPayable)],
              [t('taxPayable'), yuan(found.totals.taxPayable)], [t('paid'), yuan(found.totals.paid)], [t('refunded'), yuan(found.totals.refunded)],
            ]} />
            <h2 class="govuk-heading-m">{t('differencesTitle')}</h2>
            {found.rows.items.length === 0 ? <p class="govuk-body">{t(found.totals.assessments === 0 ? 'reconcileEmpty' : 'reconcileNone')}</p> : (
              <TableRegion label={t('differencesTitle')}>
                <Table caption={t('differencesTitle')} captionClass="govuk-visually-hidden" head={[t('employer'), t('state'), t('trialPayable'), t('payable'), t('paid'), t('difference')]} firstCellIsHeader
                  rows={found.rows.items.map(({ assessment, side, differences }) => [
                    <a class="govuk-link zj-alone" href={context.href(`/assessments/${assessment.id}`)}><NameOfYear context={context} name={assessment.employerName} year={assessment.baseYear} /></a>,
                    say(assessmentStateTexts, context.variant, assessment.state), yuan(assessment.trial?.payable ?? null), yuan(side.declaration?.payable ?? null), yuan(side.paid),
                    differences.length === 0 ? t('noDifference') : <ul class="govuk-list">{differences.map((difference) => <li><Mixed context={context}>{differenceWords(kit, difference)}</Mixed></li>)}</ul>,
                  ].map((content) => ({ content })))} />
              </TableRegion>
            )}
            <NextPage kit={kit} path="/reconciliation" query={{ region: typed.region, year: typed.year, differing: typed.differing }} next={found.rows.next} />
            <h2 class="govuk-heading-m">{t('undeterminedTitle')}</h2>
            {found.undetermined.length === 0 ? <p class="govuk-body">{t('undeterminedNone')}</p> : (
              <TableRegion label={t('undeterminedTitle')}>
                <Table caption={t('undeterminedTitle')} captionClass="govuk-visually-hidden" head={[t('employer'), t('uscc'), t('records'), t('payable'), t('paid')]} firstCellIsHeader
                  rows={found.undetermined.map((row) => [<Mixed context={context}>{row.employerName}</Mixed>, row.uscc, String(row.records), yuan(row.payable), yuan(row.paid)].map((content) => ({ content })))} />
              </TableRegion>
            )}
          </>
        )}
      </>
    ),
  };
}

/** 信用记录: the latest change first. */
export function creditListPage(kit: Kit, page: ListPage<CreditRecord>, { typed, faults }: FormState<CollectionForm>, mayExport: boolean): PageView {
  const { context, t } = kit;
  return {
    title: t('creditListTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('creditListTitle')}</h1>
        {mayExport && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/credit-export.jsonl')}>{t('exportLink')}</a></p>}
        <FilterForm action={context.href('/credit-records')} show={t('show')}>
          <Select name="state" label={t('state')} value={typed.state ?? ''} items={[{ value: '', text: t('all') }, ...creditStates.states.map((state) => ({ value: state, text: say(creditStateTexts, context.variant, state) }))]} {...formFaultAt(faults, 'state')} />
        </FilterForm>
        {page.items.length === 0 ? faults.length === 0 && <p class="govuk-body">{t('creditNone')}</p> : (
          <TableRegion label={t('creditListTitle')}>
            <Table caption={t('creditListTitle')} captionClass="govuk-visually-hidden" head={[t('employer'), t('year'), t('state'), t('respondBy'), t('levyState')]} firstCellIsHeader
              rows={page.items.map((one) => [
                <a class="govuk-link zj-alone" href={context.href(`/credit-records/${one.id}`)}><NameOfYear context={context} name={one.employerName} year={one.baseYear} /></a>, String(one.baseYear), waitsForAnswer(one) ? `${say(creditStateTexts, context.variant, one.state)}${context.language === 'zh' ? '，' : ', '}${t('objectionMade')}` : say(creditStateTexts, context.variant, one.state), one.respondBy,
                say(assessmentStateTexts, context.variant, one.assessmentState),
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        <NextPage kit={kit} path="/credit-records" query={{ state: typed.state }} next={page.next} />
      </>
    ),
  };
}

const REPAIRED: readonly string[] = ['paid', 'settled', 'refund_due', 'refunded'];

/** One record, and its next step for whoever keeps it. */
export function creditPage(kit: Kit, record: CreditRecord & { readonly objection: CreditObjection | null }, { typed, faults, mayKeep, mayObject, done, today }: FormState<CollectionForm> & { readonly mayKeep: boolean; readonly mayObject: boolean; readonly done: boolean; readonly today: string }): PageView {
  const { context, t } = kit;
  const path = `/credit-records/${record.id}`;
  const version = <input type="hidden" name="version" value={String(record.version)} />;
  const title = t('creditOne', { name: record.employerName, year: record.baseYear });
  const waits = waitsForAnswer(record);
  const reasons = record.state === 'noticed' ? dropReasons.filter((reason) => !waits || reason !== 'objection_upheld') : removalReasons;
  return {
    title: titleOf(context, title, t('creditAny', { year: record.baseYear })),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/credit-records') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done && <NotificationBanner type="success" text={t('done')} />}
        <h1 class="govuk-heading-l"><Mixed context={context}>{title}</Mixed></h1>
        <Facts kit={kit} rows={[
          [t('employer'), record.employerName], [t('uscc'), record.uscc], [t('year'), t('yearOf', { year: record.baseYear })], [t('state'), say(creditStateTexts, context.variant, record.state)], [t('noticedOn'), day(record.noticedAt)],
          [t('respondBy'), record.respondBy], [t('recordedOn'), record.recordedAt === null ? null : day(record.recordedAt)], [t('removedOn'), record.removedAt === null ? null : day(record.removedAt)],
          [t('endReason'), record.endReason === null ? null : say(endReasonTexts, context.variant, record.endReason)], [t('levyState'), say(assessmentStateTexts, context.variant, record.assessmentState)],
        ]} />
        <p class="govuk-body">{say(creditNextTexts, context.variant, record.state)}</p>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/assessments/${record.assessmentId}`)}>{t('detailTitle', { year: record.baseYear })}</a></p>
        <ObjectionSection kit={kit} path={path} version={version} objection={record.objection} mayObject={mayObject} mayAnswer={mayKeep && waits} typed={typed} faults={faults} />
        {mayKeep && record.state === 'recorded' && REPAIRED.includes(record.assessmentState) && <p class="govuk-body">{t('repaired')}</p>}
        {mayKeep && waits && <p class="govuk-body">{t('objectionFirst')}</p>}
        {mayKeep && record.state === 'noticed' && !waits && (today > record.respondBy
          ? <PostForm context={context} action={`${path}/record`}>{version}<Button>{t('recordIt')}</Button></PostForm>
          : <p class="govuk-body">{t('termRuns', { until: record.respondBy })}</p>)}
        {mayKeep && (record.state === 'noticed' || record.state === 'recorded') && (
          <PostForm context={context} action={`${path}/${record.state === 'noticed' ? 'drop' : 'remove'}`}>
            {version}
            <Radios name="reason" fieldset={{ legend: t(record.state === 'noticed' ? 'dropReason' : 'removeReason') }} value={typed.reason ?? ''} items={reasons.map((reason) => ({ value: reason, content: say(endReasonTexts, context.variant, reason) }))} {...formFaultAt(faults, 'reason')} />
            <Button class="govuk-button--secondary" name="drop">{t(record.state === 'noticed' ? 'dropIt' : 'removeIt')}</Button>
          </PostForm>
        )}
      </>
    ),
  };
}

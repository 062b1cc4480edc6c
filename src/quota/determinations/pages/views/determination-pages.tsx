import type { VNode } from 'preact';
import type { ListPage } from '../../../../platform/http/index.js';
import { FilterForm, formFaultAt, FormFaultSummary, Input, langOfTyped, Mixed, NotificationBanner, Select, SummaryList, Table, TableRegion, titleOf, type FormFault, type PageContext, type PageView } from '../../../../ui/index.js';
import { placeOf } from '../../../filing/index.js';
import { StatementView } from '../../../levy/index.js';
import { certificateOf, type Row } from '../../app/certificate.js';
import type { Determination, DeterminationHead } from '../../infra/determination.repository.js';
import type { ListForm } from '../forms.js';
import { day, type Kit } from './kit.js';

export type ListState = { readonly typed: ListForm; readonly faults: readonly FormFault[]; readonly years: readonly number[] };

/** 审核认定书: all that the reader may see. */
export function determinationsPage({ context, t }: Kit, page: ListPage<DeterminationHead>, { typed, faults, years }: ListState): PageView {
  const chosen = Object.fromEntries(Object.entries({ year: typed.year ?? '', named: typed.named ?? '' }).filter(([, value]) => value !== ''));
  return {
    title: t('listTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('listTitle')}</h1>
        <FilterForm action={context.href('/determinations')} show={t('show')}>
          <Select name="year" label={t('year')} value={typed.year ?? ''} items={[{ value: '', text: t('all') }, ...years.map((year) => ({ value: String(year), text: t('yearOf', { year }) }))]} {...formFaultAt(faults, 'year')} />
          <Input name="named" label={t('named')} hint={t('namedHint')} value={typed.named ?? ''} autocomplete="off" spellcheck={false} {...formFaultAt(faults, 'named')} {...langOfTyped(context, typed.named ?? '')} />
        </FilterForm>
        {page.items.length === 0 ? <p class="govuk-body">{t('listNone')}</p> : (
          <TableRegion label={t('listTitle')}>
            <Table caption={t('listTitle')} captionClass="govuk-visually-hidden" head={[t('number'), t('employer'), t('year'), t('arranged'), t('issuedOn'), t('state')]} firstCellIsHeader
              rows={page.items.map((one) => [
                <a class="govuk-link zj-alone" href={context.href(`/determinations/${one.id}`)}><Mixed context={context}>{one.number}</Mixed></a>,
                <Mixed context={context}>{one.employerName}</Mixed>, String(one.baseYear), one.arranged, day(one.issuedAt), t(one.supersededBy === null ? 'standing' : 'replaced'),
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/determinations?${new URLSearchParams({ ...chosen, after: page.next }).toString()}`)} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}

function Facts({ context, rows }: { readonly context: PageContext; readonly rows: readonly Row[] }): VNode {
  return <SummaryList rows={rows.map(([key, value]) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } }))} />;
}

/** One determination, as it would be on paper. */
export function certificatePage({ context, t, place }: Kit, { id, copy, supersededBy }: Determination): PageView {
  const certificate = certificateOf(copy.content, context.variant, place(copy.content.regionCode));
  const sentences = (texts: readonly string[]): VNode => <ul class="govuk-list govuk-list--bullet">{texts.map((text) => <li><Mixed context={context}>{text}</Mixed></li>)}</ul>;
  return {
    title: titleOf(context, `${certificate.title} ${copy.content.number}`, certificate.title),
    noIndex: true,
    back: { href: context.href('/determinations') },
    content: (
      <>
        {supersededBy !== null && (
          <NotificationBanner title={t('supersededTitle')}>
            <p class="govuk-body"><Mixed context={context}>{t('supersededText', { number: supersededBy.number, date: day(supersededBy.issuedAt) })}</Mixed></p>
            <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/determinations/${supersededBy.id}`)}>{t('openLater')}</a></p>
          </NotificationBanner>
        )}
        <h1 class="govuk-heading-l">{certificate.heading}</h1>
        {certificate.companion !== null && <p class="govuk-body">{certificate.companion}</p>}
        <Facts context={context} rows={certificate.facts} />
        <h2 class="govuk-heading-m">{certificate.summaryTitle}</h2>
        {sentences(certificate.summary)}
        <p class="govuk-body">{certificate.trial}</p>
        <h2 class="govuk-heading-m">{certificate.remediesTitle}</h2>
        <p class="govuk-body">{certificate.remediesLead}</p>
        {certificate.remedies.length > 0 && sentences(certificate.remedies)}
        {certificate.remediesNotes.map((note) => <p class="govuk-body"><Mixed context={context}>{note}</Mixed></p>)}
        <h2 class="govuk-heading-m">{certificate.verifyTitle}</h2>
        <p class="govuk-body">{certificate.verifyText}</p>
        <Facts context={context} rows={certificate.verify} />
        <Facts context={context} rows={certificate.issued} />
        <div class="zj-noprint">
          <p class="govuk-body">{t('printHint')}</p>
          <ul class="govuk-list">
            {copy.content.trial !== null && <li><a class="govuk-link zj-alone" href={context.href(`/determinations/${id}/statement`)}>{t('statement')}</a></li>}
            <li><a class="govuk-link zj-alone" href={context.href(`/determinations/${id}/certificate.pdf`)}>{t('pdf')}</a></li>
            <li><a class="govuk-link zj-alone" href={context.href(`/determinations/${id}/copy.json`)}>{t('copy')}</a></li>
          </ul>
        </div>
      </>
    ),
  };
}

/** A name that no font can write: the page stands, the file cannot be had. */
export function withoutPdfPage({ context, t }: Kit, id: string, sentence: string): PageView {
  return {
    title: t('pdf'),
    noIndex: true,
    status: 422,
    back: { href: context.href(`/determinations/${id}`), text: t('backToCertificate') },
    content: <><h1 class="govuk-heading-l">{t('pdf')}</h1><p class="govuk-body"><Mixed context={context}>{sentence}</Mixed></p></>,
  };
}

/** The same statement that the calculator shows, for the employer and for the federation alike. */
export function statementPage({ context, t, place }: Kit, { id, copy }: Determination): PageView {
  const { trial, regionCode, baseYear, arranged } = copy.content;
  return {
    title: t('statementTitle'),
    noIndex: true,
    back: { href: context.href(`/determinations/${id}`), text: t('backToCertificate') },
    content: trial === null
      ? <><h1 class="govuk-heading-l">{t('statementTitle')}</h1><p class="govuk-body">{t('noStatement')}</p></>
      : <StatementView context={context} result={trial} reader="both_sides" region={placeOf(regionCode)} about={t('statementAbout', { place: place(regionCode), year: baseYear, arranged })} />,
  };
}

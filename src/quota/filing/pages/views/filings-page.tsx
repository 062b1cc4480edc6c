import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, FormFaultSummary, formFaultAt, InsetText, Mixed, PostForm, Select, Table, TableRegion, type FormFault, type PageView } from '../../../../ui/index.js';
import type { EmployerStatus } from '../../../employers/index.js';
import { filingNumber } from '../../app/show-filing.query.js';
import type { DeclarationHead } from '../../infra/declaration.repository.js';
import { stateTexts } from '../texts.js';
import type { Kit } from './kit.js';

export type FilingsState = { readonly page: ListPage<DeclarationHead>; /** Years that may be opened, the latest first; empty for whoever may not. */ readonly years: readonly number[]; /** The base year whose filing is due this year. */ readonly due: number; /** Of an employer that has no filing yet. */ readonly registration: EmployerStatus | null; readonly typedYear: string; /** Whether it is a filing of an employer that was merged with the clerk's own. */ readonly isOthers: (employerId: string) => boolean; readonly faults: readonly FormFault[] };

/** 年审申报: an employer's own, by year. */
export function filingsPage({ context, t, at }: Kit, { page, registration, years, due, typedYear, isOthers, faults }: FilingsState): PageView {
  const isUnverified = registration === 'registered' || registration === 'refused';
  return {
    title: t('listTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('listTitle')}</h1>
        <p class="govuk-body">{t('listLead')}</p>
        {page.items.length === 0 ? <p class="govuk-body">{t('listNone')}</p> : (
          <TableRegion label={t('listTitle')}>
            <Table
              caption={t('listTitle')}
              captionClass="govuk-visually-hidden"
              firstCellIsHeader
              head={[t('year'), t('state'), t('deadline'), t('number')]}
              rows={page.items.map((head) => [
                { content: <a class="govuk-link zj-alone" href={at(head.id)}>{t('yearOf', { year: head.baseYear })}{isOthers(head.employerId) && <Mixed context={context}>{t('ofMerged', { name: head.employerName })}</Mixed>}</a> },
                say(stateTexts, context.variant, head.state), head.deadline ?? t('unknown'), head.submittedAt === null ? '—' : filingNumber(head),
              ])}
            />
          </TableRegion>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/filings?${new URLSearchParams({ after: page.next }).toString()}`)} rel="next">{t('more')}</a></p>}
        {isUnverified && (
          <>
            <InsetText>{t(registration === 'refused' ? 'listRefused' : 'listUnverified')}</InsetText>
            <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/employers')}>{t('listRegistration')}</a></p>
          </>
        )}
        {years.length > 0 && !isUnverified && (
          <>
            <h2 class="govuk-heading-m">{t('openTitle')}</h2>
            <PostForm context={context} action="/filings">
              <Select name="baseYear" label={t('openYear')} hint={t('openHint', { year: due })} value={typedYear} {...formFaultAt(faults, 'baseYear')} items={[{ value: '', text: t('choose') }, ...years.map((year) => ({ value: String(year), text: t('yearOf', { year }) }))]} />
              <Button preventDoubleClick>{t('openButton')}</Button>
            </PostForm>
          </>
        )}
      </>
    ),
  };
}

import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, Details, ErrorSummary, FileUpload, InsetText, Mixed, NotificationBanner, Table, TableRegion, UploadProgress, type Cell, type ErrorSummaryItem, type PageContext, type PageView } from '../../../../ui/index.js';
import { faultSentence } from '../../../levy/index.js';
import { REQUIRED_COLUMNS, TEMPLATE_COLUMNS } from '../../domain/columns.js';
import { columnTexts } from '../../texts.js';
import { workbookTexts } from '../../workbook-texts.js';
import { uploadTexts, type UploadText } from '../texts/upload-texts.js';
import { missingFacts } from '../unit-form.js';
import { UnitSection } from './unit-section.js';
import type { UploadView } from './upload-view.js';

/** What the roster is for, what becomes of it, and the two steps: the facts of the employer, then the file. */
export function uploadPage(view: UploadView): PageView {
  const { context, refusal, notice, unit } = view;
  const t = (key: UploadText, params = {}) => say(uploadTexts, context.variant, key, params);
  const faults = unit?.faults ?? [];
  return {
    title: t('title'),
    hasErrors: refusal !== null || faults.length > 0,
    back: { href: context.href('/levy') },
    content: (
      <>
        <Faults view={view} />
        {notice === null ? null : <NotificationBanner text={t(notice)} />}
        <h1 class="govuk-heading-xl">{t('title')}</h1>
        <p class="govuk-body-l">{t('lead')}</p>
        <InsetText><p class="govuk-body">{t('trial')}</p></InsetText>
        <UnitSection view={view} />
        <FileSection view={view} />
        <Template context={context} />
        <Example context={context} />
        <Privacy view={view} />
      </>
    ),
  };
}

function Faults({ view: { context, refusal, unit } }: { readonly view: UploadView }): VNode | null {
  const t = (key: UploadText, params = {}) => say(uploadTexts, context.variant, key, params);
  if (refusal !== null) return <ErrorSummary title={t('error_summary')} errorList={[{ content: <Mixed context={context}>{refusal}</Mixed>, href: '#file' }]} />;
  const faults = unit?.faults ?? [];
  if (faults.length === 0) return null;
  return <ErrorSummary title={t('form_summary', { count: faults.length })} errorList={faults.map((fault): ErrorSummaryItem => ({ content: <Mixed context={context}>{faultSentence(fault, context.variant)}</Mixed>, href: `#${fault.field}` }))} />;
}

function FileSection({ view: { context, draft, limits, refusal } }: { readonly view: UploadView }): VNode {
  const t = (key: UploadText, params = {}) => say(uploadTexts, context.variant, key, params);
  const title = <h2 class="govuk-heading-l" id="upload">{t('file_title')}</h2>;
  if (missingFacts(draft).length > 0) return <>{title}<p class="govuk-body">{t('later')}</p></>;
  return (
    <>
      {title}
      {refusal === null ? null : <p class="govuk-body">{t('again')}</p>}
      <UploadProgress context={context}>
        <form method="post" action={context.href('/levy/roster')} enctype="multipart/form-data" novalidate>
          {/* Before the file: the reader of the body checks it before it keeps a byte. */}
          <input type="hidden" name="_csrf" value={context.csrfToken()} />
          <FileUpload
            name="file"
            label={{ content: t('file_label'), class: 'govuk-label--m' }}
            hint={t('file_hint', { rows: new Intl.NumberFormat('en').format(limits.rows), megabytes: limits.megabytes })}
            {...(refusal === null ? {} : { errorMessage: { content: <Mixed context={context}>{refusal}</Mixed> } })}
            attributes={{ accept: '.xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv' }}
          />
          <Button preventDoubleClick>{t('send')}</Button>
        </form>
      </UploadProgress>
      <p class="govuk-body">{t('phone')}</p>
    </>
  );
}

function Template({ context }: { readonly context: PageContext }): VNode {
  const t = (key: UploadText, params = {}) => say(uploadTexts, context.variant, key, params);
  return (
    <section aria-labelledby="template">
      <h2 class="govuk-heading-m" id="template">{t('template_title')}</h2>
      <p class="govuk-body">{t('template_text')}</p>
      <ul class="govuk-list zj-list-plain">
        <li><a class="govuk-link zj-alone" href={context.href('/levy/roster/template.xlsx')} download>{t('template_xlsx')}</a></li>
        <li><a class="govuk-link zj-alone" href={context.href('/levy/roster/template.csv')} download>{t('template_csv')}</a></li>
      </ul>
      <Details summary={t('columns_title')}><ColumnTable context={context} /></Details>
    </section>
  );
}

function Example({ context }: { readonly context: PageContext }): VNode {
  const t = (key: UploadText) => say(uploadTexts, context.variant, key);
  return (
    <section aria-labelledby="example">
      <h2 class="govuk-heading-m" id="example">{t('example_title')}</h2>
      <p class="govuk-body">{t('example_text')}</p>
      <ul class="govuk-list zj-list-plain">
        <li><a class="govuk-link zj-alone" href={context.href('/levy/roster/example.xlsx')} download>{t('example_xlsx')}</a></li>
        <li><a class="govuk-link zj-alone" href={context.href('/levy/roster/example.csv')} download>{t('example_csv')}</a></li>
      </ul>
    </section>
  );
}

const REQUIRED: ReadonlySet<string> = new Set(REQUIRED_COLUMNS);

function ColumnTable({ context }: { readonly context: PageContext }): VNode {
  const t = (key: UploadText, params = {}) => say(uploadTexts, context.variant, key, params);
  // The titles of the template stand in the file in the language of the page.
  const rows = TEMPLATE_COLUMNS.map((key): readonly Cell[] => [
    say(columnTexts, context.variant, key),
    t(REQUIRED.has(key) ? 'required_yes' : 'required_no'),
    { content: <Mixed context={context}>{say(workbookTexts, context.variant, `roster.template.${key}`)}</Mixed> },
  ]);
  return (
    <TableRegion label={t('columns_caption')}>
      <Table class="zj-table--gaps" caption={t('columns_caption')} captionClass="govuk-visually-hidden" firstCellIsHeader head={[t('column_name'), t('column_required'), t('column_meaning')]} rows={rows} />
    </TableRegion>
  );
}

function Privacy({ view: { context, limits } }: { readonly view: UploadView }): VNode {
  const t = (key: UploadText, params = {}) => say(uploadTexts, context.variant, key, params);
  return (
    <section class="zj-paper" aria-labelledby="privacy">
      <h2 class="govuk-heading-m" id="privacy">{t('privacy_title')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('privacy_time', { minutes: limits.minutes })}</li>
        {(['privacy_key', 'privacy_delete', 'privacy_backup', 'privacy_mask', 'privacy_new'] as const).map((key) => <li>{t(key)}</li>)}
      </ul>
    </section>
  );
}

import { chinaDay } from '../../../../kernel/clock.js';
import type { RowFault } from '../../../../kernel/sheet/row-reader.js';
import { say, type Dictionary } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { rowFaultSentence, sheetsFileErrorTexts, sheetsTableErrorTexts } from '../../../../platform/sheets/index.js';
import { Button, DayInput, FileUpload, FormFaultSummary, formFaultAt, InsetText, Input, langOfTyped, Mixed, NotificationBanner, SummaryList, Table, TableRegion, UploadProgress, WarningText, type FormFault, type PageView } from '../../../../ui/index.js';
import type { EmployerImport } from '../../infra/imports.repository.js';
import { employersErrorTexts } from '../../texts.js';
import { importStateTexts } from '../file-texts.js';
import type { ImportForm } from '../forms.js';
import type { Kit } from './kit.js';

export type ImportsState = { readonly page: ListPage<EmployerImport>; readonly typed: ImportForm; readonly faults: readonly FormFault[]; readonly waiting: boolean; readonly megabytes: number; readonly mayMerge: boolean };

/** 税务登记名单: what was imported, and the way to hand in another. */
export function importsPage(kit: Kit, state: ImportsState): PageView {
  const { context, f } = kit;
  const { page, faults, waiting, mayMerge } = state;
  const next = page.next === null ? null : `/employer-imports?${new URLSearchParams({ after: page.next }).toString()}`;
  return {
    title: f('importsTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/employers') },
    content: (
      <>
        <FormFaultSummary context={context} title={f('faults')} faults={faults} />
        {waiting && <NotificationBanner text={f('waiting')} />}
        <h1 class="govuk-heading-l">{f('importsTitle')}</h1>
        <p class="govuk-body">{f('importsLead')}</p>
        {mayMerge && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/employer-duplicates')}>{f('duplicatesLink')}</a></p>}
        <Upload kit={kit} state={state} />
        <h2 class="govuk-heading-m">{f('importsDone')}</h2>
        {page.items.length === 0 ? <p class="govuk-body">{f('importsNone')}</p> : (
          <TableRegion label={f('importsDone')}>
            <Table caption={f('importsDone')} captionClass="govuk-visually-hidden" head={[f('file'), f('importSource'), f('asOf'), f('importAt'), f('state'), f('rows')]} firstCellIsHeader
              rows={page.items.map((one) => [
                <a class="govuk-link zj-alone" href={context.href(`/employer-imports/${one.id}`)}>{f('importTitle', { id: one.id })}</a>, <Mixed context={context}>{one.source}</Mixed>, chinaDay(one.asOf), chinaDay(one.receivedAt),
                say(importStateTexts, context.variant, one.state), one.state === 'loaded' ? f('balance', one.rows) : f('empty'),
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(next)} rel="next">{f('more')}</a></p>}
      </>
    ),
  };
}

function Upload({ kit: { context, f }, state: { typed, faults, megabytes } }: { readonly kit: Kit; readonly state: ImportsState }) {
  const fault = formFaultAt(faults, 'file');
  return (
    <section aria-labelledby="upload">
      <h2 class="govuk-heading-m" id="upload">{f('upload')}</h2>
      <UploadProgress context={context}>
        <form method="post" action={context.href('/employer-imports')} enctype="multipart/form-data" novalidate>
          {/* Before the file: the reader of the body checks it before it keeps a byte. */}
          <input type="hidden" name="_csrf" value={context.csrfToken()} />
          <Input name="source" label={f('sourceLabel')} hint={{ content: <Mixed context={context}>{f('sourceHint')}</Mixed> }} value={typed['source'] ?? ''} autocomplete="off" class="govuk-input--width-20" {...formFaultAt(faults, 'source')} {...langOfTyped(context, typed['source'] ?? '')} />
          <DayInput context={context} name="asOf" field="asOf" legend={f('asOfLabel')} hint={f('asOfHint')} typed={typed} faults={faults} />
          <FileUpload name="file" label={f('uploadFile')} hint={{ content: <Mixed context={context}>{f('uploadHint', { megabytes })}</Mixed> }} {...fault}
            attributes={{ accept: '.xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv' }} />
          <Button preventDoubleClick>{f('start')}</Button>
        </form>
      </UploadProgress>
    </section>
  );
}

const REFUSALS: readonly Dictionary[] = [employersErrorTexts, sheetsFileErrorTexts, sheetsTableErrorTexts];

function refusalSentence({ code, params }: NonNullable<EmployerImport['refusal']>, { context }: Kit): string {
  const texts = REFUSALS.find(({ zh }) => Object.hasOwn(zh, code));
  return texts === undefined ? code : say(texts, context.variant, code, params);
}

/** One list: its balance, and each row that was not taken. */
export function importPage(kit: Kit, one: EmployerImport, faults: ListPage<RowFault>, repeated: boolean): PageView {
  const { context, f } = kit;
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  const next = faults.next === null ? null : `/employer-imports/${one.id}?${new URLSearchParams({ after: faults.next }).toString()}`;
  return {
    title: f('importTitle', { id: one.id }),
    noIndex: true,
    back: { href: context.href('/employer-imports'), text: f('importsTitle') },
    content: (
      <>
        {repeated && <NotificationBanner text={f('repeated')} />}
        <h1 class="govuk-heading-l">{f('importTitle', { id: one.id })}</h1>
        {one.state === 'loading' && <InsetText><p class="govuk-body">{f('loadingText')}</p><p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/employer-imports/${one.id}`)}>{f('refresh')}</a></p></InsetText>}
        {one.state === 'interrupted' && <WarningText>{f('interruptedText')}</WarningText>}
        {one.refusal !== null && <WarningText><Mixed context={context}>{refusalSentence(one.refusal, kit)}</Mixed></WarningText>}
        <SummaryList rows={[
          row(f('importSource'), one.source), row(f('asOf'), chinaDay(one.asOf)), row(f('importAt'), chinaDay(one.receivedAt)), row(f('file'), one.fileName), row(f('state'), say(importStateTexts, context.variant, one.state)),
          one.state === 'loaded' && row(f('rows'), f('balance', one.rows)),
        ]} />
        {one.state === 'loaded' && (
          <>
            <h2 class="govuk-heading-m">{f('rejections')}</h2>
            {faults.items.length === 0 ? <p class="govuk-body">{f('noRejections')}</p> : (
              <>
                <p class="govuk-body">{f('rejectionsLead')}</p>
                <ul class="govuk-list govuk-list--bullet">{faults.items.map((fault) => <li><Mixed context={context}>{rowFaultSentence(employersErrorTexts, fault, context.variant)}</Mixed></li>)}</ul>
              </>
            )}
          </>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(next)} rel="next">{f('next')}</a></p>}
      </>
    ),
  };
}

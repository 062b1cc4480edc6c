import type { VNode } from 'preact';
import { chinaDay } from '../../../../kernel/clock.js';
import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import type { Scope } from '../../../../platform/access/index.js';
import { rowFaultSentence } from '../../../../platform/sheets/index.js';
import { Button, ErrorSummary, FileUpload, InsetText, Mixed, NotificationBanner, SummaryList, Table, TableRegion, type PageView } from '../../../../ui/index.js';
import { shownName } from '../../api/views.js';
import type { PlatformView, ShownDifference } from '../../app/read-platform.query.js';
import { filingErrorTexts } from '../../texts.js';
import { backTo, type Kit } from './kit.js';
import type { UploadLimits } from './upload-section.js';

export type PlatformPageState = {
  readonly view: PlatformView;
  readonly scope: Scope;
  /** Why the file that was just sent was not taken. */
  readonly refusal: string | null;
  /** A file was read a moment ago. */
  readonly read: boolean;
  readonly mayWrite: boolean;
  readonly limits: UploadLimits;
};

/** 与全国平台核对: the list out, its word in, every difference. */
export function platformPage(kit: Kit, state: PlatformPageState): PageView {
  const { context, t, at } = kit;
  const { view: { filing: { head, sums }, fields, files }, refusal, read, mayWrite } = state;
  return {
    title: t('platformTitle'),
    noIndex: true,
    hasErrors: refusal !== null,
    back: backTo(kit, head.id),
    content: (
      <>
        {refusal !== null && <ErrorSummary title={t('importRefused')} errorList={[{ content: <Mixed context={context}>{refusal}</Mixed>, href: '#file' }]} />}
        {read && <NotificationBanner type="success" title={t('platformRead')}><p class="govuk-body">{t('platformRead')}</p></NotificationBanner>}
        <h1 class="govuk-heading-l">{t('platformTitle')}</h1>
        <p class="govuk-body">{t('platformLead')}</p>
        {mayWrite && sums.lines > 0 && (
          <section aria-labelledby="export">
            <h2 class="govuk-heading-m" id="export">{t('platformExport')}</h2>
            <p class="govuk-body">{t('platformExportText')}</p>
            {!fields.confirmed && <InsetText><p class="govuk-body">{t('platformTitles')}</p></InsetText>}
            <p class="govuk-body"><a class="govuk-link zj-alone" href={at(head.id, 'platform/export')} download>{t('platformDownload', { lines: sums.lines })}</a></p>
          </section>
        )}
        {files.length > 0 && <Told kit={kit} view={state.view} />}
        {state.view.differences !== null && <Differences kit={kit} state={state} />}
        {mayWrite && <Import kit={kit} state={state} />}
      </>
    ),
  };
}

function Told({ kit, view: { told, files, numberDiffers, faults } }: { readonly kit: Kit; readonly view: PlatformView }): VNode {
  const { context, t } = kit;
  const [latest] = files;
  const row = (key: string, value: number | undefined) => ({ key, value: new Intl.NumberFormat('en').format(value ?? 0) });
  return (
    <>
      <h2 class="govuk-heading-m">{t('platformTold')}</h2>
      <SummaryList
        rows={[
          { key: t('platformReceipt'), value: told.receiptNumber ?? t('platformUntold') }, { key: t('platformReceivedOn'), value: told.receivedOn ?? t('platformUntold') },
          { key: t('platformDetermined'), value: told.determined === null ? t('platformUntold') : t('people', { count: told.determined }) },
          { key: t('platformFileOf'), value: latest === undefined ? '—' : chinaDay(latest.receivedAt) },
          row(t('rowsIn'), latest?.rowsIn), row(t('platformAccepted'), latest?.accepted), row(t('unchanged'), latest?.unchanged), row(t('rejectedDone'), latest?.rejected), row(t('platformRemoved'), latest?.removed),
        ]}
      />
      {latest !== undefined && !latest.yearTold && <p class="govuk-body">{t('platformYearUntold')}</p>}
      {numberDiffers !== null && <InsetText><p class="govuk-body">{t('platformNumbers', numberDiffers)}</p></InsetText>}
      {faults.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('faultsTitle')}</h3>
          <ul class="govuk-list govuk-list--bullet">{faults.map((fault) => <li><Mixed context={context}>{rowFaultSentence(filingErrorTexts, fault, context.variant)}</Mixed></li>)}</ul>
        </>
      )}
    </>
  );
}

function Differences({ kit: { context, t }, state: { view: { differences }, scope } }: { readonly kit: Kit; readonly state: PlatformPageState }): VNode {
  const { all = 0, shown = [] } = differences ?? {};
  const months = (count: number | null): string => (count === null ? '—' : t('months', { count }));
  const words = ({ kind, reason }: ShownDifference): string => [t(DIFFERENCES[kind]), reason === null || scope.kind !== 'employer' ? '' : t('platformReason', { reason })].join('');
  if (all === 0) return <><h2 class="govuk-heading-m">{t('platformDifferences')}</h2><p class="govuk-body">{t('platformSame')}</p></>;
  return (
    <>
      <h2 class="govuk-heading-m">{t('platformDifferences')}</h2>
      <p class="govuk-body">{t('platformDiffer', { all })}</p>
      <TableRegion label={t('platformDifferences')}>
        <Table
          caption={t('platformDifferences')}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[t('name'), t('platformOurs'), t('platformTheirs'), t('platformWhat')]}
          rows={shown.map((difference) => [
            { content: <><Mixed context={context}>{shownName(difference.name, scope) || '—'}</Mixed><br />{maskCitizenId(difference.citizenId)}</> },
            months(difference.ours), months(difference.theirs), { content: <Mixed context={context}>{words(difference)}</Mixed>, class: 'zj-sentence' },
          ])}
        />
      </TableRegion>
    </>
  );
}

const DIFFERENCES = { only_here: 'differsOnlyHere', only_there: 'differsOnlyThere', refused: 'differsRefused', admitted: 'differsAdmitted', months: 'differsMonths' } as const;

function Import({ kit: { context, t, at }, state: { view: { filing: { head } }, refusal, limits } }: { readonly kit: Kit; readonly state: PlatformPageState }): VNode {
  return (
    <section aria-labelledby="import">
      <h2 class="govuk-heading-m" id="import">{t('platformImport')}</h2>
      <p class="govuk-body">{t('platformImportText')}</p>
      <form method="post" action={at(head.id, 'platform/files')} enctype="multipart/form-data" novalidate>
        {/* Before the file: the reader of the body checks it before it keeps a byte. */}
        <input type="hidden" name="_csrf" value={context.csrfToken()} />
        <FileUpload
          name="file"
          label={{ content: t('platformFile'), class: 'govuk-label--s' }}
          hint={t('uploadHint', { rows: new Intl.NumberFormat('en').format(limits.rows), megabytes: limits.megabytes })}
          {...(refusal === null ? {} : { errorMessage: { content: <Mixed context={context}>{refusal}</Mixed> } })}
          attributes={{ accept: '.xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv' }}
        />
        <Button preventDoubleClick>{t('platformButton')}</Button>
      </form>
    </section>
  );
}

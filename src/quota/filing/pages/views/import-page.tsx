import type { VNode } from 'preact';
import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import type { Scope } from '../../../../platform/access/index.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, ButtonGroup, ErrorSummary, Mixed, NotificationBanner, PollStatus, PostForm, SummaryList, Table, TableRegion, type PageView } from '../../../../ui/index.js';
import { rosterWarningSentence } from '../../../roster/index.js';
import { shownName } from '../../api/views.js';
import type { Leaving } from '../../app/read-imports.query.js';
import type { DeclarationHead } from '../../infra/declaration.repository.js';
import type { Rejection, RosterImport } from '../../infra/import.repository.js';
import { rejectionSentence } from '../../texts.js';
import type { Kit } from './kit.js';
import { UploadSection, type UploadLimits } from './upload-section.js';

export type ImportPageState = { readonly head: DeclarationHead; readonly file: RosterImport; readonly faults: ListPage<Rejection>; readonly leaving: Leaving; readonly scope: Scope; readonly refusal: string | null; /** It was taken a moment ago. */ readonly taken: boolean; readonly mayWrite: boolean; readonly limits: UploadLimits };

/** 花名册检查结果: the balance of rows, what is wrong with each, and the clerk's word. */
export function importPage(kit: Kit, state: ImportPageState): PageView {
  const { context, t, at } = kit;
  const { head, file, taken } = state;
  const refused = file.state === 'refused' ? state.refusal : null;
  return {
    title: t('importTitle'),
    noIndex: true,
    hasErrors: refused !== null,
    back: { href: at(head.id, 'people'), text: t('peopleTitle') },
    content: (
      <>
        {refused !== null && <ErrorSummary title={t('importRefused')} errorList={[{ content: <Mixed context={context}>{refused}</Mixed>, ...(state.mayWrite ? { href: '#file' } : {}) }]} />}
        {taken && <NotificationBanner type="success" title={t('importDone')}><p class="govuk-body">{t(file.rejected === 0 ? 'importAllWritten' : 'importSomeWritten', { rejected: file.rejected })}</p></NotificationBanner>}
        <h1 class="govuk-heading-l">{t('importTitle')}</h1>
        {file.state === 'reading'
          ? <PollStatus context={context} src={`/filings/${head.id}/uploads/${file.id}/progress`}><ImportProgress kit={kit} head={head} file={file} /></PollStatus>
          : <Outcome kit={kit} state={state} />}
      </>
    ),
  };
}

/** The part that changes while a file is read. */
export function ImportProgress({ kit: { t, at }, head, file }: { readonly kit: Kit; readonly head: DeclarationHead; readonly file: RosterImport }): VNode {
  const final = file.state !== 'reading';
  return (
    <div class="zj-live" {...(final ? { 'data-final': true } : {})}>
      <p class="govuk-body-l" data-announce>{final ? t('importReady') : t('importReading', { rows: new Intl.NumberFormat('en').format(file.rowsRead) })}</p>
      <p class="govuk-body"><a class={final ? 'govuk-button' : 'govuk-link zj-alone'} id="status-link" href={at(head.id, `uploads/${file.id}`)}>{t(final ? 'importSee' : 'importRefresh')}</a></p>
      <p class="govuk-body">{t('importKeep')}</p>
    </div>
  );
}

function Outcome({ kit, state }: { readonly kit: Kit; readonly state: ImportPageState }): VNode {
  const { t, at } = kit;
  const { head, file, refusal, limits, mayWrite } = state;
  const another = mayWrite && <UploadSection kit={kit} head={head} refusal={file.state === 'refused' ? refusal : null} limits={limits} />;
  if (file.state === 'failed') return <><p class="govuk-body">{t('importFailed')}</p>{another}</>;
  if (file.state === 'discarded') return <p class="govuk-body">{t('importDiscarded')}</p>;
  if (file.state === 'refused') return <><p class="govuk-body">{t('importRefusedText')}</p>{another}</>;
  return (
    <>
      <Balance kit={kit} file={file} />
      <Leavers kit={kit} state={state} />
      {file.state === 'checked' && state.mayWrite && <Word kit={kit} state={state} />}
      <Faults kit={kit} state={state} />
      <Warnings kit={kit} file={file} />
      {file.state === 'checked' && file.rejected > 0 && another}
      {file.state === 'done' && (
        <ul class="govuk-list zj-list-plain">
          <li><a class="govuk-link zj-alone" href={at(head.id, 'people')}>{t('wayPeople')}</a></li>
          <li><a class="govuk-link zj-alone" href={at(head.id)}>{t('back')}</a></li>
        </ul>
      )}
    </>
  );
}

function Balance({ kit: { t }, file }: { readonly kit: Kit; readonly file: RosterImport }): VNode {
  const done = file.state === 'done';
  const row = (key: string, value: number) => ({ key, value: new Intl.NumberFormat('en').format(value) });
  return (
    <SummaryList
      rows={[
        row(t('rowsIn'), file.rowsIn), row(t(done ? 'acceptedDone' : 'accepted'), file.accepted), row(t(done ? 'unchangedDone' : 'unchanged'), file.unchanged),
        row(t(done ? 'rejectedDone' : 'rejected'), file.rejected), row(t(done ? 'removedDone' : 'removed'), file.removed),
      ]}
    />
  );
}

/** Whom the clerk takes off the list by confirming; above the button. */
function Leavers({ kit: { context, t }, state: { leaving: { all, shown }, scope } }: { readonly kit: Kit; readonly state: ImportPageState }): VNode | null {
  if (all === 0) return null;
  return (
    <section aria-labelledby="leaving">
      <h2 class="govuk-heading-m" id="leaving">{t('leavingTitle', { lines: new Intl.NumberFormat('en').format(all) })}</h2>
      <p class="govuk-body">{t('leavingText')}</p>
      <TableRegion label={t('leavingCaption')}>
        <Table
          caption={t('leavingCaption')}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[t('name'), t('citizenId'), t('contract'), t('leavingWhy')]}
          rows={shown.map(({ line, citizenId, stays }) => [
            { content: <Mixed context={context}>{shownName(line.name, scope) || '—'}</Mixed> }, maskCitizenId(citizenId), { content: <Mixed context={context}>{`${line.contractStart} – ${line.contractEnd ?? t('openEnded')}`}</Mixed> }, t(stays ? 'leavingContract' : 'leavingPerson'),
          ])}
        />
      </TableRegion>
      {all > shown.length && <p class="govuk-body">{t('leavingBeyond', { beyond: new Intl.NumberFormat('en').format(all - shown.length) })}</p>}
    </section>
  );
}

function Word({ kit: { context, t }, state: { head, file } }: { readonly kit: Kit; readonly state: ImportPageState }): VNode {
  const path = `/filings/${head.id}/uploads/${file.id}`;
  const nothingGood = file.accepted + file.unchanged === 0;
  const nothingNew = !nothingGood && file.accepted + file.removed === 0;
  return (
    <>
      {nothingGood && <p class="govuk-body">{t('allRejected')}</p>}
      {nothingNew && <p class="govuk-body">{t('takeNothing')}</p>}
      <ButtonGroup>
        {!nothingGood && !nothingNew && <PostForm context={context} action={`${path}/take`}><input type="hidden" name="version" value={String(head.version)} /><Button preventDoubleClick>{t('takeButton')}</Button></PostForm>}
        <PostForm context={context} action={`${path}/discard`}><Button class="govuk-button--secondary">{t('discardButton')}</Button></PostForm>
      </ButtonGroup>
    </>
  );
}

function Faults({ kit: { context, t, at }, state: { head, file, faults } }: { readonly kit: Kit; readonly state: ImportPageState }): VNode | null {
  if (file.rejected === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{t('faultsTitle')}</h2>
      <p class="govuk-body">{t('correctHint')}</p>
      {/* No table: each sentence names its row and column itself, and beside two columns of them it had no room on a telephone. */}
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">{faults.items.map((fault) => <li><Mixed context={context}>{rejectionSentence(fault, context.variant)}</Mixed></li>)}</ul>
      {faults.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={`${at(head.id, `uploads/${file.id}`)}?${new URLSearchParams({ after: faults.next }).toString()}`} rel="next">{t('faultsMore')}</a></p>}
    </>
  );
}

function Warnings({ kit: { context, t }, file }: { readonly kit: Kit; readonly file: RosterImport }): VNode | null {
  const warnings = file.words?.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <section class="zj-paper" aria-labelledby="noticed">
      <h2 class="govuk-heading-m" id="noticed">{t('warningsTitle')}</h2>
      <ul class="govuk-list govuk-list--bullet">{warnings.map((warning) => <li><Mixed context={context}>{rosterWarningSentence(warning, context.variant)}</Mixed></li>)}</ul>
    </section>
  );
}

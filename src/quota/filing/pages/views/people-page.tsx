import type { VNode } from 'preact';
import { chinaDay } from '../../../../kernel/clock.js';
import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import type { Scope } from '../../../../platform/access/index.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { ErrorSummary, Mixed, Table, TableRegion, type PageView } from '../../../../ui/index.js';
import type { JudgedLine } from '../../app/judge-lines.js';
import { shownName } from '../../api/views.js';
import type { ShownFiling } from '../../app/show-filing.query.js';
import type { RosterImport } from '../../infra/import.repository.js';
import { backTo, type Kit } from './kit.js';
import { UploadSection, type UploadLimits } from './upload-section.js';

export type PeoplePageState = {
  readonly filing: ShownFiling;
  readonly page: ListPage<JudgedLine>;
  readonly imports: readonly RosterImport[];
  readonly scope: Scope;
  readonly mayWrite: boolean;
  /** Why the file that was just sent was not taken. */
  readonly refusal: string | null;
  readonly limits: UploadLimits;
};

/** 残疾人职工名单, by file and by hand. */
export function peoplePage(kit: Kit, state: PeoplePageState): PageView {
  const { context, t, at } = kit;
  const { filing: { head, sums, trial }, page, refusal, mayWrite, limits } = state;
  return {
    title: t('peopleTitle'),
    noIndex: true,
    hasErrors: refusal !== null,
    back: backTo(kit, head.id),
    content: (
      <>
        {refusal !== null && <ErrorSummary title={t('faults')} errorList={[{ content: <Mixed context={context}>{refusal}</Mixed>, href: '#file' }]} />}
        <h1 class="govuk-heading-l">{t('peopleTitle')}</h1>
        <p class="govuk-body">{t('peopleLead')}</p>
        {sums.lines > 0 && trial.kind === 'sum' && <p class="govuk-body">{t('sumPeople', { lines: sums.lines, people: sums.people, months: sums.countedMonths, arranged: trial.result.arranged })}</p>}
        {page.items.length === 0 ? <p class="govuk-body">{t('peopleNone')}</p> : <People kit={kit} state={state} />}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={`${at(head.id, 'people')}?${new URLSearchParams({ after: page.next }).toString()}`} rel="next">{t('nextPeople')}</a></p>}
        {mayWrite && (
          <>
            <p class="govuk-body"><a class="govuk-link zj-alone" href={at(head.id, 'add-person')}>{t('addByHand')}</a></p>
            <UploadSection kit={kit} head={head} refusal={refusal} limits={limits} />
          </>
        )}
        <Imports kit={kit} state={state} />
      </>
    ),
  };
}

function People({ kit: { context, t, at }, state: { filing: { head }, page, scope, mayWrite } }: { readonly kit: Kit; readonly state: PeoplePageState }): VNode {
  const contract = (start: string, end: string | null): string => `${start} – ${end ?? t('openEnded')}`;
  return (
    <TableRegion label={t('peopleTitle')}>
      <Table
        caption={t('peopleTitle')}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[t('name'), t('citizenId'), t('contract'), t('counted'), ...(mayWrite ? [t('actions')] : [])]}
        rows={page.items.map(({ line, citizenId }) => [
          { content: <Mixed context={context}>{shownName(line.name, scope) || '—'}</Mixed> }, maskCitizenId(citizenId), { content: <Mixed context={context}>{contract(line.contractStart, line.contractEnd)}</Mixed> },
          line.sums.counted === 0 ? t('notCounted') : `${t('countedMonths', { count: line.sums.counted })}${line.sums.certain < line.sums.counted ? `，${t('provisional', { count: line.sums.counted - line.sums.certain })}` : ''}`,
          ...(mayWrite ? [{ content: <a class="govuk-link zj-alone" href={at(head.id, `people/${line.id}`)}>{t('change')}<span class="govuk-visually-hidden"> <Mixed context={context}>{line.name}</Mixed></span></a> }] : []),
        ])}
      />
    </TableRegion>
  );
}

const WORDS = { reading: 'uploadReading', checked: 'uploadChecked', done: 'importDone', refused: 'importRefused', failed: 'uploadFailed', discarded: 'uploadDiscarded' } as const;

function Imports({ kit: { t, at }, state: { filing: { head }, imports } }: { readonly kit: Kit; readonly state: PeoplePageState }): VNode | null {
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="uploads">
      <h2 class="govuk-heading-m" id="uploads">{t('uploads')}</h2>
      <ul class="govuk-list zj-list-plain">
        {imports.map(({ id, receivedAt, state, rowsIn }, index) => (
          <li>
            <a class="govuk-link zj-alone" href={at(head.id, `uploads/${id}`)}>{`${imports.length - index}. ${t('uploadAt', { day: chinaDay(receivedAt) })}`}</a>
            {rowsIn > 0 ? t('uploadRows', { state: t(WORDS[state]), count: rowsIn }) : t('uploadIs', { state: t(WORDS[state]) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

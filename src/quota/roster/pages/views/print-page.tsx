import type { PageView } from '../../../../ui/index.js';
import type { ShownGroup } from '../error-groups.js';
import { rosterPath } from '../paths.js';
import type { PersonRow } from '../person-row.js';
import { ErrorGroups } from './errors-view.js';
import { Balance, counted, tOf, type ResultView } from './frame.js';
import { PersonTable } from './person-table.js';
import { MonthsSummary, Notices, Statement, type ConcludedHead } from './result-page.js';

/** Rows told month by month on paper: about forty sheets. */
export const MOST_PRINTED = 500;

/** Everything on one page, for paper or PDF. */
export function printPage(view: ResultView, head: ConcludedHead, rows: readonly PersonRow[], groups: readonly ShownGroup[]): PageView {
  const { context, id, region } = view;
  const t = tOf(context);
  return {
    title: t('print_title'),
    noIndex: true,
    back: { href: context.href(rosterPath('result', id)) },
    content: (
      <>
        <p class="govuk-body zj-noprint">{t('print_note')}</p>
        <Balance view={view} />
        <Statement
          view={view}
          head={head}
          people={(
            <>
              <MonthsSummary view={view} head={head} link={false} />
              {rows.length < head.rows.accepted ? <p class="govuk-body">{t('print_people', { count: counted(rows.length), total: counted(head.rows.accepted) })}</p> : null}
              <PersonTable context={context} rows={rows} region={region} />
            </>
          )}
        />
        <Notices view={view} head={head} />
        {head.rows.rejected > 0 ? <ErrorGroups context={context} groups={groups} /> : null}
      </>
    ),
  };
}

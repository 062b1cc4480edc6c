import { Pagination, type PageView } from '../../../../ui/index.js';
import type { PersonRow } from '../person-row.js';
import { rosterPath } from '../paths.js';
import { counted, Parts, tOf, type ResultView } from './frame.js';
import { PersonTable } from './person-table.js';

/** Rows of one page of the table. */
export const ROWS_A_PAGE = 25;

export function monthsPage(view: ResultView, page: number, rows: readonly PersonRow[]): PageView {
  const { context, id, region, head } = view;
  const t = tOf(context);
  const total = head.rows.accepted;
  const pages = Math.max(1, Math.ceil(total / ROWS_A_PAGE));
  const href = (number: number): string => context.href(`${rosterPath('months', id)}?page=${number}`);
  const first = (page - 1) * ROWS_A_PAGE + 1;
  return {
    title: page === 1 ? t('months_page_title') : `${t('months_page_title')} ${page}/${pages}`,
    noIndex: true,
    content: (
      <>
        <Parts view={view} open="months" />
        <h1 class="govuk-heading-l">{t('months_page_title')}</h1>
        <p class="govuk-body">{t('months_page_lead', { first: counted(Math.min(first, total)), last: counted(Math.min(first + ROWS_A_PAGE - 1, total)), total: counted(total) })}</p>
        <PersonTable context={context} rows={rows} region={region} />
        {pages === 1 ? null : (
          <Pagination
            {...(page > 1 ? { previous: { href: href(page - 1) } } : {})}
            {...(page < pages ? { next: { href: href(page + 1) } } : {})}
            items={shownPages(page, pages).map((number) => (number === null ? { ellipsis: true } : { number, href: href(number), current: number === page }))}
          />
        )}
      </>
    ),
  };
}

/** First, last and the neighbours; null for what is left out. */
export function shownPages(page: number, pages: number): readonly (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
  return wanted.flatMap((number, index) => {
    const before = wanted[index - 1];
    return before !== undefined && number - before > 1 ? [null, number] : [number];
  });
}

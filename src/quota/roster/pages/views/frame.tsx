import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { InsetText, type PageContext } from '../../../../ui/index.js';
import type { RosterHead } from '../../app/conclude-roster.js';
import { rosterPath } from '../paths.js';
import { resultTexts, type ResultText } from '../texts/result-texts.js';

export type T = (key: ResultText, params?: Readonly<Record<string, string | number>>) => string;
export const tOf = (context: PageContext): T => (key, params) => say(resultTexts, context.variant, key, params);

const grouped = new Intl.NumberFormat('en');

/** A number of things, its thousands apart. Row numbers stay as the spreadsheet shows them. */
export const counted = (count: number): string => grouped.format(count);

/** What the pages of one finished roster share. */
export type ResultView = {
  readonly context: PageContext;
  readonly id: string;
  readonly head: RosterHead;
  /** Of the case. */
  readonly region: string;
  /** 山东省 淄博市 张店区，2024 年，企业 */
  readonly about: string;
  /** When file and result are deleted, as a time of day in China: `14:05`. */
  readonly expires: string;
};

export type ResultPart = 'result' | 'months' | 'errors';

/** The pages of a result beside each other; the one that is open is named, not linked. */
export function Parts({ view, open }: { readonly view: ResultView; readonly open: ResultPart }): VNode {
  const { context, id, head } = view;
  const t = tOf(context);
  const parts: readonly (readonly [ResultPart, string])[] = [
    ['result', t('view_result')],
    ['months', t('view_months', { count: counted(head.rows.accepted) })],
    ...(head.rows.rejected > 0 ? [['errors', t('view_errors', { count: counted(head.rows.rejected) })] as const] : []),
  ];
  return (
    <nav class="zj-parts zj-noprint" aria-label={t('views')}>
      <ul class="govuk-list zj-list-plain">
        {parts.map(([part, words]) => (
          <li>{part === open ? <strong class="zj-alone" aria-current="page">{words}</strong> : <a class="govuk-link zj-alone" href={context.href(rosterPath(part, id))}>{words}</a>}</li>
        ))}
      </ul>
      <p class="govuk-body zj-quiet">{t('expires', { time: view.expires })}</p>
    </nav>
  );
}

/** Rows in = accepted + the same + rejected, always; and what a rejection means for the sum. */
export function Balance({ view }: { readonly view: ResultView }): VNode {
  const { context, id, head: { rows } } = view;
  const t = tOf(context);
  return (
    <InsetText class={rows.rejected > 0 ? 'zj-balance zj-balance--rejected' : 'zj-balance'}>
      <p class="govuk-body"><strong>{t('balance', { in: counted(rows.in), accepted: counted(rows.accepted), unchanged: counted(rows.unchanged), rejected: counted(rows.rejected) })}</strong></p>
      {rows.unchanged > 0 ? <p class="govuk-body">{t('balance_same')}</p> : null}
      <p class="govuk-body">{rows.rejected > 0 ? t('balance_rejected', { rejected: counted(rows.rejected) }) : t('balance_good')}{rows.rejected > 0 ? <>{' '}<a class="govuk-link" href={context.href(rosterPath('errors', id))}>{t('see_errors')}</a></> : null}</p>
    </InsetText>
  );
}

import type { RowError } from '../domain/faults.js';
import type { ErrorGroup } from '../domain/outcome.js';

/** One cause of refusal: its rows as far as they are shown on a page. */
export type ShownGroup = { readonly group: ErrorGroup; readonly errors: readonly RowError[] };

/** Rows listed under one cause; the download has all. */
export const MOST_ROWS_A_GROUP = 50;

/** Lays errors, in the order of the rows, under the causes of the result; the most frequent cause stays first. */
export function groupErrors(groups: readonly ErrorGroup[], errors: Iterable<RowError>): readonly ShownGroup[] {
  const lists = new Map(groups.map((group) => [keyOf(group), { group, errors: [] as RowError[] }]));
  for (const error of errors) {
    const list = lists.get(keyOf(error));
    if (list && list.errors.length < MOST_ROWS_A_GROUP) list.errors.push(error);
  }
  return [...lists.values()];
}

const keyOf = ({ code, column }: Pick<ErrorGroup, 'code' | 'column'>): string => `${code} ${column}`;

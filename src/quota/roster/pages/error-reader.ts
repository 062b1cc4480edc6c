import type { RowError } from '../domain/faults.js';
import type { ErrorGroup } from '../domain/outcome.js';
import { groupErrors, type ShownGroup } from './error-groups.js';

/** Faults by place, in the order of the rows. */
export type ReadErrors = (from: number, count: number) => Promise<readonly RowError[]>;

/** Faults read for one page: ten pieces of what is stored. */
const READ_AT_ONCE = 2000;

/**
 * The causes with their first rows. In a long list of faults a rare cause may begin far behind what is read at once: its
 * first row is looked up then, so that every cause is told with its way to correct it.
 */
export async function readGroups(groups: readonly ErrorGroup[], read: ReadErrors): Promise<readonly ShownGroup[]> {
  if (groups.length === 0) return [];
  const total = groups.reduce((sum, { rows }) => sum + rows, 0);
  const shown = groupErrors(groups, await read(0, Math.min(READ_AT_ONCE, total)));
  return Promise.all(shown.map(async (group): Promise<ShownGroup> => (group.errors.length > 0 ? group : { ...group, errors: await firstOf(group.group, total, read) })));
}

async function firstOf({ code, column, firstRow }: ErrorGroup, total: number, read: ReadErrors): Promise<readonly RowError[]> {
  let [low, high] = [0, total];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [error] = await read(middle, 1);
    if (error === undefined || error.row >= firstRow) high = middle;
    else low = middle + 1;
  }
  // A row has at most one fault in each of its cells.
  const ofRow = await read(low, 200);
  return ofRow.filter((error) => error.row === firstRow && error.code === code && error.column === column);
}

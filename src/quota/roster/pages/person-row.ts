import type { LineRule } from '../../counting/index.js';
import type { MonthsVerdict, PersonLine } from '../domain/outcome.js';

/** One month of one person as a cell shows it. */
export type MonthCell = { readonly kind: 'counted' | 'provisional' | 'refused'; readonly weight: 0 | 1 | 2 };

/** Why some months are refused or provisional. */
export type MonthsReason = {
  /** 1–12, in order. */
  readonly months: readonly number[];
  readonly counted: boolean;
  readonly finding: MonthsVerdict['findings'][number];
  readonly rules: readonly LineRule[];
};

export type PersonRow = {
  readonly line: PersonLine;
  /** January first; a month without a verdict is refused without reason, which never happens. */
  readonly cells: readonly MonthCell[];
  readonly weight: number;
  readonly reasons: readonly MonthsReason[];
};

const REFUSED: MonthCell = { kind: 'refused', weight: 0 };

/** Lays the verdicts of a person over twelve columns. `rules` is the result's list that findings refer to by place. */
export function personRow(line: PersonLine, rules: readonly LineRule[]): PersonRow {
  const cells: MonthCell[] = Array.from({ length: 12 }, () => REFUSED);
  for (const verdict of line.verdicts) {
    const cell: MonthCell = { kind: !verdict.counted ? 'refused' : verdict.provisional ? 'provisional' : 'counted', weight: verdict.weight };
    for (const month of verdict.months) cells[monthNumber(month) - 1] = cell;
  }
  return {
    line,
    cells,
    weight: cells.reduce((sum, { weight }) => sum + weight, 0),
    reasons: line.verdicts.flatMap(({ months, counted, findings }) => findings
      // A refused month is refused by what is unmet; what is merely unknown beside it changes nothing.
      .filter(({ answer }) => counted || answer === 'unmet')
      .map((finding): MonthsReason => ({
        months: months.map(monthNumber), counted, finding,
        rules: finding.rules.flatMap((place) => rules[place] ?? []),
      }))),
  };
}

const monthNumber = (month: string): number => Number(month.slice(5, 7));

/** 1, 2, 3, 7 → [1, 3], [7, 7] */
export function monthRuns(months: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run && month === run[1] + 1) run[1] = month;
    else runs.push([month, month]);
  }
  return runs;
}

import { makeYearMonth, type YearMonth } from '../../kernel/year-month.js';

/** Months in a row, both inclusive. */
export type MonthRun = { readonly from: YearMonth; readonly until: YearMonth };

/** The runs of set months of a year. @param mask bit 0 is January */
export function runsOf(year: number, mask: number): readonly MonthRun[] {
  const runs: MonthRun[] = [];
  for (let month = 1; month <= 12; month++) {
    if ((mask & (1 << (month - 1))) === 0) continue;
    const first = month;
    while (month < 12 && (mask & (1 << month)) !== 0) month++;
    runs.push({ from: makeYearMonth(year, first), until: makeYearMonth(year, month) });
  }
  return runs;
}

/** Whether the work goes on behind a run: it reaches the end of the year, and no contract ends with it. */
export const goesOn = (year: number, { until }: MonthRun, contractUntil: string | null): boolean =>
  until === makeYearMonth(year, 12) && (contractUntil === null || contractUntil > `${year}-12-31`);

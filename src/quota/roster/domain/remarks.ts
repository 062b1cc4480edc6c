import type { RosterWarning, RowError, RowRemark, SheetRemark } from './faults.js';
import type { Column } from './header.js';
import type { ErrorGroup } from './outcome.js';
import { columnLetters } from '../../../kernel/sheet/sheet-row.js';

const MOST_NAMED = 10;

/** Words about a file, each kind once for each column with the number of rows and the first of them. */
export class Remarks {
  private readonly byRow = new Map<string, { remark: RowRemark; column: Column | null; rows: number; firstRow: number }>();
  private readonly bySheet: RosterWarning[] = [];

  row(remark: RowRemark, column: Column | null, row: number): void {
    const key = `${remark} ${column?.index ?? ''}`;
    const known = this.byRow.get(key);
    if (known) known.rows++;
    else this.byRow.set(key, { remark, column, rows: 1, firstRow: row });
  }

  sheet(remark: SheetRemark, params: RosterWarning['params']): void {
    this.bySheet.push({ code: `roster.warning.${remark}`, params });
  }

  columns(remark: 'unknown_columns' | 'doubled_columns', columns: readonly Column[]): void {
    if (columns.length === 0) return;
    const names = columns.slice(0, MOST_NAMED).map(({ title }) => title).join('、');
    this.sheet(remark, { names, count: columns.length, more: columns.length > MOST_NAMED });
  }

  get all(): readonly RosterWarning[] {
    const rows = [...this.byRow.values()].map(({ remark, column, rows: count, firstRow }): RosterWarning => ({
      code: `roster.warning.${remark}`,
      params: { column: column?.title ?? null, cell: column === null ? String(firstRow) : `${columnLetters(column.index)}${firstRow}`, rows: count, firstRow },
    }));
    return [...this.bySheet, ...rows];
  }
}

/** Counts faults by code and column, for a page that shows each cause once. */
export class ErrorGroups {
  private readonly groups = new Map<string, { code: RowError['code']; column: string; rows: number; firstRow: number }>();

  add({ code, column, row }: RowError): void {
    const key = `${code} ${column}`;
    const known = this.groups.get(key);
    if (known) known.rows++;
    else this.groups.set(key, { code, column, rows: 1, firstRow: row });
  }

  get all(): readonly ErrorGroup[] {
    return [...this.groups.values()].sort((one, other) => other.rows - one.rows || one.firstRow - other.firstRow);
  }
}

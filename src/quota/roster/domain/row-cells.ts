import type { TextParams } from '../../../kernel/domain-error.js';
import { normaliseText } from '../../../kernel/normalise.js';
import type { ColumnKey } from './columns.js';
import type { RowError, RowFault, RowRemark } from './faults.js';
import type { Column, Header } from './header.js';
import type { ValueReaders } from './value-readers.js';
import { CELL, columnLetters, isFormula, kindAt, textAt, type CellKind, type SheetRow } from '../../../kernel/sheet/sheet-row.js';

export type ReadCell = { readonly text: string; readonly kind: CellKind; readonly column: Column };

/** No value of a roster is longer; what is, is read no further. */
const LONGEST = 200;
/** Longest value that an error repeats. */
const SHOWN = 40;

/** A value as an error may repeat it: columns get mixed up, and an identity number is never repeated. */
const shown = (text: string): string => normaliseText(text).replace(/\d{11,}[\dXx]*/g, (digits) => `${digits.slice(0, 3)}…`).slice(0, SHOWN);

/** The cells of one row under a header, and the faults found in them. */
export class RowCells {
  readonly errors: RowError[] = [];
  private broken = 0;

  constructor(
    private readonly row: SheetRow,
    private readonly header: Header,
    readonly values: ValueReaders,
    /** Template name of a column that the file does not have. */
    private readonly standardTitle: (key: ColumnKey) => string,
    private readonly remark: (remark: RowRemark, column: Column, row: number) => void,
  ) {}

  /** The cell of a column; null where the column is missing or the cell says nothing. A broken cell is a fault. */
  get(key: ColumnKey): ReadCell | null {
    const column = this.header.columns[key];
    return column === undefined ? null : this.at(column);
  }

  /** As `get`, for columns of marks: there a dash or 无 says no, and only an empty cell says nothing. */
  markedIn(key: ColumnKey): ReadCell | null {
    const column = this.header.columns[key];
    return column === undefined ? null : this.marked(column);
  }

  private at(column: Column): ReadCell | null {
    const cell = this.marked(column);
    return cell === null || this.values.blank(cell.text, 0) ? null : cell;
  }

  marked(column: Column): ReadCell | null {
    const kind = kindAt(this.row, column.index);
    const text = textAt(this.row, column.index).slice(0, LONGEST);
    if (kind === CELL.empty) return null;
    if (kind === CELL.error) return this.fail(column, 'cell_error', { value: shown(text) });
    if (kind === CELL.unvalued) return this.fail(column, 'formula_without_value', {});
    if (isFormula(this.row, column.index)) this.remark('formula_values', column, this.row.number);
    return text.trim() === '' ? null : { text, kind, column };
  }

  /** As `get`, a blank one being a fault unless the cell itself is already one. */
  required(key: ColumnKey): ReadCell | null {
    const before = this.broken;
    const cell = this.get(key);
    if (cell === null && this.broken === before) this.faultIn(key, 'required', {});
    return cell;
  }

  /** Reports a fault of a cell; `value` repeats what stands there and must never be an identity number. */
  fault(cell: ReadCell, fault: RowFault, params: TextParams = {}): void {
    this.report(cell.column, fault, params);
  }

  faultWithValue(cell: ReadCell, fault: RowFault): void {
    this.report(cell.column, fault, { value: shown(cell.text) });
  }

  /** Reports a fault of a column that may not be there at all. */
  faultIn(key: ColumnKey, fault: RowFault, params: TextParams): void {
    const column = this.header.columns[key];
    if (column !== undefined) this.report(column, fault, params);
    else this.errors.push({ row: this.row.number, column: this.standardTitle(key), code: `roster.row.${fault}`, params: { cell: String(this.row.number), ...params } });
  }

  note(remark: RowRemark, column: Column): void {
    this.remark(remark, column, this.row.number);
  }

  private fail(column: Column, fault: RowFault, params: TextParams): null {
    this.broken++;
    this.report(column, fault, params);
    return null;
  }

  private report(column: Column, fault: RowFault, params: TextParams): void {
    this.errors.push({ row: this.row.number, column: column.title, code: `roster.row.${fault}`, params: { cell: `${columnLetters(column.index)}${this.row.number}`, ...params } });
  }
}

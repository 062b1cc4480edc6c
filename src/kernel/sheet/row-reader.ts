import type { TextParams } from '../domain-error.js';
import { parseCitizenId, type CitizenIdFault, type CitizenIdText } from '../ids/citizen-id.js';
import { parseUscc, type UsccFault, type UsccText } from '../ids/uscc.js';
import type { LocalDate } from '../local-date.js';
import type { Fen } from '../money.js';
import { normaliseText, toHalfWidth } from '../normalise.js';
import { ok, type Result } from '../result.js';
import { monthNumber, yearMonthOf } from '../year-month.js';
import { isBlank, lostDigits, readWage, unquoted, type WageFault } from './read-cells.js';
import { readDay, readMonthOrDay, type DayFault } from './read-day.js';
import { remember } from './remember.js';
import { CELL, kindAt, textAt, type CellKind, type DateSystem, type SheetRow } from './sheet-row.js';

/** What can be wrong with a cell of any table. */
export type CellFault =
  | 'required' | 'cell_error' | 'formula_without_value' | 'number_precision_lost' | 'text_too_long' | 'word_unknown' | 'number_malformed' | 'number_out_of_range'
  | CitizenIdFault | UsccFault | DayFault | WageFault;

export type CellErrorCode = `sheets.row.${CellFault}`;

/** One fault of one row. `column` is the sender's own title; `params` never repeat an identity number. */
export type RowFault = { readonly line: number; readonly column: string; readonly code: string; readonly params: TextParams };

/** A column of a table that we import. `names` are the headers by which it is known, as `normaliseHeader` leaves them. */
export type TableColumn<K extends string> = { readonly key: K; readonly title: string; readonly names: RegExp; readonly required: boolean };

/** A recognised column: where it stands and what the sender calls it. */
export type FoundColumn = { readonly index: number; readonly title: string };

const LONGEST = 200;
const SHOWN = 40;
/** Numbers that are looked up again for every month of a person; cleared rather than grown without end. */
const MOST_REMEMBERED = 400_000;

/** A value as a fault may repeat it: columns get mixed up, and no number of a person is ever repeated. */
const shown = (text: string): string => normaliseText(text).replace(/\d{7,}[\dXx]*/g, (digits) => `${digits.slice(0, 3)}…`).slice(0, SHOWN);

/**
 * Reads the cells of one row after the other under a header, and collects what is wrong with them. Every reading gives null
 * where the cell is blank, missing or faulty; `faults` tells which.
 */
export class RowReader<K extends string> {
  faults: RowFault[] = [];
  private row: SheetRow = { number: 0, hidden: false, kinds: [], texts: [] };
  private readonly citizenIds = new Map<string, Result<CitizenIdText, CitizenIdFault>>();
  private readonly codes = new Map<string, Result<UsccText, UsccFault>>();
  private readonly blank = remember((text) => isBlank(text));
  private readonly dayOf = remember((text, kind) => readDay(text, kind as CellKind, this.dateSystem));
  private readonly monthOf = remember((text, kind) => readMonthOrDay(text, kind as CellKind, this.dateSystem, 'first'));
  private readonly amountOf = remember((text, kind) => readWage(text, kind as CellKind));

  constructor(
    private readonly columns: ReadonlyMap<K, FoundColumn>,
    /** Name of a column that the table does not have. */
    private readonly standardTitle: (key: K) => string,
    private readonly dateSystem: DateSystem,
  ) {}

  /** Turns to a row. @returns whether anything at all stands in it */
  begin(row: SheetRow): boolean {
    this.row = row;
    this.faults = [];
    for (const { index } of this.columns.values()) if (kindAt(row, index) !== CELL.empty) return true;
    return false;
  }

  get line(): number {
    return this.row.number;
  }

  has(key: K): boolean {
    return this.columns.has(key);
  }

  /** What the sender calls the column; the usual title of one that is not there. */
  titleOf(key: K): string {
    return this.columns.get(key)?.title ?? this.standardTitle(key);
  }

  fault(key: K | null, code: string, params: TextParams = {}): null {
    this.faults.push({ line: this.row.number, column: key === null ? '' : this.titleOf(key), code, params });
    return null;
  }

  text(key: K, longest: number): string | null {
    const text = this.raw(key);
    if (text === null) return null;
    const plain = normaliseText(text);
    return plain.length > longest ? this.broken(key, 'text_too_long', { limit: longest }) : plain;
  }

  day(key: K): LocalDate | null {
    const text = this.raw(key);
    if (text === null) return null;
    const read = this.dayOf(text, this.kind(key));
    return read.ok ? read.value : this.broken(key, read.error, { value: shown(text) });
  }

  /** yyyymm */
  month(key: K): number | null {
    const text = this.raw(key);
    if (text === null) return null;
    const read = this.monthOf(text, this.kind(key));
    return read.ok ? monthNumber(yearMonthOf(read.value)) : this.broken(key, read.error, { value: shown(text) });
  }

  amount(key: K): Fen | null {
    const text = this.raw(key);
    if (text === null) return null;
    const read = this.amountOf(text, this.kind(key));
    return read.ok ? read.value : this.broken(key, read.error, { value: shown(text) });
  }

  whole(key: K, least: number, most: number): number | null {
    const text = this.raw(key);
    if (text === null) return null;
    const plain = toHalfWidth(text).replace(/[\s,]/g, '').replace(/\.0+$/, '');
    if (!/^-?\d{1,15}$/.test(plain)) return this.broken(key, 'number_malformed', { value: shown(text) });
    const value = Number(plain);
    return value < least || value > most ? this.broken(key, 'number_out_of_range', { value: shown(text), least, most }) : value;
  }

  /** One of the words that `read` knows. @param read null for a word that it does not know */
  word<T extends string | number | boolean>(key: K, read: (text: string) => T | null, words: string): T | null {
    const text = this.raw(key);
    if (text === null) return null;
    return read(text) ?? this.broken(key, 'word_unknown', { value: shown(text), words });
  }

  citizenId(key: K): CitizenIdText | null {
    return this.lookedUp(key, this.citizenIds, parseCitizenId);
  }

  uscc(key: K): UsccText | null {
    return this.lookedUp(key, this.codes, parseUscc);
  }

  /** An identity or certificate number as it stands, unless a spreadsheet has rounded it. */
  number(key: K): string | null {
    const text = this.raw(key);
    if (text === null) return null;
    return lostDigits(text, this.kind(key)) ? this.broken(key, 'number_precision_lost', {}) : unquoted(text);
  }

  /** A table repeats the same people and employers month after month: each spelling is read once. */
  private lookedUp<T extends string, E extends CellFault>(key: K, known: Map<string, Result<T, E>>, parse: (text: string) => Result<{ readonly text: T }, E>): T | null {
    const text = this.raw(key);
    if (text === null) return null;
    // Remembered is what is a text: the same digits as a number may have lost some.
    const isText = this.kind(key) === CELL.text;
    const before = isText ? known.get(text) : undefined;
    if (before !== undefined) return before.ok ? before.value : this.broken(key, before.error, {});
    const number = this.number(key);
    if (number === null) return null;
    const read = parsed(parse(number));
    if (isText) remembered(known, text, read);
    return read.ok ? read.value : this.broken(key, read.error, {});
  }

  required<T>(key: K, value: T | null): T | null {
    if (value === null && !this.faults.some(({ column }) => column === this.titleOf(key))) this.broken(key, 'required', {});
    return value;
  }

  private kind(key: K): CellKind {
    return kindAt(this.row, this.columns.get(key)?.index ?? -1);
  }

  private raw(key: K): string | null {
    const column = this.columns.get(key);
    if (column === undefined) return null;
    const kind = kindAt(this.row, column.index);
    if (kind === CELL.empty) return null;
    const text = textAt(this.row, column.index);
    if (kind === CELL.error) return this.broken(key, 'cell_error', { value: shown(text) });
    if (kind === CELL.unvalued) return this.broken(key, 'formula_without_value', {});
    if (text.length > LONGEST) return this.broken(key, 'text_too_long', { limit: LONGEST });
    return this.blank(text, 0) ? null : text;
  }

  private broken(key: K, fault: CellFault, params: TextParams): null {
    return this.fault(key, `sheets.row.${fault}`, params);
  }
}

/** A cell's text is a window on the piece of the file that it was read from, which would stay in memory with it. */
const ownCopy = <T extends string>(text: T): T => text.split('').join('') as T;

const parsed = <T extends string, E>(read: Result<{ readonly text: T }, E>): Result<T, E> => (read.ok ? ok(ownCopy(read.value.text)) : read);

function remembered<T>(known: Map<string, T>, text: string, read: T): void {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(ownCopy(text), read);
}

import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { Fen } from '../../../kernel/money.js';
import { normaliseText } from '../../../kernel/normalise.js';
import { err, ok, type Result } from '../../../kernel/result.js';
import { ALL_MONTHS, type PersonFacts } from '../../counting/index.js';
import type { ColumnKey, MonthFund } from './columns.js';
import type { RowError, RowRemark } from './faults.js';
import type { Column, Header, MonthColumn } from './header.js';
import type { RosterPerson } from './person.js';
import { readCertificate, readCitizenId } from './read-identity.js';
import { demandOwnEmployer, readOtherUnit } from './read-other-unit.js';
import { before, readInsurance, upTo, type Insurance, type InsuranceColumns } from './read-insurance.js';
import { readResidence } from './read-values.js';
import { ValueReaders } from './value-readers.js';
import { RowCells } from './row-cells.js';
import { textAt, type DateSystem, type SheetRow } from '../../../kernel/sheet/sheet-row.js';

export type RowContext = {
  readonly header: Header;
  readonly baseYear: number;
  readonly dateSystem: DateSystem;
  /** Template name of a column that the file lacks. */
  readonly standardTitle: (key: ColumnKey) => string;
  readonly remark: (remark: RowRemark, column: Column, row: number) => void;
  /** Whether names, numbers and posts are handed on; the public calculator never has them. */
  readonly keepsWords: boolean;
  /** Credit code of whose roster it is; null where nobody knows. */
  readonly ownUscc: string | null;
  /** With those of its branches and of employers merged with it; empty where nobody knows. */
  readonly ownCodes: ReadonlySet<string>;
};

const LONGEST_WORDS = 60;

/** Who tells what on a roster: the employer declares, the numbers speak for themselves. */
const SOURCES: PersonFacts['sources'] = {
  certificate: 'number', contract: 'employer', wage: 'employer', insurance: 'employer', birth: 'number', pension: 'employer', residence: 'employer',
};

/** The faults of a row that is not taken, and of whom it speaks all the same; null where that cannot be read. */
export type RefusedRow = { readonly errors: readonly RowError[]; readonly citizenId: CitizenIdText | null };

/** Reads rows of data under one header. A faulty row gives all its faults; nothing it says is taken over. */
export class RowReader {
  private readonly insurance: InsuranceColumns;
  private readonly values: ValueReaders;
  private readonly readColumns: readonly number[];

  constructor(private readonly context: RowContext) {
    const { header, baseYear, dateSystem } = context;
    this.values = new ValueReaders(dateSystem);
    this.insurance = { baseYear, pensionMonths: monthsOf(header, 'pension', baseYear), medicalMonths: monthsOf(header, 'medical', baseYear) };
    this.readColumns = [...Object.entries(header.columns).filter(([key]) => key !== 'seq').map(([, column]) => column.index), ...header.months.map(({ index }) => index)];
  }

  read(row: SheetRow): Result<RosterPerson, RefusedRow> {
    const { header, standardTitle, remark } = this.context;
    const cells = new RowCells(row, header, this.values, standardTitle, remark);
    const holder = readCitizenId(cells);
    const certificate = readCertificate(cells, holder);
    const contract = this.readContract(cells);
    const wage = readWageCell(cells);
    const insurance = readInsurance(cells, this.insurance);
    const dispatch = readDispatchCell(cells);
    const otherUscc = readOtherUnit(cells, dispatch, this.context);
    demandOwnEmployer(cells, otherUscc, this.context);
    const postCategory = readPostCategoryCell(cells);
    const dates = { firstIssued: this.day(cells, 'firstIssued'), validUntil: this.day(cells, 'validUntil'), pensionDrawnFrom: this.day(cells, 'pensionDrawnFrom') };
    const residenceCell = cells.get('residence');
    const words = this.context.keepsWords ? { name: readWords(cells, 'name') ?? '', post: readWords(cells, 'post') } : null;

    if (cells.errors.length > 0 || holder === null || certificate === null) return err({ errors: cells.errors, citizenId: holder?.text ?? null });
    return ok({
      row: row.number,
      citizenId: holder.text,
      dispatch,
      otherUscc,
      claimedMonths: this.claimed(contract, insurance),
      fingerprint: this.fingerprint(row),
      words: words === null ? null : { ...words, certificateNumber: certificate.number },
      facts: {
        certificate: { kind: certificate.kind, grade: certificate.grade, firstIssued: header.columns.firstIssued ? dates.firstIssued : 'declared', validUntil: header.columns.validUntil ? dates.validUntil : 'declared' },
        contract,
        wage,
        pensionInsurance: insurance.pension,
        medicalInsurance: insurance.medical,
        birthDate: holder.birthDate,
        sex: holder.sex,
        postCategory,
        pensionDrawnFrom: dates.pensionDrawnFrom,
        residence: residenceCell === null ? null : readResidence(residenceCell.text),
        sources: SOURCES,
      },
    });
  }

  private readContract(cells: RowCells): PersonFacts['contract'] {
    const startCell = cells.required('contractStart');
    const start = startCell === null ? null : this.dayOf(cells, startCell);
    const endCell = cells.get('contractEnd');
    const end = endCell === null || this.values.openEnd(endCell.text, 0) ? null : this.dayOf(cells, endCell);
    if (start !== null && end !== null && end < start && endCell !== null) cells.fault(endCell, 'contract_end_before_start', { start, end });
    const kindCell = cells.get('contractKind');
    const kind = kindCell === null ? null : this.values.contractKind(kindCell.text, 0);
    if (kindCell !== null && kind === null) cells.note('contract_kind_unknown', kindCell.column);
    if (kindCell !== null && kind === 'fixed' && endCell === null) cells.note('fixed_term_without_end', kindCell.column);
    return { kind: kind === null ? null : kind === 'establishment' ? 'establishment' : 'contract', start, end };
  }

  private day(cells: RowCells, key: ColumnKey): LocalDate | null {
    const cell = cells.get(key);
    return cell === null || this.values.openEnd(cell.text, 0) ? null : this.dayOf(cells, cell);
  }

  private dayOf(cells: RowCells, cell: NonNullable<ReturnType<RowCells['get']>>): LocalDate | null {
    const day = this.values.day(cell.text, cell.kind);
    if (day.ok) return day.value;
    cells.faultWithValue(cell, day.error);
    return null;
  }

  private claimed({ start, end }: PersonFacts['contract'], { pension, medical }: Insurance): number {
    if (start === null) return 0;
    const { baseYear } = this.context;
    const covered = (end === null ? ALL_MONTHS : upTo(end, baseYear)) & ~before(start, baseYear);
    return covered & ~((pension.known & ~pension.yes) | (medical.known & ~medical.yes));
  }

  /** A 53-bit hash of what is read; it only ever meets rows of the same person. */
  private fingerprint(row: SheetRow): number {
    let [a, b] = [0xdeadbeef, 0x41c6ce57];
    for (const index of this.readColumns) {
      const text = textAt(row, index);
      for (let at = 0; at < text.length; at++) {
        const sign = text.charCodeAt(at);
        if (sign === 32) continue;
        a = Math.imul(a ^ sign, 2654435761);
        b = Math.imul(b ^ sign, 1597334677);
      }
      a = Math.imul(a ^ 0x1f, 2246822507);
      b = Math.imul(b ^ 0x1f, 3266489909);
    }
    return 4294967296 * (2097151 & b) + (a >>> 0);
  }
}

/** Month columns that speak of a fund in the base year; null where there are none. */
export function monthsOf(header: Header, fund: Exclude<MonthFund, 'both'>, baseYear: number): readonly MonthColumn[] | null {
  for (const wanted of [fund, 'both'] as const) {
    const found = header.months.filter((column) => column.fund === wanted && (column.year === null || column.year === baseYear));
    if (found.length > 0) return [...found].sort((one, other) => one.month - other.month);
  }
  return null;
}

function readWords(cells: RowCells, key: 'name' | 'post'): string | null {
  const cell = cells.get(key);
  return cell === null ? null : normaliseText(cell.text).slice(0, LONGEST_WORDS);
}

function readWageCell(cells: RowCells): Fen | null {
  const cell = cells.get('wage');
  if (cell === null) return null;
  const wage = cells.values.wage(cell.text, cell.kind);
  if (wage.ok) return wage.value;
  cells.faultWithValue(cell, wage.error);
  return null;
}

function readDispatchCell(cells: RowCells): RosterPerson['dispatch'] {
  const cell = cells.get('dispatch');
  if (cell === null) return 'none';
  const side = cells.values.dispatch(cell.text, 0);
  if (side !== null) return side;
  cells.faultWithValue(cell, 'dispatch_unknown');
  return 'none';
}

function readPostCategoryCell(cells: RowCells): PersonFacts['postCategory'] {
  const cell = cells.get('postCategory');
  if (cell === null) return null;
  const category = cells.values.postCategory(cell.text, 0);
  if (category === null) cells.note('post_category_unknown', cell.column);
  return category;
}

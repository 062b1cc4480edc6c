import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import type { UsccText } from '../../../kernel/ids/uscc.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RowReader } from '../../../kernel/sheet/row-reader.js';
import { toHalfWidth } from '../../../kernel/normalise.js';
import { err, ok, type Result } from '../../../kernel/result.js';
import type { ImportField } from './platform-fields.js';

export type PlatformResult = 'counted' | 'not_counted' | 'pending';

/** What the platform says of one person; months where it tells a number of them. */
export type PlatformPerson = { readonly citizenId: CitizenIdText; readonly result: PlatformResult; readonly countedMonths: number | null; readonly reason: string | null };

/** One row: a person, a receipt, a determination, or all of them. */
export type PlatformRow = {
  readonly line: number;
  readonly baseYear: number | null;
  /** Of the employer. */
  readonly uscc: UsccText | null;
  readonly person: PlatformPerson | null;
  readonly receiptNumber: string | null;
  readonly receivedOn: LocalDate | null;
  /** Persons, with at most four decimals. */
  readonly determined: string | null;
};

/** A row that was not taken. `citizenId`: of whom it spoke all the same; null where that could not be read, or where it `namesNobody` because it is about the filing as a whole. */
export type RefusedRow = { readonly line: number; readonly citizenId: CitizenIdText | null; readonly namesNobody: boolean };

const LATEST_YEAR = 2199;
const MOST_DETERMINED = /^\d{1,8}(?:\.\d{1,4})?$/;

/** Asked before the refusals: “尚未认定” is none. */
const WAITS = /待|尚未|审核中|核验中|办理中|已提交|受理中|未(?:审核?|核验|核定|受理|办结|处理)$/;
/** Whoever refuses says so in many ways, and nearly each of them holds the word of approval as well. */
const REFUSES = /(?:不|未|没|无法|难以|非)(?:能|可|得|应|予|以|有|被|获|再|于)*(?:认定|通过|计入|合格|符合)|不予|驳回|退回|否决|[：:]否$|^(?:否|无)$/;
const APPROVES = /认定|通过|计入|合格|符合|^是$/;

/** @returns null for words that say neither */
export function readResult(text: string): PlatformResult | null {
  const plain = text.replace(/\s/g, '');
  // How many months a part is, another column tells.
  if (/部分/.test(plain) && APPROVES.test(plain)) return 'counted';
  if (WAITS.test(plain) && !/不予/.test(plain)) return 'pending';
  if (REFUSES.test(plain)) return 'not_counted';
  return APPROVES.test(plain) ? 'counted' : null;
}

/** `2025年度` and `2025` are the same year. */
const readYear = (text: string): number | null => {
  const year = Number(/^(\d{4})(?:年度?)?(?:\.0+)?$/.exec(toHalfWidth(text).trim())?.[1] ?? 'x');
  return Number.isInteger(year) && year >= 1990 && year <= LATEST_YEAR ? year : null;
};

/** What is wrong with a row that is not taken, its reader has collected. */
export function readPlatformRow(reader: RowReader<ImportField>): Result<PlatformRow, RefusedRow> {
  const baseYear = reader.word('baseYear', readYear, '2025');
  const uscc = reader.uscc('uscc');
  const receiptNumber = reader.text('receiptNumber', 60);
  const receivedOn = reader.day('receivedOn');
  const determined = reader.word('determined', (text) => { const plain = toHalfWidth(text).trim(); return MOST_DETERMINED.test(plain) ? plain : null; }, '2.83');
  const citizenId = reader.citizenId('citizenId');
  const result = reader.word('result', readResult, '认定、不予认定、审核中');
  const countedMonths = reader.whole('countedMonths', 0, 12);
  const reason = reader.text('reason', 200);
  const ofFile = receiptNumber !== null || determined !== null;
  // A row without a person tells of the filing as a whole, or it has lost its number.
  if (citizenId === null && (!ofFile || result !== null || countedMonths !== null)) reader.required('citizenId', citizenId);
  const said = result ?? (countedMonths === null ? null : countedMonths > 0 ? 'counted' : 'not_counted');
  if (reader.faults.length > 0) {
    const ofPerson = (['citizenId', 'result', 'countedMonths'] as const).map((key) => reader.titleOf(key));
    return err({ line: reader.line, citizenId, namesNobody: !reader.has('citizenId') || (citizenId === null && said === null && !reader.faults.some(({ column }) => ofPerson.includes(column))) });
  }
  const person = citizenId === null ? null : { citizenId, result: said ?? 'pending', countedMonths, reason } as const;
  return ok({ line: reader.line, baseYear, uscc, person, receiptNumber, receivedOn, determined });
}

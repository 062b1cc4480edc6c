import { placeOfBreak } from '../../../kernel/json-place.js';
import { parseUscc } from '../../../kernel/ids/uscc.js';
import { parseDecimal } from '../../../kernel/exact.js';
import { parseLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import { parseYuan, type Fen } from '../../../kernel/money.js';
import { err, ok, type Result } from '../../../kernel/result.js';
import { reliefKinds, reliefOutcomes, type ReliefKind, type ReliefOutcome } from './relief-states.js';

/** Who sends: the tax authority its declarations and payments, the finance department its orders and decisions. */
export const parties = ['tax', 'finance'] as const;
export type Party = (typeof parties)[number];

export const recordKinds = { tax: ['declaration', 'payment', 'refund', 'late_fee', 'arrears'], finance: ['warning', 'order', 'decision'] } as const;
export type RecordKind = (typeof recordKinds)[Party][number];

/** One thing that was told of an employer and base year. Fields that a kind does not have are null. */
export type ExchangeRecord = {
  readonly kind: RecordKind;
  /** The sender's own name of it, once for ever. */
  readonly record: string;
  readonly uscc: string;
  readonly baseYear: number;
  /** Day of the act; of arrears their first day. */
  readonly on: LocalDate;
  /** Last day of an order's term, or of a deferral. */
  readonly until: LocalDate | null;
  readonly amount: Fen | null;
  readonly document: string | null;
  /** Decimals. */
  readonly staff: string | null;
  readonly arranged: string | null;
  readonly wages: Fen | null;
  readonly due: Fen | null;
  readonly relief: Fen | null;
  readonly payable: Fen | null;
  readonly request: ReliefKind | null;
  readonly outcome: ReliefOutcome | null;
  /** The record of the same sender, kind and employer in whose place this one stands. */
  readonly replaces: string | null;
};

/** `field` is the name of one, or the number of the character from which the line is no record. */
export type LineFault = { readonly code: 'not_json' | 'not_an_object' | 'kind' | 'field' | 'unknown_field' | 'uscc' | 'other_year'; readonly field: string };

const fault = (code: LineFault['code'], field: string): Result<never, LineFault> => err({ code, field });

const NAME = /^[^\p{C}\p{Z}]{1,64}$/u;
const DOCUMENT = /^[^\p{C}]{1,120}$/u;

type Field = keyof ExchangeRecord;
const COMMON: readonly Field[] = ['kind', 'record', 'uscc', 'baseYear', 'on'];
const FIELDS: Readonly<Record<RecordKind, { readonly needs: readonly Field[]; readonly may: readonly Field[] }>> = {
  declaration: { needs: ['due', 'relief', 'payable'], may: ['staff', 'wages', 'arranged', 'replaces'] },
  payment: { needs: ['amount'], may: ['replaces'] },
  refund: { needs: ['amount'], may: ['replaces'] },
  late_fee: { needs: ['amount'], may: ['replaces'] },
  arrears: { needs: ['amount'], may: ['replaces'] },
  warning: { needs: ['document'], may: ['replaces'] },
  order: { needs: ['document', 'until', 'amount'], may: ['replaces'] },
  decision: { needs: ['document', 'request', 'outcome'], may: ['amount', 'until', 'replaces'] },
};

const READERS: { readonly [F in Field]: (value: unknown) => ExchangeRecord[F] | undefined } = {
  kind: (value) => (typeof value === 'string' && Object.hasOwn(FIELDS, value) ? (value as RecordKind) : undefined),
  record: (value) => (typeof value === 'string' && NAME.test(value) ? value : undefined),
  uscc: (value) => {
    const read = typeof value === 'string' ? parseUscc(value) : null;
    return read?.ok === true ? read.value.text : undefined;
  },
  baseYear: (value) => (typeof value === 'number' && Number.isInteger(value) ? value : undefined),
  on: dayOf,
  until: dayOf,
  amount: moneyOf,
  document: (value) => (typeof value === 'string' && DOCUMENT.test(value) ? value : undefined),
  staff: decimalOf,
  arranged: decimalOf,
  wages: moneyOf,
  due: moneyOf,
  relief: moneyOf,
  payable: moneyOf,
  request: (value) => reliefKinds.find((kind) => kind === value),
  outcome: (value) => reliefOutcomes.find((outcome) => outcome === value),
  replaces: (value) => (typeof value === 'string' && NAME.test(value) ? value : undefined),
};

function dayOf(value: unknown): LocalDate | undefined {
  const read = typeof value === 'string' ? parseLocalDate(value) : null;
  return read?.ok === true ? read.value : undefined;
}

/** Yuan as text, not below 0, at most 10^13. */
function moneyOf(value: unknown): Fen | undefined {
  const read = typeof value === 'string' ? parseYuan(value) : null;
  return read?.ok === true && read.value >= 0n && read.value <= 10n ** 15n ? read.value : undefined;
}

function decimalOf(value: unknown): string | undefined {
  const read = typeof value === 'string' && value.length <= 20 ? parseDecimal(value) : null;
  return read?.ok === true && read.value >= 0n && read.value <= 10n ** 13n ? (value as string) : undefined;
}

/** One line of a batch. Every fault names the field at which it stands. */
export function readRecord(line: string, party: Party, baseYear: number): Result<ExchangeRecord, LineFault> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return fault('not_json', String(placeOfBreak(line)));
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return fault('not_an_object', '1');
  const given = raw as Readonly<Record<string, unknown>>;
  const kind = READERS.kind(given['kind']);
  if (kind === undefined || !(recordKinds[party] as readonly string[]).includes(kind)) return fault('kind', 'kind');
  const { needs, may } = FIELDS[kind];
  const known = new Set<string>([...COMMON, ...needs, ...may]);
  const stray = Object.keys(given).find((name) => !known.has(name));
  if (stray !== undefined) return fault('unknown_field', stray.slice(0, 40));
  const record: Record<string, unknown> = Object.fromEntries(Object.keys(READERS).map((name) => [name, null]));
  for (const name of [...COMMON, ...needs, ...may]) {
    if (given[name] === undefined && may.includes(name)) continue;
    const value = READERS[name](given[name]);
    if (value === undefined) return fault(name === 'uscc' ? 'uscc' : 'field', name);
    record[name] = value;
  }
  const read = record as ExchangeRecord;
  if (read.baseYear !== baseYear) return fault('other_year', 'baseYear');
  if (read.kind === 'order' && read.until !== null && read.until < read.on) return fault('field', 'until');
  const grants = read.kind === 'decision' && read.outcome !== 'refused';
  if (grants && (read.request === 'relief' ? read.amount : read.until) === null) return fault('field', read.request === 'relief' ? 'amount' : 'until');
  return ok(read);
}

/** All that a record says, as one text: two records with the same text say the same. */
export const canonicalRecord = (record: ExchangeRecord): string =>
  JSON.stringify(Object.keys(READERS).map((name) => {
    const value = record[name as Field];
    return typeof value === 'bigint' ? value.toString() : value;
  }));

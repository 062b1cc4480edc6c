import { daysInMonth } from '../../../kernel/local-date.js';
import type { TextParams } from '../../../kernel/domain-error.js';
import { LIMITS } from '../domain/case.js';
import type { Fault } from './fault.js';
import type { CaseErrorCode } from './texts.js';

/** The part of JSON Schema that the contract needs. */
export type JsonSchema = {
  readonly type?: 'string' | 'integer' | 'array' | 'object';
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly nullable?: boolean;
  readonly items?: JsonSchema;
};

/** What one value must be: the check and its public description cannot drift apart, they are made together. */
export type Rule = {
  /** Null when the value is good: nothing is allocated for good values. Never called with `undefined`. */
  readonly faults: (value: unknown) => readonly Fault[] | null;
  readonly schema: JsonSchema;
};

/** The kinds of value that a sentence can ask for. */
export type Expected = 'text' | 'decimal' | 'integer' | 'list' | 'object' | 'month' | 'day';

const fault = (code: CaseErrorCode, params?: TextParams): readonly Fault[] => [params ? { at: '', code, params } : { at: '', code }];
const wrongType = (expected: Expected): readonly Fault[] => fault('levy.case.type', { expected });

export const NOT_AN_OBJECT = wrongType('object');

/** Non-empty text of at most `max` UTF-16 units. */
export function text(max: number): Rule {
  return {
    faults(value) {
      if (typeof value !== 'string') return wrongType('text');
      if (value.length === 0) return fault('levy.case.empty');
      return value.length > max ? fault('levy.case.too_long', { max }) : null;
    },
    schema: { type: 'string', minLength: 1, maxLength: max },
  };
}

/** One of a closed list of words; `code` says which list was missed. */
export function word(allowed: readonly string[], code: CaseErrorCode): Rule {
  const known = new Set(allowed);
  const params = { allowed: allowed.join(', ') };
  return {
    faults(value) {
      if (typeof value !== 'string') return wrongType('text');
      return known.has(value) ? null : fault(code, params);
    },
    schema: { type: 'string', enum: allowed },
  };
}

/** A JSON integer within bounds. A string of digits is a type error: the contract has one spelling. */
export function integer(bounds: { readonly min: number; readonly max: number }): Rule {
  const { min, max } = bounds;
  return {
    faults(value) {
      if (typeof value !== 'number' || Number.isNaN(value)) return wrongType('integer');
      if (value < 0 && min >= 0) return fault('levy.case.negative');
      if (value < min) return fault('levy.case.too_small', { min });
      if (value > max) return fault('levy.case.too_large', { max });
      return Number.isInteger(value) ? null : fault('levy.case.not_integer');
    },
    schema: { type: 'integer', minimum: min, maximum: max },
  };
}

/** As `integer`, or null, which the description of the key explains. */
export function integerOrNull(bounds: { readonly min: number; readonly max: number }): Rule {
  const plain = integer(bounds);
  return { faults: (value) => (value === null ? null : plain.faults(value)), schema: { ...plain.schema, nullable: true } };
}

/** Whole years; which years the law covers is asked later, with the calendar. */
export function year(): Rule {
  const digits = integer({ min: 0, max: 9999 });
  return { faults: digits.faults, schema: { type: 'integer' } };
}

const HIGHEST_GRADE = 10;

/** A grade of any certificate; which grades a kind has is asked where the kind is known. */
export function grade(): Rule {
  return {
    faults(value) {
      if (typeof value !== 'number' || Number.isNaN(value)) return wrongType('integer');
      return Number.isInteger(value) && value >= 1 && value <= HIGHEST_GRADE ? null : fault('levy.case.grade', { highest: HIGHEST_GRADE });
    },
    schema: { type: 'integer', minimum: 1, maximum: HIGHEST_GRADE },
  };
}

/** No sum or count of the contract needs more characters; a longer text is not read as a number at all. */
const LONGEST_DECIMAL = 64;
const PLAIN = /^-?\d+(?:\.\d+)?$/;
const EXPONENT = /^[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+$/;

/** Why a text that is not a plain decimal is not one. */
function brokenDecimal(value: string): readonly Fault[] {
  if (value.length > LONGEST_DECIMAL) return fault('levy.case.too_long', { max: LONGEST_DECIMAL });
  if (/^[+-]?(?:nan|inf|infinity)$/i.test(value)) return fault('levy.case.not_a_number');
  if (EXPONENT.test(value)) return fault('levy.case.exponent');
  if (!PLAIN.test(value)) return fault('levy.case.malformed_number');
  return value.startsWith('-') ? fault('levy.case.negative') : fault('levy.case.too_many_decimals', { decimals: LIMITS.decimals });
}

/** Digits before the point without leading zeros, or −1 where the text is not a plain decimal without sign and with at most six decimals. */
function wholeDigits(value: string): number {
  const length = value.length;
  if (length > LONGEST_DECIMAL) return -1;
  let first = 0;
  while (first < length && value.charCodeAt(first) === 48) first++;
  let at = first;
  for (; at < length; at++) {
    const code = value.charCodeAt(at);
    if (code < 48 || code > 57) break;
  }
  const digits = at - first;
  if (at === 0) return -1;
  if (at === length) return digits;
  if (value.charCodeAt(at) !== 46) return -1;
  const decimals = length - at - 1;
  if (decimals === 0 || decimals > LIMITS.decimals) return -1;
  while (++at < length) {
    const code = value.charCodeAt(at);
    if (code < 48 || code > 57) return -1;
  }
  return digits;
}

/** Whether a well-formed decimal with as many whole digits as `max` is above it. */
function above(value: string, max: bigint): boolean {
  const [whole = '0', fraction = ''] = value.split('.');
  const units = BigInt(whole);
  return units > max || (units === max && /[1-9]/.test(fraction));
}

/** A plain decimal text from 0 to `max`, at most six decimals, no exponent, no sign. */
export function decimal(max: bigint): Rule {
  const most = max.toString();
  const tooLarge = { max: most };
  return {
    faults(value) {
      if (typeof value !== 'string') return wrongType('decimal');
      const digits = wholeDigits(value);
      if (digits < 0) return brokenDecimal(value);
      if (digits < most.length) return null;
      return digits > most.length || above(value, max) ? fault('levy.case.too_large', tooLarge) : null;
    },
    schema: { type: 'string', format: 'decimal', pattern: `^\\d+(\\.\\d{1,${LIMITS.decimals}})?$`, maxLength: LONGEST_DECIMAL },
  };
}

const digit = (value: string, at: number): number => {
  const code = value.charCodeAt(at) - 48;
  return code >= 0 && code <= 9 ? code : -1;
};
/** Number in two digits at `at`, −1 where they are not digits. */
const twoDigits = (value: string, at: number): number => {
  const [tens, ones] = [digit(value, at), digit(value, at + 1)];
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
};
/** Year of a text that begins `YYYY-MM`, −1 where it does not. */
function yearOfMonth(value: string): number {
  const century = twoDigits(value, 0);
  const rest = twoDigits(value, 2);
  const month = twoDigits(value, 5);
  if (century < 0 || rest < 0 || value.charCodeAt(4) !== 45 || month < 1 || month > 12) return -1;
  return century * 100 + rest || -1;
}

/** `YYYY-MM`. */
function monthFaults(value: unknown): readonly Fault[] | null {
  if (typeof value !== 'string') return wrongType('month');
  return value.length === 7 && yearOfMonth(value) > 0 ? null : fault('levy.case.month_malformed');
}

/** `YYYY-MM-DD`, a day that exists. */
export function day(): Rule {
  return {
    faults(value) {
      if (typeof value !== 'string') return wrongType('day');
      if (value.length !== 10 || value.charCodeAt(7) !== 45) return fault('levy.case.date_malformed');
      const at = yearOfMonth(value);
      const number = twoDigits(value, 8);
      return at > 0 && number >= 1 && number <= daysInMonth(at, twoDigits(value, 5)) ? null : fault('levy.case.date_malformed');
    },
    schema: { type: 'string', format: 'date' },
  };
}

const REGION = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;

/** Shape of a region code; whether the region exists is asked of the register. */
export function region(): Rule {
  return {
    faults(value) {
      if (typeof value !== 'string') return wrongType('text');
      return REGION.test(value) ? null : fault('levy.case.region_malformed');
    },
    schema: { type: 'string', pattern: REGION.source },
  };
}

const within = (index: number, faults: readonly Fault[]): readonly Fault[] => faults.map((one) => ({ ...one, at: `/${index}${one.at}` }));

/** Exactly twelve numbers, January first. */
export function twelve(item: Rule): Rule {
  return {
    faults(value) {
      if (!Array.isArray(value)) return wrongType('list');
      if (value.length !== 12) return fault('levy.case.month_count', { given: value.length });
      let found: Fault[] | null = null;
      for (let index = 0; index < 12; index++) {
        const faults = item.faults(value[index]);
        if (faults) (found ??= []).push(...within(index, faults));
      }
      return found;
    },
    schema: { type: 'array', items: item.schema, minItems: 12, maxItems: 12 },
  };
}

/** Months of one person in one year; that none stands twice is asked with `ref`, of all entries together. */
export function months(): Rule {
  return {
    faults(value) {
      if (!Array.isArray(value)) return wrongType('list');
      const length = value.length;
      if (length > 12) return fault('levy.case.too_many_months', { given: length });
      let found: Fault[] | null = null;
      for (let index = 0; index < length; index++) {
        const faults = monthFaults(value[index]);
        if (faults) (found ??= []).push(...within(index, faults));
      }
      return found;
    },
    schema: { type: 'array', items: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }, maxItems: 12, uniqueItems: true },
  };
}

/** A list of at most `max` objects; each of them is judged by its own class. */
export function list(max: number): Rule {
  return {
    faults(value) {
      if (!Array.isArray(value)) return wrongType('list');
      return value.length > max ? fault('levy.case.too_many_entries', { max }) : null;
    },
    schema: { type: 'array', maxItems: max },
  };
}

/** One object, judged by its own class. */
export function object(): Rule {
  return { faults: () => null, schema: { type: 'object' } };
}

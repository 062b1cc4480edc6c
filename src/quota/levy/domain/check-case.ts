import type { FieldError } from '../../../kernel/domain-error.js';
import { decimalUnits, INPUT_SCALE, powerOfTen } from '../../../kernel/exact.js';
import { parseLocalDate, yearOf, type LocalDate } from '../../../kernel/local-date.js';
import { LIMITS, NOT_LIABLE_KINDS, type ArrangedEntry, type LevyCase } from './case.js';

/** Grades that a certificate of each kind can carry. Whether a grade counts is a question of law, not of input. */
const HIGHEST_GRADE = { disability: 4, military: 10, police: 10 } as const;

const ONE = powerOfTen(INPUT_SCALE);

export type KnownRegion = (code: string) => boolean;

/** Kinds that owe no quota (残疾人就业条例 art. 8 names those that do). */
export const owesNoQuota = (employerKind: string): boolean => (NOT_LIABLE_KINDS as readonly string[]).includes(employerKind);

/**
 * Everything about a well-formed case that needs other fields, the register of regions or the calendar.
 * Pointers follow RFC 6901; order is that of the fields.
 */
export function checkCase(levyCase: LevyCase, knownRegion: KnownRegion, today: LocalDate): readonly FieldError[] {
  const errors: FieldError[] = [];
  const fault = (pointer: string, code: string, params?: FieldError['params']): void => {
    errors.push(params === undefined ? { pointer, code } : { pointer, code, params });
  };

  if (!knownRegion(levyCase.region)) fault('/region', 'levy.case.region_unknown', { region: levyCase.region });
  checkYears(levyCase, today, fault);
  if (levyCase.registeredOn !== undefined) {
    const registered = parseLocalDate(levyCase.registeredOn);
    if (!registered.ok) fault('/registeredOn', 'levy.case.date_malformed');
    else if (yearOf(registered.value) > levyCase.baseYear) fault('/registeredOn', 'levy.case.registered_after_base_year', { baseYear: levyCase.baseYear });
  }
  checkOverrides(levyCase, fault);
  checkPersonMonths(levyCase, fault);
  return errors;
}

type Fault = (pointer: string, code: string, params?: FieldError['params']) => void;

function checkYears(levyCase: LevyCase, today: LocalDate, fault: Fault): void {
  const { baseYear, filingYear, filingDate } = levyCase;
  const thisYear = yearOf(today);
  if (baseYear < LIMITS.firstBaseYear) fault('/baseYear', 'levy.case.base_year_too_early', { first: LIMITS.firstBaseYear });
  if (baseYear > thisYear) fault('/baseYear', 'levy.case.base_year_in_future', { last: thisYear });
  if (filingYear !== undefined && (filingYear < baseYear || filingYear > LIMITS.lastFilingYear)) {
    fault('/filingYear', 'levy.case.filing_year', { first: baseYear, last: LIMITS.lastFilingYear });
  }
  if (filingDate === undefined) return;
  const day = parseLocalDate(filingDate);
  if (!day.ok) fault('/filingDate', 'levy.case.date_malformed');
  else if (yearOf(day.value) < baseYear || yearOf(day.value) > LIMITS.lastFilingYear) {
    fault('/filingDate', 'levy.case.filing_date', { first: baseYear, last: LIMITS.lastFilingYear });
  }
}

function checkOverrides(levyCase: LevyCase, fault: Fault): void {
  const { overrides } = levyCase;
  if (overrides === undefined) return;
  if (overrides.ratio !== undefined && decimalUnits(overrides.ratio, INPUT_SCALE) > ONE) fault('/overrides/ratio', 'levy.case.ratio_above_one');
  if (overrides.socialAverageWage !== undefined && decimalUnits(overrides.socialAverageWage, INPUT_SCALE) === 0n) {
    fault('/overrides/socialAverageWage', 'levy.case.zero_social_average_wage');
  }
}

/** One person-month counts once (残联厅函〔2022〕63号): a `ref` may stand once a month, in `arranged` and `dispatch` together. */
function checkPersonMonths(levyCase: LevyCase, fault: Fault): void {
  let seen: Map<string, string> | null = null;
  const prefix = `${levyCase.baseYear}-`;

  function check(list: 'arranged' | 'dispatch', entry: ArrangedEntry, index: number): void {
    if (entry.grade > HIGHEST_GRADE[entry.certificate]) {
      fault(`/${list}/${index}/grade`, 'levy.case.grade', { certificate: entry.certificate, highest: HIGHEST_GRADE[entry.certificate] });
    }
    for (let at = 0; at < entry.months.length; at++) {
      const month = entry.months[at] as string;
      const pointer = (): string => `/${list}/${index}/months/${at}`;
      if (!month.startsWith(prefix)) fault(pointer(), 'levy.case.month_outside_base_year', { month, baseYear: levyCase.baseYear });
      else if (entry.months.indexOf(month) < at) fault(pointer(), 'levy.case.month_repeated', { month });
      else if (entry.ref !== undefined) {
        seen ??= new Map();
        const key = `${entry.ref}\u0000${month}`;
        const first = seen.get(key);
        if (first === undefined) seen.set(key, pointer());
        else fault(pointer(), 'levy.case.duplicate_ref_month', { ref: entry.ref, month, first });
      }
    }
  }

  levyCase.arranged?.forEach((entry, index) => check('arranged', entry, index));
  levyCase.dispatch?.forEach((entry, index) => check('dispatch', entry, index));
}

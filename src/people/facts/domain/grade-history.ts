import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { err, ok, type Result } from '../../../kernel/result.js';

/** A grade from a day to a day, both inclusive; `until` null while it holds. */
export type GradePeriod = { readonly grade: number; readonly from: LocalDate; readonly until: LocalDate | null };

export type ToldGrade = { readonly grade: number; readonly from: LocalDate | null; readonly until: LocalDate | null };

/** From when a grade holds where the register does not say. */
export type GradeContext = { readonly firstIssuedOn: LocalDate | null; readonly validFrom: LocalDate | null; readonly asOf: LocalDate };

export type GradeFault = 'facts.row.grade_start_unknown' | 'facts.row.grade_overlap';

/**
 * The dated grades with what a register tells now. A changed grade ends the one before on the day before; without a day it
 * holds from the new validity, else from the day of which the register speaks. Two grades on one day are a contradiction
 * that is not settled here.
 * @param known in order of their days, without overlap
 * @returns the same list where nothing changes
 */
export function withGrade(known: readonly GradePeriod[], told: ToldGrade, context: GradeContext): Result<readonly GradePeriod[], GradeFault> {
  if (told.from === null && told.until === null) return withPresentGrade(known, told.grade, context);
  const from = told.from ?? context.firstIssuedOn ?? context.validFrom;
  if (from === null) return err('facts.row.grade_start_unknown');
  return withPeriod(known, { grade: told.grade, from, until: told.until });
}

function withPresentGrade(known: readonly GradePeriod[], grade: number, { firstIssuedOn, validFrom, asOf }: GradeContext): Result<readonly GradePeriod[], GradeFault> {
  const last = known.at(-1);
  if (last === undefined) {
    const from = firstIssuedOn ?? validFrom;
    return from === null ? err('facts.row.grade_start_unknown') : ok([{ grade, from, until: null }]);
  }
  if (last.grade === grade && last.until === null) return ok(known);
  const after = last.until === null ? last.from : last.until;
  const from = validFrom !== null && validFrom > after ? validFrom : asOf;
  return from > after ? withPeriod(known, { grade, from, until: null }) : err('facts.row.grade_overlap');
}

function withPeriod(known: readonly GradePeriod[], told: GradePeriod): Result<readonly GradePeriod[], GradeFault> {
  const overlapping = known.filter((period) => overlaps(period, told));
  const others = known.filter((period) => !overlaps(period, told));
  const [one, another] = overlapping;
  if (one === undefined) return ok(sorted([...known, told]));
  if (another !== undefined) return err('facts.row.grade_overlap');
  if (one.grade === told.grade) return sameGrade(known, others, one, told);
  // The register corrects what it had said of these very days.
  if (one.from === told.from && one.until === told.until) return ok(sorted([...others, told]));
  if (one.until !== null) return err('facts.row.grade_overlap');
  if (one.from < told.from && told.until === null) return ok(sorted([...others, { ...one, until: addDays(told.from, -1) }, told]));
  // History becomes known: the present grade began later than was thought.
  return one.from >= told.from && told.until !== null ? ok(sorted([...others, told, { ...one, from: addDays(told.until, 1) }])) : err('facts.row.grade_overlap');
}

function sameGrade(known: readonly GradePeriod[], others: readonly GradePeriod[], one: GradePeriod, told: GradePeriod): Result<readonly GradePeriod[], GradeFault> {
  if (one.from === told.from && one.until === told.until) return ok(known);
  // Told again with another beginning or with its end.
  return ok(sorted([...others, told]));
}

const overlaps = (one: GradePeriod, other: GradePeriod): boolean => (other.until === null || one.from <= other.until) && (one.until === null || other.from <= one.until);
const sorted = (periods: readonly GradePeriod[]): readonly GradePeriod[] => [...periods].sort((one, other) => (one.from < other.from ? -1 : 1));

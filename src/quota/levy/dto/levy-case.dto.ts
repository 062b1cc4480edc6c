import { EMPLOYER_KINDS, LIMITS, NOT_LIABLE_KINDS } from '../domain/case.js';
import { Contract, Optional, OptionalNested, Required, RequiredNested } from './contract.js';
import { day, decimal, grade, integer, integerOrNull, list, months, object, region, text, twelve, word, year } from './rules.js';

/**
 * The levy case as it comes through every door (`levy.md`, "One contract, three doors"): what it may hold, key by key.
 * Rules that need another key, the law or the calendar are the domain's (`domain/simulate.ts`).
 */

const PERSONS = BigInt(LIMITS.headcount);
const COUNT = { min: 0, max: LIMITS.headcount };
const DIGITS = { min: 0, max: LIMITS.decimals };
/** Longest `id` and `ref`, in UTF-16 units. */
export const MOST_TEXT = 200;
/** Entries of one list; the size of a request is limited besides. */
const MOST_ENTRIES = 100_000;

/** Far above any ratio, so that a share given in per cent reaches the rule whose sentence explains shares. */
const MOST_RATIO = 100n;

const CERTIFICATES = ['disability', 'military', 'police'] as const;

@Contract('LevyHeadcount', 'Staff of the base year: head-counts at the end of each month, or their average.', ['monthly', 'average'])
export class HeadcountDto {
  @Optional(twelve(integer(COUNT)), { says: 'Persons on the last day of each month, January to December: exactly twelve.', example: [200, 200, 200, 200, 200, 200, 201, 201, 201, 201, 201, 201] })
  monthly?: number[];

  @Optional(decimal(PERSONS), { says: 'Average persons of the year.', example: '33.5' })
  average?: string;
}

@Contract('LevySeasonal', 'Seasonal workers, converted to years of work.')
export class SeasonalDto {
  @Required(integer(COUNT), { says: 'Persons.', example: 24 })
  count: number;

  @Required(integer({ min: 0, max: 12 }), { says: 'Months that each of them worked.', example: 4 })
  months: number;
}

@Contract('LevyArrangedEntry', 'One disabled person and the months found to meet the conditions.')
export class ArrangedEntryDto {
  @Optional(text(MOST_TEXT), { says: 'Any mark that tells this person from the others; entries without it are different people.', example: 'p1' })
  ref?: string;

  @Required(word(CERTIFICATES, 'levy.case.certificate'), { says: 'Kind of certificate: 残疾人证, 残疾军人证 or 伤残人民警察证.', example: 'disability' })
  certificate: string;

  @Required(grade(), { says: 'Grade on the certificate: 1–4 on a disability certificate, 1–10 on the others; 1 is the most severe.', example: 1 })
  grade: number;

  @Required(months(), { says: 'Months of the base year, YYYY-MM.', example: ['2024-08', '2024-09', '2024-10', '2024-11', '2024-12'] })
  months: string[];
}

@Contract('LevyDispatchEntry', 'A dispatched disabled worker whom both units agreed to count on one side.')
export class DispatchEntryDto extends ArrangedEntryDto {
  @Required(word(['in', 'out'], 'levy.case.direction'), { says: '`in`: counted at this employer; `out`: at the other unit.', example: 'in' })
  direction: string;
}

@Contract('LevyScales', 'Digits kept by each named rounding, half up; null for none.')
export class ScalesDto {
  @Optional(integerOrNull(DIGITS), { says: 'Digits of the number of staff.', example: 0 })
  staff?: number | null;

  @Optional(integerOrNull(DIGITS), { says: 'Digits of the number arranged.', example: 2 })
  arranged?: number | null;

  @Optional(integerOrNull(DIGITS), { says: 'Digits of the average wage.', example: 2 })
  averageWage?: number | null;
}

@Contract('LevyOverrides', 'Values used for this case in place of those on file; the statement names them.')
export class OverridesDto {
  @Optional(decimal(MOST_RATIO), { says: 'Quota as a share of staff.', example: '0.015' })
  ratio?: string;

  @Optional(decimal(LIMITS.money), { says: 'Social average wage of the base year, yuan a year.', example: '80000' })
  socialAverageWage?: string;

  @OptionalNested(object(), () => ScalesDto, { says: 'Roundings.' })
  scales?: ScalesDto;
}

@Contract('LevyCase', 'Everything the levy of one employer and one year depends on.', ['totalWages', 'averageWage'], ['arranged', 'arrangedCount'])
export class LevyCaseDto {
  @Required(text(MOST_TEXT), { says: 'Your own name for the case; it comes back with the result.', example: 'c1' })
  id: string;

  @Required(region(), { says: 'Where the levy is paid, GB/T 2260.', example: '370303' })
  region: string;

  @Required(year(), { says: `Year whose staff and wages are counted, from ${LIMITS.firstBaseYear} to the present one.`, example: 2024 })
  baseYear: number;

  @Optional(year(), { says: `Year of filing, to ${LIMITS.lastFilingYear}; the year after the base year if left out.`, example: 2025 })
  filingYear?: number;

  @Optional(day(), { says: 'Day of filing, YYYY-MM-DD; 1 September of the filing year if left out.', example: '2025-09-10' })
  filingDate?: string;

  @Optional(word(['year', 'quarter'], 'levy.case.fee_period'), { says: 'Whether the levy is paid by the year or by the quarter.', example: 'year' })
  feePeriod?: string;

  @Required(word([...EMPLOYER_KINDS, ...NOT_LIABLE_KINDS], 'levy.case.employer_kind'), { says: 'Kind of employer. A sole trader, a co-operative and a village committee owe no quota: they are refused with `levy.employer_not_liable`.', example: 'enterprise' })
  employerKind: string;

  @Optional(day(), { says: 'Day on which the employer was registered, YYYY-MM-DD.', example: '2010-05-01' })
  registeredOn?: string;

  @Optional(integer({ min: 1, max: 12 }), { says: 'Months in operation in the base year, for an employer registered within it.', example: 7 })
  monthsInOperation?: number;

  @RequiredNested(object(), () => HeadcountDto, { says: 'Staff of the base year.' })
  headcount: HeadcountDto;

  @OptionalNested(list(MOST_ENTRIES), () => SeasonalDto, { says: 'Seasonal workers.' })
  seasonal?: SeasonalDto[];

  @OptionalNested(list(MOST_ENTRIES), () => DispatchEntryDto, { says: 'Dispatched disabled workers on whom both units agreed.' })
  dispatch?: DispatchEntryDto[];

  @Optional(decimal(LIMITS.money), { says: 'Total wages of the base year, yuan; or give `averageWage`.', example: '20000000.00' })
  totalWages?: string;

  @Optional(decimal(LIMITS.money), { says: 'Average wage of the base year, yuan a year, taken as it is; or give `totalWages`.', example: '99502.49' })
  averageWage?: string;

  @OptionalNested(list(MOST_ENTRIES), () => ArrangedEntryDto, { says: 'Disabled workers counted; an empty list means nobody. Or give `arrangedCount`.' })
  arranged?: ArrangedEntryDto[];

  @Optional(decimal(2n * PERSONS), { says: 'Number arranged, weights included, taken as it is; or give `arranged`.', example: '0.83' })
  arrangedCount?: string;

  @OptionalNested(object(), () => OverridesDto, { says: 'Values used for this case in place of those on file.' })
  overrides?: OverridesDto;

  @Optional(decimal(LIMITS.money), { says: 'Levy already paid for the year, yuan; 0 if left out.', example: '0.00' })
  alreadyPaid?: string;
}

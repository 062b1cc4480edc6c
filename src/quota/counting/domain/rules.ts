import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { parseYuan, type Fen } from '../../../kernel/money.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { firstDayOf, monthIndex, monthsOfYear, type YearMonth } from '../../../kernel/year-month.js';
import type {
  CertificateCounting, CountingCondition, DatedValue, ParameterKey, ParameterValues, PolicySource, Reference, RetirementStep,
} from '../../../policy/parameters.js';

/** The value of law behind an answer. */
export type LineRule = { readonly parameter: string; readonly from: string; readonly reference: Reference; readonly confirmed: boolean };

/** What the law says for one month; null is a value that we lack. */
export type MonthRules = {
  readonly month: YearMonth;
  /** Months since year 0. */
  readonly index: number;
  /** Numbers of the values in force: months in which one is equal can tell its answers together. Below 12 each. */
  readonly epochs: { readonly conditions: number; readonly certificates: number; readonly minimumWage: number; readonly workingAge: number };
  readonly conditions: readonly CountingCondition[] | null;
  readonly conditionsRule: readonly LineRule[];
  /** Weight by kind and grade, 0 where it does not count; null where the table is not known. */
  readonly weights: Readonly<Record<CertificateKind, readonly (0 | 1 | 2)[]>> | null;
  readonly certificatesRule: readonly LineRule[];
  readonly minimumWage: Fen | null;
  readonly minimumWageRule: readonly LineRule[];
  readonly workingAge: readonly RetirementStep[] | null;
  readonly workingAgeRule: readonly LineRule[];
};

/** The law of one place and base year, read once and held against any number of persons. */
export type CountingYear = {
  readonly region: RegionCode;
  readonly baseYear: number;
  /** The day on which a certificate must be valid (残联厅函〔2022〕63号 item 2). */
  readonly submittedOn: LocalDate;
  /** Twelve, January first. */
  readonly months: readonly MonthRules[];
};

/**
 * Reads every value that counting needs, for each month of the base year on its first day. A value that no file covers
 * is as unknown as one that is null: it never refuses a person.
 */
export function countingYear(policy: PolicySource, region: RegionCode, baseYear: number, submittedOn: LocalDate): CountingYear {
  const distinct = { conditions: new Distinct(), certificates: new Distinct(), minimumWage: new Distinct(), workingAge: new Distinct() };
  const months = monthsOfYear(baseYear).map((month): MonthRules => {
    const read = <K extends ParameterKey>(key: K): DatedValue<ParameterValues[K]> | null => policy.find(key, region, firstDayOf(month));
    const conditions = read('counting.conditions');
    const certificates = read('counting.certificates');
    const workingAge = read('counting.working_age');
    const tier = read('minimum_wage.tier');
    const wages = read('minimum_wage');
    return {
      month,
      index: monthIndex(month),
      epochs: {
        conditions: distinct.conditions.numberOf(conditions),
        certificates: distinct.certificates.numberOf(certificates),
        minimumWage: distinct.minimumWage.numberOf(wages, tier),
        workingAge: distinct.workingAge.numberOf(workingAge),
      },
      conditions: conditions?.value ?? null,
      conditionsRule: ruleOf(conditions),
      weights: certificates === null || certificates.value === null ? null : weightsOf(certificates.value),
      certificatesRule: ruleOf(certificates),
      minimumWage: minimumWageOf(wages, tier),
      minimumWageRule: ruleOf(wages),
      workingAge: workingAge?.value ?? null,
      workingAgeRule: ruleOf(workingAge),
    };
  });
  return { region, baseYear, submittedOn, months };
}

/** Numbers the different values that the months of a year meet, from 0. */
class Distinct {
  private readonly seen: string[] = [];

  numberOf(...values: readonly (DatedValue<unknown> | null)[]): number {
    const identity = values.map((value) => (value === null ? '-' : `${value.region}@${value.from}`)).join('|');
    const known = this.seen.indexOf(identity);
    return known >= 0 ? known : this.seen.push(identity) - 1;
  }
}

const ruleOf = (value: DatedValue<unknown> | null): readonly LineRule[] =>
  value === null ? [] : [{ parameter: value.parameter, from: value.from, reference: value.reference, confirmed: value.confirmed }];

function weightsOf(table: CertificateCounting): NonNullable<MonthRules['weights']> {
  const row = (kind: CertificateKind, highest: number): readonly (0 | 1 | 2)[] =>
    Array.from({ length: highest + 1 }, (_, grade) => (!table[kind].grades.includes(grade) ? 0 : table[kind].double.includes(grade) ? 2 : 1));
  return { disability: row('disability', 4), military: row('military', 10), police: row('police', 10) };
}

/** The tier belongs to the county, the sums to the province: either may be missing. */
function minimumWageOf(wages: DatedValue<Readonly<Record<string, string | null>>> | null, tier: DatedValue<string> | null): Fen | null {
  if (wages === null || wages.value === null || tier === null || tier.value === null) return null;
  const text = wages.value[tier.value];
  if (text === undefined || text === null) return null;
  const parsed = parseYuan(text);
  return parsed.ok ? parsed.value : null;
}

import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import { decimalRatio, decimalUnits, formatTrimmed, INPUT_SCALE, powerOfTen, type Ratio } from '../../../kernel/exact.js';
import { localDate, makeLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { err, ok, type Result } from '../../../kernel/result.js';
import { firstDayOf, monthsOfYear, type YearMonth } from '../../../kernel/year-month.js';
import type { CertificateCounting, DatedValue, EnterpriseExemption, ParameterKey, ParameterValues, PolicySource, Scale } from '../../../policy/parameters.js';
import { policyHash } from '../../../policy/policy-hash.js';
import type { LevyOverrides } from './case.js';
import type { RuleUsed, StatementLine } from './result.js';
import { showYuan } from './show.js';

/** A value of law ready for the computation, with the rule that a line shows for it. */
export type Ruled<T> = { readonly value: T; readonly rule: RuleUsed };

export type TierRule = { readonly from: Ratio; readonly fromText: string; /** 1 − pay, in millionths. */ readonly reliefUnits: bigint; readonly rateText: string };

/** What the law says of one month. */
export type MonthRule = {
  readonly month: YearMonth;
  /** By grade: 0 refused, 1 or 2 counted. */
  readonly weights: Readonly<Record<CertificateKind, readonly number[]>>;
  readonly rule: RuleUsed;
  /** The lines of its person-months, which repeat from statement to statement; filled by `personMonthLine`. */
  readonly told: StatementLine[];
};

/** Everything the law says about one case, resolved once and shared by all cases of the same place, year, day and overrides. */
export type ResolvedPolicy = {
  /** The one day on which ratio, cap multiple, exemption and tiers are read (`levy.relief.basis`). */
  readonly readingDay: LocalDate;
  readonly ratio: Ruled<Ratio> & { readonly text: string };
  readonly exemption: Ruled<EnterpriseExemption>;
  /** Null: the law of that day knows no cap. */
  readonly capMultiple: Ruled<Ratio | null> & { readonly text: string | null };
  /** Highest tier first. */
  readonly tiers: Ruled<readonly TierRule[]>;
  readonly socialAverageWage: (Ruled<Ratio> & { readonly shown: string }) | null;
  /** multiple × social average wage; null where there is no cap or the social average wage is not known. */
  readonly wageCap: (Ratio & { readonly shown: string }) | null;
  readonly staffScale: Ruled<Scale>;
  readonly arrangedScale: Ruled<Scale>;
  readonly averageWageScale: Ruled<Scale>;
  readonly newEmployerDivisor: Ruled<ParameterValues['staff.new_employer_divisor']>;
  /** Of the base year, January first. */
  readonly months: readonly MonthRule[];
  readonly hash: string;
};

/** A parameter that the computation cannot do without and that the data does not hold for that day. */
export type PolicyFault = { readonly parameter: ParameterKey; readonly date: LocalDate; readonly reason: 'gap' | 'unknown' };

export type PolicyQuestion = {
  readonly region: RegionCode;
  readonly baseYear: number;
  /** The day of filing; 1 September of the filing year where none is given. */
  readonly filingDay: LocalDate;
  readonly overrides: LevyOverrides | undefined;
  /** Reads ratio, cap, exemption and tiers on this day instead: only for the outlook on coming years. */
  readonly readingDay?: LocalDate;
};

class Unresolved extends Error {
  constructor(readonly fault: PolicyFault) { super(fault.parameter); }
}

const ONE_MILLION = powerOfTen(INPUT_SCALE);

const ruleOf = (dated: DatedValue<unknown>): RuleUsed =>
  Object.freeze({ parameter: dated.parameter, from: dated.from, reference: dated.reference, confirmed: dated.confirmed });

/** A value that the case brought itself: no source, hence never confirmed. */
const overrideRule = (parameter: ParameterKey): RuleUsed => Object.freeze({ parameter, from: null, reference: null, confirmed: false });

/** The default day of reading (`levy.relief.basis`): 1 September of the filing year. */
export const defaultFilingDay = (filingYear: number): LocalDate => `${filingYear}-09-01` as LocalDate;

function weightsOf(table: CertificateCounting): Readonly<Record<CertificateKind, readonly number[]>> {
  const row = (kind: CertificateKind, highest: number): readonly number[] => {
    const { grades, double } = table[kind];
    return Array.from({ length: highest + 1 }, (_, grade) => (!grades.includes(grade) ? 0 : double.includes(grade) ? 2 : 1));
  };
  return { disability: row('disability', 4), military: row('military', 10), police: row('police', 10) };
}

/**
 * Looks up every value a case needs.
 * @returns the first parameter that is missing (`gap`) or known to be unknown (`unknown`); only the social average wage may be.
 */
export function resolvePolicy(source: PolicySource, question: PolicyQuestion): Result<ResolvedPolicy, PolicyFault> {
  try {
    return ok(resolve(source, question));
  } catch (fault) {
    if (fault instanceof Unresolved) return err(fault.fault);
    throw fault;
  }
}

function resolve(source: PolicySource, question: PolicyQuestion): ResolvedPolicy {
  const { region, baseYear, filingDay, overrides } = question;
  const hashed: Record<string, unknown> = {};

  function dated<K extends ParameterKey>(parameter: K, date: LocalDate): DatedValue<ParameterValues[K]> & { value: ParameterValues[K] } {
    const found = source.find(parameter, region, date);
    if (!found) throw new Unresolved({ parameter, date, reason: 'gap' });
    if (found.value === null) throw new Unresolved({ parameter, date, reason: 'unknown' });
    return found as DatedValue<ParameterValues[K]> & { value: ParameterValues[K] };
  }
  function ruled<K extends ParameterKey>(parameter: K, date: LocalDate): Ruled<ParameterValues[K]> {
    const found = dated(parameter, date);
    hashed[parameter] = found.value;
    return { value: found.value, rule: ruleOf(found) };
  }
  function scale(parameter: 'staff.scale' | 'arranged.scale' | 'average_wage.scale', override: number | null | undefined): Ruled<Scale> {
    if (override === undefined) return ruled(parameter, baseYearEnd);
    hashed[parameter] = override ?? 'exact';
    return { value: override ?? 'exact', rule: overrideRule(parameter) };
  }

  const baseYearEnd = makeLocalDate(baseYear, 12, 31);
  const basis = dated('levy.relief.basis', filingDay).value;
  const readingDay = question.readingDay ?? (basis === 'filing_date' ? filingDay : baseYearEnd);

  const ratio = overrides?.ratio === undefined
    ? ruled('quota.ratio', readingDay)
    : { value: (hashed['quota.ratio'] = overrides.ratio), rule: overrideRule('quota.ratio') };
  const exemption = ruled('levy.exemption.enterprise', readingDay);
  const multiple = ruled('levy.wage_cap.multiple', readingDay);
  const tiers = ruled('levy.relief.tiers', readingDay);

  const social = overrides?.socialAverageWage === undefined
    ? source.find('social_average_wage', region, localDate(`${baseYear}-01-01`))
    : null;
  const socialText = overrides?.socialAverageWage ?? social?.value ?? null;
  hashed['social_average_wage'] = socialText;

  const capMultiple = multiple.value === 'none' ? null : decimalRatio(multiple.value);
  const socialWage = socialText === null ? null : decimalRatio(socialText);

  const certificates: unknown[] = [];
  let last: CertificateCounting | null = null;
  const months = monthsOfYear(baseYear).map((month) => {
    const found = dated('counting.certificates', firstDayOf(month));
    if (found.value !== last) certificates.push([month, found.value]);
    last = found.value;
    return monthRule(month, found);
  });
  hashed['counting.certificates'] = certificates;

  const policy: Omit<ResolvedPolicy, 'hash'> = {
    readingDay,
    ratio: { value: decimalRatio(ratio.value), rule: ratio.rule, text: ratio.value },
    exemption,
    capMultiple: { value: capMultiple, rule: multiple.rule, text: multiple.value === 'none' ? null : multiple.value },
    tiers: { value: tiers.value.map(tierRule), rule: tiers.rule },
    socialAverageWage: socialWage === null || socialText === null
      ? null
      : { value: socialWage, rule: social ? ruleOf(social) : overrideRule('social_average_wage'), shown: showYuan(socialWage) },
    wageCap: capMultiple && socialWage ? shownCap({ num: capMultiple.num * socialWage.num, den: capMultiple.den * socialWage.den }) : null,
    staffScale: scale('staff.scale', overrides?.scales?.staff),
    arrangedScale: scale('arranged.scale', overrides?.scales?.arranged),
    averageWageScale: scale('average_wage.scale', overrides?.scales?.averageWage),
    newEmployerDivisor: ruled('staff.new_employer_divisor', baseYearEnd),
    months,
  };
  return { ...policy, hash: policyHash(hashed) };
}

const shownCap = (cap: Ratio): NonNullable<ResolvedPolicy['wageCap']> => ({ ...cap, shown: showYuan(cap) });

/** One for each month under each value of law, however many places, filing days and overrides ask for it. */
const monthRules = new WeakMap<CertificateCounting, Map<YearMonth, MonthRule>>();

function monthRule(month: YearMonth, dated: DatedValue<CertificateCounting> & { readonly value: CertificateCounting }): MonthRule {
  let known = monthRules.get(dated.value);
  if (known === undefined) monthRules.set(dated.value, (known = new Map()));
  let rule = known.get(month);
  if (rule === undefined) known.set(month, (rule = { month, weights: weightsOf(dated.value), rule: ruleOf(dated), told: [] }));
  return rule;
}

function tierRule(tier: { from: string; pay: string }): TierRule {
  const payUnits = decimalUnits(tier.pay, INPUT_SCALE);
  const reliefUnits = ONE_MILLION - payUnits;
  return { from: decimalRatio(tier.from), fromText: tier.from, reliefUnits, rateText: formatTrimmed(reliefUnits, INPUT_SCALE) };
}

/** Keeps resolved policies; a stream of cases asks for few different ones. Bounded: when full it starts anew. */
export class PolicyCache {
  private readonly byKey = new Map<string, Result<ResolvedPolicy, PolicyFault>>();
  private last: { readonly region: RegionCode; readonly baseYear: number; readonly filingDay: LocalDate; readonly overrides: LevyOverrides | undefined; readonly found: Result<ResolvedPolicy, PolicyFault> } | null = null;

  constructor(private readonly source: PolicySource, private readonly capacity: number) {}

  get(region: RegionCode, baseYear: number, filingDay: LocalDate, overrides: LevyOverrides | undefined): Result<ResolvedPolicy, PolicyFault> {
    // Neighbours in a stream mostly ask the same; comparing is cheaper than making the key.
    const { last } = this;
    if (last !== null && last.region === region && last.baseYear === baseYear && last.filingDay === filingDay && sameOverrides(last.overrides, overrides)) return last.found;
    const key = `${region}|${baseYear}|${filingDay}|${overrides === undefined ? '' : overridesKey(overrides)}`;
    let found = this.byKey.get(key);
    if (found === undefined) {
      found = resolvePolicy(this.source, { region, baseYear, filingDay, overrides });
      if (this.byKey.size >= this.capacity) this.byKey.clear();
      this.byKey.set(key, found);
    }
    this.last = { region, baseYear, filingDay, overrides, found };
    return found;
  }
}

function overridesKey(overrides: LevyOverrides): string {
  const { scales } = overrides;
  return `${overrides.ratio}/${overrides.socialAverageWage}/${scales?.staff}/${scales?.arranged}/${scales?.averageWage}`;
}

function sameOverrides(a: LevyOverrides | undefined, b: LevyOverrides | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && a.ratio === b.ratio && a.socialAverageWage === b.socialAverageWage
    && a.scales?.staff === b.scales?.staff && a.scales?.arranged === b.scales?.arranged && a.scales?.averageWage === b.scales?.averageWage;
}

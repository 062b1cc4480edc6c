import type { LocalDate } from '../kernel/local-date.js';
import type { RegionCode } from '../kernel/region-code.js';

/** Where a value of law stands. `title` names document and number; `href` is an official address or null. */
export type Reference = { readonly title: string; readonly article: string | null; readonly href: string | null };

/** Digits kept by a named rounding, half up; `exact` means no rounding. */
export type Scale = number | 'exact';

export type ReliefTier = {
  /** arranged / staff from which the tier holds, inclusive; decimal string. */
  readonly from: string;
  /** Share of the due sum that is paid; decimal string. */
  readonly pay: string;
};

export type EnterpriseExemption = {
  /** Enterprises with at most this many staff … */
  readonly maxStaff: number;
  /** … before this anniversary of their registration; null: without age limit. */
  readonly withinYears: number | null;
};

/** Which certificates count, by grade, and which of them count double. */
export type CertificateCounting = {
  readonly disability: { readonly grades: readonly number[]; readonly double: readonly number[] };
  readonly military: { readonly grades: readonly number[]; readonly double: readonly number[] };
  readonly police: { readonly grades: readonly number[]; readonly double: readonly number[] };
};

export type CountingCondition =
  | 'certificate_valid'
  | 'certificate_issued'
  | 'contract'
  | 'wage_at_least_minimum'
  | 'pension_insurance'
  | 'medical_insurance'
  | 'working_age'
  | 'residence';

/** Statutory working age of one group: retirement at `ageYears` plus a delay that grows with the month of birth. */
export type RetirementStep = {
  readonly group: 'men' | 'women_management' | 'women_worker';
  readonly ageYears: number;
  /** Months of birth from which the age rises; null while it does not. */
  readonly delay: { readonly bornFrom: string; readonly everyMonths: number; readonly maxMonths: number } | null;
};

/** A yearly window, `MM-DD` to `MM-DD`; a null end is not known. */
export type Window = { readonly opens: string | null; readonly closes: string | null };

/** A festival that a yearly notice of days off names. */
export type Festival = 'new_year' | 'spring' | 'qingming' | 'labour' | 'dragon_boat' | 'mid_autumn' | 'national' | 'national_and_mid_autumn';

/** Days off for everybody in one year, both ends included, and days of weekends that are worked instead 调休; `MM-DD`. */
export type Holidays = { readonly off: readonly { readonly name: Festival; readonly from: string; readonly until: string }[]; readonly work: readonly string[] };

/** A way to have a determination looked at again, and the term for it from the day on which it became known. */
export type Remedy = { readonly kind: 'reconsideration' | 'court'; readonly within: number; readonly unit: 'days' | 'months' };
/** From when on a person is shown grounds to look whether employment is only pretended. Working figures of the service, not law. */
export type SignalThresholds = {
  /** Every wage known is exactly the minimum wage, of at least so many people. */
  readonly floorWagePersons: number;
  /** Insurance begins in the last so many months of the base year, of at least so many people. */
  readonly lateInsuranceMonths: number;
  readonly lateInsurancePersons: number;
  /** One phone or address stands behind people of so many employers. */
  readonly sharedContactEmployers: number;
  /** So many people of one filing live in another province or city, without remote work. */
  readonly farPersons: number;
  readonly farBeyond: 'province' | 'city';
  /** A person was insured by so many employers in the base year, of at least so many people. */
  readonly shortSpellEmployers: number;
  readonly shortSpellPersons: number;
};

/** Every parameter and the shape of its value. Decimals are strings; values are plain JSON, so that they can be hashed. */
export type ParameterValues = {
  'quota.ratio': string;
  'levy.exemption.enterprise': EnterpriseExemption;
  /** Multiple of the social average wage; `none` where the law knows no cap. */
  'levy.wage_cap.multiple': string;
  /** Highest tier first; empty where there is no relief. */
  'levy.relief.tiers': readonly ReliefTier[];
  'levy.relief.basis': 'filing_date' | 'base_year';
  'counting.certificates': CertificateCounting;
  'counting.conditions': readonly CountingCondition[];
  'counting.method': 'monthly_over_twelve';
  'counting.working_age': readonly RetirementStep[];
  'staff.new_employer_divisor': 'twelve' | 'months_in_operation';
  'staff.scale': Scale;
  'arranged.scale': Scale;
  'average_wage.scale': Scale;
  /** Yuan a year, by base year (dated 1 January of it). */
  'social_average_wage': string;
  /** Yuan a month by tier; null where the province named a tier whose amount is not known to us. */
  'minimum_wage': Readonly<Record<string, string | null>>;
  /** The tier of a county. */
  'minimum_wage.tier': string;
  'late_fee.daily': string;
  'late_fee.ceiling': string;
  /** Years of levy at most. */
  'hardship.relief_max': string;
  /** Months. */
  'hardship.deferral_max': number;
  'award.over_quota': { readonly severeWeight: string; readonly wholePersons: boolean; readonly minimumPersons: string; readonly monthlyMinimumWages: string };
  /** Whether the award is claimed or waived before the determination goes to the tax authority. */
  'award.choice': 'before_tax' | 'any_time';
  'calendar.certification': Window;
  'calendar.payment': Window;
  /** By calendar year (dated 1 January of it). */
  'calendar.holidays': Holidays;
  /** Where the legal filing is made: on the national platform (companion) or here. */
  'review.mode': 'companion' | 'native';
  /** What a filing past the window counts as until the federation has taken it. */
  'review.late': 'counted_as_none' | 'accepted';
  'review.notice_days': { readonly days: number; readonly kind: 'working' | 'calendar' };
  'review.remedies': readonly Remedy[];
  /** People who check one filing. */
  'review.steps': 1 | 2;
  /** Yuan. A refusal that raises the trial sum by more always takes two people. */
  'review.refusal_two_steps_above': string;
  /** Calendar days that an employer has to correct a returned filing. */
  'review.correction_days': number;
  /** Calendar days after the decision in which an employer may object. */
  'review.objection_days': number;
  /** Calendar days in which an objection is answered. */
  'review.objection_answer_days': number;
  'review.signals': SignalThresholds;
  'public_bodies.organ_establishment': number;
  'public_bodies.institution_establishment': number;
  'public_bodies.minimum_persons': number;
  'public_bodies.federation_officials': string;
  /** The year by whose end public bodies above the line have placed somebody. */
  'public_bodies.deadline_year': number;
};

export type ParameterKey = keyof ParameterValues;

/**
 * A value of law as it stands on a day. `value` is null where the law has a value that is not known to us: it is
 * never guessed. `until` is the last day on which it holds, null while no end is known.
 */
export type DatedValue<T> = {
  readonly parameter: ParameterKey;
  /** The region whose folder gave the value: the asked one or one above it. */
  readonly region: RegionCode;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly value: T | null;
  readonly reference: Reference;
  /** False until a person has checked the value against the document. */
  readonly confirmed: boolean;
  readonly note: string | null;
};

/** A day that working days were counted to. `assumed`: years on the way whose days off are not known, so that their Mondays to Fridays were counted. */
export type CountedDay = { readonly day: LocalDate; readonly assumed: readonly number[] };

/** What readers of law ask. `PolicyBook` is the one that reads `config/policy`; tests may hold a smaller one. */
export type PolicySource = {
  /**
   * The value for a region on a day: its own, else that of the nearest region above.
   * @throws PolicyGap when no file covers the day (before the first or after the last known date).
   */
  at<K extends ParameterKey>(parameter: K, region: RegionCode, date: LocalDate): DatedValue<ParameterValues[K]>;
  /** As `at`, null instead of throwing. */
  find<K extends ParameterKey>(parameter: K, region: RegionCode, date: LocalDate): DatedValue<ParameterValues[K]> | null;
  /** Whether GB/T 2260 (or the town register) knows the region. */
  hasRegion(region: RegionCode): boolean;
};

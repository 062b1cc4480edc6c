import type { SignalThresholds } from '../../../policy/parameters.js';

export const signalCodes = ['floor_wage', 'late_insurance', 'shared_contact', 'far_workplace', 'short_spells'] as const;
export type SignalCode = (typeof signalCodes)[number];

/** Numbers that a person can check; people of the filing it concerns, of how many. Never who they are. */
export type Grounds = Readonly<Record<string, number | string>>;

/** What one filing shows, in counts of people. */
export type FilingTraits = {
  readonly people: number;
  /** Of those with known wages. */
  readonly withWages: number;
  /** Every known wage is exactly the minimum of its month. */
  readonly atFloor: number;
  /** Insured by this employer in the last months of the base year only. */
  readonly insuredLate: number;
  readonly farAway: number;
  readonly manyEmployers: number;
};

export const NO_TRAITS: FilingTraits = { people: 0, withWages: 0, atFloor: 0, insuredLate: 0, farAway: 0, manyEmployers: 0 };

/** Grounds to look, by the thresholds of the place. They refuse nothing. */
export function signalsOf(traits: FilingTraits, thresholds: SignalThresholds): ReadonlyMap<SignalCode, Grounds> {
  const found = new Map<SignalCode, Grounds>();
  const { people, withWages, atFloor, insuredLate, farAway, manyEmployers } = traits;
  if (withWages >= thresholds.floorWagePersons && atFloor === withWages) found.set('floor_wage', { persons: atFloor, of: people });
  if (insuredLate >= thresholds.lateInsurancePersons) found.set('late_insurance', { persons: insuredLate, of: people, months: thresholds.lateInsuranceMonths });
  if (farAway >= thresholds.farPersons) found.set('far_workplace', { persons: farAway, of: people, beyond: thresholds.farBeyond });
  if (manyEmployers >= thresholds.shortSpellPersons) found.set('short_spells', { persons: manyEmployers, of: people, employers: thresholds.shortSpellEmployers });
  return found;
}

/** First insured month lies in the last `months` of the year. A bit mask without any month is no beginning. */
export const beginsLate = (insured: number, months: number): boolean => insured !== 0 && (insured & ((1 << (12 - months)) - 1)) === 0;

const DIGITS = { province: 2, city: 4 } as const;

/** By codes of places alone: another province (or city) than the workplace's. Null where home is not known. */
export const livesFar = (home: string | null, workplace: string, beyond: SignalThresholds['farBeyond']): boolean =>
  home !== null && home.slice(0, DIGITS[beyond]) !== workplace.slice(0, DIGITS[beyond]);

const REMOTE = /远程|居家|在家|线上|网络|云客服|remote|home/i;

/** Words of a post that say the work is done from home. */
export const isRemote = (post: string | null): boolean => post !== null && REMOTE.test(post);

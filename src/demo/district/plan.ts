import type { LocalDate } from '../../kernel/local-date.js';
import type { DeclarationState } from '../../quota/filing/index.js';
import { Chance } from './chance.js';
import { madeUpCitizenId, madeUpUscc } from './made-up.js';

/** Of the two base years the earlier is over and decided; of the later one filings stand everywhere. */
export const BASE_YEARS = [2024, 2025] as const;
export type BaseYear = (typeof BASE_YEARS)[number];

export type PlannedWorker = {
  readonly serial: number;
  readonly citizenId: string;
  readonly name: string;
  /** 1 (most severe) to 4, as on the certificate of disability. */
  readonly grade: 1 | 2 | 3 | 4;
  /** Certificates of disability have seven categories (GB/T 26341). */
  readonly category: number;
  readonly certificateUntil: LocalDate;
};

export type PlannedJob = {
  readonly worker: PlannedWorker;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** Yuan a month. */
  readonly wage: number;
  /** What the insurance register tells differs from what the employer claims: it knows of nothing. */
  readonly isUninsured: boolean;
};

export type PlannedEmployer = {
  readonly serial: number;
  readonly uscc: string;
  readonly name: string;
  readonly kind: 'enterprise' | 'institution' | 'organ' | 'social_organization' | 'private_non_enterprise';
  readonly isStateOwned: boolean;
  readonly establishmentSize: number | null;
  readonly regionCode: string;
  readonly industry: string;
  readonly registeredOn: LocalDate;
  readonly staff: number;
  /** Yuan a head and year. */
  readonly averageWage: number;
  readonly phone: string;
  readonly jobs: readonly PlannedJob[];
  /** Where each base year's filing is to come to rest; absent where the employer never opened one. */
  readonly ends: Readonly<Partial<Record<BaseYear, DeclarationState>>>;
};

export type District = { readonly employers: readonly PlannedEmployer[]; readonly workers: readonly PlannedWorker[] };

/** The draws of the district's law-abiding and other people, so many of a hundred. */
const PLACES_SOMEBODY = 20;
const TOWNS = ['370303001', '370303002', '370303003', '370303004', '370303005'] as const;
/** 南浔区: its filing window is not known, so a draft there stays one, while at the district's own place it is late by now. */
const WITHOUT_WINDOW = '330503';
const INDUSTRIES = [['C', 40], ['F', 20], ['I', 6], ['H', 10], ['L', 8], ['O', 10], ['P', 3], ['Q', 3]] as const;
const KINDS = [['enterprise', 88], ['institution', 4], ['organ', 2], ['social_organization', 3], ['private_non_enterprise', 3]] as const;

const LATER_ENDS: readonly (readonly [DeclarationState, number])[] = [
  ['draft', 8], ['late', 4], ['counted_as_none', 2], ['submitted', 3], ['checking', 20], ['accepted', 10], ['first_check', 10], ['second_check', 8], ['determined', 18], ['refused', 3],
  ['returned', 5], ['withdrawn', 3], ['objected', 3], ['corrected', 3],
];
const EARLIER_ENDS: readonly (readonly [DeclarationState, number])[] = [['archived', 60], ['determined', 20], ['refused', 5], ['corrected', 10], ['counted_as_none', 5]];

/** @param count of employers. The same count and seed give the same district. */
export function planDistrict(count: number, seed: number): District {
  const chance = new Chance(seed);
  const workers: PlannedWorker[] = [];
  const employers = Array.from({ length: count }, (_, serial) => planEmployer(chance, serial, workers));
  return { employers: withDoubleClaims(employers), workers };
}

function planEmployer(chance: Chance, serial: number, workers: PlannedWorker[]): PlannedEmployer {
  const kind = chance.oneOf(KINDS);
  const isPublic = kind === 'organ' || kind === 'institution';
  const staff = chance.oneOf([[chance.whole(2, 30), 60], [chance.whole(31, 100), 25], [chance.whole(101, 500), 12], [chance.whole(501, 2_000), 3]]);
  const places = chance.isIn(PLACES_SOMEBODY);
  const jobs = places ? Array.from({ length: Math.max(1, Math.round(staff * 0.015 * (0.5 + chance.next()))) }, () => planJob(chance, workers)) : [];
  const ends = planEnds(chance, places);
  return {
    serial, uscc: madeUpUscc(serial), name: `演示单位 ${String(serial + 1).padStart(4, '0')} 号`, kind, isStateOwned: kind === 'enterprise' && chance.isIn(5),
    establishmentSize: isPublic ? Math.max(1, Math.round(staff * 0.9)) : null, regionCode: ends[2025] === 'draft' ? WITHOUT_WINDOW : (TOWNS[serial % TOWNS.length] as string), industry: chance.oneOf(INDUSTRIES),
    registeredOn: day(chance.whole(1995, 2022), chance.whole(1, 12), 1), staff, averageWage: chance.whole(52, 130) * 1_000, phone: `1990000${String(serial).padStart(4, '0')}`, jobs, ends,
  };
}

function planEnds(chance: Chance, places: boolean): PlannedEmployer['ends'] {
  if (places) return { 2024: chance.oneOf(EARLIER_ENDS), 2025: chance.oneOf(LATER_ENDS) };
  // Most of those who placed nobody never come; some say so.
  return chance.isIn(10) ? { 2025: 'nothing_to_claim' } : {};
}

function planJob(chance: Chance, workers: PlannedWorker[]): PlannedJob {
  const worker = planWorker(chance, workers.length);
  workers.push(worker);
  const from = day(chance.whole(2019, 2024), chance.whole(1, 12), 1);
  const wage = chance.isIn(8) ? 2_010 : chance.whole(23, 68) * 100;
  return { worker, from, until: chance.isIn(12) ? day(2025, chance.whole(2, 11), 28) : null, wage, isUninsured: chance.isIn(6) };
}

function planWorker(chance: Chance, serial: number): PlannedWorker {
  const birth = day(chance.whole(1970, 2000), chance.whole(1, 12), chance.whole(1, 28));
  const grade = chance.oneOf([[1, 8], [2, 22], [3, 30], [4, 40]] as const);
  return {
    // A serial of its own for each, though two be born on one day.
    serial, citizenId: madeUpCitizenId(birth, serial % 1_000), name: `演示员工 ${String(serial + 1).padStart(4, '0')}`, grade, category: chance.whole(1, 7),
    certificateUntil: day(chance.isIn(7) ? 2025 : chance.whole(2027, 2032), 6, 30),
  };
}

/** One in fifty of those who place somebody also claims a worker of the next: the same months at two employers. */
function withDoubleClaims(employers: readonly PlannedEmployer[]): readonly PlannedEmployer[] {
  const placing = employers.filter(({ jobs }) => jobs.length > 0);
  const doubled = new Map<number, PlannedJob>();
  for (let at = 0; at + 1 < placing.length; at += 50) {
    const [one, other] = [placing[at] as PlannedEmployer, placing[at + 1] as PlannedEmployer];
    doubled.set(one.serial, other.jobs[0] as PlannedJob);
  }
  return employers.map((employer) => {
    const more = doubled.get(employer.serial);
    return more === undefined ? employer : { ...employer, jobs: [...employer.jobs, more] };
  });
}

const day = (year: number, month: number, date: number): LocalDate => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as LocalDate;

import { compareRatios, decimalRatio, type Ratio } from '../../../kernel/exact.js';

/** 带头安置 concerns organs 机关, institutions 事业单位 and enterprises that the state owns. */
export type LeadingKind = 'organ' | 'institution' | 'state_enterprise';

export const levels = ['central', 'province', 'city', 'county', 'township'] as const;
export type EstablishmentLevel = (typeof levels)[number];

/** One body and base year; decimals are texts, null is not known. */
export type PublicBody = {
  readonly kind: LeadingKind;
  /** 编制数 */
  readonly establishment: number | null;
  readonly level: EstablishmentLevel | null;
  readonly isSchool: boolean | null;
  /** Determined number of disabled people employed. */
  readonly placed: string | null;
  /** Required number by the staff that the employer declares. */
  readonly requiredByStaff: string | null;
};

/** Values of law; null where they are not known. */
export type LeadingLaw = {
  readonly ratio: string | null;
  /** Establishment from which an organ, or an institution, has to place somebody. */
  readonly organLine: number | null;
  readonly institutionLine: number | null;
  readonly minimum: number | null;
};

/**
 * `nobody`: below the ratio, and fewer than the least number are placed. `below`: below the ratio, the least number is placed.
 * `small`: below, and under the line from which a body has to place somebody. `pooled`: counts with its county. `school`: excepted.
 */
export const verdicts = ['nobody', 'below', 'small', 'meets', 'pooled', 'school', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

export const missingFacts = ['establishment', 'level', 'placed', 'required', 'law'] as const;
export type MissingFact = (typeof missingFacts)[number];

/** `required` is persons, decimal, six digits; null where it does not matter or cannot be worked out. */
export type Judgement = { readonly verdict: Verdict; readonly missing: MissingFact | null; readonly required: string | null };

const unknown = (missing: MissingFact, required: string | null): Judgement => ({ verdict: 'unknown', missing, required });
const isLess = (placed: string, than: Ratio): boolean => compareRatios(decimalRatio(placed), than) < 0;

/** Persons that an establishment has to place: establishment × ratio, exactly; shown to six digits, cut off. */
export function requiredOf(establishment: number, ratio: string): string {
  const { num, den } = decimalRatio(ratio);
  const units = (BigInt(establishment) * num * 1_000_000n) / den;
  return `${units / 1_000_000n}.${String(units % 1_000_000n).padStart(6, '0')}`.replace(/\.?0+$/, '');
}

/** Whether a body leads (残联发〔2021〕51号; 国办发〔2025〕23号). Counties and townships meet the ratio together, see `judgePool`. */
export function judgeBody(body: PublicBody, law: LeadingLaw): Judgement {
  if (body.kind === 'state_enterprise') return judgeEnterprise(body, law);
  if (body.isSchool === true) return { verdict: 'school', missing: null, required: null };
  if (body.level === 'county' || body.level === 'township') return { verdict: 'pooled', missing: null, required: null };
  if (body.level === null) return unknown('level', null);
  if (body.establishment === null) return unknown('establishment', null);
  const line = body.kind === 'organ' ? law.organLine : law.institutionLine;
  if (law.ratio === null || law.minimum === null || line === null) return unknown('law', null);
  const required = requiredOf(body.establishment, law.ratio);
  if (body.placed === null) return unknown('placed', required);
  if (!isLess(body.placed, share(body.establishment, law.ratio))) return { verdict: 'meets', missing: null, required };
  if (body.establishment < line) return { verdict: 'small', missing: null, required };
  return { verdict: isLess(body.placed, decimalRatio(String(law.minimum))) ? 'nobody' : 'below', missing: null, required };
}

/** An enterprise has staff, not an establishment; what it must place follows from them. */
function judgeEnterprise({ placed, requiredByStaff }: PublicBody, { minimum }: LeadingLaw): Judgement {
  if (placed === null) return unknown('placed', requiredByStaff);
  if (requiredByStaff === null) return unknown('required', null);
  if (!isLess(placed, decimalRatio(requiredByStaff))) return { verdict: 'meets', missing: null, required: requiredByStaff };
  if (minimum === null) return unknown('law', requiredByStaff);
  return { verdict: isLess(placed, decimalRatio(String(minimum))) ? 'nobody' : 'below', missing: null, required: requiredByStaff };
}

function share(establishment: number, ratio: string): Ratio {
  const { num, den } = decimalRatio(ratio);
  return { num: BigInt(establishment) * num, den };
}

/** Organs and institutions of one county and its townships, schools left out. */
export type Pool = {
  readonly bodies: number;
  /** Sum over those whose establishment is known. */
  readonly establishment: number;
  readonly withoutEstablishment: number;
  /** Decimal, sum over those of whom it is known. */
  readonly placed: string;
  readonly withoutPlaced: number;
};

export type PoolJudgement = { readonly verdict: 'meets' | 'below' | 'unknown'; readonly required: string | null };

/** Counties and townships on pooled establishment. What is unknown decides only where it could turn the answer. */
export function judgePool(pool: Pool, { ratio }: LeadingLaw): PoolJudgement {
  if (ratio === null) return { verdict: 'unknown', required: null };
  const required = requiredOf(pool.establishment, ratio);
  const isShort = isLess(pool.placed, share(pool.establishment, ratio));
  // More establishment asks for more, more people placed give more: each can turn only one of the answers.
  if (isShort) return { verdict: pool.withoutPlaced === 0 ? 'below' : 'unknown', required };
  return { verdict: pool.withoutEstablishment === 0 ? 'meets' : 'unknown', required };
}

/** Whether a federation has enough disabled people among its officials; null where nothing can be said. */
export function officialsMeet(officials: number, disabled: number, share: string | null): boolean | null {
  if (share === null || officials === 0) return null;
  return compareRatios({ num: BigInt(disabled), den: BigInt(officials) }, decimalRatio(share)) >= 0;
}

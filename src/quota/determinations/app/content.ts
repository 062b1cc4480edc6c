import { createHash } from 'node:crypto';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import type { SealSignature } from '../../../platform/crypto/index.js';
import { canonicalJson, type Reference, type Remedy } from '../../../policy/index.js';
import type { EmployerKind } from '../../employers/index.js';
import type { ReviewMode } from '../../filing/index.js';
import type { LevyResult } from '../../levy/index.js';

export const CONTENT_FORMAT = 'zhujiu.determination/1';

export const outcomes = ['determined', 'refused', 'corrected'] as const;
export type Outcome = (typeof outcomes)[number];

/** What is signed. Days are China's; decimals are texts. */
export type DeterminationContent = {
  readonly format: typeof CONTENT_FORMAT;
  readonly number: string;
  readonly code: string;
  readonly outcome: Outcome;
  /** companion: the determination of the national platform stands, and this is a copy for comparison. */
  readonly mode: ReviewMode;
  readonly employer: { readonly name: string; readonly uscc: string; readonly kind: EmployerKind };
  /** The county, also where the employer belongs to a town. */
  readonly regionCode: RegionCode;
  readonly baseYear: number;
  readonly versionNumber: number;
  readonly arranged: string;
  /** From what the employer declares of itself. */
  readonly declared: { readonly staff: string | null; readonly required: string | null };
  readonly trial: LevyResult | null;
  readonly remedies: { readonly ways: readonly Remedy[] | null; readonly reference: Reference | null; readonly confirmed: boolean };
  readonly decidedOn: LocalDate;
  readonly issuedOn: LocalDate;
  readonly issuer: string;
  /** Number of the determination that this one takes the place of. */
  readonly supersedes: string | null;
  /** Where anybody can verify it: an address, or its path where the service does not know its own. */
  readonly verifyAt: string;
};

/** A determination as it is handed out: the content, its digest and the seal on it. */
export type SealedCopy = { readonly content: DeterminationContent; readonly digest: string; readonly seal: SealSignature };

/** The bytes that are signed: equal contents give equal bytes, whoever writes the JSON. */
export const contentBytes = (content: unknown): Buffer => Buffer.from(canonicalJson(content), 'utf8');

/** SHA-256, hex. */
export const contentDigest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Lines of single person-months name a person by its place in a roster; a determination holds sums only. */
export const withoutPersons = (trial: LevyResult): LevyResult => ({ ...trial, statement: (trial.statement ?? []).filter(({ code }) => !code.startsWith('levy.line.person_month')) });

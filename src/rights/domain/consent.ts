import type { LocalDate } from '../../kernel/local-date.js';

export const purposes = ['quota_review', 'employment_service', 'matching', 'sharing_with_employer', 'training_referral', 'publicity'] as const;
export type Purpose = (typeof purposes)[number];

/** On what a purpose rests (个人信息保护法 art. 13). */
export type LegalBasis = 'consent' | 'legal_duty';

/** To whom the data may go. */
export const recipients = ['federation', 'employer', 'training_body', 'school', 'public'] as const;
export type Recipient = (typeof recipients)[number];

export const dataKinds = ['name', 'contact', 'identity', 'education', 'skills', 'wishes', 'needs', 'disability', 'picture'] as const;
export type DataKind = (typeof dataKinds)[number];

export const givenHows = ['online', 'paper', 'sign_language', 'guardian'] as const;
export type GivenHow = (typeof givenHows)[number];

export type Consent = {
  readonly id: string;
  readonly purpose: Purpose;
  readonly recipient: Recipient;
  readonly what: readonly DataKind[];
  readonly since: LocalDate;
  /** Last day; null until it is withdrawn. */
  readonly until: LocalDate | null;
  readonly givenHow: GivenHow;
  readonly withdrawnOn: LocalDate | null;
  readonly withdrawnHow: GivenHow | null;
};

/** Withdrawal counts from the moment on which it was made (art. 15). */
export const holdsOn = ({ since, until, withdrawnOn }: Pick<Consent, 'since' | 'until' | 'withdrawnOn'>, day: LocalDate): boolean =>
  since <= day && (until === null || day <= until) && withdrawnOn === null;

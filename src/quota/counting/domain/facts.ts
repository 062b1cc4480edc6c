import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { Fen } from '../../../kernel/money.js';

/** Who says so. `employer`: declared on a roster or filing; `number`: read from an identity or certificate number. */
export type FactSource = 'employer' | 'number' | 'registry';

/** The facts that a condition looks at; each has one source. */
export type FactName = 'certificate' | 'contract' | 'wage' | 'insurance' | 'birth' | 'pension' | 'residence';

/**
 * What is known of one person's employment in a base year. Null always means "not known" and is never read as no.
 * Month sets are bit masks: bit 0 is January of the base year.
 */
export type PersonFacts = {
  readonly certificate: {
    readonly kind: CertificateKind;
    /** In force in the base year: 1–4 for 残疾人证, 1–10 for the others. */
    readonly grade: number;
    /**
     * `declared`: the source has no place for this date, so that stating the number declares a certificate that was held
     * and valid (a roster without the column). A source that has the place and leaves it empty gives null. `never`: the
     * register of such certificates is known completely and holds none of this person.
     */
    readonly firstIssued: LocalDate | 'declared' | 'never' | null;
    readonly validUntil: LocalDate | 'declared' | null;
  };
  readonly contract: {
    /** Null where the source does not say; `establishment` is 在编, which has no minimum term. */
    readonly kind: 'establishment' | 'contract' | null;
    readonly start: LocalDate | null;
    /** Null: open-ended. */
    readonly end: LocalDate | null;
  };
  /** A month. */
  readonly wage: Fen | null;
  readonly pensionInsurance: KnownMonths;
  readonly medicalInsurance: KnownMonths;
  readonly birthDate: LocalDate | null;
  readonly sex: 'male' | 'female' | null;
  /** 管理技术岗 or 工人岗: decides the retirement age of women. */
  readonly postCategory: 'management' | 'worker' | null;
  /** First day of a pension already drawn; null: none known. */
  readonly pensionDrawnFrom: LocalDate | null;
  readonly residence: 'local' | 'elsewhere' | null;
  readonly sources: Readonly<Record<FactName, FactSource>>;
  /** What registers tell month by month. It stands before the one grade and the one wage above; absent where nothing is dated (a roster, the calculator). */
  readonly byMonth?: FactsByMonth;
};

/** Twelve each, January of the base year first. */
export type FactsByMonth = {
  /** Null in a month of which the register tells no grade: the one of the certificate's number holds. */
  readonly grades: readonly (number | null)[];
  /** Null in a month of which nothing is known. */
  readonly wages: readonly (Fen | null)[];
};

/** Months that the source speaks about, and those in which it says yes. */
export type KnownMonths = { readonly known: number; readonly yes: number };

export const ALL_MONTHS = 0b1111_1111_1111;
export const NO_MONTHS_KNOWN: KnownMonths = { known: 0, yes: 0 };

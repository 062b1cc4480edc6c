import type { LocalDate } from '../../../kernel/local-date.js';
import { err, ok, type Result } from '../../../kernel/result.js';
import type { CertificateKey, CertificateRow } from './certificate-row.js';
import { withGrade, type GradeFault, type GradePeriod } from './grade-history.js';

/** What is known of one certificate; the number only by whether it is the one that is told. */
export type KnownCertificate = {
  readonly sameNumber: boolean;
  readonly category: number | null;
  readonly firstIssuedOn: LocalDate | null;
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly asOf: Date;
  readonly grades: readonly GradePeriod[];
};

export type CertificateHead = Pick<KnownCertificate, 'category' | 'firstIssuedOn' | 'validFrom' | 'validUntil'>;

export type CertificateChange = {
  /** Null where the certificate itself stays as it is known. */
  readonly head: CertificateHead | null;
  /** Null where no grade changes. */
  readonly grades: readonly GradePeriod[] | null;
};

export type CertificateFault = GradeFault | 'facts.row.newer_known' | 'facts.row.period';

/**
 * What a told certificate changes in what is known. What a register does not say takes nothing away; a register that speaks
 * of an earlier moment than the one before changes nothing but what was not known.
 * @param known null for a certificate that was never told of
 */
export function mergeCertificate(known: KnownCertificate | null, told: CertificateRow, asOf: Date, asOfDay: LocalDate): Result<CertificateChange, CertificateFault> {
  const history = told.gradeUntil !== null;
  const head = history && known !== null ? known : mergedHead(known, told);
  const headChanges = known === null || !(sameHead(known, head) && (known.sameNumber || history));
  if (known !== null && headChanges && asOf < known.asOf) return err('facts.row.newer_known');
  if (head.validUntil !== null && ((head.validFrom !== null && head.validUntil < head.validFrom) || (head.firstIssuedOn !== null && head.validUntil < head.firstIssuedOn))) return err('facts.row.period');
  const grades = withGrade(known?.grades ?? [], { grade: told.grade, from: told.gradeFrom, until: told.gradeUntil }, { firstIssuedOn: head.firstIssuedOn, validFrom: head.validFrom, asOf: asOfDay });
  if (!grades.ok) return grades;
  const gradesChange = known === null || grades.value !== known.grades;
  if (known !== null && gradesChange && !history && asOf < known.asOf) return err('facts.row.newer_known');
  return ok({ head: headChanges ? head : null, grades: gradesChange ? grades.value : null });
}

const mergedHead = (known: CertificateHead | null, told: CertificateRow): CertificateHead => ({
  category: told.category ?? known?.category ?? null,
  firstIssuedOn: told.firstIssuedOn ?? known?.firstIssuedOn ?? null,
  validFrom: told.validFrom ?? known?.validFrom ?? null,
  validUntil: told.validUntil ?? known?.validUntil ?? null,
});

const sameHead = (one: CertificateHead, other: CertificateHead): boolean =>
  one.category === other.category && one.firstIssuedOn === other.firstIssuedOn && one.validFrom === other.validFrom && one.validUntil === other.validUntil;

/** The column to look at in a row that is not taken: what it says otherwise than is known, before all the number, which holds the grade. */
export function placeOfFault(fault: CertificateFault | 'facts.row.contradicts_line', known: KnownCertificate | null, told: CertificateRow): CertificateKey {
  if (fault === 'facts.row.grade_start_unknown' || fault === 'facts.row.grade_overlap') return 'gradeFrom';
  if (fault === 'facts.row.period') return 'validUntil';
  if (known === null || !known.sameNumber) return 'number';
  return (['firstIssuedOn', 'validFrom', 'validUntil'] as const).find((key) => told[key] !== null && told[key] !== known[key]) ?? 'grade';
}

import type { CitizenId } from '../../../kernel/ids/citizen-id.js';
import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { Fen } from '../../../kernel/money.js';
import { judgePerson, monthsIn, type CountingYear, type KnownMonths, type PersonFacts, type VerdictGroup } from '../../counting/index.js';

export type LineSource = 'upload' | 'hand' | 'prefill_last_year' | 'prefill_spell' | 'prefill_registry';

/** `own`: on our staff; `in`: dispatched and agreed to count here; `out`: agreed to count at the other unit. */
export type LineSide = 'own' | 'in' | 'out';

/** What an employer says of one employee, in clear. Months are bit masks, bit 0 is January of the base year. */
export type LineContent = {
  readonly name: string;
  /** Number of the certificate, normalised. */
  readonly certificate: string;
  readonly certificateKind: CertificateKind;
  readonly certificateGrade: number;
  /** `declared`: the source has no place for the day. */
  readonly certificateFrom: LocalDate | 'declared' | null;
  readonly certificateUntil: LocalDate | 'declared' | null;
  readonly post: string | null;
  readonly postCategory: 'management' | 'worker' | null;
  readonly contractKind: 'establishment' | 'contract' | null;
  readonly contractStart: LocalDate;
  readonly contractEnd: LocalDate | null;
  /** A month. */
  readonly wage: Fen | null;
  readonly pension: KnownMonths;
  readonly medical: KnownMonths;
  readonly pensionDrawnFrom: LocalDate | null;
  readonly residence: 'local' | 'elsewhere' | null;
  /** Months claimed. */
  readonly months: number;
  readonly counts: LineSide;
  readonly otherUscc: string | null;
};

/** Who tells what in a filing: the employer declares, the numbers speak for themselves. */
const SOURCES: PersonFacts['sources'] = {
  certificate: 'number', contract: 'employer', wage: 'employer', insurance: 'employer', birth: 'number', pension: 'employer', residence: 'employer',
};

/** A line as counting reads it. */
export const factsOf = (line: LineContent, { birthDate, sex }: Pick<CitizenId, 'birthDate' | 'sex'>): PersonFacts => ({
  certificate: { kind: line.certificateKind, grade: line.certificateGrade, firstIssued: line.certificateFrom, validUntil: line.certificateUntil },
  contract: { kind: line.contractKind, start: line.contractStart, end: line.contractEnd },
  wage: line.wage,
  pensionInsurance: line.pension,
  medicalInsurance: line.medical,
  birthDate,
  sex,
  postCategory: line.postCategory,
  pensionDrawnFrom: line.pensionDrawnFrom,
  residence: line.residence,
  sources: SOURCES,
});

export const judgeLine = (line: LineContent, holder: Pick<CitizenId, 'birthDate' | 'sex'>, year: CountingYear): readonly VerdictGroup[] => judgePerson(factsOf(line, holder), year);

/** Claimed months that are refused as the line stands. */
export const monthsNotCounted = ({ months }: Pick<LineContent, 'months'>, groups: readonly VerdictGroup[]): number =>
  groups.reduce((sum, group) => sum + (group.counted ? 0 : monthsIn(group.months & months)), 0);

/**
 * A line that was typed again, with what the form does not ask for as it stood: where somebody lives, the days of a certificate
 * that is still the same, and the insured months unless they were said anew. What a file or a register told is not lost because
 * a post was corrected.
 */
export function keepUnsaid(typed: LineContent, before: LineContent, saysInsurance: boolean): LineContent {
  const { pension, medical } = saysInsurance ? typed : before;
  const isSameCertificate = typed.certificate === before.certificate;
  const isSameTime = !saysInsurance && typed.contractStart === before.contractStart && typed.contractEnd === before.contractEnd;
  return {
    ...typed, pension, medical, residence: before.residence,
    certificateFrom: isSameCertificate ? before.certificateFrom : typed.certificateFrom, certificateUntil: isSameCertificate ? before.certificateUntil : typed.certificateUntil,
    months: isSameTime ? before.months : typed.months & ~((pension.known & ~pension.yes) | (medical.known & ~medical.yes)),
  };
}

/** All that a line says, as one text: two lines with the same text say the same. */
export function canonicalLine(line: LineContent): string {
  const { pension, medical } = line;
  return JSON.stringify([
    line.name, line.certificate, line.certificateKind, line.certificateGrade, line.certificateFrom, line.certificateUntil, line.post, line.postCategory, line.contractKind,
    line.contractStart, line.contractEnd, line.wage?.toString() ?? null, pension.known, pension.yes, medical.known, medical.yes, line.pensionDrawnFrom, line.residence, line.months,
    line.counts, line.otherUscc,
  ]);
}

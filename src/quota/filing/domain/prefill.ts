import type { TextParams } from '../../../kernel/domain-error.js';
import { parseDisabilityCertificate } from '../../../kernel/ids/disability-certificate.js';
import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import { localDate, type LocalDate } from '../../../kernel/local-date.js';
import { firstDayOf, makeYearMonth, monthIndex, yearMonthOf, type YearMonth } from '../../../kernel/year-month.js';
import { ALL_MONTHS, type KnownMonths } from '../../counting/index.js';
import type { LineContent } from './roster-line.js';

/** Why somebody of last year is left out, or what the clerk should look at. */
export type PrefillCode =
  | 'filing.prefill.left' | 'filing.prefill.not_insured' | 'filing.prefill.certificate_missing'
  | 'filing.prefill.contract_ended' | 'filing.prefill.contract_ends' | 'filing.prefill.left_during' | 'filing.prefill.certificate_expired' | 'filing.prefill.insurance_unknown'
  | 'filing.prefill.same_months' | 'filing.prefill.hired_here' | 'filing.prefill.months_not_counted';

export type PrefillNote = { readonly code: PrefillCode; readonly params: TextParams };

export type Prefilled = { readonly line: LineContent | null; readonly notes: readonly PrefillNote[] };

/** A certificate as its register has it; `grade` of the last day of the base year, null where the register does not say. */
export type RegisteredCertificate = {
  readonly kind: CertificateKind;
  readonly number: string;
  readonly firstIssued: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly grade: number | null;
};

/** What registers and our own placements know of a person at this employer in the base year. */
export type KnownOfPerson = {
  readonly pension: KnownMonths;
  readonly medical: KnownMonths;
  /** Last month of the latest spell here; null while it goes on or where there is none. */
  readonly leftAfter: YearMonth | null;
  /** Of the registers, one of a kind at most. */
  readonly certificates: readonly RegisteredCertificate[];
};

/**
 * Last year's line as the beginning of this year's. Who has left before the year, by our placements or by a complete register
 * of insurance, is left out with a word; a contract that ended may have been renewed, so it is taken over, counts nothing as
 * it stands and is flagged. What was declared for another year (insured months) is not believed for this one.
 */
export function carryOver(line: LineContent, known: KnownOfPerson, baseYear: number, today: LocalDate): Prefilled {
  const first = localDate(`${baseYear}-01-01`);
  const { pension, medical, leftAfter } = known;
  if (leftAfter !== null && firstDayOf(leftAfter) < first) return dropped('filing.prefill.left', { month: leftAfter });
  if (pension.known === ALL_MONTHS && medical.known === ALL_MONTHS && (pension.yes | medical.yes) === 0) return dropped('filing.prefill.not_insured', { year: baseYear });
  const certificate = ofKind(known, line.certificateKind);
  const carried: LineContent = {
    ...line,
    certificateFrom: certificate?.firstIssued ?? line.certificateFrom,
    certificateUntil: certificate?.validUntil ?? line.certificateUntil,
    ...numberAndGrade(certificate),
    pension, medical,
    months: claimedMonths(line, known, baseYear),
  };
  return { line: carried, notes: doubtsOf(carried, leftAfter, baseYear, today) };
}

/** A person may hold certificates of several kinds; the line counts by the one that it names. */
const ofKind = ({ certificates }: KnownOfPerson, kind: CertificateKind): RegisteredCertificate | undefined => certificates.find((one) => one.kind === kind);

/**
 * Number and grade go together: the number of a 残疾人证 holds its grade. Where the grade has changed again since the base year
 * the line stays as it was declared, and the comparison tells the grade of each month.
 */
function numberAndGrade(certificate: RegisteredCertificate | undefined): Partial<Pick<LineContent, 'certificate' | 'certificateGrade'>> {
  if (certificate === undefined || certificate.grade === null) return {};
  const { kind, number, grade } = certificate;
  const read = kind === 'disability' ? parseDisabilityCertificate(number) : null;
  return read !== null && (!read.ok || read.value.grade !== grade) ? {} : { certificate: number, certificateGrade: grade };
}

const dropped = (code: PrefillCode, params: TextParams): Prefilled => ({ line: null, notes: [{ code, params }] });

/** A placement of ours that reaches into the base year, as a line. */
export type KnownSpell = {
  readonly contract: { readonly kind: 'establishment' | 'contract' | null; readonly from: LocalDate | null; readonly until: LocalDate | null };
  readonly fromMonth: YearMonth;
  readonly postCategory: LineContent['postCategory'];
  readonly wage: LineContent['wage'];
};

export type KnownCertificate = Pick<LineContent, 'certificate' | 'certificateKind' | 'certificateGrade'>;

/** @param certificate null: no register has one that is known to be this person's; the clerk enters the line by hand */
export function fromSpell(spell: KnownSpell, name: string, certificate: KnownCertificate | null, known: KnownOfPerson, baseYear: number, today: LocalDate): Prefilled {
  if (certificate === null) return dropped('filing.prefill.certificate_missing', { month: spell.fromMonth });
  const registered = ofKind(known, certificate.certificateKind);
  const contract = { contractStart: spell.contract.from ?? firstDayOf(spell.fromMonth), contractEnd: spell.contract.until };
  const line: LineContent = {
    ...certificate, ...contract, name, post: null, postCategory: spell.postCategory, contractKind: spell.contract.kind, wage: spell.wage,
    certificateFrom: registered?.firstIssued ?? null, certificateUntil: registered?.validUntil ?? null,
    pension: known.pension, medical: known.medical, pensionDrawnFrom: null, residence: null, counts: 'own', otherUscc: null,
    months: claimedMonths(contract, known, baseYear),
  };
  return { line, notes: [{ code: 'filing.prefill.hired_here', params: { month: spell.fromMonth } }, ...doubtsOf(line, known.leftAfter, baseYear, today)] };
}

/** One person counts once a month: what an earlier line of the person claims is taken out of a later one. */
export function withoutMonths({ line, notes }: Prefilled, claimed: number): Prefilled {
  if (line === null || (line.months & claimed) === 0) return { line, notes };
  return { line: { ...line, months: line.months & ~claimed }, notes: [...notes, { code: 'filing.prefill.same_months', params: {} }] };
}

function doubtsOf({ contractEnd, certificateUntil, pension, medical }: LineContent, leftAfter: YearMonth | null, baseYear: number, today: LocalDate): readonly PrefillNote[] {
  const notes: PrefillNote[] = [];
  if (contractEnd !== null && contractEnd < `${baseYear}-01-01`) notes.push({ code: 'filing.prefill.contract_ended', params: { end: contractEnd } });
  else if (contractEnd !== null && contractEnd < `${baseYear}-12-31`) notes.push({ code: 'filing.prefill.contract_ends', params: { end: contractEnd } });
  if (leftAfter !== null && leftAfter < makeYearMonth(baseYear, 12)) notes.push({ code: 'filing.prefill.left_during', params: { month: leftAfter } });
  if (certificateUntil !== null && certificateUntil !== 'declared' && certificateUntil < today) notes.push({ code: 'filing.prefill.certificate_expired', params: { until: certificateUntil } });
  if ((pension.known & medical.known) !== ALL_MONTHS) notes.push({ code: 'filing.prefill.insurance_unknown', params: {} });
  return notes;
}

/** Months that the contract and the placement cover and for which nobody says that insurance was not paid. */
function claimedMonths({ contractStart, contractEnd }: Pick<LineContent, 'contractStart' | 'contractEnd'>, { pension, medical, leftAfter }: KnownOfPerson, baseYear: number): number {
  const first = monthIndex(makeYearMonth(baseYear, 1));
  const bit = (month: YearMonth): number => monthIndex(month) - first;
  const from = Math.max(0, bit(yearMonthOf(contractStart)));
  const to = Math.min(11, contractEnd === null ? 11 : bit(yearMonthOf(contractEnd)), leftAfter === null ? 11 : bit(leftAfter));
  let covered = 0;
  for (let month = from; month <= to; month++) covered |= 1 << month;
  return covered & ~((pension.known & ~pension.yes) | (medical.known & ~medical.yes));
}

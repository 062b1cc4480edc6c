import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { Fen } from '../../../kernel/money.js';
import { firstDayOf, lastDayOf, monthsOfYear } from '../../../kernel/year-month.js';
import { doubleMonths, judgePerson, type CountingYear, type FactsByMonth, type Finding, type LineRule, type PersonFacts, type VerdictGroup } from '../../counting/index.js';
import { papersFor } from './papers.js';

/** What an employer says of one line, as far as registers do not. Months are bit masks, bit 0 is January of the base year. */
export type DeclaredLine = {
  readonly certificateKind: CertificateKind;
  readonly certificateGrade: number;
  readonly contractKind: 'establishment' | 'contract' | null;
  readonly contractStart: LocalDate;
  readonly contractEnd: LocalDate | null;
  readonly wage: Fen | null;
  readonly postCategory: 'management' | 'worker' | null;
  readonly pensionDrawnFrom: LocalDate | null;
  readonly residence: 'local' | 'elsewhere' | null;
  readonly months: number;
};

export type Holder = { readonly birthDate: LocalDate; readonly sex: 'male' | 'female' };

export type DatedGrade = { readonly from: LocalDate; readonly until: LocalDate | null; readonly grade: number };

/** What registers hold of the person of a line. */
export type Registered = {
  /** Null where the register has no certificate of the kind. */
  readonly certificate: {
    readonly firstIssuedOn: LocalDate | null;
    readonly validUntil: LocalDate | null;
    readonly grades: readonly DatedGrade[];
    /** The number that the line gives is not the register's; null where that was not compared. */
    readonly otherNumber: boolean | null;
  } | null;
  /** Months paid by that employer. */
  readonly pension: number;
  readonly medical: number;
  /** Twelve; null where there is no row. */
  readonly wages: readonly (Fen | null)[];
};

/** Months for which a register is complete. */
export type Complete = { readonly certificate: number; readonly pension: number; readonly medical: number; readonly wage: number };

/** Where a register and the line differ without refusing anything: a person looks. */
export type LineNote =
  | { readonly code: 'grade_differs'; readonly declared: number; readonly registered: number }
  | { readonly code: 'number_differs' }
  | { readonly code: 'wage_differs'; readonly declared: string; readonly registered: string };

/** A finding as it is kept: its values of law by name and first day. */
export type StoredFinding = Omit<Finding, 'rules'> & { readonly rules: readonly string[] };
export type StoredGroup = Omit<VerdictGroup, 'findings'> & { readonly findings: readonly StoredFinding[] };

export type ComparedLine = {
  readonly groups: readonly StoredGroup[];
  readonly notes: readonly LineNote[];
  readonly counted: number;
  readonly provisional: number;
  readonly doubled: number;
  readonly paper: number;
  readonly insured: number;
  readonly contracted: number;
};

/** One line held against registers, under the same rules as the public calculator, within the months that it claims. */
export function compareLine(line: DeclaredLine, holder: Holder, registered: Registered, complete: Complete, year: CountingYear): ComparedLine {
  const facts = factsOf(line, holder, registered, complete, year);
  const groups = judgePerson(facts, year).flatMap((group) => (group.months & line.months ? [{ ...group, months: group.months & line.months }] : []));
  const maskOf = (fits: (group: VerdictGroup) => boolean): number => groups.reduce((mask, group) => (fits(group) ? mask | group.months : mask), 0);
  return {
    groups: groups.map(stored),
    notes: notesOf(line, registered, facts),
    counted: maskOf(({ counted }) => counted),
    provisional: maskOf(({ provisional }) => provisional),
    doubled: doubleMonths(facts, year) & line.months,
    paper: maskOf(asksForPaper),
    insured: registered.pension & registered.medical & line.months,
    contracted: contractMonths(line, year) & line.months,
  };
}

/** Months for which a paper can change the answer. */
export const asksForPaper = ({ findings }: Pick<VerdictGroup, 'findings'> | StoredGroup): boolean => papersFor(findings).length > 0;

/** A line that needs no look: every month that it claims counts, and nothing that a register tells differs. */
export const isClear = ({ counted, paper, notes }: Pick<ComparedLine, 'counted' | 'paper' | 'notes'>, claimed: number): boolean => counted === claimed && paper === 0 && notes.length === 0;

const stored = (group: VerdictGroup): StoredGroup => ({ ...group, findings: group.findings.map((finding) => ({ ...finding, rules: finding.rules.map(ruleName) })) });

const ruleName = ({ parameter, from }: LineRule): string => `${parameter}@${from}`;

function factsOf(line: DeclaredLine, { birthDate, sex }: Holder, registered: Registered, complete: Complete, year: CountingYear): PersonFacts {
  const { certificate, pension, medical } = registered;
  const isComplete = (line.months & ~complete.certificate) === 0;
  return {
    certificate: { kind: line.certificateKind, grade: line.certificateGrade, ...certificateDays(certificate, isComplete) },
    contract: { kind: line.contractKind, start: line.contractStart, end: line.contractEnd },
    wage: null,
    pensionInsurance: { known: complete.pension | pension, yes: pension },
    medicalInsurance: { known: complete.medical | medical, yes: medical },
    birthDate,
    sex,
    postCategory: line.postCategory,
    pensionDrawnFrom: line.pensionDrawnFrom,
    residence: line.residence,
    sources: {
      certificate: certificate !== null || isComplete ? 'registry' : 'number', contract: 'employer', wage: 'registry', insurance: 'registry', birth: 'number', pension: 'employer', residence: 'employer',
    },
    byMonth: byMonth(registered, complete, year),
  };
}

/** A register that has the certificate and no last day for it says that it goes on. */
function certificateDays(certificate: Registered['certificate'], isComplete: boolean): Pick<PersonFacts['certificate'], 'firstIssued' | 'validUntil'> {
  if (certificate !== null) return { firstIssued: certificate.firstIssuedOn, validUntil: certificate.validUntil ?? 'declared' };
  // Missing from a complete register is one reason, not two.
  return isComplete ? { firstIssued: 'never', validUntil: 'declared' } : { firstIssued: null, validUntil: null };
}

const NO_WAGE = 0n as Fen;

function byMonth({ certificate, wages }: Registered, complete: Complete, { baseYear }: CountingYear): FactsByMonth {
  const months = monthsOfYear(baseYear);
  const gradeOn = (day: LocalDate): number | null => certificate?.grades.find(({ from, until }) => from <= day && (until === null || until >= day))?.grade ?? null;
  return {
    grades: months.map((month) => gradeOn(lastDayOf(month))),
    wages: months.map((_, bit) => wages[bit] ?? (complete.wage & (1 << bit) ? NO_WAGE : null)),
  };
}

/** Months that the contract touches by a day. */
function contractMonths({ contractStart, contractEnd }: DeclaredLine, { baseYear }: CountingYear): number {
  return monthsOfYear(baseYear).reduce((mask, month, bit) => (contractStart <= lastDayOf(month) && (contractEnd === null || contractEnd >= firstDayOf(month)) ? mask | (1 << bit) : mask), 0);
}

function notesOf(line: DeclaredLine, { certificate, wages }: Registered, { byMonth: dated }: PersonFacts): readonly LineNote[] {
  const notes: LineNote[] = [];
  const other = dated?.grades.find((grade, bit) => line.months & (1 << bit) && grade !== null && grade !== line.certificateGrade);
  if (other !== undefined && other !== null) notes.push({ code: 'grade_differs', declared: line.certificateGrade, registered: other });
  if (certificate?.otherNumber === true) notes.push({ code: 'number_differs' });
  const lowest = lowestOf(wages.filter((_, bit) => line.months & (1 << bit)));
  // Wages differ from month to month; a declared one that nobody was paid half of is worth a question.
  if (line.wage !== null && lowest !== null && lowest > 0n && lowest * 2n < line.wage) notes.push({ code: 'wage_differs', declared: line.wage.toString(), registered: lowest.toString() });
  return notes;
}

function lowestOf(wages: readonly (Fen | null)[]): Fen | null {
  let lowest: Fen | null = null;
  for (const wage of wages) if (wage !== null && (lowest === null || wage < lowest)) lowest = wage;
  return lowest;
}

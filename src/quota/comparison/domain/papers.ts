import type { FindingCode } from '../../counting/index.js';

/** What an employer can show for a month that no register proves. */
export const paperKinds = ['certificate', 'contract', 'wage', 'pension', 'medical', 'identity', 'post', 'pension_status', 'household'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Null where no paper changes the answer: ages and tables of law are what they are. */
const PAPER_FOR: Readonly<Record<FindingCode, PaperKind | null>> = {
  'counting.finding.certificate_grade_not_counted': 'certificate',
  'counting.finding.certificate_table_unknown': null,
  'counting.finding.certificate_expired': 'certificate',
  'counting.finding.certificate_validity_unknown': 'certificate',
  'counting.finding.certificate_not_yet_issued': 'certificate',
  'counting.finding.certificate_issue_unknown': 'certificate',
  'counting.finding.certificate_not_registered': 'certificate',
  'counting.finding.contract_unknown': 'contract',
  'counting.finding.contract_too_short': 'contract',
  'counting.finding.contract_not_begun': 'contract',
  'counting.finding.contract_ended': 'contract',
  'counting.finding.wage_unknown': 'wage',
  'counting.finding.wage_below_minimum': 'wage',
  'counting.finding.minimum_wage_unknown': null,
  'counting.finding.pension_insurance_unpaid': 'pension',
  'counting.finding.pension_insurance_unknown': 'pension',
  'counting.finding.medical_insurance_unpaid': 'medical',
  'counting.finding.medical_insurance_unknown': 'medical',
  'counting.finding.birth_unknown': 'identity',
  'counting.finding.below_sixteen': null,
  'counting.finding.retirement_age_reached': null,
  'counting.finding.pension_drawn': 'pension_status',
  'counting.finding.post_category_unknown': 'post',
  'counting.finding.working_age_unknown': null,
  'counting.finding.residence_elsewhere': 'household',
  'counting.finding.residence_unknown': 'household',
  'counting.finding.condition_list_unknown': null,
};

type Answered = { readonly answer: 'unmet' | 'unknown_fact' | 'unknown_parameter'; readonly code: FindingCode };

/** No paper mends it, so that nothing else of the month is worth asking for. */
const isFinal = ({ answer, code }: Answered): boolean => answer === 'unmet' && PAPER_FOR[code] === null;

/**
 * The papers that can change the answer for a month, each once. Only what is unmet or not known can be proved; a value of law
 * that we lack is no matter of the employer's, and where the month fails for good nothing is asked for the rest.
 */
export function papersFor(findings: readonly Answered[]): readonly PaperKind[] {
  if (findings.some(isFinal)) return [];
  const papers = new Set<PaperKind>();
  for (const { answer, code } of findings) {
    const paper = PAPER_FOR[code];
    if (answer !== 'unknown_parameter' && paper !== null) papers.add(paper);
  }
  return [...papers];
}

import { stateMachine } from '../../../kernel/state-machine.js';

/** Where the inspection of one employer stands. `found` and `clear` are its ends. */
export type CaseState = 'drawn' | 'asked' | 'answered' | 'proposed' | 'defended' | 'clear' | 'found';
export type CaseAct = 'ask' | 'answer' | 'clear' | 'propose' | 'defend' | 'confirm' | 'drop';

/**
 * Drawn by the sample, asked for proofs, answered by the employer. An inspector either closes it without a fault or proposes a
 * finding; the employer states its defence 陈述申辩, and somebody else confirms or drops the finding.
 */
export const caseStates = stateMachine<CaseState, CaseAct>('inspection case', 'drawn', {
  drawn: { ask: 'asked' },
  asked: { answer: 'answered', propose: 'proposed', clear: 'clear' },
  answered: { propose: 'proposed', clear: 'clear' },
  proposed: { defend: 'defended', confirm: 'found', drop: 'clear' },
  defended: { confirm: 'found', drop: 'clear' },
  clear: {},
  found: {},
});

export const findings = ['confirmed', 'partly', 'not_confirmed'] as const;
export type Finding = (typeof findings)[number];

/** Why months of a line are not confirmed. */
export const findingReasons = ['not_at_work', 'no_wage', 'no_insurance', 'no_contract', 'certificate', 'no_proof', 'other'] as const;
export type FindingReason = (typeof findingReasons)[number];

/** Months as bits, bit 0 is January of the base year. */
export type LineFinding = { readonly claimed: number; readonly finding: Finding | null; readonly reason: FindingReason | null; readonly refused: number };

export type FindingFault = 'months_outside' | 'months_none' | 'months_given' | 'reason_missing' | 'reason_given' | 'all_months';

/** What is wrong with the judgement of a line; null for nothing. */
export function findingFault({ claimed, finding, reason, refused }: LineFinding): FindingFault | null {
  if (finding === null || finding === 'confirmed') return refused !== 0 ? 'months_given' : reason !== null ? 'reason_given' : null;
  if ((refused & ~claimed) !== 0) return 'months_outside';
  if (refused === 0) return 'months_none';
  if (reason === null) return 'reason_missing';
  return finding === 'partly' && refused === claimed ? 'all_months' : null;
}

export type CaseFault = 'lines_open' | 'nothing_found' | 'something_found' | 'proofs_run' | 'defence_runs';

export type CaseFacts = { readonly state: CaseState; readonly lines: readonly LineFinding[]; /** Last day of the employer's term, of proofs or of its defence. */ readonly dueOn: string | null };

/** Whether an act may be taken as the lines and terms stand; what the table of states says comes first. @param today days compare as texts */
export function actFault(act: CaseAct, { state, lines, dueOn }: CaseFacts, today: string): CaseFault | null {
  const termRuns = dueOn !== null && today <= dueOn;
  if (act === 'propose' || act === 'clear') {
    // Who has not answered is not judged before the day by which it may.
    if (state === 'asked' && termRuns) return 'proofs_run';
    if (lines.some(({ finding }) => finding === null)) return 'lines_open';
    const found = lines.some(({ refused }) => refused !== 0);
    if (act === 'propose' && !found) return 'nothing_found';
    if (act === 'clear' && found) return 'something_found';
  }
  // Nobody is found at fault before it could defend itself.
  if (act === 'confirm' && state === 'proposed' && termRuns) return 'defence_runs';
  return null;
}

export const bitsOf = (months: number): number => months.toString(2).replaceAll('0', '').length;

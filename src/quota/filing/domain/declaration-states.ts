import { stateMachine } from '../../../kernel/state-machine.js';

/** Where a declaration stands (年审状态). */
export type DeclarationState =
  | 'draft' | 'nothing_to_claim' | 'submitted' | 'checking' | 'accepted' | 'first_check' | 'second_check' | 'determined' | 'refused'
  | 'returned' | 'withdrawn' | 'objected' | 'corrected' | 'late' | 'counted_as_none' | 'archived';

export type DeclarationAct =
  | 'declare_nothing' | 'reopen' | 'submit' | 'withdraw' | 'compare' | 'accept' | 'begin_first_check' | 'pass_first_check' | 'send_back'
  | 'determine' | 'refuse' | 'return' | 'object' | 'reexamine' | 'correct' | 'pass_deadline' | 'count_as_none' | 'archive';

/**
 * The federation's side of the annual review. Who may do an act, and whether a region decides in one step or in two, are
 * asked by the commands; the table says only what can follow what.
 *
 * `pass_first_check` hands a filing to a second person, `determine` and `refuse` end either check. Somebody who placed
 * nobody has nothing to claim, which is lawful and not late. A draft past its deadline is late and may still be submitted;
 * what lateness costs is the region's data. What was returned and never comes back is treated as nobody placed. A correction writes a new version, and the old one stays readable.
 */
export const declarationStates = stateMachine<DeclarationState, DeclarationAct>('declaration', 'draft', {
  draft: { submit: 'submitted', declare_nothing: 'nothing_to_claim', pass_deadline: 'late' },
  nothing_to_claim: { reopen: 'draft', archive: 'archived' },
  late: { submit: 'submitted', declare_nothing: 'nothing_to_claim', count_as_none: 'counted_as_none' },
  counted_as_none: { archive: 'archived' },
  submitted: { compare: 'checking', withdraw: 'withdrawn' },
  checking: { accept: 'accepted', withdraw: 'withdrawn', return: 'returned' },
  withdrawn: { reopen: 'draft' },
  accepted: { begin_first_check: 'first_check', return: 'returned' },
  first_check: { pass_first_check: 'second_check', determine: 'determined', refuse: 'refused', return: 'returned' },
  second_check: { determine: 'determined', refuse: 'refused', return: 'returned', send_back: 'first_check' },
  returned: { submit: 'submitted', withdraw: 'withdrawn', count_as_none: 'counted_as_none' },
  determined: { object: 'objected', correct: 'corrected', archive: 'archived' },
  refused: { object: 'objected', archive: 'archived' },
  objected: { reexamine: 'first_check' },
  corrected: { object: 'objected', correct: 'corrected', archive: 'archived' },
  archived: {},
});

const CLAIMS_NOBODY: ReadonlySet<DeclarationState> = new Set(['draft', 'late', 'withdrawn', 'nothing_to_claim', 'counted_as_none']);

/** States in which people have been claimed: of employers that were merged, one filing of a year may do so from then on. */
export const claimsPeople = (state: DeclarationState): boolean => !CLAIMS_NOBODY.has(state);

/** States in which the employer may change its filing. */
export const isOpenForEmployer = (state: DeclarationState): boolean => state === 'draft' || state === 'returned' || state === 'late';

import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import type { UsccText } from '../../../kernel/ids/uscc.js';
import type { PersonFacts } from '../../counting/index.js';
import type { Dispatch } from './read-values.js';

/** One row of a roster, read and checked by itself. */
export type RosterPerson = {
  readonly row: number;
  readonly citizenId: CitizenIdText;
  readonly facts: PersonFacts;
  readonly dispatch: Dispatch;
  /** The other unit of a dispatch agreement; null without an agreement, or where the row does not name it. */
  readonly otherUscc: UsccText | null;
  /** Months of the base year that the row speaks of: the contract covers them and the row does not say "not insured". */
  readonly claimedMonths: number;
  /** Equal for rows that say the same in every column that is read. */
  readonly fingerprint: number;
  /** What names the person and its post; null where nobody keeps it. */
  readonly words: { readonly name: string; readonly certificateNumber: string; readonly post: string | null } | null;
};

import type { TextParams } from '../../../../kernel/domain-error.js';
import type { Language } from '../../../../kernel/texts.js';
import type { CountingYear } from '../../../counting/index.js';
import type { FragmentKind } from '../../app/fragments.js';
import type { RosterLimits, RosterPhase } from '../../app/read-roster.js';
import type { RosterTotals } from '../../domain/outcome.js';

/** What the reading thread gets when it starts. Plain data only: it is copied. */
export type ReadingOrder = {
  /** Verdicts by row and masked number, or the rows themselves. */
  readonly gives: 'verdicts' | 'lines';
  /** Its memory is moved, not copied. */
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly year: CountingYear;
  readonly limits: RosterLimits;
  /** Credit code of whose roster it is; null where nobody knows. */
  readonly ownUscc: string | null;
  /** With those of its branches and of employers merged with it; empty where nobody knows. */
  readonly ownCodes: readonly string[];
  readonly language: Language;
};

export type FromThread =
  | { readonly type: 'progress'; readonly phase: RosterPhase; readonly rows: number }
  /** Packed lines: the thread has the time. */
  | { readonly type: 'fragment'; readonly kind: FragmentKind; readonly packed: Uint8Array }
  /** `FileLines` as JSON. */
  | { readonly type: 'lines'; readonly json: string }
  | { readonly type: 'done'; readonly totals: RosterTotals }
  | { readonly type: 'refused'; readonly code: string; readonly params: TextParams };

/** One fragment has been stored: the thread may send another. */
export type ToThread = { readonly type: 'stored' };

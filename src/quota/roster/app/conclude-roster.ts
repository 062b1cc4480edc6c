import { assessCounted, type LevyOutcome, type LevyResult, type PreparedCase } from '../../levy/index.js';
import type { RosterWarning } from '../domain/faults.js';
import type { ErrorGroup, ProvisionalGroup, RosterTotals, RowBalance } from '../domain/outcome.js';
import type { LineRule } from '../../counting/index.js';

/** What the provisional months (`unknown_fact`, `unknown_parameter`) are worth: the sums with and without them. */
export type ProvisionalSums = {
  readonly personMonths: number;
  readonly arrangedWith: string;
  readonly arrangedWithout: string;
  /** Yuan, two decimals. */
  readonly payableWith: string;
  readonly payableWithout: string;
  /** Why; a month with two reasons is in two groups. */
  readonly by: readonly ProvisionalGroup[];
};

/**
 * The answer to a roster without its two long lists: the case result with the provisional months counted, the balance of
 * rows, and what the lists refer to. `rowErrors` and `personMonths` follow it in the whole document.
 */
export type RosterHead = LevyOutcome & {
  readonly rows: RowBalance;
  readonly personMonthTotals: RosterTotals['personMonths'];
  /** Null where nothing is provisional: there is one sum then. */
  readonly provisional: ProvisionalSums | null;
  readonly refusedBy: RosterTotals['refusedBy'];
  readonly rowErrorGroups: readonly ErrorGroup[];
  readonly rosterWarnings: readonly RosterWarning[];
  /** Values of law that findings refer to by place. */
  readonly rules: readonly LineRule[];
};

/** Computes the levy of a case from the months that its roster was found to count. */
export function concludeRoster(prepared: PreparedCase, totals: RosterTotals): RosterHead {
  const outcome = assessCounted(prepared, totals.counted, { statement: true });
  return {
    ...outcome,
    rows: totals.rows,
    personMonthTotals: totals.personMonths,
    provisional: outcome.ok ? provisionalSums(prepared, totals, outcome) : null,
    refusedBy: totals.refusedBy,
    rowErrorGroups: totals.errorGroups,
    rosterWarnings: totals.warnings,
    rules: totals.rules,
  };
}

function provisionalSums(prepared: PreparedCase, totals: RosterTotals, counted: LevyResult): ProvisionalSums | null {
  if (totals.personMonths.provisional === 0) return null;
  const without = assessCounted(prepared, totals.countedWithoutProvisional, { statement: false });
  // Fewer months dispatched out leave more staff, never none: what could be computed with them can be without.
  if (!without.ok) return null;
  return {
    personMonths: totals.personMonths.provisional,
    arrangedWith: counted.arranged,
    arrangedWithout: without.arranged,
    payableWith: counted.payable,
    payableWithout: without.payable,
    by: totals.provisionalBy,
  };
}

const [ERRORS_OPEN, PERSONS_OPEN, CLOSE, COMMA] = [',"rowErrors":[', '],"personMonths":[', ']}', ','].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer, Buffer];

/** The whole answer as JSON bytes, piece by piece: nothing is held but one fragment. */
export async function* rosterDocument(
  head: RosterHead,
  errors: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  persons: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(JSON.stringify(head).slice(0, -1), 'utf8');
  yield ERRORS_OPEN;
  yield* joined(errors);
  yield PERSONS_OPEN;
  yield* joined(persons);
  yield CLOSE;
}

async function* joined(fragments: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let first = true;
  for await (const fragment of fragments) {
    if (!first) yield COMMA;
    first = false;
    yield fragment;
  }
}

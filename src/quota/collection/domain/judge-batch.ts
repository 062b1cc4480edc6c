import { err, ok, type Result } from '../../../kernel/result.js';
import type { ExchangeRecord, RecordKind } from './exchange-line.js';

/** What is known of a record's surroundings before it is taken. */
export type Surroundings = {
  readonly employerId: string | null;
  readonly assessmentId: string | null;
  /** The record of this name that is there already. */
  readonly known: { readonly isSame: boolean } | null;
  /** The record that it wants to stand for; null where it names none, `missing` where there is none of that name. */
  readonly replaced: { readonly id: string; readonly kind: RecordKind; readonly employerId: string; readonly isReplaced: boolean } | 'missing' | null;
};

export type RecordFault = 'employer_unknown' | 'record_differs' | 'replaces_unknown' | 'replaces_other' | 'already_replaced' | 'no_assessment';

/** Whether a record is new, known, or refused. A known one is looked at first: a repetition is never an error. */
export function judgeRecord({ kind }: ExchangeRecord, around: Surroundings): Result<'new' | 'unchanged', RecordFault> {
  if (around.known !== null) return around.known.isSame ? ok('unchanged') : err('record_differs');
  if (around.employerId === null) return err('employer_unknown');
  // Money comes from everybody; an order or a decision is about something that was determined.
  if (around.assessmentId === null && (kind === 'warning' || kind === 'order' || kind === 'decision')) return err('no_assessment');
  if (around.replaced === 'missing') return err('replaces_unknown');
  if (around.replaced !== null) {
    if (around.replaced.kind !== kind || around.replaced.employerId !== around.employerId) return err('replaces_other');
    if (around.replaced.isReplaced) return err('already_replaced');
  }
  return ok('new');
}

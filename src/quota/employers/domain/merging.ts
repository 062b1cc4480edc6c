import { err, ok, type Result } from '../../../kernel/result.js';
import type { EmployerStatus } from './employer-state.js';

/** What a merging asks of each of the two. */
export type MergingSide = { readonly status: EmployerStatus; readonly mergedInto: string | null; readonly holdsOthers: boolean };

export type MergingFault = 'employers.merge.not_verified' | 'employers.merge.one_is_merged' | 'employers.merge.source_holds_others';

/** Whether `source` may go into `target`. Chains are never made: what points at an employer points at one that goes on. */
export function mayMerge(source: MergingSide, target: MergingSide): Result<null, MergingFault> {
  if (source.mergedInto !== null || target.mergedInto !== null) return err('employers.merge.one_is_merged');
  if (source.status !== 'verified' || target.status !== 'verified') return err('employers.merge.not_verified');
  return source.holdsOthers ? err('employers.merge.source_holds_others') : ok(null);
}

import type { LevySimulator } from '../../domain/simulate.js';
import { parseLevyCase } from '../../dto/fast-case-parser.js';
import { filledUp } from '../draft/draft-codec.js';
import type { LevyDraft, RawCase } from '../draft/draft.js';
import { faultsAt, type FormFault, type Place } from './faults.js';

/**
 * Judges what one page adds to a draft by the one contract of all doors: the DTO first, then law and calendar.
 * Answers that are still missing are filled up, so that only this page's own places can be at fault.
 */
export function judge(simulator: LevySimulator, draft: LevyDraft, answers: RawCase, places: readonly Place[]): readonly FormFault[] {
  const parsed = parseLevyCase({ ...filledUp(draft, simulator.today), ...answers });
  if (!parsed.ok) return faultsAt(parsed.error, places);
  const prepared = simulator.prepare(parsed.value);
  if (!('ok' in prepared)) return [];
  // A gap of the law is told where both place and year are the visitor's own answers.
  const ownPlaceAndYear = (draft.region ?? answers['region']) !== undefined && (draft.baseYear ?? answers['baseYear']) !== undefined;
  const errors = prepared.error.errors.filter(({ code }) => ownPlaceAndYear || !code.startsWith('levy.policy.'));
  return faultsAt(errors, places);
}


import type { LevyOutcome } from '../domain/result.js';
import type { LevySimulator } from '../domain/simulate.js';
import { parseLevyCase } from '../dto/fast-case-parser.js';
import { MOST_TEXT } from '../dto/levy-case.dto.js';

/**
 * What every door asks: a levy case as JSON gave it, answered with the result or with all its faults.
 * @param raw a value from `JSON.parse`; nothing about it is taken for granted.
 * @returns never throws on input; `id` of a failure is null where the case has no readable one.
 */
export function simulateLevy(simulator: LevySimulator, raw: unknown, options: { readonly statement: boolean }): LevyOutcome {
  const parsed = parseLevyCase(raw);
  if (parsed.ok) return simulator.run(parsed.value, options);
  return { id: readableId(raw), ok: false, error: { code: 'levy.case.invalid', errors: parsed.error } };
}

function readableId(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  return typeof raw.id === 'string' && raw.id.length <= MOST_TEXT ? raw.id : null;
}

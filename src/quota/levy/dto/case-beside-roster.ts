import type { FieldError } from '../../../kernel/domain-error.js';
import { err, type Result } from '../../../kernel/result.js';
import type { LevyCase } from '../domain/case.js';
import { isObject } from './contract.js';
import { parseLevyCase } from './fast-case-parser.js';

const FROM_THE_ROSTER = ['arranged', 'arrangedCount'] as const;

/**
 * Reads the case that is given beside a roster: a levy case without the people, because the roster says who they are.
 * @returns the case with nobody arranged, or every structural fault as `parseLevyCase` gives them.
 */
export function parseCaseBesideRoster(raw: unknown): Result<LevyCase, readonly FieldError[]> {
  if (!isObject(raw)) return parseLevyCase(raw);
  const surplus = FROM_THE_ROSTER.filter((key) => Object.hasOwn(raw, key));
  const { arranged: _arranged, arrangedCount: _arrangedCount, ...rest } = raw;
  const parsed = parseLevyCase({ ...rest, arranged: [] });
  if (surplus.length === 0) return parsed;
  return err([...surplus.map((key): FieldError => ({ pointer: `/${key}`, code: 'levy.case.arranged_beside_roster' })), ...(parsed.ok ? [] : parsed.error)]);
}

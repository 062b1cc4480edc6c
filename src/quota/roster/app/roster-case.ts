import { DomainError, type FieldError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { countingYear, type CountingYear } from '../../counting/index.js';
import { defaultFilingDay, parseLevyCase, type LevyFailure, type LevySimulator, type PreparedCase } from '../../levy/index.js';

/** The levy case that comes with a roster, checked, and the law that its people are held against. */
export type RosterCase = { readonly prepared: PreparedCase; readonly year: CountingYear };

/** Keys that name people: with a roster they come from the file. */
const PEOPLE_KEYS = ['arranged', 'arrangedCount'] as const;

/**
 * Reads the JSON case of a roster: the levy case without `arranged`.
 * @throws DomainError roster.case_malformed, levy.case.invalid, levy.employer_not_liable, levy.policy.*
 */
export function readRosterCase(simulator: LevySimulator, json: string): RosterCase {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    throw new DomainError('roster.case_malformed');
  }
  const parsed = parseLevyCase(typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw, arranged: [] } : raw);
  const given = peopleIn(raw);
  if (!parsed.ok) throw new DomainError('levy.case.invalid', {}, [...given, ...parsed.error.filter(({ code }) => given.length === 0 || code !== 'levy.case.one_of_several')]);
  if (given.length > 0) throw new DomainError('levy.case.invalid', {}, given);
  const prepared = simulator.prepare(parsed.value);
  if ('ok' in prepared) throw refusalOf(prepared);
  const { region, baseYear, filingYear, filingDate } = prepared.levyCase;
  const submittedOn = (filingDate as LocalDate | undefined) ?? defaultFilingDay(filingYear ?? baseYear + 1);
  return { prepared, year: countingYear(simulator.source, region as RegionCode, baseYear, submittedOn) };
}

function peopleIn(raw: unknown): readonly FieldError[] {
  if (typeof raw !== 'object' || raw === null) return [];
  return PEOPLE_KEYS.filter((key) => key in raw).map((key) => ({ pointer: `/${key}`, code: 'roster.case_people_given', params: { name: key } }));
}

/** A failure whose code stands at its only place as well has the values of its sentence there. */
function refusalOf({ error: { code, errors } }: LevyFailure): DomainError {
  return new DomainError(code, errors.find((error) => error.code === code)?.params ?? {}, errors);
}

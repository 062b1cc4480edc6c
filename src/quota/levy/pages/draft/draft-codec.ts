import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CertificateKind } from '../../../../kernel/ids/service-certificate.js';
import type { LocalDate } from '../../../../kernel/local-date.js';
import { parseLevyCase } from '../../dto/fast-case-parser.js';
import { EMPTY_DRAFT, inOrder, present, rawCaseOf, type DraftPerson, type LevyDraft, type OptionalPage, type RawCase } from './draft.js';

/** Bytes of a cookie's value; browsers take 4,096 with name and attributes. */
export const MOST_COOKIE_BYTES = 3_500;
/** A small cookie must not unfold into a large object. */
const MOST_PLAIN_BYTES = 16_384;
/** Whoever has more of them keeps a roster; a page lists them all. */
const MOST_PEOPLE = 300;
/** In front of every value: a draft of another version is started anew. */
const VERSION = '1';

const CERTIFICATES: readonly CertificateKind[] = ['disability', 'military', 'police'];
const DIRECTIONS = [null, 'in', 'out'] as const;
const HOW = ['nobody', 'number', 'people', 'roster'] as const;
const OPTIONAL: readonly OptionalPage[] = ['registered', 'paid', 'check'];

/** @returns null where the draft does not fit: the visitor is shown the roster upload instead. */
export function encodeDraft(draft: LevyDraft): string | null {
  const { people, ...rest } = draft;
  const rows = people?.map(({ certificate, grade, from, to, dispatch }) => [CERTIFICATES.indexOf(certificate), grade, from, to, DIRECTIONS.indexOf(dispatch)]);
  const plain = Buffer.from(JSON.stringify({ ...rest, people: rows }), 'utf8');
  if (plain.length > MOST_PLAIN_BYTES || (people?.length ?? 0) > MOST_PEOPLE) return null;
  const text = `${VERSION}.${deflateRawSync(plain, { level: 9 }).toString('base64url')}`;
  return text.length > MOST_COOKIE_BYTES ? null : text;
}

/**
 * Reads a cookie. Anybody can write one, so it is judged by the contract like any other input; what does not hold is an empty draft.
 * @param today the answers that are still missing are judged as if given for this day.
 */
export function decodeDraft(cookie: string | undefined, today: LocalDate): LevyDraft {
  if (cookie === undefined || !cookie.startsWith(`${VERSION}.`) || cookie.length > MOST_COOKIE_BYTES) return EMPTY_DRAFT;
  try {
    const plain = inflateRawSync(Buffer.from(cookie.slice(VERSION.length + 1), 'base64url'), { maxOutputLength: MOST_PLAIN_BYTES }).toString('utf8');
    return readDraft(JSON.parse(plain) as unknown, today) ?? EMPTY_DRAFT;
  } catch {
    return EMPTY_DRAFT;
  }
}

const KEYS: ReadonlySet<string> = new Set<keyof LevyDraft>([
  'region', 'baseYear', 'filingDate', 'employerKind', 'registeredOn', 'headcount', 'seasonal', 'totalWages', 'averageWage', 'disabled', 'arrangedCount', 'people',
  'alreadyPaid', 'overrides', 'passed',
]);

function readDraft(raw: unknown, today: LocalDate): LevyDraft | null {
  if (!isRecord(raw) || Object.keys(raw).some((key) => !KEYS.has(key))) return null;
  const { disabled, passed = [], people: rows = [], seasonal = [] } = raw;
  if (disabled !== undefined && !HOW.includes(disabled as never)) return null;
  if (!Array.isArray(passed) || passed.length > OPTIONAL.length || !passed.every((page) => OPTIONAL.includes(page as never))) return null;
  const people = readPeople(rows);
  if (people === null || !Array.isArray(seasonal)) return null;
  const draft = present({ ...raw, people: raw['people'] === undefined ? undefined : people }) as LevyDraft;
  // Answers that are kept for a change of mind are judged as well.
  const ways: readonly LevyDraft[] = [{ ...draft, disabled: 'people' }, { ...draft, disabled: 'number' }];
  return ways.every((way) => parseLevyCase(filledUp(way, today)).ok) ? draft : null;
}

/** The draft as a whole case: what is missing is filled up with answers that are never at fault. */
export function filledUp(draft: LevyDraft, today: LocalDate): RawCase {
  const baseYear = draft.baseYear ?? Number(today.slice(0, 4)) - 1;
  const given = rawCaseOf({ ...draft, baseYear });
  return {
    region: ANY_REGION,
    employerKind: 'enterprise',
    headcount: { average: '1' },
    ...('totalWages' in given || 'averageWage' in given ? {} : { averageWage: '1' }),
    ...('arranged' in given || given['arrangedCount'] !== undefined ? {} : { arranged: [] }),
    ...given,
  };
}

/** Stands in while the region is not chosen. */
const ANY_REGION = '110000';

function readPeople(rows: unknown): readonly DraftPerson[] | null {
  if (!Array.isArray(rows) || rows.length > MOST_PEOPLE) return null;
  const people = rows.map((row): DraftPerson | null => {
    if (!Array.isArray(row) || row.length !== 5 || !row.every((part) => Number.isInteger(part))) return null;
    const [kind, grade, from, to, direction] = row as [number, number, number, number, number];
    const certificate = CERTIFICATES[kind];
    const dispatch = DIRECTIONS[direction];
    if (certificate === undefined || dispatch === undefined || from < 1 || to > 12 || from > to) return null;
    return { certificate, grade, from, to, dispatch };
  });
  return people.includes(null) ? null : inOrder(people as readonly DraftPerson[]);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { localDate } from '../../../../kernel/local-date.js';
import { parseLevyCase } from '../../dto/fast-case-parser.js';
import { decodeDraft, encodeDraft, MOST_COOKIE_BYTES } from './draft-codec.js';
import { EMPTY_DRAFT, inOrder, rawCaseOf, type DraftPerson, type LevyDraft } from './draft.js';
import { isComputable, taskStates } from './tasks.js';

const TODAY = localDate('2026-11-21');
const person = (over: Partial<DraftPerson>): DraftPerson => ({ certificate: 'disability', grade: 2, from: 1, to: 12, dispatch: null, ...over });
const forge = (content: unknown, version = '1'): string => `${version}.${deflateRawSync(JSON.stringify(content)).toString('base64url')}`;

const FULL: LevyDraft = {
  region: '370303', baseYear: 2024, filingDate: '2025-09-10', employerKind: 'enterprise', registeredOn: '2010-05-01',
  headcount: { monthly: [200, 200, 200, 200, 200, 200, 201, 201, 201, 201, 201, 201] }, seasonal: [{ count: 24, months: 4 }], totalWages: '20000000.00',
  disabled: 'people', people: [person({ from: 8 }), person({ grade: 1, dispatch: 'in', to: 6 }), person({ certificate: 'military', grade: 9, dispatch: 'out' })],
  arrangedCount: '1.5', alreadyPaid: '10', overrides: { ratio: '0.016', scales: { staff: 0 } }, passed: ['registered', 'paid', 'check'],
};

describe('the draft in its cookie', () => {
  it.each([['empty', EMPTY_DRAFT], ['full', FULL], ['half', { region: '370303', disabled: 'nobody' } as const], ['roster', { disabled: 'roster', passed: ['paid'] } as const]])('comes back: %s', (_, draft) => {
    expect(decodeDraft(encodeDraft(draft) as string, TODAY)).toEqual(draft);
  });

  it('holds two hundred different people, and says when it is full', () => {
    const people = (count: number): LevyDraft => ({ ...FULL, people: inOrder(Array.from({ length: count }, (_, index) => person({ grade: 1 + (index * 7) % 4, from: 1 + (index * 5) % 6, to: 7 + (index * 11) % 6 }))) });
    expect(encodeDraft(people(200))?.length).toBeLessThanOrEqual(MOST_COOKIE_BYTES);
    expect(encodeDraft(people(301))).toBeNull();
    const groups = (count: number): LevyDraft => ({ seasonal: Array.from({ length: count }, (_, index) => ({ count: (index * 7_919) % 9_999, months: 1 + (index * 13) % 12 })) });
    expect(encodeDraft(groups(100))?.length).toBeLessThanOrEqual(MOST_COOKIE_BYTES);
    expect(encodeDraft(groups(1_000))).toBeNull();
  });

  it.each([
    ['nothing', undefined], ['no version', 'abc'], ['another version', forge(FULL, '2')], ['not compressed', '1.AAAA'], ['not base64', '1.§§§'], ['cut off', (encodeDraft(FULL) as string).slice(0, 60)],
    ['a list', forge([])], ['a word', forge('x')], ['null', forge(null)], ['an unknown key', forge({ admin: true })], ['an inherited key', '1.' + deflateRawSync('{"__proto__":{"region":"370303"}}').toString('base64url')],
    ['a region that is none', forge({ region: '<b>' })], ['a year in words', forge({ baseYear: 'x' })], ['a year beyond all', forge({ baseYear: 1e9 })],
    ['people that are no rows', forge({ people: [{ grade: 1 }] })], ['a month 13', forge({ people: [[0, 1, 1, 13, 0]] })], ['months reversed', forge({ people: [[0, 1, 9, 3, 0]] })],
    ['a certificate of no kind', forge({ people: [[7, 1, 1, 2, 0]] })], ['a grade of 40', forge({ people: [[0, 40, 1, 2, 0]] })], ['eleven months', forge({ headcount: { monthly: [1, 2, 3] } })],
    ['both wages', forge({ totalWages: '1', averageWage: '1' })], ['a count that sleeps', forge({ disabled: 'nobody', arrangedCount: '-1' })], ['an unknown answer', forge({ disabled: 'all' })],
    ['seasonal words', forge({ seasonal: 5 })], ['a page passed that is none', forge({ passed: ['x'] })], ['a bomb', `1.${deflateRawSync('"'.padEnd(2_000_000, 'a')).toString('base64url')}`],
  ])('is empty for %s', (_, cookie) => {
    expect(decodeDraft(cookie, TODAY)).toEqual(EMPTY_DRAFT);
  });

  it('never throws and never gives what the contract would refuse', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.object().map((content) => forge(content)), fc.json().map((content) => forge(JSON.parse(content)))), (cookie) => {
      const draft = decodeDraft(cookie, TODAY);
      expect(parseLevyCase(rawCaseOf({ ...draft, disabled: 'nobody' })).ok || !isComputable({ ...draft, disabled: 'nobody' })).toBe(true);
    }));
  });
});

describe('the tasks', () => {
  const states = (draft: LevyDraft): string => taskStates(draft).map(({ key, done, href }) => `${key}:${done ? 'done' : 'open'}:${href ?? '-'}`).join(' ');

  it('begins at the first question', () => {
    expect(states(EMPTY_DRAFT)).toBe('unit:open:/levy/region staff:open:/levy/staff wages:open:/levy/wages disabled:open:/levy/disabled check:open:/levy/paid result:open:-');
  });

  it('leads to the question that is open, and back to the first of a finished task', () => {
    expect(states({ ...FULL, registeredOn: undefined, passed: [], alreadyPaid: '1' })).toBe('unit:open:/levy/registered staff:done:/levy/staff wages:done:/levy/wages disabled:done:/levy/disabled check:open:/levy/check result:open:-');
  });

  it('is all done once it was checked', () => {
    expect(states(FULL)).toBe('unit:done:/levy/region staff:done:/levy/staff wages:done:/levy/wages disabled:done:/levy/disabled check:done:/levy/check result:done:/levy/statement');
  });

  it('takes no list of people for an answer while it is empty', () => {
    expect(isComputable({ ...FULL, people: [] })).toBe(false);
  });
});

import { localDate } from '../../../kernel/local-date.js';
import type { Fen } from '../../../kernel/money.js';
import { outcomeOf, stepsNeeded } from './checks.js';
import { checkReturn } from './correction-request.js';
import { beyondDoubt, judgeWish, NOT_CONTESTED } from './line-decision.js';
import { answerOf, checkObjection, objectionUntil } from './objection.js';
import { mediaTypeOf, takesPaper } from './paper.js';
import { remedyTerms } from './remedy-terms.js';

const fen = (amount: bigint): Fen => amount as Fen;
const today = localDate('2026-11-22');

describe('how many people check', () => {
  const filing = { regionSteps: 1 as const, refusedMonths: 0, effect: fen(0n), limit: fen(100_000n) };
  it.each([
    [filing, { steps: 1, reason: 'region' }],
    [{ ...filing, regionSteps: null }, { steps: 2, reason: 'region' }],
    [{ ...filing, regionSteps: 2 as const }, { steps: 2, reason: 'region' }],
    [{ ...filing, refusedMonths: 3, effect: fen(100_000n) }, { steps: 1, reason: 'region' }],
    [{ ...filing, refusedMonths: 3, effect: fen(100_001n) }, { steps: 2, reason: 'refusal' }],
    [{ ...filing, refusedMonths: 3, limit: null }, { steps: 2, reason: 'refusal' }],
    [{ ...filing, refusedMonths: 3, effect: null }, { steps: 2, reason: 'refusal' }],
  ])('%#', (given, expected) => expect(stepsNeeded(given)).toEqual(expected));

  it('nothing counted is a refusal', () => expect([outcomeOf(0), outcomeOf(1)]).toEqual(['refused', 'determined']));
});

describe('what a form may tick for a reviewer', () => {
  it.each([
    ['months that registers confirm', { counted: 0b1111, paper: 0 }, NOT_CONTESTED, 0b1111],
    ['no month that is unmet', { counted: 0b0011, paper: 0 }, NOT_CONTESTED, 0b0011],
    ['no month that no register knows', { counted: 0b1111, paper: 0b1100 }, NOT_CONTESTED, 0b0011],
    ['no month that somebody else claims', { counted: 0b1111, paper: 0 }, { open: 0b0001, lost: 0b0010 }, 0b1100],
    ['no month that is not claimed', { counted: 0b111111, paper: 0 }, NOT_CONTESTED, 0b1111],
    ['nothing where nothing was compared', null, NOT_CONTESTED, 0],
  ])('%s', (_, compared, contested, expected) => expect(beyondDoubt(0b1111, compared, contested)).toBe(expected));
});

describe('a line', () => {
  const wish = { claimed: 0b1111, months: 0b1111, reason: 'paper_proves' as const, words: null };
  it.each([
    [wish, NOT_CONTESTED, null],
    [{ ...wish, months: 0b10000 }, NOT_CONTESTED, 'review.line.month_not_claimed'],
    [wish, { open: 0b1, lost: 0 }, 'review.line.conflict_open'],
    [wish, { open: 0, lost: 0b1 }, 'review.line.conflict_lost'],
    [{ ...wish, months: 0b1110, reason: 'counts_elsewhere' as const, words: 'x' }, { open: 0b1, lost: 0 }, null],
    [{ ...wish, reason: 'not_working' as const }, NOT_CONTESTED, 'review.line.reason_refuses'],
    [{ ...wish, months: 0 }, NOT_CONTESTED, 'review.line.reason_accepts'],
    [{ ...wish, months: 0, reason: 'other' as const }, NOT_CONTESTED, 'review.line.words_required'],
    [{ ...wish, reason: 'other' as const, words: 'x' }, NOT_CONTESTED, null],
  ])('%#', (given, contested, fault) => expect(judgeWish(given, contested)).toEqual(fault === null ? { ok: true, value: null } : { ok: false, error: fault }));
});

describe('a return', () => {
  const items = [{ lineId: '1', need: 'contract' as const, words: null }];
  it.each([
    [[], null, 10, { ok: false, error: 'review.return.nothing_needed' }],
    [items, null, 10, { ok: true, value: '2026-12-02' }],
    [items, null, null, { ok: false, error: 'review.return.due_required' }],
    [items, localDate('2026-12-24'), null, { ok: true, value: '2026-12-24' }],
    [items, today, null, { ok: false, error: 'review.return.due_passed' }],
    [[{ lineId: null, need: 'other' as const, words: null }], null, 10, { ok: false, error: 'review.return.words_required' }],
  ])('%#', (asked, dueOn, days, expected) => expect(checkReturn(asked, dueOn, days, today)).toEqual(expected));
});

describe('an objection', () => {
  const line = { lineId: '7', ground: 'worked_there' as const, words: null };
  it.each([
    [[line], null, null],
    [[line], today, null],
    [[line], localDate('2026-11-21'), 'review.objection.too_late'],
    [[], null, 'review.objection.nothing_disputed'],
    [[line, line], null, 'review.objection.line_twice'],
    [[{ ...line, lineId: '8' }], null, 'review.objection.line_counts_whole'],
  ])('%#', (lines, until, fault) => expect(checkObjection(lines, new Set(['7']), until, today)).toEqual(fault === null ? { ok: true, value: null } : { ok: false, error: fault }));

  it.each([[0, 0b11, 0b11, 'upheld'], [0b01, 0b01, 0b11, 'rejected'], [0b001, 0b011, 0b111, 'partly'], [0b11, 0b01, 0b111, 'rejected'], [0b110, 0b011, 0b111, 'partly']] as const)('%p → %p of %p: %s', (before, now, claimed, answer) => expect(answerOf(before, now, claimed)).toBe(answer));

  it('has a term where the place has one', () => expect([objectionUntil(today, 15), objectionUntil(today, null)]).toEqual(['2026-12-07', null]));
});

it('remedies end at the earliest with their term from the day of the decision', () => {
  expect(remedyTerms([{ kind: 'reconsideration', within: 60, unit: 'days' }, { kind: 'court', within: 6, unit: 'months' }], localDate('2026-08-31')).map(({ notBefore }) => notBefore)).toEqual(['2026-10-30', '2027-02-28']);
});

it('a paper is what its first bytes say', () => {
  expect([Buffer.from('%PDF-1.7'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('<html>'), Buffer.from('')].map(mediaTypeOf)).toEqual(['application/pdf', 'image/jpeg', 'image/png', null, null]);
  expect([takesPaper('checking'), takesPaper('draft'), takesPaper('archived')]).toEqual([true, false, false]);
});

import { DataSource } from 'typeorm';
import { ReviewLaw } from '../../../src/quota/review/app/review-law.js';
import { ReadDecisions } from '../../../src/quota/review/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { managerOf, signedInAs } from '../../support/members.js';
import { act, aDesk, ALL_TWELVE, aSignal, aWaitingFiling, begun, decided, finished, HUZHOU, versionOf, type Desk, type WaitingFiling } from '../../support/review.js';

let service: TestApp;
let desk: Desk;

beforeAll(async () => {
  service = await startTestApp();
  desk = await aDesk(service);
});
afterAll(() => service.close());

const waiting = (lines = 2, clear = 1): Promise<WaitingFiling> => aWaitingFiling(service, desk, Array.from({ length: lines }, () => ({})), clear);
const object = async (filing: WaitingFiling, body: object) => filing.clerk.post(`/api/v1/filings/${filing.declarationId}/objections`, { version: await versionOf(service, filing), ...body });
const statement = async (filing: WaitingFiling, number?: number) => (await filing.clerk.get(`/api/v1/filings/${filing.declarationId}/statement${number === undefined ? '' : `?number=${number}`}`)).body as Record<string, never>;
const currentLines = async (filing: WaitingFiling): Promise<readonly string[]> => ((await desk.first.get(`/api/v1/reviews/${filing.declarationId}/lines`)).body as { items: { id: string }[] }).items.map(({ id }) => id);
/** A region says how many people check, and from which sum on two always do. */
function lawSays(values: Partial<Pick<ReviewLaw, 'steps' | 'twoStepsAbove' | 'objectionDays' | 'correctionDays'>>): () => void {
  const law = service.app.nest.get(ReviewLaw, { strict: false });
  Object.assign(law, values);
  return () => { for (const name of Object.keys(values)) delete (law as unknown as Record<string, unknown>)[name]; };
}

describe('a return for correction', () => {
  it('says which lines need what by when; the next version is a copy, the old one stays', async () => {
    const filing = await waiting();
    expect(await act(service, desk.first, filing, 'return', { items: [{ lineId: filing.lineIds[1], need: 'contract' }] })).toMatchObject({ status: 422, body: { code: 'review.return.due_required' } });
    const answer = await act(service, desk.first, filing, 'return', { items: [{ lineId: filing.lineIds[1], need: 'contract', words: '合同没有签字页' }, { need: 'facts' }], dueOn: '2099-12-10', words: '请尽快' });
    expect(answer).toMatchObject({ status: 200, body: { state: 'returned', dueOn: '2099-12-10', currentVersion: 2 } });
    const { body } = await filing.clerk.get(`/api/v1/filings/${filing.declarationId}/correction-requests`);
    expect(body).toMatchObject({ items: [{ number: 1, dueOn: '2099-12-10', words: '请尽快', answeredAt: null, items: [{ lineId: filing.lineIds[1], registryPersonId: filing.persons[1], need: 'contract', words: '合同没有签字页' }, { lineId: null, need: 'facts' }] }] });
    const stored = await managerOf(service).query('SELECT i.words FROM correction_item AS i JOIN correction_request AS q ON q.id = i.request_id WHERE q.declaration_id = $1 AND i.words IS NOT NULL', [filing.declarationId]) as { words: string }[];
    expect(stored[0]?.words).not.toContain('签字');
    expect((await desk.first.get(`/api/v1/reviews/${filing.declarationId}`)).body).toMatchObject({ state: 'returned', shownVersion: 1 });
  });

  it('from the first check only by whoever has it, and never by a line of another filing', async () => {
    const filing = await waiting();
    const other = await waiting();
    await begun(service, desk, filing);
    const colleague = await signedInAs(service, { role: 'first_reviewer', regionCode: HUZHOU });
    const body = { items: [{ need: 'facts' }], dueOn: '2099-12-10' };
    expect(await act(service, colleague, filing, 'return', body)).toMatchObject({ status: 409, body: { code: 'review.check.other_checker' } });
    expect(await act(service, desk.first, filing, 'return', { ...body, items: [{ lineId: other.lineIds[0], need: 'contract' }] })).toMatchObject({ status: 404, body: { code: 'review.line.not_found' } });
    expect(await act(service, desk.first, filing, 'return', body)).toMatchObject({ status: 200, body: { state: 'returned' } });
  });

  it('what never comes back is treated as nobody placed, but not before its day', async () => {
    const filing = await waiting();
    await act(service, desk.first, filing, 'return', { items: [{ need: 'facts' }], dueOn: '2099-12-10' });
    expect(await act(service, desk.first, filing, 'count-as-none', { words: '没有补正' })).toMatchObject({ status: 422, body: { code: 'review.return.still_due' } });
    await managerOf(service).query(`UPDATE declaration SET due_on = '2026-01-05' WHERE id = $1`, [filing.declarationId]);
    expect(await act(service, desk.first, filing, 'count-as-none', { words: '没有补正' })).toMatchObject({ status: 200, body: { state: 'counted_as_none' } });
    expect(await act(service, desk.first, filing, 'archive')).toMatchObject({ status: 200, body: { state: 'archived' } });
  });
});

describe('one step or two', () => {
  it('one person determines where the region says so and nothing is refused', async () => {
    const restore = lawSays({ steps: () => 1 });
    const filing = await waiting(1, 1);
    await begun(service, desk, filing);
    await act(service, desk.first, filing, 'clear-lines');
    expect(await act(service, desk.first, filing, 'first-check')).toMatchObject({ status: 200, body: { state: 'determined', outcome: 'determined', steps: { steps: 1 } } });
    restore();
  });

  it('and that one person has looked at the signals too', async () => {
    const restore = lawSays({ steps: () => 1 });
    const filing = await waiting(1, 1);
    await begun(service, desk, filing);
    await act(service, desk.first, filing, 'clear-lines');
    await aSignal(service, filing);
    expect(await act(service, desk.first, filing, 'first-check')).toMatchObject({ status: 422, body: { code: 'review.check.signals_unseen', params: { signals: 1 } } });
    restore();
  });

  it('a refusal that weighs takes two all the same', async () => {
    const restore = lawSays({ steps: () => 1, twoStepsAbove: () => 0n as never });
    const filing = await waiting(1, 0);
    await managerOf(service).query('UPDATE filing_version SET trial_payable = 0 WHERE id = $1', [filing.versionId]);
    await begun(service, desk, filing);
    await act(service, desk.first, filing, `lines/${filing.lineIds[0]}/decision`, { months: [], reason: 'not_working', words: 'x' });
    expect(await act(service, desk.first, filing, 'first-check')).toMatchObject({ status: 200, body: { state: 'second_check', outcome: null, steps: { steps: 2, reason: 'refusal' } } });
    restore();
  });
});

describe('an objection', () => {
  const refusedOne = async (): Promise<WaitingFiling> => {
    const filing = await waiting(2, 1);
    await decided(service, desk, filing, [[1, [1, 2, 3], 'insurance_missing']]);
    return filing;
  };

  it('is looked at again in a version of its own and answered line by line; the old decision stays readable', async () => {
    const filing = await refusedOne();
    const made = await object(filing, { lines: [{ lineId: filing.lineIds[1], ground: 'paper_available', words: '有缴费凭证' }], words: '请复查' });
    expect(made).toMatchObject({ status: 201, body: { id: expect.any(String) as string } });
    expect(await act(service, desk.first, filing, 'objection')).toMatchObject({ status: 422, body: { code: 'review.objection.due_required' } });
    expect(await act(service, desk.first, filing, 'objection', { dueOn: '2099-12-31' })).toMatchObject({ status: 200, body: { state: 'first_check', currentVersion: 2, dueOn: '2099-12-31' } });
    const lines = await currentLines(filing);
    expect(lines).not.toEqual(filing.lineIds);
    const { body } = await desk.first.get(`/api/v1/reviews/${filing.declarationId}/lines`);
    expect((body as { items: { decision: object | null }[] }).items.map(({ decision }) => decision === null)).toEqual([false, true]);
    expect(await finished(service, desk, filing, [[1, ALL_TWELVE, 'paper_proves']], lines)).toMatchObject({ status: 200, body: { state: 'determined' } });
    const shown = await statement(filing);
    expect(shown).toMatchObject({ decided: { number: 2, countedMonths: 24 }, objections: [{ state: 'answered', items: [{ answer: 'upheld', answerReason: 'paper_proves', words: '有缴费凭证' }] }], remedies: { ways: [{ kind: 'reconsideration', within: 60 }, { kind: 'court', within: 6 }], confirmed: true } });
    expect(await statement(filing, 1)).toMatchObject({ decided: { number: 1, countedMonths: 15 } });
    expect(await managerOf(service).query('SELECT count(*)::int AS months FROM counted_person_month WHERE declaration_id = $1', [filing.declarationId])).toEqual([{ months: 24 }]);
  });

  it('names lines that lost something, once, and one objection at a time', async () => {
    const filing = await refusedOne();
    expect(await object(filing, { lines: [{ lineId: filing.lineIds[0], ground: 'other' }] })).toMatchObject({ status: 422, body: { code: 'review.objection.line_counts_whole' } });
    expect(await object(filing, { lines: [{ lineId: filing.lineIds[1], ground: 'other' }, { lineId: filing.lineIds[1], ground: 'other' }] })).toMatchObject({ status: 422, body: { code: 'review.objection.line_twice' } });
    expect(await object(filing, { lines: [] })).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    expect(await object(filing, { lines: [{ lineId: filing.lineIds[1], ground: 'other' }] })).toMatchObject({ status: 201 });
    expect(await object(filing, { lines: [{ lineId: filing.lineIds[1], ground: 'other' }] })).toMatchObject({ status: 422, body: { code: 'filing.declaration.act_not_possible' } });
  });

  it('past its term is refused with the remedies that remain', async () => {
    const restore = lawSays({ objectionDays: () => -1 });
    const filing = await refusedOne();
    expect(await object(filing, { lines: [{ lineId: filing.lineIds[1], ground: 'other' }] })).toMatchObject({ status: 422, body: { code: 'review.objection.too_late' } });
    restore();
  });

  it('is made by nobody but the employer, and not before a decision', async () => {
    const filing = await waiting();
    expect(await object(filing, { lines: [{ lineId: filing.lineIds[1], ground: 'other' }] })).toMatchObject({ status: 422, body: { code: 'filing.declaration.act_not_possible' } });
    for (const actor of [desk.first, desk.second, desk.monitor]) expect((await actor.post(`/api/v1/filings/${filing.declarationId}/objections`, { version: 1, lines: [{ lineId: '1', ground: 'other' }] })).status).toBe(403);
    const stranger = await waiting();
    expect((await stranger.clerk.get(`/api/v1/filings/${filing.declarationId}/statement`)).status).toBe(404);
  });
});

describe('a correction', () => {
  it('is a version behind the decision, which stands until a second person confirms it, with the change of the trial sum', async () => {
    const filing = await waiting(1, 0);
    await decided(service, desk, filing, [[0, ALL_TWELVE, 'paper_proves']]);
    expect(await act(service, desk.first, filing, 'correction')).toMatchObject({ status: 422 });
    expect(await act(service, desk.first, filing, 'correction', { words: '审计发现' })).toMatchObject({ status: 200 });
    expect(await act(service, desk.first, filing, 'correction', { words: '再来一次' })).toMatchObject({ status: 409, body: { code: 'review.correction.already_open' } });
    expect(await object(filing, { lines: [{ lineId: filing.lineIds[0], ground: 'other' }] })).toMatchObject({ status: 409, body: { code: 'review.objection.correction_open' } });
    expect(await statement(filing)).toMatchObject({ state: 'determined', decided: { number: 1, countedMonths: 12 } });
    const [line] = await currentLines(filing);
    expect(await act(service, desk.first, filing, `lines/${line}/decision`, { months: [1, 2, 3, 4, 5, 6], reason: 'not_working', words: '下半年没有到岗' })).toMatchObject({ status: 200 });
    expect(await act(service, desk.first, filing, 'first-check')).toMatchObject({ status: 200, body: { state: 'determined', outcome: null, steps: { steps: 2, reason: 'correction' } } });
    expect(await act(service, desk.second, filing, 'second-check', { words: '同意更正' })).toMatchObject({ status: 200, body: { state: 'corrected', outcome: 'corrected' } });
    const corrected = await statement(filing);
    expect(corrected).toMatchObject({ state: 'corrected', decided: { number: 2, outcome: 'corrected', countedMonths: 6 }, decisions: [{ number: 2 }, { number: 1 }] });
    const { change, trialPayable, beforePayable } = corrected['decided'] as unknown as { change: string; trialPayable: string; beforePayable: string };
    expect(Number(change)).toBeCloseTo(Number(trialPayable) - Number(beforePayable), 2);
    expect(Number(change)).toBeGreaterThan(0);
    expect(await statement(filing, 1)).toMatchObject({ decided: { number: 1, countedMonths: 12 } });
    const decision = await service.app.nest.get(ReadDecisions, { strict: false }).decided(service.app.nest.get(DataSource).manager, { kind: 'region', prefix: '' }, filing.declarationId, 2);
    expect(decision).toMatchObject({ outcome: 'corrected', countedMonths: 6, weightedMonths: 6, arranged: expect.stringMatching(/^0\.5/) as string, decidedBy: desk.second.accountId, regionCode: HUZHOU });
    expect(decision?.trial).toMatchObject({ ok: true });
  });

  it('can be let go: what was decided stands', async () => {
    const filing = await waiting(1, 1);
    await decided(service, desk, filing, []);
    await act(service, desk.first, filing, 'correction', { words: '看错了' });
    expect(await act(service, desk.first, filing, 'archive')).toMatchObject({ status: 422, body: { code: 'review.archive.correction_open' } });
    expect(await act(service, desk.first, filing, 'correction/drop')).toMatchObject({ status: 200 });
    expect((await desk.first.get(`/api/v1/reviews/${filing.declarationId}`)).body).toMatchObject({ state: 'determined', isCorrection: false, shownVersion: 1 });
    expect(await act(service, desk.first, filing, 'correction', { words: '又一次' })).toMatchObject({ status: 200 });
  });

  it('is sent back with words that stand in the trail', async () => {
    const filing = await waiting(1, 1);
    await decided(service, desk, filing, []);
    await act(service, desk.first, filing, 'correction', { words: '重新看过' });
    await act(service, desk.first, filing, 'first-check');
    expect(await act(service, desk.second, filing, 'send-back', { words: '没有改动' })).toMatchObject({ status: 200, body: { state: 'determined' } });
    const { body } = await desk.first.get(`/api/v1/filings/${filing.declarationId}/steps`);
    expect((body as { items: { act: string; words: string | null; versionNumber: number }[] }).items.slice(-3)).toMatchObject([{ act: 'begin_first_check', words: '重新看过', versionNumber: 2 }, { act: 'pass_first_check' }, { act: 'send_back', words: '没有改动' }]);
  });
});

it('the employer reads the same statement as the reviewer; only the names are whole', async () => {
  const filing = await aWaitingFiling(service, desk, [{ name: '张某某' }], 0);
  expect((await filing.clerk.get(`/api/v1/filings/${filing.declarationId}/statement`))).toMatchObject({ status: 404, body: { code: 'review.statement.not_found' } });
  await decided(service, desk, filing, [[0, [1, 2], 'wage_below_minimum']]);
  const both = await Promise.all([filing.clerk, desk.second].map(async (actor) => (await actor.get(`/api/v1/filings/${filing.declarationId}/statement`)).body as object));
  expect(both[0]).toEqual(both[1]);
  const lines = await Promise.all([filing.clerk, desk.second].map(async (actor) => ((await actor.get(`/api/v1/filings/${filing.declarationId}/statement/lines?filter=refused`)).body as { items: { name: string; decision: object }[] }).items[0]));
  expect(lines.map((line) => line?.name)).toEqual(['张某某', '张**']);
  expect(lines[0]?.decision).toEqual(lines[1]?.decision);
  expect(lines[0]?.decision).toMatchObject({ reason: 'wage_below_minimum', words: '已与单位核对。' });
});

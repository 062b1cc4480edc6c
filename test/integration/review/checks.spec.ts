import { JSDOM } from 'jsdom';
import { IssueOnDecisionJob } from '../../../src/quota/determinations/app/issue-on-decision.job.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aWorkerId } from '../../support/comparison.js';
import { managerOf, signedInAs } from '../../support/members.js';
import { act, aDesk, ALL_TWELVE, aSignal, aWaitingFiling, begun, decided, HUZHOU, versionOf, type Desk, type WaitingFiling } from '../../support/review.js';

let service: TestApp;
let desk: Desk;

beforeAll(async () => {
  service = await startTestApp();
  desk = await aDesk(service);
});
afterAll(() => service.close());

const waiting = (lines = 2, clear = 1): Promise<WaitingFiling> => aWaitingFiling(service, desk, Array.from({ length: lines }, () => ({})), clear);
const stateOf = async ({ declarationId }: WaitingFiling): Promise<string> => (await managerOf(service).query('SELECT state FROM declaration WHERE id = $1', [declarationId]) as [{ state: string }])[0].state;
const months = (upTo: number): readonly number[] => Array.from({ length: upTo }, (_, at) => at + 1);

describe('from acceptance to the number', () => {
  it('clear lines together, a doubtful one with a reason, two people, and the person-months', async () => {
    const filing = await waiting(3, 2);
    expect(await act(service, desk.first, filing, 'accept')).toMatchObject({ status: 200, body: { state: 'accepted' } });
    expect(await act(service, desk.first, filing, 'begin')).toMatchObject({ status: 200, body: { state: 'first_check' } });
    expect(await act(service, desk.first, filing, 'clear-lines')).toMatchObject({ status: 200, body: { decided: 2 } });
    expect(await act(service, desk.first, filing, 'first-check')).toMatchObject({ status: 422, body: { code: 'review.check.lines_undecided' } });
    expect(await act(service, desk.first, filing, `lines/${filing.lineIds[2]}/decision`, { months: months(5), reason: 'insurance_missing', words: '6 月起没有缴费。' })).toMatchObject({ status: 200 });
    expect(await act(service, desk.first, filing, 'first-check')).toMatchObject({ status: 200, body: { state: 'second_check', outcome: null, steps: { steps: 2, reason: 'region' } } });
    expect(await act(service, desk.second, filing, 'second-check')).toMatchObject({ status: 200, body: { state: 'determined', outcome: 'determined' } });

    const { body: shown } = await desk.monitor.get(`/api/v1/reviews/${filing.declarationId}`);
    expect(shown).toMatchObject({ state: 'determined', check: { outcome: 'determined', countedMonths: 29, weightedMonths: 29, refusedMonths: 7, arranged: '2.42', steps: 2 } });
    const counted = await managerOf(service).query('SELECT registry_person_id::text AS person, count(*)::int AS months FROM counted_person_month WHERE declaration_id = $1 GROUP BY 1 ORDER BY 2 DESC, 1', [filing.declarationId]);
    expect(counted).toEqual([{ person: filing.persons[0], months: 12 }, { person: filing.persons[1], months: 12 }, { person: filing.persons[2], months: 5 }]);
    expect(await managerOf(service).query(`SELECT registry_person_id::text AS person, from_month, until_month, source FROM employment_spell WHERE employer_id = $1 ORDER BY from_month, until_month NULLS LAST, 1`, [filing.employerId])).toEqual(expect.arrayContaining([
      { person: filing.persons[0], from_month: 202501, until_month: null, source: 'review' }, { person: filing.persons[2], from_month: 202501, until_month: 202505, source: 'review' },
    ]));
    const [job] = await managerOf(service).query(`SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'declarationId' = $1 AND payload->>'versionNumber' IS NOT NULL`, [filing.declarationId]) as { payload: object }[];
    expect(job?.payload).toEqual({ declarationId: filing.declarationId, versionNumber: 1 });
    const acts = await managerOf(service).query(`SELECT act FROM audit_entry WHERE object_id = $1 AND kind = 'act'`, [filing.declarationId]) as { act: string }[];
    expect(acts.map((entry) => entry.act)).toEqual(expect.arrayContaining(['filing.declaration.accept', 'review.lines.accept-clear', 'review.line.decide', 'filing.declaration.determine']));
  });

  it('of an employer in a town, which has the law, the number and the issuer of its county', async () => {
    const town = `${HUZHOU}003`;
    const filing = await aWaitingFiling(service, desk, [{}, {}], 2, { regionCode: town });
    const { body: own } = await filing.clerk.get(`/api/v1/filings/${filing.declarationId}`);
    expect(own).toMatchObject({ regionCode: town, trial: { kind: 'sum', result: { arranged: '2', required: '0.6' } } });
    expect(await decided(service, desk, filing, [])).toMatchObject({ status: 200, body: { state: 'determined', outcome: 'determined' } });
    await service.app.nest.get(IssueOnDecisionJob, { strict: false }).handle({ declarationId: filing.declarationId, versionNumber: 1 });
    const [issued] = ((await filing.clerk.get('/api/v1/determinations')).body as { items: { id: string; number: string; issuer: string }[] }).items;
    expect(issued).toMatchObject({ number: expect.stringMatching(new RegExp(`^残审认〔\\d{4}〕${HUZHOU}-\\d{5}号$`)), issuer: expect.not.stringContaining(town) });
    const page = async (path: string): Promise<Element> => {
      const { status, text } = await service.http().get(path).set({ Accept: 'text/html', Cookie: desk.first.cookie });
      expect([path, status]).toEqual([path, 200]);
      return new JSDOM(text).window.document.querySelector('main') as Element;
    };
    const certificate = await page(`/determinations/${issued?.id}`);
    expect([certificate.textContent.includes('吴兴区'), certificate.textContent.includes(town)]).toEqual([true, false]);
    const laws = [...(await page(`/determinations/${issued?.id}/statement`)).querySelectorAll('a[href^="/policy/"]')].map((link) => link.getAttribute('href') ?? '');
    expect([...new Set(laws.map((href) => new URL(href, 'http://x').searchParams.get('region')))]).toEqual([HUZHOU]);
    expect((await page(`/filings/${filing.declarationId}/statement`)).querySelectorAll(`a[href*="region=${HUZHOU}"]`).length).toBeGreaterThan(0);
    expect((await page(laws[0] ?? '')).textContent).not.toBe('');
  });

  it('a severe grade weighs twice, and months dispatched to another unit count there', async () => {
    const filing = await aWaitingFiling(service, desk, [{ certificateGrade: 1 }, { counts: 'out', otherUscc: '91999999MA99999999' }], 0);
    // As if the other unit had confirmed the dispatch.
    await managerOf(service).query('DELETE FROM claim_conflict WHERE registry_person_id = $1', [filing.persons[1]]);
    await decided(service, desk, filing, [[0, ALL_TWELVE, 'paper_proves'], [1, ALL_TWELVE, 'paper_proves']]);
    const { body } = await desk.first.get(`/api/v1/reviews/${filing.declarationId}`);
    expect(body).toMatchObject({ state: 'determined', check: { weightedMonths: 24, countedMonths: 12, arranged: '2' } });
    expect(await managerOf(service).query('SELECT DISTINCT registry_person_id::text AS person, weight FROM counted_person_month WHERE declaration_id = $1', [filing.declarationId])).toEqual([{ person: filing.persons[0], weight: 2 }]);
  });

  it('a filing of which nothing counts is refused', async () => {
    const filing = await waiting(1, 0);
    expect(await decided(service, desk, filing, [[0, [], 'not_working']])).toMatchObject({ status: 200, body: { state: 'refused', outcome: 'refused' } });
    expect(await managerOf(service).query('SELECT FROM counted_person_month WHERE declaration_id = $1', [filing.declarationId])).toEqual([]);
  });

  it('the second person sends it back with words, and the first goes on', async () => {
    const filing = await waiting(1, 1);
    await begun(service, desk, filing);
    await act(service, desk.first, filing, 'clear-lines');
    await act(service, desk.first, filing, 'first-check');
    expect(await act(service, desk.second, filing, 'send-back')).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    expect(await act(service, desk.second, filing, 'send-back', { words: '请再看合同。' })).toMatchObject({ status: 200, body: { state: 'first_check' } });
    expect(await act(service, desk.first, filing, 'first-check')).toMatchObject({ status: 200, body: { state: 'second_check' } });
    expect(await act(service, desk.second, filing, 'second-check')).toMatchObject({ body: { state: 'determined' } });
  });
});

describe('signals of pretended employment', () => {
  const look = async (signal: string, state: string): Promise<number> => {
    const { body } = await desk.second.get(`/api/v1/signals/${signal}`);
    return (await desk.second.post(`/api/v1/signals/${signal}/look`, { version: (body as { version: number }).version, state, words: '已电话核实。' })).status;
  };

  it('hold the decision until a person has looked at each, whatever the person finds; they refuse nothing', async () => {
    const filing = await waiting(1, 1);
    await begun(service, desk, filing);
    await act(service, desk.first, filing, 'clear-lines');
    const signals = [await aSignal(service, filing), await aSignal(service, filing, 'late_insurance')] as const;
    // The first check of two is no decision yet.
    expect(await act(service, desk.first, filing, 'first-check')).toMatchObject({ status: 200, body: { state: 'second_check' } });
    expect(await act(service, desk.second, filing, 'second-check')).toMatchObject({ status: 422, body: { code: 'review.check.signals_unseen', params: { signals: 2 } } });
    expect(await look(signals[0], 'to_inspect')).toBe(204);
    expect(await act(service, desk.second, filing, 'second-check')).toMatchObject({ status: 422, body: { code: 'review.check.signals_unseen', params: { signals: 1 } } });
    expect(await stateOf(filing)).toBe('second_check');
    expect(await managerOf(service).query('SELECT FROM counted_person_month WHERE declaration_id = $1', [filing.declarationId])).toEqual([]);
    expect(await look(signals[1], 'no_concern')).toBe(204);
    expect(await act(service, desk.second, filing, 'second-check')).toMatchObject({ status: 200, body: { state: 'determined', outcome: 'determined' } });
    expect((await desk.first.get(`/api/v1/reviews/${filing.declarationId}`)).body).toMatchObject({ check: { countedMonths: 12 } });
  });

  it('do not stop a filing from being sent back or returned', async () => {
    const filing = await waiting(1, 1);
    await begun(service, desk, filing);
    await act(service, desk.first, filing, 'clear-lines');
    await aSignal(service, filing);
    await act(service, desk.first, filing, 'first-check');
    expect(await act(service, desk.second, filing, 'send-back', { words: '请核实线索。' })).toMatchObject({ status: 200, body: { state: 'first_check' } });
    expect(await act(service, desk.first, filing, 'return', { items: [{ need: 'wage' , lineId: filing.lineIds[0] }], dueOn: '2099-12-31' })).toMatchObject({ status: 200, body: { state: 'returned' } });
  });
});

describe('a line', () => {
  it.each([
    [{ months: [1], reason: 'paper_proves', words: 'x' }, 'review.line.reason_accepts'],
    [{ months: [...ALL_TWELVE], reason: 'not_working', words: 'x' }, 'review.line.reason_refuses'],
    [{ months: [1], reason: 'not_working' }, 'review.line.words_required'],
    [{ months: [...ALL_TWELVE], reason: 'other' }, 'review.line.words_required'],
    [{ months: [13], reason: 'not_working', words: 'x' }, 'input.invalid'],
    [{ months: [1], reason: 'clear', words: 'x' }, 'input.invalid'],
  ])('%j is refused with %s', async (body, code) => {
    const filing = await waiting(1, 0);
    await begun(service, desk, filing);
    expect(await act(service, desk.first, filing, `lines/${filing.lineIds[0]}/decision`, body)).toMatchObject({ status: 422, body: { code } });
  });

  it('claims no month that its employer does not', async () => {
    const filing = await aWaitingFiling(service, desk, [{ months: 0b111 }], 0);
    await begun(service, desk, filing);
    expect(await act(service, desk.first, filing, `lines/${filing.lineIds[0]}/decision`, { months: [4], reason: 'not_working', words: 'x' })).toMatchObject({ status: 422, body: { code: 'review.line.month_not_claimed' } });
    expect(await act(service, desk.first, filing, 'lines/1/decision', { months: [1], reason: 'not_working', words: 'x' })).toMatchObject({ status: 404, body: { code: 'review.line.not_found' } });
  });

  it('can be decided again until the check is handed on; the words are sealed', async () => {
    const filing = await waiting(1, 1);
    await begun(service, desk, filing);
    await act(service, desk.first, filing, 'clear-lines');
    await act(service, desk.first, filing, `lines/${filing.lineIds[0]}/decision`, { months: [1, 2], reason: 'not_working', words: '只来过两个月' });
    const { body } = await desk.second.get(`/api/v1/reviews/${filing.declarationId}/lines`);
    expect(body).toMatchObject({ items: [{ name: '某*', decision: { months: ['2025-01', '2025-02'], reason: 'not_working', words: '只来过两个月', together: false } }] });
    const [stored] = await managerOf(service).query('SELECT words FROM line_decision WHERE line_id = $1', [filing.lineIds[0]]) as [{ words: string }];
    expect(stored.words).not.toContain('只来过');
    await act(service, desk.first, filing, 'first-check');
    expect(await act(service, desk.first, filing, `lines/${filing.lineIds[0]}/decision`, { months: [1], reason: 'not_working', words: 'x' })).toMatchObject({ status: 409, body: { code: 'review.check.not_open' } });
  });

  it('shows by filter what is doubtful, undecided, refused', async () => {
    const filing = await waiting(3, 1);
    await begun(service, desk, filing);
    const lines = async (filter: string): Promise<readonly string[]> => ((await desk.first.get(`/api/v1/reviews/${filing.declarationId}/lines?filter=${filter}`)).body as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(await lines('all')).toEqual(filing.lineIds);
    expect(await lines('doubtful')).toEqual(filing.lineIds.slice(1));
    await act(service, desk.first, filing, 'clear-lines');
    await act(service, desk.first, filing, `lines/${filing.lineIds[1]}/decision`, { months: [], reason: 'not_working', words: 'x' });
    expect(await lines('undecided')).toEqual([filing.lineIds[2]]);
    expect(await lines('refused')).toEqual([filing.lineIds[1]]);
    const { body } = await desk.first.get(`/api/v1/reviews/${filing.declarationId}/lines?limit=1`);
    expect((body as { next: string | null }).next).not.toBeNull();
  });
});

describe('who may not', () => {
  it('the same person does not check twice, whatever roles the account has', async () => {
    const filing = await waiting(1, 1);
    await begun(service, desk, filing);
    await act(service, desk.first, filing, 'clear-lines');
    await act(service, desk.first, filing, 'first-check');
    await managerOf(service).query(`UPDATE membership SET role = 'second_reviewer' WHERE id = $1`, [desk.first.membershipId]);
    expect(await act(service, desk.first, filing, 'second-check')).toMatchObject({ status: 403, body: { code: 'review.check.same_person' } });
    await managerOf(service).query(`UPDATE membership SET role = 'first_reviewer' WHERE id = $1`, [desk.first.membershipId]);
    expect(await stateOf(filing)).toBe('second_check');
  });

  it('whoever decided a line before a colleague took over does not confirm it either', async () => {
    const filing = await waiting(1, 1);
    await begun(service, desk, filing);
    await act(service, desk.first, filing, 'clear-lines');
    const colleague = await signedInAs(service, { role: 'first_reviewer', regionCode: HUZHOU });
    expect(await act(service, colleague, filing, 'first-check')).toMatchObject({ status: 409, body: { code: 'review.check.other_checker' } });
    expect(await act(service, colleague, filing, 'take-over')).toMatchObject({ status: 200 });
    expect(await act(service, desk.first, filing, 'first-check')).toMatchObject({ status: 409, body: { code: 'review.check.other_checker' } });
    await act(service, colleague, filing, 'first-check');
    await managerOf(service).query(`UPDATE membership SET role = 'second_reviewer' WHERE id = $1`, [desk.first.membershipId]);
    expect(await act(service, desk.first, filing, 'second-check')).toMatchObject({ status: 403, body: { code: 'review.check.same_person' } });
    await managerOf(service).query(`UPDATE membership SET role = 'first_reviewer' WHERE id = $1`, [desk.first.membershipId]);
  });

  it.each(['accept', 'begin', 'take-over', 'clear-lines', 'lines/1/decision', 'first-check', 'return', 'count-as-none', 'objection', 'correction', 'correction/drop'])('second reviewers, monitors and clerks: %s', async (path) => {
    const filing = await waiting(1, 0);
    for (const actor of [desk.second, desk.monitor, filing.clerk]) expect((await act(service, actor, filing, path, { words: 'x', items: [{ need: 'facts' }], months: [], reason: 'other' })).status).toBe(403);
    expect(await stateOf(filing)).toBe('checking');
  });

  it.each(['second-check', 'send-back'])('first reviewers, monitors and clerks: %s', async (path) => {
    const filing = await waiting(1, 0);
    for (const actor of [desk.first, desk.monitor, filing.clerk]) expect((await act(service, actor, filing, path, { words: 'x' })).status).toBe(403);
  });

  it('nobody of another region, and no clerk reads the desk', async () => {
    const filing = await waiting(1, 0);
    const elsewhere = await signedInAs(service, { role: 'first_reviewer', regionCode: '370303' });
    expect((await act(service, elsewhere, filing, 'accept')).status).toBe(404);
    expect((await elsewhere.get(`/api/v1/reviews/${filing.declarationId}`)).status).toBe(404);
    expect((await filing.clerk.get(`/api/v1/reviews/${filing.declarationId}`)).status).toBe(403);
    expect((await filing.clerk.get('/api/v1/reviews')).status).toBe(403);
  });
});

it('two reviewers at once: one is taken, the other is told', async () => {
  const filing = await waiting(1, 0);
  const version = await versionOf(service, filing);
  const colleague = await signedInAs(service, { role: 'first_reviewer', regionCode: HUZHOU });
  const answers = await Promise.all([desk.first, colleague].map((actor) => actor.post(`/api/v1/reviews/${filing.declarationId}/accept`, { version })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'filing.declaration.stale' });
});

it('steps that the table does not know are refused', async () => {
  const filing = await waiting(1, 0);
  expect(await act(service, desk.first, filing, 'begin')).toMatchObject({ status: 422, body: { code: 'filing.declaration.act_not_possible' } });
  expect(await act(service, desk.second, filing, 'second-check')).toMatchObject({ status: 409, body: { code: 'review.check.not_open' } });
  expect(await act(service, desk.first, filing, 'clear-lines')).toMatchObject({ status: 409, body: { code: 'review.check.not_open' } });
  expect(await act(service, desk.first, filing, 'correction', { words: 'x' })).toMatchObject({ status: 422, body: { code: 'filing.declaration.act_not_possible' } });
});

describe('a person-month counts once', () => {
  it('a conflict stops the decision until somebody settles it', async () => {
    const worker = aWorkerId();
    const one = await aWaitingFiling(service, desk, [{ citizenId: worker }], 0);
    const other = await aWaitingFiling(service, desk, [{ citizenId: worker }], 0);
    await begun(service, desk, one);
    expect(await act(service, desk.first, one, `lines/${one.lineIds[0]}/decision`, { months: [...ALL_TWELVE], reason: 'paper_proves' })).toMatchObject({ status: 422, body: { code: 'review.line.conflict_open' } });
    const { body } = await desk.first.get(`/api/v1/reviews/${other.declarationId}/lines`);
    expect(body).toMatchObject({ items: [{ isClear: false, conflictId: expect.any(String) as string, contested: { open: expect.arrayContaining(['2025-01']) as string[] } }] });
  });

  it('where both were decided past each other, the second is told which months, and nothing is stored', async () => {
    const worker = aWorkerId();
    const one = await aWaitingFiling(service, desk, [{ citizenId: worker }], 0);
    await decided(service, desk, one, [[0, ALL_TWELVE, 'paper_proves']]);
    const other = await aWaitingFiling(service, desk, [{ citizenId: worker }], 0);
    // As if the conflict had been settled for this one although the months are counted already.
    await managerOf(service).query(`DELETE FROM claim_conflict WHERE registry_person_id = $1`, [one.persons[0]]);
    const answer = await decided(service, desk, other, [[0, ALL_TWELVE, 'paper_proves']]);
    expect(answer).toMatchObject({ status: 409, body: { code: 'review.check.months_conflict', errors: expect.arrayContaining([expect.objectContaining({ code: 'review.line.month_taken' })]) as object[] } });
    expect(await stateOf(other)).toBe('second_check');
  });
});

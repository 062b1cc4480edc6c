import { createHash } from 'node:crypto';
import { JSDOM } from 'jsdom';
import type { Response } from 'supertest';
import { addDays } from '../../../src/kernel/local-date.js';
import { regionCode } from '../../../src/kernel/region-code.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { filingNumber } from '../../../src/quota/filing/index.js';
import { aSubmittedFiling, type TestFiling } from '../../support/comparison.js';
import { aFiling, issue } from '../../support/collection.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { readerOf } from '../../support/form-reader.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';

jest.setTimeout(180_000);

let app: TestApp;
let inspector: Actor;
let decider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  inspector = await signedInAs(app, { role: 'inspector', regionCode: '370303' });
  decider = await signedInAs(app, { role: 'second_reviewer', regionCode: '370303' });
});
afterAll(() => app.close());

const soon = (): string => addDays(systemClock.today(), 10);
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const LINE = { name: '张三丰' };
const decided = (regionCode: string, lines: number = 3, parts: { readonly baseYear?: number; readonly state?: string } = {}): Promise<TestFiling> =>
  aSubmittedFiling(app, Array.from({ length: lines }, () => LINE), { regionCode, state: 'determined', ...parts });
const draw = async (who: Actor, over: object = {}): Promise<string> => {
  const { body } = await who.post('/api/v1/inspections', { name: '春季抽查', regionCode: '370303', baseYear: 2025, cases: 2, linesEach: 2, ...over }).expect(201);
  return body.id as string;
};
type Case = { readonly id: string; readonly declarationId: string; readonly number: string; readonly people: readonly number[]; readonly version: number; readonly lines: readonly { readonly id: string; readonly name: string }[] };
const casesOf = async (who: Actor, id: string): Promise<readonly Case[]> => (await who.get(`/api/v1/inspections/${id}/cases?limit=100`).expect(200)).body.items;
const one = async (who: Actor, id: string): Promise<Case> => (await who.get(`/api/v1/inspection-cases/${id}`).expect(200)).body;
const codeOf = ({ body }: Response): string => (body as { readonly code?: string }).code ?? '';
const act = async (who: Actor, id: string, path: string, body: object = {}): Promise<Response> => {
  const [row] = await managerOf(app).query('SELECT version FROM inspection_case WHERE id = $1', [id]) as [{ version: number }];
  return who.post(`/api/v1/inspection-cases/${id}/${path}`, { version: row.version, ...body });
};
const judge = async (who: Actor, id: string, line: string, body: object): Promise<Response> => who.put(`/api/v1/inspection-cases/${id}/lines/${line}`, { version: (await one(who, id)).version, ...body });
const handIn = (who: Actor, id: string, bytes: string, name: string) => app.http().post(`/api/v1/inspection-cases/${id}/papers`).set('Authorization', who.bearer).attach('file', Buffer.from(bytes), name);
/** As if its term had ended yesterday. */
const end = (id: string): Promise<unknown> => managerOf(app).query('UPDATE inspection_case SET due_on = $2 WHERE id = $1', [id, addDays(systemClock.today(), -1)]);

/** One case of a place of its own, whose employer has been asked. */
async function aCase(regionCode: string): Promise<{ readonly id: string; readonly clerk: Actor; readonly filing: TestFiling; readonly by: Actor; readonly other: Actor }> {
  const filing = await decided(regionCode);
  const by = await signedInAs(app, { role: 'inspector', regionCode });
  const campaign = await draw(by, { regionCode, cases: 1 });
  await by.post(`/api/v1/inspections/${campaign}/ask`, { dueOn: soon() }).expect(201);
  const [drawn] = await casesOf(by, campaign);
  return {
    id: drawn?.id ?? '', filing, by, clerk: await signedInAs(app, { role: 'employer_clerk', employerId: filing.employerId, organisationId: filing.employerId }), other: await signedInAs(app, { role: 'second_reviewer', regionCode }),
  };
}

describe('a draw', () => {
  it('takes decided filings by the smallest keys, and is drawn again from what is published: the seed, the list and the rule', async () => {
    const filings = await Promise.all([1, 2, 3, 4, 5].map((lines) => decided('370303', lines)));
    await decided('370303', 1, { state: 'submitted' });
    await decided('370303', 1, { baseYear: 2024 });
    await decided('370302', 1);
    const id = await draw(inspector, { cases: 3, seed: 'lottery-2026-118' });
    const { body } = await inspector.get(`/api/v1/inspections/${id}`).expect(200);
    expect(body).toMatchObject({ campaign: { population: 5, cases: 3, linesEach: 2, seed: 'lottery-2026-118', isListKept: true }, counts: { drawn: 3 } });
    const { campaign } = body as { campaign: { seed: string; cases: number; linesEach: number; populationDigest: string } };
    const list = (await inspector.get(`/api/v1/inspections/${id}/population`).set('Accept', 'text/csv').expect(200).expect('Content-Type', /^text\/csv/)).text;
    expect(sha(list)).toBe(campaign.populationDigest);
    const numberOf = ({ declarationId }: TestFiling): string => filingNumber({ id: declarationId, regionCode: regionCode('370303'), filingYear: 2026 });
    expect(list.trimEnd().split('\n')).toEqual(filings.map((filing) => `${numberOf(filing)},${filing.lineIds.length}`).sort());
    // Anybody with a calculator of SHA-256, from here on without anything of ours.
    const smallest = (texts: readonly string[], most: number): readonly string[] => texts.map((text) => [sha(text), text] as const).sort(([one], [other]) => (one < other ? -1 : 1)).slice(0, most).map(([, text]) => text);
    const people = new Map(list.trimEnd().split('\n').map((row) => row.split(',') as [string, string]));
    const again = smallest([...people.keys()].map((number) => `${campaign.seed}:${number}`), campaign.cases).map((key) => {
      const number = key.slice(campaign.seed.length + 1);
      return { number, people: smallest(Array.from({ length: Number(people.get(number)) }, (_, before) => `${key}:${before + 1}`), campaign.linesEach).map((person) => Number(person.slice(key.length + 1))) };
    });
    const cases = await casesOf(inspector, id);
    expect(cases.map(({ number, people: drawn }) => ({ number, people: drawn }))).toEqual(again);
    // Those are the filings and the people of these numbers.
    for (const one of cases) {
      const filing = filings.find(({ declarationId }) => declarationId === one.declarationId) as TestFiling;
      const lines = await managerOf(app).query('SELECT i.line_id::text AS line FROM inspection_line AS i WHERE i.case_id = $1 ORDER BY i.place', [one.id]) as { line: string }[];
      expect([one.number, lines.map(({ line }) => line)]).toEqual([numberOf(filing), one.people.map((ordinal) => filing.lineIds[ordinal - 1])]);
    }
    // The list stays as of then, whatever can be drawn today.
    await decided('370303');
    expect((await inspector.get(`/api/v1/inspections/${id}/population`).set('Accept', 'text/csv')).text).toBe(list);
    // Those that are being inspected are not drawn again, and no more are drawn than there are.
    const second = await draw(inspector, { cases: 100 });
    expect((await inspector.get(`/api/v1/inspections/${second}`)).body.campaign).toMatchObject({ population: 3, cases: 3, seed: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(codeOf(await inspector.post('/api/v1/inspections', { name: '再抽', regionCode: '370303', baseYear: 2025, cases: 1, linesEach: 1 }))).toBe('inspection.campaign.nothing_to_draw');
  });

  it('of which the list was not kept says so', async () => {
    await decided('370321');
    const by = await signedInAs(app, { role: 'inspector', regionCode: '370321' });
    const id = await draw(by, { regionCode: '370321', cases: 1 });
    await managerOf(app).query('UPDATE inspection_campaign SET population_list = NULL WHERE id = $1', [id]);
    expect(codeOf(await by.get(`/api/v1/inspections/${id}/population`))).toBe('inspection.campaign.list_not_found');
    const { text } = await app.http().get(`/inspections/${id}`).set({ Accept: 'text/html', Cookie: by.cookie }).expect(200);
    expect(text).toContain('这次抽取没有保存可抽名单');
    expect(text).not.toContain('population.csv');
  });

  it('by two at once never draws a filing twice', async () => {
    for (const _ of [1, 2, 3]) await decided('370304');
    const by = await signedInAs(app, { role: 'inspector', regionCode: '370304' });
    await Promise.all([draw(by, { regionCode: '370304', cases: 2 }), draw(by, { regionCode: '370304', cases: 2 })]);
    const rows = await managerOf(app).query(`SELECT count(*)::int AS cases, count(DISTINCT declaration_id)::int AS filings FROM inspection_case WHERE region_code = '370304'`) as unknown[];
    expect(rows).toEqual([{ cases: 3, filings: 3 }]);
  });

  it('lies in its scope, and is no secret kept from nobody', async () => {
    const elsewhere = await signedInAs(app, { role: 'inspector', regionCode: '370302' });
    expect(codeOf(await elsewhere.post('/api/v1/inspections', { name: '越界', regionCode: '370303', baseYear: 2025, cases: 1, linesEach: 1 }))).toBe('inspection.region_outside');
    const { body } = await inspector.get('/api/v1/inspections');
    expect((await elsewhere.get(`/api/v1/inspections/${body.items[0].id}`)).status).toBe(404);
    expect((await decider.post('/api/v1/inspections', {})).status).toBe(403);
    // Before it is asked an employer knows nothing of it.
    const [drawn] = await casesOf(inspector, body.items[0].id);
    const [row] = await managerOf(app).query('SELECT employer_id FROM inspection_case WHERE id = $1', [drawn?.id]) as [{ employer_id: string }];
    const clerk = await signedInAs(app, { role: 'employer_clerk', employerId: row.employer_id, organisationId: row.employer_id });
    expect([(await clerk.get(`/api/v1/inspection-cases/${drawn?.id}`)).status, (await clerk.get('/api/v1/inspection-cases')).body.items]).toEqual([404, []]);
    expect((await clerk.get(`/api/v1/inspections/${body.items[0].id}`)).status).toBe(403);
  });
});

describe('an inspection', () => {
  it('that finds nothing ends with that', async () => {
    const { id, clerk, by } = await aCase('370305');
    const messages = await managerOf(app).query('SELECT template FROM message WHERE account_id = $1', [clerk.accountId]) as unknown[];
    // The clerk joined after the question went out: nothing was sent to nobody.
    expect(messages).toEqual([]);
    const mine = await one(clerk, id);
    expect([mine.lines.map(({ name }) => name), (await one(by, id)).lines.map(({ name }) => name)]).toEqual([['张三丰', '张三丰'], ['张**', '张**']]);
    for (const line of mine.lines) expect((await judge(by, id, line.id, { finding: 'confirmed', months: [] })).status).toBe(204);
    expect(codeOf(await act(by, id, 'clear'))).toBe('inspection.case.proofs_run');
    const paper = await handIn(clerk, id, '%PDF-1.7\n', '工资单.pdf').field('line', mine.lines[0]?.id ?? '');
    expect(paper.status).toBe(201);
    expect(codeOf(await handIn(clerk, id, '<html>', 'a.pdf'))).toBe('inspection.paper.kind');
    expect((await act(clerk, id, 'answer')).status).toBe(204);
    expect(codeOf(await handIn(clerk, id, '%PDF-1.7\n', 'b.pdf'))).toBe('inspection.case.act_not_possible');
    const file = await by.get(`/api/v1/inspection-cases/${id}/papers/${paper.body.id}`).buffer(true).expect(200);
    expect([file.headers['content-type'], (file.body as Buffer).toString()]).toEqual(['application/pdf', '%PDF-1.7\n']);
    const [sealed] = await managerOf(app).query('SELECT name, content FROM inspection_paper WHERE id = $1', [paper.body.id]) as [{ name: string; content: string }];
    expect(`${sealed.name}${sealed.content}`).not.toMatch(/工资单|JVBERi/);
    const looks = await managerOf(app).query(`SELECT 1 FROM audit_entry WHERE kind = 'read' AND object_id = $1 AND account_id = $2`, [id, by.accountId]) as unknown[];
    expect(looks).toHaveLength(1);
    expect(codeOf(await act(by, id, 'propose', { grounds: '没有发现问题，不应提出。', dueOn: soon() }))).toBe('inspection.case.nothing_found');
    expect((await act(by, id, 'clear')).status).toBe(204);
    expect(await one(clerk, id)).toMatchObject({ state: 'clear', steps: [{ act: 'ask' }, { act: 'answer' }, { act: 'clear' }] });
  });

  it('that finds something hears the employer first, and is decided by somebody else', async () => {
    const { id, clerk, by, other, filing } = await aCase('370306');
    const [first, second] = (await one(by, id)).lines;
    for (const [body, code] of [
      [{ finding: 'partly', months: [], reason: 'no_wage' }, 'months_none'], [{ finding: 'partly', months: [1] }, 'reason_missing'], [{ finding: 'confirmed', months: [1] }, 'months_given'],
      [{ finding: 'partly', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], reason: 'no_wage' }, 'all_months'],
    ] as const) expect(codeOf(await judge(by, id, first?.id ?? '', body))).toBe(`inspection.line.${code}`);
    await judge(by, id, first?.id ?? '', { finding: 'partly', months: [1, 2], reason: 'no_wage' });
    await end(id);
    expect(codeOf(await act(by, id, 'propose', { grounds: '一月、二月没有工资记录。', dueOn: soon() }))).toBe('inspection.case.lines_open');
    await judge(by, id, second?.id ?? '', { finding: 'confirmed', months: [] });
    expect(codeOf(await by.put(`/api/v1/inspection-cases/${id}/lines/${second?.id}`, { version: 1, finding: 'confirmed', months: [] }))).toBe('inspection.case.stale');
    expect(codeOf(await act(by, id, 'clear'))).toBe('inspection.case.something_found');
    // It let its term pass without a word: it can be judged, and is heard all the same.
    expect((await act(by, id, 'propose', { grounds: '一月、二月没有工资记录。', dueOn: soon() })).status).toBe(204);
    const messages = await managerOf(app).query('SELECT template FROM message WHERE account_id = $1', [clerk.accountId]) as unknown[];
    expect(messages).toEqual([{ template: 'inspection.proposed' }]);
    expect(codeOf(await act(other, id, 'decide', { outcome: 'confirm', decision: '没有申辩。' }))).toBe('inspection.case.defence_runs');
    expect((await act(by, id, 'decide', { outcome: 'confirm', decision: '自己决定。' })).status).toBe(403);
    expect((await act(clerk, id, 'defend', { defence: '一月、二月的工资在三月一起发了，见银行流水。' })).status).toBe(204);
    expect(codeOf(await act(clerk, id, 'defend', { defence: '再说一次。' }))).toBe('inspection.case.act_not_possible');
    const [sealed] = await managerOf(app).query('SELECT grounds, defence FROM inspection_case WHERE id = $1', [id]) as [{ grounds: string; defence: string }];
    expect(sealed.grounds + sealed.defence).not.toMatch(/工资/);
    expect(await one(other, id)).toMatchObject({ state: 'defended', words: { grounds: '一月、二月没有工资记录。', defence: '一月、二月的工资在三月一起发了，见银行流水。' }, lines: [{ refused: [1, 2], reason: 'no_wage' }, { refused: [] }] });
    expect((await act(other, id, 'decide', { outcome: 'confirm', decision: '流水对不上，不采纳。' })).status).toBe(204);
    expect(await one(clerk, id)).toMatchObject({ state: 'found', corrected: null, words: { decision: '流水对不上，不采纳。' } });
    // The correction that follows is shown where it was asked for.
    await issue(app, aFiling(app, filing.declarationId, filing.employerId, { regionCode: '370306', outcome: 'corrected', countedMonths: 10 }, 2));
    expect(await one(clerk, id)).toMatchObject({ corrected: { number: expect.stringMatching(/^残审认/) } });
  });

  it('is dropped where the defence holds', async () => {
    const { id, clerk, by, other } = await aCase('370321');
    for (const { id: line } of (await one(by, id)).lines) await judge(by, id, line, { finding: 'not_confirmed', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], reason: 'no_proof' });
    await act(clerk, id, 'answer');
    await act(by, id, 'propose', { grounds: '没有提供任何证明材料。', dueOn: soon() });
    expect((await handIn(clerk, id, '%PDF-1.7\n', '合同.pdf')).status).toBe(201);
    await act(clerk, id, 'defend', { defence: '材料已经补上。' });
    expect((await act(other, id, 'decide', { outcome: 'drop', decision: '材料齐全，采纳。' })).status).toBe(204);
    expect((await one(clerk, id)) as unknown).toMatchObject({ state: 'clear' });
  });

  it('of another employer is nobody’s to see', async () => {
    const { id } = await aCase('370322');
    const stranger = await signedInAs(app, { role: 'employer_clerk' });
    for (const path of ['', '/papers/00000000-0000-4000-8000-000000000000']) expect((await stranger.get(`/api/v1/inspection-cases/${id}${path}`)).status).toBe(404);
    expect((await act(stranger, id, 'answer')).status).toBe(404);
    expect((await act(inspector, id, 'clear')).status).toBe(404);
  });
});

describe('its pages', () => {
  const HTML = { Accept: 'text/html,*/*;q=0.8', 'Sec-Fetch-Site': 'same-origin' };
  const wordsOf = ({ text }: Response): string => (new JSDOM(text).window.document.querySelector('main')?.textContent ?? '').replace(/\s+/g, '');

  it('lead through all of it without a script', async () => {
    const { id, clerk, by } = await aCase('370323');
    const [line] = (await one(by, id)).lines;
    const open = (who: Actor, path: string) => app.http().get(path).set({ ...HTML, Cookie: who.cookie }).redirects(0);
    expect(wordsOf(await open(clerk, '/inspection-cases'))).toContain('等待材料');
    const mine = wordsOf(await open(clerk, `/inspection-cases/${id}`));
    for (const words of ['张三丰', '提交材料', '春季抽查']) expect(mine).toContain(words);
    // A proof without its file, or one that is not taken, keeps the person who was chosen for it.
    const reader = await readerOf(app, clerk).open(`/inspection-cases/${id}`);
    const [person] = (await one(clerk, id)).lines;
    for (const [bytes, filename] of [['', ''], ['<html>', '合同.pdf']] as const) {
      const { status, text } = await reader.raw().post(`/inspection-cases/${id}/papers`).field('_csrf', reader.valueOf('_csrf') ?? '').field('line', person?.id ?? '').attach('file', Buffer.from(bytes), { filename });
      expect([status, new JSDOM(text).window.document.querySelector<HTMLSelectElement>('select[name="line"]')?.value]).toEqual([422, person?.id]);
    }
    const theirs = wordsOf(await open(by, `/inspection-cases/${id}`));
    expect(theirs).not.toContain('张三丰');
    expect(theirs).toContain('核查');
    expect(wordsOf(await open(by, `/inspection-cases/${id}/lines/${line?.id}`))).toContain('不确认的月份');
    expect((await open(clerk, `/inspection-cases/${id}/lines/${line?.id}`)).status).toBe(403);
    expect(wordsOf(await open(by, '/inspections'))).toContain('春季抽查');
    // What a second draw needs stands on the page of the campaign: list, digest, rule, numbers.
    const [campaign = ''] = /\/inspections\/[0-9a-f-]{36}/.exec((await open(by, '/inspections')).text) ?? [];
    const page = await open(by, campaign);
    const file = await open(by, `${campaign}/population.csv`);
    expect([file.status, file.headers['content-disposition']]).toEqual([200, 'attachment; filename="population.csv"']);
    const [number = ''] = /^370323-\d{4}-[0-9A-F]{5}-[0-9A-F]{5}/.exec(file.text) ?? [];
    expect(number).not.toBe('');
    for (const words of [sha(file.text), number, '怎样核对抽取']) expect(wordsOf(page)).toContain(words);
    expect(page.text).toContain(`href="${campaign}/population.csv"`);
    expect((await open(clerk, `${campaign}/population.csv`)).status).toBe(403);
  });
});

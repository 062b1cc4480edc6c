import type { Caller } from '../../../src/platform/access/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { CompareSubmittedJob } from '../../../src/quota/comparison/app/compare-submitted.job.js';
import { Declarations, ReadFiling, type DeclarationAct } from '../../../src/quota/filing/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aDeclaration, anEmployer } from '../../support/filing.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';

let service: TestApp;
let employerId: string;
let clerk: Actor;

beforeAll(async () => {
  service = await startTestApp();
  employerId = await anEmployer(service);
  clerk = await signedInAs(service, { role: 'employer_clerk', organisationId: employerId, employerId });
});
afterAll(() => service.close());

const callerOf = (actor: Actor, scope: Caller['scope']): Caller => ({
  accountId: actor.accountId, machineKeyId: null, client: null, sessionId: null, membershipId: actor.membershipId, role: 'employer_clerk', organisationId: employerId, scope, permissions: new Set(), via: 'cookie',
});
const own = (): Caller => callerOf(clerk, { kind: 'employer', employerId, merged: [] });
const stranger = (): Caller => callerOf(clerk, { kind: 'employer', employerId: '00000000-0000-4000-8000-000000000000', merged: [] });
const declarations = (): Declarations => service.app.nest.get(Declarations, { strict: false });
const filings = (): ReadFiling => service.app.nest.get(ReadFiling, { strict: false });
const step = (id: string, act: DeclarationAct, version: number | null, over: { reason?: string; words?: string; caller?: Caller } = {}) =>
  service.app.nest.get(UnitOfWork).run((tx) => declarations().step(tx, over.caller ?? own(), id, act, { version, reason: over.reason ?? null, words: over.words ?? null }));

let year = 2015;
const another = (over: Parameters<typeof aDeclaration>[2] = {}): Promise<string> => aDeclaration(service, employerId, { baseYear: year++, ...over });

describe('a step of a declaration', () => {
  it('writes the state, the trail, the audit and the job together', async () => {
    const id = await another();
    const head = await step(id, 'submit', 1, { reason: 'window', words: '张三说的话' });
    expect(head).toMatchObject({ id, state: 'submitted', version: 2, isLate: false, employerId, currentVersion: 1 });
    expect(head.submittedAt).not.toBeNull();
    const { items } = await filings().steps(own(), id, {});
    expect(items).toEqual([expect.objectContaining({ act: 'submit', fromState: 'draft', toState: 'submitted', actor: clerk.accountId, role: 'employer_clerk', reason: 'window', words: '张三说的话', versionNumber: 1 })]);
    const [stored] = await managerOf(service).query('SELECT words FROM declaration_step WHERE declaration_id = $1', [id]) as { words: string }[];
    expect(stored?.words).not.toContain('张三');
    const audited = await managerOf(service).query(`SELECT act, detail FROM audit_entry WHERE object_id = $1`, [id]) as { act: string }[];
    expect(audited).toEqual([{ act: 'filing.declaration.submit', detail: { from: 'draft', to: 'submitted', version: 1, reason: 'window' } }]);
    const jobs = await managerOf(service).query(`SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'declarationId' = $1`, [id]) as unknown[];
    expect(jobs).toEqual([{ payload: { declarationId: id } }]);
  });

  it('is refused where the table has none, and nothing is written', async () => {
    const id = await another();
    await expect(step(id, 'determine', 1)).rejects.toMatchObject({ code: 'filing.declaration.act_not_possible', params: { act: 'determine', state: 'draft' } });
    expect(await filings().head(own(), id)).toMatchObject({ state: 'draft', version: 1 });
    expect((await filings().steps(own(), id, {})).items).toEqual([]);
  });

  it('is refused on what somebody has changed since', async () => {
    const id = await another();
    await step(id, 'declare_nothing', 1);
    await expect(step(id, 'reopen', 1)).rejects.toMatchObject({ code: 'filing.declaration.stale', params: { seen: 1, now: 2 } });
    expect((await step(id, 'reopen', 2)).state).toBe('draft');
  });

  it('knows nothing outside the scope', async () => {
    const id = await another();
    await expect(step(id, 'submit', 1, { caller: stranger() })).rejects.toMatchObject({ code: 'filing.declaration.not_found' });
    await expect(filings().head(stranger(), id)).rejects.toMatchObject({ code: 'filing.declaration.not_found' });
    await expect(filings().head(own(), 'no id')).rejects.toMatchObject({ code: 'filing.declaration.not_found' });
    expect((await filings().steps(stranger(), id, {})).items).toEqual([]);
    expect(await filings().head(callerOf(clerk, { kind: 'region', prefix: '3703' }), id)).toMatchObject({ id });
    await expect(filings().head(callerOf(clerk, { kind: 'region', prefix: '3704' }), id)).rejects.toMatchObject({ code: 'filing.declaration.not_found' });
  });

  it('past the deadline marks it late for good', async () => {
    const id = await another();
    expect(await step(id, 'pass_deadline', null)).toMatchObject({ state: 'late', isLate: true });
    expect(await step(id, 'submit', null)).toMatchObject({ state: 'submitted', isLate: true });
  });

  it('two at once: one is taken, the other is told', async () => {
    const id = await another();
    const answers = await Promise.allSettled([step(id, 'submit', 1), step(id, 'declare_nothing', 1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await filings().steps(own(), id, {})).items).toHaveLength(1);
  });
});

describe('the next version', () => {
  it('is a copy of the last, and the old one stays', async () => {
    const id = await another();
    await managerOf(service).query(`UPDATE filing_version SET monthly_staff = ARRAY[NULL, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31], total_wages = 123456789012 WHERE declaration_id = $1`, [id]);
    await service.app.nest.get(UnitOfWork).run(async (tx) => {
      await declarations().lock(tx, own(), id, 1);
      expect(await declarations().newVersion(tx, own(), id)).toBe(2);
    });
    const [latest, first] = await filings().versions(own(), id);
    expect(latest).toMatchObject({ number: 2, createdBy: clerk.accountId, submittedAt: null, monthlyStaff: [null, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31], totalWages: 123456789012n });
    expect(first).toMatchObject({ number: 1, createdBy: null });
    expect(await filings().head(own(), id)).toMatchObject({ currentVersion: 2, version: 2 });
  });
});

it.each([['on time, is due with its window', '2999-10-31', '2999-10-31'], ['late, is not overdue from its first day', '2020-10-31', null]] as const)('a filing that came in %s', async (_, deadline, due) => {
  const id = await another({ deadline });
  await step(id, 'submit', 1);
  await service.app.nest.get(CompareSubmittedJob, { strict: false }).handle({ declarationId: id });
  expect(await filings().head(own(), id)).toMatchObject({ state: 'checking', dueOn: due });
});

it('a filing that came in is handed on, once', async () => {
  const id = await another();
  await step(id, 'submit', 1);
  const job = service.app.nest.get(CompareSubmittedJob, { strict: false });
  await job.handle({ declarationId: id });
  await job.handle({ declarationId: id });
  expect(await filings().head(own(), id)).toMatchObject({ state: 'checking' });
  expect((await filings().steps(own(), id, {})).items.map(({ act, actor }) => [act, actor])).toEqual([['submit', clerk.accountId], ['compare', null]]);
});

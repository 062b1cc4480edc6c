import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { CompareOne, CompareYear } from '../../../src/quota/comparison/index.js';
import { TellConflictsJob } from '../../../src/quota/comparison/app/tell-conflicts.job.js';
import { TellVoidJob } from '../../../src/quota/comparison/app/tell-void.job.js';
import { ALL_MONTHS } from '../../../src/quota/counting/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aBatch, aSubmittedFiling, aWorkerId, insured, type FilingParts, type TestFiling, type TestLine } from '../../support/comparison.js';
import { aUscc } from '../../support/employers.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';

const EVERYWHERE = { kind: 'region', prefix: '' } as const;
const mask = (...months: number[]): number => months.reduce((sum, month) => sum | (1 << (month - 1)), 0);
const named = (...months: number[]): string[] => months.map((month) => `2025-${String(month).padStart(2, '0')}`);

let service: TestApp;
let reviewer: Actor;
beforeAll(async () => {
  service = await startTestApp();
  reviewer = await signedInAs(service, { role: 'first_reviewer', regionCode: '370000' });
});
afterAll(() => service.close());

const compare = (filing: TestFiling) => service.app.nest.get(UnitOfWork).run((tx) => service.app.nest.get(CompareOne, { strict: false }).run(tx, EVERYWHERE, { id: filing.declarationId, baseYear: 2025 }));
const filing = (line: TestLine, parts: FilingParts = {}): Promise<TestFiling> => aSubmittedFiling(service, [line], { regionCode: '370303', ...parts });
const clerkOf = ({ employerId }: TestFiling): Promise<Actor> => signedInAs(service, { role: 'employer_clerk', organisationId: employerId, employerId });

type Side = { uscc: string; claimed: string[]; counted: string[]; givenAway: string[]; insured: string[]; awarded: string[] | null; declarationId: string | null; isInScope: boolean };
type Shown = { id: string; state: string; overlapping: string[]; unagreed: string[]; sides: Side[]; version: number; reason: string | null; words: string | null; citizenIdMasked: string };

async function conflictsOf({ declarationId }: TestFiling, state: 'open' | 'settled' = 'open', by: Actor = reviewer): Promise<readonly string[]> {
  const { body, status } = await by.get(`/api/v1/conflicts?state=${state}&filing=${declarationId}`);
  expect(status).toBe(200);
  return (body as { items: { id: string }[] }).items.map(({ id }) => id);
}
async function conflictOf(one: TestFiling, by: Actor = reviewer): Promise<Shown> {
  const [id] = await conflictsOf(one, 'open', by);
  const { body } = await by.get(`/api/v1/conflicts/${id}`);
  return body as Shown;
}
const settle = (by: Actor, id: string, body: object) => by.post(`/api/v1/conflicts/${id}/settle`, { version: 1, reason: 'contract_here', ...body });
const doubtOf = async ({ declarationId }: TestFiling): Promise<number> => ((await managerOf(service).query('SELECT doubt FROM declaration WHERE id = $1', [declarationId])) as { doubt: number }[])[0]?.doubt ?? -1;
const messagesOf = async (actor: Actor): Promise<readonly string[]> => ((await managerOf(service).query('SELECT template FROM message WHERE account_id = $1 ORDER BY created_at, id', [actor.accountId])) as { template: string }[]).map(({ template }) => template);

/** How often each filing was handed to the clerks of ended settlements, by the jobs that wait. */
const voidTold = async (...filings: readonly TestFiling[]): Promise<readonly number[]> => {
  const jobs = await managerOf(service).query(`SELECT payload->'filings' AS filings FROM graphile_worker._private_jobs AS j JOIN graphile_worker._private_tasks AS t ON t.id = j.task_id WHERE t.identifier = 'comparison.tell-void'`) as { filings: [string, number][] }[];
  return filings.map(({ declarationId }) => jobs.flatMap((job) => job.filings).filter(([id]) => id === declarationId).length);
};

const countedAt = ({ employerId, declarationId }: TestFiling, person: string, months: readonly number[]): Promise<unknown> => managerOf(service).query(
  `INSERT INTO counted_person_month (registry_person_id, month, employer_id, declaration_id, weight, counted_at) SELECT $1, 202500 + m, $2, $3, 1, now() FROM unnest($4::int[]) AS v (m)`, [person, employerId, declarationId, months],
);
/** The national platform's word about a person, as a file of its has told it. */
async function platformSays({ declarationId }: TestFiling, person: string, result: 'counted' | 'not_counted' | 'pending', months: number | null): Promise<void> {
  const file = randomUUID();
  await managerOf(service).query(`INSERT INTO platform_file (id, declaration_id, received_at, digest, year_told, rows_in, accepted, unchanged, rejected, removed) VALUES ($1, $2, now(), '\\x00', true, 1, 1, 0, 0, 0)`, [file, declarationId]);
  await managerOf(service).query('INSERT INTO platform_line (declaration_id, registry_person_id, file_id, result, counted_months) VALUES ($1, $2, $3, $4, $5)', [declarationId, person, file, result, months]);
}

/** Two filings that claim the same person. */
async function two(one: TestLine, other: TestLine, parts: FilingParts = {}): Promise<readonly [TestFiling, TestFiling]> {
  const citizenId = aWorkerId();
  const filings = [await filing({ citizenId, ...one }), await filing({ citizenId, ...other }, parts)] as const;
  for (const each of filings) await compare(each);
  return filings;
}

describe('the same person at two employers', () => {
  it('in the same months is a conflict of both, which the machine does not settle', async () => {
    const [a, b] = await two({ months: mask(1, 2, 3, 4) }, { months: mask(4, 5) });
    const conflict = await conflictOf(a);
    expect(await conflictsOf(b)).toEqual([conflict.id]);
    expect(conflict).toMatchObject({ state: 'open', overlapping: named(4), unagreed: [], citizenIdMasked: expect.stringContaining('*') });
    expect(new Map(conflict.sides.map(({ uscc, claimed }) => [uscc, claimed]))).toEqual(new Map([[a.uscc, named(1, 2, 3, 4)], [b.uscc, named(4, 5)]]));
    // One doubtful line (no register) and the conflict.
    expect([await doubtOf(a), await doubtOf(b)]).toEqual([2, 2]);
  });

  it('one after the other is none', async () => {
    const [a, b] = await two({ months: mask(1, 2, 3) }, { months: mask(4, 5) });
    expect([await conflictsOf(a), await conflictsOf(b)]).toEqual([[], []]);
  });

  it('shows insurance by each of them to whoever settles', async () => {
    const citizenId = aWorkerId();
    const [a, b] = [await filing({ citizenId }), await filing({ citizenId })];
    const batch = await aBatch(service, 'insurance', '市医疗保障局');
    await insured(service, batch, a.persons[0] as string, b.uscc, mask(7, 8));
    for (const each of [a, b]) await compare(each);
    expect(new Map((await conflictOf(a)).sides.map((side) => [side.uscc, side.insured]))).toEqual(new Map([[a.uscc, []], [b.uscc, named(7, 8)]]));
  });

  it('of which one was determined before stands against what was counted then', async () => {
    const citizenId = aWorkerId();
    const old = await filing({ citizenId }, { state: 'determined' });
    await countedAt(old, old.persons[0] as string, [5, 6]);
    const late = await filing({ citizenId, months: mask(6, 7) });
    await compare(late);
    expect(await conflictOf(late)).toMatchObject({ overlapping: named(6), sides: expect.arrayContaining([expect.objectContaining({ uscc: old.uscc, counted: named(5, 6) })]) });
  });

  it('whom the national platform has determined at another employer stands against it, whatever became of that filing here', async () => {
    const citizenId = aWorkerId();
    const there = await filing({ citizenId, months: mask(1, 2, 3, 4) }, { state: 'draft' });
    const here = await filing({ citizenId, months: mask(4, 5, 6) });
    const [person] = there.persons as [string];
    for (const [result, months] of [['pending', null], ['not_counted', 0]] as const) {
      await platformSays(there, person, result, months);
      await compare(here);
      expect(await conflictsOf(here)).toEqual([]);
      await managerOf(service).query('DELETE FROM platform_line WHERE declaration_id = $1', [there.declarationId]);
    }
    await platformSays(there, person, 'counted', 4);
    await compare(here);
    expect(await conflictOf(here)).toMatchObject({ overlapping: named(4), sides: expect.arrayContaining([expect.objectContaining({ uscc: there.uscc, claimed: [], counted: named(1, 2, 3, 4) })]) });
    // More than the list here claims: it is not known which.
    await managerOf(service).query('UPDATE platform_line SET counted_months = 5 WHERE declaration_id = $1', [there.declarationId]);
    await compare(here);
    expect((await conflictOf(here)).overlapping).toEqual(named(4, 5, 6));
  });

  it('in another base year has nothing to do with it', async () => {
    const citizenId = aWorkerId();
    const [a, b] = [await filing({ citizenId }), await filing({ citizenId }, { baseYear: 2024 })];
    await compare(a);
    expect([await conflictsOf(a), await conflictsOf(b)]).toEqual([[], []]);
  });

  it('goes by itself when one side gives the months up, and comes back with them', async () => {
    const [a, b] = await two({ months: mask(1) }, { months: mask(1) });
    const { id } = await conflictOf(a);
    await managerOf(service).query('UPDATE roster_line SET months = 2 WHERE id = $1', [b.lineIds[0]]);
    await compare(b);
    expect([await conflictsOf(a), await doubtOf(a)]).toEqual([[], 1]);
    await managerOf(service).query('UPDATE roster_line SET months = 1 WHERE id = $1', [b.lineIds[0]]);
    await compare(b);
    expect(await conflictsOf(a)).toEqual([id]);
  });

  it('compared in the same moment are one conflict', async () => {
    const citizenId = aWorkerId();
    const filings = [await filing({ citizenId }), await filing({ citizenId }), await filing({ citizenId })];
    await Promise.all(filings.map(compare));
    const ids = await Promise.all(filings.map((one) => conflictsOf(one)));
    expect(new Set(ids.flat()).size).toBe(1);
    expect(ids.every(({ length }) => length === 1)).toBe(true);
  });

  it('a withdrawn filing claims nothing any more', async () => {
    const [a, b] = await two({}, {});
    await managerOf(service).query(`UPDATE declaration SET state = 'withdrawn' WHERE id = $1`, [b.declarationId]);
    await compare(a);
    expect(await conflictsOf(a)).toEqual([]);
  });
});

describe('a dispatched worker', () => {
  const dispatched = async (outMonths: number, inMonths: number, over: { readonly outTo?: string; readonly inFrom?: string } = {}): Promise<readonly [TestFiling, TestFiling]> => {
    const citizenId = aWorkerId();
    const [sender, receiver] = [await filing({}), await filing({})];
    const line = (one: TestFiling, counts: 'in' | 'out', months: number, otherUscc: string) =>
      managerOf(service).query(`UPDATE roster_line SET counts = $2, months = $3, other_uscc = $4, registry_person_id = (SELECT registry_person_id FROM roster_line WHERE id = $5) WHERE id = $1`, [one.lineIds[0], counts, months, otherUscc, sender.lineIds[0]]);
    expect(citizenId).toHaveLength(18);
    await line(sender, 'out', outMonths, over.outTo ?? receiver.uscc);
    await line(receiver, 'in', inMonths, over.inFrom ?? sender.uscc);
    for (const each of [sender, receiver]) await compare(each);
    return [sender, receiver];
  };

  it('whom both units agree about is no conflict', async () => {
    const [sender, receiver] = await dispatched(mask(1, 2), mask(1, 2));
    expect([await conflictsOf(sender), await conflictsOf(receiver)]).toEqual([[], []]);
  });

  it('named by the code of a branch, or of what was merged into the other unit, is no conflict', async () => {
    const [branch, gone] = [aUscc(), await filing({}, { baseYear: 2022 })];
    const [sender, receiver] = await dispatched(mask(1), mask(1), { outTo: branch, inFrom: gone.uscc });
    expect(await conflictsOf(sender)).toHaveLength(1);
    await managerOf(service).query(`INSERT INTO employer_establishment (id, employer_id, name, uscc, region_code) VALUES (gen_random_uuid(), $1, '分公司', $2, '370303')`, [receiver.employerId, branch]);
    await managerOf(service).query('UPDATE employer SET merged_into = $2 WHERE id = $1', [gone.employerId, sender.employerId]);
    await compare(sender);
    expect([await conflictsOf(sender), await conflictsOf(receiver)]).toEqual([[], []]);
  });

  it('of a branch that has filed nothing is told to the clerks of its employer', async () => {
    const [branch, named] = [aUscc(), await filing({}, { baseYear: 2022 })];
    await managerOf(service).query(`INSERT INTO employer_establishment (id, employer_id, name, uscc, region_code) VALUES (gen_random_uuid(), $1, '分公司', $2, '370303')`, [named.employerId, branch]);
    const clerk = await clerkOf(named);
    await service.app.nest.get(TellConflictsJob, { strict: false }).handle({ baseYear: 2025, filings: [], units: [[branch, 1]] }, { id: 'tell-branch', signal: new AbortController().signal } as never);
    expect(await messagesOf(clerk)).toEqual(['comparison.dispatch-named']);
  });

  it.each([['sender', 'determined'], ['receiver', 'determined'], ['sender', 'objected'], ['receiver', 'corrected']] as const)('whom both units agree about is none when the %s was %s first', async (who, state) => {
    const [sender, receiver] = await dispatched(mask(1, 2), mask(1, 2));
    const [decided, waiting] = who === 'sender' ? [sender, receiver] : [receiver, sender];
    await managerOf(service).query('UPDATE declaration SET state = $2 WHERE id = $1', [decided.declarationId, state]);
    if (who === 'receiver') await countedAt(decided, sender.persons[0] as string, [1, 2]);
    await compare(waiting);
    expect(await conflictsOf(waiting)).toEqual([]);
  });

  it('stands by its agreement in the archive, unless the filing was refused', async () => {
    const archived = async (from: string): Promise<TestFiling> => {
      const [sender, receiver] = await dispatched(mask(1), mask(1));
      await managerOf(service).query(`UPDATE declaration SET state = 'archived' WHERE id = $1`, [sender.declarationId]);
      await managerOf(service).query(`INSERT INTO declaration_step (declaration_id, version_number, act, from_state, to_state, at) VALUES ($1, 1, 'archive', $2, 'archived', now())`, [sender.declarationId, from]);
      await compare(receiver);
      return receiver;
    };
    expect(await conflictsOf(await archived('determined'))).toEqual([]);
    expect((await conflictOf(await archived('refused'))).unagreed).toEqual(named(1));
  });

  it('about whose months the units differ is a conflict for those months, of both', async () => {
    const [sender, receiver] = await dispatched(mask(1, 2, 3), mask(2, 3, 4));
    expect(await conflictOf(sender)).toMatchObject({ overlapping: [], unagreed: named(1, 4) });
    expect(await conflictsOf(receiver)).toHaveLength(1);
  });

  it('of a unit that has filed nothing is asked about', async () => {
    const unknown = '91370303MA3C0AAA0X';
    const [sender] = await dispatched(mask(1), mask(1), { outTo: unknown });
    expect((await conflictOf(sender)).sides).toEqual(expect.arrayContaining([expect.objectContaining({ uscc: unknown, declarationId: null })]));
  });

  it('of a registered unit that has filed nothing is told to its clerks, with no word of who named it', async () => {
    const named = await filing({}, { baseYear: 2024 });
    const clerk = await clerkOf(named);
    const [sender] = await dispatched(mask(1), mask(1), { outTo: named.uscc });
    expect((await conflictOf(sender)).sides).toEqual(expect.arrayContaining([expect.objectContaining({ uscc: named.uscc, declarationId: null })]));
    const jobs = await managerOf(service).query(`SELECT payload->'units' AS units FROM graphile_worker._private_jobs WHERE (payload->'units')::jsonb @> $1::jsonb`, [JSON.stringify([[named.uscc, 1]])]) as { units: unknown }[];
    expect(jobs).toEqual([{ units: [[named.uscc, 1]] }]);
    await service.app.nest.get(TellConflictsJob, { strict: false }).handle({ baseYear: 2025, filings: [], units: [[named.uscc, 1]] }, { id: 'tell-units', signal: new AbortController().signal } as never);
    expect(await messagesOf(clerk)).toEqual(['comparison.dispatch-named']);
  });

  it('whom the sender counts as well is claimed twice', async () => {
    const [a, b] = await two({ months: mask(1) }, { months: mask(1) });
    await managerOf(service).query(`UPDATE roster_line SET counts = 'in', other_uscc = $2 WHERE id = $1`, [b.lineIds[0], a.uscc]);
    await compare(b);
    expect(await conflictOf(a)).toMatchObject({ overlapping: named(1), unagreed: named(1) });
  });
});

describe('settling', () => {
  it('gives each month to one side at most, tells the clerks of both, and stands when looked at again', async () => {
    const [a, b] = await two({ months: mask(1, 2) }, { months: mask(1, 2) });
    const [clerkA, clerkB] = [await clerkOf(a), await clerkOf(b)];
    const { id } = await conflictOf(a);
    const { status } = await settle(reviewer, id, { awards: [{ uscc: a.uscc, months: [1] }], words: '电话核实' });
    expect(status).toBe(204);
    const { body } = await reviewer.get(`/api/v1/conflicts/${id}`);
    expect(body).toMatchObject({ state: 'settled', reason: 'contract_here', words: '电话核实' });
    expect(new Map((body as Shown).sides.map(({ uscc, awarded }) => [uscc, awarded]))).toEqual(new Map([[a.uscc, named(1)], [b.uscc, []]]));
    expect([await messagesOf(clerkA), await messagesOf(clerkB)]).toEqual([['comparison.conflict-settled'], ['comparison.conflict-settled']]);
    expect((await managerOf(service).query('SELECT words FROM claim_conflict WHERE id = $1', [id]) as { words: string }[])[0]?.words).not.toContain('核实');
    await compare(a);
    expect([await conflictsOf(a), await conflictsOf(a, 'settled'), await doubtOf(a)]).toEqual([[], [id], 1]);

    const { body: lines } = await clerkA.get(`/api/v1/filings/${a.declarationId}/comparison/lines`);
    expect((lines as { items: { contest: object }[] }).items[0]?.contest).toEqual({ months: named(1, 2), awarded: named(1) });
    expect(JSON.stringify(lines)).not.toContain(b.uscc);
  });

  it.each([
    ['a month at two sides', (a: TestFiling, b: TestFiling) => [{ uscc: a.uscc, months: [1] }, { uscc: b.uscc, months: [1] }], 'comparison.conflict.month_twice'],
    ['a month that nobody contests', (a: TestFiling) => [{ uscc: a.uscc, months: [9] }], 'comparison.conflict.not_contested'],
    ['a stranger', () => [{ uscc: '91370303MA3C0AAA0X', months: [1] }], 'comparison.conflict.no_such_side'],
  ])('refuses %s', async (_, awards, code) => {
    const [a, b] = await two({ months: mask(1) }, { months: mask(1) });
    const { id } = await conflictOf(a);
    const { body, status } = await settle(reviewer, id, { awards: awards(a, b) });
    expect([status >= 400, (body as { code: string }).code]).toEqual([true, code]);
    expect(await conflictsOf(a)).toEqual([id]);
  });

  it('refuses what somebody else has changed or settled meanwhile', async () => {
    const [a] = await two({ months: mask(1) }, { months: mask(1) });
    const { id } = await conflictOf(a);
    expect((await settle(reviewer, id, { awards: [], version: 7 })).body).toMatchObject({ code: 'comparison.conflict.stale' });
    expect((await settle(reviewer, id, { awards: [] })).status).toBe(204);
    expect((await settle(reviewer, id, { awards: [], version: 2 })).body).toMatchObject({ code: 'comparison.conflict.already_settled' });
  });

  it('two reviewers at once: one settles, the other is told', async () => {
    const [a] = await two({ months: mask(1) }, { months: mask(1) });
    const { id } = await conflictOf(a);
    const statuses = (await Promise.all([settle(reviewer, id, { awards: [] }), settle(reviewer, id, { awards: [{ uscc: a.uscc, months: [1] }] })])).map(({ status }) => status).sort();
    expect(statuses).toEqual([204, 409]);
  });

  it('by whoever is responsible for one side gives that side up; to take it is for the federation above both', async () => {
    const [a, b] = await two({ months: mask(1, 2) }, { months: mask(2, 3) }, { regionCode: '330502' });
    const local = await signedInAs(service, { role: 'first_reviewer', regionCode: '370303' });
    const { id, sides } = await conflictOf(a, local);
    expect(new Map(sides.map(({ uscc, isInScope }) => [uscc, isInScope]))).toEqual(new Map([[a.uscc, true], [b.uscc, false]]));
    expect((await settle(local, id, { awards: [{ uscc: a.uscc, months: [2] }] })).body).toMatchObject({ code: 'comparison.conflict.beyond_scope' });
    expect((await settle(local, id, { reason: 'employer_gave_up' })).status).toBe(204);
    const { body } = await local.get(`/api/v1/conflicts/${id}`);
    expect(new Map((body as Shown).sides.map(({ uscc, awarded }) => [uscc, awarded]))).toEqual(new Map([[a.uscc, []], [b.uscc, named(2)]]));
  });

  it('of a dispatch is told to the unit that it names, too, though that one has filed nothing', async () => {
    const unit = await filing({}, { baseYear: 2024 });
    const [sender, clerk] = [await filing({ months: mask(1, 2) }), await clerkOf(unit)];
    await managerOf(service).query(`UPDATE roster_line SET counts = 'out', other_uscc = $2 WHERE id = $1`, [sender.lineIds[0], unit.uscc]);
    await compare(sender);
    expect((await settle(reviewer, (await conflictOf(sender)).id, { awards: [] })).status).toBe(204);
    expect(await messagesOf(clerk)).toEqual(['comparison.dispatch-settled']);
  });

  it('for an employer that withdraws then is void: the months are the other’s again, and in question again when they come back', async () => {
    const [a, b] = await two({ months: mask(1, 2) }, { months: mask(1, 2) });
    const { id } = await conflictOf(a);
    expect((await settle(reviewer, id, { awards: [{ uscc: a.uscc, months: [1, 2] }] })).status).toBe(204);
    const stateOfA = (state: string): Promise<unknown> => managerOf(service).query('UPDATE declaration SET state = $2 WHERE id = $1', [a.declarationId, state]);
    expect(await voidTold(a, b)).toEqual([0, 0]);
    await stateOfA('withdrawn');
    await compare(b);
    await compare(b);
    expect(await voidTold(a, b)).toEqual([1, 1]);
    expect([await conflictsOf(b), await conflictsOf(b, 'settled'), await doubtOf(b)]).toEqual([[], [], 1]);
    await stateOfA('submitted');
    await compare(a);
    expect(await conflictOf(b)).toMatchObject({ id, reason: null, sides: [expect.objectContaining({ awarded: null }), expect.objectContaining({ awarded: null })] });
  });

  it('that is void is told once: to the clerks of every side, to the reviewers of those that wait for a decision', async () => {
    const [a, b] = await two({}, {}, { regionCode: '330502' });
    const [clerkA, clerkB] = [await clerkOf(a), await clerkOf(b)];
    const local = await signedInAs(service, { role: 'first_reviewer', regionCode: '330502' });
    const above = (await messagesOf(reviewer)).length;
    await managerOf(service).query(`UPDATE declaration SET state = 'withdrawn' WHERE id = $1`, [a.declarationId]);
    const job = service.app.nest.get(TellVoidJob, { strict: false });
    for (const _ of [1, 2]) await job.handle({ filings: [[a.declarationId, 1], [b.declarationId, 1]] }, { id: 'void-1', signal: new AbortController().signal } as never);
    expect([await messagesOf(clerkA), await messagesOf(clerkB), await messagesOf(local)]).toEqual([['comparison.settlement-void'], ['comparison.settlement-void'], ['comparison.settlement-void-here']]);
    expect(await messagesOf(reviewer)).toHaveLength(above);
  });

  it('is open again when more months are contested', async () => {
    const [a, b] = await two({ months: mask(1, 2) }, { months: mask(1) });
    const { id } = await conflictOf(a);
    await settle(reviewer, id, { awards: [] });
    await managerOf(service).query('UPDATE roster_line SET months = 3 WHERE id = $1', [b.lineIds[0]]);
    await compare(b);
    expect(await conflictOf(a)).toMatchObject({ id, overlapping: named(1, 2), reason: null });
    expect(await voidTold(a, b)).toEqual([1, 1]);
  });

  it('is for reviewers whose area has a side; a look at a person is noted', async () => {
    const [a] = await two({ months: mask(1) }, { months: mask(1) });
    const { id } = await conflictOf(a);
    const elsewhere = await signedInAs(service, { role: 'first_reviewer', regionCode: '110101' });
    const monitor = await signedInAs(service, { role: 'monitor', regionCode: '370000' });
    expect((await settle(elsewhere, id, { awards: [] })).status).toBe(404);
    expect((await elsewhere.get(`/api/v1/conflicts/${id}`)).status).toBe(404);
    expect((await settle(monitor, id, { awards: [] })).status).toBe(403);
    expect((await (await clerkOf(a)).get(`/api/v1/conflicts/${id}`)).status).toBe(403);
    const looks = await managerOf(service).query(`SELECT fields, purpose FROM audit_entry WHERE kind = 'read' AND account_id = $1 AND object_kind = 'registry_person' AND object_id = $2`, [reviewer.accountId, a.persons[0]]) as object[];
    expect(looks).toEqual([{ fields: ['masked', 'employers', 'insuredMonths'], purpose: 'conflict_opened' }]);
  });
});

describe('everybody with everybody', () => {
  it('finds the same as one after the other, tells each filing once, and a repeat changes nothing', async () => {
    const citizenId = aWorkerId();
    const parts = { baseYear: 2023 };
    const [a, b] = [await filing({ citizenId, contractStart: '2020-01-01' as never }, parts), await filing({ citizenId }, parts)];
    await filing({}, parts);
    const told: number[] = [];
    const run = () => service.app.nest.get(CompareYear, { strict: false }).run(EVERYWHERE, 2023, ({ filings }) => told.push(filings));
    expect(await run()).toMatchObject({ filings: 3, lines: 3, personMonths: 36, conflicts: 1 });
    expect(told).toEqual([3]);
    expect(await run()).toMatchObject({ filings: 3, lines: 3, changed: 0, conflicts: 0 });
    expect((await conflictOf(a)).overlapping).toHaveLength(12);
    expect(await doubtOf(b)).toBe(2);
    expect(ALL_MONTHS).toBe(4095);

    const clerk = await clerkOf(a);
    const job = service.app.nest.get(TellConflictsJob, { strict: false });
    for (const _ of [1, 2]) await job.handle({ baseYear: 2023, filings: [[a.declarationId, 1]], units: [] }, { id: 'tell-1', signal: new AbortController().signal } as never);
    expect(await messagesOf(clerk)).toEqual(['comparison.conflict-found']);
  });
});

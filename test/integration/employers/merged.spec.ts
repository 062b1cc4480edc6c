import { startTestApp, type TestApp } from '../../support/app.js';
import { aWorkerId } from '../../support/comparison.js';
import { anEmployer } from '../../support/employers.js';
import { FormReader } from '../../support/form-reader.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { act, aDesk, aWaitingFiling, begun, decided, type Desk } from '../../support/review.js';

jest.setTimeout(120_000);

/** Its window is not known, so it is open. */
const YEAR = 2023;
const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

describe('two employers that were merged', () => {
  let app: TestApp;
  let desk: Desk;
  let reviewer: Actor;
  beforeAll(async () => {
    app = await startTestApp();
    desk = await aDesk(app);
    reviewer = await signedInAs(app, { role: 'first_reviewer', regionCode: '370303' });
  });
  afterAll(() => app.close());

  const query = (sql: string, params: unknown[] = []) => managerOf(app).query(sql, params) as Promise<Record<string, string>[]>;
  const clerkOf = (employerId: string, regionCode: string): Promise<Actor> => signedInAs(app, { role: 'employer_clerk', regionCode, organisationId: employerId, employerId });
  /** @returns the merging's id */
  const merge = async (officer: Actor, gone: string, goesOn: string): Promise<string> => {
    const [other] = await query('SELECT uscc FROM employer WHERE id = $1', [gone]);
    const { body: { id } } = await officer.post(`/api/v1/employers/${goesOn}/duplicates`, { uscc: other?.['uscc'] }).expect(201) as { body: { id: string } };
    await officer.post(`/api/v1/employer-duplicates/${id}/merge`, { into: goesOn }).expect(204);
    return (await query('SELECT id FROM employer_merge WHERE source_id = $1 AND undone_at IS NULL', [gone]))[0]?.['id'] ?? '';
  };
  const filingsOf = async (clerk: Actor): Promise<readonly { readonly id: string; readonly baseYear: number }[]> => ((await clerk.get('/api/v1/filings').expect(200)).body as { items: { id: string; baseYear: number }[] }).items;
  const idsOf = async (clerk: Actor): Promise<readonly string[]> => (await filingsOf(clerk)).map(({ id }) => id).sort();

  describe('whose filings were decided', () => {
    it('are seen by the clerks of both, with their results; whoever decides hears all of them; undone, each has its own again', async () => {
      const goesOn = await aWaitingFiling(app, desk, [{}], 1);
      const gone = await aWaitingFiling(app, desk, [{}, {}], 1);
      await decided(app, desk, gone, [[1, [1, 2, 3], 'insurance_missing']]);
      const [one, other] = [goesOn.clerk, gone.clerk];
      const both = [goesOn.declarationId, gone.declarationId].sort();
      expect([await idsOf(one), await idsOf(other)]).toEqual([[goesOn.declarationId], [gone.declarationId]]);
      expect((await one.get(`/api/v1/filings/${gone.declarationId}/statement`)).status).toBe(404);

      const merging = await merge(desk.first, gone.employerId, goesOn.employerId);
      expect([await idsOf(one), await idsOf(other)]).toEqual([both, both]);
      expect((await one.get(`/api/v1/filings/${gone.declarationId}/statement`).expect(200)).body).toMatchObject({ decided: { countedMonths: 15 } });
      for (const clerk of [one, other]) for (const { declarationId } of [goesOn, gone]) for (const path of ['', '/lines', '/steps', '/papers']) expect([path, (await clerk.get(`/api/v1/filings/${declarationId}${path}`)).status]).toEqual([path, 200]);
      expect((await one.get('/api/v1/employers').expect(200)).body.items).toHaveLength(2);
      const told = await query(`SELECT account_id FROM message WHERE template = 'employers.merged' ORDER BY account_id`);
      expect(told.map(({ account_id: id }) => id)).toEqual([one.accountId, other.accountId].sort());

      const reader = new FormReader(app, '');
      (reader.raw() as unknown as { jar: { setCookie(text: string): void } }).jar.setCookie(one.cookie);
      await reader.open('/filings');
      const [named] = await query('SELECT name FROM organisation WHERE id = $1', [gone.employerId]);
      expect(reader.words).toContain(`2025 年（${named?.['name']}，已合并）`);
      expect(reader.words.match(/已合并/g)).toHaveLength(1);

      // An objection of the one's clerk to the other's decision, and a return of the one's filing that reaches the other's clerk.
      const [row] = await query('SELECT version FROM declaration WHERE id = $1', [gone.declarationId]);
      await one.post(`/api/v1/filings/${gone.declarationId}/objections`, { version: Number(row?.['version']), lines: [{ lineId: gone.lineIds[1], ground: 'paper_available' }] }).expect(201);
      await begun(app, desk, goesOn);
      await act(app, desk.first, goesOn, 'return', { items: [{ need: 'facts', words: '请核对人数。' }], dueOn: '2099-12-31' });
      const heard = await query(`SELECT account_id FROM message WHERE template = 'review.returned' ORDER BY account_id`);
      expect(heard.map(({ account_id: id }) => id)).toEqual([one.accountId, other.accountId].sort());
      // A month stays counted once, for the filing that counted it.
      expect(await query('SELECT declaration_id, count(*)::int AS months FROM counted_person_month WHERE registry_person_id = ANY ($1::bigint[]) GROUP BY 1', [gone.persons])).toEqual([{ declaration_id: gone.declarationId, months: 15 }]);

      await desk.first.post(`/api/v1/employer-merges/${merging}/undo`).expect(204);
      expect([await idsOf(one), await idsOf(other)]).toEqual([[goesOn.declarationId], [gone.declarationId]]);
      expect((await one.get(`/api/v1/filings/${gone.declarationId}`)).status).toBe(404);
      expect((await query(`SELECT account_id FROM message WHERE template = 'employers.parted'`))).toHaveLength(2);
    });

    it('and a stranger sees neither, before and after', async () => {
      const [goesOn, gone] = [await aWaitingFiling(app, desk, [{}], 0), await aWaitingFiling(app, desk, [{}], 0)];
      const stranger = await clerkOf(await anEmployer(app, { regionCode: '330502' }), '330502');
      await merge(desk.first, gone.employerId, goesOn.employerId);
      expect(await idsOf(stranger)).toEqual([]);
      for (const { declarationId } of [goesOn, gone]) expect((await stranger.get(`/api/v1/filings/${declarationId}`)).status).toBe(404);
    });

    it('are listed page by page without losing one of the same year', async () => {
      const [goesOn, gone] = [await aWaitingFiling(app, desk, [{}], 0), await aWaitingFiling(app, desk, [{}], 0)];
      await merge(desk.first, gone.employerId, goesOn.employerId);
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null;) {
        const { body } = await gone.clerk.get(`/api/v1/filings?limit=1${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`).expect(200) as { body: { items: { id: string }[]; next: string | null } };
        seen.push(...body.items.map(({ id }) => id));
        after = body.next;
      }
      expect(seen.sort()).toEqual([goesOn.declarationId, gone.declarationId].sort());
    });
  });

  describe('go on as one', () => {
    const version = async (clerk: Actor, id: string): Promise<number> => (await clerk.get(`/api/v1/filings/${id}`).expect(200)).body.version as number;
    const opened = async (clerk: Actor, baseYear: number = YEAR): Promise<string> => (await clerk.post('/api/v1/filings', { baseYear }).expect(201)).body.id as string;
    const filled = async (clerk: Actor, id: string, citizenId: string): Promise<void> => {
      await clerk.post(`/api/v1/filings/${id}/lines`, { version: await version(clerk, id), name: '示例甲', citizenId, certificateNumber: `${citizenId}43`, post: '保洁', contractStart: '2020-01-01', wage: '5000', insuredMonths: ALL }).expect(201);
      await clerk.post(`/api/v1/filings/${id}/facts`, { version: await version(clerk, id), monthlyStaff: ALL.map(() => 100), totalWages: '8000000.00' }).expect(200);
      await clerk.post(`/api/v1/filings/${id}/commitment`, { version: await version(clerk, id) }).expect(200);
    };
    const handIn = async (clerk: Actor, id: string) => clerk.post(`/api/v1/filings/${id}/submit`, { version: await version(clerk, id), lateReason: '补报' });
    const pair = async () => {
      const [goesOn, gone] = [await anEmployer(app), await anEmployer(app)];
      return { goesOn, gone, one: await clerkOf(goesOn, '370303'), other: await clerkOf(gone, '370303') };
    };

    it('what the other’s clerk opens is the filing of the employer that goes on, begun with the people of both', async () => {
      const { goesOn, gone, one, other } = await pair();
      const [first, second] = [aWorkerId(), aWorkerId()];
      for (const [clerk, person] of [[one, first], [other, second]] as const) {
        const before = await opened(clerk, YEAR - 1);
        await filled(clerk, before, person);
        expect(await handIn(clerk, before)).toMatchObject({ status: 200, body: { state: 'submitted' } });
      }
      await merge(reviewer, gone, goesOn);
      const id = await opened(other);
      expect(await query('SELECT employer_id FROM declaration WHERE id = $1', [id])).toEqual([{ employer_id: goesOn }]);
      expect((await one.get(`/api/v1/filings/${id}/lines`).expect(200)).body.items).toHaveLength(2);
      expect(await one.post('/api/v1/filings', { baseYear: YEAR })).toMatchObject({ status: 409, body: { code: 'filing.declaration.already_open' } });
    });

    it('of two drafts of a year one is handed in, and no third is opened', async () => {
      const { goesOn, gone, one, other } = await pair();
      const [mine, theirs] = [await opened(one), await opened(other)];
      await filled(one, mine, aWorkerId());
      await filled(other, theirs, aWorkerId());
      await merge(reviewer, gone, goesOn);
      const answers = await Promise.all([handIn(one, mine), handIn(other, theirs)]);
      expect(answers.map(({ status, body }) => (status === 200 ? body.state : body.code) as string).sort()).toEqual(['filing.submit.other_of_year', 'submitted']);
    });

    it('what one took back is not handed in again beside the other’s', async () => {
      const { goesOn, gone, one, other } = await pair();
      const [mine, theirs] = [await opened(one), await opened(other)];
      for (const [clerk, id] of [[one, mine], [other, theirs]] as const) await filled(clerk, id, aWorkerId());
      expect((await handIn(other, theirs)).body).toMatchObject({ state: 'submitted' });
      await other.post(`/api/v1/filings/${theirs}/withdraw`, { version: await version(other, theirs) }).expect(200);
      await merge(reviewer, gone, goesOn);
      expect((await handIn(one, mine)).body).toMatchObject({ state: 'submitted' });
      await other.post(`/api/v1/filings/${theirs}/reopen`, { version: await version(other, theirs) }).expect(200);
      await other.post(`/api/v1/filings/${theirs}/commitment`, { version: await version(other, theirs) }).expect(200);
      expect((await handIn(other, theirs)).body).toMatchObject({ code: 'filing.submit.other_of_year' });
    });

    it('nothing is opened for a year that the merged one has claimed people for', async () => {
      const { goesOn, gone, one, other } = await pair();
      const id = await opened(other);
      await filled(other, id, aWorkerId());
      await handIn(other, id);
      await merge(reviewer, gone, goesOn);
      expect(await one.post('/api/v1/filings', { baseYear: YEAR })).toMatchObject({ status: 409, body: { code: 'filing.declaration.already_open' } });
      expect((await filingsOf(one)).map((filing) => filing.id)).toEqual([id]);
    });

    it('and the clerks of both are clerks of one: they see each other, and neither is the last while the other stays', async () => {
      const { goesOn, gone, one, other } = await pair();
      await merge(reviewer, gone, goesOn);
      const members = (await one.get('/api/v1/members').expect(200)).body.items as readonly { readonly accountId: string }[];
      expect(members.map(({ accountId }) => accountId).sort()).toEqual([one.accountId, other.accountId].sort());
    });
  });
});

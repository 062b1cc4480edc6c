import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../src/platform/access/index.js';
import { ReadQueue } from '../../../src/quota/review/app/read-queue.query.js';
import { ReadReview } from '../../../src/quota/review/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { anEmployer } from '../../support/employers.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { countStatements } from '../../support/statements.js';
import { act, aDesk, aWaitingFiling, begun, type Desk } from '../../support/review.js';

/** 德清, where this file's filings lie alone. */
const PLACE = '330521';
const NEIGHBOUR = '330522';

let service: TestApp;
let desk: Desk;
let first: Actor;

beforeAll(async () => {
  service = await startTestApp();
  desk = await aDesk(service, PLACE);
  first = desk.first;
});
afterAll(() => service.close());

async function queued(state: string, dueOn: string | null, doubt: number, over: { readonly regionCode?: string; readonly baseYear?: number } = {}): Promise<string> {
  const [id, employerId] = [randomUUID(), await anEmployer(service, { regionCode: over.regionCode ?? PLACE })];
  const baseYear = over.baseYear ?? 2025;
  await managerOf(service).query(`INSERT INTO declaration (id, employer_id, base_year, filing_year, region_code, mode, state, state_since, opened_at, submitted_at, due_on, doubt) VALUES ($1, $2, $3, $4, $5, 'native', $6, now(), now(), now(), $7, $8)`,
    [id, employerId, baseYear, baseYear + 1, over.regionCode ?? PLACE, state, dueOn, doubt]);
  await managerOf(service).query('INSERT INTO filing_version (id, declaration_id, number, created_at, changed_at, submitted_at) VALUES ($1, $2, 1, now(), now(), now())', [randomUUID(), id]);
  return id;
}

type Page = { readonly items: readonly { readonly id: string; readonly state: string; readonly isMine: boolean }[]; readonly next: string | null };
const page = async (actor: Actor, query = ''): Promise<Page> => (await actor.get(`/api/v1/reviews${query}`)).body as Page;
const idsOf = async (actor: Actor, query = ''): Promise<readonly string[]> => (await page(actor, query)).items.map(({ id }) => id);

describe('the queue', () => {
  let byOrder: readonly string[];
  let others: Readonly<Record<'second' | 'neighbour' | 'draft' | 'late' | 'earlier', string>>;

  beforeAll(async () => {
    const last = await queued('objected', null, 3);
    const soon = await queued('checking', '2026-12-01', 2);
    const doubtful = await queued('first_check', '2026-12-01', 30);
    const sooner = await queued('accepted', '2026-11-30', 0);
    byOrder = [sooner, doubtful, soon, last];
    others = { second: await queued('second_check', '2026-11-29', 9), neighbour: await queued('checking', '2026-11-01', 9, { regionCode: NEIGHBOUR }), draft: await queued('draft', '2026-11-01', 9), late: await queued('late', '2026-11-01', 1), earlier: await queued('checking', '2026-12-24', 0, { baseYear: 2023 }) };
    byOrder = [...byOrder.slice(0, 3), others.earlier, last];
  });

  it('is ordered by day and doubt, what has no day last, and shows what waits for the role', async () => {
    expect(await idsOf(first)).toEqual(byOrder);
    expect(await idsOf(desk.second)).toEqual([others.second]);
    expect(await idsOf(desk.monitor)).toEqual([others.second, ...byOrder]);
  });

  it('is read page by page without gap or repetition', async () => {
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { items, next: key }: Page = await page(first, `?limit=2${next === '' ? '' : `&after=${next}`}`);
      seen.push(...items.map(({ id }) => id));
      next = key;
    }
    expect(seen).toEqual(byOrder);
    expect((await first.get('/api/v1/reviews?after=bm9uc2Vuc2U')).body).toMatchObject({ code: 'input.invalid' });
  });

  it('by state, year, region and desk', async () => {
    expect(await idsOf(first, '?state=late')).toEqual([others.late]);
    expect(await idsOf(first, '?state=checking&year=2023')).toEqual([others.earlier]);
    const city = await signedInAs(service, { role: 'first_reviewer', regionCode: '330500' });
    expect(await idsOf(city, `?region=${NEIGHBOUR}`)).toEqual([others.neighbour]);
    expect(await idsOf(first, `?region=${NEIGHBOUR}`)).toEqual([]);
    expect((await first.get('/api/v1/reviews?state=draft')).status).toBe(422);
    const filing = await aWaitingFiling(service, desk, [{}], 0, { regionCode: PLACE });
    await begun(service, desk, filing);
    const mine = await page(first, '?mine=yes');
    expect(mine.items).toMatchObject([{ id: filing.declarationId, isMine: true }]);
    expect(await idsOf(city, '?mine=yes')).toEqual([]);
    expect(await act(service, city, filing, 'take-over')).toMatchObject({ status: 200 });
    expect(await idsOf(city, '?mine=yes')).toEqual([filing.declarationId]);
  });
});

describe('what a question costs', () => {
  const caller = (): Caller => ({ accountId: first.accountId, machineKeyId: null, client: null, sessionId: null, membershipId: first.membershipId, role: 'first_reviewer', organisationId: null, scope: { kind: 'region', prefix: PLACE }, permissions: new Set(['reviews.check']), via: 'cookie' });

  it('the same number of statements, however large the queue and the filing', async () => {
    const [small, large] = [await aWaitingFiling(service, desk, [{}], 0, { regionCode: PLACE }), await aWaitingFiling(service, desk, Array.from({ length: 6 }, () => ({})), 3, { regionCode: PLACE })];
    const queue = service.app.nest.get(ReadQueue, { strict: false });
    const reviews = service.app.nest.get(ReadReview, { strict: false });
    const everything = { state: null, region: null, baseYear: null, mine: false } as const;
    expect(await countStatements(service, () => queue.page(caller(), everything, {}))).toBe(1);
    expect(await countStatements(service, () => queue.page(caller(), everything, { limit: '1' }))).toBe(1);
    // Begin and commit, and what a reviewer reads of one filing.
    expect(await countStatements(service, () => reviews.one(caller(), small.declarationId))).toBe(13);
    expect(await countStatements(service, () => reviews.one(caller(), large.declarationId))).toBe(13);
    // Begin and commit, the lines, and whose they are noted to have been looked at.
    expect(await countStatements(service, () => reviews.lines(caller(), small.declarationId, 'all', {}))).toBe(11);
    expect(await countStatements(service, () => reviews.lines(caller(), large.declarationId, 'all', {}))).toBe(11);
  });
});

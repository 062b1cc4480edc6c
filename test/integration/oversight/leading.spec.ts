import { JSDOM } from 'jsdom';
import type { Response } from 'supertest';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aDetermination } from '../../support/collection.js';
import { anEmployer } from '../../support/employers.js';
import { aDeclaration } from '../../support/filing.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';

jest.setTimeout(120_000);

let app: TestApp;
let keeper: Actor;
let monitor: Actor;
beforeAll(async () => {
  app = await startTestApp();
  keeper = await signedInAs(app, { role: 'second_reviewer', regionCode: '370300' });
  monitor = await signedInAs(app, { role: 'monitor', regionCode: '370300' });
});
afterAll(() => app.close());

type Wanted = { readonly regionCode?: string; readonly name: string; readonly kind?: string; readonly size?: number; readonly level?: string; readonly isSchool?: boolean; readonly stateOwned?: boolean };

/** A body as the tax register and the officer have told of it. */
async function aBody({ regionCode = '370303', name, kind = 'organ', size, level, isSchool, stateOwned }: Wanted): Promise<string> {
  const id = await anEmployer(app, { regionCode, name, kind });
  await managerOf(app).query('UPDATE employer SET establishment_size = $2, establishment_level = $3, is_school = $4, state_owned = $5 WHERE id = $1', [id, size ?? null, level ?? null, isSchool ?? null, stateOwned ?? null]);
  return id;
}

const placed = (employerId: string, countedMonths: number, regionCode = '370303', staff = '200') => aDetermination(app, { employerId, regionCode, countedMonths, staff, ...(countedMonths === 0 ? { outcome: 'refused' as const } : {}) });
const bodies = async (who: Actor, query: string) => (await who.get(`/api/v1/leading/bodies?year=2025&${query}`).expect(200)).body as { readonly items: readonly Readonly<Record<string, unknown>>[]; readonly next: string | null };
const HTML = { Accept: 'text/html,*/*;q=0.8', 'Sec-Fetch-Site': 'same-origin' };
const open = (who: Actor, path: string): Promise<Response> => app.http().get(path).set({ ...HTML, Cookie: who.cookie }).redirects(0).then((response) => response);
const wordsOf = ({ text }: Response): string => (new JSDOM(text).window.document.querySelector('main')?.textContent ?? '').replace(/\s+/g, '');

describe('who leads', () => {
  let nobody: string;
  beforeAll(async () => {
    nobody = await aBody({ name: '甲局', size: 60, level: 'city' });
    await placed(nobody, 0);
    await placed(await aBody({ name: '乙局', size: 60, level: 'city' }), 12);
    await placed(await aBody({ name: '丙所', kind: 'institution', size: 66, level: 'city' }), 0);
    await placed(await aBody({ name: '丁学校', kind: 'institution', size: 300, level: 'city', isSchool: true }), 0);
    await placed(await aBody({ name: '戊集团', kind: 'enterprise', stateOwned: true }), 0);
    await placed(await aBody({ name: '己公司', kind: 'enterprise', stateOwned: false }), 0);
    await aBody({ name: '庚局', size: 80, level: 'city' });
    await aBody({ name: '辛局', level: 'city' });
    const saysNobody = await aBody({ name: '壬局', size: 50, level: 'province' });
    await aDeclaration(app, saysNobody, { baseYear: 2025, state: 'nothing_to_claim' });
    const waits = await aBody({ name: '癸局', size: 50, level: 'city' });
    await aDeclaration(app, waits, { baseYear: 2025, state: 'submitted' });
  });

  it('is judged by establishment, level and what was determined', async () => {
    const { items } = await bodies(monitor, 'region=370303');
    expect(Object.fromEntries(items.map(({ employerName, verdict, missing, required, placed: count, source }) => [employerName, [verdict, missing, required, count, source]]))).toEqual({
      甲局: ['nobody', null, '0.9', '0', 'determined'], 乙局: ['meets', null, '0.9', '1', 'determined'], 丙所: ['small', null, '0.99', '0', 'determined'], 丁学校: ['school', null, null, '0', 'determined'],
      戊集团: ['nobody', null, '3', '0', 'determined'],
      // The window for 2025 closed on 31 October 2026: who did not file counts as having placed nobody.
      庚局: ['nobody', null, '1.2', '0', 'not_filed'], 辛局: ['unknown', 'establishment', null, '0', 'not_filed'], 壬局: ['nobody', null, '0.75', '0', 'declared_nobody'],
      癸局: ['unknown', 'placed', '0.75', null, null],
    });
    expect((await bodies(monitor, 'region=370303&verdict=nobody')).items).toHaveLength(4);
    const { body } = await monitor.get('/api/v1/leading/summary?region=370303&year=2025').expect(200);
    expect(body).toMatchObject({ counts: { nobody: 4, meets: 1, small: 1, school: 1, unknown: 2, below: 0, pooled: 0 }, planned: 0, law: { ratio: '0.015', organLine: 50, institutionLine: 67, minimum: 1, deadline: '2027-12-31' } });
  });

  it('comes page by page, and as a table that names no person', async () => {
    const names: unknown[] = [];
    for (let after = ''; ;) {
      const page = await bodies(monitor, `region=370303&limit=2${after}`);
      names.push(...page.items.map(({ employerName }) => employerName));
      if (page.next === null) break;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
    expect([names.length, new Set(names).size]).toEqual([9, 9]);
    const file = await monitor.get('/leading-bodies.csv?region=370303&year=2025&verdict=nobody').set(HTML).expect(200);
    expect(file.text.trim().split('\r\n')).toHaveLength(5);
    expect(wordsOf(await open(monitor, '/leading/bodies?region=370303&year=2025&verdict=nobody'))).toContain('甲局');
    const page = wordsOf(await open(monitor, '/leading?region=370303&year=2025'));
    for (const words of ['低于比例，没有安排人4', '2027-12-31', '国办发〔2025〕23号']) expect(page).toContain(words);
  });

  it('has a plan where it is below, kept once for two who write at once', async () => {
    const plan = { baseYear: 2025, persons: 1, dueOn: '2099-06-30' };
    const path = `/api/v1/leading/bodies/${nobody}/plan`;
    expect((await monitor.put(path, plan)).status).toBe(403);
    expect((await keeper.put(path, { ...plan, dueOn: '2020-01-01' })).body.code).toBe('leading.plan.due_past');
    const answers = await Promise.all([keeper.put(path, plan), keeper.put(path, { ...plan, persons: 2 })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await keeper.put(path, { ...plan, version: 7 })).body.code).toBe('leading.stale');
    await keeper.put(path, { ...plan, version: 1 }).expect(204);
    expect((await monitor.get(`/api/v1/leading/bodies/${nobody}?year=2025`)).body.plan).toEqual({ persons: 1, dueOn: '2099-06-30', version: 2 });
    expect((await monitor.get('/api/v1/leading/summary?region=370303&year=2025')).body.planned).toBe(1);
    const [meets] = (await bodies(keeper, 'region=370303&verdict=meets')).items;
    expect((await keeper.put(`/api/v1/leading/bodies/${meets?.['employerId']}/plan`, plan)).body.code).toBe('leading.plan.not_below');
    const audited = await managerOf(app).query(`SELECT 1 FROM audit_entry WHERE act = 'leading.plan.put' AND object_id = $1`, [nobody]) as unknown[];
    expect(audited).toHaveLength(2);
  });

  it('lies in its scope', async () => {
    const elsewhere = await signedInAs(app, { role: 'second_reviewer', regionCode: '370302' });
    expect((await elsewhere.get('/api/v1/leading/bodies?region=370303&year=2025')).body.code).toBe('leading.region_outside');
    expect((await elsewhere.get(`/api/v1/leading/bodies/${nobody}?year=2025`)).body.code).toBe('leading.body.not_found');
    expect((await elsewhere.put(`/api/v1/leading/bodies/${nobody}/plan`, { baseYear: 2025, persons: 1, dueOn: '2099-06-30' })).status).toBe(404);
    expect((await elsewhere.put('/api/v1/leading/officials', { regionCode: '370303', year: 2025, officials: 20, disabled: 3 })).body.code).toBe('leading.region_outside');
  });
});

describe('counties with their townships', () => {
  it('are judged together', async () => {
    await placed(await aBody({ regionCode: '370321', name: '县局', size: 120, level: 'county' }), 12, '370321');
    await placed(await aBody({ regionCode: '370321100', name: '镇政府', size: 80, level: 'township' }), 12, '370321100');
    await aBody({ regionCode: '370321', name: '县中学', kind: 'institution', size: 300, level: 'county', isSchool: true });
    const of = async (county: string) => (await monitor.get(`/api/v1/leading/summary?region=${county}&year=2025`)).body.pools;
    expect(await of('370321')).toEqual([{ regionCode: '370321', bodies: 2, establishment: 200, withoutEstablishment: 0, placed: '2', withoutPlaced: 0, verdict: 'below', required: '3' }]);
    await placed(await aBody({ regionCode: '370321', name: '县事业中心', kind: 'institution', level: 'county' }), 12, '370321');
    expect(await of('370321')).toMatchObject([{ establishment: 200, withoutEstablishment: 1, placed: '3', verdict: 'unknown' }]);
    expect((await of('370300')).map(({ regionCode }: { regionCode: string }) => regionCode)).toEqual(['370321']);
  });
});

describe('officials of federations', () => {
  it('are two numbers, held against the least share', async () => {
    const wish = { regionCode: '370303', year: 2025, officials: 20, disabled: 2 };
    expect((await keeper.put('/api/v1/leading/officials', { ...wish, disabled: 21 })).body.code).toBe('leading.officials.more_disabled');
    await keeper.put('/api/v1/leading/officials', wish).expect(204);
    expect((await keeper.put('/api/v1/leading/officials', wish)).body.code).toBe('leading.stale');
    const told = async () => (await monitor.get('/api/v1/leading/summary?region=370303&year=2025')).body.officials;
    expect(await told()).toEqual([{ ...wish, version: 1, isEnough: false }]);
    await keeper.put('/api/v1/leading/officials', { ...wish, disabled: 3, version: 1 }).expect(204);
    expect(await told()).toMatchObject([{ disabled: 3, version: 2, isEnough: true }]);
  });

  it('are entered on a page, without a script', async () => {
    const page = await open(keeper, '/leading/officials?region=370303&year=2025');
    expect(page.text).toContain('value="20"');
    expect(wordsOf(await open(monitor, '/leading?region=370303&year=2025'))).toContain('15.0%');
  });
});

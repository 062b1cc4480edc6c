import type { Response } from 'supertest';
import { startTestApp, type TestApp } from '../../support/app.js';
import { signedInAs, type Actor } from '../../support/members.js';

type Role = NonNullable<Parameters<typeof signedInAs>[1]['role']>;

jest.setTimeout(120_000);

const PLACE = '山东省 淄博市张店区';
const NOWHERE = '没有这个地方';

/** Lists that ask for a place, and who reads them. */
const lists: readonly (readonly [Role, string, string])[] = [
  ['monitor', '/notices?year=2025', 'region'], ['monitor', '/reviews?year=2025', 'region'], ['monitor', '/reconciliation?year=2025', 'region'], ['monitor', '/leading?year=2025', 'region'],
];

/** Forms that ask for a place, and who sends them. */
const forms: readonly (readonly [Role, string, Readonly<Record<string, string>>, string, string])[] = [
  ['second_reviewer', '/tax', { year: '2025' }, 'region', 'regionCode'], ['finance_officer', '/relief-publication', { year: '2025' }, 'region', 'regionCode'],
  ['second_reviewer', '/notice-desk', { baseYear: '2025', act: 'look' }, 'regionCode', 'regionCode'], ['second_reviewer', '/leading/officials', { year: '2024', officials: '10', disabled: '1' }, 'regionCode', 'regionCode'],
  ['inspector', '/draw-inspection', { name: '抽一次', baseYear: '2025', cases: '1', linesEach: '1' }, 'regionCode', 'regionCode'], ['town_officer', '/open-file', { name: '测试' }, 'regionCode', 'regionCode'],
  ['administrator', '/enter-organisation', { kind: 'federation', name: '测试残联' }, 'regionCode', 'regionCode'],
];

describe('a place is asked for by its name', () => {
  let app: TestApp;
  const actors = new Map<Role, Actor>();
  beforeAll(async () => {
    app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' });
    for (const role of new Set([...lists, ...forms].map(([role]) => role))) actors.set(role, await signedInAs(app, { role, regionCode: '370303' }));
  });
  afterAll(() => app.close());

  const cookieOf = (role: Role): string => actors.get(role)?.cookie ?? '';
  const open = (role: Role, path: string): Promise<Response> => app.http().get(path).set('Accept', 'text/html').set('Cookie', cookieOf(role)).then((response) => response);
  async function send(role: Role, path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const page = await open(role, path);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const set = ((page.headers['set-cookie'] ?? []) as unknown as string[]).map((cookie) => cookie.split(';')[0]);
    return app.http().post(path).set('Accept', 'text/html').set('Sec-Fetch-Site', 'same-origin').set('Cookie', [cookieOf(role), ...set].filter(Boolean).join('; ')).type('form').redirects(0).send({ ...fields, _csrf: token });
  }
  const faultAt = (field: string): RegExp => new RegExp(`href="#${field}">没有找到“${NOWHERE}”`);

  it.each(lists)('%s %s', async (role, path, field) => {
    const found = await open(role, `${path}&${field}=${encodeURIComponent(PLACE)}`);
    expect([found.status, found.text.includes(`value="${PLACE}"`), found.text.includes('govuk-error-summary')]).toEqual([200, true, false]);
    const nowhere = await open(role, `${path}&${field}=${encodeURIComponent(NOWHERE)}`);
    expect(nowhere.text).toMatch(faultAt(field));
  });

  it.each(forms)('%s %s', async (role, path, fields, name, field) => {
    const nowhere = await send(role, path, { ...fields, [name]: NOWHERE });
    expect([nowhere.status, nowhere.text]).toEqual([422, expect.stringMatching(faultAt(field))]);
    // Whatever else is wrong: the place is none of it.
    const found = await send(role, path, { ...fields, [name]: PLACE });
    expect(found.text).not.toMatch(new RegExp(`(?:没有找到|请填写地区的名称|href="#${field}">“)`));
  });
});

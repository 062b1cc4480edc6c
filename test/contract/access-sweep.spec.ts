import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Response } from 'supertest';
import { PermissionBook, roleNames, RouteTable, type RoleName, type Route } from '../../src/platform/access/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { aMembership, anOrganisation, managerOf, type Part } from '../support/members.js';
import { openSessionFor } from '../support/sign-in.js';
import { homeOf, HOME_TOWN, MARK, OTHER_REGION, OTHER_TOWN, targetMakers, type Targets } from '../support/sweep-targets.js';

jest.setTimeout(900_000);

type Caller = { readonly name: string; readonly accountId: string | null; readonly membershipIds: readonly string[]; /** Its scope holds nothing of the home town. */ readonly elsewhere: boolean };

// UPDATE_GOLDEN=1 npx jest --selectProjects integration test/contract/access-sweep
function golden(name: string, actual: unknown): void {
  const file = path.join(import.meta.dirname, name);
  const text = `${JSON.stringify(actual, null, 1)}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** Every operation, as a stranger, as everybody there is, and as the same from elsewhere. */
describe('the sweep', () => {
  let app: TestApp;
  let routes: readonly Route[];
  let home: Targets;
  let callers: readonly Caller[];

  beforeAll(async () => {
    app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' });
    routes = app.app.nest.get(RouteTable).all;
    home = await homeOf(app);
    callers = await everybody();
  });
  afterAll(() => app.close());

  /** A form's key and token, as a page of this session gives them; '' for a stranger. */
  async function formIn(session: string): Promise<{ readonly cookie: string; readonly token: string }> {
    const { headers, text } = await app.http().get('/display').set({ Accept: 'text/html', ...(session === '' ? {} : { Cookie: session }) });
    return { cookie: String(headers['set-cookie']).split(';')[0] ?? '', token: /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '' };
  }

  async function person(name: string, parts: readonly Part[], elsewhere: boolean): Promise<Caller> {
    const accountId = randomUUID();
    await managerOf(app).query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, 'zh', now())`, [accountId, name]);
    const membershipIds = [];
    for (const part of parts) membershipIds.push(await aMembership(app, accountId, part));
    return { name, accountId, membershipIds, elsewhere };
  }

  async function everybody(): Promise<readonly Caller[]> {
    const book = app.app.nest.get(PermissionBook, { strict: false });
    const found: Caller[] = [{ name: 'stranger', accountId: null, membershipIds: [], elsewhere: true }, await person('account without a role', [], true)];
    for (const role of roleNames) found.push(...(await inEveryScope(role, book.rulesOf(role).actsFor)));
    return found;
  }

  async function inEveryScope(role: RoleName, actsFor: string): Promise<readonly Caller[]> {
    if (actsFor === 'region') {
      return [
        await person(role, [{ role, regionCode: HOME_TOWN }], false),
        await person(`${role} of another town`, [{ role, regionCode: OTHER_TOWN }], true),
        await person(`${role} of another region`, [{ role, regionCode: OTHER_REGION }], true),
      ];
    }
    if (actsFor === 'employer') {
      const other = await anOrganisation(app, 'employer', HOME_TOWN, '别的企业');
      return [
        await person(role, [{ role, regionCode: HOME_TOWN, organisationId: home.employerId, employerId: home.employerId }], false),
        await person(`${role} of another employer`, [{ role, regionCode: HOME_TOWN, organisationId: other, employerId: other }], true),
      ];
    }
    const ward = role === 'guardian' ? await person('ward', [{ role: 'jobseeker', regionCode: HOME_TOWN }], false) : null;
    const part = { role, regionCode: HOME_TOWN, ...(ward ? { wardAccountId: ward.accountId ?? '' } : {}) };
    const otherWard = role === 'guardian' ? await person('other ward', [{ role: 'jobseeker', regionCode: OTHER_REGION }], true) : null;
    const otherPart = { role, regionCode: OTHER_REGION, ...(otherWard ? { wardAccountId: otherWard.accountId ?? '' } : {}) };
    return [await person(role, [part], false), await person(`${role} of others`, [otherPart], true)];
  }

  const isApi = (route: Route): boolean => route.path.startsWith('/api/');

  async function call(route: Route, caller: Caller): Promise<Response> {
    const filled: Readonly<Record<string, string>> = (await targetMakers[route.path]?.(app, home)) ?? {};
    const address = route.path.replace(/[:*](\w+)/g, (_, name: string) => filled[name] ?? randomUUID());
    const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const asking = app.http()[method](address).redirects(0).set(isApi(route) ? { Accept: 'application/json' } : { Accept: 'text/html,*/*;q=0.8', 'Sec-Fetch-Site': 'same-origin' });
    // A session of its own for each call: some operations end it.
    const session = caller.accountId === null ? null : await openSessionFor(app, { accountId: caller.accountId, membershipIds: caller.membershipIds });
    if (isApi(route)) {
      if (session !== null) asking.set('Authorization', session.bearer);
      return method === 'get' ? asking : asking.type('json').send({});
    }
    const form = await formIn(session?.cookie ?? '');
    asking.set('Cookie', [form.cookie, ...(session === null ? [] : [session.cookie])].join('; '));
    // With a good token, so that a form that is refused is refused for who sends it.
    return method === 'get' ? asking : asking.type('form').send({ _csrf: form.token });
  }

  /** Names by answer; those of one role in every scope are told as one. */
  const told = (names: readonly string[]): string => {
    const everybody = callers.filter(({ accountId }) => accountId !== null).map(({ name }) => name);
    return everybody.every((name) => names.includes(name)) ? 'everybody signed in' : names.join(', ');
  };

  const answerOf = ({ status, body, headers }: Response): string => {
    if (status === 303) return `303 ${String(headers['location']).replace(/[0-9a-f-]{36}/g, ':id').split('?')[0] ?? ''}`;
    const code = (body as { readonly code?: unknown } | undefined)?.code;
    return typeof code === 'string' ? `${status} ${code}` : String(status);
  };

  it('who holds the permission of which route', () => {
    const book = app.app.nest.get(PermissionBook, { strict: false });
    golden('permissions.golden.json', Object.fromEntries(routes.flatMap(({ method, path: address, access }) => {
      if (access.kind === 'public') return [];
      const holders = book.holdersOf(access.permission);
      return [[`${method} ${address}`, { permission: access.permission, holders: holders === 'account' ? 'every account' : holders.join(' ') }]];
    })));
  });

  it('every closed operation answers everybody as it should', async () => {
    const table: Record<string, Record<string, string>> = {};
    const faults: string[] = [];
    for (const route of routes.filter(({ access }) => access.kind === 'permission')) {
      const byAnswer: Record<string, string[]> = {};
      for (const caller of callers) {
        const response = await call(route, caller);
        const answer = answerOf(response);
        (byAnswer[answer] ??= []).push(caller.name);
        const where = `${route.method} ${route.path} as ${caller.name}: ${answer}`;
        if (response.status >= 500) faults.push(where);
        if (caller.accountId === null && ![401, 303].includes(response.status)) faults.push(`${where}: a stranger is let in`);
        if (caller.elsewhere && response.text.includes(MARK)) faults.push(`${where}: tells of the home town`);
      }
      table[`${route.method} ${route.path}`] = Object.fromEntries(Object.entries(byAnswer).sort(([a], [b]) => (a < b ? -1 : 1)).map(([answer, names]) => [answer, told(names)]));
    }
    expect(faults).toEqual([]);
    golden('access.golden.json', table);
  });

  it('no public operation fails, whoever calls it with nothing', async () => {
    const faults: string[] = [];
    const some = callers.filter(({ name }) => ['stranger', 'account without a role', 'administrator', 'employer_clerk', 'jobseeker'].includes(name));
    for (const route of routes.filter(({ access }) => access.kind === 'public')) {
      for (const caller of some) {
        const { status } = await call(route, caller);
        if (status >= 500) faults.push(`${route.method} ${route.path} as ${caller.name}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

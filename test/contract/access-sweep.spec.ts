import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Response } from 'supertest';
import { PermissionBook, RouteTable, type Route } from '../../src/platform/access/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openSessionFor } from '../support/sign-in.js';
import { bodies as otherBodies, withoutSuccess as othersWithoutSuccess } from '../support/sweep-bodies.js';
import { everybody, type SweepCaller } from '../support/sweep-callers.js';
import { reviewBodies, reviewsWithoutSuccess, reviewTargets } from '../support/sweep-reviews.js';
import { homeOf, MARK, targetMakers as otherTargets, withoutPlace, withoutReach, type Home, type Target } from '../support/sweep-targets.js';

const targetMakers = { ...otherTargets, ...reviewTargets };
const bodies = { ...otherBodies, ...reviewBodies };
const withoutSuccess = { ...othersWithoutSuccess, ...reviewsWithoutSuccess };

jest.setTimeout(1_800_000);

// UPDATE_GOLDEN=1 npx jest --selectProjects integration test/contract/access-sweep
function golden(name: string, actual: unknown): void {
  const file = path.join(import.meta.dirname, name);
  const text = `${JSON.stringify(actual, null, 1)}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const nameOf = ({ method, path: address }: Route): string => `${method} ${address}`;
const isApi = (route: Route): boolean => route.path.startsWith('/api/');
const parametersOf = (route: Route): readonly string[] => [...route.path.matchAll(/[:*](\w+)/g)].map(([, name = '']) => name);

/** Refused for want of credentials. */
const isShutOut = ({ status, headers }: Response): boolean => status === 401 || (status === 303 && String(headers['location']).startsWith('/sign-in'));
/** Refused for who calls or for what lies where: credentials, permission, scope. */
const isKeptOut = (response: Response): boolean => isShutOut(response) || [403, 404].includes(response.status);
const isDone = (response: Response): boolean => response.status < 400 && !isKeptOut(response);

/** Every operation, as a stranger, as everybody there is, as the same from elsewhere, and as a program. */
describe('the sweep', () => {
  let app: TestApp;
  let routes: readonly Route[];
  let home: Home;
  let callers: readonly SweepCaller[];

  beforeAll(async () => {
    app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' });
    routes = app.app.nest.get(RouteTable).all;
    home = await homeOf(app);
    callers = await everybody(app, home);
  });
  afterAll(() => app.close());

  /** A form's key and token, as a page of this session gives them; '' for a stranger. */
  async function formIn(session: string): Promise<{ readonly cookie: string; readonly token: string }> {
    const { headers, text } = await app.http().get('/display').set({ Accept: 'text/html', ...(session === '' ? {} : { Cookie: session }) });
    return { cookie: String(headers['set-cookie']).split(';')[0] ?? '', token: /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '' };
  }

  type Entered = { readonly bearer: string; readonly cookies: string; readonly token: string };
  const entered = new Map<string, Entered>();

  /** The caller's session and the form of one of its pages. */
  async function enter({ name, accountId, membershipIds, machine }: SweepCaller): Promise<Entered> {
    const session = accountId === null ? null : await openSessionFor(app, { accountId, membershipIds });
    const form = machine === null ? await formIn(session?.cookie ?? '') : { cookie: '', token: '' };
    const made = { bearer: machine ?? session?.bearer ?? '', cookies: [form.cookie, ...(session === null ? [] : [session.cookie])].join('; '), token: form.token };
    entered.set(name, made);
    return made;
  }

  async function call(route: Route, caller: SweepCaller, target: Target): Promise<Response> {
    const response = await callOnce(route, caller, target, entered.get(caller.name) ?? (await enter(caller)));
    // Whoever has changed the role of the session comes in anew: what follows is asked in the role of the table.
    if (route.path === '/api/v1/session/membership') entered.delete(caller.name);
    // Some operations end the sessions of whoever calls them.
    return caller.accountId !== null && isShutOut(response) ? callOnce(route, caller, target, await enter(caller)) : response;
  }

  function callOnce(route: Route, { machine }: SweepCaller, target: Target, { bearer, cookies, token }: Entered): PromiseLike<Response> {
    const address = route.path.replace(/[:*](\w+)/g, (_, name: string) => target[name] ?? randomUUID());
    const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const asking = app.http()[method](address).redirects(0).set(isApi(route) ? { Accept: 'application/json, text/csv, application/x-ndjson, application/pdf' } : { Accept: 'text/html,*/*;q=0.8', 'Sec-Fetch-Site': 'same-origin' });
    const body = bodies[nameOf(route)]?.(target, home) ?? {};
    if (isApi(route) || machine !== null) {
      if (bearer !== '') asking.set('Authorization', bearer);
      return method === 'get' ? asking.query(body) : asking.type(isApi(route) ? 'json' : 'form').send(body);
    }
    asking.set('Cookie', cookies);
    // With a good token, so that a form that is refused is refused for who sends it.
    return method === 'get' ? asking.query(body) : asking.type('form').send({ ...body, _csrf: token });
  }

  /** Those of one role in every scope are told as one. */
  const told = (names: readonly string[]): string => {
    const roles = [...new Set(callers.flatMap(({ role }) => role ?? []))];
    const whole = roles.filter((role) => callers.every((caller) => caller.role !== role || names.includes(caller.name)));
    const others = callers.filter(({ name, role }) => names.includes(name) && (role === null || !whole.includes(role)));
    const words = [...whole.map((role) => `${role} everywhere`), ...others.map(({ name }) => name)];
    const signedIn = callers.filter(({ accountId }) => accountId !== null).map(({ name }) => name);
    return signedIn.every((name) => names.includes(name)) ? ['everybody signed in', ...names.filter((name) => !signedIn.includes(name))].join(', ') : words.join(', ');
  };

  const answerOf = ({ status, body, headers }: Response): string => {
    if (status === 303) return `303 ${String(headers['location']).replace(/[0-9a-f-]{36}/g, ':id').replace(/\/\d+(?=[/?]|$)/g, '/:number').split('?')[0] ?? ''}`;
    const code = (body as { readonly code?: unknown } | undefined)?.code;
    return status >= 400 && typeof code === 'string' ? `${status} ${code}` : String(status);
  };

  it('who holds the permission of which route', () => {
    const book = app.app.nest.get(PermissionBook, { strict: false });
    golden('permissions.golden.json', Object.fromEntries(routes.flatMap((route) => {
      if (route.access.kind === 'public') return [];
      const holders = book.holdersOf(route.access.permission);
      return [[nameOf(route), { permission: route.access.permission, holders: holders === 'account' ? 'every account' : holders.join(' ') }]];
    })));
  });

  it('every closed operation that names something has something to be called with', () => {
    const missing = routes.filter((route) => route.access.kind === 'permission' && parametersOf(route).length > 0 && targetMakers[route.path] === undefined);
    expect(missing.map(nameOf)).toEqual([]);
  });

  it('every closed operation answers everybody as it should', async () => {
    const book = app.app.nest.get(PermissionBook, { strict: false });
    const table: Record<string, Record<string, string>> = {};
    const faults: string[] = [];
    for (const route of routes.filter(({ access }) => access.kind === 'permission')) {
      const byAnswer: Record<string, string[]> = {};
      const permission = route.access.kind === 'permission' ? route.access.permission : '';
      const isSame = parametersOf(route).length > 0;
      let [reached, done] = [false, false];
      // Whoever lacks the permission uses nothing up: one thing serves all of them.
      let shared: Target | null = null;
      for (const caller of callers) {
        const may = caller.machine !== null || (caller.accountId !== null && book.permissionsOf(caller.role).has(permission));
        const target: Target = !may && shared !== null ? shared : ((await targetMakers[route.path]?.(app, home, caller)) ?? {});
        if (!may) shared = target;
        const response = await call(route, caller, target);
        (byAnswer[answerOf(response)] ??= []).push(caller.name);
        const where = `${nameOf(route)} as ${caller.name}: ${answerOf(response)}`;
        if (response.status >= 500) faults.push(where);
        if (caller.accountId === null && caller.machine === null && ![401, 303].includes(response.status)) faults.push(`${where}: a stranger is let in`);
        if (caller.elsewhere && response.text?.includes(MARK)) faults.push(`${where}: tells of the home town`);
        if (caller.elsewhere && isSame && !isKeptOut(response) && withoutPlace[nameOf(route)] === undefined) faults.push(`${where}: reaches what lies elsewhere`);
        reached ||= !isKeptOut(response);
        done ||= isDone(response);
      }
      if (!reached && withoutReach[nameOf(route)] === undefined) faults.push(`${nameOf(route)}: nobody reaches it, so that nothing is shown`);
      if (!done && withoutSuccess[nameOf(route)] === undefined && withoutReach[nameOf(route)] === undefined) faults.push(`${nameOf(route)}: succeeds for nobody: ${Object.keys(byAnswer).join(', ')}`);
      table[nameOf(route)] = Object.fromEntries(Object.entries(byAnswer).sort(([a], [b]) => (a < b ? -1 : 1)).map(([answer, names]) => [answer, told(names)]));
    }
    golden('access.golden.json', table);
    expect(faults).toEqual([]);
  });

  it('no public operation fails, whoever calls it with nothing', async () => {
    const faults: string[] = [];
    const some = callers.filter(({ name }) => ['stranger', 'account without a role', 'administrator', 'employer_clerk', 'jobseeker', 'machine'].includes(name));
    for (const route of routes.filter(({ access }) => access.kind === 'public')) {
      for (const caller of some) {
        const { status } = await call(route, caller, {});
        if (status >= 500) faults.push(`${nameOf(route)} as ${caller.name}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

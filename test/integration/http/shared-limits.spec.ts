import { startTestApp, type TestApp } from '../../support/app.js';
import { signedInAs } from '../../support/members.js';
import { anAccount, openSessionFor, PASSWORD, sql } from '../../support/sign-in.js';

/** Two processes on one database: what was promised is counted once, however many there are. */
describe('limits over several processes', () => {
  let first: TestApp;
  let second: TestApp;
  beforeAll(async () => {
    const limits = { ZHUJIU_SIGN_INS_PER_MINUTE: '4', ZHUJIU_ACCOUNT_CALLS_PER_MINUTE: '60' };
    first = await startTestApp(limits);
    second = await startTestApp({ ...limits, DATABASE_URL: first.settings.database.url ?? '' });
  });
  afterAll(async () => {
    await second.close();
    await first.close();
  });

  it('an account has one number of calls', async () => {
    const { bearer } = await signedInAs(first, { role: 'auditor' });
    const call = (app: TestApp) => app.http().get('/api/v1/account').set({ Authorization: bearer });
    const answers: number[] = [];
    for (let n = 0; n < 60; n += 1) answers.push((await call(n % 2 === 0 ? first : second)).status);
    expect(new Set(answers)).toEqual(new Set([200]));
    expect([(await call(first)).status, (await call(second).expect(429)).body.code]).toEqual([429, 'http.rate_limited']);
  });

  it('a machine has one number of calls, with whichever of its keys', async () => {
    const { bearer } = await openSessionFor(first, await anAccount(first, { roles: [{ role: 'administrator', regionCode: '370000' }] }));
    const administer = (path: string, body: object) => first.http().post(`/api/v1/machine-clients${path}`).set({ Authorization: bearer }).send(body);
    const { body: { id } } = await administer('', { name: '税务', role: 'town_officer', permissions: ['members.read'], regionPrefix: '3703', callsPerMinute: 3 }).expect(201);
    const keys: string[] = [];
    for (let n = 0; n < 2; n += 1) keys.push((await administer(`/${id}/keys`, { days: 1 }).expect(201)).body.key);
    const call = (app: TestApp, key = 0) => app.http().get('/api/v1/members').set({ Authorization: `Bearer ${keys[key]}` });
    expect([(await call(first)).status, (await call(second)).status, (await call(first, 1)).status]).toEqual([200, 200, 200]);
    expect((await call(second, 1).expect(429)).body.code).toBe('http.rate_limited');
    // Outside its permissions it is told that, however often it called.
    expect((await first.http().get('/api/v1/organisations').set({ Authorization: `Bearer ${keys[0]}` }).expect(403)).body.code).toBe('access.forbidden');
  });

  it('sign-ins of one address are counted together, and back-off of one account is shared', async () => {
    await anAccount(first, { contact: 'shared@example.org' });
    const attempt = (app: TestApp, password: string) => app.http().post('/api/v1/sessions').send({ contact: 'shared@example.org', password });
    await attempt(first, PASSWORD).expect(201);
    await attempt(second, PASSWORD).expect(201);
    await attempt(first, PASSWORD).expect(201);
    await attempt(second, PASSWORD).expect(201);
    expect((await attempt(first, PASSWORD).expect(429)).body.code).toBe('http.rate_limited');
    expect((await attempt(second, PASSWORD).expect(429)).body.code).toBe('http.rate_limited');
  });

  it('who was counted stands in the table as a digest', async () => {
    const rows = JSON.stringify(await sql(first, 'SELECT * FROM call_count'));
    expect(rows).toMatch(/sign-in:/);
    expect(rows).not.toMatch(/127\.0\.0\.1|::1|::ffff/);
    expect(rows).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});

/** Wrong passwords at two processes lead to one wait. */
describe('back-off over several processes', () => {
  it('is one', async () => {
    const first = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '1000' });
    const second = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '1000', DATABASE_URL: first.settings.database.url ?? '' });
    await anAccount(first, { contact: 'guessed@example.org' });
    const attempt = (app: TestApp, password: string) => app.http().post('/api/v1/sessions').send({ contact: 'guessed@example.org', password });
    for (let n = 0; n < 5; n += 1) await attempt(n % 2 === 0 ? first : second, 'wrong wrong wrong').expect(401);
    expect((await attempt(first, PASSWORD).expect(429)).body.code).toBe('sign_in.wait');
    expect((await attempt(second, PASSWORD).expect(429)).body.code).toBe('sign_in.wait');
    await second.close();
    await first.close();
  });
});

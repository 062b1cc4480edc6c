import { startTestApp, type TestApp } from '../../support/app.js';
import { anAccount, PASSWORD, sql, totpCode } from '../../support/sign-in.js';

/** The client's address is told by a proxy that the service trusts. */
describe('back-off', () => {
  let app: TestApp;
  beforeAll(async () => { app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000', ZHUJIU_TRUSTED_PROXIES: 'loopback' }); });
  afterAll(() => app.close());

  const open = (address: string, body: object, device?: string) =>
    app.http().post('/api/v1/sessions').set({ 'X-Forwarded-For': address, ...(device === undefined ? {} : { Cookie: device }) }).send(body);
  const fail = async (address: string, contact: string, times: number): Promise<(string | undefined)[]> => {
    const codes = [];
    for (let time = 0; time < times; time += 1) codes.push((await open(address, { contact, password: 'not the password at all' })).body.code);
    return codes;
  };
  const WRONG = 'sign_in.wrong';
  const WAIT = 'sign_in.wait';

  it('lets five attempts pass, then asks to wait; the right password is not looked at meanwhile; others come in', async () => {
    await anAccount(app, { contact: 'slow@example.org', roles: [{ role: 'jobseeker' }] });
    expect(await fail('203.0.113.1', 'slow@example.org', 7)).toEqual([WRONG, WRONG, WRONG, WRONG, WRONG, WAIT, WAIT]);
    const right = { contact: 'slow@example.org', password: PASSWORD };
    const held = await open('203.0.113.1', right).expect(429);
    expect(held.body).toMatchObject({ code: WAIT, params: { seconds: expect.any(Number) } });
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
    await open('203.0.113.2', right).expect(201);
    await sql(app, "UPDATE sign_in_attempt SET last_at = last_at - interval '16 seconds'");
    await open('203.0.113.1', right).expect(201);
    expect(await fail('203.0.113.1', 'slow@example.org', 5)).toEqual([WRONG, WRONG, WRONG, WRONG, WRONG]);
  });

  it('treats an unknown contact like a known one', async () => {
    expect(await fail('203.0.113.3', '13800000000', 6)).toEqual([WRONG, WRONG, WRONG, WRONG, WRONG, WAIT]);
    const kept = await sql(app, "SELECT subject, place FROM sign_in_attempt") as unknown as { subject: string; place: string }[];
    expect(JSON.stringify(kept)).not.toMatch(/13800000000|203\.0\.113/);
  });

  it('attempts at one moment do not slip through together', async () => {
    await anAccount(app, { contact: 'rush@example.org', roles: [{ role: 'jobseeker' }] });
    const codes = await Promise.all(Array.from({ length: 20 }, () => open('203.0.113.4', { contact: 'rush@example.org', password: 'not the password at all' })));
    expect(codes.filter(({ body }) => body.code === WRONG)).toHaveLength(5);
    expect(codes.filter(({ body }) => body.code === WAIT)).toHaveLength(15);
  });

  it('a browser that was here before is not held up by somebody on the same network', async () => {
    await anAccount(app, { contact: 'office@example.org', roles: [{ role: 'jobseeker' }] });
    const page = await app.http().get('/sign-in').set({ 'X-Forwarded-For': '203.0.113.5', Accept: 'text/html' });
    const form = String(page.headers['set-cookie']).split(';')[0] ?? '';
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1];
    const own = { 'X-Forwarded-For': '203.0.113.5', Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' };
    const entered = await app.http().post('/sign-in').set({ ...own, Cookie: form }).type('form').send({ _csrf: token, contact: 'office@example.org', password: PASSWORD }).expect(303);
    const cookies = (entered.headers['set-cookie'] as unknown as string[]).map((cookie) => cookie.split(';')[0] ?? '');
    const device = cookies.find((cookie) => cookie.startsWith('zj-device=')) ?? '';
    expect(device).toMatch(/^zj-device=zjd_/);
    expect(await fail('203.0.113.5', 'office@example.org', 6)).toEqual([WRONG, WRONG, WRONG, WRONG, WRONG, WAIT]);
    const right = { contact: 'office@example.org', password: PASSWORD };
    await open('203.0.113.5', right).expect(429);
    const sent = await app.http().post('/sign-in').set({ ...own, Cookie: `${device}; ${cookies.find((cookie) => cookie.startsWith('zj-form=')) ?? ''}` }).type('form');
    expect(sent.status).toBe(403);
    const again = await app.http().get('/sign-in').set({ ...own, Cookie: device });
    const fresh = String(again.headers['set-cookie']).split(';')[0] ?? '';
    await app.http().post('/sign-in').set({ ...own, Cookie: `${device}; ${fresh}` }).type('form').send({ _csrf: /name="_csrf" value="([^"]+)"/.exec(again.text)?.[1], ...right }).expect(303);
  });

  it('a forged address from a peer that is not trusted changes nothing', async () => {
    const strict = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' });
    await anAccount(strict, { contact: 'spoof@example.org', roles: [{ role: 'jobseeker' }] });
    const codes = [];
    for (let time = 0; time < 7; time += 1) {
      const sent = { 'X-Forwarded-For': `198.51.100.${time}`, Forwarded: `for=198.51.100.${time}`, 'X-Real-IP': `198.51.100.${time}` };
      codes.push((await strict.http().post('/api/v1/sessions').set(sent).send({ contact: 'spoof@example.org', password: 'not the password at all' })).body.code);
    }
    expect(codes.slice(5)).toEqual([WAIT, WAIT]);
    await strict.close();
  });

  it('codes of the second factor cannot be tried out either', async () => {
    await anAccount(app, { contact: 'factor@example.org', roles: [{ role: 'auditor' }], authenticator: true });
    const tries = [];
    for (let time = 0; time < 7; time += 1) tries.push((await open('203.0.113.6', { contact: 'factor@example.org', password: PASSWORD, code: String(100_000 + time) })).body.code);
    expect(tries).toEqual([...Array.from({ length: 5 }, () => 'sign_in.code_wrong'), WAIT, WAIT]);
    await open('203.0.113.7', { contact: 'factor@example.org', password: PASSWORD, code: totpCode() }).expect(201);
  });
});

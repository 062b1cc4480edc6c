import { TOTP } from 'otpauth';
import { startTestApp, type TestApp } from '../../support/app.js';
import { FormReader } from '../../support/form-reader.js';
import { anAccount, openSessionFor, PASSWORD, SECRET, sql, totpCode } from '../../support/sign-in.js';

type Entry = { readonly act: string; readonly account_id: string | null; readonly via: string; readonly object_id: string; readonly detail: object | null };

const NEW_PASSWORD = '三把钥匙和一只蓝色的水壶';
const GUESS = 'not the password at all';

describe('what the audit keeps of signing in', () => {
  let app: TestApp;
  beforeAll(async () => { app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000', ZHUJIU_TRUSTED_PROXIES: 'loopback' }); });
  beforeEach(() => sql(app, 'DELETE FROM sign_in_attempt'));
  afterAll(() => app.close());

  let network = 0;
  const place = (): string => `203.0.113.${(network += 1)}`;
  const open = (address: string, body: object) => app.http().post('/api/v1/sessions').set({ 'X-Forwarded-For': address }).send(body);
  const entries = (since: number, act = '%'): Promise<Entry[]> => sql(app, "SELECT act, account_id, via, object_id, detail FROM audit_entry WHERE seq > $1 AND act LIKE $2 AND act LIKE 'sign-in.%' ORDER BY seq", [since, act]) as Promise<unknown> as Promise<Entry[]>;
  const last = async (): Promise<number> => Number((await sql(app, 'SELECT coalesce(max(seq), 0) AS id FROM audit_entry') as { id: string }[])[0]?.id);

  it('a sign-in, the switch of a role, a new password and the sign-out, as acts of the account', async () => {
    const account = await anAccount(app, { contact: 'whole@example.org', roles: [{ role: 'jobseeker' }, { role: 'jobseeker', regionCode: '370302' }] });
    const before = await last();
    const { body } = await open(place(), { contact: 'whole@example.org', password: PASSWORD }).expect(201);
    const own = { Authorization: `Bearer ${body.token}` };
    await app.http().put('/api/v1/session/membership').set(own).send({ membershipId: account.membershipIds[1] }).expect(204);
    await app.http().put('/api/v1/password').set(own).send({ current: PASSWORD, password: NEW_PASSWORD }).expect(204);
    await app.http().delete('/api/v1/session').set(own).expect(204);
    const kept = await entries(before);
    expect(kept.map(({ act, object_id: object, detail }) => [act, object, detail])).toEqual([
      ['sign-in.session.open', body.sessionId, { method: 'password' }],
      ['sign-in.membership.choose', account.membershipIds[1], null],
      ['sign-in.password.set', account.accountId, { sessionsEnded: 0 }],
      ['sign-in.session.revoke', body.sessionId, null],
    ]);
    expect(kept.every(({ account_id: who }) => who === account.accountId)).toBe(true);
  });

  it('an authenticator that is set up and taken away', async () => {
    const account = await anAccount(app, { contact: 'device@example.org', roles: [{ role: 'jobseeker' }] });
    const reader = await new FormReader(app, '').open('/sign-in?next=%2Faccount%2Fauthenticator%2Fset-up');
    await reader.send({ contact: 'device@example.org', password: PASSWORD });
    const secret = /<code class="zj-key">([A-Z2-7 ]+)<\/code>/.exec(reader.html)?.[1]?.replaceAll(' ', '') ?? SECRET;
    const code = (steps: number): string => new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret }).generate({ timestamp: Date.now() + steps * 30_000 });
    const before = await last();
    await reader.send({ code: code(0) });
    await reader.open('/account/authenticator');
    await reader.send({ code: code(1), act: 'replace' });
    expect((await entries(before)).map(({ act, account_id: who }) => [act, who])).toEqual([['sign-in.authenticator.enrol', account.accountId], ['sign-in.authenticator.remove', account.accountId]]);
  });

  it('a wrong password at a known account, as the act of nobody; each step of waiting leaves one failure and one wait', async () => {
    const account = await anAccount(app, { contact: 'guessed@example.org', roles: [{ role: 'jobseeker' }] });
    const address = place();
    const before = await last();
    const guess = async (times: number): Promise<void> => { for (let time = 0; time < times; time += 1) await open(address, { contact: 'guessed@example.org', password: GUESS }); };
    await guess(25);
    const codes = async () => (await entries(before)).map(({ detail }) => (detail as { code: string }).code);
    expect(await codes()).toEqual([...Array.from({ length: 5 }, () => 'sign_in.wrong'), 'sign_in.wait']);
    await sql(app, "UPDATE sign_in_attempt SET last_at = last_at - interval '16 seconds' WHERE count > 0");
    await guess(10);
    expect((await codes()).slice(6)).toEqual(['sign_in.wrong', 'sign_in.wait']);
    const kept = await entries(before);
    expect(kept.every((entry) => entry.act === 'sign-in.attempt.fail' && entry.account_id === null && entry.via === 'stranger' && entry.object_id === account.accountId)).toBe(true);
    expect(JSON.stringify(await sql(app, 'SELECT * FROM audit_entry WHERE seq > $1', [before]))).not.toMatch(/guessed@|203\.0\.113|not the password/);
  });

  it('a flood of contacts that nobody has leaves as many entries as its number has doubled', async () => {
    const address = place();
    const before = await last();
    for (let time = 0; time < 20; time += 1) await open(address, { contact: `nobody${time}@example.org`, password: GUESS }).expect(401);
    const kept = await entries(before);
    expect(kept.map(({ detail }) => detail)).toEqual([1, 2, 4, 8, 16].map((times) => ({ guessed: 'password', code: 'sign_in.wrong', times })));
    expect(JSON.stringify(kept)).not.toMatch(/nobody|203\.0\.113/);
  });

  it('a wrong or replayed code of the second factor and a wrong present password, as acts of the account', async () => {
    const account = await anAccount(app, { contact: 'coded@example.org', roles: [{ role: 'first_reviewer' }], authenticator: true });
    const address = place();
    const { bearer } = await openSessionFor(app, account);
    const proof = { contact: 'coded@example.org', password: PASSWORD };
    await open(address, { ...proof, code: totpCode() }).expect(201);
    const before = await last();
    await open(address, { ...proof, code: totpCode() }).expect(401);
    await open(address, { ...proof, code: '12' }).expect(401);
    await app.http().put('/api/v1/password').set({ Authorization: bearer }).send({ current: GUESS, password: NEW_PASSWORD }).expect(422);
    expect((await entries(before, 'sign-in.attempt.fail')).map(({ account_id: who, detail }) => [who, detail])).toEqual([
      [account.accountId, { guessed: 'second_factor', code: 'sign_in.code_replayed' }], [account.accountId, { guessed: 'second_factor', code: 'sign_in.code_wrong' }],
      [account.accountId, { guessed: 'password', code: 'sign_in.current_password_wrong' }],
    ]);
  });

  it('a wrong code of an office', async () => {
    const before = await last();
    await app.http().post('/api/v1/sessions/office-code').set({ 'X-Forwarded-For': place() }).send({ code: '1234 5678 9012 3456' }).expect(401);
    expect(await entries(before)).toMatchObject([{ act: 'sign-in.attempt.fail', account_id: null, object_id: 'office_code', detail: { guessed: 'office_code', code: 'sign_in.office_code_wrong' } }]);
  });
});

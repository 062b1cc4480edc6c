import { TOTP } from 'otpauth';
import { startTestApp, type TestApp } from '../../support/app.js';
import { FormReader } from '../../support/form-reader.js';
import { anAccount, openSessionFor, PASSWORD, sql, totpCode } from '../../support/sign-in.js';

const NEW_PASSWORD = '三把钥匙和一只蓝色的水壶';

describe('sign-in by pages, without script', () => {
  let app: TestApp;
  beforeAll(async () => { app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' }); });
  afterAll(() => app.close());

  const visitor = (prefix: '' | '/en' = '') => new FormReader(app, prefix);

  it('leads from a closed page through the sign-in back to it, and out again', async () => {
    await anAccount(app, { contact: 'one@example.org', roles: [{ role: 'jobseeker' }] });
    const reader = await visitor().open('/account/sessions');
    expect([reader.at, reader.heading]).toEqual(['/sign-in?next=%2Faccount%2Fsessions', '登录']);
    await reader.send({ contact: 'one@example.org', password: 'wrong wrong wrong' });
    expect(reader.status).toBe(422);
    expect(reader.faults).toEqual([{ said: '账号或密码不对。请检查后重新填写。', atField: '账号或密码不对。请检查后重新填写。', field: 'password' }]);
    expect([reader.valueOf('contact'), reader.html.includes('wrong wrong')]).toEqual(['one@example.org', false]);
    await reader.send({ password: PASSWORD });
    expect([reader.at, reader.heading]).toEqual(['/account/sessions', '我的登录']);
    await reader.send({}, '/sign-in/out');
    expect(reader.words).toContain('已退出登录');
    await reader.open('/account/sessions');
    expect(reader.heading).toBe('登录');
  });

  it('never leads to another site, and keeps English English', async () => {
    await anAccount(app, { contact: 'two@example.org', roles: [{ role: 'jobseeker' }] });
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/en//evil.example', 'javascript:alert(1)']) {
      const reader = await visitor().open(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(reader.valueOf('next')).toBeNull();
      await reader.send({ contact: 'two@example.org', password: PASSWORD });
      expect(reader.at).toBe('/account');
    }
    const reader = await visitor('/en').open('/account/sessions');
    await reader.send({ contact: 'two@example.org', password: PASSWORD });
    expect([reader.at, reader.heading]).toEqual(['/en/account/sessions', 'My sessions']);
  });

  it('sets cookies that scripts and other sites cannot use, with __Host- on https', async () => {
    await anAccount(app, { contact: 'three@example.org', roles: [{ role: 'jobseeker' }] });
    const secure = await startTestApp({ ZHUJIU_TRUSTED_PROXIES: 'loopback', ZHUJIU_PUBLIC_URL: 'https://zhujiu.example', ZHUJIU_SIGN_INS_PER_MINUTE: '1000' });
    await anAccount(secure, { contact: 'three@example.org', roles: [{ role: 'jobseeker' }] });
    for (const [service, https, name] of [[app, {}, 'sid'], [secure, { 'X-Forwarded-Proto': 'https' }, '__Host-sid']] as const) {
      const headers = { ...https, Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' };
      const form = await service.http().get('/sign-in').set(headers);
      const token = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1];
      const answer = await service.http().post('/sign-in').set({ ...headers, Cookie: String(form.headers['set-cookie']).split(';')[0] ?? '' }).type('form').send({ _csrf: token, contact: 'three@example.org', password: PASSWORD }).expect(303);
      const cookie = (answer.headers['set-cookie'] as unknown as string[]).find((one) => one.startsWith(`${name}=`)) ?? '';
      expect(cookie).toMatch(/; Path=\/; HttpOnly(?:; Secure)?; SameSite=Lax$/);
      expect([/Secure/.test(cookie), /Domain|Max-Age|Expires/.test(cookie)]).toEqual([service === secure, false]);
      // A token that was there before the sign-in is worth nothing after it.
      expect((answer.headers['set-cookie'] as unknown as string[]).some((one) => /^(?:__Host-)?zj-form=/.test(one))).toBe(true);
    }
    await secure.close();
  });

  it('a form with a forged token, from elsewhere, or of another session changes nothing', async () => {
    const account = await anAccount(app, { roles: [{ role: 'jobseeker' }] });
    const { cookie, sessionIds } = await openSessionFor(app, account);
    const own = { Accept: 'text/html', Cookie: cookie };
    const form = await app.http().get('/account/sessions').set(own).expect(200);
    const token = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const key = String(form.headers['set-cookie']).split(';')[0] ?? '';
    const end = (headers: Record<string, string>, body: object) => app.http().post('/account/sessions/end').set({ ...own, ...headers }).type('form').send({ session: sessionIds[1], ...body });
    const same = { 'Sec-Fetch-Site': 'same-origin', Cookie: `${cookie}; ${key}`, Accept: 'application/problem+json, text/html;q=0.5' };
    expect((await end({ ...same, 'Sec-Fetch-Site': 'cross-site' }, { _csrf: token }).expect(403)).body.code).toBe('csrf.cross_site');
    expect((await end({ ...same, Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-site' }, { _csrf: token }).expect(403)).body.code).toBe('csrf.cross_site');
    expect((await end({ ...same, Cookie: cookie }, { _csrf: token }).expect(403)).body.code).toBe('csrf.token_missing');
    expect((await end(same, {}).expect(403)).body.code).toBe('csrf.token_missing');
    expect((await end(same, { _csrf: token.replace(/^../, 'AA') }).expect(403)).body.code).toBe('csrf.token_wrong');
    // Another session's key and token together, such as somebody could plant who has one of their own.
    const other = await openSessionFor(app, await anAccount(app, { roles: [{ role: 'jobseeker' }] }));
    const theirs = await app.http().get('/account/sessions').set({ Accept: 'text/html', Cookie: other.cookie }).expect(200);
    const planted = { key: String(theirs.headers['set-cookie']).split(';')[0] ?? '', token: /name="_csrf" value="([^"]+)"/.exec(theirs.text)?.[1] ?? '' };
    expect((await end({ ...same, Cookie: `${cookie}; ${planted.key}` }, { _csrf: planted.token }).expect(403)).body.code).toBe('csrf.token_wrong');
    expect(await sql(app, 'SELECT revoked_at FROM session WHERE id = $1', [sessionIds[1]])).toEqual([{ revoked_at: null }]);
    await end({ ...same, Accept: 'text/html' }, { _csrf: token }).expect(303);
    expect(await sql(app, 'SELECT revoked_at FROM session WHERE id = $1 AND revoked_at IS NULL', [sessionIds[1]])).toEqual([]);
  });

  it('says what was left empty or cannot be an address, and counts no attempt for it', async () => {
    await anAccount(app, { contact: 'empty@example.org', roles: [{ role: 'jobseeker' }] });
    const reader = await visitor().open('/sign-in');
    for (let press = 0; press < 8; press++) await reader.send({ contact: press % 2 === 0 ? '' : 'empty@example.org', password: '' });
    expect(reader.faults).toEqual([{ said: '请填写密码。', atField: '请填写密码。', field: 'password' }]);
    await reader.send({ contact: ' ', password: '' });
    expect(reader.faults.map(({ field }) => field)).toEqual(['contact', 'password']);
    await reader.send({ contact: 'empty@example.org', password: PASSWORD });
    expect(reader.at).toBe('/account');
    await reader.open('/sign-in/forgotten');
    await reader.send({ contact: 'neither of both' });
    expect([reader.status, reader.faults[0]?.field, reader.valueOf('contact')]).toEqual([422, 'contact', 'neither of both']);
    expect(await sql(app, "SELECT FROM one_time_secret WHERE purpose = 'password_reset'")).toEqual([]);
  });

  it('shows whoever is signed in as that where a page is not there or not theirs, and tells a link that is over from an address that is wrong', async () => {
    const { cookie } = await openSessionFor(app, await anAccount(app, { roles: [{ role: 'jobseeker' }] }));
    const open = (path: string) => app.http().get(path).set({ Accept: 'text/html', Cookie: cookie });
    const titleOf = (html: string): string => /<title>([^<]*)</.exec(html)?.[1] ?? '';
    for (const [path, status] of [['/account/memberships/none/leave', 404], ['/members', 403], ['/sign-in/reset?token=zjr_gone', 410]] as const) {
      const page = await open(path).expect(status);
      expect(page.text).toContain('>我的账号</a>');
    }
    expect([titleOf((await open('/account/memberships/none/leave')).text), titleOf((await open('/sign-in/reset?token=zjr_gone')).text)]).toEqual(['错误：找不到这个页面 – 助就 Zhujiu', '错误：这个链接不能用了 – 助就 Zhujiu']);
    expect((await app.http().get('/sign-in/reset?token=zjr_gone').set({ Accept: 'text/html' }).expect(410)).text).toContain('>登录</a>');
  });

  it('staff set up an authenticator once, with picture and key, and get recovery codes', async () => {
    await anAccount(app, { contact: 'staff@example.org', displayName: '测试 <b>员', roles: [{ role: 'auditor' }] });
    const reader = await visitor().open('/sign-in?next=%2Faccount%2Fauthenticator');
    await reader.send({ contact: 'staff@example.org', password: PASSWORD });
    expect([reader.at, reader.heading]).toEqual(['/sign-in/authenticator?next=%2Faccount%2Fauthenticator', '设置验证器']);
    expect(reader.html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="密钥的二维码/);
    const secret = /<code class="zj-key">([A-Z2-7 ]+)<\/code>/.exec(reader.html)?.[1]?.replaceAll(' ', '') ?? '';
    expect(secret).toHaveLength(32);
    await reader.open('/sign-in/authenticator');
    expect(reader.html).toContain(secret.slice(0, 4));
    await reader.send({ code: '000000' });
    expect(reader.status).toBe(422);
    const code = new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret }).generate();
    await reader.send({ code });
    expect(reader.heading).toBe('请保存恢复码');
    const recovery = [...reader.html.matchAll(/<code class="zj-key">([0-9A-Z ]{19})<\/code>/g)].map(([, one]) => one ?? '');
    expect(new Set(recovery).size).toBe(10);
    const [stored] = await sql(app, 'SELECT secret FROM totp_device') as { secret: string }[];
    expect(stored?.secret).not.toContain(secret);
    await reader.open('/account/authenticator');
    expect(reader.words).toContain('还有 10 个恢复码');

    const other = await visitor().open('/sign-in');
    await other.send({ contact: 'staff@example.org', password: PASSWORD });
    expect(other.heading).toBe('输入动态码');
    await other.open('/account/sessions');
    expect(other.heading).toBe('登录');
    await other.open('/sign-in/second-factor');
    await other.send({ code });
    expect(other.faults[0]?.said).toContain('已经用过');
    await other.send({ code: recovery[0]?.toLowerCase().replaceAll(' ', '-') ?? '' });
    expect(other.at).toBe('/account');
    const third = await visitor().open('/sign-in');
    await third.send({ contact: 'staff@example.org', password: PASSWORD });
    await third.send({ code: recovery[0] ?? '' });
    expect(third.faults[0]?.said).toContain('这个恢复码已经用过');
  });

  it('an officer hands out a code; it works once, for that person, in the officer’s region only', async () => {
    const person = await anAccount(app, { displayName: '没有手机的人', password: null, roles: [{ role: 'jobseeker' }] });
    const officer = await anAccount(app, { roles: [{ role: 'town_officer' }] });
    const elsewhere = await anAccount(app, { roles: [{ role: 'town_officer', regionCode: '440106' }] });
    const { bearer } = await openSessionFor(app, officer);
    const issue = (header: string, id: string) => app.http().post(`/api/v1/accounts/${id}/office-codes`).set({ Authorization: header });
    expect((await issue((await openSessionFor(app, elsewhere)).bearer, person.accountId).expect(404)).body.code).toBe('sign_in.account_not_found');
    expect((await issue(bearer, '00000000-0000-4000-8000-000000000000').expect(404)).body.code).toBe('sign_in.account_not_found');
    expect((await issue((await openSessionFor(app, person)).bearer, officer.accountId).expect(403)).body.code).toBe('access.forbidden');
    expect((await issue(bearer, officer.accountId).expect(422)).body.code).toBe('sign_in.code_not_for_self');
    expect((await issue((await openSessionFor(app, officer)).bearer, (await anAccount(app, { roles: [{ role: 'auditor' }] })).accountId).expect(422)).body.code).toBe('sign_in.code_not_for_staff');
    const first = (await issue(bearer, person.accountId).expect(201)).body.code as string;
    const { body: { code } } = await issue(bearer, person.accountId).expect(201);
    expect(code).toMatch(/^\d{16}$/);
    expect(JSON.stringify(await sql(app, 'SELECT * FROM one_time_secret'))).not.toContain(code);
    const reader = await visitor().open('/sign-in/code?next=%2Faccount%2Fsessions');
    await reader.send({ code: first });
    expect(reader.faults[0]?.said).toContain('登录码不对');
    await reader.send({ code: code.replace(/(.{4})/g, '$1 ').replace(/\d/g, (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) });
    expect([reader.at, reader.words.includes('窗口登录码')]).toEqual(['/account/sessions', true]);
    const again = await visitor().open('/sign-in/code');
    await again.send({ code });
    expect(again.faults[0]?.said).toContain('已经用过');
  });

  it('a person with two roles chooses one and switches', async () => {
    const two = await anAccount(app, { contact: 'roles@example.org', roles: [{ role: 'jobseeker' }, { role: 'jobseeker', regionCode: '370302' }] });
    const reader = await visitor().open('/sign-in?next=%2Fhelp');
    await reader.send({ contact: 'roles@example.org', password: PASSWORD });
    expect(reader.at).toBe('/account/role?next=%2Fhelp');
    await reader.send({});
    expect(reader.faults).toHaveLength(1);
    await reader.send({ membership: two.membershipIds[1] ?? '' });
    expect(reader.at).toBe('/help');
    await reader.open('/account/role');
    expect(reader.chosen('membership')).toBe(two.membershipIds[1]);
  });

  it('a new password ends the other sessions and needs the present one', async () => {
    const account = await anAccount(app, { contact: 'change@example.org', roles: [{ role: 'jobseeker' }] });
    const elsewhere = await openSessionFor(app, account);
    const reader = await visitor().open('/sign-in?next=%2Faccount%2Fpassword');
    await reader.send({ contact: 'change@example.org', password: PASSWORD });
    for (const [fields, field, words] of [
      [{ current: 'wrong', password: NEW_PASSWORD }, 'current', '现在的密码不对'],
      [{ current: PASSWORD, password: 'short' }, 'password', '至少 12 个字符'],
      [{ current: PASSWORD, password: 'Password1234' }, 'password', '太常见'],
      [{ current: PASSWORD, password: 'change@example.org' }, 'password', '容易被猜中'],
    ] as const) {
      await reader.send(fields);
      expect(reader.faults).toMatchObject([{ field, said: expect.stringContaining(words) }]);
    }
    await reader.send({ current: PASSWORD, password: NEW_PASSWORD });
    expect(reader.words).toContain('密码已更换');
    expect((await app.http().get('/api/v1/session').set({ Authorization: elsewhere.bearer }).expect(401)).body.code).toBe('access.session_ended');
    await reader.open('/account/sessions');
    expect(reader.heading).toBe('我的登录');
  });

  it('a page says how long the session holds; its button extends it and needs the page’s token', async () => {
    const account = await anAccount(app, { roles: [{ role: 'jobseeker' }] });
    const { cookie, sessionIds } = await openSessionFor(app, account);
    await sql(app, "UPDATE session SET seen_at = now() - interval '58 minutes' WHERE id = $1", [sessionIds[0]]);
    const page = await app.http().get('/help').set({ Accept: 'text/html', Cookie: cookie }).expect(200);
    const shown = /<session-end data-left="(\d+)" data-warn="(\d+)" data-src="([^"]+)" data-token="([^"]+)"/.exec(page.text);
    expect([Number(shown?.[1]) >= 60 * 60, Number(shown?.[2])]).toEqual([true, 300]);
    const extend = (headers: Record<string, string>) => app.http().post(shown?.[3] ?? '').set({ 'Sec-Fetch-Site': 'same-origin', Cookie: `${cookie}; ${String(page.headers['set-cookie']).split(';')[0]}`, ...headers });
    expect((await extend({}).expect(403)).body.code).toBe('csrf.token_missing');
    expect((await extend({ 'X-CSRF-Token': 'forged' }).expect(403)).body.code).toBe('csrf.token_wrong');
    expect((await extend({ 'X-CSRF-Token': shown?.[4] ?? '' }).expect(200)).body.secondsLeft).toBeGreaterThanOrEqual(60 * 60);
    const stranger = await app.http().get('/help').set({ Accept: 'text/html', Cookie: 'sid=zjs_gone' }).expect(200);
    expect(stranger.text).not.toContain('<session-end');
  });

  it('answers a code of the authenticator of somebody else with a refusal', async () => {
    await anAccount(app, { contact: 'mine@example.org', roles: [{ role: 'auditor' }], authenticator: true });
    const reader = await visitor().open('/sign-in');
    await reader.send({ contact: 'mine@example.org', password: PASSWORD });
    await reader.send({ code: String((Number(totpCode()) + 1) % 1_000_000).padStart(6, '0') });
    expect(reader.faults[0]?.field).toBe('code');
  });
});

/** B18: the session ends while a form is being filled in. */
describe('a form that was sent after its session had ended', () => {
  let app: TestApp;
  beforeAll(async () => { app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' }); });
  afterAll(() => app.close());

  const HTML = { Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' };
  const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const keptIn = (html: string): string => (/name="kept" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

  it('is held through password and second factor, and done with one press; nothing of it is lost', async () => {
    const two = await anAccount(app, { contact: 'kept@example.org', roles: [{ role: 'first_reviewer' }, { role: 'second_reviewer' }], authenticator: true });
    const agent = app.visitor().set(HTML);
    const { cookie, sessionIds } = await openSessionFor(app, two);
    const form = await agent.get('/account/role?next=%2Fhelp').set('Cookie', cookie).expect(200);
    await sql(app, 'UPDATE session SET revoked_at = now() WHERE id = $1', [sessionIds[0]]);
    const typed = { membership: two.membershipIds[1] ?? '', next: '/help?q="<b>' };
    const asked = await agent.post('/account/role').type('form').send({ _csrf: tokenIn(form.text), ...typed }).set('Cookie', cookie).expect(401);
    expect(asked.text).toContain('登录已结束，请重新登录');
    expect(JSON.parse(keptIn(asked.text))).toEqual(['/account/role', 'membership', typed.membership, 'next', typed.next]);
    const wrong = await agent.post('/sign-in').type('form').send({ _csrf: tokenIn(asked.text), kept: keptIn(asked.text), contact: 'kept@example.org', password: 'wrong wrong wrong' }).set('Cookie', cookie).expect(422);
    const second = await agent.post('/sign-in').type('form').send({ _csrf: tokenIn(wrong.text), kept: keptIn(wrong.text), contact: 'kept@example.org', password: PASSWORD }).set('Cookie', cookie).expect(200);
    expect(second.text).toContain('输入动态码');
    const inside = await agent.post('/sign-in/second-factor').type('form').send({ _csrf: tokenIn(second.text), kept: keptIn(second.text), code: totpCode() }).set('Cookie', cookie).expect(200);
    expect(inside.text).toContain('继续刚才的操作');
    expect(inside.text).toContain(`name="membership" value="${typed.membership}"`);
    await agent.post('/account/role').type('form').send({ _csrf: tokenIn(inside.text), membership: typed.membership, next: '/help' }).expect(303).expect('Location', '/help');
  });

  it('is held for whoever has no password and signs in with a code of an office', async () => {
    const person = await anAccount(app, { password: null, roles: [{ role: 'jobseeker' }] });
    const officer = await openSessionFor(app, await anAccount(app, { roles: [{ role: 'town_officer' }] }));
    const { cookie, sessionIds } = await openSessionFor(app, person);
    const agent = app.visitor().set(HTML);
    const form = await agent.get('/account').set('Cookie', cookie).expect(200);
    await sql(app, 'UPDATE session SET revoked_at = now() WHERE id = $1', [sessionIds[0]]);
    const asked = await agent.post('/account').type('form').send({ _csrf: tokenIn(form.text), displayName: '改过的名字', language: 'zh' }).set('Cookie', cookie).expect(401);
    expect(asked.text).toContain('action="/sign-in/code"');
    const { body: { code } } = await app.http().post(`/api/v1/accounts/${person.accountId}/office-codes`).set({ Authorization: officer.bearer }).expect(201);
    const inside = await agent.post('/sign-in/code').type('form').send({ _csrf: tokenIn(asked.text), kept: keptIn(asked.text), code }).set('Cookie', cookie).expect(200);
    expect([inside.text.includes('继续刚才的操作'), inside.text.includes('value="改过的名字"')]).toEqual([true, true]);
  });

  it('is not held for another site, and never holds a password', async () => {
    const answer = await app.http().post('/account/role').set({ Accept: 'text/html', 'Sec-Fetch-Site': 'cross-site' }).type('form').send({ _csrf: 'forged', membership: 'x' }).expect(401);
    expect(keptIn(answer.text)).toBe('');
    const agent = app.visitor().set(HTML);
    const page = await agent.get('/sign-in').expect(200);
    const asked = await agent.post('/account/password').type('form').send({ _csrf: tokenIn(page.text), current: PASSWORD, password: 'another password' }).expect(401);
    expect([keptIn(asked.text), asked.text.includes('another password')]).toEqual(['["/account/password"]', false]);
    const program = await app.http().post('/account/role').set({ Accept: 'application/json' }).type('form').send({ membership: 'x' }).expect(401);
    expect(program.body.code).toBe('access.sign_in_required');
  });
});

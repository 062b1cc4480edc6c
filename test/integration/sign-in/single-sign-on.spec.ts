import { startTestApp, type TestApp } from '../../support/app.js';
import { OIDC_CLIENT, signInAtProvider, startOidcServer, type OidcServer } from '../../support/oidc.js';
import { anAccount, openSessionFor, sql, totpCode } from '../../support/sign-in.js';
import { FormReader } from '../../support/form-reader.js';

const PUBLIC_URL = 'http://zhujiu.test';
const REDIRECT = `${PUBLIC_URL}/sign-in/oidc/callback`;

describe('single sign-on', () => {
  let provider: OidcServer;
  let app: TestApp;
  beforeAll(async () => {
    provider = await startOidcServer(REDIRECT);
    app = await startTestApp({ ZHUJIU_PUBLIC_URL: PUBLIC_URL, ZHUJIU_OIDC_ISSUER: provider.issuer, ...OIDC_CLIENT, ZHUJIU_SIGN_INS_PER_MINUTE: '10000' });
  });
  afterAll(async () => {
    await app.close();
    await provider.stop();
  });

  const leave = async (next = '') => {
    const agent = app.visitor().set('Accept', 'text/html');
    const answer = await agent.get(`/sign-in/oidc/start${next}`).expect(303);
    return { agent, address: answer.headers['location'] as string };
  };
  const back = (agent: ReturnType<TestApp['visitor']>, address: URL) => agent.get(address.pathname + address.search);
  const codeOf = async (request: ReturnType<ReturnType<TestApp['visitor']>['get']>) => (await request.set('Accept', 'application/problem+json, text/html;q=0.5')).body.code;

  it('starts by a plain link with state, nonce and PKCE, and opens the account that is linked', async () => {
    const person = await anAccount(app, { displayName: '单点登录的人', password: null, roles: [{ role: 'jobseeker' }] });
    const administrator = await anAccount(app, { roles: [{ role: 'administrator' }] });
    const { bearer } = await openSessionFor(app, administrator);
    const link = (subject: string) => app.http().post(`/api/v1/accounts/${person.accountId}/identities`).set({ Authorization: bearer }).send({ subject });
    await link('subject-1').expect(204);
    expect((await link('subject-1').expect(409)).body.code).toBe('sign_in.identity_already_linked');

    const form = await new FormReader(app, '').open('/sign-in');
    expect(form.links('/sign-in/oidc/start')).toHaveLength(1);
    const { agent, address } = await leave('?next=%2Faccount%2Fsessions');
    const sent = new URL(address).searchParams;
    expect([...sent.keys()].sort()).toEqual(['client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state']);
    expect([sent.get('code_challenge_method'), sent.get('redirect_uri')]).toEqual(['S256', REDIRECT]);
    const returned = await signInAtProvider(address, 'subject-1', REDIRECT);
    await back(agent, returned).expect(303).expect('Location', '/account/sessions');
    const page = await agent.get('/account/sessions').expect(200);
    expect(page.text).toContain('统一身份认证');
    // The same address once more, as from the history of the browser.
    expect(await codeOf(back(agent, returned))).toBe('sign_in.step_expired');
  });

  it('makes no account for somebody who is not known here', async () => {
    const before = await sql(app, 'SELECT count(*) FROM account');
    const { agent, address } = await leave();
    expect(await codeOf(back(agent, await signInAtProvider(address, 'nobody', REDIRECT)))).toBe('sign_in.single_sign_on_unknown');
    expect(await sql(app, 'SELECT count(*) FROM account')).toEqual(before);
  });

  it('refuses another state, another browser, and a code that was not asked for', async () => {
    const { agent, address } = await leave();
    const returned = await signInAtProvider(address, 'subject-1', REDIRECT);
    expect(await codeOf(back(app.visitor(), returned))).toBe('sign_in.step_expired');
    const changed = new URL(returned);
    changed.searchParams.set('state', 'another');
    expect(await codeOf(back(agent, changed))).toBe('sign_in.single_sign_on_failed');
    const second = await leave();
    const planted = new URL(returned);
    planted.searchParams.set('state', new URL(second.address).searchParams.get('state') ?? '');
    expect(await codeOf(back(second.agent, planted))).toBe('sign_in.single_sign_on_failed');
    const refused = await leave();
    const denied = new URL(`${REDIRECT}?error=access_denied&state=${new URL(refused.address).searchParams.get('state')}`);
    expect(await codeOf(back(refused.agent, denied))).toBe('sign_in.single_sign_on_failed');
  });

  it('asks staff for their second factor all the same', async () => {
    const officer = await anAccount(app, { roles: [{ role: 'auditor' }], authenticator: true });
    await sql(app, 'INSERT INTO oidc_identity (issuer, subject, account_id, linked_at) VALUES ($1, $2, $3, now())', [provider.issuer, 'subject-2', officer.accountId]);
    const { agent, address } = await leave();
    await back(agent, await signInAtProvider(address, 'subject-2', REDIRECT)).expect(303).expect('Location', '/sign-in/second-factor');
    await agent.get('/account/sessions').expect(303);
    const form = await agent.get('/sign-in/second-factor').expect(200);
    const token = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1];
    await agent.post('/sign-in/second-factor').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: token, code: totpCode() }).expect(303);
    await agent.get('/account/sessions').expect(200);
  });

  it('is off where no issuer is set, and says so when the provider is away', async () => {
    const off = await startTestApp({});
    expect((await off.http().get('/sign-in/oidc/start').set('Accept', 'application/problem+json, text/html;q=0.5').expect(422)).body.code).toBe('sign_in.single_sign_on_off');
    expect((await new FormReader(off, '').open('/sign-in')).links('/sign-in/oidc')).toEqual([]);
    await off.close();
    const away = await startTestApp({ ZHUJIU_OIDC_ISSUER: 'http://127.0.0.1:9', ...OIDC_CLIENT });
    expect((await away.http().get('/sign-in/oidc/start').set('Accept', 'application/problem+json, text/html;q=0.5').expect(503)).body.code).toBe('sign_in.single_sign_on_unavailable');
    await away.close();
  });
});

import type { Test } from 'supertest';
import { startProbeApp, type TestApp } from '../../support/app.js';
import { ProbeController } from './probe.js';

type Visit = { cookie: string; token: string };
type Headers = Readonly<Record<string, string>>;

describe('cross-site requests', () => {
  let service: TestApp;
  let own: Headers;
  beforeAll(async () => {
    service = await startProbeApp([ProbeController]);
    own = { 'Sec-Fetch-Site': 'same-origin', Origin: service.origin, Host: `127.0.0.1:${service.port}` };
  });
  afterAll(() => service.close());

  const visit = async (): Promise<Visit> => {
    const { headers, text } = await service.http().get('/form').expect(200);
    return { cookie: (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '', token: /value="([^"]+)"/.exec(text)?.[1] ?? '' };
  };
  const submit = (path: string, headers: Headers, fields: Readonly<Record<string, string>>): Test => service.http().post(path).set(headers).type('form').send(fields);
  const code = async (request: Test): Promise<[number, string]> => {
    const { status, text } = await request;
    return [status, status === 200 ? '' : JSON.parse(text).code];
  };

  it('finds no cookie on a page without a form, and no redirect', async () => {
    const { headers } = await service.http().get('/').expect(200);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('gives a page with a form one strict cookie, kept over pages, and a token that is new each time', async () => {
    const { headers } = await service.http().get('/form');
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^zj-form=[\w-]+\.[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/)]);
    const first = await visit();
    const again = await service.http().get('/form').set('Cookie', first.cookie);
    expect(again.headers['set-cookie']).toBeUndefined();
    const second = /value="([^"]+)"/.exec(again.text)?.[1] ?? '';
    expect(second).not.toBe(first.token);
    for (const token of [first.token, second]) await submit('/form', { ...own, Cookie: first.cookie }, { _csrf: token, name: '张' }).expect(200, '<p>{"name":"张"}</p>');
  });

  it('gives a secure __Host- cookie behind a trusted https proxy only', async () => {
    const trusting = await startProbeApp([ProbeController], { ZHUJIU_TRUSTED_PROXIES: 'loopback' });
    try {
      const { headers } = await trusting.http().get('/form').set('X-Forwarded-Proto', 'https');
      expect(headers['set-cookie']?.[0]).toMatch(/^__Host-zj-form=[\w.-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      const { cookie, token } = { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '', token: /value="([^"]+)"/.exec((await trusting.http().get('/form').set({ 'X-Forwarded-Proto': 'https', Cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' })).text)?.[1] ?? '' };
      const send = (more: Headers) => trusting.http().post('/form').set({ 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'zhujiu.example', Cookie: cookie, ...more }).type('form').send({ _csrf: token });
      await send({ Origin: 'https://zhujiu.example' }).expect(200);
      await send({ Origin: 'http://zhujiu.example' }).expect(403);
      // The name without the prefix could have been planted from plain http.
      await send({ Origin: 'https://zhujiu.example', Cookie: cookie.replace('__Host-', '') }).expect(403);
    } finally {
      await trusting.close();
    }
    const { headers } = await service.http().get('/form').set('X-Forwarded-Proto', 'https');
    expect(headers['set-cookie']?.[0]).toMatch(/^zj-form=/);
  });

  describe('of a page', () => {
    it.each<[string, Headers | 'own', number]>([
      ['from our page', 'own', 200],
      ['from our page, fetch metadata alone', { 'Sec-Fetch-Site': 'same-origin' }, 200],
      ['from an older browser that sends Origin', { Origin: 'SELF' }, 200],
      ['by the person (none) with our Origin', { 'Sec-Fetch-Site': 'none', Origin: 'SELF' }, 200],
      ['by the person without Origin', { 'Sec-Fetch-Site': 'none' }, 403],
      ['from another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, 403],
      ['from another site that names our Origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'SELF' }, 403],
      ['from a sister site', { 'Sec-Fetch-Site': 'same-site', Origin: 'SELF' }, 403],
      ['with two fetch metadata', { 'Sec-Fetch-Site': 'same-origin, cross-site' }, 403],
      ['from an older browser on another site', { Origin: 'https://evil.example' }, 403],
      ['from another port', { Origin: 'http://127.0.0.1:1' }, 403],
      ['from an opaque origin', { Origin: 'null' }, 403],
      ['that says nothing', {}, 403],
    ])('a form %s: %i', async (_, headers, status) => {
      const { cookie, token } = await visit();
      const sent = headers === 'own' ? own : Object.fromEntries(Object.entries({ Host: own['Host'] ?? '', ...headers }).map(([name, value]) => [name, value === 'SELF' ? service.origin : value]));
      expect(await code(submit('/form', { ...sent, Cookie: cookie }, { _csrf: token }))).toEqual([status, status === 200 ? '' : 'csrf.cross_site']);
    });

    it.each<[string, (visit: Visit, other: Visit) => [string, Record<string, string>], string]>([
      ['without token', ({ cookie }) => [cookie, {}], 'csrf.token_missing'],
      ['without cookie', ({ token }) => ['', { _csrf: token }], 'csrf.token_missing'],
      ['with an empty token', ({ cookie }) => [cookie, { _csrf: '' }], 'csrf.token_wrong'],
      ['with a changed token', ({ cookie, token }) => [cookie, { _csrf: (token.startsWith('A') ? 'B' : 'A') + token.slice(1) }], 'csrf.token_wrong'],
      ['with the token of another visitor', ({ cookie }, { token }) => [cookie, { _csrf: token }], 'csrf.token_wrong'],
      ['with a changed cookie', ({ cookie, token }) => [`${cookie.slice(0, -2)}AA`, { _csrf: token }], 'csrf.token_missing'],
      ['with a made-up cookie and its text as token', () => ['zj-form=a.b', { _csrf: 'a.b' }], 'csrf.token_missing'],
    ])('a form %s is refused', async (_, make, expected) => {
      const [cookie, fields] = make(await visit(), await visit());
      expect(await code(submit('/form', { ...own, ...(cookie ? { Cookie: cookie } : {}) }, fields))).toEqual([403, expected]);
    });

    it('refuses a token sent twice and an empty post', async () => {
      const { cookie, token } = await visit();
      expect(await code(service.http().post('/form').set({ ...own, Cookie: cookie }).type('form').send(`_csrf=${token}&_csrf=${token}`))).toEqual([403, 'csrf.token_missing']);
      expect(await code(service.http().post('/form').set({ ...own, Cookie: cookie }))).toEqual([403, 'csrf.token_missing']);
    });

    it('takes the token of a script in a header', async () => {
      const { cookie, token } = await visit();
      await submit('/form', { ...own, Cookie: cookie, 'X-CSRF-Token': token }, { a: '1' }).expect(200, '<p>{"a":"1"}</p>');
      expect(await code(submit('/form', { ...own, Cookie: cookie, 'X-CSRF-Token': 'x' }, { a: '1', _csrf: token }))).toEqual([403, 'csrf.token_wrong']);
    });

    it('a multipart form: the token stands before the file', async () => {
      const { cookie, token } = await visit();
      const upload = (fields: readonly [string, string][], headers: Headers = own) => fields.reduce(
        (request, [name, value]) => (name === 'file' ? request.attach('file', Buffer.from(value), 'a.csv') : request.field(name, value)),
        service.http().post('/upload').set({ ...headers, Cookie: cookie }));
      await upload([['_csrf', token], ['note', 'n'], ['file', 'abc']]).expect(200, '3 n');
      expect(await code(upload([['file', 'abc'], ['_csrf', token]]))).toEqual([403, 'csrf.token_missing']);
      expect(await code(upload([['_csrf', 'bad'], ['file', 'abc']]))).toEqual([403, 'csrf.token_wrong']);
      expect(await code(upload([['_csrf', token], ['file', 'abc']], { 'Sec-Fetch-Site': 'cross-site' }))).toEqual([403, 'csrf.cross_site']);
    });

    it('an upload route that forgets the token does not answer as if all were well', async () => {
      const { cookie } = await visit();
      await service.http().post('/careless-upload').set({ ...own, Cookie: cookie }).attach('file', Buffer.from('x'), 'a').expect(500);
      expect(service.log.join('')).toContain('without checking the hidden token');
    });
  });

  describe('of the API', () => {
    const json = (headers: Headers): Test => service.http().post('/api/v1/anything').set(headers).send({ a: 1 });

    it.each<[string, Headers, number, string]>([
      ['a program without cookies', {}, 200, ''],
      ['a program with a bearer token', { Authorization: 'Bearer x', Cookie: 'a=b' }, 200, ''],
      ['our own script without cookies', { 'Sec-Fetch-Site': 'same-origin' }, 200, ''],
      ['a browser on another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, 403, 'csrf.cross_site'],
      ['an older browser on another site', { Origin: 'https://evil.example' }, 403, 'csrf.cross_site'],
      ['our own script with cookies and without token', { 'Sec-Fetch-Site': 'same-origin', Cookie: 'zj-display=large' }, 403, 'csrf.token_missing'],
      ['anyone with cookies who does not say from where', { Cookie: 'a=b' }, 403, 'csrf.cross_site'],
      ['a cookie with the word Bearer somewhere', { Authorization: 'Basic Bearer', Cookie: 'a=b' }, 403, 'csrf.cross_site'],
    ])('%s', async (_, headers, status, expected) => {
      expect(await code(json(headers))).toEqual([status, expected]);
    });

    it('our own script with cookies and its token', async () => {
      const { cookie, token } = await visit();
      await json({ 'Sec-Fetch-Site': 'same-origin', Cookie: cookie, 'X-CSRF-Token': token }).expect(200);
    });

    it('a form of another site', async () => {
      expect(await code(submit('/api/v1/anything', { 'Sec-Fetch-Site': 'cross-site' }, { a: '1' }))).toEqual([403, 'csrf.cross_site']);
      expect(await code(service.http().post('/api/v1/uploads').set({ 'Sec-Fetch-Site': 'cross-site' }).attach('file', Buffer.from('x'), 'a'))).toEqual([403, 'csrf.cross_site']);
    });

    it('an upload by a program', async () => {
      await service.http().post('/api/v1/uploads').attach('file', Buffer.from('xyz'), 'a').expect(200, { bytes: 3 });
    });
  });

  it('keeps tokens good over a restart on the same data', async () => {
    const first = await startProbeApp([ProbeController]);
    const dataDir = first.settings.database.dataDir;
    const page = await first.http().get('/form');
    const second = await startProbeApp([ProbeController], { ZHUJIU_DATA_DIR: dataDir });
    const cookie = page.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    await second.http().post('/form').set({ 'Sec-Fetch-Site': 'same-origin', Cookie: cookie }).type('form').send({ _csrf: /value="([^"]+)"/.exec(page.text)?.[1] }).expect(200);
    await Promise.all([first.close(), second.close()]);
  });
});

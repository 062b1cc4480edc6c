import http from 'node:http';
import { startProbeApp, type TestApp } from '../../support/app.js';
import { sendRaw, statusLine } from '../../support/raw-http.js';
import { ProbeController } from './probe.js';

const QUIET_MS = 1_000;

describe('edge', () => {
  let service: TestApp;
  beforeAll(async () => { service = await startProbeApp([ProbeController]); });
  afterAll(() => service.close());

  describe('headers', () => {
    it('hold the strict policy and nothing that tells of the machinery', async () => {
      const { headers } = await service.http().get('/').expect(200);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';font-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store', 'permissions-policy': expect.stringContaining('camera=()'),
      });
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-powered-by']));
      expect(headers['strict-transport-security']).toBeUndefined();
    });

    it('stand on refusals too', async () => {
      const { headers } = await service.http().get('/nothing').expect(404);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    });

    it('ask for https where the service is reached by https', async () => {
      const behind = await startProbeApp([ProbeController], { ZHUJIU_PUBLIC_URL: 'https://zhujiu.example' });
      await behind.http().get('/').expect('Strict-Transport-Security', 'max-age=31536000');
      await behind.close();
    });

    it('compress', async () => {
      await service.http().get(`/?${'x'.repeat(3000)}`).set('Accept-Encoding', 'gzip').expect('Content-Encoding', 'gzip').expect('Vary', /Accept-Encoding/);
    });
  });

  describe('language', () => {
    it.each([
      ['/', '<html lang="zh">/</html>', 'zh-CN'], ['/en', '<html lang="en">/</html>', 'en'], ['/en/', '<html lang="en">/</html>', 'en'],
      ['/en?a=1', '<html lang="en">/?a=1</html>', 'en'], ['/?a=1', '<html lang="zh">/?a=1</html>', 'zh-CN'],
    ])('%s', async (path, body, language) => {
      await service.http().get(path).set('Accept-Language', 'en').expect(200, body).expect('Content-Language', language);
    });

    it('does not take /english for English', async () => {
      await service.http().get('/english').expect(404).expect('Content-Language', 'zh-CN');
    });
  });

  describe('correlation id', () => {
    it('is made by us; a stranger cannot write into our log', async () => {
      const { headers } = await service.http().get('/').set('X-Correlation-Id', 'from-a-stranger-1');
      expect(headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('is taken from a trusted proxy when it is well formed', async () => {
      const trusting = await startProbeApp([ProbeController], { ZHUJIU_TRUSTED_PROXIES: 'loopback' });
      await trusting.http().get('/').set('X-Correlation-Id', 'from-the-proxy-1').expect('X-Correlation-Id', 'from-the-proxy-1');
      for (const bad of ['short', 'with space in it', 'x'.repeat(65), '<script>alert(1)</script>', '中文中文中文中文']) {
        const { headers } = await trusting.http().get('/').set('X-Correlation-Id', encodeURI(bad));
        expect(headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
      }
      await trusting.close();
    });
  });

  describe('forwarded addresses', () => {
    const forwarded = { 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'evil.example' };

    it('from an untrusted peer are nothing', async () => {
      const { body } = await service.http().get('/api/v1/address').set(forwarded);
      expect(body).toEqual({ address: '127.0.0.1', secure: false, host: expect.stringMatching(/^127\.0\.0\.1:/) });
    });

    it('from a trusted proxy are believed, one hop', async () => {
      const trusting = await startProbeApp([ProbeController], { ZHUJIU_TRUSTED_PROXIES: 'loopback' });
      const { body } = await trusting.http().get('/api/v1/address').set({ ...forwarded, 'X-Forwarded-For': '198.51.100.1, 203.0.113.9' });
      expect(body).toEqual({ address: '203.0.113.9', secure: true, host: 'evil.example' });
      await trusting.http().get('/api/v1/address').set({ 'X-Forwarded-For': '2001:db8:1:2:3:4:5:6' }).expect(200, /2001:db8:1:2::\/64/);
      await trusting.http().get('/api/v1/address').set({ 'X-Forwarded-For': 'not an address' }).expect(200);
      await trusting.close();
    });
  });

  it('logs a request by its route, without address, query, body, cookie or caller', async () => {
    (service.log as string[]).length = 0;
    await service.http().post('/api/v1/anything?name=zhangsan').set({ 'User-Agent': 'secret-agent', 'X-Trace': 'lisi' }).send({ name: 'wangwu' }).expect(200);
    await service.http().get('/api/v1/things/11010519491231002X').expect(200);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(service.log.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'http.request', method: 'POST', route: '/api/v1/anything', status: 200, answered: true, ms: expect.any(Number), correlationId: expect.any(String) },
      { event: 'http.request', method: 'GET', route: '/api/v1/things/:id', status: 200 },
    ]);
    expect(service.log.join('')).not.toMatch(/zhangsan|lisi|wangwu|secret-agent|110105|127\.0\.0\.1/);
  });

  describe('bytes that no client sends', () => {
    const get = (target: string, headers = `Host: 127.0.0.1\r\n`): string => `GET ${target} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`;

    it.each<[string, string, number]>([
      ['an absolute target', get('http://evil.example/'), 200],
      ['an absolute target without path', get('http://evil.example'), 200],
      ['an authority as target', get('evil.example:80'), 400],
      ['two slashes at the start', get('//evil.example/x'), 400],
      ['two slashes after the language', get('/en//evil.example/x'), 400],
      ['a backslash', get('/\\evil.example'), 400],
      ['a star', get('*'), 400],
      ['a path of dots', get('/../../../../etc/passwd'), 404],
      ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
      ['two lengths', 'POST /api/v1/anything HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}', 400],
      ['length and chunks together', 'POST /api/v1/anything HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
      ['a negative length', 'POST /api/v1/anything HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', 400],
      ['a broken chunk', 'POST /api/v1/anything HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
      ['a method of its own', 'BREW / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
      ['a rare method', 'PROPFIND / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
      ['a line break in a header', get('/', 'Host: x\r\nX-A: a\nX-B: b\r\n'), 400],
      ['a header of 20 kB', get('/', `Host: x\r\nX-A: ${'a'.repeat(20_000)}\r\n`), 431],
      ['a cookie of nonsense', get('/form', 'Host: x\r\nCookie: ;;=;zj-form==.=.;%ff=%ff; __proto__=1\r\n'), 200],
      ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n', NaN],
      ['an upgrade', get('/', 'Host: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'), 200],
      ['an expectation', 'POST /api/v1/anything HTTP/1.1\r\nHost: x\r\nExpect: magic\r\nContent-Length: 0\r\nConnection: close\r\n\r\n', 417],
    ])('%s', async (_, bytes, status) => {
      const answer = await sendRaw(service.port, bytes, QUIET_MS);
      expect(statusLine(answer)).toBe(status);
      expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
    });

    it('a body that never comes is given up, and nothing stays behind', async () => {
      const slow = await startProbeApp([ProbeController], { ZHUJIU_REQUEST_SECONDS: '5' });
      expect(slow.app.server).toMatchObject({ requestTimeout: 5_000, headersTimeout: 5_000 });
      expect(statusLine(await sendRaw(slow.port, 'POST /api/v1/anything HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{', 100))).toBe(NaN);
      await slow.http().get('/').expect(200);
      await slow.close();
    });
  });

  describe('limits', () => {
    it('count calls of one address, and say when to come back', async () => {
      const limited = await startProbeApp([ProbeController], { ZHUJIU_ANONYMOUS_CALLS_PER_MINUTE: '600', ZHUJIU_TRUSTED_PROXIES: 'loopback' });
      const call = (address: string, path = '/api/v1/address') => limited.http().get(path).set('X-Forwarded-For', address);
      const statuses: number[] = [];
      for (let round = 0; round < 30; round += 1) statuses.push(...(await Promise.all(Array.from({ length: 20 }, () => call('203.0.113.7')))).map(({ status }) => status));
      expect(new Set(statuses)).toEqual(new Set([200]));
      const refused = await call('203.0.113.7').expect(429);
      expect(JSON.parse(refused.text)).toMatchObject({ code: 'http.rate_limited', params: { seconds: expect.any(Number) } });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      await call('203.0.113.7', '/nothing').expect(429);
      await call('203.0.113.8').expect(200);
      // Credentials come before the rate, the rate before everything else.
      await limited.http().put('/api/v1/closed').set('X-Forwarded-For', '203.0.113.7').expect(401);
      await limited.http().post('/api/v1/anything').set({ 'X-Forwarded-For': '203.0.113.7', 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'text/plain' }).send('x').expect(429);
      await limited.close();
    });

    it('count a /64 network as one caller', async () => {
      const limited = await startProbeApp([ProbeController], { ZHUJIU_SIGN_INS_PER_MINUTE: '2', ZHUJIU_TRUSTED_PROXIES: 'loopback' });
      const call = (address: string) => limited.http().post('/api/v1/sign-in').set('X-Forwarded-For', address);
      await call('2001:db8::1').expect(200);
      await call('2001:db8::2').expect(200);
      await call('2001:db8:0:0:ffff::3').expect(429);
      await call('2001:db8:0:1::1').expect(200);
      await limited.close();
    });

    it('count uploads apart', async () => {
      const limited = await startProbeApp([ProbeController], { ZHUJIU_UPLOADS_PER_MINUTE: '1' });
      const call = () => limited.http().post('/api/v1/uploads').attach('file', Buffer.from('x'), 'a');
      await call().expect(200);
      await call().expect(429);
      await limited.http().get('/').expect(200);
      await limited.close();
    });
  });

  describe('end', () => {
    it('answers what is under way, takes nothing new, and closes idle connections', async () => {
      const ending = await startProbeApp([ProbeController], { ZHUJIU_SHUTDOWN_SECONDS: '5' });
      const agent = new http.Agent({ keepAlive: true });
      const ask = (path: string): Promise<http.IncomingMessage> => new Promise((resolve, reject) => {
        http.get({ port: ending.port, host: '127.0.0.1', path, agent }, (res) => { res.resume(); res.on('end', () => resolve(res)); }).on('error', reject);
      });
      await ask('/');
      const slow = ask('/api/v1/slow');
      await new Promise((resolve) => setTimeout(resolve, 50));
      const began = Date.now();
      const closing = ending.close();
      expect((await slow).statusCode).toBe(200);
      await closing;
      expect(Date.now() - began).toBeLessThan(3_000);
      await expect(fetch(`${ending.origin}/`)).rejects.toThrow();
      agent.destroy();
    });

    it('breaks off what does not end in time', async () => {
      const ending = await startProbeApp([ProbeController], { ZHUJIU_SHUTDOWN_SECONDS: '1' });
      const hanging = sendRaw(ending.port, 'POST /api/v1/anything HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{', 20_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await ending.close();
      expect(await hanging).toBe('');
      expect(ending.log.join('')).toContain('http.broken_off');
    });
  });
});

import http from 'node:http';
import fc from 'fast-check';
import { RouteTable } from '../../../src/platform/access/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';

type Call = { readonly method: string; readonly path: string; readonly headers: http.OutgoingHttpHeaders; readonly body: Buffer };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];
const TYPES = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', 'multipart/form-data', 'text/plain', 'application/json; charset=utf-16', '', ';', 'application/'];
const NASTY = ["' OR 1=1 --", '{{7*7}}', '${7*7}', '<script>alert(1)</script>', '../../etc/passwd', '%2e%2e%2f', '__proto__', 'constructor', '\u0000', '𠮷', 'NaN', '1e400', '-0', '9'.repeat(400)];

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...NASTY)).map((value) => Buffer.from(value).toString());
const headerText = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('*/*', 'text/html', ';q=', ',,,', 'en;q=2', 'Bearer', 'Bearer x', '=;=', 'a=%', 'zj-form=a.b')).map((value) => value.replace(/[^\x20-\x7e]/g, ''));
const query = fc.array(fc.tuple(text, text), { maxLength: 3 }).map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`));
const body = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }).map((value) => Buffer.from(JSON.stringify(value))),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.array(fc.tuple(fc.oneof(text, fc.constantFrom('id', 'region', 'text', 'step', 'back')), text), { maxLength: 6 }).map((pairs) => Buffer.from(new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString())),
  fc.constant(Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nabc\r\n--b--\r\n')),
);

describe('any input', () => {
  let service: TestApp;
  let own: http.OutgoingHttpHeaders;
  beforeAll(async () => {
    service = await startTestApp();
    const page = await service.http().get('/display').set('Accept', 'text/html').expect(200);
    own = {
      Cookie: page.headers['set-cookie']?.[0]?.split(';')[0] ?? '', 'X-CSRF-Token': /name="_csrf" value="([^"]+)"|value="([^"]+)" name="_csrf"/.exec(page.text)?.slice(1).find((value) => value !== undefined) ?? '',
      'Sec-Fetch-Site': 'same-origin',
    };
    expect(own['X-CSRF-Token']).not.toBe('');
  });
  afterAll(() => service.close());

  const send = ({ method, path, headers, body: bytes }: Call): Promise<{ status: number; type: string; body: string }> => new Promise((resolve, reject) => {
    const req = http.request({ host: '127.0.0.1', port: service.port, method, path, headers: { ...headers, ...(bytes.length > 0 ? { 'Content-Length': bytes.length } : {}) } }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, type: res.headers['content-type'] ?? '', body: Buffer.concat(chunks).toString('utf8') }));
    });
    req.on('error', reject);
    req.end(bytes);
  });

  it('never gets a 5xx, a stack or SQL, on any route, from outside or from our own page', async () => {
    const routes = service.app.nest.get(RouteTable).all;
    const address = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...routes), text, fc.constantFrom('', '/en')).map(([route, word, prefix]) => [route.method, prefix + route.path.replace(/[:*]\w+/g, encodeURIComponent(word))] as const) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...METHODS), fc.webPath()).map(([method, path]) => [method, `/${path.replace(/^\//, '')}`] as const) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...METHODS), fc.constantFrom(...routes)).map(([method, route]) => [method, route.path] as const) },
    );
    const calls = fc.tuple(address, query, fc.constantFrom(...TYPES), headerText, headerText, fc.boolean(), body);
    await fc.assert(fc.asyncProperty(calls, async ([[method, path], search, type, accept, language, trusted, bytes]) => {
      const headers = { 'Content-Type': type, Accept: accept, 'Accept-Language': language, 'X-Forwarded-For': accept, ...(trusted ? own : { Cookie: language }) };
      const answer = await send({ method, path: path + search, headers, body: method === 'GET' || method === 'HEAD' ? Buffer.alloc(0) : bytes });
      expect(answer.status).toBeGreaterThanOrEqual(200);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body).not.toMatch(/\n\s+at \S+ \(|node_modules|SELECT .+ FROM|QueryFailed/);
      if (method !== 'HEAD' && answer.type.startsWith('application/problem+json')) expect(JSON.parse(answer.body)).toMatchObject({ code: expect.any(String), status: answer.status, title: expect.any(String) });
    }), { numRuns: 600, seed: Number(process.env['FUZZ_SEED'] ?? 1) });
  });
});

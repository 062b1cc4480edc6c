import { startProbeApp, type TestApp } from '../../support/app.js';
import { ProbeController } from './probe.js';

/** Everything wrong at once; the answer names the first fault in the order of security.md. */
describe('order of answers', () => {
  let service: TestApp;
  beforeAll(async () => { service = await startProbeApp([ProbeController], { ZHUJIU_SIGN_INS_PER_MINUTE: '1', ZHUJIU_BODY_BYTES: '1024' }); });
  afterAll(() => service.close());

  const faults = {
    origin: { 'Sec-Fetch-Site': 'cross-site' },
    type: { 'Content-Type': 'text/plain' },
    accept: { Accept: 'image/png' },
  };
  const send = async (method: 'post' | 'put', path: string, headers: Readonly<Record<string, string>>, body: string): Promise<string> => {
    const { text } = await service.http()[method](path).set({ 'Content-Type': 'application/json', ...headers }).send(body);
    return JSON.parse(text).code;
  };

  it('credentials, rate, origin, media type, what is accepted, size, syntax, content', async () => {
    const { origin, type, accept } = faults;
    expect(await send('put', '/api/v1/closed', { ...origin, ...type, ...accept }, '{')).toBe('access.sign_in_required');
    await service.http().post('/api/v1/sign-in').expect(200);
    expect(await send('post', '/api/v1/sign-in', { ...origin, ...type, ...accept }, '{')).toBe('http.rate_limited');
    expect(await send('post', '/api/v1/things', { ...origin, ...type, ...accept }, '{')).toBe('csrf.cross_site');
    expect(await send('post', '/api/v1/things', { Cookie: 'a=b', 'Sec-Fetch-Site': 'same-origin', ...type, ...accept }, '{')).toBe('csrf.token_missing');
    expect(await send('post', '/api/v1/things', { ...type, ...accept }, '{')).toBe('http.unsupported_media_type');
    expect(await send('post', '/api/v1/things', { ...accept }, '{')).toBe('http.not_acceptable');
    expect(await send('post', '/api/v1/things', {}, '{'.repeat(2000))).toBe('http.body_too_large');
    expect(await send('post', '/api/v1/things', {}, '{')).toBe('http.json_malformed');
    expect(await send('post', '/api/v1/things', {}, '{}')).toBe('input.invalid');
  });

  it('a form: its token comes before its content and after its size', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
    expect(await send('post', '/form', form, 'a='.padEnd(2000, 'x'))).toBe('http.body_too_large');
    expect(await send('post', '/form', form, 'a=1')).toBe('csrf.token_missing');
  });
});

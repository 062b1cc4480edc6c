import { startProbeApp, type TestApp } from '../../support/app.js';
import { ProbeController } from './probe.js';

describe('refusals', () => {
  let service: TestApp;
  beforeAll(async () => { service = await startProbeApp([ProbeController], { ZHUJIU_BODY_BYTES: '2048' }); });
  afterAll(() => service.close());
  beforeEach(() => { (service.log as string[]).length = 0; });

  const post = (path: string, body: string, type = 'application/json') => service.http().post(path).set('Content-Type', type).send(body);

  it('are problem+json with a sentence in the language asked for', async () => {
    const zh = await service.http().get('/api/v1/refusal').expect(422).expect('Content-Type', 'application/problem+json; charset=utf-8').expect('Content-Language', 'zh-CN').expect('Vary', /Accept-Language/);
    expect(JSON.parse(zh.text)).toEqual({
      type: '/api/problems#input.invalid', title: '填写的内容有误，没有处理。请按下面列出的各项改正后重新提交。', status: 422, code: 'input.invalid', params: {},
      errors: [{ pointer: '/x', code: 'input.too_large', params: { max: '9' }, message: '数值太大。请填写不超过 9 的数。' }],
      correlationId: zh.headers['x-correlation-id'],
    });
    const en = await service.http().get('/api/v1/refusal').set('Accept-Language', 'en-GB,en;q=0.9,zh;q=0.1').expect('Content-Language', 'en');
    expect(JSON.parse(en.text).errors[0].message).toBe('This is too large. Enter at most 9.');
    const prefixed = await service.http().get('/en/api/v1/refusal');
    expect(JSON.parse(prefixed.text).title).toMatch(/^There are mistakes/);
  });

  it('list all codes with their sentences', async () => {
    const { body } = await service.http().get('/api/problems').expect(200);
    expect(body).toContainEqual({ code: 'http.not_found', status: 404, zh: expect.stringContaining('找不到'), en: expect.stringContaining('nothing') });
  });

  it('tell nothing of a bug but its number, which the log knows', async () => {
    const { text, headers } = await service.http().get('/api/v1/bug').expect(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'http.internal', params: { correlationId: headers['x-correlation-id'] } });
    expect(text).not.toMatch(/secret|SELECT|at /);
    const record = service.log.map((line) => JSON.parse(line)).find(({ event }) => event === 'http.failed');
    expect(record).toMatchObject({ level: 'error', correlationId: headers['x-correlation-id'], err: { message: 'secret at SELECT * FROM person WHERE id = [hidden]' } });
  });

  it('are a page for a person and problem+json for a program', async () => {
    const page = await service.http().get('/bug').set('Accept', 'text/html,*/*;q=0.8').expect(500).expect('Content-Type', 'text/html; charset=utf-8');
    expect(page.text).toContain('<html lang="zh-CN">');
    expect(page.text).not.toContain('secret');
    await service.http().get('/bug').set('Accept', '*/*').expect('Content-Type', /problem\+json/);
    await service.http().get('/nothing').set('Accept', 'text/html').expect(404).expect('Content-Type', /html/);
    await service.http().get('/en/nothing').set('Accept', 'text/html').expect(404).expect(/There is nothing at this address/);
    await service.http().get('/api/nothing').set('Accept', 'text/html').expect(404).expect('Content-Type', /problem\+json/);
  });

  describe('of a body', () => {
    it('takes a good one', async () => {
      const { body } = await post('/api/v1/things', JSON.stringify({ title: '题目', kind: 'a', inner: [{ month: 1 }] })).expect(200);
      expect(body).toEqual({ made: { title: '题目', kind: 'a', inner: [{ month: 1 }] }, type: 'ThingDto' });
    });

    it.each<[string, unknown, [string, string, object?][]]>([
      ['a missing field', {}, [['/title', 'input.required']]],
      ['no body', undefined, [['/title', 'input.required']]],
      ['null in a field', { title: null }, [['/title', 'input.wrong_type', { expected: 'string' }]]],
      ['a wrong type', { title: 7 }, [['/title', 'input.wrong_type', { expected: 'string' }]]],
      ['a too long text', { title: '123456' }, [['/title', 'input.too_long', { max: '5' }]]],
      ['an unknown field', { title: 't', extra: 1 }, [['/extra', 'input.unknown_field']]],
      ['an unknown field deep inside', { title: 't', inner: [{ month: 1, 'a/b~c': 1 }] }, [['/inner/0/a~1b~0c', 'input.unknown_field']]],
      ['a value not in the list', { title: 't', kind: 'z' }, [['/kind', 'input.not_allowed', { allowed: 'a, b' }]]],
      ['a number out of range', { title: 't', inner: [{ month: 1 }, { month: 13 }] }, [['/inner/1/month', 'input.too_large', { max: '12' }]]],
      ['a fraction', { title: 't', inner: [{ month: 1.5 }] }, [['/inner/0/month', 'input.wrong_type', { expected: 'integer' }]]],
      ['too many entries', { title: 't', inner: [1, 2, 3, 4].map((month) => ({ month })) }, [['/inner', 'input.too_many', { max: '3' }]]],
      ['an object for a list', { title: 't', inner: { month: 1 } }, [['/inner', 'input.wrong_type', { expected: 'array' }]]],
      ['a text for an object', { title: 't', inner: ['x'] }, [['/inner/0', 'input.wrong_type', { expected: 'object' }]]],
      ['a rule with a code of its own', { title: 't', region: 'x' }, [['/region', 'levy.case.region_malformed']]],
      ['two faults', { kind: 'z' }, [['/title', 'input.required'], ['/kind', 'input.not_allowed', { allowed: 'a, b' }]]],
      ['a list', [], [['', 'input.wrong_type', { expected: 'object' }]]],
      ['a text', 'x', [['', 'input.wrong_type', { expected: 'object' }]]],
      ['a number', 7, [['', 'input.wrong_type', { expected: 'object' }]]],
      ['null', null, [['', 'input.wrong_type', { expected: 'object' }]]],
    ])('refuses %s', async (_, body, faults) => {
      const { text } = await post('/api/v1/things', body === undefined ? '' : JSON.stringify(body)).expect(422);
      expect(JSON.parse(text).errors.map(({ pointer, code, params }: Record<string, unknown>) => [pointer, code, params])).toEqual(faults.map(([pointer, code, params = {}]) => [pointer, code, params]));
    });

    it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])('refuses an unknown field named %s', async (name) => {
      const { text } = await post('/api/v1/things', `{"title":"t","${name}":{"x":1}}`).expect(422);
      expect(JSON.parse(text).errors).toMatchObject([{ pointer: `/${name}`, code: 'input.unknown_field' }]);
    });

    it('names a hundred faults at most', async () => {
      const { text } = await post('/api/v1/things', JSON.stringify({ title: 't', ...Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`x${index}`, 1])) })).expect(422);
      expect(JSON.parse(text).errors).toHaveLength(101);
      expect(JSON.parse(text).errors[100]).toMatchObject({ pointer: '', code: 'input.more_errors', params: { shown: 100 } });
    });

    it.each<[string, number, string, string, string]>([
      ['broken JSON', 400, 'http.json_malformed', '{"title":', 'application/json'],
      ['NaN', 400, 'http.json_malformed', '{"title":NaN}', 'application/json'],
      ['two documents', 400, 'http.json_malformed', '{}{}', 'application/json'],
      ['too deep JSON', 400, 'http.json_too_deep', `${'['.repeat(60)}${']'.repeat(60)}`, 'application/json'],
      ['a too large body', 413, 'http.body_too_large', `"${'x'.repeat(2048)}"`, 'application/json'],
      ['another media type', 415, 'http.unsupported_media_type', 'title: t', 'application/yaml'],
      ['a form', 415, 'http.unsupported_media_type', 'title=t', 'application/x-www-form-urlencoded'],
      ['plain text', 415, 'http.unsupported_media_type', '{"title":"t"}', 'text/plain'],
      ['another charset', 415, 'http.unsupported_encoding', '{"title":"t"}', 'application/json; charset=gb18030'],
    ])('refuses %s', async (_, status, code, body, type) => {
      const { text } = await post('/api/v1/things', body, type).expect(status);
      expect(JSON.parse(text).code).toBe(code);
    });

    it('takes the media type in any case and with a charset', async () => {
      await post('/api/v1/things', '{"title":"t"}', 'Application/JSON; charset="UTF-8"').expect(200);
    });

    it('refuses bytes that are not UTF-8', async () => {
      const answer = await fetch(`${service.origin}/api/v1/things`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: Buffer.from([0x7b, 0xff, 0x7d]) });
      expect([answer.status, (await answer.json()).code]).toEqual([400, 'http.body_not_utf8']);
    });

    it('refuses a compressed one', async () => {
      await service.http().post('/api/v1/things').set({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).send('x').expect(415).expect(/http.unsupported_encoding/);
    });

    it('leaves a body without a class as it is', async () => {
      await post('/api/v1/anything', '[1,{"a":null}]').expect(200, { body: [1, { a: null }] });
      await post('/api/v1/anything', '').expect(200, { body: null });
    });
  });

  it('of a query: unknown, repeated and long parameters', async () => {
    await service.http().get('/api/v1/things?q=ab').expect(200, { q: 'ab' });
    await service.http().get('/api/v1/things?z=1').expect(422).expect(/input.unknown_field/);
    await service.http().get('/api/v1/things?q=a&q=b').expect(422).expect(/input.wrong_type/);
    await service.http().get('/api/v1/things?q=123456').expect(422).expect(/input.too_long/);
    await service.http().get('/api/v1/things?__proto__=1').expect(422).expect(/input.unknown_field/);
  });

  describe('of an address', () => {
    it.each([
      ['/api/v1/things/%', 400, 'http.path_malformed'], ['/api/v1/things/%ff', 400, 'http.path_malformed'], ['/api/v1/things/%00', 400, 'http.path_malformed'],
      ['/api/v1/things/..%2f..%2fetc', 200, ''], ['/api/v1/things/a/../../x', 404, 'http.not_found'], ['/x', 404, 'http.not_found'], ['/en/en', 404, 'http.not_found'],
      ['/__proto__', 404, 'http.not_found'], [`/${'x'.repeat(5000)}`, 404, 'http.not_found'],
    ])('%s: %i %s', async (path, status, code) => {
      const { text } = await service.http().get(path).expect(status);
      expect(text).toContain(code);
    });

    it('under another method: 405 and the right ones', async () => {
      await service.http().delete('/api/v1/things').expect(405).expect('Allow', 'GET, HEAD, POST, OPTIONS').expect(/http.method_not_allowed/);
      await service.http().post('/health').expect(404);
      await service.http().put('/API/v1/things/').expect(405);
    });

    it('answers OPTIONS and HEAD', async () => {
      await service.http().options('/api/v1/things').expect(204).expect('Allow', 'GET, HEAD, POST, OPTIONS');
      await service.http().options('/nothing').expect(404);
      const { text } = await service.http().head('/api/v1/things?q=a').expect(200).expect('Content-Type', /json/);
      expect(text).toBeUndefined();
    });
  });

  it('of what the caller accepts', async () => {
    await service.http().get('/api/v1/things').set('Accept', 'application/xml').expect(406).expect(/http.not_acceptable/);
    await service.http().get('/').set('Accept', 'application/json').expect(406);
    for (const accept of ['application/json', 'application/*', '*/*', 'application/problem+json;q=0.5, application/json']) await service.http().get('/api/v1/things').set('Accept', accept).expect(200);
  });

  it('of a closed route come first of all', async () => {
    const refused = await service.http().put('/api/v1/closed').set({ 'Content-Type': 'text/nonsense', Accept: 'image/png', Cookie: 'a=b', 'Sec-Fetch-Site': 'cross-site' }).send('x').expect(401);
    expect(JSON.parse(refused.text).code).toBe('access.sign_in_required');
    expect(refused.headers['www-authenticate']).toBe('Bearer');
    expect(refused.headers['location']).toBeUndefined();
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { DataSource } from 'typeorm';
import { toDomainError } from '../../../src/platform/http/problem/from-exception.js';
import { RouteTable } from '../../../src/platform/access/index.js';
import { WHOLE } from '../../../src/quota/levy/dto/contract.js';
import { startTestApp, type TestApp } from '../../support/app.js';

/** Every class that class-validator checks; the library tells them to nobody. */
const checkedClasses = (): readonly (new () => object)[] => [...(getMetadataStorage() as unknown as { readonly validationMetadatas: ReadonlyMap<new () => object, unknown> }).validationMetadatas.keys()];

describe('service', () => {
  let service: TestApp;
  beforeAll(async () => { service = await startTestApp({ ZHUJIU_METRICS_KEY: 'a-key-of-the-operator', ZHUJIU_TRUSTED_PROXIES: '10.0.0.0/8' }); });
  afterAll(() => service.close());

  it('answers / in Chinese, without redirect or cookie, and /en in English', async () => {
    const zh = await service.http().get('/').set({ Accept: 'text/html', 'Accept-Language': 'en' }).expect(200).expect('Content-Language', 'zh-CN').expect('Content-Type', /^text\/html/);
    expect(zh.text).toMatch(/<html lang="zh/);
    expect(zh.headers['set-cookie']).toBeUndefined();
    const en = await service.http().get('/en').set('Accept', 'text/html').expect(200).expect('Content-Language', 'en');
    expect(en.text).toMatch(/<html lang="en/);
  });

  it('shows refusals in the frame of its pages', async () => {
    const { text } = await service.http().get('/nothing-here').set('Accept', 'text/html').expect(404);
    expect(text).toContain('class="govuk-');
    await service.http().get('/en/nothing-here').set('Accept', 'text/html').expect(404).expect(/<html lang="en"/);
  });

  it('is live and ready', async () => {
    await service.http().get('/health/live').expect(200, { status: 'ok' });
    await service.http().get('/health/ready').expect(200, { status: 'ok', checks: { database: 'ok', migrations: 'ok', jobs: 'ok' } });
  });

  it('is live but not ready without its database, and still answers metrics', async () => {
    const lonely = await startTestApp();
    await lonely.http().get('/health/ready').expect(200);
    await lonely.dropDatabase();
    await lonely.http().get('/health/live').expect(200);
    await lonely.http().get('/health/ready').expect(503, { status: 'failed', checks: { database: 'failed', migrations: 'ok', jobs: 'failed' } });
    await lonely.http().get('/metrics').expect(200, /zhujiu_http_requests_total/);
    await lonely.close();
  });

  it('tells trouble with the database apart: away, unstorable, bug', async () => {
    const db = service.app.nest.get(DataSource);
    const code = async (sql: string, ...values: unknown[]): Promise<string | undefined> => db.query(sql, values).then(() => 'nothing', (error: unknown) => toDomainError(error)?.code);
    expect(await code('SELECT $1::text', 'a\u0000b')).toBe('input.unstorable_character');
    expect(await code('SELECT no_such_column')).toBeUndefined();
    expect(await code('SELECT 1 / 0')).toBeUndefined();
    expect(await new DataSource({ type: 'postgres', url: 'postgres://nobody:x@127.0.0.1:1/none' }).initialize().catch((error: unknown) => toDomainError(error)?.code)).toBe('http.unavailable');
    expect(await code('SELECT pg_terminate_backend(pg_backend_pid())')).toBe('http.unavailable');
  });

  describe('metrics', () => {
    it('count requests by route, never by address', async () => {
      await service.http().get('/health/live?id=11010519491231002X').expect(200);
      const { text } = await service.http().get('/metrics').expect(200).expect('Content-Type', /^text\/plain; version=0\.0\.4/);
      expect(text).toMatch(/zhujiu_http_requests_total\{method="GET",route="\/health\/live",status="200"\} \d+/);
      expect(text).toMatch(/process_cpu_seconds_total/);
      // The whole number: its first digits can stand in any figure.
      expect(text).not.toContain('11010519491231002X');
    });

    it('are closed to what a proxy forwards, open with the key', async () => {
      const far = { 'X-Forwarded-For': '203.0.113.9' };
      await service.http().get('/metrics').set(far).expect(401).expect(/access.key_required/);
      await service.http().get('/metrics').set({ ...far, Authorization: 'Bearer wrong' }).expect(401);
      await service.http().get('/metrics').set({ ...far, Authorization: 'Bearer a-key-of-the-operator' }).expect(200);
      // Saying that one comes from the loopback does not make it so.
      await service.http().get('/metrics').set({ 'X-Forwarded-For': '127.0.0.1' }).expect(401);
    });
  });

  describe('golden files', () => {
    // UPDATE_GOLDEN=1 npx jest --selectProjects integration test/integration/http/service
    const golden = (name: string, actual: unknown): void => {
      const file = path.join(import.meta.dirname, '../../contract', name);
      const text = `${JSON.stringify(actual, null, 2)}\n`;
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
      expect(text).toBe(readFileSync(file, 'utf8'));
    };

    it('routes: who may call what', () => {
      golden('routes.golden.json', service.app.nest.get(RouteTable).all.map(({ method, path: route, access, handler }) => ({
        method, path: route, access: access.kind === 'public' ? 'public' : `requires ${access.permission}`, handler,
      })));
    });

    it('description of the API', async () => {
      const { body } = await service.http().get('/api/openapi.json').expect(200).expect('Content-Type', /^application\/json/);
      golden('openapi.golden.json', body);
    });
  });

  it('every field that a body is checked for is described, and no shape is without fields', async () => {
    const { body } = await service.http().get('/api/openapi.json').expect(200);
    const shapes: Readonly<Record<string, { readonly type?: string; readonly properties?: object; readonly additionalProperties?: unknown }>> = body.components.schemas;
    expect(Object.entries(shapes).filter(([, { type, properties, additionalProperties }]) => type === 'object' && additionalProperties === undefined && Object.keys(properties ?? {}).length === 0).map(([name]) => name)).toEqual([]);
    const bodies = checkedClasses().filter(({ name }) => name in shapes);
    expect(bodies.length).toBeGreaterThan(50);
    // Two bodies of one name would be described as one.
    expect(bodies.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at)).toEqual([]);
    const untold = bodies.flatMap((checked) => getMetadataStorage().getTargetValidationMetadatas(checked, '', true, false).map(({ propertyName }) => ({ name: checked.name, propertyName })))
      .filter(({ name, propertyName }) => propertyName !== WHOLE && !(propertyName in (shapes[name]?.properties ?? {})));
    expect(untold).toEqual([]);
  });

  it('an answer that holds a secret or an unmasked value is never kept under an idempotency key', async () => {
    const { body } = await service.http().get('/api/openapi.json').expect(200);
    const posts = Object.entries<{ post?: { parameters?: { name: string }[]; responses: object } }>(body.paths).flatMap(([address, { post }]) => (post ? [{ address, post }] : []));
    const keyed = posts.filter(({ post }) => post.parameters?.some(({ name }) => name === 'Idempotency-Key'));
    const secret = /"(?:code|key|token|secret|password|link|citizenId|phone|certificateNumber)":\{/;
    // Problems name their `code`, which is none.
    const told = ({ responses }: { responses: object }): string => JSON.stringify({ ...responses, default: null });
    expect(keyed.map(({ address }) => address)).toContain('/api/v1/organisations');
    expect(keyed.filter(({ post }) => secret.test(told(post))).map(({ address }) => address)).toEqual([]);
    expect(posts.filter(({ post }) => secret.test(told(post))).map(({ address }) => address)).toEqual(expect.arrayContaining(['/api/v1/invitations', '/api/v1/machine-clients/{id}/keys', '/api/v1/accounts/{id}/office-codes', '/api/v1/files/{id}/reveal']));
  });

  it('describes /api/ addresses only, in full, each operation with its security and the shape of its refusals', async () => {
    const { body } = await service.http().get('/api/openapi.json').expect(200);
    expect(body.openapi).toMatch(/^3\./);
    expect(body.servers).toEqual([{ url: '/' }]);
    const routes = service.app.nest.get(RouteTable).all.filter(({ path: route }) => route.startsWith('/api/'));
    const described = Object.entries<Record<string, Record<string, unknown>>>(body.paths).flatMap(([address, item]) => Object.entries(item).map(([method, operation]) => ({ address, method, operation })));
    expect(described.map(({ address, method }) => `${method.toUpperCase()} ${address}`).sort()).toEqual(routes.map(({ method, path: route }) => `${method} ${route.replace(/:(\w+)/g, '{$1}')}`).sort());
    for (const { operation } of described) {
      expect(operation['security']).toEqual(expect.any(Array));
      expect(operation['operationId']).toEqual(expect.any(String));
      expect(operation['responses']).toHaveProperty('default');
    }
    expect(body.components.schemas).toHaveProperty('Problem');
    const pointers = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    for (const name of pointers) expect(Object.keys(body.components.schemas)).toContain(name);
  });
});

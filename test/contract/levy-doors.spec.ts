import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import { systemClock } from '../../src/kernel/clock.js';
import { run } from '../../src/quota/levy/cli/levy.command.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { FormReader } from '../support/form-reader.js';

/** The rows of the list "Bad input" that are about a levy case, and good cases, through the API and the command. */
const ROOT = path.resolve(import.meta.dirname, '../..');
const FIXTURES = path.join(ROOT, 'test/fixtures/levy');
const URL = '/api/v1/levy/simulations';

type Fault = { readonly pointer: string; readonly code: string; readonly params?: object; readonly message?: string };
type Expected = Readonly<Record<string, { readonly code: string; readonly errors: readonly (readonly [pointer: string, code: string])[] }>>;

const fixture = (name: string): string => readFileSync(path.join(FIXTURES, name), 'utf8');
const names = (folder: string): readonly string[] => readdirSync(path.join(FIXTURES, folder)).filter((name) => name.endsWith('.json') && name !== 'expected.json').map((name) => name.slice(0, -5));
const expected = JSON.parse(fixture('bad/expected.json')) as Expected;

/** Lines that the command prints for the given input. */
async function command(input: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const written: Buffer[] = [];
  const sink = (): Writable => new Writable({ write: (chunk: Buffer, _, done) => { written.push(Buffer.from(chunk)); done(); } });
  const code = await run(args, { stdin: Readable.from([Buffer.from(input)]), stdout: sink(), stderr: sink(), clock: systemClock, language: 'zh' });
  return { code, lines: Buffer.concat(written).toString().split('\n').slice(0, -1) };
}

describe('doors of the levy', () => {
  let service: TestApp;
  beforeAll(async () => { service = await startTestApp(); });
  afterAll(() => service.close());

  const post = (body: string, language = 'zh-CN') => service.http().post(URL).set('Content-Type', 'application/json').set('Accept-Language', language).send(body);

  describe('a good case', () => {
    it.each(names('good'))('%s: the same bytes through both', async (name) => {
      const body = fixture(`good/${name}.json`);
      const { code, lines } = await command(body, '--strict');
      const answer = await post(body).expect(200).expect('Content-Type', /^application\/json/);
      expect(code).toBe(0);
      expect(lines).toEqual([answer.text]);
      expect(JSON.stringify(answer.body)).toBe(answer.text);
      expect(answer.body).toMatchObject({ ok: true, statement: expect.arrayContaining([expect.objectContaining({ code: 'levy.line.trial_sum' })]) });
    });

    it('entered on the pages, downloads as the same case and the same bytes of result', async () => {
      const reader = await new FormReader(service, '').open('/levy');
      await reader.send({}, '/levy/example');
      expect(reader.status).toBe(200);
      const { text } = await reader.raw().get('/levy/statement.json').expect(200).expect('Content-Type', /^application\/json/);
      const download = JSON.parse(text) as { readonly case: object; readonly result: object };
      const body = JSON.stringify(download.case);
      expect(download.case).toMatchObject({ region: '370303', baseYear: 2024, employerKind: 'enterprise' });
      expect(JSON.stringify(download.result)).toBe((await post(body).expect(200)).text);
      expect((await command(body, '--strict')).lines).toEqual([JSON.stringify(download.result)]);
    });

    it('is the example of the contract to the fen', async () => {
      const { body } = await post(fixture('good/example.json')).expect(200);
      expect(body).toMatchObject({
        id: 'c1', staff: '201', required: '3.015', arranged: '0.83', gap: '2.185', averageWage: '99502.49', wageCap: '160000.00', leviedWage: '99502.49', due: '217412.94',
        relief: { kind: 'tier', rate: '0.1', amount: '21741.29' }, alreadyPaid: '0.00', payable: '195671.65', refundDue: '0.00', warnings: [],
      });
    });
  });

  describe('a bad case', () => {
    it('has a fixture for every expectation and an expectation for every fixture', () => {
      expect([...names('bad')].sort()).toEqual(Object.keys(expected).sort());
    });

    it.each(names('bad'))('%s: the same codes and places through both, with sentences in both languages', async (name) => {
      const body = fixture(`bad/${name}.json`);
      const want = expected[name];
      const { code, lines } = await command(body, '--strict');
      expect(code).toBe(1);
      expect(lines).toHaveLength(1);
      const printed = JSON.parse(lines[0] as string) as { ok: boolean; error: { code: string; errors: readonly Fault[] } };
      expect(printed.ok).toBe(false);
      expect(printed.error.code).toBe(want?.code);
      expect(printed.error.errors.map((fault) => [fault.pointer, fault.code])).toEqual(want?.errors);

      const zh = await post(body).expect(422).expect('Content-Type', /^application\/problem\+json/);
      const en = await post(body, 'en').expect(422);
      const problem = zh.body as { code: string; errors: readonly Fault[] };
      expect(problem.code).toBe(want?.code);
      expect(problem.errors.map(({ pointer, code: at, params }) => ({ pointer, code: at, params }))).toEqual(printed.error.errors.map(({ pointer, code: at, params = {} }) => ({ pointer, code: at, params })));
      const sentences = (answer: { body: unknown }): readonly (string | undefined)[] => {
        const { title, errors } = answer.body as { title: string; errors: readonly Fault[] };
        return [title, ...errors.map(({ message }) => message)];
      };
      for (const sentence of sentences(zh)) expect(sentence).toMatch(/[\u4e00-\u9fff].*[。？]$/);
      for (const sentence of sentences(en)) expect(sentence).toMatch(/^[^\u4e00-\u9fff]+\.$/);
    });

    it('never lacks a sentence', () => {
      expect(service.log.filter((record) => record.includes('http.text_missing'))).toEqual([]);
    });
  });

  describe('a stream', () => {
    it('goes on after broken JSON, which names its line', async () => {
      const { code, lines } = await command(fixture('bad/broken-line.jsonl'), '--brief', '--strict');
      expect(code).toBe(1);
      expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
        { id: 'before', ok: true, payable: '195671.65' },
        { id: null, line: 2, ok: false, error: { code: 'levy.case.json_malformed' } },
        { id: null, line: 3, ok: false, error: { code: 'levy.case.json_malformed' } },
        { id: 'after', ok: true, payable: '195671.65' },
      ]);
    });

    it('ends quietly when its reader has seen enough', async () => {
      const cli = `'${process.execPath}' --import ./test/support/register-typescript.mjs src/cli.ts levy --brief`;
      const { stdout, stderr } = await promisify(execFile)('sh', ['-c', `yes '${fixture('good/example.json').trim()}' | { ${cli}; echo "ended with $?" >&2; } | head -n 2`], { cwd: ROOT });
      expect(stdout.trim().split('\n').map((line) => (JSON.parse(line) as { payable: string }).payable)).toEqual(['195671.65', '195671.65']);
      expect(stderr.trim()).toBe('ended with 0');
    });

    it('may be empty', async () => {
      expect(await command(fixture('bad/empty.jsonl'), '--strict')).toEqual({ code: 0, lines: [] });
    });
  });

  describe('the API alone', () => {
    it('refuses a body that is no JSON', async () => {
      const answer = await post('{"id":"nan","totalWages":NaN}').expect(400).expect('Content-Type', /^application\/problem\+json/);
      expect(answer.body).toMatchObject({ code: 'http.json_malformed' });
    });

    it('refuses an empty body and a body that is too large', async () => {
      expect((await post('').expect(422)).body).toMatchObject({ code: 'levy.case.invalid', errors: [{ pointer: '', code: 'levy.case.type' }] });
      expect((await post(JSON.stringify({ id: 'x'.repeat(service.settings.http.bodyBytes) })).expect(413)).body).toMatchObject({ code: 'http.body_too_large' });
    });

    it('needs no credentials and says so', async () => {
      const { body } = await service.http().get('/api/openapi.json').expect(200);
      const { paths, components } = body as { paths: Record<string, { post: { security: unknown } }>; components: { schemas: Record<string, unknown> } };
      expect(paths[URL]?.post.security).toEqual([]);
      expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['LevyCase', 'LevyArrangedEntry', 'LevyHeadcount', 'LevyOverrides', 'Problem']));
    });
  });
});

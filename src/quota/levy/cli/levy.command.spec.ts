import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { fixedClock } from '../../../kernel/clock.js';
import type { Language } from '../../../kernel/texts.js';
import { MOST_LINE_BYTES, run } from './levy.command.js';

type Json = { readonly [key: string]: unknown };

const CASE = {
  id: 'c1', region: '370303', baseYear: 2024, filingYear: 2025, employerKind: 'enterprise', registeredOn: '2010-05-01',
  headcount: { monthly: [200, 200, 200, 200, 200, 200, 201, 201, 201, 201, 201, 201] },
  totalWages: '20000000.00',
  arranged: [{ certificate: 'disability', grade: 1, months: ['2024-08', '2024-09', '2024-10', '2024-11', '2024-12'] }],
  overrides: { socialAverageWage: '80000', ratio: '0.015', scales: { staff: 0 } }, alreadyPaid: '0.00',
};
const caseLine = (id: string): string => JSON.stringify({ ...CASE, id });

/** Runs the command on the given chunks. */
async function levy(args: readonly string[], chunks: readonly (string | Buffer)[], language: Language = 'zh'): Promise<{ code: number; out: string; err: string; results: Json[] }> {
  const written: Buffer[] = [];
  const complaints: string[] = [];
  const stdout = new Writable({ write: (chunk: Buffer, _, done) => { written.push(Buffer.from(chunk)); done(); } });
  const stderr = new Writable({ write: (chunk: Buffer, _, done) => { complaints.push(chunk.toString()); done(); } });
  const stdin = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  const code = await run(args, { stdin, stdout, stderr, clock: fixedClock('2025-11-21T00:00:00Z'), language });
  const out = Buffer.concat(written).toString();
  return { code, out, err: complaints.join(''), results: out.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Json) };
}

/** Packages that a module of ours loads when it runs, with those that its imports load; types alone load nothing. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const found = new Set<string>();
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*\sfrom\s+)?'([^']+)'/gm)) {
    if (specifier.startsWith('.')) for (const inner of packagesOf(path.resolve(path.dirname(file), specifier.replace(/\.js$/, '.ts')), seen)) found.add(inner);
    else found.add(specifier);
  }
  return found;
}

describe('zhujiu levy', () => {
  it('loads neither the framework nor the database', () => {
    const packages = [...packagesOf(path.join(import.meta.dirname, 'levy.command.ts'))].filter((name) => !name.startsWith('node:')).sort();
    expect(packages).toEqual(['class-validator', 'yaml']);
  });

  it('answers the example of the contract to the fen', async () => {
    const { code, results } = await levy([], [caseLine('c1')]);
    expect(code).toBe(0);
    expect(results).toHaveLength(1);
    expect(Object.keys(results[0] as Json)).toEqual(['id', 'ok', 'staff', 'required', 'arranged', 'gap', 'averageWage', 'wageCap', 'leviedWage', 'due', 'relief', 'alreadyPaid', 'payable', 'refundDue', 'warnings', 'policyHash', 'statement', 'notApplied']);
    expect(results[0]).toMatchObject({
      id: 'c1', ok: true, staff: '201', required: '3.015', arranged: '0.83', gap: '2.185', averageWage: '99502.49', wageCap: '160000.00', leviedWage: '99502.49',
      due: '217412.94', relief: { kind: 'tier', rate: '0.1', amount: '21741.29' }, alreadyPaid: '0.00', payable: '195671.65', refundDue: '0.00', warnings: [],
    });
  });

  it('leaves the statement out with --brief, and nothing else', async () => {
    const [full, brief] = [(await levy([], [caseLine('c1')])).results[0], (await levy(['--brief'], [caseLine('c1')])).results[0]];
    const { statement, notApplied, ...rest } = full as Json;
    expect(brief).toEqual(rest);
    expect(statement).not.toHaveLength(0);
    expect(notApplied).not.toHaveLength(0);
  });

  it('goes on after broken JSON, an over-long line and bytes that are not UTF-8, keeping order and line numbers', async () => {
    const { code, results } = await levy(['--brief'], [
      `\ufeff${caseLine('a')}\r\n`, '\n', '{"id":"b"\n', `{"id":"${'x'.repeat(MOST_LINE_BYTES)}"}\n`, Buffer.from([0x7b, 0xff, 0x7d, 10]), '   \t\r\n', `${caseLine('c')}\n`, 'null\n', `${caseLine('残')}`,
    ]);
    expect(code).toBe(0);
    expect(results.map(({ id, ok, line }) => [id, ok, line])).toEqual([
      ['a', true, undefined], [null, false, 3], [null, false, 4], [null, false, 5], ['c', true, undefined], [null, false, undefined], ['残', true, undefined],
    ]);
    expect(results[1]).toEqual({ id: null, line: 3, ok: false, error: { code: 'levy.case.json_malformed', errors: [{ pointer: '', code: 'levy.case.json_malformed' }] } });
    expect(results[2]).toMatchObject({ error: { code: 'levy.case.line_too_long', errors: [{ pointer: '', params: { max: MOST_LINE_BYTES } }] } });
    expect(results[3]).toMatchObject({ error: { code: 'levy.case.not_utf8' } });
    expect(results[5]).toEqual({ id: null, ok: false, error: { code: 'levy.case.invalid', errors: [{ pointer: '', code: 'levy.case.type', params: { expected: 'object' } }] } });
  });

  it('gives the same bytes however its input is cut', async () => {
    const text = Array.from({ length: 40 }, (_, index) => (index % 7 === 3 ? '{' : caseLine(`残${index}`))).join('\n');
    const bytes = Buffer.from(text);
    const whole = (await levy([], [text])).out;
    const pieces = Array.from({ length: Math.ceil(bytes.length / 101) }, (_, index) => bytes.subarray(index * 101, (index + 1) * 101));
    expect((await levy([], pieces)).out).toBe(whole);
  });

  it('writes nothing for an empty input', async () => {
    expect(await levy([], [])).toMatchObject({ code: 0, out: '', err: '' });
    expect(await levy(['--strict'], ['\n\n'])).toMatchObject({ code: 0, out: '' });
  });

  it('exits with 1 under --strict only when a line failed', async () => {
    expect((await levy(['--strict'], [caseLine('a')])).code).toBe(0);
    expect((await levy(['--strict', '--brief'], [`${caseLine('a')}\n{`])).code).toBe(1);
    expect((await levy([], ['{'])).code).toBe(0);
  });

  it('explains itself in both languages and refuses an unknown option', async () => {
    expect(await levy(['--help'], [], 'zh')).toMatchObject({ code: 0, out: expect.stringContaining('每行一份 JSON') });
    expect(await levy(['--help'], [], 'en')).toMatchObject({ code: 0, out: expect.stringContaining('one case as JSON') });
    expect(await levy(['--breif'], [caseLine('a')], 'en')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--breif') });
  });

  it('reads no further than a slow reader takes', async () => {
    let given = 0;
    const stdin = Readable.from((function* () {
      for (; given < 400; given++) yield Buffer.from(`${caseLine('x')}\n`.repeat(20));
    })(), { highWaterMark: 1 });
    const stdout = new PassThrough({ highWaterMark: 1_024 });
    const ended = run([], { stdin, stdout, stderr: new PassThrough(), clock: fixedClock('2025-11-21T00:00:00Z'), language: 'zh' });
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    const waiting = given;
    expect(waiting).toBeLessThan(50);
    stdout.resume();
    await ended;
    expect(given).toBe(400);
  });

  it('leaves bytes alone that a slow disk has not written yet', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => caseLine(`${index}`));
    const written: Buffer[] = [];
    const stdout = new Writable({ highWaterMark: 1e9, write: (chunk: Buffer, _, done) => { setTimeout(() => { written.push(Buffer.from(chunk)); done(); }, 2); } });
    const stdin = Readable.from(lines.map((line) => Buffer.from(`${line}\n`)));
    await run([], { stdin, stdout, stderr: new PassThrough(), clock: fixedClock('2025-11-21T00:00:00Z'), language: 'zh' });
    const ids = Buffer.concat(written).toString().trim().split('\n').map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids).toEqual(Array.from(lines, (_, index) => `${index}`));
  });

  it('ends quietly when its reader goes away', async () => {
    const stdin = Readable.from((function* () {
      for (;;) yield Buffer.from(`${caseLine('x')}\n`);
    })());
    let taken = 0;
    const stdout = new Writable({ write: (_chunk, _, done) => { done(++taken > 3 ? Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }) : null); } });
    await expect(run(['--strict'], { stdin, stdout, stderr: new PassThrough(), clock: fixedClock('2025-11-21T00:00:00Z'), language: 'zh' })).resolves.toBe(0);
  });

  it('does not hide a full disk', async () => {
    const stdout = new Writable({ write: (_chunk, _, done) => { done(Object.assign(new Error('no space'), { code: 'ENOSPC' })); } });
    await expect(run([], { stdin: Readable.from([Buffer.from(caseLine('x'))]), stdout, stderr: new PassThrough(), clock: fixedClock('2025-11-21T00:00:00Z'), language: 'zh' })).rejects.toThrow('no space');
  });
});

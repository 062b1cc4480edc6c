import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { goodTable } from '../../../../test/fixtures/roster/people.js';
import { picture } from '../../../../test/fixtures/roster/hostile.js';
import { csv } from '../../../../test/fixtures/roster/gb18030.js';
import { oneSheet } from '../../../../test/fixtures/roster/workbook.js';
import { fixedClock } from '../../../kernel/clock.js';
import type { Language } from '../../../kernel/texts.js';
import { run } from './roster.command.js';

const CASE = { id: 'c1', region: '370303', baseYear: 2024, filingYear: 2025, employerKind: 'enterprise', headcount: { average: '200' }, totalWages: '16000000.00' };

let folder: string;
beforeAll(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-roster-')); });
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer): string => {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
};
const caseFile = (over: object = {}): string => file(`case-${JSON.stringify(over).length}.json`, JSON.stringify({ ...CASE, ...over }));

async function command(args: readonly string[], input = '', language: Language = 'zh'): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(input);
  const heard = { out: '', err: '' };
  stdout.on('data', (chunk: Buffer) => { heard.out += chunk.toString(); });
  stderr.on('data', (chunk: Buffer) => { heard.err += chunk.toString(); });
  const code = await run(args, { stdin, stdout, stderr, clock: fixedClock('2025-10-01T00:00:00Z'), language });
  await new Promise((resolve) => { setImmediate(resolve); });
  return { code, ...heard };
}

describe('zhujiu roster', () => {
  it('prints the case result with rows, faults and months, the same for XLSX and CSV', async () => {
    const rows = goodTable(4, (n) => (n === 2 ? { 月工资: null } : n === 4 ? { 合同开始: '某日' } : {}));
    const one = await command([file('a.xlsx', oneSheet(rows)), '--case', caseFile()]);
    expect([one.code, one.err]).toEqual([0, '']);
    expect(JSON.parse(one.out)).toMatchObject({
      id: 'c1', ok: true, arranged: '3', rows: { in: 4, accepted: 3, unchanged: 0, rejected: 1 }, provisional: { personMonths: 12, arrangedWithout: '2' },
      rowErrors: [{ row: 5, column: '合同开始', code: 'roster.row.day_malformed', params: { cell: 'J5', value: '某日' } }],
    });
    const other = await command([`--case=${caseFile()}`, file('a.csv', csv(rows))]);
    expect(other.out).toBe(one.out);
  });

  it('takes the case from standard input', async () => {
    const { out } = await command([file('b.csv', csv(goodTable(1))), '--case', '-'], JSON.stringify(CASE));
    expect(JSON.parse(out)).toMatchObject({ ok: true, arranged: '1' });
  });

  it('--strict tells by its exit code whether every row was taken', async () => {
    const bad = file('c.csv', csv(goodTable(2, (n) => (n === 1 ? { 月工资: 'x' } : {}))));
    expect((await command([bad, '--case', caseFile()])).code).toBe(0);
    expect((await command([bad, '--case', caseFile(), '--strict'])).code).toBe(1);
    expect((await command([file('d.csv', csv(goodTable(2))), '--case', caseFile(), '--strict'])).code).toBe(0);
  });

  it('a file or a case that cannot be used is a coded JSON and a sentence', async () => {
    const one = await command([file('p.xlsx', picture), '--case', caseFile()]);
    expect(one.code).toBe(1);
    expect(JSON.parse(one.out)).toEqual({ id: 'c1', ok: false, error: { code: 'sheets.file.picture', errors: [{ pointer: '', code: 'sheets.file.picture', params: {} }] } });
    expect(one.err).toContain('这是一张图片');
    const other = await command([file('e.csv', csv(goodTable(1))), '--case', caseFile({ arranged: [] })], '', 'en');
    expect(JSON.parse(other.out)).toMatchObject({ error: { code: 'levy.case.invalid', errors: [{ pointer: '/arranged', code: 'roster.case_people_given' }] } });
    expect(other.err).toContain('With a roster, leave arranged out of the case');
  });

  it.each([[[]], [['a.csv']], [['--case', 'x']], [['a', 'b', '--case', 'c']], [['a', '--cases', 'c']], [['no-such-file.csv', '--case', 'no-such-case.json']]])('%j is wrong usage', async (args) => {
    const { code, out, err } = await command(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });

  it('--help explains itself in both languages', async () => {
    expect((await command(['--help'])).out).toContain('用法：zhujiu roster');
    expect((await command(['--help'], '', 'en')).out).toContain('Usage: zhujiu roster');
  });
});

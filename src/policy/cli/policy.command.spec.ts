import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fixedClock } from '../../kernel/clock.js';
import { localDate } from '../../kernel/local-date.js';
import { regionCode } from '../../kernel/region-code.js';
import type { Language } from '../../kernel/texts.js';
import { PolicyBook } from '../policy-book.js';
import { PARAMETER_KEYS } from '../reading/value-schemas.js';
import { run } from './policy.command.js';
import { run as runRegions } from './regions.command.js';
import type { LevyRunner } from './replay.js';

/** Smallest possible levy: the sum due at the ratio of the folder. The real one joins in `test/policy`. */
const ratioOnly: LevyRunner = async (directory) => {
  const book = PolicyBook.load(directory);
  return (caseJson) => {
    const { region, date } = caseJson as { readonly region: string; readonly date: string };
    const ratio = book.at('quota.ratio', regionCode(region), localDate(date)).value;
    return ratio === null ? { ok: false, error: { code: 'unknown' } } : { ok: true, payable: ratio };
  };
};

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'policy-')); });
afterEach(() => rmSync(folder, { recursive: true }));

class Memory extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

type Ran = { readonly code: number; readonly out: string; readonly err: string };

async function ran(command: 'policy' | 'regions', args: readonly string[], language: Language = 'en', today = '2026-11-21'): Promise<Ran> {
  const [stdout, stderr] = [new Memory(), new Memory()];
  const io = { stdin: Readable.from([]), stdout, stderr, clock: fixedClock(`${today}T04:00:00Z`), language };
  const code = command === 'policy' ? await run(args, io, ratioOnly) : await runRegions(args, io);
  return { code, out: stdout.text, err: stderr.text };
}

function put(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const RATIO = readFileSync('config/policy/national/quota.ratio.yaml', 'utf8');

describe('check', () => {
  it('passes the data as shipped: warnings, a summary with the hash, exit code 0', async () => {
    const { code, out } = await ran('policy', ['check']);
    expect(code).toBe(0);
    expect(out).toMatch(/^100000 .* values to be confirmed, \d+ not known, 7 confirmed\.$/m);
    expect(out).toMatch(/^130000 河北省: no social average wage for 2015–2022, 2025; /m);
    expect(out).not.toMatch(/past its review date/);
    expect(out).toMatch(/^\d+ files, \d+ values: 10 confirmed, .* Content hash [0-9a-f]{64}\n$/m);
  });

  it('warns of files past their review date', async () => {
    const { code, out } = await ran('policy', ['check'], 'en', '2027-07-01');
    expect(code).toBe(0);
    expect(out).toMatch(/^national\/quota\.ratio\.yaml: past its review date 2027-06-30/m);
    expect(out).not.toMatch(/^national\/late_fee\.daily\.yaml: past/m);
  });

  it('lists every mistake with file, line and column in the language of the reader, exit code 1', async () => {
    put('national/quota.ratio.yaml', RATIO.replace('"0.015"', '0.015'));
    put('530630/quota.ratio.yaml', RATIO);
    const english = await ran('policy', ['check', folder]);
    expect(english.code).toBe(1);
    expect(english.out).toMatch(/^530630:1:1 The code 530630 was withdrawn; 530681 took its place\..*\nnational\/quota\.ratio\.yaml:\d+:12 The number 0\.015 of value is not quoted.*\n2 mistakes\./);
    expect((await ran('policy', ['check', folder], 'zh')).out).toMatch(/没有加引号.*\n2 处错误。/);
  });
});

describe('show', () => {
  it('tells every parameter of a place and a day with its source', async () => {
    const { code, out } = await ran('policy', ['show', '370303', '2025-09-01'], 'zh');
    expect(code).toBe(0);
    expect(out).toContain('370303 山东省 淄博市 张店区，2025-09-01');
    expect(out).toMatch(/quota\.ratio："0\.015"\n {4}2015-01-01 至 今，取自 山东省\n {4}依据：山东省实施《中华人民共和国残疾人保障法》办法 第三十一条（已核实）/);
    expect(out).toMatch(/award\.over_quota：未知/);
  });

  it('prints JSON for machines', async () => {
    const { out } = await ran('policy', ['show', '370303', '2000-01-01', '--json']);
    const shown = JSON.parse(out) as { readonly region: string; readonly parameters: readonly { readonly value: unknown }[] };
    expect(shown.region).toBe('370303');
    expect(shown.parameters).toHaveLength(PARAMETER_KEYS.length);
    expect(shown.parameters.every(({ value }) => value === null)).toBe(true);
  });

  it.each([['999999', '2025-09-01', /no region with code 999999/], ['370303', '2025-02-30', /"2025-02-30" is not a date/]])('refuses %s %s', async (region, date, sentence) => {
    const { code, err, out } = await ran('policy', ['show', region, date]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  });
});

describe('diff', () => {
  const put2 = (): readonly [string, string] => {
    put('old/national/quota.ratio.yaml', RATIO);
    put('new/national/quota.ratio.yaml', RATIO);
    put('new/510000/quota.ratio.yaml', RATIO.replace('"0.015"', '"0.016"').replace('confirmed: true', 'confirmed: false'));
    return [path.join(folder, 'old'), path.join(folder, 'new')];
  };

  it('lists the cases that change and exits with 1', async () => {
    const cases = put('cases.jsonl', '{"id":"a","region":"510104","date":"2024-01-01"}\n\n{"id":"b","region":"370303","date":"2024-01-01"}\n');
    const { code, out } = await ran('policy', ['diff', ...put2(), cases]);
    expect([code, out]).toEqual([1, 'a: payable 0.015 → 0.016\n2 cases, 1 with a different result, 0 that neither side could compute.\n']);
  });

  it('reads readable cases too and exits with 0 where nothing changes', async () => {
    const cases = put('cases.yaml', 'cases:\n  - title: Zhangdian\n    case: { region: "370303", date: "2024-01-01" }\n');
    const { code, out } = await ran('policy', ['diff', ...put2(), cases]);
    expect([code, out]).toEqual([0, '1 cases, 0 with a different result, 0 that neither side could compute.\n']);
  });
});

describe('replay', () => {
  const results = (payable: string): string => put('results.jsonl', [
    `{"case":{"id":"a","region":"370303","date":"2024-01-01"},"result":{"ok":true,"payable":"${payable}","policyHash":"old"}}`,
    '{"case":{"id":"h","region":"810000","date":"2024-01-01"},"result":{"ok":false,"error":{"code":"unknown"}}}',
  ].join('\n'));

  it('finds earlier results equal, whatever their hash', async () => {
    expect(await ran('policy', ['replay', results('0.015')])).toEqual({ code: 0, out: '2 results computed anew: 2 equal, 0 different, 0 lines not readable.\n', err: '' });
  });

  it('reports any difference and any line it cannot read', async () => {
    const file = results('0.0150');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nnot json\n{"case":{}}\n`);
    const { code, out } = await ran('policy', ['replay', file]);
    expect(code).toBe(1);
    expect(out).toBe([
      'a: payable 0.0150 → 0.015', 'Line 3 cannot be read: it is not JSON of the form {"case": …, "result": …}.', 'Line 4 cannot be read: it is not JSON of the form {"case": …, "result": …}.',
      '2 results computed anew: 1 equal, 1 different, 2 lines not readable.\n',
    ].join('\n'));
  });

  it('can use the data of another folder', async () => {
    put('law/national/quota.ratio.yaml', RATIO.replace('"0.015"', '"0.02"'));
    const file = put('one.jsonl', '{"case":{"region":"370303","date":"2024-01-01"},"result":{"ok":true,"payable":"0.015"}}\n');
    expect((await ran('policy', ['replay', file, '--policy', path.join(folder, 'law')])).out).toMatch(/^#1: payable 0\.015 → 0\.02\n/);
  });
});

describe('wrong usage', () => {
  it.each([[['frobnicate']], [['show', '370303']], [['diff', 'a', 'b']], [['replay']], [['replay', 'a', '--law', 'b']], [['check', 'a', 'b']]])('%j: exit code 2 and a word about help', async (args) => {
    const { code, err } = await ran('policy', args);
    expect(code).toBe(2);
    expect(err).toContain('zhujiu policy --help');
  });

  it('says which file cannot be read', async () => {
    const { code, err } = await ran('policy', ['replay', path.join(folder, 'none.jsonl')]);
    expect(code).toBe(2);
    expect(err).toContain('none.jsonl cannot be read');
    expect((await ran('policy', ['diff', path.join(folder, 'x'), folder, 'c.jsonl'])).err).toMatch(/The folder .* cannot be read/);
  });

  it('helps', async () => {
    for (const args of [[], ['--help'], ['check', '--help']]) expect((await ran('policy', args, 'zh')).out).toMatch(/^用法：zhujiu policy/);
  });
});

describe('regions import', () => {
  const small = 'code,name,level,parent\n100000,全国,country,\n370000,山东省,province,100000\n';

  it('writes the register and balances its rows', async () => {
    const register = put('regions.csv', small);
    const file = put('in.csv', 'code,name,level,parent\n370300,淄博市,city,370000\n370000,山东省,province,100000\n370303,张店区,county,370100\n');
    const { code, out } = await ran('regions', ['import', file, '--register', folder]);
    expect([code, out]).toEqual([1, 'Line 4: The parent does not fit the code, or the register does not hold it.\n3 rows read: 1 new, 1 unchanged, 1 rejected.\n']);
    expect(readFileSync(register, 'utf8')).toBe(`${small}370300,淄博市,city,370000\n`);
    expect((await ran('regions', ['import', put('again.csv', small), '--register', folder], 'zh'))).toMatchObject({ code: 0, out: '读入 2 行：新增 0，未变 2，拒绝 0。\n' });
  });

  it('leaves the register alone where nothing can be read or the usage is wrong', async () => {
    const register = put('regions.csv', small);
    expect((await ran('regions', ['import', path.join(folder, 'none.csv'), '--register', folder])).code).toBe(2);
    expect((await ran('regions', ['export', register])).code).toBe(2);
    expect((await ran('regions', ['import', put('bad.csv', 'nothing'), '--register', folder])).out).toMatch(/^Line 1: .*\n1 rows read: 0 new, 0 unchanged, 1 rejected\.\n$/);
    expect(readFileSync(register, 'utf8')).toBe(small);
  });
});

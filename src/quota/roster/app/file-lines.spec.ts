import { countingYear } from '../../counting/index.js';
import { usccCheckSign } from '../../../kernel/ids/uscc.js';
import { localDate } from '../../../kernel/local-date.js';
import { regionCode } from '../../../kernel/region-code.js';
import { csv } from '../../../../test/fixtures/roster/gb18030.js';
import { goodRow, inOrder, TITLES, type RowValues } from '../../../../test/fixtures/roster/people.js';
import { LIMITS } from '../../../../test/fixtures/roster/read.js';
import { smallPolicy } from '../../../../test/fixtures/roster/small-policy.js';
import { rosterWarningSentence, rowErrorSentence } from '../texts.js';
import type { RosterTotals } from '../domain/outcome.js';
import { FileLineSink, type FileError, type FileLines } from './file-lines.js';
import { readRoster } from './read-roster.js';

/** Codes of nobody: area 999999 does not exist. */
function usccOf(n: number): string {
  const first17 = `91999999MA${String(n).padStart(7, '0')}`;
  return first17 + usccCheckSign(first17);
}
const [OWN, OTHER, THIRD, BRANCH] = [usccOf(1), usccOf(2), usccOf(3), usccOf(4)] as const;
const UNIT = '对方单位统一社会信用代码';

/** A roster as a filing reads it: with names, and knowing whose it is. */
async function kept(rows: readonly (readonly (string | number | null)[])[]): Promise<FileLines & { readonly totals: RosterTotals }> {
  const batches: FileLines[] = [];
  const sink = new FileLineSink((batch) => batches.push(batch));
  const totals = await readRoster({
    file: { bytes: Buffer.from(csv(rows)), name: 'a.csv' }, year: countingYear(smallPolicy, regionCode('370303'), 2024, localDate('2025-09-01')), limits: LIMITS, ownUscc: OWN, ownCodes: [OWN, BRANCH],
    standardTitle: (key) => key, sink, progress: () => undefined,
  });
  sink.finish();
  return { lines: batches.flatMap(({ lines }) => lines), errors: batches.flatMap(({ errors }) => errors), totals };
}
const table = (...rows: RowValues[]): (string | number | null)[][] => [[...TITLES], ...rows.map((over, index) => inOrder(goodRow(index + 1, over)))];
/** With columns in place of the one of the template. */
const columns = (titles: readonly string[], ...rows: readonly (readonly [dispatch: string, ...codes: string[]])[]): (string | number | null)[][] =>
  [[...TITLES.slice(0, -1), ...titles], ...rows.map(([dispatch, ...codes], index) => [...inOrder(goodRow(index + 1, { 派遣协议: dispatch })).slice(0, -1), ...codes])];
const faults = ({ errors }: FileLines): string[] => errors.map(({ row, column, code, params }) => `${row} ${column} ${String(params['cell'])} ${code.slice('roster.row.'.length)}`);
const units = ({ lines }: FileLines): (string | null)[] => lines.map(({ otherUscc }) => otherUscc);
const said = ({ totals }: { readonly totals: RosterTotals }): string[] => totals.warnings.map((warning) => rosterWarningSentence(warning, 'zh')).filter((words) => !words.startsWith('花名册没有证件有效期'));

describe('the other unit of a dispatch agreement', () => {
  it('comes with its line, however it is written', async () => {
    const one = await kept(table({ 派遣协议: '我方计入', [UNIT]: OTHER }, { 派遣协议: '对方计入', [UNIT]: ` ${THIRD.toLowerCase()} ` }, { 派遣协议: '无' }));
    expect([faults(one), units(one), said(one)]).toEqual([[], [OTHER, THIRD, null], []]);
  });

  it('with a wrong check digit, a length, a sign or the own code is a fault of its row, at its cell', async () => {
    const wrong = OTHER.slice(0, 17) + (OTHER.endsWith('0') ? '1' : '0');
    const one = await kept(table(
      { 派遣协议: '我方计入', [UNIT]: wrong }, { 派遣协议: '对方计入', [UNIT]: OTHER.slice(1) }, { 派遣协议: '我方计入', [UNIT]: `${OTHER.slice(0, 17)}I` }, { 派遣协议: '我方计入', [UNIT]: OWN }, { 派遣协议: '我方计入', [UNIT]: '9.19999E+17' },
    ));
    expect(faults(one)).toEqual([
      `2 ${UNIT} P2 uscc.check_digit`, `3 ${UNIT} P3 uscc.length`, `4 ${UNIT} P4 uscc.malformed`, `5 ${UNIT} P5 other_unit_own`, `6 ${UNIT} P6 number_precision_lost`,
    ]);
    expect(one.totals.rows).toMatchObject({ accepted: 0, rejected: 5 });
    for (const error of one.errors) for (const variant of ['zh', 'en'] as const) expect(rowErrorSentence(error, variant)).toContain(UNIT);
  });

  it('that is not named is accepted with one word for all rows, as files of years before lack the column', async () => {
    const before = await kept(columns([], ['我方计入'], ['对方计入'], ['无']));
    expect([faults(before), units(before), said(before)]).toEqual([[], [null, null, null], [expect.stringMatching(/^有 2 行填了派遣协议，没有填对方单位的统一社会信用代码（从第 2 行起）/)]]);
    expect(said(await kept(table({ 派遣协议: '我方计入', [UNIT]: OTHER }, { 派遣协议: '对方计入', [UNIT]: '—' })))).toEqual([expect.stringMatching(/^有 1 行.*从第 3 行起/)]);
  });

  it('is the sender for who counts the worker and the receiver for who does not, where a table names both', async () => {
    const one = await kept(columns(['劳务派遣单位统一社会信用代码', '用工单位社会信用代码'], ['我方计入', OTHER, OWN], ['对方计入', OWN, THIRD], ['对方计入', THIRD, ''], ['我方计入', '', OWN], ['我方计入', OWN, '']));
    expect([units(one), faults(one)]).toEqual([[OTHER, THIRD, THIRD, null], ['6 劳务派遣单位统一社会信用代码 P6 other_unit_own']]);
    expect(said(one)).toEqual([expect.stringMatching(/^有 1 行.*从第 5 行起/)]);
  });

  it('named in a row without an agreement is said, and the own code in every row is not', async () => {
    const one = await kept(columns(['用工单位统一社会信用代码', '统一社会信用代码'], ['无', OWN, OWN], ['无', OTHER, OWN], ['', OWN, OWN]));
    expect(one.totals.rows).toMatchObject({ accepted: 3, rejected: 0 });
    expect(units(one)).toEqual([null, null, null]);
    expect(said(one)).toEqual([expect.stringMatching(/^“用工单位统一社会信用代码”列有 1 格填了别的单位（从 P3 起）/)]);
  });

  it('tells two rows apart that say the same of one person', async () => {
    const row = goodRow(1, { 派遣协议: '我方计入', [UNIT]: OTHER });
    const one = await kept([[...TITLES], inOrder(row), inOrder(row), inOrder({ ...row, [UNIT]: THIRD })]);
    expect(one.totals.rows).toEqual({ in: 3, accepted: 1, unchanged: 1, rejected: 1 });
  });
});

describe('the employer of a row', () => {
  const EMPLOYER = '用人单位统一社会信用代码';

  it('is this one or a branch of it, or nobody says; a row of another employer is a fault at its cell', async () => {
    const one = await kept(columns([EMPLOYER], ['无', OWN], ['无', ` ${BRANCH.toLowerCase()}`], ['无', ''], ['无', OTHER], ['无', OTHER.slice(1)], ['无', '9.19999E+17']));
    expect(faults(one)).toEqual([`5 ${EMPLOYER} P5 other_employer`, `6 ${EMPLOYER} P6 uscc.length`, `7 ${EMPLOYER} P7 number_precision_lost`]);
    expect(one.totals.rows).toMatchObject({ accepted: 3, rejected: 3 });
    for (const [variant, words] of [['zh', '第 5 行，“用人单位统一社会信用代码”（P5）：这一行写的是'], ['en', 'neither your employer']] as const) expect(rowErrorSentence(one.errors[0] as FileError, variant)).toContain(words);
  });

  it('may be the sender of a dispatched worker, where the row names it as the other unit', async () => {
    const one = await kept(columns([UNIT, EMPLOYER], ['我方计入', OTHER, OTHER], ['我方计入', OTHER, THIRD], ['我方计入', OTHER, OWN]));
    expect([units(one), faults(one)]).toEqual([[OTHER, OTHER], [`3 ${EMPLOYER} Q3 other_employer`]]);
  });

  it('is not told by a code that stands under the dispatch agreement', async () => {
    const [titles, ...rows] = columns(['统一社会信用代码'], ['无', OTHER]);
    const over = titles?.map((_, at) => (at === titles.length - 1 ? '派遣协议' : null)) ?? [];
    expect(faults(await kept([over, titles ?? [], ...rows]))).toEqual([]);
  });
});

describe('rows without a name', () => {
  it('are accepted with one word that counts them', async () => {
    expect(said(await kept(table({ 姓名: null }, {}, { 姓名: '—' })))).toEqual([expect.stringMatching(/^有 2 行没有姓名（从第 2 行起）/)]);
    expect(said(await kept(table({}, {})))).toEqual([]);
  });

  it('do not count where they were not accepted', async () => {
    expect(said(await kept(table({}, { 姓名: null, 月工资: '-1' })))).toEqual([]);
  });

  it('without the column, all of them', async () => {
    const rows = table({}, {}).map((cells) => cells.filter((_, at) => at !== 1));
    expect(said(await kept(rows))).toEqual([expect.stringMatching(/^有 2 行没有姓名/)]);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { errorTexts } from '../../../src/error-texts.js';
import type { TextParams } from '../../../src/kernel/domain-error.js';
import { sentenceOf } from '../../../src/platform/http/index.js';
import { bombWorkbook, lyingBomb } from '../../fixtures/roster/hostile.js';
import { csv, gb18030 } from '../../fixtures/roster/gb18030.js';
import { oneSheet, workbook, type FixtureCell } from '../../fixtures/roster/workbook.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aUscc } from '../../support/employers.js';
import { anEmployer } from '../../support/filing.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { aWorkersId } from '../../support/people.js';

jest.setTimeout(180_000);

let service: TestApp;
let clerk: Actor;
let filing: string;
let employerId: string;

beforeAll(async () => { service = await startTestApp(); });
afterAll(() => service.close());
beforeEach(async () => {
  employerId = await anEmployer(service);
  clerk = await signedInAs(service, { role: 'employer_clerk', organisationId: employerId, employerId });
  filing = ((await clerk.post('/api/v1/filings', { baseYear: 2023 })).body as { id: string }).id;
});

type File = { readonly id: string; readonly state: string; readonly rowsIn: number; readonly accepted: number; readonly unchanged: number; readonly rejected: number; readonly removed: number; readonly refusal: { readonly code: string; readonly params: Record<string, unknown> } | null };
type Fault = { readonly row: number; readonly column: string; readonly code: string; readonly sentence: string };

async function read(bytes: Buffer, name = '花名册.xlsx', by: Actor = clerk): Promise<File> {
  const answer = await service.http().post(`/api/v1/filings/${filing}/rosters`).set('Authorization', by.bearer).attach('file', bytes, name);
  expect([answer.status, answer.body]).toMatchObject([202, {}]);
  let file = answer.body as File;
  while (file.state === 'reading') {
    await sleep(50);
    file = (await clerk.get(`/api/v1/filings/${filing}/rosters/${file.id}`)).body as File;
  }
  // Rows in = accepted + unchanged + rejected, whatever the file was.
  expect(file.rowsIn).toBe(file.accepted + file.unchanged + file.rejected);
  return file;
}

const faultsOf = async ({ id }: File): Promise<readonly Fault[]> => ((await clerk.get(`/api/v1/filings/${filing}/rosters/${id}/rejections`)).body as { items: Fault[] }).items;
const version = async (): Promise<number> => ((await clerk.get(`/api/v1/filings/${filing}`)).body as { version: number }).version;
const take = async ({ id }: File): Promise<{ readonly status: number; readonly body: unknown }> => clerk.post(`/api/v1/filings/${filing}/rosters/${id}/take`, { version: await version() });
const lines = async (): Promise<number> => ((await clerk.get(`/api/v1/filings/${filing}`)).body as { sums: { lines: number } }).sums.lines;

const TITLES = ['姓名', '公民身份号码', '证件号码', '合同开始', '合同结束', '月工资', '参保开始'];
type Over = { readonly citizenId?: string; readonly number?: string; readonly start?: string; readonly end?: string; readonly wage?: FixtureCell; readonly name?: FixtureCell };
function row({ citizenId = aWorkersId(), number = `${citizenId}43`, start = '2020-01-01', end = '', wage = '5000', name = '示例' }: Over = {}): FixtureCell[] {
  return [name, citizenId, number, start, end, wage, '2020-01'];
}
const sheet = (...rows: readonly FixtureCell[][]): Buffer => oneSheet([TITLES, ...rows]);
const wrongCheck = (id: string): string => id.slice(0, 17) + (id.endsWith('0') ? '1' : '0');

describe('a row at fault is told with line, column, code and a sentence, and the others are taken', () => {
  const twice = aWorkersId();
  it.each<[string, readonly FixtureCell[][], number, string, string, RegExp]>([
    ['a wrong check digit', [row({ citizenId: wrongCheck(aWorkersId()), number: `${twice}43` })], 3, '公民身份号码', 'roster.row.citizen_id.check_digit', /^第 3 行，“公民身份号码”（B3）：/],
    ['somebody else’s certificate', [row({ number: `${aWorkersId()}43` })], 3, '证件号码', 'roster.row.certificate_of_someone_else', /^第 3 行，“证件号码”（C3）：.*不是同一个人/],
    ['grade 5', [row({ number: `${twice}45`, citizenId: twice })], 3, '证件号码', 'roster.row.disability_certificate.grade', /^第 3 行，“证件号码”（C3）：/],
    ['category 8', [row({ number: `${twice}83`, citizenId: twice })], 3, '证件号码', 'roster.row.disability_certificate.category', /^第 3 行，“证件号码”（C3）：/],
    ['overlapping contracts', [row({ citizenId: twice }), row({ citizenId: twice, start: '2023-06-01' })], 4, '公民身份号码', 'roster.row.same_person_same_month', /^第 4 行，“公民身份号码”（B4）：.*在第 3 行已经填过/],
    ['a contract twice', [row({ citizenId: twice, end: '2022-06-30' }), row({ citizenId: twice, end: '2022-12-31' })], 4, '合同开始', 'filing.row.contract_twice', /^第 4 行，“合同开始”（D4）：.*在第 3 行已经有了/],
    ['a contract that ends before it begins', [row({ end: '2019-12-31' })], 3, '合同结束', 'roster.row.contract_end_before_start', /^第 3 行，“合同结束”（E3）：/],
    ['a wage in words', [row({ wage: '五千' })], 3, '月工资', 'roster.row.wage_malformed', /^第 3 行，“月工资”（F3）：“五千”/],
    ['a formula whose result was not saved', [row({ wage: { formula: 'G3*12' } })], 3, '月工资', 'roster.row.formula_without_value', /^第 3 行，“月工资”（F3）：/],
    ['an error of the spreadsheet', [row({ wage: { error: '#REF!' } })], 3, '月工资', 'roster.row.cell_error', /^第 3 行，“月工资”（F3）：/],
  ])('%s', async (_what, bad, line, column, code, sentence) => {
    const file = await read(sheet(row(), ...bad));
    expect(file).toMatchObject({ state: 'checked', rowsIn: 1 + bad.length, accepted: bad.length, rejected: 1 });
    expect(await faultsOf(file)).toEqual([expect.objectContaining({ row: line, column, code, sentence: expect.stringMatching(sentence) as string })]);
    expect([(await take(file)).status, await lines()]).toEqual([200, bad.length]);
  });

  it('a row of another employer, where a column says whose it is; one of a branch is taken', async () => {
    const [own, branch, other] = [((await managerOf(service).query('SELECT uscc FROM employer WHERE id = $1', [employerId])) as { uscc: string }[])[0]?.uscc ?? '', aUscc(), aUscc()];
    await managerOf(service).query(`INSERT INTO employer_establishment (id, employer_id, name, uscc, region_code) VALUES (gen_random_uuid(), $1, '分公司', $2, '370303')`, [employerId, branch]);
    const file = await read(oneSheet([['统一社会信用代码', ...TITLES], ...[own, branch, other].map((code) => [code, ...row()])]));
    expect(file).toMatchObject({ state: 'checked', rowsIn: 3, accepted: 2, rejected: 1 });
    expect(await faultsOf(file)).toEqual([expect.objectContaining({ row: 4, column: '统一社会信用代码', code: 'roster.row.other_employer', sentence: expect.stringContaining(`第 4 行，“统一社会信用代码”（A4）：这一行写的是 ${other}，不是本单位（${own}）`) as string })]);
  });

  it('a contract that does not reach into the base year is taken and counts no month', async () => {
    const file = await read(sheet(row({ start: '2024-03-01' }), row({ start: '2018-01-01', end: '2022-12-31' })));
    await take(file);
    expect(((await clerk.get(`/api/v1/filings/${filing}`)).body as { sums: object }).sums).toMatchObject({ lines: 2, countedMonths: 0 });
  });
});

describe('what people’s tables really hold is read', () => {
  it('wages with thousand separators and full-width digits, saved results of formulas', async () => {
    const file = await read(sheet(row({ wage: '12,345.60' }), row({ wage: '６，０００' }), row({ wage: '￥7000元' }), row({ wage: { formula: '2*4000', value: 8000 } })));
    expect([file.accepted, await faultsOf(file)]).toEqual([4, []]);
    await take(file);
    const wages = ((await clerk.get(`/api/v1/filings/${filing}/lines`)).body as { items: { wage: string }[] }).items.map(({ wage }) => wage);
    expect(wages).toEqual(['12345.60', '6000.00', '7000.00', '8000.00']);
  });

  it('a title over merged cells above the header', async () => {
    const file = await read(oneSheet([['残疾人职工花名册', null, null], TITLES, row(), row()], { merges: ['A1:G1'] }));
    expect(file).toMatchObject({ state: 'checked', rowsIn: 2, accepted: 2 });
  });

  it('a header of two merged rows', async () => {
    const first: FixtureCell[] = ['姓名', '公民身份号码', '证件号码', '合同', null, '月工资', '参保开始'];
    const second: FixtureCell[] = [null, null, null, '合同开始', '合同结束', null, null];
    const file = await read(oneSheet([first, second, row()], { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2', 'G1:G2'] }));
    expect(file.state === 'checked' ? [file.rowsIn, file.accepted] : file.refusal?.code).toEqual([1, 1]);
  });

  it('formulas of a text file are told and never worked out; a text behind an equals sign is a text', async () => {
    const id = aWorkersId();
    const file = await read(Buffer.from(csv([TITLES, row({ wage: '=1+4999' }), row({ citizenId: id, number: `="${id}43"` })])), '花名册.csv');
    expect(file).toMatchObject({ state: 'checked', rowsIn: 2, accepted: 1, rejected: 1 });
    expect(await faultsOf(file)).toEqual([expect.objectContaining({ row: 2, column: '月工资', code: 'roster.row.formula_without_value', sentence: expect.stringMatching(/^第 2 行，“月工资”（F2）：/) as string })]);
  });

  it('200 columns of which we know seven', async () => {
    const more = Array.from({ length: 193 }, (_, at) => `附加${at + 1}`);
    const file = await read(oneSheet([[...TITLES, ...more], [...row(), ...more]]));
    expect(file).toMatchObject({ state: 'checked', accepted: 1 });
  });

  it('a hidden sheet beside the roster is left alone; a roster that is hidden is refused', async () => {
    const beside = await read(workbook({ sheets: [{ name: '花名册', rows: [TITLES, row()] }, { name: '旧表', rows: [TITLES, row(), row()], state: 'hidden' }] }));
    expect(beside).toMatchObject({ state: 'checked', rowsIn: 1, accepted: 1 });
    const hidden = await read(workbook({ sheets: [{ name: '说明', rows: [['填写说明']] }, { name: '花名册', rows: [TITLES, row()], state: 'hidden' }] }));
    expect([hidden.state, hidden.refusal]).toMatchObject(['refused', { code: 'roster.file.header_in_hidden_sheet', params: { name: '花名册' } }]);
  });

  it('GB 18030', async () => {
    const file = await read(gb18030(csv([TITLES, row()])), '花名册.csv');
    expect(file).toMatchObject({ state: 'checked', accepted: 1 });
  });
});

describe('a file that cannot be a roster is refused as a whole, and the filing stays as it was', () => {
  const refused = async (bytes: Buffer, name: string, code: string, words: string): Promise<void> => {
    const file = await read(bytes, name);
    expect([file.state, file.refusal?.code, await lines()]).toEqual(['refused', code, 0]);
    // What the page says of it: where, and what to do.
    expect(sentenceOf(errorTexts, 'zh', code, file.refusal?.params as TextParams)).toContain(words);
    expect((await managerOf(service).query('SELECT count(*)::int AS count FROM roster_staged_line WHERE import_id = $1', [file.id]) as { count: number }[])[0]?.count).toBe(0);
  };

  it('no byte at all', async () => {
    const answer = await service.http().post(`/api/v1/filings/${filing}/rosters`).set('Authorization', clerk.bearer).attach('file', Buffer.alloc(0), '花名册.csv');
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'upload.file_empty' }]);
  });
  it('a header and no row', () => refused(sheet(), '花名册.xlsx', 'roster.file.no_data_rows', '第 1 行是表头，下面没有一行数据。请填写人员'));
  it('no header', () => refused(oneSheet([['今天天气不错'], ['确实']]), '花名册.xlsx', 'roster.file.header_not_found', '前 20 行里没有找到表头'));
  it('a zip bomb', () => refused(bombWorkbook(600), '花名册.xlsx', 'sheets.file.zip_bomb', '请新建一张表，只粘贴数据'));
  it('a zip bomb that says that it is small', () => refused(lyingBomb(600), '花名册.xlsx', 'sheets.file.zip_bomb', '请新建一张表，只粘贴数据'));
  it('GB 18030 with a broken byte', async () => {
    const text = gb18030(csv([TITLES, row({ name: '示例甲' })]));
    // The second byte of a pair is lost.
    const at = text.indexOf(gb18030('示例甲')) + 1;
    await refused(Buffer.concat([text.subarray(0, at), Buffer.of(0xff), text.subarray(at + 1)]), '花名册.csv', 'sheets.file.broken_byte', '第 2 行第 1 个字（文件第');
  });
  it('months of another year, as an export of another year has them', async () => {
    const months = Array.from({ length: 12 }, (_, at) => `2022年${at + 1}月`);
    const file = oneSheet([[...TITLES.slice(0, 6), ...months], [...row().slice(0, 6), ...months.map(() => '✓')]]);
    await refused(file, '花名册.xlsx', 'roster.file.month_columns_other_year', '第 1 行的表头里，按月参保的列（如“2022年1月”）不是基准年 2023 年的');
  });
  it('101,000 rows', async () => {
    const one = row();
    const text = `${TITLES.join(',')}\n${`${one.join(',')}\n`.repeat(101_000)}`;
    await refused(Buffer.from(text), '花名册.csv', 'roster.too_many_rows', '花名册超过 100000 行，从表格第 100002 行起');
  });
});

describe('the same once more, and two at a time', () => {
  it('the same file twice changes nothing', async () => {
    const bytes = sheet(row(), row(), row());
    expect((await take(await read(bytes))).body).toMatchObject({ accepted: 3, unchanged: 0, removed: 0 });
    const before = await version();
    const again = await read(bytes);
    expect(again).toMatchObject({ accepted: 0, unchanged: 3, rejected: 0, removed: 0 });
    expect((await take(again)).body).toMatchObject({ accepted: 0, unchanged: 3, removed: 0 });
    expect([await lines(), await version()]).toEqual([3, before]);
  });

  it('the same file of two clerks at once is taken over once; the other is told that the filing has changed', async () => {
    const colleague = await signedInAs(service, { role: 'employer_clerk', organisationId: employerId, employerId });
    const file = await read(sheet(row(), row()), '花名册.xlsx', colleague);
    const seen = await version();
    const answers = await Promise.all([clerk, colleague].map((who) => who.post(`/api/v1/filings/${filing}/rosters/${file.id}/take`, { version: seen })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(({ body }) => (body as { code?: string }).code ?? '').sort()).toEqual(['', 'filing.declaration.stale']);
    expect(await lines()).toBe(2);
  });

  it('of two clerks who take two files over at once, one is told that the filing has changed; what stands is one file, whole', async () => {
    const [one, other] = [await read(sheet(row(), row())), await read(sheet(row(), row(), row()))];
    const seen = await version();
    // The second checked file has taken the place of the first.
    expect(((await clerk.get(`/api/v1/filings/${filing}/rosters/${one.id}`)).body as File).state).toBe('discarded');
    const answers = await Promise.all([0, 1].map(() => clerk.post(`/api/v1/filings/${filing}/rosters/${other.id}/take`, { version: seen })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await lines()).toBe(3);
  });

  it('two uploads at once end as one waiting file', async () => {
    const [one, other] = await Promise.all([read(sheet(row(), row())), read(sheet(row(), row(), row()))]);
    const states = await Promise.all([one, other].map(async ({ id }) => ((await clerk.get(`/api/v1/filings/${filing}/rosters/${id}`)).body as File).state));
    expect([...states].sort()).toEqual(['checked', 'discarded']);
  });
});

import { certificateOf, citizenIdOf, goodRow, goodTable, inOrder, TITLES, type RowValues, type Title } from '../../../../test/fixtures/roster/people.js';
import { binaryWorkbook, bombWorkbook, compound, flipByte, lyingBomb, macroWorkbook, ods, picture, wordFile, zipOfFiles, zipOfPictures } from '../../../../test/fixtures/roster/hostile.js';
import { csv, gb18030 } from '../../../../test/fixtures/roster/gb18030.js';
import { oneSheet, workbook, type FixtureCell } from '../../../../test/fixtures/roster/workbook.js';
import { read, refusal, type Read } from '../../../../test/fixtures/roster/read.js';

const codes = ({ errors }: Read): string[] => errors.map(({ row, column, code }) => `${row} ${column} ${code.slice('roster.row.'.length)}`);
const warnings = ({ totals }: Read): string[] => totals.warnings.map(({ code }) => code.slice('roster.warning.'.length)).sort();
/** Without the word that every roster without validity dates gets. */
const words = (one: Read): string[] => warnings(one).filter((word) => word !== 'certificate_dates_declared');
const table = (...rows: RowValues[]): FixtureCell[][] => [[...TITLES], ...rows.map((over, index) => inOrder(goodRow(index + 1, over)))];
const columns = (titles: readonly string[], row: (n: number) => readonly FixtureCell[], count = 1): FixtureCell[][] => [[...titles], ...Array.from({ length: count }, (_, index) => [...row(index + 1)])];

function balanced({ totals: { rows, personMonths } }: Read): void {
  expect(rows.accepted + rows.unchanged + rows.rejected).toBe(rows.in);
  expect(personMonths.counted + personMonths.refused).toBe(12 * rows.accepted);
}

describe('a good roster', () => {
  it.each([['XLSX with shared strings', 'shared'], ['XLSX with inline strings', 'inline']] as const)('%s', async (_, strings) => {
    const one = await read(workbook({ sheets: [{ name: '花名册', rows: goodTable(3) }], strings }));
    expect(one.totals.rows).toEqual({ in: 3, accepted: 3, unchanged: 0, rejected: 0 });
    expect(one.totals.personMonths).toEqual({ counted: 36, refused: 0, provisional: 0 });
    expect(one.totals.counted).toEqual({ weightedMonths: 36, dispatchedInMonths: 0, dispatchedOutMonths: 0, people: 3 });
    expect(one.persons[0]).toMatchObject({ row: 2, certificate: 'disability', grade: 3, counts: 'own', verdicts: [{ counted: true, weight: 1, provisional: false, findings: [] }] });
    expect(one.persons[0]?.verdicts[0]?.months).toHaveLength(12);
    expect(words(one)).toEqual([]);
  });

  it('shows a person by row and masked number only', async () => {
    const one = await read(oneSheet(goodTable(1)));
    expect(one.persons[0]?.citizenId).toMatch(/^999\*{13}.{2}$/);
    expect(JSON.stringify(one)).not.toContain('测试甲');
    expect(JSON.stringify(one)).not.toContain(citizenIdOf(1));
  });

  it('elements with a namespace prefix read the same', async () => {
    expect((await read(workbook({ sheets: [{ name: 's', rows: goodTable(2) }], prefix: 'x:' }))).totals.rows.accepted).toBe(2);
  });

  it.each([
    ['UTF-8', Buffer.from(csv(goodTable(2)))],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csv(goodTable(2))}`)],
    ['GB18030', gb18030(csv(goodTable(2)))],
    ['UTF-16, as "Unicode text"', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(goodTable(2), '\t'), 'utf16le')])],
    ['semicolons', Buffer.from(csv(goodTable(2), ';'))],
    ['tabs', Buffer.from(csv(goodTable(2), '\t'))],
    ['Unix line ends', Buffer.from(csv(goodTable(2), ',', '\n'))],
    ['old Macintosh line ends', Buffer.from(csv(goodTable(2), ',', '\r'))],
    ['no line end at the end', Buffer.from(csv(goodTable(2)).trimEnd())],
  ])('CSV: %s', async (_, bytes) => {
    const one = await read(bytes, { name: 'a.csv' });
    expect(codes(one)).toEqual([]);
    expect(one.totals.rows).toEqual({ in: 2, accepted: 2, unchanged: 0, rejected: 0 });
    expect(one.totals.personMonths.counted).toBe(24);
  });

  it('GB18030 keeps rare signs of names', async () => {
    const one = await read(gb18030(csv(table({ 姓名: '𠮷某' }, { 岗位: '〇工' }))), { name: 'a.csv' });
    expect(one.totals.rows.accepted).toBe(2);
  });

  it('quoted fields hold delimiters, quotes and line ends', async () => {
    const one = await read(Buffer.from(csv(table({ 岗位: '保洁,绿化' }, { 岗位: '他说"好"\n第二行' }, {}))), { name: 'a.csv' });
    expect(one.totals.rows.accepted).toBe(3);
    expect(one.persons.map(({ row }) => row)).toEqual([2, 3, 4]);
  });
});

describe('columns as people have them', () => {
  it('any order, other names, unknown columns ignored with a word', async () => {
    const id = citizenIdOf(1);
    const one = await read(oneSheet(columns(['单位', '劳动合同开始时间', '残疾证号', '联系电话', '身份证号码', '应发工资'], () => ['某公司', '2023/1/1', certificateOf(id), '无', id, 3000])));
    expect(codes(one)).toEqual([]);
    expect(one.totals.rows.accepted).toBe(1);
    expect(words(one)).toEqual(['unknown_columns']);
    expect(one.totals.warnings.find(({ code }) => code === 'roster.warning.unknown_columns')?.params).toMatchObject({ names: '单位、联系电话', count: 2 });
  });

  it('证件号码 beside 残疾证号 is the citizen id', async () => {
    const id = citizenIdOf(1);
    const one = await read(oneSheet(columns(['姓名', '证件号码', '残疾证号', '合同起始日期'], () => ['甲', id, certificateOf(id), '2023-01-01'])));
    expect(one.totals.rows.accepted).toBe(1);
  });

  it('200 columns', async () => {
    const more = Array.from({ length: 185 }, (_, index) => `其他${index}`);
    const one = await read(oneSheet([[...TITLES, ...more], [...inOrder(goodRow(1)), ...more.map((_, index) => index)]]));
    expect(one.totals.rows.accepted).toBe(1);
    expect(one.totals.warnings.find(({ code }) => code === 'roster.warning.unknown_columns')?.params).toMatchObject({ count: 185, more: true });
  });

  it('a header in row 7 under titles and notes', async () => {
    const one = await read(oneSheet([['某公司残疾职工花名册'], ['单位：', '某公司'], [], ['填表说明：红色为必填'], ['2024年度'], [], ...goodTable(2)], { merges: ['A1:O1'] }));
    expect(codes(one)).toEqual([]);
    expect(one.persons.map(({ row }) => row)).toEqual([8, 9]);
  });

  it('a header in two rows of merged cells', async () => {
    const id = citizenIdOf(1);
    const upper = ['序号', '姓名', '身份证号', '残疾人证', null, '劳动合同', null, '月工资', '养老保险', ...Array<null>(11).fill(null), '医疗保险', ...Array<null>(11).fill(null)];
    const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
    const lower = [null, null, null, '号码', '等级', '开始日期', '结束日期', null, ...months, ...months];
    const marks = (paid: number): string[] => months.map((_, index) => (index < paid ? '✓' : ''));
    const one = await read(oneSheet([['花名册'], upper, lower, [1, '甲', id, certificateOf(id), '三级', '2023-01-01', '2025-12-31', 3000, ...marks(12), ...marks(10)]], {
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'H2:H3', 'I2:T2', 'U2:AF2'],
    }));
    expect(codes(one)).toEqual([]);
    expect(one.totals.personMonths).toEqual({ counted: 10, refused: 2, provisional: 0 });
    expect(words(one)).toEqual([]);
  });

  it('month columns, typed as dates too', async () => {
    const id = citizenIdOf(1);
    const days = [45292, 45323, 45352, 45383, 45413, 45444, 45474, 45505, 45536, 45566, 45597, 45627];
    const one = await read(oneSheet([['姓名', '身份证号', '残疾证号', '合同开始', '月工资', ...days], ['甲', id, certificateOf(id), 44927, 3000, ...days.map((_, index) => (index === 3 ? null : 1))]]));
    expect(codes(one)).toEqual([]);
    expect(one.totals.personMonths).toMatchObject({ counted: 11, refused: 1 });
  });

  it('an empty month is not an error; twelve empty ones say nothing', async () => {
    const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
    const row = (n: number, marks: readonly (string | null)[]): FixtureCell[] => [citizenIdOf(n), certificateOf(citizenIdOf(n)), '2023-01-01', 3000, ...marks];
    const one = await read(oneSheet([['身份证号', '残疾证号', '合同开始', '月工资', ...months], row(1, ['是', ...Array<null>(11).fill(null)]), row(2, Array<null>(12).fill(null)), row(3, Array<string>(12).fill('否'))]));
    expect(codes(one)).toEqual([]);
    expect(one.totals.personMonths).toEqual({ counted: 13, refused: 23, provisional: 12 });
    expect(words(one)).toEqual(['months_all_blank', 'no_month_of_base_year']);
  });

  it('a yes-or-no column, a count of months, a date', async () => {
    const row = (n: number, paid: FixtureCell): FixtureCell[] => [citizenIdOf(n), certificateOf(citizenIdOf(n)), '2023-01-01', 3000, paid, '是'];
    const one = await read(oneSheet([['身份证号', '残疾证号', '合同开始', '月工资', '养老保险', '医疗保险'], row(1, '是'), row(2, '否'), row(3, 12), row(4, 7), row(5, '2024年3月'), row(6, null)]));
    expect(codes(one)).toEqual([]);
    expect(one.persons.map(({ verdicts }) => verdicts.map(({ months, counted, provisional }) => `${counted ? (provisional ? '?' : '+') : '-'}${months.length}`).join(' '))).toEqual(['+12', '-12', '+12', '?12', '-2 +10', '?12']);
    expect(words(one)).toEqual(['months_of_insurance_unknown', 'no_month_of_base_year']);
  });

  it('the months of the national platform in one cell, and its year', async () => {
    const row = (n: number, months: FixtureCell, year: FixtureCell = 2024): FixtureCell[] => [year, citizenIdOf(n), certificateOf(citizenIdOf(n)), '2023-01-01', 3000, months];
    const one = await read(oneSheet([['申报年度', '身份证号', '残疾人证号', '合同开始日期', '月工资', '参保月份'], row(1, '1-12'), row(2, '1-6、9'), row(3, '１－３，１２月', '2024年'), row(4, 6), row(5, '看附件', '—'), row(6, null)]));
    expect(codes(one)).toEqual([]);
    expect(one.persons.map(({ verdicts }) => verdicts.reduce((sum, { months, counted }) => sum + (counted ? months.length : 0), 0))).toEqual([12, 7, 4, 12, 12, 12]);
    expect(one.totals.personMonths).toMatchObject({ provisional: 36 });
    expect(words(one)).toEqual(['months_of_insurance_unknown']);
  });

  it('a footer and prepared running numbers are no data', async () => {
    const one = await read(oneSheet([...goodTable(1), [2], [3], ['合计', null, null, null, null, null, null, null, null, null, null, 3000], ['填表人：某某', '', '', '', '', '', '', '', '', '', '', '', '', '审核人：']]));
    expect(one.totals.rows).toEqual({ in: 1, accepted: 1, unchanged: 0, rejected: 0 });
    expect(words(one)).toEqual(['footer_rows']);
  });
});

describe('sheets', () => {
  it('ignores hidden sheets with a word', async () => {
    const one = await read(workbook({ sheets: [{ name: '旧表', rows: goodTable(5), state: 'hidden' }, { name: '深藏', rows: goodTable(5), state: 'veryHidden' }, { name: '花名册', rows: goodTable(1) }] }));
    expect(one.totals.rows.in).toBe(1);
    expect(one.totals.warnings.find(({ code }) => code === 'roster.warning.hidden_sheet')?.params).toEqual({ names: '旧表、深藏', count: 2 });
  });

  it('takes the one sheet with the header', async () => {
    const one = await read(workbook({ sheets: [{ name: '说明', rows: [['请填写姓名、身份证号']] }, { name: '名单', rows: goodTable(1) }, { name: '空表', rows: [] }] }));
    expect(one.totals.rows.in).toBe(1);
  });

  it('asks which of two is meant', async () => {
    expect(await refusal(workbook({ sheets: [{ name: '一部', rows: goodTable(1) }, { name: '二部', rows: goodTable(1) }] }))).toEqual({ code: 'roster.file.several_sheets', params: { names: '一部、二部' } });
  });

  it('says when the roster is in a hidden sheet', async () => {
    expect(await refusal(workbook({ sheets: [{ name: '封面', rows: [['封面']] }, { name: '名单', rows: goodTable(1), state: 'hidden' }] }))).toEqual({ code: 'roster.file.header_in_hidden_sheet', params: { name: '名单' } });
  });

  it('says a word about hidden rows and merged data cells', async () => {
    const one = await read(oneSheet(goodTable(3), { hiddenRows: [3], merges: ['I2:I4', 'A1:B1'] }));
    expect(words(one)).toEqual(['hidden_rows', 'merged_data_cells']);
    expect(one.totals.warnings.find(({ code }) => code === 'roster.warning.merged_data_cells')?.params).toEqual({ ranges: 'I2:I4', count: 1 });
  });
});

describe('values', () => {
  it('full-width digits, spaces and a small x are accepted', async () => {
    const id = '11010519491231002X';
    const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const one = await read(oneSheet(table({ 公民身份号码: ` ${wide(id).toLowerCase()}　`, 证件号码: `${wide(id)} 4 3`, 合同开始: wide('2023/1/1'), 月工资: '３，０００元', 等级: '３级' })));
    expect(codes(one)).toEqual([]);
  });

  it('serial numbers of both calendars', async () => {
    for (const [date1904, serial] of [[false, 45352], [true, 43890]] as const) {
      const one = await read(workbook({ sheets: [{ name: 's', rows: table({ 合同开始: serial, 合同结束: null, 合同类型: '无固定期限' }) }], date1904 }));
      expect(one.totals.personMonths).toMatchObject({ counted: 10, refused: 2 });
    }
  });

  it('a formula gives the value that was saved with it, with a word; without one it is an error', async () => {
    const rows = table({}, {});
    (rows[1] as FixtureCell[])[11] = { formula: 'K2*1', value: 3000 };
    (rows[2] as FixtureCell[])[11] = { formula: 'K3*1' };
    const one = await read(oneSheet(rows));
    expect(codes(one)).toEqual(['3 月工资 formula_without_value']);
    expect(one.errors[0]?.params).toEqual({ cell: 'L3' });
    expect(words(one)).toEqual(['formula_values']);
    expect(one.totals.rows).toEqual({ in: 2, accepted: 1, unchanged: 0, rejected: 1 });
  });

  it('formulas in CSV are never computed; ="…" is a text', async () => {
    const id = citizenIdOf(2);
    const one = await read(Buffer.from(csv(table({ 月工资: '=1+2999' }, { 公民身份号码: `="${id}"`, 证件号码: `="${certificateOf(id)}"` }))), { name: 'a.csv' });
    expect(codes(one)).toEqual(['2 月工资 formula_without_value']);
    expect(one.totals.rows.accepted).toBe(1);
  });

  it('errors and booleans of the spreadsheet', async () => {
    const rows = table({}, {});
    (rows[1] as FixtureCell[])[11] = { error: '#N/A' };
    (rows[2] as FixtureCell[])[14] = { bool: false };
    const one = await read(oneSheet(rows));
    expect(codes(one)).toEqual(['2 月工资 cell_error']);
  });

  it('numbers that the spreadsheet has rounded have their own error', async () => {
    const rows = table({}, {}, {});
    (rows[1] as FixtureCell[])[2] = { digits: '9.9999919880808E+17' };
    (rows[2] as FixtureCell[])[4] = { digits: '99999919880808005000' };
    (rows[3] as FixtureCell[])[2] = '999999198808080000';
    expect(codes(await read(oneSheet(rows)))).toEqual(['2 公民身份号码 number_precision_lost', '3 证件号码 number_precision_lost', '4 公民身份号码 number_precision_lost']);
  });

  it('entities and characters that XML cannot hold', async () => {
    const bytes = workbook({ sheets: [{ name: 's', rows: table({ 岗位: 'R&D <甲>' }, { 合同开始: '2023_x002D_01-01' }) }] });
    expect((await read(bytes)).totals.rows.accepted).toBe(2);
  });

  it('endless cells are read no further, and cost no time', async () => {
    const long = ' '.repeat(32_000);
    const one = await read(oneSheet([[`${'['.repeat(32_000)}`, ...TITLES], ...Array.from({ length: 50 }, (_, n) => [`${'('.repeat(32_000)}`, ...inOrder(goodRow(n + 1, { 合同开始: `2023-01-01${long}1`, 合同结束: `${'T'.repeat(32_000)}1:00`, 月工资: `${'1,'.repeat(16_000)}x` }))])]));
    expect(one.totals.rows).toEqual({ in: 50, accepted: 0, unchanged: 0, rejected: 50 });
    expect(one.errors.filter(({ params }) => String(params['value']).length > 40)).toEqual([]);
  });
});

describe('bad rows name line, column and code, and stop nothing', () => {
  const id = citizenIdOf(1);
  const other = citizenIdOf(77);
  const CASES: readonly (readonly [string, RowValues, string])[] = [
    ['no citizen id', { 公民身份号码: null }, '2 公民身份号码 required'],
    ['no certificate number', { 证件号码: '' }, '2 证件号码 required'],
    ['no contract start', { 合同开始: '—' }, '2 合同开始 required'],
    ['citizen id too short', { 公民身份号码: id.slice(0, 17) }, '2 公民身份号码 citizen_id.length'],
    ['citizen id of fifteen digits', { 公民身份号码: '110105491231002' }, '2 公民身份号码 citizen_id.old_format'],
    ['citizen id with letters', { 公民身份号码: `${id.slice(0, 10)}AB${id.slice(12)}` }, '2 公民身份号码 citizen_id.malformed'],
    ['citizen id with an impossible day', { 公民身份号码: `${id.slice(0, 10)}1332${id.slice(14)}` }, '2 公民身份号码 citizen_id.birth_date'],
    ['wrong check digit', { 公民身份号码: id.slice(0, 17) + (id.endsWith('1') ? '2' : '1') }, '2 公民身份号码 citizen_id.check_digit'],
    ['wrong check digit in the certificate', { 证件号码: `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}43` }, '2 证件号码 disability_certificate.citizen_id.check_digit'],
    ['certificate of somebody else', { 证件号码: certificateOf(other) }, '2 证件号码 certificate_of_someone_else'],
    ['category 8', { 证件号码: `${id}83` }, '2 证件号码 disability_certificate.category'],
    ['grade 5', { 证件号码: `${id}45` }, '2 证件号码 disability_certificate.grade'],
    ['certificate too short', { 证件号码: `${id}4` }, '2 证件号码 disability_certificate.length'],
    ['bad re-issue mark', { 证件号码: `${id}43C1` }, '2 证件号码 disability_certificate.reissue'],
    ['grade that contradicts the number', { 等级: '二级' }, '2 等级 grade_contradicts_number'],
    ['grade in other words', { 等级: '重度' }, '2 等级 grade_malformed'],
    ['kind of certificate unknown', { 证件类型: '老年证' }, '2 证件类型 certificate_kind_unknown'],
    ['kind not given and not to be told', { 证件类型: null, 证件号码: 'ABC123' }, '2 证件类型 certificate_kind_required'],
    ['military without grade', { 证件类型: '残疾军人证', 证件号码: '鲁军D012345', 等级: null }, '2 等级 grade_required'],
    ['military grade 11', { 证件类型: '残疾军人证', 证件号码: '鲁军D012345', 等级: '11' }, '2 等级 service_certificate.grade'],
    ['military number with odd signs', { 证件类型: '残疾军人证', 证件号码: '鲁军?*', 等级: '5' }, '2 证件号码 service_certificate.malformed'],
    ['day that does not exist', { 合同开始: '2024-02-30' }, '2 合同开始 day_malformed'],
    ['day far off', { 合同结束: '2999-01-01' }, '2 合同结束 day_out_of_range'],
    ['end before start', { 合同结束: '2022-12-31' }, '2 合同结束 contract_end_before_start'],
    ['negative wage', { 月工资: '-3000' }, '2 月工资 wage_negative'],
    ['wage NaN', { 月工资: 'NaN' }, '2 月工资 wage_malformed'],
    ['wage with an exponent', { 月工资: '3e3' }, '2 月工资 wage_malformed'],
    ['wage in words', { 月工资: '三千' }, '2 月工资 wage_malformed'],
    ['wage too precise', { 月工资: '3000.005' }, '2 月工资 wage_too_precise'],
    ['wage over the limit', { 月工资: '10000000.01' }, '2 月工资 wage_over_limit'],
    ['insurance of month 13', { 参保开始: '2023-13' }, '2 参保开始 day_malformed'],
    ['insurance ends before it begins', { 参保开始: '2024-05', 参保结束: '2024-03' }, '2 参保结束 insurance_end_before_start'],
    ['dispatch agreement unclear', { 派遣协议: '是' }, '2 派遣协议 dispatch_unknown'],
  ];

  it.each(CASES)('%s', async (_, over, expected) => {
    const one = await read(oneSheet(table(over, {})));
    expect(codes(one)).toEqual([expected]);
    expect(one.totals.rows).toEqual({ in: 2, accepted: 1, unchanged: 0, rejected: 1 });
    balanced(one);
  });

  it.each(CASES)('%s, in CSV', async (_, over, expected) => {
    const one = await read(Buffer.from(csv(table(over, {}))), { name: 'a.csv' });
    expect(codes(one)).toEqual([expected]);
  });

  it('all faults of a row are told at once, under the user’s own titles', async () => {
    const titles = TITLES.map((title) => (title === '公民身份号码' ? '身份证号' : title === '月工资' ? '应发工资' : title));
    const one = await read(oneSheet([titles, inOrder(goodRow(1, { 公民身份号码: '1', 月工资: '-1', 合同开始: 'x' }))]));
    expect(codes(one).sort()).toEqual(['2 合同开始 day_malformed', '2 应发工资 wage_negative', '2 身份证号 citizen_id.length'].sort());
    expect(one.errors.find(({ column }) => column === '应发工资')?.params).toEqual({ cell: 'L2', value: '-1' });
  });

  it('no error repeats an identity number', async () => {
    const one = await read(oneSheet(table({ 公民身份号码: id.slice(0, 17) }, { 证件号码: `${citizenIdOf(2)}83` }, { 证件号码: certificateOf(other) }, { 合同开始: id, 月工资: certificateOf(id) })));
    expect(one.errors).toHaveLength(5);
    expect(JSON.stringify(one.errors)).not.toMatch(/\d{10}/);
  });
});

describe('the same person', () => {
  it('twice in a month is an error on the later row, which names the first', async () => {
    const first = goodRow(1);
    const one = await read(oneSheet([[...TITLES], inOrder(first), inOrder(goodRow(2)), inOrder({ ...first, 合同开始: '2024-11-01' })]));
    expect(codes(one)).toEqual(['4 公民身份号码 same_person_same_month']);
    expect(one.errors[0]?.params).toMatchObject({ firstRow: 2, months: '2024-11–2024-12' });
    balanced(one);
  });

  it('in other months is no clash', async () => {
    const first = goodRow(1, { 合同开始: '2022-01-01', 合同结束: '2024-06-30' });
    const one = await read(oneSheet([[...TITLES], inOrder(first), inOrder({ ...first, 合同开始: '2024-07-01', 合同结束: '2026-06-30' })]));
    expect(one.totals.rows).toEqual({ in: 2, accepted: 2, unchanged: 0, rejected: 0 });
    expect(one.totals.personMonths.counted).toBe(12);
    expect(one.totals.counted.people).toBe(1);
  });

  it('months that a row itself calls uninsured are not claimed by it', async () => {
    const first = goodRow(1, { 合同结束: null, 合同类型: null, 参保结束: '2024-06' });
    const one = await read(oneSheet([[...TITLES], inOrder(first), inOrder({ ...first, 合同开始: '2024-08-01', 参保开始: '2024-08', 参保结束: null })]));
    expect(one.totals.rows.accepted).toBe(2);
    expect(one.totals.personMonths.counted).toBe(11);
  });

  it('in an identical row is unchanged, whatever its running number', async () => {
    const row = goodRow(1);
    const one = await read(oneSheet([[...TITLES], inOrder(row), inOrder({ ...row, 序号: 99 }), inOrder(row)]));
    expect(one.totals.rows).toEqual({ in: 3, accepted: 1, unchanged: 2, rejected: 0 });
    expect(one.totals.personMonths.counted).toBe(12);
    balanced(one);
  });

  it('a rejected row claims nothing', async () => {
    const row = goodRow(1);
    const one = await read(oneSheet([[...TITLES], inOrder({ ...row, 月工资: '-1' }), inOrder(row)]));
    expect(one.totals.rows).toEqual({ in: 2, accepted: 1, unchanged: 0, rejected: 1 });
  });
});

describe('counting', () => {
  it('severe grades weigh two, dispatch counts on the agreed side', async () => {
    const severe = citizenIdOf(1);
    const one = await read(oneSheet(table({ 证件号码: certificateOf(severe, 4, 1), 等级: null }, { 派遣协议: '我方计入' }, { 派遣协议: '对方计入' })));
    expect(one.totals.counted).toEqual({ weightedMonths: 36, dispatchedInMonths: 12, dispatchedOutMonths: 12, people: 2 });
    expect(one.persons.map(({ counts }) => counts)).toEqual(['own', 'in', 'out']);
  });

  it('military grades 9 and 10 are accepted rows whose months are refused', async () => {
    const one = await read(oneSheet(table({ 证件类型: '残疾军人证', 证件号码: '鲁军D012345', 等级: '九级' })));
    expect(one.totals.rows.accepted).toBe(1);
    expect(one.totals.personMonths).toEqual({ counted: 0, refused: 12, provisional: 0 });
    expect(one.totals.refusedBy).toEqual([{ condition: 'certificate_counts', personMonths: 12 }]);
  });

  it('a refused month names the condition, the source and the article', async () => {
    const one = await read(oneSheet(table({ 月工资: '2250' })));
    const refused = one.persons[0]?.verdicts.find(({ counted }) => !counted);
    expect(refused?.months).toEqual(['2024-07', '2024-08', '2024-09', '2024-10', '2024-11', '2024-12']);
    expect(refused?.findings).toMatchObject([{ condition: 'wage_at_least_minimum', answer: 'unmet', source: 'employer', params: { wage: '2250.00', minimum: '2300.00' } }]);
    const rules = (refused?.findings[0]?.rules ?? []).map((place) => one.totals.rules[place]?.parameter);
    expect(rules).toEqual(['counting.conditions', 'minimum_wage']);
  });

  it('what nobody told counts for now, and the sums are kept apart', async () => {
    const one = await read(oneSheet(table({ 月工资: null }, {})));
    expect(one.totals.personMonths).toEqual({ counted: 24, refused: 0, provisional: 12 });
    expect(one.totals.counted.weightedMonths).toBe(24);
    expect(one.totals.countedWithoutProvisional).toEqual({ weightedMonths: 12, dispatchedInMonths: 0, dispatchedOutMonths: 0, people: 1 });
    expect(one.totals.provisionalBy).toEqual([{ condition: 'wage_at_least_minimum', answer: 'unknown_fact', personMonths: 12 }]);
  });

  it('a column for the validity that is left empty is an unknown fact', async () => {
    const id = citizenIdOf(1);
    const one = await read(oneSheet(columns(['身份证号', '残疾证号', '合同开始', '月工资', '是否参保', '有效期至'], () => [id, certificateOf(id), '2023-01-01', 3000, '是', null])));
    expect(one.totals.provisionalBy).toEqual([{ condition: 'certificate_valid', answer: 'unknown_fact', personMonths: 12 }]);
    expect(warnings(one)).not.toContain('certificate_dates_declared');
  });
});

describe('files that are refused as a whole', () => {
  const good = oneSheet(goodTable(1));

  it.each<[string, () => Buffer, string, string?]>([
    ['an empty file', () => Buffer.alloc(0), 'empty'],
    ['nothing but blanks', () => Buffer.from('  \n\n'), 'empty'],
    ['an empty workbook', () => oneSheet([]), 'empty'],
    ['a header without rows', () => oneSheet(goodTable(0)), 'no_data_rows'],
    ['a header without rows in CSV', () => Buffer.from(csv(goodTable(0))), 'no_data_rows', 'a.csv'],
    ['no header', () => oneSheet([['甲', '乙'], ['1', '2']]), 'header_not_found'],
    ['a header below row 20', () => oneSheet(goodTable(1), { firstRow: 22 }), 'empty'],
    ['a required column missing', () => oneSheet(goodTable(1).map((row) => row.filter((_, column) => column !== 9))), 'columns_missing'],
    ['eleven month columns', () => oneSheet([[...TITLES, ...Array.from({ length: 11 }, (_, index) => `${index + 1}月`)], inOrder(goodRow(1))]), 'month_columns_incomplete'],
    ['month columns of another year', () => oneSheet([[...TITLES, ...Array.from({ length: 12 }, (_, index) => `2023年${index + 1}月`)], inOrder(goodRow(1))]), 'month_columns_other_year'],
    ['an export of another year', () => oneSheet([['申报年度', ...TITLES], ['2023年度', ...inOrder(goodRow(1))]]), 'other_year'],
    ['a picture renamed to .xlsx', () => picture, 'picture'],
    ['a PDF', () => Buffer.from('%PDF-1.7 ...'), 'pdf'],
    ['an .xls', () => compound('Workbook'), 'xls', '花名册.xls'],
    ['an .et', () => compound('Workbook'), 'et', '花名册.et'],
    ['a workbook with a password', () => compound('EncryptionInfo', 'EncryptedPackage'), 'password'],
    ['an old Word file', () => compound('WordDocument'), 'word_processor'],
    ['a Word file', wordFile, 'word_processor'],
    ['an .xlsb', binaryWorkbook, 'xlsb'],
    ['an .ods', ods, 'ods'],
    ['a workbook with macros', macroWorkbook, 'macro', '花名册.xlsm'],
    ['a zip with the roster inside', zipOfFiles, 'archive'],
    ['a zip of pictures', zipOfPictures, 'zip_without_sheets'],
    ['a web page named .xls', () => Buffer.from('\ufeff<html><table><tr><td>姓名</td></tr></table></html>'), 'html', '花名册.xls'],
    ['bytes of no text', () => Buffer.from([1, 2, 0, 3, 0, 4, 5, 6]), 'not_a_table'],
    ['a zip bomb', () => bombWorkbook(64), 'zip_bomb'],
    ['a zip bomb that hides its size', () => lyingBomb(64), 'zip_bomb'],
    ['half a file', () => good.subarray(0, good.length / 2), 'damaged'],
    ['a changed byte', () => flipByte(good, 'xl/worksheets/sheet1.xml'), 'damaged'],
    ['a quotation mark that never closes', () => Buffer.from(`${csv(goodTable(1))}"abc,def\n1,2\n`), 'unclosed_quote', 'a.csv'],
  ])('%s', async (...[, bytes, fault, name]) => {
    expect((await refusal(bytes(), { name: name ?? '花名册.xlsx' }))?.code).toEqual(expect.stringMatching(new RegExp(`^(?:roster|sheets)[.]file[.]${fault}$`)));
  });

  it('names the columns that are missing', async () => {
    const rows = goodTable(1).map((row) => row.filter((_, column) => column !== 9 && column !== 4));
    expect(await refusal(oneSheet(rows))).toEqual({ code: 'roster.file.columns_missing', params: { row: 1, names: 'certificateNumber、contractStart' } });
  });

  it('a broken byte in GB18030 is named by line and place', async () => {
    const text = gb18030(csv(goodTable(3)));
    const line2 = text.indexOf(0x0a) + 1;
    const broken = Buffer.concat([text.subarray(0, line2 + 2), Buffer.from([0xff]), text.subarray(line2 + 2)]);
    expect(await refusal(broken, { name: 'a.csv' })).toEqual({ code: 'sheets.file.broken_byte', params: { encoding: 'GB18030', line: 2, column: 3, position: line2 + 3, byte: '0xFF' } });
    const cut = Buffer.concat([text.subarray(0, line2 + 2), Buffer.from([0xb2, 0x0d, 0x0a]), text.subarray(line2 + 2)]);
    expect(await refusal(cut, { name: 'a.csv' })).toMatchObject({ code: 'sheets.file.broken_byte', params: { line: 2, position: line2 + 3 } });
  });

  it('a broken byte in UTF-8 is not taken for GB18030', async () => {
    const text = Buffer.from(csv(goodTable(3)));
    const at = text.indexOf(Buffer.from('测', 'utf8')) + 1;
    const broken = Buffer.concat([text.subarray(0, at), text.subarray(at + 1)]);
    expect(await refusal(broken, { name: 'a.csv' })).toMatchObject({ code: 'sheets.file.broken_byte', params: { encoding: 'UTF-8', line: 2 } });
  });

  it('a row beyond the limit', async () => {
    expect(await refusal(oneSheet(goodTable(4)), { limits: { maxRows: 3 } })).toEqual({ code: 'roster.too_many_rows', params: { limit: 3, row: 5 } });
    expect(await refusal(oneSheet(goodTable(3)), { limits: { maxRows: 3 } })).toBeNull();
  });

  it('101,000 rows', async () => {
    const row = inOrder(goodRow(1));
    const text = csv([[...TITLES], ...Array<typeof row>(101_000).fill(row)]);
    expect(await refusal(Buffer.from(text), { name: 'a.csv' })).toEqual({ code: 'roster.too_many_rows', params: { limit: 100_000, row: 100_002 } });
  });

  it('too much once unpacked', async () => {
    expect(await refusal(good, { limits: { maxUnpackedBytes: 1_000 } })).toMatchObject({ code: 'sheets.file.zip_bomb' });
  });
});

describe('columns of the type', () => {
  it('every title of the template is known', () => {
    const titles: readonly Title[] = TITLES;
    expect(titles).toHaveLength(16);
  });
});

import { openTable } from '../../../src/platform/sheets/index.js';
import { citizenIdCheckSign } from '../../../src/kernel/ids/citizen-id.js';
import { exportFields } from '../../../src/quota/filing/domain/platform-fields.js';
import { readPlatformFields } from '../../../src/quota/filing/infra/platform-titles.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aUscc } from '../../support/employers.js';
import { anEmployer } from '../../support/filing.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { aWorkersId } from '../../support/people.js';

let service: TestApp;
let clerk: Actor;
let filing: string;

beforeAll(async () => { service = await startTestApp(); });
afterAll(() => service.close());
beforeEach(async () => {
  const employerId = await anEmployer(service);
  clerk = await signedInAs(service, { role: 'employer_clerk', organisationId: employerId, employerId });
  filing = ((await clerk.post('/api/v1/filings', { baseYear: 2023 })).body as { id: string }).id;
});

async function addLine(citizenId: string, name: string, wage = '5000'): Promise<void> {
  const { version } = (await clerk.get(`/api/v1/filings/${filing}`)).body as { version: number };
  const answer = await clerk.post(`/api/v1/filings/${filing}/lines`, { version, name, citizenId, certificateNumber: `${citizenId}43`, post: '保洁', contractStart: '2020-01-01', wage, insuredMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
  expect([answer.status, answer.body]).toMatchObject([201, {}]);
}

type Balance = { readonly rowsIn: number; readonly accepted: number; readonly unchanged: number; readonly rejected: number; readonly removed: number };
async function send(text: string): Promise<{ readonly status: number; readonly body: Balance & { readonly code?: string; readonly params?: object } }> {
  const answer = await service.http().post(`/api/v1/filings/${filing}/platform/files`).set('Authorization', clerk.bearer).attach('file', Buffer.from(text), '平台.csv');
  const body = answer.body as Balance;
  if (answer.status === 200) expect(body.rowsIn).toBe(body.accepted + body.unchanged + body.rejected);
  return { status: answer.status, body };
}
type View = { readonly receiptNumber: string | null; readonly determined: string | null; readonly faults: readonly { line: number; column: string; code: string; sentence: string }[]; readonly differences: { readonly all: number; readonly items: readonly { kind: string; name: string; citizenId: string; ours: number | null; theirs: number | null; reason: string | null }[] } | null };
const view = async (): Promise<View> => (await clerk.get(`/api/v1/filings/${filing}/platform`)).body as View;

it('the list goes out in the platform’s fields with whole numbers, every line of it, and the export is recorded', async () => {
  const citizenId = aWorkersId();
  await addLine(citizenId, '示例甲');
  await addLine(aWorkersId(), '示例乙');
  const answer = await service.http().get(`/api/v1/filings/${filing}/platform/export`).set('Authorization', clerk.bearer).buffer(true).parse((res, done) => {
    const pieces: Buffer[] = [];
    res.on('data', (piece: Buffer) => pieces.push(piece));
    res.on('end', () => done(null, Buffer.concat(pieces)));
  });
  expect(answer.status).toBe(200);
  const fields = readPlatformFields();
  const columns = fields.export.map(({ field, title }) => ({ key: field, title, names: new RegExp(`^${title.toLowerCase()}$`), required: true }));
  const table = await openTable<(typeof exportFields)[number]>({ bytes: answer.body as Buffer, name: 'a.xlsx' }, columns, { maxRows: 10, maxUnpackedBytes: 10_000_000 });
  const rows: unknown[] = [];
  for await (const batch of table.rows()) for (const row of batch) {
    table.reader.begin(row);
    rows.push([table.reader.citizenId('citizenId'), table.reader.number('certificateNumber'), table.reader.text('name', 50), table.reader.text('insuredMonths', 50), table.reader.day('contractStart'), table.reader.whole('baseYear', 2000, 2100)]);
  }
  expect(rows).toEqual([[citizenId, `${citizenId}43`, '示例甲', '1-12', '2020-01-01', 2023], [expect.any(String), expect.any(String), '示例乙', '1-12', '2020-01-01', 2023]]);
  expect(await managerOf(service).query(`SELECT count(*)::int AS count FROM audit_entry WHERE act = 'filing.platform.export' AND object_id = $1`, [filing])).toEqual([{ count: 1 }]);
});

it('receipt, determination and lines come in, and every difference is told', async () => {
  const [same, refused, fewer, missing, stranger] = [aWorkersId(), aWorkersId(), aWorkersId(), aWorkersId(), aWorkersId()];
  for (const [at, id] of [same, refused, fewer, missing].entries()) await addLine(id, `示例${at}`);
  expect(await send('受理编号,受理日期,申报年度\nSL-2024-000123,2024-03-05,2023')).toMatchObject({ status: 200, body: { rowsIn: 1, accepted: 1 } });
  expect((await view()).differences).toBeNull();
  const list = ['身份证号,审核结果,认定月数,不予认定原因,申报年度,认定安排人数', `${same},认定,12,,2023年度,2.75`, `${refused},不予认定,0,社保未查到,2023,`, `${fewer},认定,9,,2023,`, `${stranger},认定,12,,2023,`].join('\n');
  expect(await send(list)).toMatchObject({ status: 200, body: { rowsIn: 4, accepted: 4, unchanged: 0, rejected: 0, removed: 0 } });
  const told = await view();
  expect(told).toMatchObject({ receiptNumber: 'SL-2024-000123', determined: '2.75', differences: { all: 4 } });
  expect(told.differences?.items.map(({ kind, name, ours, theirs, reason }) => [kind, name, ours, theirs, reason])).toEqual([
    ['refused', '示例1', 12, 0, '社保未查到'], ['months', '示例2', 12, 9, null], ['only_here', '示例3', 12, null, null], ['only_there', '', null, 12, null],
  ]);
  expect(told.differences?.items.every(({ citizenId }) => /^999\*+/.test(citizenId))).toBe(true);
  expect(await send(list)).toMatchObject({ body: { rowsIn: 4, accepted: 0, unchanged: 4 } });
  // The next file is the whole list again: who is not in it any more is no longer the platform’s word.
  expect(await send(`身份证号,审核结果\n${same},认定`)).toMatchObject({ body: { accepted: 1, removed: 3 } });
  expect((await view()).differences).toMatchObject({ all: 3 });
});

it('what the platform says is sealed where it is free words', async () => {
  const id = aWorkersId();
  await send(`身份证号,审核结果,不予认定原因\n${id},不予认定,平台写的原因`);
  const rows = await managerOf(service).query('SELECT reason FROM platform_line WHERE declaration_id = $1', [filing]) as { reason: string }[];
  expect(rows).toHaveLength(1);
  expect(rows[0]?.reason).not.toContain('原因');
});

it('whom the other unit of a dispatch counts is not one whom the platform refuses us', async () => {
  const id = aWorkersId();
  await addLine(id, '示例');
  await managerOf(service).query(`UPDATE roster_line AS l SET counts = 'out', other_uscc = '91999999MA99999999' FROM filing_version AS v WHERE v.id = l.version_id AND v.declaration_id = $1`, [filing]);
  await send(`身份证号,审核结果\n${id},不予认定`);
  expect((await view()).differences).toMatchObject({ all: 0 });
  await send(`身份证号,审核结果,认定月数\n${id},认定,3`);
  expect((await view()).differences).toMatchObject({ items: [{ kind: 'admitted', ours: 0, theirs: 3 }] });
});

it('rows at fault are told with line and column, the others are taken', async () => {
  const [good, twice] = [aWorkersId(), aWorkersId()];
  const wrong = good.slice(0, 17) + (citizenIdCheckSign(good.slice(0, 17)) === '1' ? '2' : '1');
  const answer = await send(`身份证号,审核结果,认定月数\n${good},认定,12\n${wrong},认定,12\n${twice},认定,13\n${twice},看情况,1\n${good},认定,12\n,认定,3`);
  expect(answer).toMatchObject({ status: 200, body: { rowsIn: 6, accepted: 1, rejected: 5 } });
  expect((await view()).faults.map(({ line, column, code }) => [line, column, code])).toEqual([
    [3, '身份证号', 'sheets.row.citizen_id.check_digit'], [4, '认定月数', 'sheets.row.number_out_of_range'], [5, '审核结果', 'sheets.row.word_unknown'], [6, '身份证号', 'filing.platform.person_twice'], [7, '身份证号', 'sheets.row.required'],
  ]);
});

it('a person whose row is refused is neither gone nor changed', async () => {
  const [same, refused, absent] = [aWorkersId(), aWorkersId(), aWorkersId()];
  await send(`身份证号,审核结果,认定月数\n${same},认定,12\n${refused},认定,9\n${absent},认定,3`);
  expect(await send(`身份证号,审核结果,认定月数\n${same},认定,12\n${refused},不予认定,13`)).toMatchObject({ body: { rowsIn: 2, accepted: 0, unchanged: 1, rejected: 1, removed: 1 } });
  const told = await view();
  expect(told.differences?.items.map(({ kind, theirs }) => [kind, theirs])).toEqual([['only_there', 12], ['only_there', 9]]);
  expect(told.faults.map(({ line, column, code }) => [line, column, code])).toEqual([[3, '认定月数', 'sheets.row.number_out_of_range']]);
});

it('where a refused row does not tell whom it is about, nobody is gone, and the file says so before all else', async () => {
  const [same, perhaps] = [aWorkersId(), aWorkersId()];
  const wrong = perhaps.slice(0, 17) + (perhaps.endsWith('1') ? '2' : '1');
  await send(`身份证号,审核结果,认定月数\n${same},认定,12\n${perhaps},认定,9`);
  expect(await send(`身份证号,审核结果,认定月数\n${same},认定,13\n${aWorkersId()},认定,1\n${wrong},认定,9\n,认定,3`)).toMatchObject({ body: { rowsIn: 4, accepted: 1, unchanged: 0, rejected: 3, removed: 0 } });
  const told = await view();
  expect(told.differences).toMatchObject({ all: 3 });
  expect(told.faults.map(({ line, column, code }) => [line, column, code])).toEqual([
    [4, '', 'filing.platform.nobody_gone'], [2, '认定月数', 'sheets.row.number_out_of_range'], [4, '身份证号', 'sheets.row.citizen_id.check_digit'], [5, '身份证号', 'sheets.row.required'],
  ]);
  expect(told.faults[0]?.sentence).toMatch(/^第 4 行：从这一行起有 2 行的“身份证号”读不出是谁。上次有、这次没有读到的 1 人可能就在其中/);
  // Whole again, it is believed.
  expect(await send(`身份证号,审核结果,认定月数\n${same},认定,12`)).toMatchObject({ body: { unchanged: 1, rejected: 0, removed: 2 } });
  expect((await view()).faults).toEqual([]);
});

it('a refused row about the filing as a whole holds nobody', async () => {
  const [same, absent] = [aWorkersId(), aWorkersId()];
  await send(`身份证号,审核结果\n${same},认定\n${absent},认定`);
  expect(await send(`身份证号,审核结果,受理编号,受理日期\n${same},认定,,\n,,SL-2024-000124,去年`)).toMatchObject({ body: { rowsIn: 2, unchanged: 1, rejected: 1, removed: 1 } });
  expect((await view()).faults.map(({ code }) => code)).toEqual(['sheets.row.day_malformed']);
});

it('an export of another year is refused as a whole, with its line, and changes nothing', async () => {
  const id = aWorkersId();
  await send(`身份证号,审核结果,申报年度\n${id},认定,2023`);
  const other = await send(`身份证号,审核结果,申报年度\n${id},不予认定,2023\n${aWorkersId()},认定,2022年度`);
  expect(other).toMatchObject({ status: 422, body: { code: 'filing.platform.other_year', title: '第 3 行的“申报年度”是 2022 年度，这份申报是 2023 年度的。文件没有导入。请从平台导出 2023 年度的文件再上传。' } });
  expect((await view()).differences).toMatchObject({ all: 1, items: [{ kind: 'only_there' }] });
  expect(await managerOf(service).query('SELECT count(*)::int AS count FROM platform_file WHERE declaration_id = $1', [filing])).toEqual([{ count: 1 }]);
});

it('a file of another employer is refused as a whole, with its line; one of the employer’s own codes is taken', async () => {
  const [id, other, branch] = [aWorkersId(), aUscc(), aUscc()];
  const [[own]] = await managerOf(service).query('UPDATE employer SET uscc = $2 WHERE id = (SELECT employer_id FROM declaration WHERE id = $1) RETURNING id, uscc', [filing, aUscc()]) as [[{ id: string; uscc: string }]];
  await managerOf(service).query(`INSERT INTO employer_establishment (id, employer_id, name, uscc, region_code) VALUES (gen_random_uuid(), $1, '分公司', $2, '370303')`, [own.id, branch]);
  expect(await send(`单位统一社会信用代码,身份证号,审核结果\n${own.uscc},${id},认定\n${branch},${aWorkersId()},认定`)).toMatchObject({ status: 200, body: { accepted: 2 } });
  expect(await send(`统一社会信用代码,身份证号,审核结果,受理编号\n,${id},不予认定,SL-1\n${other},${aWorkersId()},认定,SL-1`)).toMatchObject({
    status: 422, body: { code: 'filing.platform.other_employer', title: `第 3 行的“统一社会信用代码”是 ${other}，这份申报是 ${own.uscc} 的。文件没有导入。请从平台导出本单位的文件再上传。` },
  });
  expect(await view()).toMatchObject({ receiptNumber: null, differences: { all: 2, items: [{ kind: 'only_there' }, { kind: 'only_there' }] } });
});

it('our own list, sent back, is refused and takes nothing away', async () => {
  const id = aWorkersId();
  await send(`身份证号,审核结果\n${id},认定`);
  expect(await send(`申报年度,姓名,身份证号,残疾人证号\n2023,示例,${aWorkersId()},`)).toMatchObject({ status: 422, body: { code: 'filing.platform.no_result' } });
  expect((await view()).differences).toMatchObject({ all: 1, items: [{ kind: 'only_there' }] });
});

it('a file in which nothing is known is refused with what it lacks', async () => {
  expect(await send('甲,乙\n1,2')).toMatchObject({ status: 422, body: { code: 'filing.platform.nothing_known' } });
  expect(await send('审核结果,认定月数\n认定,12')).toMatchObject({ status: 422, body: { code: 'filing.platform.nothing_known' } });
});

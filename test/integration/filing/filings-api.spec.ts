import { setTimeout as sleep } from 'node:timers/promises';
import type { Test } from 'supertest';
import { citizenIdCheckSign } from '../../../src/kernel/ids/citizen-id.js';
import type { Caller } from '../../../src/platform/access/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { FilingReading } from '../../../src/quota/filing/app/filing-reading.js';
import { ShowFiling } from '../../../src/quota/filing/app/show-filing.query.js';
import { Declarations } from '../../../src/quota/filing/index.js';
import { ImportRepository } from '../../../src/quota/filing/infra/import.repository.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aUscc } from '../../support/employers.js';
import { anEmployer } from '../../support/filing.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';

const ANYWHERE = { kind: 'region', prefix: '' } as const;

let service: TestApp;
/** Of the employer whose filing was opened last. */
let clerk: Actor;

beforeAll(async () => {
  service = await startTestApp();
});
afterAll(() => service.close());

/** Numbers of nobody: area 999999 does not exist. */
function citizenId(serial: number): string {
  const first17 = `99999919${String(70 + (serial % 25)).padStart(2, '0')}0${1 + (serial % 9)}1${serial % 9}${String(serial % 1000).padStart(3, '0')}`;
  return first17 + citizenIdCheckSign(first17);
}

const HEADER = '姓名,公民身份号码,证件类型,证件号码,合同开始,合同结束,月工资,参保开始,岗位';
const row = (serial: number, over: { start?: string; wage?: string; name?: string; certificate?: string } = {}): string => {
  const id = citizenId(serial);
  return [over.name ?? `人${serial}`, id, '残疾人证', over.certificate ?? `${id}43`, over.start ?? '2020-01-01', '', over.wage ?? '5000', '2020-01', '保洁'].join(',');
};
const csv = (...rows: string[]): Buffer => Buffer.from(`${HEADER}\n${rows.join('\n')}\n`, 'utf8');

const upload = (id: string, bytes: Buffer, name = '花名册.csv', by: Actor = clerk): Test =>
  service.http().post(`/api/v1/filings/${id}/rosters`).set('Authorization', by.bearer).attach('file', bytes, name);

type Import = { readonly id: string; readonly state: string; readonly rowsIn: number; readonly accepted: number; readonly unchanged: number; readonly rejected: number; readonly removed: number };

async function checked(id: string, bytes: Buffer): Promise<Import> {
  const answer = await upload(id, bytes);
  expect(answer.status).toBe(202);
  let file = answer.body as Import;
  while (file.state === 'reading') {
    await sleep(50);
    file = (await clerk.get(`/api/v1/filings/${id}/rosters/${file.id}`)).body as Import;
  }
  return file;
}

/** Its window is not known, so it is open. */
const YEAR = 2023;
/** The filing of a new employer. */
async function opened(baseYear: number = YEAR): Promise<string> {
  const employerId = await anEmployer(service);
  clerk = await signedInAs(service, { role: 'employer_clerk', organisationId: employerId, employerId });
  const answer = await clerk.post('/api/v1/filings', { baseYear });
  expect([answer.status, answer.body]).toMatchObject([201, { id: expect.any(String) }]);
  return (answer.body as { id: string }).id;
}

const get = async (id: string): Promise<Record<string, never> & { version: number; state: string; number: string | null; sums: Record<string, number>; current: Record<string, unknown>; trial: { kind: string; result?: { arranged: string; payable: string; statement: unknown[] }; provisionalMonths?: number; without?: unknown } }> => {
  const answer = await clerk.get(`/api/v1/filings/${id}`);
  expect(answer.status).toBe(200);
  return answer.body as never;
};
/** The employer of a filing, with a code whose check sign is right. */
const hasUscc = (id: string, uscc: string): Promise<unknown> => managerOf(service).query('UPDATE employer SET uscc = $1 WHERE id = (SELECT employer_id FROM declaration WHERE id = $2)', [uscc, id]);
const take = async (id: string, importId: string): Promise<Test> => clerk.post(`/api/v1/filings/${id}/rosters/${importId}/take`, { version: (await get(id)).version });
const facts = async (id: string, over: object = {}): Promise<Test> => clerk.post(`/api/v1/filings/${id}/facts`, { version: (await get(id)).version, monthlyStaff: Array.from({ length: 12 }, () => 100), totalWages: '8000000.00', ...over });

describe('opening', () => {
  it('makes the declaration of a base year, once', async () => {
    const id = await opened();
    expect(await get(id)).toMatchObject({ state: 'draft', isLate: false, mode: 'companion', version: 1, filingYear: YEAR + 1, deadline: null, window: { opens: null, closes: null, state: 'open' }, trial: { kind: 'incomplete', gaps: ['staff', 'wages'] } });
    expect(await clerk.post('/api/v1/filings', { baseYear: YEAR })).toMatchObject({ status: 409, body: { code: 'filing.declaration.already_open' } });
    const list = (await clerk.get('/api/v1/filings')).body as { items: { id: string }[] };
    expect(list.items.map((item) => item.id)).toContain(id);
  });

  it('of a year that is not over is refused', async () => {
    expect(await clerk.post('/api/v1/filings', { baseYear: 2035 })).toMatchObject({ status: 422, body: { code: 'filing.base_year.not_over' } });
  });

  it('past the window is late at once, and says by when it was due', async () => {
    expect(await get(await opened(2024))).toMatchObject({ state: 'late', isLate: true, deadline: '2025-10-31', window: { state: 'over' } });
  });

  it('is for verified employers that owe the quota', async () => {
    for (const [sql, code] of [[`kind = 'sole_trader'`, 'filing.employer.not_liable'], [`status = 'registered', decided_at = NULL`, 'filing.employer.not_verified']] as const) {
      const other = await anEmployer(service);
      await managerOf(service).query(`UPDATE employer SET ${sql} WHERE id = $1`, [other]);
      const its = await signedInAs(service, { role: 'employer_clerk', organisationId: other, employerId: other });
      expect(await its.post('/api/v1/filings', { baseYear: 2023 })).toMatchObject({ status: 422, body: { code } });
    }
  });

  it('nobody else sees it', async () => {
    const id = await opened();
    const other = await anEmployer(service);
    const theirs = await signedInAs(service, { role: 'employer_clerk', organisationId: other, employerId: other });
    for (const path of ['', '/lines', '/steps', '/rosters']) expect([path, (await theirs.get(`/api/v1/filings/${id}${path}`)).status]).toEqual([path, 404]);
    expect((await theirs.post(`/api/v1/filings/${id}/facts`, {})).status).toBe(404);
    expect((await upload(id, csv(row(1)), 'a.csv', theirs)).status).toBe(404);
    const reviewer = await signedInAs(service, { role: 'first_reviewer', regionCode: '370303' });
    expect((await reviewer.get(`/api/v1/filings/${id}`)).status).toBe(200);
    expect((await reviewer.post(`/api/v1/filings/${id}/facts`, {})).status).toBe(403);
  });
});

describe('facts of the employer', () => {
  it('give the trial sum at once', async () => {
    const id = await opened();
    expect((await facts(id)).status).toBe(200);
    const { trial, current } = await get(id);
    // 100 staff at 1.5 %, nobody placed.
    expect(trial).toMatchObject({ kind: 'sum', provisionalMonths: 0, without: null, result: { arranged: '0', ok: true } });
    expect(current).toMatchObject({ totalWages: '8000000.00', alreadyPaid: '0.00', monthlyStaff: Array.from({ length: 12 }, () => 100) });
  });

  it('are refused with a place for each fault', async () => {
    const id = await opened();
    const holes = Array.from({ length: 12 }, (_, at) => (at === 3 ? null : 5));
    expect(await facts(id, { monthlyStaff: holes })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/monthlyStaff/3', code: 'filing.staff.month_missing', params: { month: 4 } }] } });
    expect(await facts(id, { totalWages: '1,000' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/totalWages', code: 'filing.money.malformed' }] } });
    expect(await facts(id, { monthlyStaff: [1, 2] })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/monthlyStaff', code: 'input.too_few' }] } });
    expect(await facts(id, { monthlyStaff: [...holes.slice(1).map(() => 3), -1] })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/monthlyStaff/11', code: 'filing.staff.malformed' }] } });
  });

  it('of a version that somebody has changed since are refused with 409', async () => {
    const id = await opened();
    await facts(id);
    expect(await facts(id, { version: 1 })).toMatchObject({ status: 409, body: { code: 'filing.declaration.stale', params: { seen: 1, now: 2 } } });
  });
});

describe('a roster file', () => {
  it('is read and judged first, and changes nothing until it is taken', async () => {
    const id = await opened();
    const file = await checked(id, csv(row(1), row(2), row(2), row(3, { wage: '一千' })));
    expect(file).toMatchObject({ state: 'checked', rowsIn: 4, accepted: 2, unchanged: 1, rejected: 1, removed: 0 });
    expect((await get(id)).sums).toMatchObject({ lines: 0 });
    const faults = (await clerk.get(`/api/v1/filings/${id}/rosters/${file.id}/rejections`)).body as { items: object[] };
    expect(faults.items).toEqual([expect.objectContaining({ row: 5, column: '月工资', code: 'roster.row.wage_malformed', sentence: expect.stringContaining('第 5 行，“月工资”（G5）：') })]);
    expect(await take(id, file.id)).toMatchObject({ status: 200, body: { accepted: 2, unchanged: 1, rejected: 1, removed: 0 } });
    expect((await get(id)).sums).toMatchObject({ lines: 2, people: 2, countedMonths: 24, weighted: 24 });
    expect(await take(id, file.id)).toMatchObject({ status: 422, body: { code: 'filing.import.not_checked' } });
  });

  it('brings the other unit of a dispatched worker with it, and our own export of the list, read back, changes nothing', async () => {
    const id = await opened();
    const [own, other] = [aUscc(), aUscc()];
    await hasUscc(id, own);
    const wrong = other.slice(0, 17) + (other.endsWith('0') ? '1' : '0');
    const rows = [`${row(81)},我方计入,${other}`, `${row(82)},对方计入,`, `${row(83)},无,`, `${row(84)},我方计入,${wrong}`, `${row(85)},对方计入,${own}`];
    const file = await checked(id, Buffer.from([`${HEADER},派遣协议,用工单位统一社会信用代码`, ...rows].join('\n')));
    expect(file).toMatchObject({ state: 'checked', rowsIn: 5, accepted: 3, rejected: 2, warnings: expect.arrayContaining([expect.objectContaining({ code: 'roster.warning.other_unit_missing', params: expect.objectContaining({ rows: 1, firstRow: 3 }) })]) });
    const faults = (await clerk.get(`/api/v1/filings/${id}/rosters/${file.id}/rejections`)).body as { items: { row: number; column: string; code: string }[] };
    expect(faults.items.map(({ row: at, column, code }) => [at, column, code])).toEqual([
      [5, '用工单位统一社会信用代码', 'roster.row.uscc.check_digit'], [6, '用工单位统一社会信用代码', 'roster.row.other_unit_own'],
    ]);
    expect((await take(id, file.id)).status).toBe(200);
    const lines = async (): Promise<unknown> => ((await clerk.get(`/api/v1/filings/${id}/lines`)).body as { items: { counts: string; otherUscc: string | null }[] }).items.map(({ counts, otherUscc }) => [counts, otherUscc]);
    expect(await lines()).toEqual([['in', other], ['out', null], ['own', null]]);
    const exported = await service.http().get(`/api/v1/filings/${id}/platform/export`).set('Authorization', clerk.bearer).buffer(true).parse((res, done) => {
      const pieces: Buffer[] = [];
      res.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)));
    });
    expect(await checked(id, exported.body as Buffer)).toMatchObject({ state: 'checked', rowsIn: 3, accepted: 0, unchanged: 3, rejected: 0, removed: 0 });
  });

  it('without a column for the other unit leaves the one that was typed, as long as the agreement is the same', async () => {
    const id = await opened();
    const old = (first: string, second: string): Buffer => Buffer.from(`${HEADER},派遣协议\n${row(86)},${first}\n${row(87)},${second}\n`);
    await take(id, (await checked(id, old('我方计入', '对方计入'))).id);
    const [inside, outside] = [aUscc(), aUscc()];
    const items = async (): Promise<readonly { id: string; counts: string; otherUscc: string | null }[]> => ((await clerk.get(`/api/v1/filings/${id}/lines`)).body as { items: { id: string; counts: string; otherUscc: string | null }[] }).items;
    // As a clerk types it into the form of each line.
    const said = (serial: number, dispatch: string, otherUscc: string): object => ({ name: `人${serial}`, citizenId: citizenId(serial), certificateNumber: `${citizenId(serial)}43`, post: '保洁', contractStart: '2020-01-01', wage: '5000', dispatch, otherUscc });
    const [one, other] = await items();
    for (const [line, body] of [[one, said(86, 'in', inside)], [other, said(87, 'out', outside)]] as const) {
      expect((await clerk.patch(`/api/v1/filings/${id}/lines/${line?.id}`, { version: (await get(id)).version, ...body })).status).toBe(204);
    }
    const again = await checked(id, old('我方计入', '对方计入'));
    await take(id, again.id);
    expect((await items()).map(({ counts, otherUscc }) => [counts, otherUscc])).toEqual(expect.arrayContaining([['in', inside], ['out', outside]]));
    await take(id, (await checked(id, old('无', '我方计入'))).id);
    expect((await items()).map(({ counts, otherUscc }) => [counts, otherUscc])).toEqual([['own', null], ['in', null]]);
  });

  it('that ends while one of its batches is being stored leaves nothing of it behind', async () => {
    const id = await opened();
    const file = await checked(id, csv(row(88)));
    await managerOf(service).query(`UPDATE roster_import SET state = 'reading' WHERE id = $1`, [file.id]);
    const [unitOfWork, imports] = [service.app.nest.get(UnitOfWork), service.app.nest.get(ImportRepository, { strict: false })];
    const columns = ((await managerOf(service).query(`SELECT string_agg(column_name, ', ') AS columns FROM information_schema.columns WHERE table_name = 'roster_staged_line' AND table_schema = current_schema() AND column_name NOT IN ('id', 'contract_start')`)) as { columns: string }[])[0]?.columns ?? '';
    let ended: Promise<number> = Promise.resolve(0);
    await unitOfWork.run(async (tx) => {
      await tx.query(`INSERT INTO roster_staged_line (id, contract_start, ${columns}) SELECT nextval(pg_get_serial_sequence('roster_line', 'id')), contract_start + 1, ${columns} FROM roster_staged_line WHERE import_id = $1`, [file.id]);
      expect(await imports.progress(tx, ANYWHERE, file.id, 2, new Date())).toBe(true);
      ended = unitOfWork.run((other) => imports.end(other, ANYWHERE, [file.id], 'failed'));
      await sleep(300);
    });
    expect(await ended).toBe(1);
    expect(await managerOf(service).query('SELECT count(*)::int AS staged FROM roster_staged_line WHERE import_id = $1', [file.id])).toEqual([{ staged: 0 }]);
  });

  it('leaves whom it names in a row at fault as the list has them; who is not in it goes', async () => {
    const id = await opened();
    await take(id, (await checked(id, csv(row(71), row(72), row(73)))).id);
    const file = await checked(id, csv(row(71, { wage: '六千' }), row(72, { wage: '6000' }), row(74, { wage: '五千' })));
    expect(file).toMatchObject({ rowsIn: 3, accepted: 1, unchanged: 0, rejected: 2, removed: 1 });
    expect((await take(id, file.id)).body).toMatchObject({ accepted: 1, rejected: 2, removed: 1 });
    const lines = ((await clerk.get(`/api/v1/filings/${id}/lines`)).body as { items: { name: string; wage: string }[] }).items.map(({ name, wage }) => [name, wage]);
    expect(lines).toEqual([['人71', '5000.00'], ['人72', '6000.00']]);
    // Where one row of a person is taken, the list has what the file says of that person and nothing beside it.
    const twice = await checked(id, csv(row(71, { start: '2021-01-01' }), row(71, { wage: '六千' }), row(72, { wage: '6000' })));
    expect(twice).toMatchObject({ accepted: 1, unchanged: 1, rejected: 1, removed: 1, leaving: { all: 1, items: [{ name: '人71', contractStart: '2020-01-01', personStays: true }] } });
    await take(id, twice.id);
    expect((await get(id)).sums).toMatchObject({ lines: 2, people: 2 });
  });

  it('says before it is taken whom it takes off the list, as the list stands then, with numbers masked; the first 200 by name', async () => {
    const id = await opened();
    const people = Array.from({ length: 203 }, (_, at) => row(500 + at));
    await take(id, (await checked(id, csv(...people))).id);
    const file = await checked(id, csv(row(500), row(501, { start: '2021-01-01' })));
    expect(file).toMatchObject({ removed: 202, leaving: { all: 202 } });
    const { items } = (file as unknown as { leaving: { items: { name: string; citizenId: string; personStays: boolean }[] } }).leaving;
    expect([items.length, items[0], items.filter(({ personStays }) => personStays)]).toEqual([200, { name: '人502', citizenId: `${citizenId(502).slice(0, 3)}*************${citizenId(502).slice(-2)}`, contractStart: '2020-01-01', contractEnd: null, personStays: false }, []]);
    // The clerk goes on with the list while the file waits.
    await clerk.post(`/api/v1/filings/${id}/lines`, { version: (await get(id)).version, name: '手工', citizenId: citizenId(900), certificateNumber: `${citizenId(900)}43`, contractStart: '2020-01-01' });
    const seen = (await clerk.get(`/api/v1/filings/${id}/rosters/${file.id}`)).body as { leaving: { all: number } };
    expect(seen.leaving.all).toBe(203);
    expect((await take(id, file.id)).body).toMatchObject({ removed: 203 });
    expect((await clerk.get(`/api/v1/filings/${id}/rosters/${file.id}`)).body).toMatchObject({ state: 'done', leaving: { all: 0, items: [] } });
  });

  it('again, or corrected, duplicates nothing', async () => {
    const id = await opened();
    const first = await checked(id, csv(row(11), row(12), row(13)));
    await take(id, first.id);
    const before = (await clerk.get(`/api/v1/filings/${id}/lines`)).body as { items: { id: string; name: string }[] };
    const again = await checked(id, csv(row(11), row(12), row(13)));
    expect(again).toMatchObject({ rowsIn: 3, accepted: 0, unchanged: 3, rejected: 0, removed: 0 });
    const version = (await get(id)).version;
    await take(id, again.id);
    expect((await get(id)).version).toBe(version);
    const corrected = await checked(id, csv(row(11), row(12, { wage: '6000' }), row(14)));
    expect(corrected).toMatchObject({ rowsIn: 3, accepted: 2, unchanged: 1, rejected: 0, removed: 1 });
    expect((await take(id, corrected.id)).body).toEqual({ accepted: 2, unchanged: 1, rejected: 0, removed: 1 });
    const after = (await clerk.get(`/api/v1/filings/${id}/lines`)).body as { items: { id: string; name: string; wage: string }[] };
    expect(after.items.map(({ name, wage }) => [name, wage]).sort()).toEqual([['人11', '5000.00'], ['人12', '6000.00'], ['人14', '5000.00']]);
    // What was the same kept its row.
    expect(after.items.find(({ name }) => name === '人11')?.id).toBe(before.items.find(({ name }) => name === '人11')?.id);
  });

  it('names a contract once: two rows of one contract are one fault', async () => {
    const id = await opened();
    const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`).join(',');
    const marks = (from: number, to: number): string => Array.from({ length: 12 }, (_, at) => (at + 1 >= from && at + 1 <= to ? '1' : '0')).join(',');
    const number = citizenId(21);
    const line = (from: number, to: number): string => `甲,${number},${number}43,2020-01-01,5000,${marks(from, to)}`;
    const file = await checked(id, Buffer.from(`姓名,公民身份号码,证件号码,合同开始,月工资,${months}\n${line(1, 3)}\n${line(6, 9)}\n`));
    expect(file).toMatchObject({ state: 'checked', rowsIn: 2, accepted: 1, rejected: 1 });
    const faults = (await clerk.get(`/api/v1/filings/${id}/rosters/${file.id}/rejections`)).body as { items: object[] };
    expect(faults.items).toEqual([expect.objectContaining({ row: 3, code: 'filing.row.contract_twice', column: '合同开始', params: { cell: 'D3', firstRow: 2 }, sentence: '第 3 行，“合同开始”（D3）：同一个人、同一开始日期的合同在第 2 行已经有了。请合并成一行。' })]);
  });

  it('that is no roster is refused with its reason', async () => {
    const id = await opened();
    const file = await checked(id, Buffer.from('%PDF-1.7 …'));
    expect(file).toMatchObject({ state: 'refused', refusal: { code: 'sheets.file.pdf' } });
    expect((await get(id)).sums).toMatchObject({ lines: 0 });
  });

  it('a later file takes the place of one that waits, and a clerk can let one go', async () => {
    const id = await opened();
    const first = await checked(id, csv(row(31)));
    const second = await checked(id, csv(row(32)));
    expect((await clerk.get(`/api/v1/filings/${id}/rosters/${first.id}`)).body).toMatchObject({ state: 'discarded' });
    expect((await clerk.post(`/api/v1/filings/${id}/rosters/${second.id}/discard`)).status).toBe(204);
    expect(await take(id, second.id)).toMatchObject({ status: 422, body: { code: 'filing.import.not_checked' } });
    expect(await managerOf(service).query('SELECT count(*)::int AS rows FROM roster_staged_line WHERE import_id = ANY ($1)', [[first.id, second.id]])).toEqual([{ rows: 0 }]);
  });

  it('leaves no name and no number readable in the database', async () => {
    const id = await opened();
    const file = await checked(id, csv(row(41, { name: '司徒记号' }), row(42, { name: '错行记号', certificate: `${citizenId(43)}43` })));
    await take(id, file.id);
    await checked(id, csv(row(44, { name: '欧阳记号' })));
    for (const table of ['roster_line', 'roster_staged_line', 'roster_import', 'roster_import_rejection', 'registry_person', 'audit_entry', 'declaration_step']) {
      const rows = JSON.stringify(await managerOf(service).query(`SELECT * FROM ${table}`));
      for (const word of ['记号', citizenId(41), citizenId(42), '花名册.csv']) expect([table, word, rows.includes(word)]).toEqual([table, word, false]);
    }
    expect(service.log.join('\n')).not.toContain(citizenId(41));
  });

  it('shows names to the employer only, numbers to nobody', async () => {
    const id = await opened();
    await take(id, (await checked(id, csv(row(51, { name: '诸葛小明' })))).id);
    const mine = (await clerk.get(`/api/v1/filings/${id}/lines`)).body as { items: object[] };
    expect(mine.items).toEqual([expect.objectContaining({ name: '诸葛小明', post: '保洁', citizenId: expect.stringMatching(/^999\*{13}\w\w$/), certificateNumber: expect.stringMatching(/^999\*+$/), months: expect.arrayContaining([`${YEAR}-01`]), countedMonths: 12 })]);
    const reviewer = await signedInAs(service, { role: 'first_reviewer', regionCode: '370303' });
    const theirs = (await reviewer.get(`/api/v1/filings/${id}/lines`)).body as { items: object[] };
    expect(theirs.items).toEqual([expect.objectContaining({ name: '诸***', post: null })]);
  });
});

describe('lines by hand', () => {
  const line = (serial: number, over: object = {}): object => ({ name: `手${serial}`, citizenId: citizenId(serial), certificateNumber: `${citizenId(serial)}42`, contractStart: '2015-01-01', wage: '5,000', insuredMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], ...over });
  const add = async (id: string, body: object): Promise<Test> => clerk.post(`/api/v1/filings/${id}/lines`, { version: (await get(id)).version, ...body });

  it('follow the rules of a row', async () => {
    const id = await opened();
    expect(await add(id, line(61))).toMatchObject({ status: 201 });
    expect((await get(id)).sums).toMatchObject({ lines: 1, countedMonths: 12, weighted: 24 });
    const wrong = await add(id, line(62, { citizenId: '11010519491231002Y', certificateNumber: `${citizenId(62)}85`, contractEnd: '2014-01-01', wage: '五千' }));
    expect(wrong).toMatchObject({ status: 422, body: { code: 'input.invalid', errors: expect.arrayContaining([
      expect.objectContaining({ pointer: '/citizenId', code: 'roster.row.citizen_id.malformed' }), expect.objectContaining({ pointer: '/certificateNumber', code: 'roster.row.disability_certificate.category' }),
      expect.objectContaining({ pointer: '/contractEnd', code: 'roster.row.contract_end_before_start' }), expect.objectContaining({ pointer: '/wage', code: 'roster.row.wage_malformed' }),
    ]) } });
  });

  it('under a dispatch agreement name the other unit, and not themselves', async () => {
    const id = await opened();
    const [own, other] = [aUscc(), aUscc()];
    await hasUscc(id, own);
    const fault = async (over: object): Promise<unknown> => ((await add(id, line(60, over))).body as { errors?: { pointer: string; code: string }[] }).errors?.map(({ pointer, code }) => [pointer, code]);
    expect(await fault({ dispatch: 'out' })).toEqual([['/otherUscc', 'filing.line.other_unit_missing']]);
    expect(await fault({ dispatch: 'in', otherUscc: own })).toEqual([['/otherUscc', 'filing.line.other_unit_own']]);
    expect((await get(id)).sums).toMatchObject({ lines: 0 });
    expect((await add(id, line(60, { dispatch: 'in', otherUscc: other }))).status).toBe(201);
    expect((await add(id, line(61, { otherUscc: other }))).status).toBe(201);
    const kept = ((await clerk.get(`/api/v1/filings/${id}/lines`)).body as { items: { counts: string; otherUscc: string | null }[] }).items;
    expect(kept.map(({ counts, otherUscc }) => [counts, otherUscc])).toEqual([['in', other], ['own', null]]);
    expect((await get(id)).sums).toMatchObject({ lines: 2, dispatchedIn: 12 });
  });

  it('claim a month of a person once', async () => {
    const id = await opened();
    await add(id, line(63, { contractStart: '2015-01-01', contractEnd: `${YEAR}-06-30` }));
    expect(await add(id, line(63, { contractStart: `${YEAR}-06-01` }))).toMatchObject({ status: 422, body: { code: 'filing.line.same_month' } });
    expect(await add(id, line(63, { contractStart: `${YEAR}-07-01` }))).toMatchObject({ status: 201 });
  });

  it('can be changed and removed, and only where they are', async () => {
    const id = await opened();
    const { body } = await add(id, line(64));
    const lineId = (body as { id: string }).id;
    expect((await clerk.patch(`/api/v1/filings/${id}/lines/${lineId}`, { version: (await get(id)).version, ...line(64, { wage: '100' }) })).status).toBe(204);
    expect((await get(id)).sums).toMatchObject({ lines: 1, countedMonths: 0 });
    const owner = clerk;
    const other = await opened();
    expect(await clerk.post(`/api/v1/filings/${other}/lines/${lineId}/remove`, { version: 1 })).toMatchObject({ status: 404, body: { code: 'filing.line.not_found' } });
    clerk = owner;
    expect((await clerk.post(`/api/v1/filings/${id}/lines/${lineId}/remove`, { version: (await get(id)).version })).status).toBe(204);
    expect((await get(id)).sums).toMatchObject({ lines: 0 });
  });
});

describe('what a change does not speak of', () => {
  const body = (serial: number, over: object): object => ({ name: `手${serial}`, citizenId: citizenId(serial), certificateNumber: `${citizenId(serial)}42`, contractStart: '2015-01-01', wage: '5,000', ...over });

  it.each([['which months are insured is not known', {}, 12, 12], ['half of the year is insured', { insuredMonths: [1, 2, 3, 4, 5, 6] }, 6, 0]] as const)('stays: %s', async (_, insured, counted, provisional) => {
    const id = await opened();
    const { body: { id: lineId } } = await clerk.post(`/api/v1/filings/${id}/lines`, { version: (await get(id)).version, ...body(68, insured) });
    expect((await get(id)).sums).toMatchObject({ countedMonths: counted, provisionalMonths: provisional });
    expect((await clerk.patch(`/api/v1/filings/${id}/lines/${lineId}`, { version: (await get(id)).version, ...body(68, { post: '文员' }) })).status).toBe(204);
    expect((await get(id)).sums).toMatchObject({ countedMonths: counted, provisionalMonths: provisional });
    // A new day of the contract is asked again, within the same insured months.
    await clerk.patch(`/api/v1/filings/${id}/lines/${lineId}`, { version: (await get(id)).version, ...body(68, { contractEnd: `${YEAR}-03-31` }) });
    expect((await get(id)).sums).toMatchObject({ countedMonths: 3 });
  });
});

describe('handing in', () => {
  const act = async (id: string, what: string, body: object = {}): Promise<Test> => clerk.post(`/api/v1/filings/${id}/${what}`, { version: (await get(id)).version, ...body });
  async function ready(): Promise<string> {
    const id = await opened();
    await facts(id);
    await take(id, (await checked(id, csv(row(70), row(71)))).id);
    return id;
  }

  it('asks for what is missing, one after the other', async () => {
    const id = await opened();
    expect(await act(id, 'submit')).toMatchObject({ status: 422, body: { code: 'filing.submit.facts_missing' } });
    await facts(id);
    expect(await act(id, 'submit')).toMatchObject({ status: 422, body: { code: 'filing.submit.not_committed' } });
    expect((await act(id, 'commitment')).status).toBe(200);
    expect(await act(id, 'submit')).toMatchObject({ status: 422, body: { code: 'filing.submit.nobody' } });
    await take(id, (await checked(id, csv(row(72)))).id);
    // The list changed, so the statement is gone.
    expect(await act(id, 'submit')).toMatchObject({ status: 422, body: { code: 'filing.submit.not_committed' } });
  });

  it('freezes what was handed in with its trial sum and gives a number', async () => {
    const id = await ready();
    await act(id, 'commitment');
    const before = await get(id);
    const answer = await act(id, 'submit');
    expect(answer).toMatchObject({ status: 200, body: { state: 'submitted', number: expect.stringMatching(/^370303-\d{4}-[0-9A-F]{5}-[0-9A-F]{5}$/) } });
    const after = await get(id);
    expect(after.current).toMatchObject({ trialPayable: before.trial.result?.payable, arranged: '2.0000', policyHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await facts(id)).toMatchObject({ status: 422, body: { code: 'filing.declaration.closed' } });
    expect((await upload(id, csv(row(1)))).status).toBe(422);
    expect(await act(id, 'submit')).toMatchObject({ status: 422, body: { code: 'filing.declaration.closed' } });
  });

  it('can be taken back and goes on in a copy; what was handed in stays', async () => {
    const id = await ready();
    await act(id, 'commitment');
    await act(id, 'submit');
    expect((await act(id, 'withdraw', { words: '漏了一个人' })).body).toMatchObject({ state: 'withdrawn' });
    expect((await act(id, 'reopen')).body).toMatchObject({ state: 'draft', currentVersion: 2 });
    expect(await get(id)).toMatchObject({ sums: { lines: 2 }, current: { number: 2, submittedAt: null, committedAt: null } });
    const names = ((await clerk.get(`/api/v1/filings/${id}/lines`)).body as { items: { name: string }[] }).items.map(({ name }) => name);
    expect(names).toEqual(['人70', '人71']);
    const { items } = (await clerk.get(`/api/v1/filings/${id}/steps`)).body as { items: { act: string; words: string | null }[] };
    expect(items.map(({ act: step, words }) => [step, words])).toEqual([['open', null], ['submit', null], ['withdraw', '漏了一个人'], ['reopen', null]]);
  });

  it('past the deadline asks why', async () => {
    const id = await opened(2025);
    await facts(id);
    await take(id, (await checked(id, csv(row(73)))).id);
    await act(id, 'commitment');
    expect(await act(id, 'submit')).toMatchObject({ status: 422, body: { code: 'filing.submit.late_reason_required' } });
    expect((await act(id, 'submit', { lateReason: '经办人住院' })).body).toMatchObject({ state: 'submitted', isLate: true });
    expect((await get(id)).current).toMatchObject({ lateReason: '经办人住院' });
  });

  it('past the deadline is late, even before the hourly job has said so', async () => {
    const id = await ready();
    await act(id, 'commitment');
    await managerOf(service).query(`UPDATE declaration SET deadline = '2024-10-31' WHERE id = $1`, [id]);
    expect(await act(id, 'submit')).toMatchObject({ status: 422, body: { code: 'filing.submit.late_reason_required' } });
    expect(await get(id)).toMatchObject({ state: 'draft' });
    expect((await act(id, 'submit', { lateReason: '系统登录不上' })).body).toMatchObject({ state: 'submitted', isLate: true });
    const { items } = (await clerk.get(`/api/v1/filings/${id}/steps`)).body as { items: { act: string; words: string | null }[] };
    expect(items.map(({ act: step, words }) => [step, words])).toEqual([['open', null], ['pass_deadline', null], ['submit', '系统登录不上']]);
  });

  it('returned and handed in again, it keeps why it was late', async () => {
    const id = await opened(2025);
    await facts(id);
    await take(id, (await checked(id, csv(row(75)))).id);
    await act(id, 'commitment');
    await act(id, 'submit', { lateReason: '经办人住院' });
    const step = (what: 'compare' | 'return') => service.app.nest.get(UnitOfWork).run((tx) => service.app.nest.get(Declarations, { strict: false }).step(tx, { system: 'test' }, id, what, { version: null, reason: null, words: null }));
    await step('compare');
    await step('return');
    expect((await get(id)).current).toMatchObject({ number: 2, lateReason: '经办人住院' });
    await act(id, 'commitment');
    expect((await act(id, 'submit')).body).toMatchObject({ state: 'submitted', isLate: true });
    expect((await get(id)).current).toMatchObject({ number: 2, lateReason: '经办人住院' });
  });

  it('of nobody is lawful and can be opened again', async () => {
    const id = await opened();
    expect((await act(id, 'nothing-to-claim')).body).toMatchObject({ state: 'nothing_to_claim', isLate: false });
    expect((await act(id, 'reopen')).body).toMatchObject({ state: 'draft', currentVersion: 1 });
    await take(id, (await checked(id, csv(row(74)))).id);
    expect(await act(id, 'nothing-to-claim')).toMatchObject({ status: 422, body: { code: 'filing.nothing.people_claimed', params: { lines: 1 } } });
  });

  it('two clerks at once: one is handed in, the other is told', async () => {
    const id = await ready();
    await act(id, 'commitment');
    const { version } = await get(id);
    const answers = await Promise.all([1, 2].map(() => clerk.post(`/api/v1/filings/${id}/submit`, { version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('questions to the database', () => {
  const asked = async (ask: () => Promise<unknown>): Promise<number> => {
    const spy = jest.spyOn(managerOf(service), 'query');
    await ask();
    const count = spy.mock.calls.length;
    spy.mockRestore();
    return count;
  };

  it('are as many for long lists as for short ones', async () => {
    const id = await opened();
    const { nest } = service.app;
    const [showing, reading] = [nest.get(ShowFiling, { strict: false }), nest.get(FilingReading, { strict: false })];
    const { employerId } = (await clerk.get(`/api/v1/filings/${id}`)).body as { employerId: string };
    const caller: Caller = { accountId: clerk.accountId, machineKeyId: null, client: null, sessionId: null, membershipId: clerk.membershipId, role: 'employer_clerk', organisationId: employerId, scope: { kind: 'employer', employerId, merged: [] }, permissions: new Set(), via: 'cookie' };
    const count = async (importId: string): Promise<object> => ({
      list: await asked(() => showing.list(caller, {})), one: await asked(() => showing.one(caller, id)), lines: await asked(() => reading.lines.page(caller, id, null, {})),
      steps: await asked(() => reading.filings.steps(caller, id, {})), imports: await asked(() => reading.imports.list(caller, id)), faults: await asked(() => reading.imports.rejections(caller, id, importId, {})),
    });
    const few = await checked(id, csv(row(1), row(2, { wage: 'x' })));
    await take(id, few.id);
    const before = await count(few.id);
    const many = await checked(id, csv(...Array.from({ length: 60 }, (_, at) => row(100 + at, at % 2 ? {} : { wage: 'x' }))));
    await take(id, many.id);
    expect(await count(many.id)).toEqual(before);
    expect(before).toEqual({ list: 1, one: 3, lines: 3, steps: 1, imports: 1, faults: 1 });
  });
});

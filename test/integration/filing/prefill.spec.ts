import { randomUUID } from 'node:crypto';
import { RegistryPeople } from '../../../src/people/registry/index.js';
import type { CitizenIdText } from '../../../src/kernel/ids/citizen-id.js';
import { FieldCipher } from '../../../src/platform/crypto/index.js';
import { BlindIndexes } from '../../../src/platform/keys/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { anEmployer } from '../../support/filing.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { aWorkersId } from '../../support/people.js';

let service: TestApp;
let clerk: Actor;
let employerId: string;

beforeAll(async () => { service = await startTestApp(); });
afterAll(() => service.close());
beforeEach(async () => {
  employerId = await anEmployer(service);
  clerk = await signedInAs(service, { role: 'employer_clerk', organisationId: employerId, employerId });
});

const query = (sql: string, params: unknown[] = []): Promise<Record<string, string>[]> => managerOf(service).query(sql, params) as Promise<Record<string, string>[]>;
const open = async (baseYear: number): Promise<string> => ((await clerk.post('/api/v1/filings', { baseYear })).body as { id: string }).id;
const version = async (id: string): Promise<number> => ((await clerk.get(`/api/v1/filings/${id}`)).body as { version: number }).version;
const personOf = async (citizenId: string): Promise<string> => (await service.app.nest.get(RegistryPeople).keep(managerOf(service), [citizenId as CitizenIdText])).get(citizenId as CitizenIdText) as string;

type Person = { readonly citizenId: string; readonly name: string; readonly contractStart?: string; readonly contractEnd?: string };

async function addLine(id: string, { citizenId, name, contractStart = '2020-01-01', contractEnd }: Person): Promise<void> {
  const months = Array.from({ length: 12 }, (_, at) => at + 1);
  const answer = await clerk.post(`/api/v1/filings/${id}/lines`, {
    version: await version(id), name, citizenId, certificateNumber: `${citizenId}43`, post: '保洁', contractStart, wage: '5000', insuredMonths: months, ...(contractEnd === undefined ? {} : { contractEnd }),
  });
  expect([answer.status, answer.body]).toMatchObject([201, {}]);
}

/** Last year's filing, handed in. Windows of these years are not known, so they are open. */
async function filed(people: readonly Person[]): Promise<void> {
  const id = await open(2022);
  for (const person of people) await addLine(id, person);
  await clerk.post(`/api/v1/filings/${id}/facts`, { version: await version(id), monthlyStaff: Array.from({ length: 12 }, () => 100), totalWages: '8000000.00' });
  await clerk.post(`/api/v1/filings/${id}/commitment`, { version: await version(id) });
  const answer = await clerk.post(`/api/v1/filings/${id}/submit`, { version: await version(id), lateReason: '补报' });
  expect([answer.status, answer.body]).toMatchObject([200, { state: 'submitted' }]);
}

/** A register of insurance, complete for the whole of 2023, in which these people were insured by the employer. */
async function insured(people: readonly string[], months: readonly number[]): Promise<void> {
  const [batch] = await query(`INSERT INTO fact_batch (kind, source, as_of, received_at, digest, state) VALUES ('insurance', '登记', now(), now(), $1, 'loaded') RETURNING id`, [Buffer.from(randomUUID())]);
  for (const kind of ['pension', 'medical']) {
    await query(`INSERT INTO fact_coverage (kind, region_prefix, from_month, until_month, as_of, batch_id) VALUES ($1, '370303', 202301, 202312, now(), $2) ON CONFLICT DO NOTHING`, [kind, batch?.['id']]);
    for (const citizenId of people) {
      for (const month of months) await query(`INSERT INTO insurance_month SELECT $1, $2, $3, uscc, $4 FROM employer WHERE id = $5`, [await personOf(citizenId), 202300 + month, kind, batch?.['id'], employerId]);
    }
  }
}

async function certified(citizenId: string, grade: number, validUntil: string): Promise<void> {
  const person = await personOf(citizenId);
  const [batch] = await query(`INSERT INTO fact_batch (kind, source, as_of, received_at, digest, state) VALUES ('disability', '登记', now(), now(), $1, 'loaded') RETURNING id`, [Buffer.from(randomUUID())]);
  const [next] = await query(`SELECT nextval(pg_get_serial_sequence('certificate_fact', 'id'))::text AS id`);
  const id = next?.['id'] as string;
  const number = `${citizenId}4${grade}`;
  const { a, b } = service.app.nest.get(BlindIndexes).of('certificate').columnsOf(number);
  await query(
    `INSERT INTO certificate_fact (id, registry_person_id, kind, number, number_index_a, number_index_b, category, first_issued_on, valid_until, source, batch_id, as_of) VALUES ($1, $2, 'disability', $3, $4, $5, 4, '2016-01-01', $6, '登记', $7, now())`,
    [id, person, service.app.nest.get(FieldCipher).seal(number, { table: 'certificate_fact', column: 'number', rowId: id }), a, b, validUntil, batch?.['id']],
  );
  await query(`INSERT INTO certificate_grade (certificate_id, from_date, grade, batch_id) VALUES ($1, '2016-01-01', $2, $3)`, [id, grade, batch?.['id']]);
}

async function placed(citizenId: string, fromMonth: number, untilMonth: number | null, form = 'proportional'): Promise<void> {
  await query(
    `INSERT INTO employment_spell (id, registry_person_id, employer_id, form, from_month, until_month, contract_kind, contract_from, wage_fen, evidence, source, opened_at, closed_at, closing_reason)
     VALUES ($1, $2, $3, $4, $5, $6, 'open', NULL, 480000, '{}', 'hire', now(), $7, $8)`,
    [randomUUID(), await personOf(citizenId), employerId, form, fromMonth, untilMonth, untilMonth === null ? null : new Date(), untilMonth === null ? null : 'resigned'],
  );
}

type Line = { readonly name: string; readonly citizenId: string; readonly months: readonly string[]; readonly source: string; readonly post: string | null; readonly contractStart: string };
type Doubt = { readonly id: string; readonly code: string; readonly name: string; readonly citizenId: string; readonly kept: boolean; readonly lineId: string | null; readonly sentence: string; readonly settledAt: string | null };
const linesOf = async (id: string): Promise<readonly Line[]> => ((await clerk.get(`/api/v1/filings/${id}/lines`)).body as { items: Line[] }).items;
const doubtsOf = async (id: string): Promise<readonly Doubt[]> => ((await clerk.get(`/api/v1/filings/${id}/doubts`)).body as { items: Doubt[] }).items;
const short = ({ code, name, kept }: Doubt): readonly [string, string, boolean] => [name, code.slice('filing.prefill.'.length), kept];

describe('a new filing', () => {
  it('begins with last year’s list: leavers left out, ended contracts flagged, each doubt told', async () => {
    const [stays, ended, left, gone] = [aWorkersId(), aWorkersId(), aWorkersId(), aWorkersId()];
    await filed([{ citizenId: stays, name: '示例甲' }, { citizenId: ended, name: '示例乙', contractEnd: '2022-12-31' }, { citizenId: left, name: '示例丙' }, { citizenId: gone, name: '示例丁' }]);
    await placed(left, 202001, 202211);
    await insured([stays, ended], [1, 2, 3, 4, 5, 6]);
    const id = await open(2023);
    expect((await linesOf(id)).map(({ name, months, source, post }) => [name, months.length, source, post])).toEqual([['示例甲', 6, 'prefill_last_year', '保洁'], ['示例乙', 0, 'prefill_last_year', '保洁']]);
    const doubts = await doubtsOf(id);
    expect(doubts.map(short)).toEqual([['示例乙', 'contract_ended', true], ['示例丙', 'left', false], ['示例丁', 'not_insured', false]]);
    expect(doubts[2]).toMatchObject({ lineId: null, citizenId: expect.stringMatching(/^999\*+/) as string, sentence: '登记显示 2023 年本单位没有为他缴纳养老和医疗保险，没有带入今年的名单。仍在职的，请逐人添加。' });
  });

  it('takes certificate and grade from the register, for people whom the employer has named itself', async () => {
    const known = aWorkersId();
    await filed([{ citizenId: known, name: '示例甲' }]);
    await certified(known, 2, '2024-06-30');
    const insuredElsewhere = aWorkersId();
    await certified(insuredElsewhere, 1, '2030-01-01');
    await insured([known, insuredElsewhere], Array.from({ length: 12 }, (_, at) => at + 1));
    const id = await open(2023);
    const [line, ...more] = (await clerk.get(`/api/v1/filings/${id}/lines`)).body.items as { id: string }[];
    expect(more).toEqual([]);
    const rows = await query('SELECT id::text, certificate, certificate_grade AS grade FROM roster_line WHERE id = $1', [line?.id]) as unknown as { id: string; certificate: string; grade: number }[];
    expect(rows.map(({ id: rowId, certificate, grade }) => [service.app.nest.get(FieldCipher).open(certificate, { table: 'roster_line', column: 'certificate', rowId }), grade])).toEqual([[`${known}42`, 2]]);
    expect((await doubtsOf(id)).map(short)).toEqual([['示例甲', 'certificate_expired', true], ['示例甲', 'months_not_counted', true]]);
  });

  it('has our own placements on it, and says whom it could not add', async () => {
    const [known, unknown, elsewhere] = [aWorkersId(), aWorkersId(), aWorkersId()];
    await certified(known, 2, '2099-01-01');
    await placed(known, 202305, null);
    await placed(unknown, 202301, null);
    await certified(elsewhere, 2, '2099-01-01');
    await placed(elsewhere, 202301, null, 'assisted');
    const id = await open(2023);
    expect((await linesOf(id)).map(({ contractStart, source, months }) => [contractStart, source, months.length])).toEqual([['2023-05-01', 'prefill_spell', expect.any(Number)]]);
    expect((await doubtsOf(id)).map(({ code, kept }) => [code.slice('filing.prefill.'.length), kept])).toEqual(expect.arrayContaining([['hired_here', true], ['certificate_missing', false]]));
  });

  it('has the head-counts of the employer’s file, where all twelve are there', async () => {
    for (let month = 1; month <= 12; month++) await query(`INSERT INTO employer_headcount (employer_id, month, staff, declared_at) VALUES ($1, $2, $3, now())`, [employerId, 202300 + month, 80 + month]);
    const id = await open(2023);
    expect((await clerk.get(`/api/v1/filings/${id}`)).body).toMatchObject({ current: { monthlyStaff: [81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92] } });
  });

  it('is empty where nothing is known', async () => {
    const id = await open(2023);
    expect([await linesOf(id), await doubtsOf(id), await version(id)]).toEqual([[], [], 1]);
  });
});

describe('a prefill into a started filing', () => {
  it('leaves whoever is listed as entered, and does nothing the second time', async () => {
    const [both, missing] = [aWorkersId(), aWorkersId()];
    await insured([both, missing], [1, 2, 3]);
    const id = await open(2023);
    await addLine(id, { citizenId: both, name: '新名字' });
    await filed([{ citizenId: both, name: '旧名字' }, { citizenId: missing, name: '示例乙' }]);
    expect((await clerk.post(`/api/v1/filings/${id}/prefill`, { version: await version(id) })).body).toMatchObject({ taken: 1, left: 0, staff: false });
    expect((await linesOf(id)).map(({ name }) => name)).toEqual(['新名字', '示例乙']);
    const before = await version(id);
    expect((await clerk.post(`/api/v1/filings/${id}/prefill`, { version: before })).body).toMatchObject({ taken: 0, left: 0, doubts: 0 });
    expect(await version(id)).toBe(before);
  });

  it('is refused once the filing is handed in, and for whoever has seen an older version', async () => {
    await filed([{ citizenId: aWorkersId(), name: '示例甲' }]);
    const list = (await clerk.get('/api/v1/filings')).body as { items: { id: string; version: number }[] };
    const [handed] = list.items;
    expect(await clerk.post(`/api/v1/filings/${handed?.id}/prefill`, { version: await version(handed?.id ?? '') })).toMatchObject({ status: 422, body: { code: 'filing.declaration.closed' } });
    const id = await open(2023);
    expect(await clerk.post(`/api/v1/filings/${id}/prefill`, { version: 999 })).toMatchObject({ status: 409, body: { code: 'filing.declaration.stale' } });
  });
});

it('a doubt is looked at once, and those that wait come first', async () => {
  await filed([{ citizenId: aWorkersId(), name: '示例甲', contractEnd: '2022-12-31' }, { citizenId: aWorkersId(), name: '示例乙', contractEnd: '2022-11-30' }]);
  const id = await open(2023);
  const [first] = await doubtsOf(id);
  expect(await clerk.post(`/api/v1/filings/${id}/doubts/${first?.id}/settle`)).toMatchObject({ status: 204 });
  const after = await doubtsOf(id);
  expect([after.at(-1)?.id, after.at(-1)?.settledAt === null, after.filter(({ settledAt }) => settledAt === null).length]).toEqual([first?.id, false, after.length - 1]);
  expect(await clerk.post(`/api/v1/filings/${id}/doubts/999999999/settle`)).toMatchObject({ status: 404, body: { code: 'filing.doubt.not_found' } });
});

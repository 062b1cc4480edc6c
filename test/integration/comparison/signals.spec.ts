import { citizenIdCheckSign } from '../../../src/kernel/ids/citizen-id.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { regionCode } from '../../../src/kernel/region-code.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { BlindIndexes } from '../../../src/platform/keys/index.js';
import { PolicyBook } from '../../../src/policy/index.js';
import { CompareOne, CompareYear } from '../../../src/quota/comparison/index.js';
import { countingYear } from '../../../src/quota/counting/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aBatch, aSubmittedFiling, insured, paid, type TestFiling, type TestLine } from '../../support/comparison.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { aFile, aPerson } from '../../support/people.js';

const EVERYWHERE = { kind: 'region', prefix: '' } as const;
/** 吴兴: its minimum wage of 2025 is known. */
const HUZHOU = '330502';

let service: TestApp;
let reviewer: Actor;
let pensions: string;
let wages: string;
beforeAll(async () => {
  service = await startTestApp();
  reviewer = await signedInAs(service, { role: 'first_reviewer', regionCode: HUZHOU });
  pensions = await aBatch(service, 'insurance', '市医疗保障局');
  wages = await aBatch(service, 'wage', '税务');
});
afterAll(() => service.close());

/** Issued in Guangdong, in an area that does not exist. */
function numberOf(serial: number, post: string): string {
  const first17 = `449999199${serial}0307${post === '装配工' ? '5' : '6'}00`;
  return first17 + citizenIdCheckSign(first17);
}

type Shown = { id: string; code: string; grounds: Record<string, unknown>; version: number; state: string };
const compare = (filing: TestFiling) => service.app.nest.get(UnitOfWork).run((tx) => service.app.nest.get(CompareOne, { strict: false }).run(tx, EVERYWHERE, { id: filing.declarationId, baseYear: 2025 }));
async function signalsOf({ declarationId }: TestFiling, state = 'open'): Promise<readonly Shown[]> {
  const { body, status } = await reviewer.get(`/api/v1/signals?state=${state}&filing=${declarationId}`);
  expect(status).toBe(200);
  return (body as { items: Shown[] }).items;
}
const codes = async (filing: TestFiling): Promise<readonly string[]> => (await signalsOf(filing)).map(({ code }) => code).sort();
const countedOf = async ({ lineIds }: TestFiling): Promise<number> => ((await managerOf(service).query('SELECT sum(bit_count(counted::int::bit(12)))::int AS months FROM line_comparison WHERE line_id = ANY ($1::bigint[])', [lineIds])) as { months: number }[])[0]?.months ?? 0;
/** Homes in Wuxing, so that nobody lives far away where it is not meant. */
const people = (count: number, line: TestLine = {}): readonly TestLine[] => Array.from({ length: count }, () => ({ residence: 'local', ...line }));

describe('grounds to look', () => {
  it('wages exactly at the floor for all; one fen more for one, and there is none', async () => {
    const filing = await aSubmittedFiling(service, people(4), { regionCode: HUZHOU });
    const floors = countingYear(service.app.nest.get(PolicyBook), regionCode(HUZHOU), 2025, localDate('2026-05-06')).months.map(({ minimumWage }) => Number(minimumWage) / 100);
    for (const person of filing.persons) for (const [bit, floor] of floors.entries()) await paid(service, wages, person, filing.uscc, floor, 1 << bit);
    await compare(filing);
    expect(await signalsOf(filing)).toEqual([expect.objectContaining({ code: 'floor_wage', grounds: { persons: 4, of: 4 } })]);
    // A ground, never a refusal.
    expect(await countedOf(filing)).toBe(48);
    await managerOf(service).query('UPDATE wage_month SET fen = fen + 1 WHERE registry_person_id = $1 AND month = 202503', [filing.persons[2]]);
    await compare(filing);
    expect(await codes(filing)).toEqual([]);
  });

  it('insurance that begins the month before the base year ends', async () => {
    const filing = await aSubmittedFiling(service, people(5), { regionCode: HUZHOU });
    for (const person of filing.persons) await insured(service, pensions, person, filing.uscc, 0b1100_0000_0000);
    await compare(filing);
    expect(await signalsOf(filing)).toEqual([expect.objectContaining({ code: 'late_insurance', grounds: expect.objectContaining({ persons: 5, of: 5 }) })]);
    const early = await aSubmittedFiling(service, people(5), { regionCode: HUZHOU });
    for (const person of early.persons) await insured(service, pensions, person, early.uscc, 0b1110_0000_0000);
    await compare(early);
    expect(await codes(early)).toEqual([]);
  });

  it('workplaces far from home, where the post is not done from home', async () => {
    const far = (post: string): readonly TestLine[] => Array.from({ length: 5 }, (_, at) => ({ residence: 'elsewhere', post, citizenId: numberOf(at, post) }));
    const [plant, remote] = [await aSubmittedFiling(service, far('装配工'), { regionCode: HUZHOU }), await aSubmittedFiling(service, far('居家客服'), { regionCode: HUZHOU })];
    await compare(plant);
    await compare(remote);
    expect(await signalsOf(plant)).toEqual([expect.objectContaining({ code: 'far_workplace', grounds: expect.objectContaining({ persons: 5, of: 5 }) })]);
    expect(await codes(remote)).toEqual([]);
  });

  it('many short spells at many employers', async () => {
    const filing = await aSubmittedFiling(service, people(5), { regionCode: HUZHOU });
    for (const person of filing.persons) for (let month = 0; month < 8; month += 1) await insured(service, pensions, person, `9133050200000000${10 + month}`, 1 << month);
    await compare(filing);
    expect(await signalsOf(filing)).toEqual([expect.objectContaining({ code: 'short_spells', grounds: expect.objectContaining({ persons: 5, of: 5 }) })]);
  });

  it('one phone behind many employers', async () => {
    const key = service.app.nest.get(BlindIndexes).of('phone').columnsOf('19900007777');
    const filings: TestFiling[] = [];
    for (let at = 0; at < 3; at += 1) {
      const filing = await aSubmittedFiling(service, people(1), { regionCode: HUZHOU });
      await managerOf(service).query(`INSERT INTO employer_contact (id, employer_id, role, phone, phone_index_a, phone_index_b, changed_at) VALUES (gen_random_uuid(), $1, 'personnel', 'sealed elsewhere', $2, $3, now())`, [filing.employerId, key.a, key.b]);
      filings.push(filing);
    }
    const last = filings.at(-1) as TestFiling;
    await compare(filings[1] as TestFiling);
    await compare(last);
    expect(await signalsOf(last)).toEqual([expect.objectContaining({ code: 'shared_contact', grounds: { employersWithPhone: 3 } })]);
    // Two of them are one by now: fewer than are worth a look.
    await managerOf(service).query('UPDATE employer SET merged_into = $2 WHERE id = $1', [filings[0]?.employerId, filings[1]?.employerId]);
    await compare(last);
    expect(await signalsOf(last)).toEqual([]);
  });
});

describe('grounds across employers', () => {
  it('one address behind the people of many employers, found by the comparison of the year', async () => {
    const officer = await signedInAs(service, { role: 'town_officer', regionCode: '330502001' });
    const filings: TestFiling[] = [];
    for (const address of ['不存在路 1 号，2 单元', '不存在路1号2单元', '不存在路１号２单元', '另一条路 9 号']) {
      const someone = aPerson();
      await aFile(officer, { ...someone, address });
      filings.push(await aSubmittedFiling(service, [{ residence: 'local', citizenId: someone.citizenId }], { regionCode: HUZHOU, baseYear: 2022 }));
    }
    await service.app.nest.get(CompareYear, { strict: false }).run(EVERYWHERE, 2022, () => undefined);
    expect(await Promise.all(filings.map(codes))).toEqual([['shared_contact'], ['shared_contact'], ['shared_contact'], []]);
    expect((await signalsOf(filings[0] as TestFiling))[0]?.grounds).toEqual({ employersOfAddress: 3 });
    // Handed in again before the next night: no address is looked at, and what was found stays.
    await service.app.nest.get(UnitOfWork).run((tx) => service.app.nest.get(CompareOne, { strict: false }).run(tx, EVERYWHERE, { id: (filings[0] as TestFiling).declarationId, baseYear: 2022 }));
    expect((await signalsOf(filings[0] as TestFiling))[0]?.grounds).toEqual({ employersOfAddress: 3 });
    // Two of the employers are one by now.
    await managerOf(service).query('UPDATE employer SET merged_into = $2 WHERE id = $1', [filings[1]?.employerId, filings[0]?.employerId]);
    await service.app.nest.get(CompareYear, { strict: false }).run(EVERYWHERE, 2022, () => undefined);
    expect(await Promise.all(filings.map(codes))).toEqual([[], [], [], []]);
  });
});

describe('looking into a signal', () => {
  async function aSignal(): Promise<readonly [TestFiling, Shown]> {
    const filing = await aSubmittedFiling(service, people(5), { regionCode: HUZHOU });
    for (const person of filing.persons) await insured(service, pensions, person, filing.uscc, 0b1000_0000_0000);
    await compare(filing);
    return [filing, (await signalsOf(filing))[0] as Shown];
  }
  const doubtOf = async ({ declarationId }: TestFiling): Promise<number> => ((await managerOf(service).query('SELECT doubt FROM declaration WHERE id = $1', [declarationId])) as { doubt: number }[])[0]?.doubt ?? -1;

  it('is a person’s; it changes no month, takes the doubt away, and stays when compared again', async () => {
    const [filing, signal] = await aSignal();
    const [before, counted] = [await doubtOf(filing), await countedOf(filing)];
    expect((await reviewer.post(`/api/v1/signals/${signal.id}/look`, { version: signal.version, state: 'no_concern', words: '电话核实，新厂开工' })).status).toBe(204);
    expect([await doubtOf(filing), await countedOf(filing)]).toEqual([before - 1, counted]);
    await compare(filing);
    expect(await codes(filing)).toEqual([]);
    expect(await signalsOf(filing, 'no_concern')).toEqual([expect.objectContaining({ id: signal.id, words: '电话核实，新厂开工' })]);
    expect((await reviewer.post(`/api/v1/signals/${signal.id}/look`, { version: signal.version, state: 'to_inspect' })).body).toMatchObject({ code: 'comparison.signal.stale' });
  });

  it('is seen inside the area only, and never by the employer', async () => {
    const [filing, { id }] = await aSignal();
    const elsewhere = await signedInAs(service, { role: 'second_reviewer', regionCode: '110101' });
    const clerk = await signedInAs(service, { role: 'employer_clerk', organisationId: filing.employerId, employerId: filing.employerId });
    expect((await elsewhere.get(`/api/v1/signals/${id}`)).status).toBe(404);
    expect((await elsewhere.post(`/api/v1/signals/${id}/look`, { version: 1, state: 'no_concern' })).status).toBe(404);
    expect((await clerk.get(`/api/v1/signals/${id}`)).status).toBe(403);
    expect((await reviewer.get(`/api/v1/signals/${id}`)).body).toMatchObject({ id, baseYear: 2025 });
  });
});

import { UnitOfWork } from '../../../src/platform/database/index.js';
import { CompareOne, CompareYear, Comparisons, type StoredComparison } from '../../../src/quota/comparison/index.js';
import { ALL_MONTHS } from '../../../src/quota/counting/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aBatch, aSubmittedFiling, certified, covers, insured, paid, type TestFiling } from '../../support/comparison.js';
import { aUscc } from '../../support/employers.js';
import { managerOf, signedInAs } from '../../support/members.js';
import { countStatements } from '../../support/statements.js';

const EVERYWHERE = { kind: 'region', prefix: '' } as const;
/** 吴兴: its minimum wage of 2025 is known. */
const HUZHOU = '330502';
const from = (month: number): number => (ALL_MONTHS << (month - 1)) & ALL_MONTHS;

let service: TestApp;
let pensions: string;
let wages: string;
let cards: string;

beforeAll(async () => {
  service = await startTestApp();
  pensions = await aBatch(service, 'insurance', '市医疗保障局');
  wages = await aBatch(service, 'wage', '税务');
  cards = await aBatch(service, 'disability', '残疾人人口基础数据库');
});
afterAll(() => service.close());

const compare = (filing: TestFiling) => service.app.nest.get(UnitOfWork).run((tx) => service.app.nest.get(CompareOne, { strict: false }).run(tx, EVERYWHERE, { id: filing.declarationId, baseYear: 2025 }));
async function of(filing: TestFiling): Promise<readonly StoredComparison[]> {
  const found = await service.app.nest.get(Comparisons, { strict: false }).of(managerOf(service), EVERYWHERE, filing.versionId, filing.lineIds);
  return filing.lineIds.map((id) => found.get(id) as StoredComparison);
}
/** Groups as a person reads them: a change of the law in the year parts them, their reasons do not differ. */
function told({ groups }: StoredComparison): (readonly [months: number, counted: boolean, reasons: readonly string[]])[] {
  const merged = new Map<string, readonly [number, boolean, readonly string[]]>();
  for (const { months, counted, findings } of groups) {
    const reasons = findings.map(({ answer, code }) => `${answer} ${code.slice('counting.finding.'.length)}`);
    const key = JSON.stringify([counted, reasons]);
    merged.set(key, [months | (merged.get(key)?.[0] ?? 0), counted, reasons]);
  }
  return [...merged.values()];
}

async function proved(filing: TestFiling, at: number, grade = 3): Promise<void> {
  const person = filing.persons[at] as string;
  await insured(service, pensions, person, filing.uscc);
  await paid(service, wages, person, filing.uscc, 4000);
  await certified(service, cards, person, [['2018-01-01', grade]]);
}

describe('a line', () => {
  it('that registers prove in every month counts without a word, with who told it and as of when', async () => {
    const filing = await aSubmittedFiling(service, [{}], { regionCode: HUZHOU });
    await proved(filing, 0);
    expect(await compare(filing)).toEqual({ lines: 1, paper: 0, doubtful: 0 });
    const [line] = await of(filing);
    expect(told(line as StoredComparison)).toEqual([[ALL_MONTHS, true, []]]);
    expect(line).toMatchObject({ counted: ALL_MONTHS, provisional: 0, doubled: 0, paper: 0, insured: ALL_MONTHS, contracted: ALL_MONTHS, notes: [] });
    expect(line?.sources).toEqual({
      certificate: { source: '残疾人人口基础数据库', asOf: '2026-04-01T00:00:00.000Z' }, insurance: { source: '市医疗保障局', asOf: '2026-04-01T00:00:00.000Z' }, wage: { source: '税务', asOf: '2026-04-01T00:00:00.000Z' },
    });
  });

  it('of which no register is loaded is not known, and is never refused for it', async () => {
    const filing = await aSubmittedFiling(service, [{}], { regionCode: '330503' });
    expect(await compare(filing)).toMatchObject({ lines: 1, paper: 1, doubtful: 1 });
    const [line] = await of(filing);
    expect(told(line as StoredComparison)).toEqual([[ALL_MONTHS, true, ['unknown_fact certificate_validity_unknown', 'unknown_fact certificate_issue_unknown', 'unknown_fact wage_unknown', 'unknown_fact pension_insurance_unknown', 'unknown_fact medical_insurance_unknown']]]);
    expect(line).toMatchObject({ counted: ALL_MONTHS, provisional: ALL_MONTHS, paper: ALL_MONTHS, sources: {} });
  });

  it('that a complete register does not know is unmet inside the coverage, and not known outside', async () => {
    for (const kind of ['pension', 'medical', 'wage']) await covers(service, kind === 'wage' ? wages : pensions, kind, '330521', 202504, 202512);
    const filing = await aSubmittedFiling(service, [{}], { regionCode: '330521' });
    await certified(service, cards, filing.persons[0] as string, [['2018-01-01', 3]]);
    await compare(filing);
    expect(told((await of(filing))[0] as StoredComparison)).toEqual([
      [ALL_MONTHS & ~from(4), true, ['unknown_fact wage_unknown', 'unknown_fact pension_insurance_unknown', 'unknown_fact medical_insurance_unknown']],
      [from(4), false, ['unmet wage_below_minimum', 'unmet pension_insurance_unpaid', 'unmet medical_insurance_unpaid']],
    ]);
  });

  it('counts insurance of its own employer only, its branches and merged files included', async () => {
    const filing = await aSubmittedFiling(service, [{}, {}, {}], { regionCode: HUZHOU });
    const [own, branch, other] = filing.persons as [string, string, string];
    await managerOf(service).query(`INSERT INTO employer_establishment (id, employer_id, name, uscc, region_code) VALUES (gen_random_uuid(), $1, '分公司', '91999999MA99999999', $2)`, [filing.employerId, HUZHOU]);
    await insured(service, pensions, own, filing.uscc, from(7));
    await insured(service, pensions, branch, '91999999MA99999999');
    await insured(service, pensions, other, '91999999MA88888888');
    await compare(filing);
    expect((await of(filing)).map(({ insured: months }) => months)).toEqual([from(7), ALL_MONTHS, 0]);
  });

  it.each(['the employer that goes on', 'the one that was merged into it'] as const)('counts what was paid under any code of employers that stand as one, for a filing of %s', async (whose) => {
    const [filing, other] = [await aSubmittedFiling(service, [{}, {}], { regionCode: HUZHOU }), await aSubmittedFiling(service, [], { regionCode: HUZHOU })];
    const [gone, goesOn] = whose === 'the one that was merged into it' ? [filing, other] : [other, filing];
    await managerOf(service).query('UPDATE employer SET merged_into = $2 WHERE id = $1', [gone.employerId, goesOn.employerId]);
    const branch = aUscc();
    await managerOf(service).query(`INSERT INTO employer_establishment (id, employer_id, name, uscc, region_code) VALUES (gen_random_uuid(), $1, '分公司', $2, $3)`, [other.employerId, branch, HUZHOU]);
    await insured(service, pensions, filing.persons[0] as string, other.uscc, from(7));
    await insured(service, pensions, filing.persons[1] as string, branch, from(4));
    await compare(filing);
    expect((await of(filing)).map(({ insured: months }) => months)).toEqual([from(7), from(4)]);
  });

  it('of a worker who is dispatched in is proved by what the other unit paid', async () => {
    const filing = await aSubmittedFiling(service, [{ counts: 'in', otherUscc: '91999999MA77777777' }], { regionCode: HUZHOU });
    await insured(service, pensions, filing.persons[0] as string, '91999999MA77777777');
    await compare(filing);
    expect((await of(filing))[0]?.insured).toBe(ALL_MONTHS);
  });

  it('takes the grade of each month from the register and says where the line differs', async () => {
    const filing = await aSubmittedFiling(service, [{}], { regionCode: HUZHOU });
    const person = filing.persons[0] as string;
    await insured(service, pensions, person, filing.uscc);
    await paid(service, wages, person, filing.uscc, 4000);
    await certified(service, cards, person, [['2018-01-01', 2], ['2025-09-15', 3]]);
    await compare(filing);
    const [line] = await of(filing);
    expect(line?.groups.map(({ months, weight }) => [months, weight])).toEqual([[ALL_MONTHS & ~from(9), 2], [from(9), 1]]);
    expect(line).toMatchObject({ doubled: ALL_MONTHS & ~from(9), notes: [{ code: 'grade_differs', declared: 3, registered: 2 }] });
    expect(await compare(filing)).toMatchObject({ paper: 0, doubtful: 1 });
  });

  it('is answered within the months that it claims', async () => {
    const filing = await aSubmittedFiling(service, [{ months: from(11) }], { regionCode: HUZHOU });
    await proved(filing, 0);
    await compare(filing);
    expect((await of(filing))[0]).toMatchObject({ counted: from(11), insured: from(11), groups: [expect.objectContaining({ months: from(11) })] });
  });

  it('whose law we lack is no matter of the employer: nothing asks for paper', async () => {
    const filing = await aSubmittedFiling(service, [{}], { regionCode: '130102' });
    await proved(filing, 0);
    expect(await compare(filing)).toMatchObject({ lines: 1, paper: 0, doubtful: 0 });
    const [line] = await of(filing);
    expect(told(line as StoredComparison)).toEqual([[ALL_MONTHS, true, ['unknown_parameter minimum_wage_unknown']]]);
    expect(line?.groups[0]?.findings[0]?.rules.length).toBeGreaterThan(0);
  });
});

it('a repeat changes nothing; a new fact changes its own line only', async () => {
  const filing = await aSubmittedFiling(service, [{}, {}], { regionCode: HUZHOU });
  await proved(filing, 0);
  await compare(filing);
  const stamp = () => managerOf(service).query('SELECT line_id, compared_at, xmin::text FROM line_comparison WHERE version_id = $1 UNION ALL SELECT 0, compared_at, xmin::text FROM version_comparison WHERE version_id = $1 ORDER BY 1', [filing.versionId]) as Promise<{ xmin: string }[]>;
  const before = await stamp();
  await compare(filing);
  expect(await stamp()).toEqual(before);
  await insured(service, pensions, filing.persons[1] as string, filing.uscc, 1);
  await compare(filing);
  const after = await stamp();
  expect(after.map(({ xmin }, at) => xmin === before[at]?.xmin)).toEqual([true, true, false]);
});

it('a filing that was decided is left as it was decided', async () => {
  const filing = await aSubmittedFiling(service, [{}], { regionCode: HUZHOU, state: 'determined' });
  expect(await compare(filing)).toMatchObject({ lines: 0 });
  expect(await of(filing)).toEqual([undefined]);
});

describe('the doubt of a filing', () => {
  it('is the number of lines that a person must look at', async () => {
    const filing = await aSubmittedFiling(service, [{}, {}, {}], { regionCode: HUZHOU });
    await proved(filing, 0);
    await compare(filing);
    expect(await managerOf(service).query('SELECT doubt FROM declaration WHERE id = $1', [filing.declarationId])).toEqual([{ doubt: 2 }]);
  });
});

describe('statements', () => {
  const counted = (work: () => Promise<unknown>): Promise<number> => countStatements(service, work);

  it('of the comparison of a filing are as many for one line as for forty', async () => {
    const [small, large] = [await aSubmittedFiling(service, [{}], { regionCode: HUZHOU }), await aSubmittedFiling(service, Array.from({ length: 40 }, () => ({})), { regionCode: HUZHOU })];
    const [one, forty] = [await counted(() => compare(small)), await counted(() => compare(large))];
    expect([one, forty]).toEqual([forty, forty]);
    expect(forty).toBeLessThanOrEqual(25);
  });

  it('of a year are as many for one filing as for thirty', async () => {
    const year = (baseYear: number) => counted(() => service.app.nest.get(CompareYear, { strict: false }).run(EVERYWHERE, baseYear, () => undefined));
    await aSubmittedFiling(service, [{}], { regionCode: HUZHOU, baseYear: 2021 });
    for (let at = 0; at < 30; at += 1) await aSubmittedFiling(service, [{}, {}], { regionCode: HUZHOU, baseYear: 2020 });
    expect(await year(2020)).toBe(await year(2021));
  });

  it('of a page of lines are as many for one line as for forty, and one list of conflicts or signals is one', async () => {
    const filing = await aSubmittedFiling(service, Array.from({ length: 40 }, () => ({})), { regionCode: HUZHOU });
    await compare(filing);
    const reviewer = await signedInAs(service, { role: 'first_reviewer', regionCode: HUZHOU });
    const page = (limit: number) => counted(async () => { expect((await reviewer.get(`/api/v1/filings/${filing.declarationId}/comparison/lines?limit=${limit}`)).status).toBe(200); });
    await page(1);
    expect(await page(1)).toBe(await page(40));
    const list = (path: string) => counted(async () => { expect((await reviewer.get(path)).status).toBe(200); });
    expect(await list('/api/v1/conflicts')).toBe(await list('/api/v1/signals'));
  });
});

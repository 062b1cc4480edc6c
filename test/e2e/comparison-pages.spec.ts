import { UnitOfWork } from '../../src/platform/database/index.js';
import { CompareOne } from '../../src/quota/comparison/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { aBatch, aSubmittedFiling, aWorkerId, insured, paid, type TestFiling } from '../support/comparison.js';
import { readerOf, type FormReader } from '../support/form-reader.js';
import { managerOf, signedInAs, type Actor } from '../support/members.js';

jest.setTimeout(180_000);

const REGION = '330502';
let service: TestApp;
let reviewer: Actor;
beforeAll(async () => {
  service = await startTestApp();
  reviewer = await signedInAs(service, { role: 'first_reviewer', regionCode: REGION });
});
afterAll(() => service.close());

const browserOf = (actor: Actor, language: '' | '/en' = ''): FormReader => readerOf(service, actor, language);
const compare = (filing: TestFiling) => service.app.nest.get(UnitOfWork).run((tx) => service.app.nest.get(CompareOne, { strict: false }).run(tx, { kind: 'region', prefix: '' }, { id: filing.declarationId, baseYear: 2025 }));
const clerkOf = ({ employerId }: TestFiling): Promise<Actor> => signedInAs(service, { role: 'employer_clerk', organisationId: employerId, employerId });

it('a reviewer settles a conflict month by month, without script; both clerks read what came of it, and nothing of each other', async () => {
  const citizenId = aWorkerId();
  const [a, b] = [await aSubmittedFiling(service, [{ citizenId, months: 0b11 }], { regionCode: REGION, name: '甲厂' }), await aSubmittedFiling(service, [{ citizenId, months: 0b11 }], { regionCode: REGION, name: '乙厂' })];
  for (const filing of [a, b]) await compare(filing);
  const own = browserOf(await clerkOf(a));
  await own.open(`/filings/${a.declarationId}/results`);
  expect(own.words).toContain('1–2 月 别的单位也申报了');
  expect(own.words).not.toContain('乙厂');
  expect(own.words).not.toContain(b.uscc);

  const desk = browserOf(reviewer);
  await desk.open('/conflicts');
  await desk.open(/href="(\/conflicts\/[^"]+)"/.exec(desk.html)?.[1] ?? '');
  expect(desk.heading).toBe('2025 年度重复申报');
  await desk.send({});
  expect([desk.status, desk.faults.map(({ field }) => field)]).toEqual([422, ['choice']]);
  await desk.send({ choice: 'by_month', m1: a.uscc });
  expect([desk.status, desk.faults.map(({ field }) => field)]).toEqual([422, ['m2']]);
  await desk.send({ choice: 'by_month', m1: a.uscc, m2: 'none' });
  expect([desk.status, desk.faults.map(({ field }) => field)]).toEqual([422, ['reason']]);
  await desk.send({ choice: 'by_month', m1: a.uscc, m2: 'none', reason: 'contract_here', words: '电话核实' });
  expect(desk.words).toContain('裁定已经保存');

  await own.open(`/filings/${a.declarationId}/results?choice=all`);
  expect(own.words).toContain('1–2 月 有争议，已经裁定：1 月 计入本单位');
  const other = browserOf(await clerkOf(b), '/en');
  await other.open(`/filings/${b.declarationId}/results?choice=all`);
  expect(other.words).toContain('January–February were contested and are settled: they do not count with you');
});

it('the clerk is told which paper helps, and nothing of values of law that we lack; the reviewer sees both', async () => {
  // 石家庄: its minimum wage is not in our data.
  const filing = await aSubmittedFiling(service, [{}], { regionCode: '130102' });
  await insured(service, await aBatch(service, 'insurance', '市医疗保障局'), filing.persons[0] as string, filing.uscc, 0b0111_1111_1111);
  await paid(service, await aBatch(service, 'wage', '税务'), filing.persons[0] as string, filing.uscc, 4000);
  await compare(filing);
  const clerk = browserOf(await clerkOf(filing));
  await clerk.open(`/filings/${filing.declarationId}/results`);
  expect(clerk.words).toContain('当月养老保险的个人缴费证明');
  expect(clerk.words).toContain('参保：市医疗保障局，截至 2026-04-01');
  expect(clerk.words).not.toContain('最低工资标准本系统尚未收录');
  const desk = browserOf(await signedInAs(service, { role: 'second_reviewer', regionCode: '130102' }));
  await desk.open(`/filings/${filing.declarationId}/results`);
  expect(desk.words).toContain('最低工资标准本系统尚未收录');
  expect(desk.words).not.toContain('某人');
  const looks = await managerOf(service).query(`SELECT purpose FROM audit_entry WHERE kind = 'read' AND object_kind = 'registry_person' AND object_id = $1`, [filing.persons[0]]) as object[];
  expect(looks).toEqual([{ purpose: 'comparison_read' }]);
});

it('what looking into a signal came to is written down', async () => {
  const filing = await aSubmittedFiling(service, [{ residence: 'local' }, { residence: 'local' }], { regionCode: REGION, name: '丙厂' });
  const batch = await aBatch(service, 'insurance', '市医疗保障局');
  for (const person of filing.persons) await insured(service, batch, person, filing.uscc, 0b1000_0000_0000);
  await compare(filing);
  const desk = browserOf(reviewer);
  await desk.open('/signals');
  expect(desk.words).toContain('丙厂');
  await desk.open(/href="(\/signals\/[^"]+)"/.exec(desk.html)?.[1] ?? '');
  expect(desk.words).toContain('2 人中，有 2 人的参保在基准年最后 2 个月才开始');
  await desk.send({});
  expect([desk.status, desk.faults.map(({ field }) => field)]).toEqual([422, ['state']]);
  await desk.send({ state: 'to_inspect', words: '下月到厂里看' });
  expect(desk.words).toContain('您的结论已经保存');
});

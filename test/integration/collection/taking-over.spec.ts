import { systemClock } from '../../../src/kernel/clock.js';
import { addDays, type LocalDate } from '../../../src/kernel/local-date.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { BatchOut } from '../../../src/quota/collection/app/batch-out.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aBatch, aDetermination, aFiling, assessmentOf, issue, openAssessment, stateOf, type MadeDetermination, type WantedDetermination } from '../../support/collection.js';
import { anEmployer } from '../../support/employers.js';
import { aDeclaration } from '../../support/filing.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';

jest.setTimeout(120_000);

const REGION = '370322';
let app: TestApp;
let tax: Actor;
let finance: Actor;
let reviewer: Actor;
beforeAll(async () => {
  app = await startTestApp();
  tax = await signedInAs(app, { role: 'tax_liaison', regionCode: REGION });
  finance = await signedInAs(app, { role: 'finance_officer', regionCode: REGION });
  reviewer = await signedInAs(app, { role: 'second_reviewer', regionCode: REGION });
});
afterAll(() => app.close());

const today = (): LocalDate => systemClock.today();
let serial = 0;
async function send(who: Actor, party: 'tax' | 'finance', records: readonly object[]): Promise<void> {
  serial += 1;
  const text = aBatch({ party, sender: REGION, batch: `t-${serial}`, records: records.map((record, at) => ({ record: `${party}-${serial}-${at}`, baseYear: 2025, ...record })) });
  const { body } = await app.http().post(`/api/v1/${party}/imports`).set('Authorization', who.bearer).attach('file', Buffer.from(text), 'b.jsonl').expect(201);
  expect(body).toMatchObject({ rejected: 0 });
}
const detail = async (id: string) => (await reviewer.get(`/api/v1/assessments/${id}`).expect(200)).body;
const usccOf = async (employerId: string): Promise<string> => ((await managerOf(app).query('SELECT uscc FROM employer WHERE id = $1', [employerId])) as { uscc: string }[])[0]?.uscc ?? '';
const made = (wanted: WantedDetermination = {}): Promise<MadeDetermination> => aDetermination(app, { regionCode: REGION, countedMonths: 12, ...wanted });

/** The same employer and year, decided anew. */
async function corrected({ declarationId, employerId }: MadeDetermination, countedMonths: number): Promise<string> {
  const id = await issue(app, aFiling(app, declarationId, employerId, { regionCode: REGION, outcome: 'corrected', countedMonths }, 2)) ?? '';
  await openAssessment(app, id);
  return assessmentOf(app, id);
}

/** What the next batch tells the tax authority, by credit code; empty where there is nothing to send. */
async function sentNow(): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const { status, body } = await tax.post('/api/v1/tax/batches', { regionCode: REGION, baseYear: 2025 });
  if (status === 422) return new Map();
  const { text } = await tax.get(`/api/v1/tax/batches/${body.id}/lines`).expect(200);
  return new Map(text.trim().split('\n').map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>).filter(({ uscc }) => uscc !== undefined).map((line) => [String(line['uscc']), line]));
}

/** In arrears with 20,000.00, its determination sent. */
async function behind(): Promise<MadeDetermination & { readonly uscc: string }> {
  const one = await made();
  const uscc = await usccOf(one.employerId);
  await sentNow();
  await send(tax, 'tax', [
    { kind: 'declaration', uscc, on: addDays(today(), -60), due: '20000.00', relief: '0.00', payable: '20000.00', arranged: '1' },
    { kind: 'arrears', uscc, on: addDays(today(), -30), amount: '20000.00' },
  ]);
  expect(await stateOf(app, one.assessmentId)).toBe('arrears');
  return { ...one, uscc };
}

describe('a determination goes to the tax authority', () => {
  it('once more when it was corrected, though its employer is in arrears', async () => {
    const { uscc, ...one } = await behind();
    const later = await corrected(one, 24);
    expect(await stateOf(app, later)).toBe('arrears');
    expect((await sentNow()).get(uscc)).toMatchObject({ arranged: '2', corrects: true });
    expect((await sentNow()).has(uscc)).toBe(false);
  });

  it('though arrears, or a declaration of another number, were told before it', async () => {
    const employerId = await anEmployer(app, { regionCode: REGION });
    const uscc = await usccOf(employerId);
    await send(tax, 'tax', [{ kind: 'declaration', uscc, on: addDays(today(), -60), due: '20000.00', relief: '0.00', payable: '20000.00', arranged: '0' }, { kind: 'arrears', uscc, on: addDays(today(), -30), amount: '20000.00' }]);
    const { assessmentId } = await made({ employerId });
    expect(await detail(assessmentId)).toMatchObject({ state: 'arrears', side: { declaration: { arranged: '0' } }, differences: expect.arrayContaining([{ kind: 'arranged', ours: '1', theirs: '0' }]) });
    expect((await sentNow()).get(uscc)).toMatchObject({ arranged: '1', corrects: false });
  });

  it('not where its number was declared already', async () => {
    const { assessmentId, employerId } = await made();
    const uscc = await usccOf(employerId);
    await send(tax, 'tax', [{ kind: 'declaration', uscc, on: today(), due: '0.00', relief: '0.00', payable: '0.00', arranged: '1.00' }]);
    expect(await stateOf(app, assessmentId)).toBe('settled');
    expect((await sentNow()).has(uscc)).toBe(false);
  });

  it('and is held up by nobody who has an award to choose', async () => {
    await aDetermination(app, { regionCode: '310116', countedMonths: 60 });
    const below = await aDetermination(app, { regionCode: '310116', countedMonths: 12 });
    const ready = await app.app.nest.get(UnitOfWork).run((tx) => app.app.nest.get(BatchOut, { strict: false }).ready(tx, { kind: 'region', prefix: '310116' }, '310116', 2025, 1));
    expect(ready.map(({ id }) => id)).toEqual([below.assessmentId]);
  });
});

it('a job that comes late opens nothing behind the version that stands', async () => {
  const employerId = await anEmployer(app, { regionCode: REGION });
  const declarationId = await aDeclaration(app, employerId, { baseYear: 2025, regionCode: REGION, state: 'determined' });
  const issued: string[] = [];
  for (const version of [1, 2, 3]) issued.push(await issue(app, aFiling(app, declarationId, employerId, { regionCode: REGION, countedMonths: 12 * version }, version)) ?? '');
  for (const id of issued.reverse()) await openAssessment(app, id);
  const rows = await managerOf(app).query('SELECT determination_id AS id, state FROM assessment WHERE employer_id = $1', [employerId]) as unknown[];
  expect(rows).toEqual([{ id: issued[0], state: 'pending' }]);
});

describe('a corrected version goes on with', () => {
  it('the requests for relief: their decision finds them, and a decision that stands for it too', async () => {
    const { uscc, ...one } = await behind();
    const clerk = await signedInAs(app, { role: 'employer_clerk', employerId: one.employerId, organisationId: one.employerId });
    const { body: asked } = await clerk.post(`/api/v1/assessments/${one.assessmentId}/relief-requests`, { kind: 'relief', amount: '15000.00', grounds: '厂房在洪水中受损，停工三个月。' }).expect(201);
    await app.http().post(`/api/v1/relief-requests/${asked.id}/evidence`).set('Authorization', clerk.bearer).attach('file', Buffer.from('%PDF-1.7\n…'), '证明.pdf').expect(201);
    await reviewer.post(`/api/v1/relief-requests/${asked.id}/forward`, { version: 1 }).expect(204);
    const later = await corrected(one, 24);
    await send(finance, 'finance', [{ record: 'D-1', kind: 'decision', uscc, on: today(), document: '减1号', request: 'relief', outcome: 'partly', amount: '5000.00' }]);
    expect((await clerk.get(`/api/v1/relief-requests/${asked.id}`)).body).toMatchObject({ assessmentId: later, state: 'decided', decision: { amount: '5000.00' } });
    const told = async (): Promise<number> => ((await managerOf(app).query(`SELECT count(*)::int AS n FROM message WHERE account_id = $1 AND template = 'collection.relief-decided'`, [clerk.accountId])) as { n: number }[])[0]?.n ?? 0;
    expect(await told()).toBe(1);
    await send(finance, 'finance', [{ record: 'D-2', kind: 'decision', uscc, on: today(), document: '减2号', request: 'relief', outcome: 'partly', amount: '6000.00', replaces: 'D-1' }]);
    expect((await clerk.get(`/api/v1/relief-requests/${asked.id}`)).body).toMatchObject({ state: 'decided', decision: { document: '减2号', amount: '6000.00' } });
    expect((await detail(later)).side).toMatchObject({ reliefGranted: '6000.00' });
    expect(await told()).toBe(2);
  });

  it('the credit record: one of employer and year, and none for who has met the quota by now', async () => {
    const { assessmentId, ...one } = await behind();
    const { body: notice } = await reviewer.post(`/api/v1/assessments/${assessmentId}/credit-notices`, { respondBy: addDays(today(), 10) }).expect(201);
    const later = await corrected({ ...one, assessmentId }, 18);
    expect((await reviewer.post(`/api/v1/assessments/${later}/credit-notices`, { respondBy: addDays(today(), 10) })).body.code).toBe('collection.credit.already_open');
    await managerOf(app).query('UPDATE credit_record SET respond_by = $2 WHERE id = $1', [notice.id, addDays(today(), -1)]);
    const third = await issue(app, aFiling(app, one.declarationId, one.employerId, { regionCode: REGION, outcome: 'corrected', countedMonths: 60 }, 3)) ?? '';
    await openAssessment(app, third);
    expect((await reviewer.post(`/api/v1/credit-records/${notice.id}/record`, { version: 1 })).body.code).toBe('collection.credit.no_ground');
  });
});

import { addDays, type LocalDate } from '../../../src/kernel/local-date.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { ExpireOrdersJob } from '../../../src/quota/collection/app/expire-orders.job.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aBatch, aDetermination, stateOf, type MadeDetermination } from '../../support/collection.js';
import { FormReader } from '../../support/form-reader.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';

jest.setTimeout(120_000);

let app: TestApp;
let tax: Actor;
let finance: Actor;
let reviewer: Actor;
beforeAll(async () => {
  app = await startTestApp();
  tax = await signedInAs(app, { role: 'tax_liaison' });
  finance = await signedInAs(app, { role: 'finance_officer' });
  reviewer = await signedInAs(app, { role: 'second_reviewer' });
});
afterAll(() => app.close());

function browserOf(actor: Actor): FormReader {
  const reader = new FormReader(app, '');
  (reader.raw() as unknown as { jar: { setCookie(text: string): void } }).jar.setCookie(actor.cookie);
  return reader;
}

const today = (): LocalDate => systemClock.today();
let serial = 0;
const batchOf = (party: 'tax' | 'finance', records: readonly object[]): string => aBatch({ party, batch: `a-${serial += 1}`, records: records.map((record, at) => ({ record: `${party}-${serial}-${at}`, baseYear: 2025, ...record })) });
const send = (who: Actor, party: 'tax' | 'finance', records: readonly object[]) =>
  app.http().post(`/api/v1/${party}/imports`).set('Authorization', who.bearer).attach('file', Buffer.from(batchOf(party, records)), 'b.jsonl').expect(201).then(({ body }) => { expect(body).toMatchObject({ rejected: 0 }); });
const nightly = (): Promise<void> => app.app.nest.get(ExpireOrdersJob, { strict: false }).handle(null, { signal: new AbortController().signal });
const detail = async (who: Actor, id: string) => (await who.get(`/api/v1/assessments/${id}`).expect(200)).body;

/** Somebody who declared 20,000.00 and has owed it for `days` days, today included. */
async function behind(days: number): Promise<MadeDetermination & { readonly uscc: string; readonly clerk: Actor }> {
  const made = await aDetermination(app, { countedMonths: 12, staff: '100' });
  const { uscc } = await detail(reviewer, made.assessmentId);
  await send(tax, 'tax', [
    { kind: 'declaration', uscc, on: addDays(today(), -days - 30), due: '20000.00', relief: '0.00', payable: '20000.00' },
    { kind: 'arrears', uscc, on: addDays(today(), 1 - days), amount: '20000.00' },
  ]);
  return { ...made, uscc, clerk: await signedInAs(app, { role: 'employer_clerk', employerId: made.employerId, organisationId: made.employerId }) };
}

const order = (id: string, over: object = {}) =>
  finance.post(`/api/v1/assessments/${id}/orders`, { document: '张财责字〔2026〕1号', issuedOn: addDays(today(), -20), expiresOn: addDays(today(), -1), amount: '20000.00', ...over });

describe('arrears', () => {
  it('cost nothing without an order, 5 per mille a day from their first day once it has expired, and never more than the principal', async () => {
    const { assessmentId } = await behind(30);
    expect(await detail(finance, assessmentId)).toMatchObject({ state: 'arrears', lateFee: null, outstanding: '20000.00' });
    await order(assessmentId, { expiresOn: today() }).expect(204);
    expect(await detail(finance, assessmentId)).toMatchObject({ state: 'ordered', lateFee: { fee: '0.00' } });
    const other = await behind(30);
    await order(other.assessmentId).expect(204);
    expect(await detail(finance, other.assessmentId)).toMatchObject({ state: 'late_fee', lateFee: { days: 30, fee: '3000.00', principal: '20000.00', daily: { value: '0.005', confirmed: true } } });
    const long = await behind(201);
    await order(long.assessmentId).expect(204);
    expect((await detail(finance, long.assessmentId)).lateFee).toMatchObject({ days: 201, fee: '20000.00' });
  });

  it('an order expires by itself at the end of its term', async () => {
    const { assessmentId } = await behind(10);
    await order(assessmentId, { expiresOn: today() }).expect(204);
    await managerOf(app).query(`UPDATE collection_record SET until_on = $2 WHERE assessment_id = $1 AND kind = 'order'`, [assessmentId, addDays(today(), -1)]);
    await nightly();
    expect(await stateOf(app, assessmentId)).toBe('late_fee');
  });

  it('an order expires by the term that stands: one that was replaced by a shorter one does not hold it', async () => {
    const { assessmentId, uscc } = await behind(30);
    const issued = { kind: 'order', uscc, on: addDays(today(), -20), document: '责令9号', amount: '20000.00' };
    await send(finance, 'finance', [{ ...issued, record: 'O-long', until: addDays(today(), 400) }]);
    await send(finance, 'finance', [{ ...issued, record: 'O-short', until: today(), replaces: 'O-long' }]);
    await managerOf(app).query(`UPDATE collection_record SET until_on = $2 WHERE assessment_id = $1 AND record_key = 'O-short'`, [assessmentId, addDays(today(), -1)]);
    await nightly();
    expect(await stateOf(app, assessmentId)).toBe('late_fee');
  });

  it('of somebody who never declared end with the payment, and cost nothing where that came within the term', async () => {
    const made = await aDetermination(app, { countedMonths: 12, staff: '100' });
    const { uscc } = await detail(reviewer, made.assessmentId);
    await send(tax, 'tax', [{ kind: 'payment', uscc, on: addDays(today(), -50), amount: '1000.00' }, { kind: 'arrears', uscc, on: addDays(today(), -40), amount: '20000.00' }]);
    await order(made.assessmentId, { issuedOn: addDays(today(), -30), expiresOn: addDays(today(), -10) }).expect(204);
    expect(await detail(finance, made.assessmentId)).toMatchObject({ state: 'late_fee', owed: '21000.00', outstanding: '20000.00' });
    await send(tax, 'tax', [{ kind: 'payment', uscc, on: addDays(today(), -15), amount: '20000.00' }]);
    expect(await detail(finance, made.assessmentId)).toMatchObject({ state: 'settled', owed: '21000.00', outstanding: '0.00', overpaid: '0.00', lateFee: { fee: '0.00' } });
  });

  it('the late fee stops on the day of payment, and is owed until it is paid too', async () => {
    const { assessmentId, uscc } = await behind(30);
    await order(assessmentId).expect(204);
    await send(tax, 'tax', [{ kind: 'payment', uscc, on: today(), amount: '20000.00' }]);
    expect(await detail(finance, assessmentId)).toMatchObject({ state: 'paid', lateFee: { days: 30, fee: '3000.00', paid: '0.00' } });
    await send(tax, 'tax', [{ kind: 'late_fee', uscc, on: today(), amount: '3000.00' }]);
    expect(await stateOf(app, assessmentId)).toBe('settled');
  });

  it('orders are for those who are behind, of days that have been, and can be taken back', async () => {
    const calm = await aDetermination(app);
    const refused = async (id: string, over: object): Promise<string> => (await order(id, over)).body.code as string;
    expect(await refused(calm.assessmentId, {})).toBe('collection.order.not_behind');
    const { assessmentId, clerk } = await behind(5);
    expect(await refused(assessmentId, { issuedOn: addDays(today(), 1) })).toBe('collection.order.in_future');
    expect(await refused(assessmentId, { expiresOn: addDays(today(), -30) })).toBe('collection.order.term');
    expect(await refused(assessmentId, { amount: '0' })).toBe('collection.order.amount');
    expect((await clerk.post(`/api/v1/assessments/${assessmentId}/orders`, {})).status).toBe(403);
    await order(assessmentId).expect(204);
    const { records } = await detail(finance, assessmentId) as { records: { id: string; kind: string; record: string }[] };
    const [entered] = records.filter(({ kind }) => kind === 'order');
    await finance.post(`/api/v1/assessments/${assessmentId}/orders/${entered?.id}/withdraw`, { reason: 'mistake' }).expect(204);
    expect(await detail(finance, assessmentId)).toMatchObject({ state: 'arrears', lateFee: null });
    expect((await finance.post(`/api/v1/assessments/${assessmentId}/orders/${entered?.id}/withdraw`, { reason: 'mistake' })).body.code).toBe('collection.order.not_found');
    const declared = records.find(({ kind }) => kind === 'declaration');
    expect((await finance.post(`/api/v1/assessments/${assessmentId}/orders/${declared?.id}/withdraw`, { reason: 'mistake' })).body.code).toBe('collection.order.not_found');
  });

  it('come as batches of the finance department too', async () => {
    const { assessmentId, uscc } = await behind(30);
    await send(finance, 'finance', [{ kind: 'warning', uscc, on: addDays(today(), -25), document: '警告1号' }, { kind: 'order', uscc, on: addDays(today(), -20), until: addDays(today(), -1), document: '责令1号', amount: '20000.00' }]);
    expect(await detail(finance, assessmentId)).toMatchObject({ state: 'late_fee', lateFee: { fee: '3000.00' } });
    expect((await app.http().post('/api/v1/finance/imports').set('Authorization', tax.bearer).attach('file', Buffer.from('x'), 'b')).status).toBe(403);
  });
});

const PDF = Buffer.from('%PDF-1.7\n…');
const addPaper = (who: Actor, id: string, bytes: Buffer = PDF) => app.http().post(`/api/v1/relief-requests/${id}/evidence`).set('Authorization', who.bearer).attach('file', bytes, '损失证明.pdf');

describe('hardship relief and deferral', () => {
  it('is asked for with papers, forwarded, decided elsewhere, and taken off what is owed', async () => {
    const { assessmentId, clerk } = await behind(10);
    const grounds = '厂房在洪水中受损，机器全部报废，停工三个月。';
    const { body: made } = await clerk.post(`/api/v1/assessments/${assessmentId}/relief-requests`, { kind: 'relief', amount: '15000.00', grounds }).expect(201);
    expect((await clerk.post(`/api/v1/assessments/${assessmentId}/relief-requests`, { kind: 'relief', amount: '1.00', grounds })).body.code).toBe('collection.relief.already_open');
    expect((await reviewer.post(`/api/v1/relief-requests/${made.id}/forward`, { version: 1 })).body.code).toBe('collection.relief.without_evidence');
    expect((await addPaper(clerk, made.id, Buffer.from('MZ…'))).body.code).toBe('collection.relief.evidence_kind');
    const { body: paper } = await addPaper(clerk, made.id).expect(201);
    const [stored] = await managerOf(app).query('SELECT name, content FROM relief_evidence WHERE id = $1', [paper.id]) as { name: string; content: string }[];
    const [request] = await managerOf(app).query('SELECT grounds FROM relief_request WHERE id = $1', [made.id]) as { grounds: string }[];
    expect(`${stored?.name}${stored?.content}${request?.grounds}`).not.toMatch(/损失|洪水|JVBERi/);
    await reviewer.post(`/api/v1/relief-requests/${made.id}/forward`, { version: 1 }).expect(204);
    expect((await finance.get(`/api/v1/relief-requests/${made.id}/evidence/${paper.id}`).expect(200)).headers['content-type']).toBe('application/pdf');
    expect((await finance.get(`/api/v1/relief-requests/${made.id}`)).body).toMatchObject({ state: 'forwarded', grounds, evidence: [{ name: '损失证明.pdf', mediaType: 'application/pdf' }] });
    expect((await reviewer.post(`/api/v1/relief-requests/${made.id}/decide`, {})).status).toBe(403);
    expect((await finance.post(`/api/v1/relief-requests/${made.id}/decide`, { version: 1, outcome: 'granted', document: 'x', decidedOn: today(), amount: '1.00' })).body.code).toBe('collection.relief.stale');
    await finance.post(`/api/v1/relief-requests/${made.id}/decide`, { version: 2, outcome: 'partly', document: '张财减〔2026〕2号', decidedOn: today(), amount: '12000.00' }).expect(204);
    expect((await clerk.get(`/api/v1/relief-requests/${made.id}`)).body).toMatchObject({ state: 'decided', decision: { outcome: 'partly', amount: '12000.00' } });
    expect(await detail(clerk, assessmentId)).toMatchObject({ owed: '8000.00', outstanding: '8000.00', state: 'arrears' });
    const reads = await managerOf(app).query(`SELECT 1 FROM audit_entry WHERE kind = 'read' AND object_id = $1`, [made.id]) as unknown[];
    expect(reads).toHaveLength(1);
  });

  it('stays within what the law allows', async () => {
    const { assessmentId, clerk } = await behind(10);
    const ask = async (over: object): Promise<string> => (await clerk.post(`/api/v1/assessments/${assessmentId}/relief-requests`, { grounds: '遇到不可抗力，损失很大。', ...over })).body.code as string;
    expect(await ask({ kind: 'relief', amount: '20000.01' })).toBe('collection.relief.amount_above');
    expect(await ask({ kind: 'relief' })).toBe('collection.relief.amount');
    expect(await ask({ kind: 'deferral', months: 7 })).toBe('collection.relief.months_above');
    expect(await ask({ kind: 'deferral' })).toBe('collection.relief.months');
  });

  it('never comes to more than a year\'s levy, however often it is granted', async () => {
    const { assessmentId, uscc, clerk } = await behind(10);
    await send(finance, 'finance', [{ kind: 'decision', uscc, on: today(), document: '减1号', request: 'relief', outcome: 'partly', amount: '12000.00' }]);
    const ask = (amount: string) => clerk.post(`/api/v1/assessments/${assessmentId}/relief-requests`, { kind: 'relief', amount, grounds: '遇到不可抗力，损失很大。' });
    expect((await ask('8000.01')).body.code).toBe('collection.relief.amount_above');
    await ask('8000.00').expect(201);
  });

  it('is neither asked for nor offered where nothing is owed', async () => {
    const grounds = '遇到不可抗力，损失很大。';
    const met = await aDetermination(app, { countedMonths: 60 });
    const cleared = await behind(10);
    const clerkOf = (employerId: string): Promise<Actor> => signedInAs(app, { role: 'employer_clerk', employerId, organisationId: employerId });
    const pageOf = async (clerk: Actor, id: string): Promise<string> => (await app.http().get(`/assessments/${id}`).set({ Accept: 'text/html', Cookie: clerk.cookie }).expect(200)).text;
    expect(await pageOf(cleared.clerk, cleared.assessmentId)).toContain(`/assessments/${cleared.assessmentId}/relief`);
    await send(tax, 'tax', [{ kind: 'payment', uscc: cleared.uscc, on: today(), amount: '20000.00' }]);
    for (const [clerk, id] of [[await clerkOf(met.employerId), met.assessmentId], [cleared.clerk, cleared.assessmentId]] as const) {
      for (const wish of [{ kind: 'relief', amount: '1.00' }, { kind: 'deferral', months: 1 }]) {
        expect((await clerk.post(`/api/v1/assessments/${id}/relief-requests`, { ...wish, grounds })).body.code).toBe('collection.relief.nothing_owed');
      }
      const text = await pageOf(clerk, id);
      expect(text).toContain('这个年度现在没有要缴的钱');
      expect(text).not.toContain(`/assessments/${id}/relief`);
      // Whoever comes by the address alone finds no form either.
      const reader = await browserOf(clerk).open(`/assessments/${id}/relief`);
      expect([reader.words.includes('这个年度现在没有要缴的钱'), reader.html.includes('name="grounds"')]).toEqual([true, false]);
    }
  });

  it('a deferral that is imported holds the late fee off, and is published without a person', async () => {
    const { assessmentId, uscc, clerk } = await behind(30);
    const { body: made } = await clerk.post(`/api/v1/assessments/${assessmentId}/relief-requests`, { kind: 'deferral', months: 3, grounds: '遇到不可抗力，损失很大。' }).expect(201);
    await addPaper(clerk, made.id).expect(201);
    await reviewer.post(`/api/v1/relief-requests/${made.id}/forward`, { version: 1 }).expect(204);
    await order(assessmentId).expect(204);
    await send(finance, 'finance', [{ kind: 'decision', uscc, on: addDays(today(), -25), until: addDays(today(), -5), document: '缓1号', request: 'deferral', outcome: 'granted' }]);
    expect((await clerk.get(`/api/v1/relief-requests/${made.id}`)).body.state).toBe('decided');
    expect((await detail(finance, assessmentId)).lateFee).toMatchObject({ from: addDays(today(), -4), days: 5, fee: '500.00' });
    const year = Number(addDays(today(), -25).slice(0, 4));
    // Asked for at the finance department itself, and its decision put right afterwards.
    const elsewhere = await behind(30);
    const decided = { kind: 'decision', uscc: elsewhere.uscc, on: addDays(today(), -25), request: 'relief', outcome: 'partly' };
    await send(finance, 'finance', [{ ...decided, record: 'E-7', document: '减7号', amount: '6000.00' }]);
    await send(finance, 'finance', [{ ...decided, record: 'E-8', document: '减8号', amount: '7000.00', replaces: 'E-7' }]);
    const { body: notice } = await finance.post('/api/v1/relief-requests/publication', { regionCode: '370303', baseYear: year, closesOn: addDays(today(), 10) }).expect(201);
    const { body: lines } = await app.http().get(`/api/v1/notices/${notice.id}/lines`).expect(200);
    expect(lines.items).toContainEqual(expect.objectContaining({ uscc, reliefKind: 'deferral', deferralMonths: 1, required: null, arranged: null, reliefRegion: '370303', reliefDocument: '缓1号' }));
    expect(lines.items).toContainEqual(expect.objectContaining({ uscc: elsewhere.uscc, reliefKind: 'relief', reliefAmount: '700000', reliefDocument: '减8号' }));
    expect(lines.items).not.toContainEqual(expect.objectContaining({ reliefDocument: '减7号' }));
    const { text: table } = await app.http().get(`/notices/${notice.id}/lines.csv`).expect(200);
    expect(table).toContain('"山东省淄博市张店区财政部门 缓1号"');
    expect((await app.http().get(`/notices/${notice.id}`).expect(200)).text).toContain('主要理由：因不可抗力受到重大直接经济损失。');
    expect(JSON.stringify(lines)).not.toContain('不可抗力');
    // Once a year; whoever wants it anew takes the first back.
    expect((await finance.post('/api/v1/relief-requests/publication', { regionCode: '370303', baseYear: year, closesOn: addDays(today(), 10) })).body.code).toBe('determinations.notice.already_published');
  });

  it('while a deferral runs nobody is told of the credit record and no order expires; its end puts the employer behind', async () => {
    const decision = (uscc: string, until: LocalDate, over: object = {}) => ({ kind: 'decision', uscc, on: addDays(today(), -2), until, document: '缓9号', request: 'deferral', outcome: 'granted', ...over });
    const late = await behind(30);
    await order(late.assessmentId, { expiresOn: today() }).expect(204);
    await send(finance, 'finance', [decision(late.uscc, addDays(today(), 90))]);
    await managerOf(app).query(`UPDATE collection_record SET until_on = $2 WHERE assessment_id = $1 AND kind = 'order'`, [late.assessmentId, addDays(today(), -1)]);
    await nightly();
    expect(await stateOf(app, late.assessmentId)).toBe('ordered');
    const notice = () => reviewer.post(`/api/v1/assessments/${late.assessmentId}/credit-notices`, { respondBy: addDays(today(), 10) });
    expect((await notice()).body.code).toBe('collection.credit.no_ground');
    // Granted before the arrears were told, it kept the employer from being behind.
    const made = await aDetermination(app, { countedMonths: 12, staff: '100' });
    const { uscc } = await detail(reviewer, made.assessmentId);
    await send(finance, 'finance', [decision(uscc, addDays(today(), 1), { record: 'F-1' })]);
    await send(tax, 'tax', [{ kind: 'declaration', uscc, on: addDays(today(), -60), due: '20000.00', relief: '0.00', payable: '20000.00' }, { kind: 'arrears', uscc, on: addDays(today(), -30), amount: '20000.00' }]);
    await nightly();
    expect(await stateOf(app, made.assessmentId)).toBe('declared');
    await managerOf(app).query(`UPDATE collection_record SET until_on = $1 WHERE until_on > $1 AND kind = 'decision'`, [addDays(today(), -1)]);
    await nightly();
    expect([await stateOf(app, made.assessmentId), await stateOf(app, late.assessmentId)]).toEqual(['arrears', 'late_fee']);
    await notice().expect(201);
  });

  it('no late fee runs on what was relieved after the order', async () => {
    const { assessmentId, uscc } = await behind(30);
    await order(assessmentId).expect(204);
    const relieved = (amount: string) => send(finance, 'finance', [{ kind: 'decision', uscc, on: addDays(today(), -3), document: '减9号', request: 'relief', outcome: 'partly', amount }]);
    await relieved('12000.00');
    expect((await detail(finance, assessmentId)).lateFee).toMatchObject({ principal: '8000.00', days: 30, fee: '1200.00' });
    await relieved('8000.00');
    expect(await detail(finance, assessmentId)).toMatchObject({ state: 'settled', lateFee: null });
  });

  it('is taken back by who asked, and lies in its scope', async () => {
    const { assessmentId, clerk } = await behind(5);
    const { body: made } = await clerk.post(`/api/v1/assessments/${assessmentId}/relief-requests`, { kind: 'deferral', months: 1, grounds: '遇到不可抗力，损失很大。' }).expect(201);
    const stranger = await signedInAs(app, { role: 'employer_clerk' });
    expect((await stranger.get(`/api/v1/relief-requests/${made.id}`)).status).toBe(404);
    expect((await stranger.post(`/api/v1/relief-requests/${made.id}/withdraw`, { version: 1 })).status).toBe(404);
    await clerk.post(`/api/v1/relief-requests/${made.id}/withdraw`, { version: 1 }).expect(204);
    expect((await addPaper(clerk, made.id)).body.code).toBe('collection.relief.act_not_possible');
  });
});

describe('the credit record', () => {
  it('is told beforehand, entered after the term, taken out on repair, and exported by change', async () => {
    const { assessmentId, uscc, clerk } = await behind(10);
    expect((await reviewer.post(`/api/v1/assessments/${assessmentId}/credit-notices`, { respondBy: today() })).body.code).toBe('collection.credit.term');
    const { body: made } = await reviewer.post(`/api/v1/assessments/${assessmentId}/credit-notices`, { respondBy: addDays(today(), 10) }).expect(201);
    expect((await reviewer.post(`/api/v1/assessments/${assessmentId}/credit-notices`, { respondBy: addDays(today(), 10) })).body.code).toBe('collection.credit.already_open');
    expect((await reviewer.post(`/api/v1/credit-records/${made.id}/record`, { version: 1 })).body.code).toBe('collection.credit.term_runs');
    await managerOf(app).query('UPDATE credit_record SET respond_by = $2 WHERE id = $1', [made.id, addDays(today(), -1)]);
    await reviewer.post(`/api/v1/credit-records/${made.id}/record`, { version: 1 }).expect(204);
    const lines = async (after: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
      const { text } = await reviewer.get(`/api/v1/credit-records/export?after=${after}`).expect(200);
      return text.trim().split('\n').map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    };
    const [header, entered, trailer] = await lines('0');
    expect(entered).toMatchObject({ state: 'recorded', uscc, baseYear: 2025, removedOn: null });
    expect(trailer).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/), seal: { algorithm: 'ed25519' } });
    const reminded = async (): Promise<number> => ((await managerOf(app).query(`SELECT count(*)::int AS n FROM message WHERE account_id = $1 AND template = 'collection.credit-repaired'`, [reviewer.accountId])) as { n: number }[])[0]?.n ?? 0;
    await send(tax, 'tax', [{ kind: 'payment', uscc, on: today(), amount: '19999.00' }]);
    expect(await reminded()).toBe(0);
    await send(tax, 'tax', [{ kind: 'payment', uscc, on: today(), amount: '1.00' }]);
    await send(tax, 'tax', [{ kind: 'late_fee', uscc, on: today(), amount: '0.00' }]);
    expect(await reminded()).toBe(1);
    await reviewer.post(`/api/v1/credit-records/${made.id}/remove`, { version: 2, reason: 'paid' }).expect(204);
    expect((await lines(String(header?.['until'])))[1]).toMatchObject({ state: 'removed', reason: 'paid' });
    expect((await reviewer.post(`/api/v1/credit-records/${made.id}/remove`, { version: 3, reason: 'paid' })).body.code).toBe('collection.credit.act_not_possible');
    expect((await clerk.get('/api/v1/credit-records')).body.items).toEqual([expect.objectContaining({ id: made.id, state: 'removed' })]);
    const told = await managerOf(app).query('SELECT template FROM message WHERE account_id = $1 ORDER BY created_at, template', [clerk.accountId]) as { template: string }[];
    expect(told.map(({ template }) => template)).toEqual(expect.arrayContaining(['collection.credit-noticed', 'collection.credit-changed']));
  });

  describe('after its notice', () => {
    const noticed = async (): Promise<{ readonly id: string; readonly clerk: Actor }> => {
      const { assessmentId, clerk } = await behind(10);
      const { body } = await reviewer.post(`/api/v1/assessments/${assessmentId}/credit-notices`, { respondBy: addDays(today(), 10) }).expect(201);
      return { id: body.id as string, clerk };
    };
    const recordOf = async (who: Actor, id: string) => (await who.get(`/api/v1/credit-records/${id}/objection`).expect(200)).body as Readonly<Record<string, unknown>>;
    const over = (id: string) => managerOf(app).query('UPDATE credit_record SET respond_by = $2 WHERE id = $1', [id, addDays(today(), -1)]);
    const templatesOf = async (who: Actor): Promise<readonly string[]> => (await managerOf(app).query('SELECT template FROM message WHERE account_id = $1', [who.accountId]) as { template: string }[]).map(({ template }) => template);
    const WORDS = '我单位 10 月已经缴清，附缴款凭证号。';

    it('can be objected to; nothing is entered before the answer; upheld, nothing is entered at all', async () => {
      const { id, clerk } = await noticed();
      expect((await reviewer.post(`/api/v1/credit-records/${id}/answer`, { version: 1, outcome: 'upheld', answer: 'x' })).body.code).toBe('collection.credit.objection_none');
      expect((await clerk.post(`/api/v1/credit-records/${id}/objection`, { version: 1 })).status).toBe(422);
      await clerk.post(`/api/v1/credit-records/${id}/objection`, { version: 1, words: WORDS }).expect(204);
      expect((await clerk.post(`/api/v1/credit-records/${id}/objection`, { version: 2, words: WORDS })).body.code).toBe('collection.credit.objection_made');
      expect(await recordOf(reviewer, id)).toMatchObject({ state: 'noticed', version: 2, objection: { words: WORDS, outcome: null, answer: null } });
      expect(await templatesOf(reviewer)).toContain('collection.credit-objected');
      await over(id);
      expect((await reviewer.post(`/api/v1/credit-records/${id}/record`, { version: 2 })).body.code).toBe('collection.credit.objection_open');
      expect((await reviewer.post(`/api/v1/credit-records/${id}/drop`, { version: 2, reason: 'objection_upheld' })).body.code).toBe('collection.credit.objection_open');
      expect((await clerk.post(`/api/v1/credit-records/${id}/answer`, { version: 2, outcome: 'upheld', answer: 'x' })).status).toBe(403);
      await reviewer.post(`/api/v1/credit-records/${id}/answer`, { version: 2, outcome: 'upheld', answer: '经核对，确已缴清。' }).expect(204);
      expect(await recordOf(clerk, id)).toMatchObject({ state: 'dropped', endReason: 'objection_upheld', objectionOutcome: 'upheld', objection: { outcome: 'upheld', answer: '经核对，确已缴清。' } });
      expect(await templatesOf(clerk)).toContain('collection.credit-answered');
      const [row] = await managerOf(app).query('SELECT words, answer FROM credit_objection WHERE record_id = $1', [id]) as { words: string; answer: string }[];
      expect(`${row?.words}${row?.answer}`).not.toMatch(/缴清/);
    });

    it('rejected with a reason, the notice stands and is entered when its term is over', async () => {
      const { id, clerk } = await noticed();
      await clerk.post(`/api/v1/credit-records/${id}/objection`, { version: 1, words: WORDS }).expect(204);
      expect((await reviewer.post(`/api/v1/credit-records/${id}/answer`, { version: 1, outcome: 'rejected', answer: '没有凭证。' })).body.code).toBe('collection.credit.stale');
      await reviewer.post(`/api/v1/credit-records/${id}/answer`, { version: 2, outcome: 'rejected', answer: '没有凭证。' }).expect(204);
      expect((await reviewer.post(`/api/v1/credit-records/${id}/answer`, { version: 3, outcome: 'upheld', answer: 'x' })).body.code).toBe('collection.credit.objection_none');
      expect((await reviewer.post(`/api/v1/credit-records/${id}/record`, { version: 3 })).body.code).toBe('collection.credit.term_runs');
      await over(id);
      await reviewer.post(`/api/v1/credit-records/${id}/record`, { version: 3 }).expect(204);
      expect(await recordOf(clerk, id)).toMatchObject({ state: 'recorded', objection: { outcome: 'rejected', answer: '没有凭证。' } });
    });

    it('the term over, or of another employer, there is no objection', async () => {
      const { id, clerk } = await noticed();
      const { clerk: stranger } = await noticed();
      expect((await stranger.post(`/api/v1/credit-records/${id}/objection`, { version: 1, words: WORDS })).status).toBe(404);
      await over(id);
      expect((await clerk.post(`/api/v1/credit-records/${id}/objection`, { version: 1, words: WORDS })).body).toMatchObject({ code: 'collection.credit.objection_late', params: { until: addDays(today(), -1) } });
    });

    it('is objected to and answered on its page', async () => {
      const { id, clerk } = await noticed();
      const employer = browserOf(clerk);
      await employer.open(`/credit-records/${id}`);
      await employer.send({ words: '' }, '/objection');
      expect([employer.status, employer.faults.map(({ field }) => field)]).toEqual([422, ['words']]);
      await employer.send({ words: WORDS }, '/objection');
      expect(employer.words).toContain('等待答复');
      const officer = browserOf(reviewer);
      await officer.open(`/credit-records/${id}`);
      expect(officer.words).toContain(WORDS);
      expect(officer.words).toContain('单位的异议还没有答复，答复以后才能记入');
      await officer.send({ outcome: 'rejected', answer: '' }, '/answer');
      expect([officer.status, officer.faults.map(({ field }) => field)]).toEqual([422, ['answer']]);
      await officer.send({ outcome: 'rejected', answer: '没有凭证。' }, '/answer');
      await employer.open(`/credit-records/${id}`);
      expect(employer.words).toContain('异议不成立');
      expect(employer.words).toContain('没有凭证。');
    });
  });

  it('is only for who has neither met nor paid', async () => {
    const met = await aDetermination(app, { countedMonths: 24, staff: '100' });
    const { uscc } = await detail(reviewer, met.assessmentId);
    await send(tax, 'tax', [{ kind: 'arrears', uscc, on: addDays(today(), -5), amount: '100.00' }]);
    expect((await reviewer.post(`/api/v1/assessments/${met.assessmentId}/credit-notices`, { respondBy: addDays(today(), 10) })).body.code).toBe('collection.credit.no_ground');
    const { assessmentId } = await aDetermination(app, { countedMonths: 0 });
    expect((await reviewer.post(`/api/v1/assessments/${assessmentId}/credit-notices`, { respondBy: addDays(today(), 10) })).body.code).toBe('collection.credit.no_ground');
  });
});

describe('reconciliation', () => {
  it('tells every difference, and the database asks the same question as the rule', async () => {
    const region = '370321';
    const liaison = await signedInAs(app, { role: 'tax_liaison', regionCode: region });
    const monitor = await signedInAs(app, { role: 'monitor', regionCode: region });
    const made = await Promise.all(Array.from({ length: 8 }, () => aDetermination(app, { regionCode: region, countedMonths: 12 })));
    const heads = await Promise.all(made.map(async ({ assessmentId }) => detail(monitor, assessmentId)));
    const same = (at: number, over: object = {}) => ({ kind: 'declaration', uscc: heads[at].uscc, on: '2026-09-10', staff: '200', arranged: heads[at].arranged, due: heads[at].trial.due, relief: heads[at].trial.relief, payable: heads[at].trial.payable, ...over });
    const payment = (at: number, amount: string) => ({ kind: 'payment', uscc: heads[at].uscc, on: '2026-09-11', amount });
    const text = aBatch({ sender: region, batch: 'r1', records: [
      same(0), payment(0, heads[0].trial.payable), same(1, { staff: '201' }), payment(1, heads[1].trial.payable), same(2, { arranged: '0' }), payment(2, heads[2].trial.payable),
      same(3, { payable: '1.00' }), payment(3, '1.00'), same(4), same(5), payment(5, '999999.00'), payment(6, '5.00'),
    ].map((record, at) => ({ record: `R-${at}`, baseYear: 2025, ...record })) });
    expect((await app.http().post('/api/v1/tax/imports').set('Authorization', liaison.bearer).attach('file', Buffer.from(text), 'b')).body).toMatchObject({ accepted: 12, rejected: 0 });
    const all = (await monitor.get(`/api/v1/reconciliation?region=${region}&year=2025&differing=no`).expect(200)).body as { items: { assessment: { id: string }; differences: { kind: string }[] }[]; totals: { assessments: number; declared: number; differing: number } };
    const kinds = made.map(({ assessmentId }) => (all.items.find(({ assessment }) => assessment.id === assessmentId)?.differences ?? []).map(({ kind }) => kind));
    expect(kinds).toEqual([[], ['staff'], ['arranged'], ['payable'], ['unpaid'], ['overpaid'], ['paid_undeclared'], ['not_declared']]);
    const some = (await monitor.get(`/api/v1/reconciliation?region=${region}&year=2025`).expect(200)).body as typeof all;
    expect(some.items.map(({ assessment }) => assessment.id).sort()).toEqual(made.slice(1).map(({ assessmentId }) => assessmentId).sort());
    expect(all.totals).toMatchObject({ assessments: 8, declared: 6, differing: 7 });
    const pages: string[] = [];
    for (let after = ''; ;) {
      const { body } = await monitor.get(`/api/v1/reconciliation?region=${region}&year=2025&differing=no&limit=3${after === '' ? '' : `&after=${after}`}`).expect(200);
      pages.push(...(body.items as typeof all.items).map(({ assessment }) => assessment.id));
      if (body.next === null) break;
      after = body.next as string;
    }
    expect([pages.length, new Set(pages).size]).toEqual([8, 8]);
    expect((await monitor.get('/api/v1/reconciliation?region=370303&year=2025')).body.code).toBe('collection.region_outside');
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { errorTexts } from '../../../src/error-texts.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aBatch, aDetermination, aFiling, issue, openAssessment, assessmentOf, stateOf } from '../../support/collection.js';
import { anEmployer } from '../../support/employers.js';
import { readerOf } from '../../support/form-reader.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';

jest.setTimeout(120_000);

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/exchange');
const KNOWN = JSON.parse(readFileSync(path.join(FOLDER, 'employers.json'), 'utf8')) as Readonly<Record<'one' | 'two' | 'unknown', string>>;
const fixture = (name: string): string => readFileSync(path.join(FOLDER, `${name}.jsonl`), 'utf8');

let app: TestApp;
let tax: Actor;
let reviewer: Actor;
let one: Awaited<ReturnType<typeof aDetermination>>;
let two: string;
beforeAll(async () => {
  app = await startTestApp();
  tax = await signedInAs(app, { role: 'tax_liaison' });
  reviewer = await signedInAs(app, { role: 'second_reviewer' });
  one = await aDetermination(app, { uscc: KNOWN.one });
  two = await anEmployer(app, { uscc: KNOWN.two });
});
afterAll(() => app.close());

const send = (who: Actor, text: string, { year, party = 'tax', to = app }: { readonly year?: string; readonly party?: 'tax' | 'finance'; readonly to?: TestApp } = {}) => {
  const asked = to.http().post(`/api/v1/${party}/imports`).set('Authorization', who.bearer).attach('file', Buffer.from(text), 'batch.jsonl');
  return year === undefined ? asked : asked.field('year', year);
};
const records = async (): Promise<number> => ((await managerOf(app).query('SELECT count(*)::int AS n FROM collection_record')) as { n: number }[])[0]?.n ?? -1;
type Told = { readonly line: number; readonly code: string; readonly field: string | null; readonly sentence: string };
const rejections = async (id: string): Promise<readonly Told[]> => (await tax.get(`/api/v1/exchange/imports/${id}/rejections`).expect(200)).body.items as Told[];
const codes = (told: readonly Told[]): readonly string[] => told.map(({ line, code, field }) => `${line} ${code.replace('collection.line.', '')} ${field ?? ''}`.trim());

describe('a batch of the tax authority', () => {
  it('is taken, moves its assessment, and a repetition changes nothing', async () => {
    const first = await send(tax, fixture('good'), { year: '2025' }).expect(201);
    expect(first.body).toMatchObject({ rowsIn: 2, accepted: 2, unchanged: 0, rejected: 0, repeated: false, sealKey: null });
    expect(await stateOf(app, one.assessmentId)).toBe('settled');
    const before = await records();
    const again = await send(tax, fixture('good')).expect(201);
    expect(again.body).toEqual({ ...first.body, repeated: true });
    // The same records under another number of the batch.
    const renumbered = aBatch({ batch: 'good-again', records: fixture('good').split('\n').slice(1, 3).map((line) => JSON.parse(line) as object) });
    expect((await send(tax, renumbered).expect(201)).body).toMatchObject({ accepted: 0, unchanged: 2, rejected: 0, repeated: false });
    expect(await records()).toBe(before);
    const { body } = await reviewer.get(`/api/v1/assessments/${one.assessmentId}`).expect(200);
    expect(body.steps.map((step: { act: string }) => step.act)).toEqual(['open', 'declare', 'pay', 'settle']);
    expect(body).toMatchObject({ owed: '108000.00', outstanding: '0.00', side: { paid: '108000.00', declaration: { payable: '108000.00', staff: '200' } } });
  });

  it('that overlaps an earlier one takes what is new and tells what differs, by line', async () => {
    const { body } = await send(tax, fixture('overlap')).expect(201);
    expect(body).toMatchObject({ rowsIn: 5, accepted: 2, unchanged: 1, rejected: 2 });
    const told = await rejections(body.id);
    expect(codes(told)).toEqual(['3 record_differs record', '6 record_twice record']);
    expect(told[0]?.sentence).toMatch(/^第 3 行的记录编号（record）以前收到过，内容不同。/);
    // A declaration of somebody of whom nothing was determined is kept, and told by the reconciliation.
    const { body: both } = await tax.get('/api/v1/reconciliation?region=370303&year=2025').expect(200);
    expect(both.undetermined).toEqual([expect.objectContaining({ employerId: two, uscc: KNOWN.two, records: 1, payable: '0.00', paid: '0.00' })]);
  });

  it.each([
    ['unknown-employers', ['2 employer_unknown uscc', '3 uscc uscc']],
    ['broken-line', ['3 not_json 35', '4 not_an_object 1', '6 field amount', '7 unknown_field sum', '8 kind kind']],
    ['other-year', ['2 other_year baseYear']],
  ] as const)('with faults is told by line: %s', async (name, faults) => {
    const { body } = await send(tax, fixture(name)).expect(201);
    expect(body.rowsIn).toBe(body.accepted + body.unchanged + body.rejected);
    const told = await rejections(body.id);
    expect(codes(told)).toEqual(faults);
    for (const { line, code, sentence } of told) {
      expect(sentence).toContain(`第 ${line} 行`);
      expect(Object.hasOwn(errorTexts.en, code)).toBe(true);
    }
  });

  it.each([
    ['whole-other-year', '2025', 'other_year'], ['changed', undefined, 'digest_differs'], ['cut-off', undefined, 'incomplete'], ['no-trailer', undefined, 'trailer'], ['empty', undefined, 'empty'], ['sealed', undefined, 'seal_unknown'],
  ] as const)('is refused as a whole, with nothing taken: %s', async (name, year, code) => {
    const before = await records();
    const { status, body } = await send(tax, fixture(name), year === undefined ? {} : { year });
    expect([status, body.code, await records()]).toEqual([422, `collection.batch.${code}`, before]);
  });

  it('under a used number with another content is refused', async () => {
    const other = aBatch({ batch: 'good', records: [{ kind: 'payment', record: 'X-1', uscc: KNOWN.one, baseYear: 2025, on: '2026-09-11', amount: '1.00' }] });
    expect((await send(tax, other)).body.code).toBe('collection.batch.number_taken');
  });

  it('without its file, or with one that is refused, is told at its form with the year as it was typed', async () => {
    const reader = readerOf(app, tax);
    await reader.open('/exchange');
    for (const [text, filename] of [['', ''], [fixture('cut-off'), 'batch.jsonl']] as const) {
      const answer = await reader.raw().post('/exchange/tax').field('_csrf', reader.valueOf('_csrf') ?? '').field('year', '２０２５').attach('file', Buffer.from(text), { filename });
      expect([answer.status, /id="year-tax" name="year"[^>]* value="２０２５"/.test(answer.text)]).toEqual([422, true]);
    }
  });

  it('is of its own sender: another region, another party', async () => {
    expect((await send(tax, aBatch({ sender: '370302', batch: 'b', records: [] }))).body.code).toBe('collection.batch.sender_outside');
    expect((await send(tax, aBatch({ party: 'finance', batch: 'b', records: [] }))).body.code).toBe('collection.batch.other_party');
    const elsewhere = await signedInAs(app, { role: 'tax_liaison', regionCode: '370302' });
    // An employer of another region is nobody to this sender.
    const { body } = await send(elsewhere, aBatch({ sender: '370302', batch: 'b', records: [{ kind: 'payment', record: 'X-1', uscc: KNOWN.one, baseYear: 2025, on: '2026-09-11', amount: '1.00' }] })).expect(201);
    expect(body).toMatchObject({ accepted: 0, rejected: 1 });
    expect((await tax.get(`/api/v1/exchange/imports/${body.id}`)).status).toBe(404);
  });

  it('corrects a record by one that stands in its place, and only once', async () => {
    const made = await aDetermination(app);
    const { uscc } = (await reviewer.get(`/api/v1/assessments/${made.assessmentId}`)).body as { uscc: string };
    const declaration = { kind: 'declaration', uscc, baseYear: 2025, on: '2026-09-10', due: '100.00', relief: '0.00', payable: '100.00' };
    await send(tax, aBatch({ batch: 'c1', records: [{ ...declaration, record: 'D-1' }, { kind: 'payment', record: 'P-1', uscc, baseYear: 2025, on: '2026-09-12', amount: '100.00' }] })).expect(201);
    expect(await stateOf(app, made.assessmentId)).toBe('settled');
    const { body } = await send(tax, aBatch({ batch: 'c2', records: [
      { ...declaration, record: 'D-2', payable: '150.00', due: '150.00', replaces: 'D-1' }, { ...declaration, record: 'D-3', replaces: 'D-1' }, { ...declaration, record: 'D-4', replaces: 'nothing' },
      { kind: 'payment', record: 'P-2', uscc, baseYear: 2025, on: '2026-09-12', amount: '1.00', replaces: 'D-2' },
    ] })).expect(201);
    expect(codes(await rejections(body.id))).toEqual(['3 already_replaced replaces', '4 replaces_unknown replaces', '5 replaces_unknown replaces']);
    expect(await stateOf(app, made.assessmentId)).toBe('declared');
    await send(tax, aBatch({ batch: 'c3', records: [{ kind: 'payment', record: 'P-3', uscc, baseYear: 2025, on: '2026-09-20', amount: '50.00' }] })).expect(201);
    expect(await stateOf(app, made.assessmentId)).toBe('settled');
    const again = await send(tax, aBatch({ batch: 'c4', records: [{ ...declaration, record: 'D-5', replaces: 'D-1' }] }));
    expect(codes(await rejections(again.body.id))).toEqual(['2 already_replaced replaces']);
  });

  it('two of the same number at once: one is taken, the other is told that it was', async () => {
    const text = aBatch({ batch: 'twice', records: [{ kind: 'payment', record: 'T-1', uscc: KNOWN.two, baseYear: 2025, on: '2026-09-11', amount: '1.00' }] });
    const answers = await Promise.all([send(tax, text), send(tax, text)]);
    expect(answers.map(({ status, body }) => [status, body.accepted, body.repeated]).sort()).toEqual([[201, 1, false], [201, 1, true]]);
  });

  it('balances by constraint, whoever writes', async () => {
    await expect(managerOf(app).query(`UPDATE exchange_import SET accepted = accepted + 1 WHERE batch = 'good'`)).rejects.toThrow(/exchange_import_balance_check/);
  });
});

it('a sender with a registered key must seal, and with the right key', async () => {
  const strict = await startTestApp({ ZHUJIU_EXCHANGE_KEYS_FILE: path.join(FOLDER, 'keys.json') });
  const liaison = await signedInAs(strict, { role: 'tax_liaison' });
  await anEmployer(strict, { uscc: KNOWN.one });
  const answer = async (name: string): Promise<readonly unknown[]> => {
    const { status, body } = await send(liaison, fixture(name), { to: strict });
    return [status, body.code ?? body.sealKey];
  };
  expect(await answer('good')).toEqual([422, 'collection.batch.seal_missing']);
  expect(await answer('wrong-seal')).toEqual([422, 'collection.batch.seal_wrong']);
  expect(await answer('unknown-key')).toEqual([422, 'collection.batch.seal_unknown']);
  expect(await answer('sealed')).toEqual([201, 'tax-370303']);
  await strict.close();
});

describe('determinations on their way to the tax authority', () => {
  it('go once, signed, with the numbers that were determined and nothing else; fetched again they are the same bytes', async () => {
    const made = await aDetermination(app, { regionCode: '370304', countedMonths: 18 });
    const liaison = await signedInAs(app, { role: 'tax_liaison', regionCode: '370304' });
    const { body: batch } = await liaison.post('/api/v1/tax/batches', { regionCode: '370304', baseYear: 2025 }).expect(201);
    expect(batch).toMatchObject({ number: 'ZJ-370304-2025-0001', lines: 1, acknowledgedAt: null });
    expect((await liaison.post('/api/v1/tax/batches', { regionCode: '370304', baseYear: 2025 })).body.code).toBe('collection.batch.nothing_to_send');
    const [first, second] = [await liaison.get(`/api/v1/tax/batches/${batch.id}/lines`), await liaison.get(`/api/v1/tax/batches/${batch.id}/lines`)];
    expect(first.text).toBe(second.text);
    const [header, line, trailer] = first.text.trim().split('\n').map((text: string) => JSON.parse(text) as Readonly<Record<string, unknown>>);
    expect(header).toMatchObject({ format: 'zhujiu.determinations/1', batch: batch.number, records: 1 });
    expect(Object.keys(line ?? {}).sort()).toEqual(['arranged', 'baseYear', 'corrects', 'determination', 'employerName', 'issuedOn', 'outcome', 'regionCode', 'uscc']);
    expect(trailer).toMatchObject({ digest: batch.digest, seal: { algorithm: 'ed25519' } });
    expect(await stateOf(app, made.assessmentId)).toBe('sent');
    expect((await liaison.post(`/api/v1/tax/batches/${batch.id}/acknowledge`, { digest: '0'.repeat(64) })).body.code).toBe('collection.batch.digest_differs');
    expect(await stateOf(app, made.assessmentId)).toBe('sent');
    await liaison.post(`/api/v1/tax/batches/${batch.id}/acknowledge`, { digest: batch.digest }).expect(200);
    const again = await liaison.post(`/api/v1/tax/batches/${batch.id}/acknowledge`, { digest: batch.digest }).expect(200);
    expect(again.body.acknowledgedAt).not.toBeNull();
    const { body } = await liaison.get(`/api/v1/assessments/${made.assessmentId}`);
    expect(body.steps.map((step: { act: string }) => step.act)).toEqual(['open', 'send', 'acknowledge']);
  });

  it('two who send at once never send one twice', async () => {
    const made = [await aDetermination(app, { regionCode: '370305' }), await aDetermination(app, { regionCode: '370305' })];
    const liaison = await signedInAs(app, { role: 'tax_liaison', regionCode: '370305' });
    const answers = await Promise.all([1, 2].map(() => liaison.post('/api/v1/tax/batches', { regionCode: '370305', baseYear: 2025 })));
    const lines = answers.flatMap(({ status, body }) => (status === 201 ? [body.lines as number] : []));
    expect(lines.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await Promise.all(made.map(({ assessmentId }) => stateOf(app, assessmentId)))).toEqual(['sent', 'sent']);
  });

  it('wait for the choice of an award where the region asks for it first', async () => {
    const above = await aDetermination(app, { regionCode: '310115', countedMonths: 60, staff: '200', averageWage: '100000' });
    const below = await aDetermination(app, { regionCode: '310115', countedMonths: 12, staff: '200', averageWage: '100000' });
    const federation = await signedInAs(app, { role: 'second_reviewer', regionCode: '310115' });
    const clerk = await signedInAs(app, { role: 'employer_clerk', employerId: above.employerId, organisationId: above.employerId });
    expect((await federation.post('/api/v1/tax/batches', { regionCode: '310115', baseYear: 2025 }).expect(201)).body.lines).toBe(1);
    expect([await stateOf(app, above.assessmentId), await stateOf(app, below.assessmentId)]).toEqual(['pending', 'sent']);
    // The amount of Shanghai's award is not known to us, and said so.
    expect((await clerk.get(`/api/v1/assessments/${above.assessmentId}`)).body.award).toMatchObject({ isBeforeTax: true, trial: { kind: 'unknown', missing: 'law' } });
    await clerk.post(`/api/v1/assessments/${above.assessmentId}/award`, { choice: 'waived' }).expect(204);
    expect((await clerk.post(`/api/v1/assessments/${above.assessmentId}/award`, { choice: 'claimed' })).body.code).toBe('collection.award.already_chosen');
    expect((await federation.post('/api/v1/tax/batches', { regionCode: '310115', baseYear: 2025 }).expect(201)).body.lines).toBe(1);
    expect(await stateOf(app, above.assessmentId)).toBe('sent');
  });

  it('a program of the tax authority does all of it with its key', async () => {
    const made = await aDetermination(app, { regionCode: '370306' });
    const admin = await signedInAs(app, { role: 'administrator', regionCode: '370306' });
    const { body: client } = await admin.post('/api/v1/machine-clients', { name: '税务', role: 'tax_liaison', permissions: ['tax.read', 'tax.send', 'tax.exchange', 'assessments.read'], regionPrefix: '370306', callsPerMinute: 600 }).expect(201);
    const { body: key } = await admin.post(`/api/v1/machine-clients/${client.id}/keys`, { days: 1 }).expect(201);
    const call = (method: 'get' | 'post', address: string) => app.http()[method](address).set('Authorization', `Bearer ${key.key}`);
    const { body: batch } = await call('post', '/api/v1/tax/batches').send({ regionCode: '370306', baseYear: 2025 }).expect(201);
    await call('get', `/api/v1/tax/batches/${batch.id}/lines`).expect(200);
    await call('post', `/api/v1/tax/batches/${batch.id}/acknowledge`).send({ digest: batch.digest }).expect(200);
    const { uscc } = (await call('get', `/api/v1/assessments/${made.assessmentId}`).expect(200)).body as { uscc: string };
    const text = aBatch({ sender: '370306', batch: 'm1', records: [{ kind: 'declaration', record: 'M-1', uscc, baseYear: 2025, on: '2026-09-10', due: '0.00', relief: '0.00', payable: '0.00' }] });
    await call('post', '/api/v1/tax/imports').attach('file', Buffer.from(text), 'batch.jsonl').expect(201);
    expect(await stateOf(app, made.assessmentId)).toBe('settled');
    const [audited] = await managerOf(app).query(`SELECT via, account_id, machine_key_id FROM audit_entry WHERE act = 'collection.batch.receive' ORDER BY seq DESC LIMIT 1`) as { via: string; account_id: string | null; machine_key_id: string | null }[];
    expect(audited).toMatchObject({ via: 'machine', account_id: null });
    expect(audited?.machine_key_id).not.toBeNull();
  });
});

it('a corrected version takes over what was paid, with the difference', async () => {
  const made = await aDetermination(app, { countedMonths: 12 });
  const { body: before } = await reviewer.get(`/api/v1/assessments/${made.assessmentId}`);
  const { uscc } = before as { uscc: string };
  await send(tax, aBatch({ batch: 'v1', records: [
    { kind: 'declaration', record: 'V-1', uscc, baseYear: 2025, on: '2026-09-10', due: before.trial.due, relief: before.trial.relief, payable: before.trial.payable },
    { kind: 'payment', record: 'V-2', uscc, baseYear: 2025, on: '2026-09-11', amount: before.trial.payable },
  ] })).expect(201);
  const later = await issue(app, aFiling(app, made.declarationId, made.employerId, { outcome: 'corrected', countedMonths: 24 }, 2));
  await openAssessment(app, later ?? '');
  await openAssessment(app, later ?? '');
  const id = await assessmentOf(app, later ?? '');
  const { body: after } = await reviewer.get(`/api/v1/assessments/${id}`).expect(200);
  expect(await stateOf(app, made.assessmentId)).toBe('superseded');
  expect(after).toMatchObject({ state: 'pending', supersedes: made.assessmentId, before: { id: made.assessmentId }, side: { paid: before.trial.payable, declaration: null } });
  expect(Number(after.before.change)).toBe(Number(after.trial.payable) - Number(before.trial.payable));
  expect(Number(after.before.change)).toBeLessThan(0);
  // The corrected declaration leaves too much paid, which is refunded.
  await send(tax, aBatch({ batch: 'v2', records: [{ kind: 'declaration', record: 'V-3', uscc, baseYear: 2025, on: '2026-10-10', due: after.trial.due, relief: after.trial.relief, payable: after.trial.payable }] })).expect(201);
  expect(await stateOf(app, id)).toBe('refund_due');
  const overpaid = (await reviewer.get(`/api/v1/assessments/${id}`)).body.overpaid as string;
  await send(tax, aBatch({ batch: 'v3', records: [{ kind: 'refund', record: 'V-4', uscc, baseYear: 2025, on: '2026-10-20', amount: overpaid }] })).expect(201);
  expect(await stateOf(app, id)).toBe('settled');
});

import { randomUUID } from 'node:crypto';
import { FieldCipher } from '../../src/platform/crypto/index.js';
import type { TestApp } from './app.js';
import { aDetermination } from './collection.js';
import { aWorkerId, registered } from './comparison.js';
import { aDeclaration } from './filing.js';
import { DIGEST, employer, HOME_TOWN, MARK, query, under, type Home, type Target, type TargetMaker } from './sweep-home.js';

/** A determination of the home employer, with its assessment, as the latest of its year. */
async function determination(app: TestApp, home: Home, state: string): Promise<Target & { readonly id: string }> {
  const other = await employer(app, 'verified');
  for (const table of ['assessment', 'determination', 'declaration']) await query(app, `UPDATE ${table} SET employer_id = $2 WHERE employer_id = $1 AND base_year = 2024`, [home.employerId, other]);
  const made = await aDetermination(app, { employerId: home.employerId, regionCode: HOME_TOWN, baseYear: 2024, countedMonths: 6 });
  if (state !== 'pending') await query(app, 'UPDATE assessment SET state = $2 WHERE id = $1', [made.assessmentId, state]);
  return { id: made.id, assessmentId: made.assessmentId };
}

const ofDetermination: TargetMaker = async (app, home) => ({ id: (await determination(app, home, 'pending')).id });

const ofAssessment: TargetMaker = async (app, home) => ({ id: (await determination(app, home, 'arrears')).assessmentId ?? '' });

/** With a warning that was entered by hand. */
const ofOrder: TargetMaker = async (app, home) => {
  const { assessmentId = '' } = await determination(app, home, 'arrears');
  const [row]: readonly { readonly id: string }[] = await query(
    app,
    `INSERT INTO collection_record (party, sender, record_key, kind, employer_id, base_year, assessment_id, happened_on, document, fingerprint, recorded_at)
     VALUES ('finance', $1, $2, 'warning', $3, 2024, $4, current_date, '催1号', '', now()) RETURNING id::text`,
    [HOME_TOWN, randomUUID(), home.employerId, assessmentId],
  );
  return { id: assessmentId, recordId: row?.id ?? '' };
};

const ofRelief = (state: 'made' | 'forwarded'): TargetMaker => async (app, home) => {
  const [id, paperId] = [randomUUID(), randomUUID()];
  const { assessmentId } = await determination(app, home, 'arrears');
  const cipher = app.app.nest.get(FieldCipher, { strict: false });
  const sealed = (table: string, column: string, rowId: string, text: string): string => cipher.seal(text, { table, column, rowId });
  await query(app, `INSERT INTO relief_request (id, assessment_id, kind, asked_months, grounds, state, made_at) VALUES ($1, $2, 'deferral', 2, $3, $4, now())`, [id, assessmentId, sealed('relief_request', 'grounds', id, `理由 ${MARK}`), state]);
  await query(
    app, `INSERT INTO relief_evidence (id, request_id, name, media_type, size, digest, content, stored_at) VALUES ($1, $2, $3, 'application/pdf', 1, '', $4, now())`,
    [paperId, id, sealed('relief_evidence', 'name', paperId, '证明.pdf'), sealed('relief_evidence', 'content', paperId, Buffer.from('x').toString('base64'))],
  );
  return { id, paperId };
};

const ofCredit = (state: 'noticed' | 'recorded', respondBy: string = '2026-01-01', isObjectedTo: boolean = false): TargetMaker => async (app, home) => {
  const id = randomUUID();
  const { assessmentId } = await determination(app, home, 'arrears');
  await query(
    app, `INSERT INTO credit_record (id, assessment_id, state, noticed_at, respond_by, recorded_at, change) VALUES ($1, $2, $3, now(), $5, $4, nextval('credit_record_change'))`,
    [id, assessmentId, state, state === 'recorded' ? new Date() : null, respondBy],
  );
  const objection = randomUUID();
  const words = app.app.nest.get(FieldCipher, { strict: false }).seal('测试', { table: 'credit_objection', column: 'words', rowId: objection });
  if (isObjectedTo) await query(app, 'INSERT INTO credit_objection (id, record_id, words, made_at) VALUES ($1, $2, $3, now())', [objection, id, words]);
  return { id };
};

const ofNotice: TargetMaker = async (app) => {
  const id = randomUUID();
  await query(app, `INSERT INTO notice (id, kind, region_code, base_year, issuer, published_at, closes_on, lines) VALUES ($1, 'review', $2, 2024, '残联', now(), '2099-01-01', 1)`, [id, HOME_TOWN]);
  return { id };
};

const ofTaxBatch: TargetMaker = async (app) => {
  const id = randomUUID();
  await query(app, `INSERT INTO tax_batch (id, region_code, base_year, number, lines, body, digest, made_at) VALUES ($1, $2, 2024, $3, 1, $4, $5, now())`, [id, HOME_TOWN, id, MARK, DIGEST]);
  return { id };
};

const ofImport: TargetMaker = async (app) => {
  const id = randomUUID();
  await query(app, `INSERT INTO exchange_import (id, party, sender, batch, base_year, digest, rows_in, accepted, unchanged, rejected, received_at) VALUES ($1, 'tax', $2, $3, 2024, $4, 0, 0, 0, 0, now())`, [id, HOME_TOWN, id, DIGEST]);
  return { id };
};

/** Something waits to be sent, published, compared. */
const ofWaiting: TargetMaker = async (app, home) => {
  await determination(app, home, 'pending');
  return {};
};

/** A deferral that was granted this year waits to be published. */
const ofGranted: TargetMaker = async (app, home, caller) => {
  await query(app, `UPDATE notice SET withdrawn_at = now(), withdrawal_reason = 'other' WHERE kind = 'relief'`, []);
  const { id = '' } = await ofRelief('forwarded')(app, home, caller);
  const [row]: readonly { readonly id: string }[] = await query(
    app,
    `INSERT INTO collection_record (party, sender, record_key, kind, employer_id, base_year, assessment_id, happened_on, until_on, document, request, outcome, fingerprint, recorded_at)
     SELECT 'finance', $2, $3, 'decision', a.employer_id, 2024, a.id, '2026-02-01', '2026-06-01', '缓1号', 'deferral', 'granted', '', now() FROM relief_request AS q JOIN assessment AS a ON a.id = q.assessment_id WHERE q.id = $1 RETURNING id::text`,
    [id, HOME_TOWN, randomUUID()],
  );
  await query(app, `UPDATE relief_request SET state = 'decided', decision_id = $2 WHERE id = $1`, [id, row?.id]);
  return {};
};

/** An organ of the home town that is below the ratio. */
const ofBody: TargetMaker = async (app) => {
  const id = await employer(app, 'verified');
  await query(app, `UPDATE employer SET kind = 'organ', establishment_size = 60, establishment_level = 'city' WHERE id = $1`, [id]);
  await aDetermination(app, { employerId: id, regionCode: HOME_TOWN, baseYear: 2024, outcome: 'refused' });
  return { employerId: id };
};

/** An objection to a notice of the home town waits for an answer. */
const ofObjection: TargetMaker = async (app, home, caller) => {
  const [{ id = '' }, objectionId] = [await ofNotice(app, home, caller), randomUUID()];
  const cipher = app.app.nest.get(FieldCipher, { strict: false });
  await query(app, `INSERT INTO notice_objection (id, notice_id, party, words, made_at) VALUES ($1, $2, 'other', $3, now())`, [objectionId, id, cipher.seal(`异议 ${MARK}`, { table: 'notice_objection', column: 'words', rowId: objectionId })]);
  return { id, objectionId };
};

type CaseState = 'asked' | 'answered' | 'proposed' | 'refused';

/** A filing of the home employer that was drawn, with a line and a proof. */
const ofCase = (state: CaseState): TargetMaker => async (app, home) => {
  const [id, campaignId, paperId, other] = [randomUUID(), randomUUID(), randomUUID(), await employer(app, 'verified')];
  await query(app, 'UPDATE declaration SET employer_id = $2 WHERE employer_id = $1 AND base_year = 2021', [home.employerId, other]);
  await query(app, 'UPDATE inspection_case SET employer_id = $2 WHERE employer_id = $1', [home.employerId, other]);
  const declarationId = await aDeclaration(app, home.employerId, { baseYear: 2021, regionCode: HOME_TOWN, state: 'determined' });
  const person = await registered(app, aWorkerId());
  const cipher = app.app.nest.get(FieldCipher, { strict: false });
  const [line]: readonly { readonly id: string }[] = await query(
    app,
    `INSERT INTO roster_line (version_id, registry_person_id, source, name, certificate, certificate_kind, certificate_grade, contract_start, months, fingerprint)
     SELECT id, $2, 'hand', 'x', 'x', 'disability', 4, '2020-01-01', 4095, 'x' FROM filing_version WHERE declaration_id = $1 RETURNING id::text`,
    [declarationId, person],
  );
  await query(app, 'UPDATE roster_line SET name = $2 WHERE id = $1', [line?.id, cipher.seal(`某人 ${MARK}`, { table: 'roster_line', column: 'name', rowId: line?.id ?? '' })]);
  await query(app, `INSERT INTO inspection_campaign (id, name, region_code, base_year, seed, population, population_digest, population_list, cases, lines_each, drawn_at) VALUES ($1, $2, $3, 2021, 'seed', 1, '', $4, 1, 1, now())`, [campaignId, `抽查 ${MARK}`, HOME_TOWN, MARK]);
  await query(
    app, `INSERT INTO inspection_case (id, campaign_id, place, declaration_id, version_number, employer_id, region_code, state, state_since, due_on) VALUES ($1, $2, 1, $3, 1, $4, $5, $6, now(), '2020-01-01')`,
    [id, campaignId, declarationId, home.employerId, HOME_TOWN, state === 'refused' ? 'answered' : state],
  );
  const judged = state === 'asked' || state === 'answered' ? ['confirmed', null, 0] : ['partly', 'no_wage', 1];
  const [drawn]: readonly { readonly id: string }[] = await query(app, `INSERT INTO inspection_line (case_id, line_id, place, claimed, finding, reason, refused) VALUES ($1, $2, 1, 4095, $3, $4, $5) RETURNING id::text`, [id, line?.id, ...judged]);
  const sealed = (column: string, text: string): string => cipher.seal(text, { table: 'inspection_paper', column, rowId: paperId });
  await query(app, `INSERT INTO inspection_paper (id, case_id, name, media_type, size, digest, content, stored_at) VALUES ($1, $2, $3, 'application/pdf', 1, '', $4, now())`, [paperId, id, sealed('name', '证明.pdf'), sealed('content', Buffer.from('x').toString('base64'))]);
  return { id, paperId, lineId: drawn?.id ?? '', campaignId };
};

/** A campaign whose employers were not asked yet, and a filing beside it that can be drawn. */
const ofCampaign: TargetMaker = async (app, home, caller) => {
  const { id = '', campaignId = '' } = await ofCase('asked')(app, home, caller);
  await query(app, `UPDATE inspection_case SET state = 'drawn', due_on = NULL WHERE id = $1`, [id]);
  return { id: campaignId };
};

/** A filing that can be drawn. */
const ofDrawable: TargetMaker = async (app, home, caller) => {
  const { id = '' } = await ofCase('asked')(app, home, caller);
  await query(app, `UPDATE inspection_case SET state = 'clear' WHERE id = $1`, [id]);
  return {};
};

/** Of what comes after the review, by path. */
export const afterReview: Readonly<Record<string, TargetMaker>> = {
  ...under(['', '/copy', '/certificate'].map((act) => `/api/v1/determinations/:id${act}`), ofDetermination),
  ...under(['', '/statement', '/certificate.pdf', '/copy.json'].map((act) => `/determinations/:id${act}`), ofDetermination),
  ...under(['/api/v1/notices/:id/withdraw', '/notices/:id/withdraw'], ofNotice),
  ...under(['/api/v1/notices', '/notice-desk', '/api/v1/tax/batches', '/tax', '/api/v1/reconciliation'], ofWaiting),
  ...under(['', '/warnings', '/orders', '/award', '/relief-requests', '/credit-notices'].map((act) => `/api/v1/assessments/:id${act}`), ofAssessment),
  ...under(['', '/orders', '/award', '/relief', '/credit-notices'].map((act) => `/assessments/:id${act}`), ofAssessment),
  ...under(['/api/v1/assessments/:id/orders/:recordId/withdraw', '/assessments/:id/orders/:recordId/withdraw'], ofOrder),
  ...under(['', '/evidence', '/withdraw', '/forward'].flatMap((act) => [`/api/v1/relief-requests/:id${act}`, `/relief-requests/:id${act}`]), ofRelief('made')),
  ...under(['/api/v1/relief-requests/:id/evidence/:paperId', '/relief-requests/:id/evidence/:paperId'], ofRelief('made')),
  ...under(['/api/v1/relief-requests/:id/decide', '/relief-requests/:id/decide'], ofRelief('forwarded')),
  ...under(['/api/v1/relief-requests/publication', '/relief-publication'], ofGranted),
  ...under(['', '/lines', '/acknowledge'].map((act) => `/api/v1/tax/batches/:id${act}`), ofTaxBatch),
  ...under(['', '/lines.jsonl', '/acknowledge'].map((act) => `/tax/batches/:id${act}`), ofTaxBatch),
  ...under(['/api/v1/exchange/imports/:id', '/api/v1/exchange/imports/:id/rejections', '/exchange/:id'], ofImport),
  ...under(['/record', '/drop'].flatMap((act) => [`/api/v1/credit-records/:id${act}`, `/credit-records/:id${act}`]), ofCredit('noticed')),
  ...under(['/api/v1/credit-records/:id/objection', '/credit-records/:id/objection'], ofCredit('noticed', '2099-01-01')),
  ...under(['/api/v1/credit-records/:id/answer', '/credit-records/:id/answer'], ofCredit('noticed', '2099-01-01', true)),
  ...under(['/api/v1/credit-records/:id/remove', '/credit-records/:id/remove', '/credit-records/:id'], ofCredit('recorded')),
  ...under(['/api/v1/notices/:id/objections', '/api/v1/notices/:id/objections/:objectionId/answer', '/notices/:id/objections', '/notices/:id/objections/:objectionId'], ofObjection),
  ...under(['/api/v1/inspections', '/draw-inspection'], ofDrawable),
  ...under(['/api/v1/inspections/:id', '/api/v1/inspections/:id/cases', '/api/v1/inspections/:id/population', '/api/v1/inspections/:id/ask', '/inspections/:id', '/inspections/:id/population.csv', '/inspections/:id/ask'], ofCampaign),
  ...under(['', '/papers', '/papers/:paperId', '/answer', '/lines/:lineId'].flatMap((act) => [`/api/v1/inspection-cases/:id${act}`, `/inspection-cases/:id${act}`]), ofCase('asked')),
  ...under(['/api/v1/inspection-cases/:id/clear', '/inspection-cases/:id/clear'], ofCase('answered')),
  ...under(['/api/v1/inspection-cases/:id/propose', '/inspection-cases/:id/propose'], ofCase('refused')),
  ...under(['/defend', '/decide'].flatMap((act) => [`/api/v1/inspection-cases/:id${act}`, `/inspection-cases/:id${act}`]), ofCase('proposed')),
  ...under(['/api/v1/leading/bodies', '/api/v1/leading/bodies/:employerId', '/api/v1/leading/bodies/:employerId/plan', '/leading/bodies/:employerId'], ofBody),
};

import { randomUUID } from 'node:crypto';
import { Messages, messageTemplate } from '../../src/platform/messages/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { makeCode } from '../../src/members/infra/invitation-codes.js';
import { MachineStore } from '../../src/sign-in/infra/machine-store.js';
import { SecondFactorStore } from '../../src/sign-in/infra/second-factor-store.js';
import { newToken } from '../../src/sign-in/infra/token.js';
import type { TestApp } from './app.js';
import { aWorkerId, registered } from './comparison.js';
import { aUscc } from './employers.js';
import { aDeclaration } from './filing.js';
import { aMembership, anOrganisation, managerOf, signedInAs } from './members.js';
import { aFile, aPerson } from './people.js';
import { openSessionFor, SECRET } from './sign-in.js';
import { afterReview } from './sweep-after-review.js';
import type { SweepCaller } from './sweep-callers.js';
import { employer, HOME_TOWN, MARK, query, under, type Home, type Target, type TargetMaker } from './sweep-home.js';

export { DIGEST, HOME_TOWN, MARK, OTHER_REGION, OTHER_TOWN, type Home, type Target, type TargetMaker } from './sweep-home.js';

export async function homeOf(app: TestApp): Promise<Home> {
  const employerId = await employer(app, 'verified');
  return {
    employerId, organisationId: await anOrganisation(app, 'federation', HOME_TOWN, `残联 ${MARK}`),
    officer: await signedInAs(app, { role: 'town_officer', regionCode: HOME_TOWN }), bystander: await account(app), accounts: new Map(), wardAccountId: '',
  };
}

async function account(app: TestApp): Promise<string> {
  const id = randomUUID();
  await query(app, `INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, 'zh', now())`, [id, `成员 ${MARK}`]);
  return id;
}

/** Somebody in a role at home, without a session. */
async function member(app: TestApp, role: 'employer_clerk' | 'village_commissioner' | 'jobseeker', { employerId, organisationId }: Home): Promise<Target> {
  const accountId = await account(app);
  const clerk = role === 'employer_clerk';
  const membershipId = await aMembership(app, accountId, { role, regionCode: HOME_TOWN, ...(role === 'jobseeker' ? {} : { organisationId: clerk ? employerId : organisationId }), ...(clerk ? { employerId } : {}) });
  return { accountId, membershipId };
}

/** The file of the home person of whoever calls: in the home town, of the home counselor's or coach's caseload, of the home jobseeker or the ward. */
async function person(app: TestApp, home: Home, { role }: SweepCaller): Promise<Target & { readonly id: string }> {
  const someone = aPerson();
  const id = await aFile(home.officer, { ...someone, name: `某人 ${MARK}` });
  const accountId = role === 'guardian' ? home.wardAccountId : home.accounts.get('jobseeker');
  await query(app, 'UPDATE person SET account_id = NULL WHERE account_id = $1', [accountId]);
  await query(app, 'UPDATE person SET account_id = $2, counselor_id = $3 WHERE id = $1', [id, accountId, home.accounts.get(role === 'job_coach' ? 'job_coach' : 'counselor')]);
  return { id, citizenId: someone.citizenId };
}

const ofEmployer: TargetMaker = async (app, home, { role }) => ({ id: role === 'employer_clerk' ? home.employerId : await employer(app, 'registered') });

/** A verified employer with a contact and an open branch; `uscc` is that of another one beside it. */
const ofEmployerFile: TargetMaker = async (app, home, { role }) => {
  const [id, other, branchId] = [role === 'employer_clerk' ? home.employerId : await employer(app, 'verified'), await employer(app, 'verified'), randomUUID()];
  await app.http().put(`/api/v1/employers/${id}/contacts/personnel`).set('Authorization', home.officer.bearer).send({ name: `某人事 ${MARK}` }).expect(204);
  await query(app, `INSERT INTO employer_establishment (id, employer_id, name, region_code) VALUES ($1, $2, $3, $4)`, [branchId, id, `分厂 ${MARK}`, HOME_TOWN]);
  await query(app, `UPDATE employer SET uscc = $2 WHERE id = $1`, [other, aUscc()]);
  const [row]: readonly { readonly uscc: string }[] = await query(app, 'SELECT uscc FROM employer WHERE id = $1', [other]);
  return { id, branchId, role: 'personnel', uscc: row?.uscc ?? '' };
};

/** A list of the home town's tax office. */
const ofList: TargetMaker = async (app) => {
  const [row]: readonly { readonly id: string }[] = await query(
    app, `INSERT INTO employer_import (source, as_of, received_at, region_prefix, file_name, digest, state) VALUES ($2, now(), now(), $1, 'a.csv', decode(md5(random()::text), 'hex'), 'loaded') RETURNING id`, [HOME_TOWN, `某税务局 ${MARK}`],
  );
  return { id: row?.id ?? '' };
};

/** Two employers of the home town that may be one; `into` is one of them. */
const ofPair: TargetMaker = async (app) => {
  const [id, [one = '', other = '']] = [randomUUID(), [await employer(app, 'verified'), await employer(app, 'verified')].sort()];
  await query(app, `INSERT INTO employer_duplicate (id, one_id, other_id, reason, found_at) VALUES ($1, $2, $3, 'by_hand', now())`, [id, one, other]);
  return { id, into: one };
};

const ofMerging: TargetMaker = async (app, home) => {
  const [id, source, target] = [randomUUID(), await employer(app, 'verified'), await employer(app, 'verified')];
  await query(app, 'INSERT INTO employer_merge (id, source_id, target_id, merged_at, merged_by) VALUES ($1, $2, $3, now(), $4)', [id, source, target, home.officer.accountId]);
  await query(app, 'UPDATE employer SET merged_into = $2 WHERE id = $1', [source, target]);
  return { id };
};

const ofPerson: TargetMaker = person;
const ofMember: TargetMaker = (app, home) => member(app, 'employer_clerk', home);
const ofCommissioner: TargetMaker = (app, home) => member(app, 'village_commissioner', home);

const ofRequest: TargetMaker = async (app, home, caller) => {
  const id = randomUUID();
  await query(app, `INSERT INTO rights_request (id, person_id, kind, made_at, due_on) VALUES ($1, $2, 'explanation', now(), '2026-12-31')`, [id, (await person(app, home, caller)).id]);
  return { id };
};

const ofConsent: TargetMaker = async (app, home, caller) => {
  const [id, personId] = [randomUUID(), (await person(app, home, caller)).id];
  await query(app, `INSERT INTO consent (id, person_id, purpose, recipient, what, since, given_how, given_at) VALUES ($1, $2, 'matching', 'federation', '{skills}', current_date, 'paper', now())`, [id, personId]);
  return { id, personId };
};

/** A role of the caller's own beside the one it calls in; from elsewhere somebody else's. */
const ofOwnMembership: TargetMaker = async (app, home, { accountId, elsewhere }) => {
  if (elsewhere || accountId === null) return member(app, 'jobseeker', home);
  await query(app, `UPDATE membership SET ended_at = now() WHERE account_id = $1 AND region_code = '370304' AND ended_at IS NULL`, [accountId]);
  return { membershipId: await aMembership(app, accountId, { role: 'jobseeker', regionCode: '370304' }) };
};

/** Another session of the caller's own; from elsewhere somebody else's. */
const ofOwnSession: TargetMaker = async (app, home, { accountId, elsewhere }) => {
  const owner = elsewhere || accountId === null ? home.bystander : accountId;
  const { sessionIds } = await openSessionFor(app, { accountId: owner, membershipIds: [] });
  return { id: sessionIds[0] ?? '' };
};

const NOTE = messageTemplate('test.sweep', { inInbox: true, goesOut: false, zh: { subject: '一条消息', body: `正文 ${MARK}` }, en: { subject: 'A message', body: `Body ${MARK}` } });

const ofOwnMessage: TargetMaker = async (app, home, { accountId, elsewhere }) => ({
  messageId: await app.app.nest.get(UnitOfWork).run((tx) =>
    app.app.nest.get(Messages, { strict: false }).enqueue(tx, { to: { accountId: elsewhere || accountId === null ? home.bystander : accountId }, template: NOTE, params: {} })),
});

const ofMachine: TargetMaker = async (app, home) => {
  const store = app.app.nest.get(MachineStore, { strict: false });
  const id = await store.add(managerOf(app), { name: `程序 ${MARK}`, organisationId: null, role: 'town_officer', permissions: ['members.read'], regionPrefix: HOME_TOWN, callsPerMinute: 5 }, home.officer.accountId, new Date());
  return { id, keyId: await store.addKey(managerOf(app), id, newToken('zjk').digest, new Date(), new Date(Date.now() + 86_400_000)) };
};

/** A jobseeker of the home town, whose case it is where a counselor asks. */
const ofJobseeker: TargetMaker = async (app, home, caller) => {
  await person(app, home, caller);
  return { id: home.accounts.get('jobseeker') ?? '' };
};

/** A member of staff of the home town with an authenticator. */
const ofStaff: TargetMaker = async (app, home) => {
  const { accountId = '' } = await member(app, 'village_commissioner', home);
  const factors = app.app.nest.get(SecondFactorStore, { strict: false });
  await factors.put(managerOf(app), accountId, SECRET, new Date());
  await factors.confirm(managerOf(app), accountId, new Date());
  return { id: accountId };
};

const ofOrganisation: TargetMaker = async (app, home, { role }) => ({ id: role === 'employer_clerk' ? home.employerId : await anOrganisation(app, 'school', HOME_TOWN, `学校 ${MARK} ${randomUUID()}`) });

const ofInvitation: TargetMaker = async (app, { employerId }) => {
  const id = randomUUID();
  await query(
    app,
    `INSERT INTO invitation (id, code_hash, display_name, role, region_code, organisation_id, employer_id, created_at, expires_at)
     VALUES ($1, $2, $3, 'employer_clerk', $4, $5, $5, now(), now() + interval '1 day')`,
    [id, Buffer.from(id), `受邀人 ${MARK}`, HOME_TOWN, employerId],
  );
  return { id };
};

/** A code that makes its bearer a jobseeker somewhere else, once more each time. */
const ofCode: TargetMaker = async (app, _, { accountId }) => {
  const { code, hash } = makeCode();
  await query(app, `UPDATE membership SET ended_at = now() WHERE account_id = $1 AND region_code = '370305' AND ended_at IS NULL`, [accountId]);
  await query(app, `INSERT INTO invitation (id, code_hash, display_name, role, region_code, created_at, expires_at) VALUES ($1, $2, 'x', 'jobseeker', '370305', now(), now() + interval '1 day')`, [randomUUID(), hash]);
  return { code };
};

const ofVersion: TargetMaker = async (app, _, { accountId }) => {
  const [row]: readonly { readonly version: number }[] = await query(app, 'SELECT version FROM account WHERE id = $1', [accountId]);
  return { version: String(row?.version ?? 1) };
};

/** The filing of the home employer; there is one of a year, so the one before goes to somebody else. */
const ofFiling: TargetMaker = async (app, { employerId }) => {
  await query(app, 'UPDATE declaration SET employer_id = $2 WHERE employer_id = $1 AND base_year = 2023', [employerId, await employer(app, 'verified')]);
  return { id: await aDeclaration(app, employerId, { baseYear: 2023, regionCode: HOME_TOWN }) };
};

/** A batch of a register, with a row that was not taken. */
const ofBatch: TargetMaker = async (app) => {
  const [row]: readonly { readonly id: string }[] = await query(
    app, `INSERT INTO fact_batch (kind, source, as_of, received_at, digest, state, rows_in, rejected) VALUES ('insurance', '某局', now(), now(), decode(md5(random()::text), 'hex'), 'loaded', 1, 1) RETURNING id`, [],
  );
  const id = row?.id ?? '';
  await query(app, `INSERT INTO fact_rejection (batch_id, line, "column", code, params) VALUES ($1, 2, '费款所属期', 'facts.row.month_in_future', '{}')`, [id]);
  return { id };
};

/** A conflict of the home employer's filing with a unit that has filed nothing: whoever is responsible may give the month up. */
const ofConflict: TargetMaker = async (app, home, caller) => {
  const { id: declarationId } = await ofFiling(app, home, caller);
  const [id, person] = [randomUUID(), await registered(app, aWorkerId())];
  await query(app, `INSERT INTO claim_conflict (id, registry_person_id, base_year, overlapping, unagreed, state, found_at) VALUES ($1, $2, 2023, 0, 1, 'open', now())`, [id, person]);
  await query(app, `INSERT INTO claim_conflict_side (conflict_id, uscc, declaration_id, claimed, counted, given_away, insured, contracted) VALUES ($1, '91999999MA00000000', $2, 1, 0, 0, 0, 1)`, [id, declarationId]);
  return { id };
};

const ofSignal: TargetMaker = async (app, home, caller) => {
  const { id: declarationId } = await ofFiling(app, home, caller);
  const id = randomUUID();
  await query(app, `INSERT INTO claim_signal (id, declaration_id, code, grounds, state, found_at) VALUES ($1, $2, 'floor_wage', '{"persons":3,"of":3}', 'open', now())`, [id, declarationId]);
  return { id };
};

/**
 * By path, as the route declares it. Every closed path that names something stands here; one without a parameter does where
 * something must be there for its answer.
 */
export const targetMakers: Readonly<Record<string, TargetMaker>> = {
  ...afterReview,
  ...under(['', '/verify', '/refuse'].map((act) => `/api/v1/employers/:id${act}`), ofEmployer),
  ...under(['', '/decide'].map((act) => `/employers/:id${act}`), ofEmployer),
  ...under(['/file', '/facts', '/history', '/headcounts', '/contacts/:role', '/branches', '/branches/:branchId/close', '/duplicates'].map((act) => `/api/v1/employers/:id${act}`), ofEmployerFile),
  ...under(['/correct', '/history', '/headcounts', '/contacts', '/contacts/remove', '/branches', '/branches/:branchId/close', '/duplicates'].map((act) => `/employers/:id${act}`), ofEmployerFile),
  ...under(['/api/v1/employer-imports/:id', '/api/v1/employer-imports/:id/rejections', '/employer-imports/:id'], ofList),
  ...under(['', '/merge', '/different'].map((act) => `/api/v1/employer-duplicates/:id${act}`), ofPair),
  '/employer-duplicates/:id': ofPair,
  ...under(['/api/v1/employer-merges/:id/undo', '/employer-merges/:id/undo'], ofMerging),
  ...under(['', '/assign', '/link', '/close', '/reveal'].map((act) => `/api/v1/files/:id${act}`), ofPerson),
  ...under(['', '/reveal', '/change', '/close', '/assign', '/link'].map((act) => `/files/:id${act}`), ofPerson),
  ...under(['/files/look-up', '/api/v1/files/look-up'], ofPerson),
  ...under(['/api/v1/own/data', '/api/v1/own/looks', '/api/v1/own/consents', '/api/v1/own/ranking', '/api/v1/own/requests'], ofPerson),
  ...under(['/my-data', '/my-data/looks', '/my-data/consents', '/my-data/ranking', '/my-data/requests'], ofPerson),
  ...under(['', '/grant', '/refuse'].map((act) => `/api/v1/rights-requests/:id${act}`), ofRequest),
  ...under(['/rights-requests/:id', '/api/v1/own/requests/:id/withdraw', '/my-data/requests/withdraw'], ofRequest),
  ...under(['/api/v1/people/:personId/consents', '/api/v1/people/:personId/consents/:id/withdraw', '/api/v1/own/consents/:id/withdraw', '/my-data/consents/withdraw'], ofConsent),
  ...under(['/api/v1/organisations/:id', '/organisations/:id'], ofOrganisation),
  ...under(['', '/memberships', '/memberships/:membershipId/revoke'].map((act) => `/api/v1/members/:accountId${act}`), ofMember),
  ...under(['', '/grant', '/memberships/:membershipId/revoke'].map((act) => `/members/:accountId${act}`), ofMember),
  ...under(['/suspend', '/restore'].flatMap((act) => [`/members/:accountId${act}`, `/api/v1/members/:accountId${act}`]), ofCommissioner),
  '/members/:accountId/guardian': ofCommissioner,
  ...under(['/api/v1/account/memberships/:membershipId/leave', '/account/memberships/:membershipId/leave', '/account/role', '/api/v1/session/membership'], ofOwnMembership),
  ...under(['/api/v1/account/memberships', '/account/invitation'], ofCode),
  '/api/v1/account': ofVersion,
  ...under(['/api/v1/sessions/:id', '/account/sessions/end'], ofOwnSession),
  ...under(['/api/v1/inbox/:messageId/read', '/inbox/:messageId'], ofOwnMessage),
  ...under(['', '/keys', '/keys/:keyId'].map((act) => `/api/v1/machine-clients/:id${act}`), ofMachine),
  ...under(['/api/v1/accounts/:id/office-codes', '/office-code/:id'], ofJobseeker),
  '/api/v1/accounts/:id/identities': async (app, home) => ({ id: (await member(app, 'jobseeker', home))['accountId'] ?? '' }),
  ...under(['/api/v1/accounts/:id/second-factor-resets', '/second-factor-reset/:id'], ofStaff),
  '/api/v1/invitations/:id/withdraw': ofInvitation,
  ...under(['/api/v1/facts/batches/:id', '/api/v1/facts/batches/:id/rejections', '/facts/:id'], ofBatch),
  ...under(['', '/steps', '/facts', '/commitment', '/submit', '/withdraw', '/nothing-to-claim', '/reopen', '/lines', '/rosters', '/prefill', '/doubts', '/doubts/:doubtId/settle', '/platform', '/platform/export', '/platform/files'].map((act) => `/api/v1/filings/:id${act}`), ofFiling),
  ...under(['/lines/:lineId', '/lines/:lineId/remove'].map((act) => `/api/v1/filings/:id${act}`), ofFiling),
  ...under(['', '/rejections', '/take', '/discard'].map((act) => `/api/v1/filings/:id/rosters/:importId${act}`), ofFiling),
  ...under(['/api/v1/filings/:id/comparison', '/api/v1/filings/:id/comparison/lines', '/filings/:id/results'], ofFiling),
  ...under(['/api/v1/conflicts/:id', '/api/v1/conflicts/:id/settle', '/conflicts/:id'], ofConflict),
  ...under(['/api/v1/signals/:id', '/api/v1/signals/:id/look', '/signals/:id'], ofSignal),
  ...under(['', '/add-person', '/check', '/commitment', '/doubts', '/doubts/:doubtId/settle', '/facts', '/history', '/nothing', '/people', '/people/:lineId', '/people/:lineId/remove', '/platform', '/platform/export', '/platform/files', '/prefill', '/reopen', '/submit', '/submitted', '/trial', '/uploads', '/uploads/:importId', '/uploads/:importId/discard', '/uploads/:importId/progress', '/uploads/:importId/take', '/withdraw'].map((act) => `/filings/:id${act}`), ofFiling),
};

/** Operations whose things lie in no region, and why they can: whoever holds the permission reads them anywhere. */
export const withoutPlace: Readonly<Record<string, string>> = Object.fromEntries(
  ['GET /api/v1/facts/batches/:id', 'GET /api/v1/facts/batches/:id/rejections', 'GET /facts/:id'].map((route) => [route, 'a batch of a register speaks of the whole country and names no person: counts, lines, codes']),
);

/** Operations that nobody reaches here, and why; what lies outside is shown for the thing above. */
export const withoutReach: Readonly<Record<string, string>> = {
  'GET /api/v1/reviews/:id/archive': 'its case is decided and still open, so that it can be closed; test/integration/review/archive reads a closed one',
  ...Object.fromEntries(
  ['PATCH /api/v1/filings/:id/lines/:lineId', 'POST /api/v1/filings/:id/lines/:lineId/remove', 'GET /api/v1/filings/:id/rosters/:importId', 'GET /api/v1/filings/:id/rosters/:importId/rejections', 'POST /api/v1/filings/:id/rosters/:importId/take', 'POST /api/v1/filings/:id/rosters/:importId/discard', 'POST /api/v1/filings/:id/doubts/:doubtId/settle', 'POST /filings/:id/doubts/:doubtId/settle']
    .concat(['GET /filings/:id/people/:lineId', 'POST /filings/:id/people/:lineId', 'GET /filings/:id/people/:lineId/remove', 'POST /filings/:id/people/:lineId/remove', 'GET /filings/:id/uploads/:importId', 'POST /filings/:id/uploads/:importId/discard', 'GET /filings/:id/uploads/:importId/progress', 'POST /filings/:id/uploads/:importId/take'])
    .map((route) => [route, 'its filing has neither lines nor files; test/integration/filing has both']),
  ),
};

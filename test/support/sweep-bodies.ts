import { randomUUID } from 'node:crypto';
import { aPerson } from './people.js';
import { DIGEST, HOME_TOWN, type Home, type Target } from './sweep-targets.js';

/** Of every caller: long enough to be set anew by the rule. */
export const PASSWORD = '七只青蛙过大河里的石头桥梁';

/** A body that the operation takes from whoever may do it, so that what the sweep is told is not only a refusal of an empty one. */
export type BodyMaker = (target: Target, home: Home) => object;

const reveal = { purpose: 'contact_person', reason: '电话约面谈' };
const consent = { purpose: 'matching', recipient: 'federation' };
const address = { contact: 'somebody@example.org', current: PASSWORD };
const clerk = ({ employerId }: Home) => ({ displayName: '某人', role: 'employer_clerk', organisationId: employerId });
/** A day as the three boxes of a form. */
const boxes = (name: string, day: string): Target => Object.fromEntries(['year', 'month', 'day'].map((part, at) => [`${name}-${part}`, day.split('-')[at] ?? '']));
const region = { regionCode: HOME_TOWN, baseYear: 2024 };
const typedRegion = { region: HOME_TOWN, year: '2024' };
const order = { document: '催1号', issuedOn: '2026-01-05', expiresOn: '2026-01-20', amount: '100.00' };
const decision = { outcome: 'granted', document: '缓1号' };
const grounds = '厂房在洪水中受损，机器全部报废。';
const drawn = { name: '抽查', regionCode: HOME_TOWN, baseYear: 2021, cases: 1, linesEach: 1 };
let officialsYear = 2015;
/** Nobody has told of this year yet. */
const officials = () => ({ regionCode: `${HOME_TOWN}${String(100 + Math.floor(officialsYear / 21)).slice(-3)}`, year: 2015 + (officialsYear++ % 21), officials: 20, disabled: 3 });
const file = () => {
  const { name, citizenId, phone } = aPerson();
  return { name, citizenId, phone };
};

/** By method and path, a query for GET; a route that is not here takes nothing, or has no success to show. */
export const bodies: Readonly<Record<string, BodyMaker>> = {
  'POST /account': () => ({ displayName: '某人', language: 'zh' }),
  'POST /account/address': () => address,
  'POST /account/invitation': ({ code }) => ({ code }),
  'POST /account/password': () => ({ current: PASSWORD, password: PASSWORD }),
  'POST /account/role': ({ membershipId }) => ({ membership: membershipId }),
  'POST /account/sessions/end': ({ id }) => ({ session: id }),
  'PATCH /api/v1/account': ({ version }) => ({ displayName: '某人', version: Number(version) }),
  'POST /api/v1/account/memberships': ({ code }) => ({ code }),
  'POST /api/v1/accounts/:id/identities': () => ({ subject: randomUUID() }),
  'POST /api/v1/accounts/:id/second-factor-resets': () => ({ reason: 'lost' }),
  'POST /api/v1/address-changes': () => address,
  'POST /api/v1/conflicts/:id/settle': () => ({ version: 1, reason: 'nobody_proved' }),
  'POST /conflicts/:id': () => ({ version: '1', choice: 'none', reason: 'nobody_proved' }),
  'POST /api/v1/signals/:id/look': () => ({ version: 1, state: 'no_concern' }),
  'POST /signals/:id': () => ({ version: '1', state: 'no_concern' }),
  'POST /api/v1/assessments/:id/award': () => ({ choice: 'waived' }),
  'POST /api/v1/assessments/:id/credit-notices': () => ({ respondBy: '2099-01-01' }),
  'POST /api/v1/assessments/:id/orders': () => order,
  'POST /api/v1/assessments/:id/orders/:recordId/withdraw': () => ({ reason: 'mistake' }),
  'POST /api/v1/assessments/:id/relief-requests': () => ({ kind: 'deferral', months: 2, grounds }),
  'POST /api/v1/assessments/:id/warnings': () => ({ document: '催1号', issuedOn: '2026-01-05' }),
  'POST /api/v1/credit-records/:id/answer': () => ({ version: 1, outcome: 'rejected', answer: '测试' }),
  'POST /api/v1/credit-records/:id/objection': () => ({ version: 1, words: '测试' }),
  'POST /api/v1/credit-records/:id/drop': () => ({ version: 1, reason: 'paid' }),
  'POST /api/v1/credit-records/:id/record': () => ({ version: 1 }),
  'POST /api/v1/credit-records/:id/remove': () => ({ version: 1, reason: 'paid' }),
  'POST /api/v1/employers/:id/refuse': () => ({ version: 1, reason: 'code_unknown' }),
  'POST /api/v1/employers/:id/verify': () => ({ version: 1 }),
  'PATCH /api/v1/employers/:id/facts': () => ({
    version: 1, name: `改名 ${randomUUID()}`, kind: 'enterprise', registeredOn: null, taxRegionCode: null, industry: null, stateOwned: null, establishmentSize: null, establishmentLevel: null, isSchool: null, effectiveOn: '2025-01-01',
  }),
  'PUT /api/v1/employers/:id/contacts/:role': () => ({ name: '某人事' }),
  'POST /api/v1/employers/:id/branches': () => ({ name: '分厂', regionCode: HOME_TOWN }),
  'POST /api/v1/employers/:id/branches/:branchId/close': () => ({ closedOn: '2025-01-01' }),
  'PUT /api/v1/employers/:id/headcounts': () => ({ year: 2024, staff: Array.from({ length: 12 }, () => Math.floor(Math.random() * 1_000_000)) }),
  'POST /api/v1/employers/:id/duplicates': ({ uscc }) => ({ uscc }),
  'POST /api/v1/employer-duplicates/:id/merge': ({ into }) => ({ into }),
  'POST /employers/:id/contacts': () => ({ role: 'personnel', name: '某人事' }),
  'POST /employers/:id/contacts/remove': () => ({ role: 'personnel' }),
  'POST /employers/:id/branches': () => ({ name: '分厂', regionCode: HOME_TOWN }),
  'POST /employers/:id/branches/:branchId/close': () => ({ 'closedOn-year': '2025', 'closedOn-month': '1', 'closedOn-day': '1' }),
  'POST /employers/:id/headcounts': () => ({ year: '2024', m1: String(Math.floor(Math.random() * 1_000_000)) }),
  'POST /employers/:id/duplicates': ({ uscc }) => ({ uscc }),
  'POST /employers/:id/correct': () => ({ version: '1', name: `改名 ${randomUUID()}`, kind: 'enterprise', 'effectiveOn-year': '2025', 'effectiveOn-month': '1', 'effectiveOn-day': '1' }),
  'POST /employer-duplicates/:id': ({ into }) => ({ decision: into }),
  'POST /api/v1/files': file,
  'PATCH /api/v1/files/:id': () => ({ version: 1, name: '某人' }),
  'POST /api/v1/files/:id/assign': (_, { accounts }) => ({ version: 1, counselorId: accounts.get('counselor') }),
  'POST /api/v1/files/:id/close': () => ({ version: 1, reason: 'moved_away' }),
  'POST /api/v1/files/:id/link': (_, { accounts }) => ({ version: 1, accountId: accounts.get('jobseeker') }),
  'POST /api/v1/files/:id/reveal': () => ({ ...reveal, fields: ['phone'] }),
  'POST /api/v1/files/exports': () => ({ purpose: 'fill_form', reason: '上报季度名单' }),
  'POST /api/v1/files/look-up': ({ citizenId }) => ({ citizenId }),
  'POST /api/v1/filings': () => ({ baseYear: 2022 }),
  'POST /api/v1/filings/:id/facts': () => ({ version: 1, monthlyStaff: Array.from({ length: 12 }, () => 100), totalWages: '8000000.00' }),
  ...Object.fromEntries(['commitment', 'submit', 'withdraw', 'nothing-to-claim', 'reopen', 'prefill'].map((act) => [`POST /api/v1/filings/:id/${act}`, () => ({ version: 1 })])),
  'POST /api/v1/guardianships': (_, { accounts }) => ({ wardAccountId: accounts.get('jobseeker'), guardianName: '监护人', basis: 'statutory' }),
  'POST /api/v1/invitations': (_, home) => clerk(home),
  'POST /api/v1/machine-clients': () => ({ name: '程序', role: 'town_officer', permissions: ['members.read'], regionPrefix: HOME_TOWN, callsPerMinute: 5 }),
  'POST /api/v1/machine-clients/:id/keys': () => ({ days: 1 }),
  'POST /api/v1/members': (_, home) => clerk(home),
  'POST /api/v1/members/:accountId/memberships': (_, { organisationId }) => ({ role: 'village_commissioner', organisationId }),
  'POST /api/v1/notices': () => ({ ...region, closesOn: '2099-01-01' }),
  'POST /api/v1/notices/:id/withdraw': () => ({ reason: 'other' }),
  'POST /api/v1/organisations': () => ({ kind: 'school', name: `学校 ${randomUUID()}`, regionCode: HOME_TOWN }),
  'PATCH /api/v1/organisations/:id': () => ({ name: `学校 ${randomUUID()}`, version: 1 }),
  'POST /api/v1/own/consents': () => ({ ...consent, what: ['skills'] }),
  'POST /api/v1/own/ranking': () => ({ off: true }),
  'POST /api/v1/own/requests': () => ({ kind: 'explanation' }),
  'PUT /api/v1/password': () => ({ current: PASSWORD, password: PASSWORD }),
  'POST /api/v1/people/:personId/consents': () => ({ ...consent, what: ['skills'], how: 'paper' }),
  'POST /api/v1/people/:personId/consents/:id/withdraw': () => ({ how: 'paper' }),
  'POST /api/v1/relief-requests/:id/decide': () => ({ version: 1, ...decision, decidedOn: '2026-01-05', until: '2026-03-05' }),
  'POST /api/v1/relief-requests/:id/forward': () => ({ version: 1 }),
  'POST /api/v1/relief-requests/:id/withdraw': () => ({ version: 1 }),
  'POST /api/v1/relief-requests/publication': () => ({ ...region, baseYear: 2026, closesOn: '2099-01-01' }),
  'POST /api/v1/rights-requests/:id/grant': () => ({ version: 1, answer: '已当面说明' }),
  'POST /api/v1/rights-requests/:id/refuse': () => ({ version: 1, answer: '已当面说明' }),
  'POST /api/v1/tax/batches': () => region,
  'POST /api/v1/tax/batches/:id/acknowledge': () => ({ digest: DIGEST }),
  'PUT /api/v1/session/membership': ({ membershipId }) => ({ membershipId }),
  'GET /api/v1/leading/bodies': () => typedRegion,
  'GET /api/v1/leading/bodies/:employerId': () => ({ year: '2024' }),
  'GET /api/v1/leading/summary': () => typedRegion,
  'GET /api/v1/reconciliation': () => typedRegion,
  'GET /leading-bodies.csv': () => typedRegion,
  'GET /leading/bodies': () => typedRegion,
  'GET /leading/bodies/:employerId': () => ({ year: '2024' }),
  'POST /api/v1/inspection-cases/:id/answer': () => ({ version: 1 }),
  'POST /api/v1/inspection-cases/:id/clear': () => ({ version: 1 }),
  'POST /api/v1/inspection-cases/:id/decide': () => ({ version: 1, outcome: 'confirm', decision: '不采纳。' }),
  'POST /api/v1/inspection-cases/:id/defend': () => ({ version: 1, defence: '已经补发。' }),
  'POST /api/v1/inspection-cases/:id/propose': () => ({ version: 1, grounds, dueOn: '2099-01-01' }),
  'PUT /api/v1/inspection-cases/:id/lines/:lineId': () => ({ version: 1, finding: 'confirmed', months: [] }),
  'POST /api/v1/inspections': () => drawn,
  'POST /api/v1/inspections/:id/ask': () => ({ dueOn: '2099-01-01' }),
  'POST /api/v1/notices/:id/objections/:objectionId/answer': () => ({ outcome: 'upheld', answer: '属实。' }),
  'PUT /api/v1/leading/bodies/:employerId/plan': () => ({ baseYear: 2024, persons: 1, dueOn: '2099-01-01' }),
  'PUT /api/v1/leading/officials': () => officials(),
  'POST /assessments/:id/award': () => ({ choice: 'waived' }),
  'POST /assessments/:id/credit-notices': () => boxes('last', '2099-01-01'),
  'POST /assessments/:id/orders': () => ({ kind: 'order', document: '催1号', amount: '100.00', ...boxes('first', order.issuedOn), ...boxes('last', order.expiresOn) }),
  'POST /assessments/:id/orders/:recordId/withdraw': () => ({ reason: 'mistake' }),
  'POST /assessments/:id/relief': () => ({ kind: 'deferral', months: '2', grounds }),
  'POST /credit-records/:id/answer': () => ({ version: '1', outcome: 'rejected', answer: '测试' }),
  'POST /credit-records/:id/objection': () => ({ version: '1', words: '测试' }),
  'POST /credit-records/:id/drop': () => ({ version: '1', reason: 'paid' }),
  'POST /credit-records/:id/record': () => ({ version: '1' }),
  'POST /credit-records/:id/remove': () => ({ version: '1', reason: 'paid' }),
  'POST /employers/:id/decide': () => ({ decision: 'verify', version: '1' }),
  'POST /files/:id/reveal': () => ({ ...reveal, field_phone: 'phone' }),
  'POST /files/look-up': ({ citizenId }) => ({ citizenId }),
  'POST /members/:accountId/grant': (_, { organisationId }) => ({ role: 'village_commissioner', organisationId }),
  'POST /members/invite': (_, home) => clerk(home),
  'POST /members/new': (_, home) => clerk(home),
  'POST /draw-inspection': () => ({ ...drawn, baseYear: '2021', cases: '1', linesEach: '1' }),
  'POST /inspection-cases/:id/answer': () => ({ version: '1' }),
  'POST /inspection-cases/:id/clear': () => ({ version: '1' }),
  'POST /inspection-cases/:id/decide': () => ({ version: '1', outcome: 'confirm', decision: '不采纳。' }),
  'POST /inspection-cases/:id/defend': () => ({ version: '1', defence: '已经补发。' }),
  'POST /inspection-cases/:id/lines/:lineId': () => ({ version: '1', finding: 'confirmed' }),
  'POST /inspection-cases/:id/propose': () => ({ version: '1', grounds, ...boxes('dueOn', '2099-01-01') }),
  'POST /inspections/:id/ask': () => boxes('dueOn', '2099-01-01'),
  'POST /notices/:id/objections/:objectionId': () => ({ outcome: 'upheld', answer: '属实。' }),
  'POST /leading/bodies/:employerId': () => ({ year: '2024', persons: '1', version: '', ...boxes('dueOn', '2099-01-01') }),
  'POST /leading/officials': () => Object.fromEntries(Object.entries(officials()).map(([name, value]) => [name, String(value)])),
  'POST /my-data/consents': () => ({ ...consent, what_skills: 'skills' }),
  'POST /my-data/consents/withdraw': ({ id }) => ({ id }),
  'POST /my-data/ranking': () => ({ off: 'yes' }),
  'POST /my-data/requests': () => ({ kind: 'explanation' }),
  'POST /my-data/requests/withdraw': ({ id }) => ({ id }),
  'POST /notice-desk': () => ({ regionCode: HOME_TOWN, baseYear: '2024', act: 'publish', ...boxes('closesOn', '2099-01-01') }),
  'POST /notices/:id/withdraw': () => ({ reason: 'other' }),
  'POST /open-file': file,
  'POST /relief-publication': () => ({ region: HOME_TOWN, year: '2026', ...boxes('last', '2099-01-01') }),
  'POST /relief-requests/:id/decide': () => ({ version: '1', ...decision, ...boxes('first', '2026-01-05'), ...boxes('last', '2026-03-05') }),
  'POST /relief-requests/:id/forward': () => ({ version: '1' }),
  'POST /relief-requests/:id/withdraw': () => ({ version: '1' }),
  'POST /tax': () => typedRegion,
  'POST /tax/batches/:id/acknowledge': () => ({ digest: DIGEST }),
  'POST /rights-requests/:id': () => ({ version: '1', answer: '已当面说明', act: 'grant' }),
  'POST /second-factor-reset/:id': () => ({ reason: 'lost' }),
};

/** Operations that succeed for nobody here, and why. */
export const withoutSuccess: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['/employer-imports', '/api/v1/employer-imports'].map((path) => [`POST ${path}`, 'a list is a file; test/e2e/employer-file-pages and test/browser/support/employer-records send one'])),
  'GET /api/v1/filings/:id/platform/export': 'the sweep asks for JSON and this is a workbook; test/integration/filing/platform opens it',
  'POST /account/authenticator': 'nobody of the sweep has an authenticator',
  'POST /account/authenticator/set-up': 'the secret that is shown would have to be used',
  ...Object.fromEntries(
    [...['submit', 'reopen', 'withdraw', 'lines', 'lines/:lineId/remove', 'rosters', 'rosters/:importId/take', 'rosters/:importId/discard', 'doubts/:doubtId/settle', 'platform/files'].map((act) => `POST /api/v1/filings/:id/${act}`), 'PATCH /api/v1/filings/:id/lines/:lineId']
      .map((route) => [route, 'a draft without lines and files; test/integration/filing has them']),
  ),
  ...Object.fromEntries(['/filings', '/filings/:id/add-person', '/filings/:id/commitment', '/filings/:id/doubts/:doubtId/settle', '/filings/:id/facts', '/filings/:id/nothing', '/filings/:id/people/:lineId', '/filings/:id/people/:lineId/remove', '/filings/:id/platform/files', '/filings/:id/prefill', '/filings/:id/reopen', '/filings/:id/submit', '/filings/:id/uploads', '/filings/:id/uploads/:importId/discard', '/filings/:id/uploads/:importId/take', '/filings/:id/withdraw'].map((path) => [`POST ${path}`, 'its form is filled in by test/e2e/filing-pages'])),
  ...Object.fromEntries(
    ['/enter-organisation', '/organisations/:id', '/export-files', '/files/:id/assign', '/files/:id/change', '/files/:id/close', '/files/:id/link', '/members/:accountId/guardian', '/members/:accountId/restore', '/api/v1/members/:accountId/restore']
      .map((path) => [`POST ${path}`, 'its form is filled in by test/e2e/desk-pages']),
  ),
  ...Object.fromEntries(
    ['POST /api/v1/tax/imports', 'POST /api/v1/finance/imports', 'POST /exchange/tax', 'POST /exchange/finance', 'POST /api/v1/relief-requests/:id/evidence', 'POST /relief-requests/:id/evidence', 'POST /api/v1/inspection-cases/:id/papers', 'POST /inspection-cases/:id/papers'].map((route) => [route, 'an upload; test/integration/collection and test/integration/oversight have it']),
  ),
  'POST /api/v1/accounts/:id/identities': 'no single sign-on is set up',
};

import { randomUUID } from 'node:crypto';
import { aPerson } from './people.js';
import { HOME_TOWN, type Home, type Target } from './sweep-targets.js';

/** Of every caller: long enough to be set anew by the rule. */
export const PASSWORD = '七只青蛙过大河里的石头桥梁';

/** A body that the operation takes from whoever may do it, so that what the sweep is told is not only a refusal of an empty one. */
export type BodyMaker = (target: Target, home: Home) => object;

const reveal = { purpose: 'contact_person', reason: '电话约面谈' };
const consent = { purpose: 'matching', recipient: 'federation' };
const address = { contact: 'somebody@example.org', current: PASSWORD };
const clerk = ({ employerId }: Home) => ({ displayName: '某人', role: 'employer_clerk', organisationId: employerId });
const file = () => {
  const { name, citizenId, phone } = aPerson();
  return { name, citizenId, phone };
};

/** By method and path; a route that is not here takes no body, or has no success to show. */
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
  'POST /api/v1/organisations': () => ({ kind: 'school', name: `学校 ${randomUUID()}`, regionCode: HOME_TOWN }),
  'PATCH /api/v1/organisations/:id': () => ({ name: `学校 ${randomUUID()}`, version: 1 }),
  'POST /api/v1/own/consents': () => ({ ...consent, what: ['skills'] }),
  'POST /api/v1/own/ranking': () => ({ off: true }),
  'POST /api/v1/own/requests': () => ({ kind: 'explanation' }),
  'PUT /api/v1/password': () => ({ current: PASSWORD, password: PASSWORD }),
  'POST /api/v1/people/:personId/consents': () => ({ ...consent, what: ['skills'], how: 'paper' }),
  'POST /api/v1/people/:personId/consents/:id/withdraw': () => ({ how: 'paper' }),
  'POST /api/v1/rights-requests/:id/grant': () => ({ version: 1, answer: '已当面说明' }),
  'POST /api/v1/rights-requests/:id/refuse': () => ({ version: 1, answer: '已当面说明' }),
  'PUT /api/v1/session/membership': ({ membershipId }) => ({ membershipId }),
  'POST /employers/:id/decide': () => ({ decision: 'verify', version: '1' }),
  'POST /files/:id/reveal': () => ({ ...reveal, field_phone: 'phone' }),
  'POST /files/look-up': ({ citizenId }) => ({ citizenId }),
  'POST /members/:accountId/grant': (_, { organisationId }) => ({ role: 'village_commissioner', organisationId }),
  'POST /members/invite': (_, home) => clerk(home),
  'POST /members/new': (_, home) => clerk(home),
  'POST /my-data/consents': () => ({ ...consent, what_skills: 'skills' }),
  'POST /my-data/consents/withdraw': ({ id }) => ({ id }),
  'POST /my-data/ranking': () => ({ off: 'yes' }),
  'POST /my-data/requests': () => ({ kind: 'explanation' }),
  'POST /my-data/requests/withdraw': ({ id }) => ({ id }),
  'POST /open-file': file,
  'POST /rights-requests/:id': () => ({ version: '1', answer: '已当面说明', act: 'grant' }),
  'POST /second-factor-reset/:id': () => ({ reason: 'lost' }),
};

/** Operations that succeed for nobody here, and why. */
export const withoutSuccess: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['/employer-imports', '/api/v1/employer-imports'].map((path) => [`POST ${path}`, 'a list is a file; test/e2e/employer-file-pages and test/browser/support/employer-records send one'])),
  'POST /account/authenticator': 'nobody of the sweep has an authenticator',
  'POST /account/authenticator/set-up': 'the secret that is shown would have to be used',
  ...Object.fromEntries(
    [...['submit', 'reopen', 'withdraw', 'lines', 'lines/:lineId/remove', 'rosters', 'rosters/:importId/take', 'rosters/:importId/discard', 'doubts/:doubtId/settle'].map((act) => `POST /api/v1/filings/:id/${act}`), 'PATCH /api/v1/filings/:id/lines/:lineId']
      .map((route) => [route, 'a draft without lines and files; test/integration/filing has them']),
  ),
  ...Object.fromEntries(['/filings', '/filings/:id/add-person', '/filings/:id/commitment', '/filings/:id/doubts/:doubtId/settle', '/filings/:id/facts', '/filings/:id/nothing', '/filings/:id/people/:lineId', '/filings/:id/people/:lineId/remove', '/filings/:id/prefill', '/filings/:id/reopen', '/filings/:id/submit', '/filings/:id/uploads', '/filings/:id/uploads/:importId/discard', '/filings/:id/uploads/:importId/take', '/filings/:id/withdraw'].map((path) => [`POST ${path}`, 'its form is filled in by test/e2e/filing-pages'])),
  ...Object.fromEntries(
    ['/enter-organisation', '/organisations/:id', '/export-files', '/files/:id/assign', '/files/:id/change', '/files/:id/close', '/files/:id/link', '/members/:accountId/guardian', '/members/:accountId/restore', '/api/v1/members/:accountId/restore']
      .map((path) => [`POST ${path}`, 'its form is filled in by test/e2e/desk-pages']),
  ),
  'POST /api/v1/accounts/:id/identities': 'no single sign-on is set up',
};

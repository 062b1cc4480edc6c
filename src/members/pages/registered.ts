import { inside, type PageEntry, type Visitor } from '../../ui/index.js';

// Loads nothing but types and the registry: the browser checks read this list without starting the service.

/** The jobseeker of the checks and its role, whom the officer of the same county looks after. */
const JOBSEEKER = '00000000-0000-4000-8000-000000001001';
const ITS_ROLE = '00000000-0000-4000-8000-000000002001';

/** The town officer of the checks. */
const OFFICER = '00000000-0000-4000-8000-000000001002';
/** The administrator, the only one of the place: nobody can take this role. */
const ADMINISTRATOR = '00000000-0000-4000-8000-000000001003';
const LAST_ROLE = '00000000-0000-4000-8000-000000002003';
/** Of the only clerk of an employer. */
const CLERKS_ROLE = '00000000-0000-4000-8000-000000012900';

const wrong = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('regionCode', '12');
  await visitor.submit();
};

const invite = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('displayName', '某新人');
  await visitor.choose('role', 'jobseeker');
  await visitor.fill('regionCode', '370303');
  await visitor.submit();
};

const revokeOf = (account: string, membership: string): string => `/members/${account}/memberships/${membership}/revoke`;

/** Members and roles, and one's own account, for the browser checks. */
export const memberPages: readonly PageEntry[] = [
  {
    id: 'members.list', path: '/members', easyRead: false,
    states: [inside('town_officer', 'filled', '/members'), inside('administrator', 'administrator', '/members'), inside('auditor', 'reading-only', '/members'), inside('town_officer', 'empty', '/members?role=guardian')],
  },
  {
    id: 'members.member', path: '/members/:accountId', easyRead: false,
    states: [
      inside('town_officer', 'opened', `/members/${JOBSEEKER}`), inside('town_officer', 'granted', `/members/${JOBSEEKER}?done=granted`), inside('town_officer', 'created', `/members/${JOBSEEKER}?done=created`),
      inside('administrator', 'administrator', `/members/${OFFICER}`), inside('auditor', 'reading-only', `/members/${OFFICER}`),
    ],
  },
  {
    id: 'members.revoke', path: '/members/:accountId/memberships/:membershipId/revoke', easyRead: false,
    states: [inside('town_officer', 'opened', revokeOf(JOBSEEKER, ITS_ROLE)), inside('administrator', 'error', revokeOf(ADMINISTRATOR, LAST_ROLE), (visitor) => visitor.submit())],
  },
  { id: 'members.grant', path: '/members/:accountId/grant', easyRead: false, states: [inside('town_officer', 'empty', `/members/${JOBSEEKER}/grant`), inside('town_officer', 'error', `/members/${JOBSEEKER}/grant`, wrong)] },
  { id: 'members.invite', path: '/members/invite', easyRead: false, states: [inside('town_officer', 'empty', '/members/invite'), inside('administrator', 'error', '/members/invite', wrong), inside('town_officer', 'invited', '/members/invite', invite)] },
  { id: 'members.new', path: '/members/new', easyRead: false, states: [inside('town_officer', 'empty', '/members/new'), inside('town_officer', 'error', '/members/new', wrong)] },
  {
    id: 'account', path: '/account', easyRead: true,
    states: [
      // First somebody who comes anew each time: the checks of forms write another name there.
      inside('with-authenticator', 'officer', '/account'), inside('jobseeker', 'opened', '/account'), inside('', 'without-role', '/account'), inside('jobseeker', 'saved', '/account?done=saved'),
      inside('jobseeker', 'error', '/account', async (visitor) => { await visitor.fill('displayName', ''); await visitor.submit(); }),
    ],
  },
  { id: 'account.leave', path: '/account/memberships/:membershipId/leave', easyRead: true, states: [
      inside('jobseeker', 'opened', `/account/memberships/${ITS_ROLE}/leave`),
      inside('people.clerk', 'last-clerk', `/account/memberships/${CLERKS_ROLE}/leave`),
      inside('administrator', 'error', `/account/memberships/${LAST_ROLE}/leave`, (visitor) => visitor.submit()),
    ] },
];

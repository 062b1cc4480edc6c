import type { PageEntry, PageState, Visitor } from '../../ui/index.js';

// Loads nothing but types: the browser checks read this list without starting the service.

const inside = (role: string, name: string, path: string, act?: (visitor: Visitor) => Promise<void>): PageState => ({
  name,
  arrange: async (visitor) => {
    await visitor.signIn(role);
    await visitor.open(path);
    await act?.(visitor);
  },
});

/** The jobseeker of the checks and its role, whom the officer of the same county looks after. */
const JOBSEEKER = '00000000-0000-4000-8000-000000001001';
const ITS_ROLE = '00000000-0000-4000-8000-000000002001';

const wrong = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('regionCode', '12');
  await visitor.submit();
};

/** Members and roles, and one's own account, for the browser checks. */
export const memberPages: readonly PageEntry[] = [
  { id: 'members.list', path: '/members', easyRead: false, states: [inside('town_officer', 'filled', '/members'), inside('administrator', 'administrator', '/members'), inside('town_officer', 'empty', '/members?role=guardian')] },
  { id: 'members.member', path: '/members/:accountId', easyRead: false, states: [inside('town_officer', 'opened', `/members/${JOBSEEKER}`), inside('town_officer', 'granted', `/members/${JOBSEEKER}?done=granted`)] },
  { id: 'members.revoke', path: '/members/:accountId/memberships/:membershipId/revoke', easyRead: false, states: [inside('town_officer', 'opened', `/members/${JOBSEEKER}/memberships/${ITS_ROLE}/revoke`)] },
  { id: 'members.grant', path: '/members/:accountId/grant', easyRead: false, states: [inside('town_officer', 'empty', `/members/${JOBSEEKER}/grant`), inside('town_officer', 'error', `/members/${JOBSEEKER}/grant`, wrong)] },
  { id: 'members.invite', path: '/members/invite', easyRead: false, states: [inside('town_officer', 'empty', '/members/invite'), inside('administrator', 'error', '/members/invite', wrong)] },
  { id: 'members.new', path: '/members/new', easyRead: false, states: [inside('town_officer', 'empty', '/members/new'), inside('town_officer', 'error', '/members/new', wrong)] },
  {
    id: 'account', path: '/account', easyRead: true,
    states: [
      inside('jobseeker', 'opened', '/account'), inside('', 'without-role', '/account'), inside('jobseeker', 'saved', '/account?done=saved'),
      inside('jobseeker', 'error', '/account', async (visitor) => { await visitor.fill('displayName', ''); await visitor.submit(); }),
    ],
  },
  { id: 'account.leave', path: '/account/memberships/:membershipId/leave', easyRead: true, states: [inside('jobseeker', 'opened', `/account/memberships/${ITS_ROLE}/leave`)] },
];

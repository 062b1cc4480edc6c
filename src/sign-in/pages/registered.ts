import { opened, type PageEntry, type PageState, type Visitor } from '../../ui/index.js';

// Loads nothing but types and the registry: the browser checks read this list without starting the service.

const inside = (role: string, name: string, path: string, act?: (visitor: Visitor) => Promise<void>): PageState => ({
  name,
  arrange: async (visitor) => {
    await visitor.signIn(role);
    await visitor.open(path);
    await act?.(visitor);
  },
});

/** Opens a page and sends its form as it stands, or with these fields. */
const sent = (name: string, path: string, fields: Readonly<Record<string, string>>): PageState => ({
  name,
  arrange: async (visitor) => {
    await visitor.open(path);
    for (const [field, value] of Object.entries(fields)) await visitor.fill(field, value);
    await visitor.submit();
  },
});

/** The account of the checks whose pages an officer opens. */
const SOMEBODY = '00000000-0000-4000-8000-000000001001';
/** The town officer of the checks. */
const COLLEAGUE = '00000000-0000-4000-8000-000000001002';

/** Sign-in, and a person's own sessions and credentials, for the browser checks. */
export const signInPages: readonly PageEntry[] = [
  {
    id: 'sign-in', path: '/sign-in', easyRead: true,
    states: [{ name: 'empty', arrange: (visitor) => visitor.open('/sign-in?next=%2Fhelp') }, sent('error', '/sign-in', { contact: 'nobody@example.org', password: 'not the password' }), { name: 'signed-out', arrange: (visitor) => visitor.open('/sign-in?after=signed_out') }],
  },
  { id: 'sign-in.code', path: '/sign-in/code', easyRead: true, states: [{ name: 'empty', arrange: (visitor) => visitor.open('/sign-in/code') }, sent('error', '/sign-in/code', { code: '1234' })] },
  { id: 'sign-in.second-factor', path: '/sign-in/second-factor', easyRead: true, states: [{ name: 'without-first-step', arrange: (visitor) => visitor.open('/sign-in/second-factor') }] },
  { id: 'sign-in.authenticator', path: '/sign-in/authenticator', easyRead: false, states: [{ name: 'without-first-step', arrange: (visitor) => visitor.open('/sign-in/authenticator') }] },
  { id: 'sign-in.forgotten', path: '/sign-in/forgotten', easyRead: true, states: [{ name: 'empty', arrange: (visitor) => visitor.open('/sign-in/forgotten') }, sent('error', '/sign-in/forgotten', { contact: '' }), sent('sent', '/sign-in/forgotten', { contact: 'nobody@example.org' })] },
  { id: 'sign-in.reset', path: '/sign-in/reset', easyRead: true, states: [{ name: 'expired', arrange: (visitor) => visitor.open('/sign-in/reset?token=expired') }] },
  { id: 'sign-in.oidc', path: '/sign-in/oidc/callback', easyRead: false, states: [{ name: 'expired', arrange: (visitor) => visitor.open('/sign-in/oidc/callback?code=x&state=y') }] },
  { id: 'invitation', path: '/invitation', easyRead: true, states: [opened('/invitation?code=ABCD'), sent('error', '/invitation', { code: 'ABCD', password: 'short' })] },
  { id: 'account.sessions', path: '/account/sessions', easyRead: true, states: [inside('jobseeker', 'opened', '/account/sessions')] },
  { id: 'account.role', path: '/account/role', easyRead: true, states: [inside('jobseeker', 'opened', '/account/role'), inside('', 'none', '/account/role')] },
  { id: 'account.password', path: '/account/password', easyRead: true, states: [inside('jobseeker', 'empty', '/account/password'), inside('town_officer', 'error', '/account/password', (visitor) => visitor.submit())] },
  { id: 'account.address', path: '/account/address', easyRead: true, states: [inside('jobseeker', 'empty', '/account/address'), inside('jobseeker', 'sent', '/account/address?sent=yes'), inside('town_officer', 'error', '/account/address', (visitor) => visitor.submit())] },
  { id: 'account.address.confirm', path: '/account/address/confirm', easyRead: true, states: [{ name: 'expired', arrange: (visitor) => visitor.open('/account/address/confirm?token=expired') }, { name: 'confirmed', arrange: (visitor) => visitor.open('/account/address/confirm?done=yes') }] },
  { id: 'account.authenticator', path: '/account/authenticator', easyRead: false, states: [inside('jobseeker', 'opened', '/account/authenticator')] },
  // The secret is another one in every round; its page is looked at without a golden file.
  { id: 'account.authenticator.set-up', path: '/account/authenticator/set-up', easyRead: false, states: [inside('', 'opened', '/account/authenticator/set-up')] },
  { id: 'second-factor-reset', path: '/second-factor-reset/:id', easyRead: false, states: [inside('administrator', 'opened', `/second-factor-reset/${COLLEAGUE}`), inside('administrator', 'error', `/second-factor-reset/${COLLEAGUE}`, (visitor) => visitor.submit())] },
  { id: 'office-code', path: '/office-code/:id', easyRead: false, states: [inside('town_officer', 'opened', `/office-code/${SOMEBODY}`)] },
];

import { inside, opened, type PageEntry, type PageState, type Visitor } from '../../ui/index.js';

// Loads nothing but types and the registry: the browser checks read this list without starting the service.

const outside = (name: string, path: string): PageState => ({ ...opened(path), name });

/** Opens a page and sends its form with these fields. */
const sent = (name: string, path: string, fields: Readonly<Record<string, string>>): PageState => ({
  name,
  arrange: async (visitor) => {
    await visitor.open(path);
    await sending(fields)(visitor);
  },
});

const sending = (fields: Readonly<Record<string, string>>) => async (visitor: Visitor): Promise<void> => {
  for (const [field, value] of Object.entries(fields)) await visitor.fill(field, value);
  await visitor.submit();
};

/** A step that follows a right password. */
const owing = (step: 'second_factor' | 'enrolment', name: string, path: string, act?: (visitor: Visitor) => Promise<void>): PageState => ({
  name,
  arrange: async (visitor) => {
    await visitor.owes(step);
    await visitor.open(path);
    await act?.(visitor);
  },
});

// Whom and what the browser checks keep; test/browser/support puts them into their database.

/** The account whose pages an officer opens. */
const SOMEBODY = '00000000-0000-4000-8000-000000001001';
/** The town officer. */
const COLLEAGUE = '00000000-0000-4000-8000-000000001002';
/** Somebody who signs in by typing. */
export const RETURNING = { name: 'returning', contact: 'returning@example.org', password: '七只青蛙过大河里的桥梁' } as const;
/** Links that hold: tokens as the message with the link has them. */
export const HELD_LINKS = { password: `zjr_${'password'.padEnd(43, '_')}`, address: `zjr_${'address'.padEnd(43, '_')}`, addressOfAnother: `zjr_${'another'.padEnd(43, '_')}` } as const;
/** Of everybody with an authenticator. */
export const RECOVERY_CODE = '0110 1234 ABCD ZZZZ';

/** Types into the own account's page; the session ends before that is sent. */
async function sendTooLate(visitor: Visitor): Promise<void> {
  await visitor.signIn(RETURNING.name);
  await visitor.open('/account');
  await visitor.fill('displayName', '林小雨');
  await visitor.sessionEnds();
  await visitor.submit();
}

/** Sign-in, and a person's own sessions and credentials, for the browser checks. */
export const signInPages: readonly PageEntry[] = [
  {
    id: 'sign-in', path: '/sign-in', easyRead: true,
    states: [
      outside('empty', '/sign-in?next=%2Fhelp'),
      sent('error', '/sign-in', { contact: 'nobody@example.org', password: 'not the password' }),
      outside('signed-out', '/sign-in?after=signed_out'),
      outside('changed', '/sign-in?after=changed'),
      { name: 'ended', arrange: sendTooLate },
      {
        name: 'continued',
        arrange: async (visitor) => {
          await sendTooLate(visitor);
          await sending({ contact: RETURNING.contact, password: RETURNING.password })(visitor);
        },
      },
    ],
  },
  { id: 'sign-in.code', path: '/sign-in/code', easyRead: true, states: [outside('empty', '/sign-in/code'), sent('error', '/sign-in/code', { code: '1234' })] },
  {
    id: 'sign-in.second-factor', path: '/sign-in/second-factor', easyRead: true,
    states: [owing('second_factor', 'empty', '/sign-in/second-factor'), owing('second_factor', 'error', '/sign-in/second-factor', sending({ code: '12345' }))],
  },
  {
    id: 'sign-in.authenticator', path: '/sign-in/authenticator', easyRead: false,
    states: [owing('enrolment', 'empty', '/sign-in/authenticator'), owing('enrolment', 'error', '/sign-in/authenticator', sending({ code: '12345' }))],
  },
  {
    id: 'sign-in.forgotten', path: '/sign-in/forgotten', easyRead: true,
    states: [outside('empty', '/sign-in/forgotten'), sent('error', '/sign-in/forgotten', { contact: '' }), sent('sent', '/sign-in/forgotten', { contact: 'nobody@example.org' })],
  },
  {
    id: 'sign-in.reset', path: '/sign-in/reset', easyRead: true,
    states: [outside('empty', `/sign-in/reset?token=${HELD_LINKS.password}`), sent('error', `/sign-in/reset?token=${HELD_LINKS.password}`, { password: '123456789012' }), outside('expired', '/sign-in/reset?token=expired')],
  },
  { id: 'sign-in.oidc', path: '/sign-in/oidc/callback', easyRead: false, states: [outside('expired', '/sign-in/oidc/callback?code=x&state=y')] },
  { id: 'invitation', path: '/invitation', easyRead: true, states: [outside('opened', '/invitation?code=ABCD'), sent('error', '/invitation', { code: 'ABCD', password: 'short' })] },
  { id: 'account.sessions', path: '/account/sessions', easyRead: true, states: [inside('jobseeker', 'opened', '/account/sessions'), inside('jobseeker', 'ended', '/account/sessions?ended=yes')] },
  { id: 'account.role', path: '/account/role', easyRead: true, states: [inside('jobseeker', 'opened', '/account/role'), inside('', 'none', '/account/role')] },
  {
    id: 'account.password', path: '/account/password', easyRead: true,
    states: [inside(RETURNING.name, 'empty', '/account/password'), inside(RETURNING.name, 'error', '/account/password', sending({ current: 'not the password', password: 'short' })), inside(RETURNING.name, 'saved', '/account/password?saved=yes')],
  },
  {
    id: 'account.address', path: '/account/address', easyRead: true,
    states: [inside('jobseeker', 'empty', '/account/address'), inside('jobseeker', 'sent', '/account/address?sent=yes'), inside('town_officer', 'error', '/account/address', sending({ contact: 'not an address' }))],
  },
  {
    id: 'account.address.confirm', path: '/account/address/confirm', easyRead: true,
    states: [
      outside('opened', `/account/address/confirm?token=${HELD_LINKS.address}`),
      sent('error', `/account/address/confirm?token=${HELD_LINKS.addressOfAnother}`, {}),
      outside('confirmed', '/account/address/confirm?done=yes'),
      outside('expired', '/account/address/confirm?token=expired'),
    ],
  },
  {
    id: 'account.authenticator', path: '/account/authenticator', easyRead: false,
    states: [
      inside('jobseeker', 'none', '/account/authenticator'),
      inside('with-authenticator', 'opened', '/account/authenticator'),
      inside('with-authenticator', 'error', '/account/authenticator', sending({ code: '12345' })),
      inside('with-authenticator', 'codes', '/account/authenticator', sending({ code: RECOVERY_CODE })),
    ],
  },
  { id: 'account.authenticator.set-up', path: '/account/authenticator/set-up', easyRead: false, states: [inside('', 'empty', '/account/authenticator/set-up'), inside('', 'error', '/account/authenticator/set-up', sending({ code: '12345' }))] },
  {
    id: 'second-factor-reset', path: '/second-factor-reset/:id', easyRead: false,
    states: [
      inside('administrator', 'opened', `/second-factor-reset/${COLLEAGUE}`),
      inside('administrator', 'error', `/second-factor-reset/${COLLEAGUE}`, (visitor) => visitor.submit()),
      inside('administrator', 'done', `/second-factor-reset/${COLLEAGUE}?done=yes`),
    ],
  },
  {
    id: 'office-code', path: '/office-code/:id', easyRead: false,
    states: [
      inside('town_officer', 'opened', `/office-code/${SOMEBODY}`),
      inside('town_officer', 'error', `/office-code/${COLLEAGUE}`, (visitor) => visitor.submit()),
      inside('town_officer', 'issued', `/office-code/${SOMEBODY}`, (visitor) => visitor.submit()),
    ],
  },
];

import { inside, type PageEntry, type Visitor } from '../../ui/index.js';

const sendAsItIs = (visitor: Visitor): Promise<void> => visitor.submit();

const halfAppointed = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('guardianName', '某监护人');
  await visitor.fill('until-year', '2027');
  await visitor.submit();
};

const wrongOrganisation = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('name', '不存在的学校');
  await visitor.fill('regionCode', '999999');
  await visitor.choose('kind', 'school');
  await visitor.submit();
};

const unnamed = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('name', '');
  await visitor.submit();
};

/** Stopping accounts, guardians and organisations, for the browser checks. */
export const deskPages: readonly PageEntry[] = [
  {
    id: 'desk.member', path: '/members/:accountId', easyRead: false,
    states: [
      inside('people.administrator', 'suspended', '/members/{account.people.stopped}?done=suspended'), inside('people.administrator', 'restored', '/members/{account.people.counselor}?done=restored'),
      inside('people.officer', 'ward', '/members/{account.people.leaver}'), inside('people.officer', 'without-guardian', '/members/{account.people.forgotten}'), inside('people.officer', 'appointed', '/members/{account.people.guardian}?done=appointed'),
    ],
  },
  {
    id: 'desk.suspend', path: '/members/:accountId/suspend', easyRead: false,
    states: [inside('people.administrator', 'opened', '/members/{account.people.counselor}/suspend'), inside('people.administrator', 'refused', '/members/{account.people.administrator}/suspend', sendAsItIs)],
  },
  {
    id: 'desk.restore', path: '/members/:accountId/restore', easyRead: false,
    states: [inside('people.administrator', 'opened', '/members/{account.people.stopped}/restore'), inside('people.administrator', 'refused', '/members/{account.people.counselor}/restore', sendAsItIs)],
  },
  {
    id: 'desk.guardian', path: '/members/:accountId/guardian', easyRead: false,
    states: [inside('people.officer', 'empty', '/members/{account.people.leaver}/guardian'), inside('people.officer', 'error', '/members/{account.people.leaver}/guardian', halfAppointed)],
  },
  {
    id: 'organisations.list', path: '/organisations', easyRead: false,
    states: [inside('people.administrator', 'filled', '/organisations'), inside('people.officer', 'by-kind', '/organisations?kind=federation'), inside('people.busy-officer', 'empty', '/organisations?kind=school')],
  },
  { id: 'organisations.new', path: '/enter-organisation', easyRead: false, states: [inside('people.administrator', 'empty', '/enter-organisation'), inside('people.administrator', 'error', '/enter-organisation', wrongOrganisation)] },
  {
    id: 'organisations.organisation', path: '/organisations/:id', easyRead: false,
    states: [
      inside('people.administrator', 'opened', '/organisations/{organisation.federation}'), inside('people.administrator', 'error', '/organisations/{organisation.federation}', unnamed),
      inside('people.administrator', 'added', '/organisations/{organisation.school}?done=added'), inside('people.officer', 'read-only', '/organisations/{organisation.federation}'),
      inside('people.busy-officer', 'not-found', '/organisations/{organisation.federation}'),
    ],
  },
];

import { inside, type PageEntry, type Visitor } from '../../ui/index.js';

const agreeToNothing = async (visitor: Visitor): Promise<void> => {
  await visitor.choose('purpose', 'matching');
  await visitor.fill('until-year', '2020');
  await visitor.fill('until-month', '1');
  await visitor.fill('until-day', '1');
  await visitor.submit();
};

const askForNothing = (visitor: Visitor): Promise<void> => visitor.submit();

const answerWithNothing = (visitor: Visitor): Promise<void> => visitor.submit();

const answerOwn = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('answer', '已经改好。');
  await visitor.submit();
};

/** A person's own data and rights, and those who answer, for the browser checks. */
export const rightsPages: readonly PageEntry[] = [
  {
    id: 'my-data', path: '/my-data', easyRead: true,
    states: [inside('people.person', 'filled', '/my-data'), inside('people.guardian', 'guardian', '/my-data'), inside('people.without-file', 'without-file', '/my-data')],
  },
  {
    id: 'my-data.looks', path: '/my-data/looks', easyRead: true,
    states: [inside('people.person', 'filled', '/my-data/looks'), inside('people.newcomer', 'empty', '/my-data/looks'), inside('people.without-file', 'without-file', '/my-data/looks')],
  },
  {
    id: 'my-data.consents', path: '/my-data/consents', easyRead: true,
    states: [
      inside('people.newcomer', 'empty', '/my-data/consents'), inside('people.newcomer', 'error', '/my-data/consents', agreeToNothing), inside('people.person', 'filled', '/my-data/consents'),
      inside('people.person', 'given', '/my-data/consents?done=given'), inside('people.person', 'withdrawn', '/my-data/consents?done=withdrawn'), inside('people.without-file', 'without-file', '/my-data/consents'),
    ],
  },
  {
    id: 'my-data.requests', path: '/my-data/requests', easyRead: true,
    states: [
      inside('people.newcomer', 'empty', '/my-data/requests'), inside('people.newcomer', 'error', '/my-data/requests', askForNothing), inside('people.person', 'filled', '/my-data/requests'),
      inside('people.person', 'asked', '/my-data/requests?done=asked'), inside('people.person', 'withdrawn', '/my-data/requests?done=withdrawn'), inside('people.person', 'switched', '/my-data/requests?done=switched'),
      inside('people.without-file', 'without-file', '/my-data/requests'),
    ],
  },
  {
    id: 'rights-requests', path: '/rights-requests', easyRead: false,
    states: [inside('people.officer', 'filled', '/rights-requests'), inside('people.officer', 'by-status', '/rights-requests?status=received'), inside('people.busy-officer', 'empty', '/rights-requests?status=granted')],
  },
  {
    id: 'rights-requests.request', path: '/rights-requests/:id', easyRead: false,
    states: [
      inside('people.own-officer', 'own', '/rights-requests/{request.own}', answerOwn), inside('people.officer', 'waiting', '/rights-requests/{request.waiting}'),
      inside('people.officer', 'error', '/rights-requests/{request.waiting}', answerWithNothing), inside('people.officer', 'deletion', '/rights-requests/{request.deletion}'),
      inside('people.officer', 'answered', '/rights-requests/{request.answered}'), inside('people.officer', 'done', '/rights-requests/{request.answered}?done=yes'),
      inside('people.busy-officer', 'not-found', '/rights-requests/{request.waiting}'),
    ],
  },
  { id: 'retention', path: '/retention', easyRead: false, states: [inside('auditor', 'periods', '/retention')] },
];

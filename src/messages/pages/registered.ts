import { inside, type PageEntry } from '../../ui/index.js';

/** Messages to an account, for the browser checks. What is opened is read from then on, so that lists and messages belong to different people. */
export const inboxPages: readonly PageEntry[] = [
  {
    id: 'inbox', path: '/inbox', easyRead: true,
    states: [
      inside('people.officer', 'filled', '/inbox'), inside('people.newcomer', 'empty', '/inbox'), inside('people.busy-officer', 'long', '/inbox'),
      inside('people.busy-officer', 'older', '/inbox', (visitor) => visitor.follow('/inbox?after=')),
    ],
  },
  {
    id: 'inbox.message', path: '/inbox/:messageId', easyRead: true,
    states: [inside('people.person', 'opened', '/inbox/{message.answer}'), inside('people.own-officer', 'with-link', '/inbox/{message.task}'), inside('people.newcomer', 'not-found', '/inbox/{message.answer}')],
  },
];

import { inside, type PageEntry } from '../../../ui/index.js';

/** Batches of registers, for the browser checks. */
export const factPages: readonly PageEntry[] = [
  { id: 'facts.list', path: '/facts', easyRead: false, states: [inside('people.reviewer', 'filled', '/facts'), inside('people.reviewer', 'later-page', '/facts?after={facts.page}')] },
  {
    id: 'facts.batch', path: '/facts/:id', easyRead: false,
    states: [
      inside('people.reviewer', 'rejections', '/facts/{facts.loaded}'), inside('people.reviewer', 'whole', '/facts/{facts.whole}'), inside('people.reviewer', 'refused', '/facts/{facts.refused}'), inside('people.reviewer', 'interrupted', '/facts/{facts.interrupted}'),
      inside('people.reviewer', 'not-found', '/facts/999999'),
    ],
  },
];

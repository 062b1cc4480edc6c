import { usccCheckSign } from '../../../kernel/ids/uscc.js';
import { inside, type PageEntry, type Visitor } from '../../../ui/index.js';

/** A code of area 999999, which does not exist, that nobody has used in this round: a registration takes it for good. */
function freshCode(): string {
  const first17 = `91999999MA${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`;
  return first17 + usccCheckSign(first17);
}

async function fillRegistration(visitor: Visitor, uscc: string): Promise<void> {
  await visitor.open('/register-employer');
  await visitor.fill('uscc', uscc);
  await visitor.fill('name', '不存在的印刷厂');
  await visitor.choose('kind', 'enterprise');
  await visitor.fill('regionCode', '370321');
  await visitor.fill('clerkName', '某经办人');
}

/** Employers, for the browser checks. */
export const employerPages: readonly PageEntry[] = [
  {
    id: 'employers.register', path: '/register-employer', easyRead: false,
    states: [
      { name: 'empty', arrange: (visitor) => visitor.open('/register-employer') },
      { name: 'filled', arrange: (visitor) => fillRegistration(visitor, '91999999MA00001119') },
      { name: 'error', arrange: async (visitor) => { await fillRegistration(visitor, '91999999MA0000111'); await visitor.fill('regionCode', '37'); await visitor.submit(); } },
      { name: 'done', arrange: async (visitor) => { await fillRegistration(visitor, freshCode()); await visitor.submit(); } },
    ],
  },
  {
    id: 'employers.list', path: '/employers', easyRead: false,
    states: [inside('people.officer', 'filled', '/employers'), inside('people.officer', 'by-status', '/employers?status=registered'), inside('people.busy-officer', 'empty', '/employers'), inside('people.clerk', 'own', '/employers')],
  },
  {
    id: 'employers.employer', path: '/employers/:id', easyRead: false,
    states: [
      inside('people.officer', 'registered', '/employers/{employer.registered}'),
      inside('people.officer', 'error', '/employers/{employer.registered}', async (visitor) => { await visitor.choose('decision', 'refuse'); await visitor.submit(); }),
      inside('people.officer', 'verified', '/employers/{employer.verified}'), inside('people.officer', 'refused', '/employers/{employer.refused}'),
      inside('people.officer', 'done', '/employers/{employer.verified}?done=yes'), inside('people.clerk', 'own', '/employers/{employer.verified}'),
      inside('people.busy-officer', 'not-found', '/employers/{employer.verified}'),
    ],
  },
];

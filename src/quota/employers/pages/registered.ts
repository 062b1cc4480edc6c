import { usccCheckSign } from '../../../kernel/ids/uscc.js';
import { inside, type PageEntry, type PageState, type Visitor } from '../../../ui/index.js';

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

const REVIEWER = 'people.reviewer';
const sees = (name: string, path: string, act?: (visitor: Visitor) => Promise<void>): PageState => inside(REVIEWER, name, path, act);

const wrongFacts = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('name', '');
  await visitor.fill('taxRegionCode', '37');
  await visitor.fill('establishmentSize', '很多');
  await visitor.submit();
};

const wrongContact = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('phone', '不是电话');
  await visitor.submit('/contacts');
};

const wrongBranch = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('name', '不存在的分厂');
  await visitor.fill('uscc', '91999999MA0000111');
  await visitor.fill('regionCode', '370302');
  await visitor.submit('/branches');
};

const wrongStaff = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('m3', '三十');
  await visitor.submit('declare');
};

const wrongOther = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('uscc', '91999999MA0000111');
  await visitor.submit('/duplicates');
};

/** The file of an employer, tax lists and duplicates, for the browser checks. */
const filePages: readonly PageEntry[] = [
  { id: 'employers.correct', path: '/employers/:id/correct', easyRead: false, states: [sees('opened', '/employers/{employer.organ}/correct'), sees('error', '/employers/{employer.file}/correct', wrongFacts)] },
  { id: 'employers.contacts', path: '/employers/:id/contacts', easyRead: false, states: [sees('empty', '/employers/{employer.organ}/contacts'), sees('filled', '/employers/{employer.file}/contacts?saved=yes'), sees('error', '/employers/{employer.organ}/contacts', wrongContact)] },
  { id: 'employers.branches', path: '/employers/:id/branches', easyRead: false, states: [sees('empty', '/employers/{employer.organ}/branches'), sees('filled', '/employers/{employer.file}/branches?saved=yes'), sees('error', '/employers/{employer.organ}/branches', wrongBranch)] },
  {
    id: 'employers.headcounts', path: '/employers/:id/headcounts', easyRead: false,
    states: [sees('saved', '/employers/{employer.file}/headcounts?year=2025&saved=yes'), sees('error', '/employers/{employer.organ}/headcounts?year=2025', wrongStaff), sees('wrong-year', '/employers/{employer.organ}/headcounts?year=25'), sees('read-only', '/employers/{employer.merged-away}/headcounts?year=2025')],
  },
  { id: 'employers.history', path: '/employers/:id/history', easyRead: false, states: [sees('filled', '/employers/{employer.file}/history'), sees('empty', '/employers/{employer.goes-on}/history')] },
  {
    id: 'employers.imports', path: '/employer-imports', easyRead: false,
    states: [inside('people.second-reviewer', 'empty', '/employer-imports'), sees('waiting', '/employer-imports?waiting=yes'), sees('error', '/employer-imports', (visitor) => visitor.submit('/employer-imports'))],
  },
  {
    id: 'employers.import', path: '/employer-imports/:id', easyRead: false,
    states: [
      sees('repeated', '/employer-imports/{import.loaded}?repeated=yes'), sees('refused', '/employer-imports/{import.refused}'), sees('interrupted', '/employer-imports/{import.interrupted}'),
      inside('people.second-reviewer', 'not-found', '/employer-imports/{import.loaded}'),
    ],
  },
  { id: 'employers.duplicates', path: '/employer-duplicates', easyRead: false, states: [sees('settled', '/employer-duplicates?settled=yes'), sees('merged', '/employer-duplicates?state=merged'), inside('people.second-reviewer', 'empty', '/employer-duplicates')] },
  {
    id: 'employers.duplicate', path: '/employer-duplicates/:id', easyRead: false,
    states: [sees('proposed', '/employer-duplicates/{duplicate.proposed}'), sees('error', '/employer-duplicates/{duplicate.proposed}', (visitor) => visitor.submit()), sees('merged', '/employer-duplicates/{duplicate.merged}'), inside('people.second-reviewer', 'not-found', '/employer-duplicates/{duplicate.proposed}')],
  },
];

/** Employers, for the browser checks. */
export const employerPages: readonly PageEntry[] = [
  ...filePages,
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
    states: [inside('people.officer', 'filled', '/employers'), inside('people.busy-officer', 'empty', '/employers'), inside('people.clerk', 'own', '/employers')],
  },
  {
    id: 'employers.employer', path: '/employers/:id', easyRead: false,
    states: [
      inside('people.officer', 'registered', '/employers/{employer.registered}'),
      inside('people.officer', 'error', '/employers/{employer.registered}', async (visitor) => { await visitor.choose('decision', 'refuse'); await visitor.submit(); }),
      inside('people.officer', 'refused', '/employers/{employer.refused}'),
      inside('people.officer', 'done', '/employers/{employer.verified}?done=yes'), inside('people.clerk', 'own', '/employers/{employer.verified}'),
      inside('people.busy-officer', 'not-found', '/employers/{employer.verified}'),
      sees('organ', '/employers/{employer.organ}'), sees('saved', '/employers/{employer.file}?saved=yes'), sees('merged-away', '/employers/{employer.merged-away}'),
      sees('goes-on', '/employers/{employer.goes-on}'), sees('other-error', '/employers/{employer.file}', wrongOther),
    ],
  },
];

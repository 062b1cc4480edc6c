import { inside, type PageEntry, type Visitor } from '../../../ui/index.js';

const lookUp = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('citizenId', '99999919900307');
  await visitor.submit();
};

const wrongFile = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('name', '某丑');
  await visitor.fill('citizenId', '999999199003071');
  await visitor.fill('phone', '12345');
  await visitor.submit();
};

const unexplained = async (visitor: Visitor): Promise<void> => {
  await visitor.choose('field_phone', 'phone');
  await visitor.submit();
};

const explained = async (visitor: Visitor): Promise<void> => {
  for (const field of ['citizenId', 'phone', 'address', 'certificateNumber', 'disability']) await visitor.choose(`field_${field}`, field);
  await visitor.choose('purpose', 'contact_person');
  await visitor.fill('reason', '约定面谈的时间');
  await visitor.submit();
};

/** Files of people, for the browser checks. The person who reads who looked (`file.person`) is in no list of an officer. */
export const filePages: readonly PageEntry[] = [
  {
    id: 'files.list', path: '/files', easyRead: false,
    states: [
      inside('people.officer', 'filled', '/files'), inside('people.officer', 'error', '/files', lookUp), inside('people.counselor', 'caseload', '/files'),
      inside('people.without-file', 'empty', '/files'), inside('people.person', 'own', '/files'),
    ],
  },
  {
    id: 'files.file', path: '/files/:id', easyRead: false,
    states: [
      inside('people.officer', 'filled', '/files/{file.shown}'), inside('people.officer', 'created', '/files/{file.shown}?created=yes'), inside('people.officer', 'empty', '/files/{file.bare}'),
      inside('people.officer', 'closed', '/files/{file.closed}'), inside('people.officer', 'anonymised', '/files/{file.forgotten}'), inside('people.person', 'own', '/files/{file.person}'),
      inside('people.busy-officer', 'not-found', '/files/{file.shown}'),
    ],
  },
  {
    id: 'files.reveal', path: '/files/:id/reveal', easyRead: false,
    states: [
      inside('people.officer', 'empty', '/files/{file.shown}/reveal'), inside('people.officer', 'error', '/files/{file.shown}/reveal', unexplained), inside('people.officer', 'done', '/files/{file.shown}/reveal', explained),
      inside('people.officer', 'nothing', '/files/{file.bare}/reveal', explained),
    ],
  },
  { id: 'files.new', path: '/open-file', easyRead: false, states: [inside('people.officer', 'empty', '/open-file'), inside('people.officer', 'error', '/open-file', wrongFile)] },
];

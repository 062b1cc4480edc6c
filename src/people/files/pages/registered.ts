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

const wrongChange = async (visitor: Visitor): Promise<void> => {
  await visitor.fill('name', '');
  await visitor.fill('phone', '12345');
  await visitor.submit();
};

const sendAsItIs = (visitor: Visitor): Promise<void> => visitor.submit();

const unreasoned = async (visitor: Visitor): Promise<void> => {
  await visitor.choose('purpose', 'fill_form');
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
      inside('people.officer', 'filled', '/files/{file.shown}'), inside('people.officer', 'created', '/files/{file.shown}?done=created'), inside('people.supervisor', 'assigned', '/files/{file.counselor}?done=assigned'), inside('people.officer', 'empty', '/files/{file.bare}'),
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
  {
    id: 'files.change', path: '/files/:id/change', easyRead: false,
    states: [inside('people.officer', 'filled', '/files/{file.shown}/change'), inside('people.officer', 'empty', '/files/{file.bare}/change'), inside('people.officer', 'error', '/files/{file.shown}/change', wrongChange)],
  },
  { id: 'files.close', path: '/files/:id/close', easyRead: false, states: [inside('people.officer', 'empty', '/files/{file.shown}/close'), inside('people.officer', 'error', '/files/{file.shown}/close', sendAsItIs)] },
  {
    id: 'files.assign', path: '/files/:id/assign', easyRead: false,
    states: [inside('people.supervisor', 'empty', '/files/{file.shown}/assign'), inside('people.supervisor', 'error', '/files/{file.shown}/assign', sendAsItIs), inside('people.busy-officer', 'nobody', '/files/{file.asker}/assign')],
  },
  {
    id: 'files.link', path: '/files/:id/link', easyRead: false,
    states: [inside('people.officer', 'filled', '/files/{file.leaver}/link'), inside('people.officer', 'empty', '/files/{file.unlinked}/link'), inside('people.officer', 'error', '/files/{file.unlinked}/link', sendAsItIs), inside('people.officer', 'nobody', '/files/{file.bare}/link')],
  },
  { id: 'files.export', path: '/export-files', easyRead: false, states: [inside('people.supervisor', 'empty', '/export-files'), inside('people.supervisor', 'error', '/export-files', unreasoned)] },
  { id: 'files.new', path: '/open-file', easyRead: false, states: [inside('people.officer', 'empty', '/open-file'), inside('people.officer', 'error', '/open-file', wrongFile)] },
];

import type { PageEntry, PageState, Visitor } from '../../../ui/index.js';

// Loads nothing but types: the browser checks read this list without starting the service.

/** Below test/fixtures; nobody's numbers. */
const file = (name: string): string => `roster/files/${name}`;

async function fillUnit(visitor: Visitor, average = '2400'): Promise<void> {
  await visitor.open('/levy/roster');
  await visitor.fill('q', '370303');
  await visitor.fill('year', '2024');
  await visitor.choose('kind', 'enterprise');
  await visitor.fill('average', average);
  await visitor.fill('totalWages', '240000000');
  await visitor.submit();
}

/** Small files are read while the form is being answered: the visitor lands on the result. */
async function upload(visitor: Visitor, name: string, average?: string): Promise<void> {
  await fillUnit(visitor, average);
  await visitor.upload('file', file(name));
  await visitor.submit();
}

/** Uploads a file and goes on to the part of its result that begins with an address. */
const after = (state: string, name: string, ...followed: readonly string[]): PageState => ({
  name: state,
  arrange: async (visitor) => {
    await upload(visitor, name);
    for (const path of followed) await visitor.follow(path);
  },
});

const gone = (part: string): PageState => ({ name: 'gone', arrange: (visitor) => visitor.open(`/levy/roster/${part}/00000000-0000-0000-0000-000000000000`) });

/** The pages of a roster, for the browser checks. */
export const rosterPages: readonly PageEntry[] = [
  {
    id: 'roster.upload',
    path: '/levy/roster',
    easyRead: true,
    states: [
      { name: 'empty', arrange: (visitor) => visitor.open('/levy/roster') },
      { name: 'filled', arrange: (visitor) => fillUnit(visitor) },
      {
        name: 'error',
        arrange: async (visitor) => {
          await visitor.open('/levy/roster');
          await visitor.fill('q', '朝阳');
          await visitor.fill('year', '1999');
          await visitor.submit();
        },
      },
      {
        name: 'no-file',
        arrange: async (visitor) => {
          await fillUnit(visitor);
          await visitor.submit();
        },
      },
      {
        name: 'deleted',
        arrange: async (visitor) => {
          await upload(visitor, 'good.csv');
          await visitor.follow('/levy/roster/delete/');
          await visitor.submit();
        },
      },
    ],
  },
  { id: 'roster.status', path: '/levy/roster/status/:id', easyRead: true, states: [gone('status')] },
  { id: 'roster.refused', path: '/levy/roster/refused/:id', easyRead: true, states: [{ name: 'error', arrange: (visitor) => upload(visitor, 'old-format.xls') }] },
  {
    id: 'roster.result',
    path: '/levy/roster/result/:id',
    easyRead: true,
    states: [after('opened', 'good.csv'), after('faulty', 'faulty.csv'), after('example', 'example.csv'), after('long', 'long.csv'), { name: 'error', arrange: (visitor) => upload(visitor, 'counted-elsewhere.csv', '1') }, gone('result')],
  },
  { id: 'roster.months', path: '/levy/roster/months/:id', easyRead: true, states: [after('opened', 'faulty.csv', '/levy/roster/months/'), after('long', 'long.csv', '/levy/roster/months/')] },
  { id: 'roster.errors', path: '/levy/roster/errors/:id', easyRead: true, states: [after('opened', 'faulty.csv', '/levy/roster/errors/')] },
  { id: 'roster.print', path: '/levy/roster/print/:id', easyRead: true, states: [after('opened', 'faulty.csv', '/levy/roster/print/')] },
  { id: 'roster.delete', path: '/levy/roster/delete/:id', easyRead: true, states: [after('opened', 'good.csv', '/levy/roster/delete/')] },
];

import type { PageEntry, Visitor } from '../../../ui/index.js';

/** Fixtures under test/fixtures/roster/files. */
const GOOD = 'roster/files/good.xlsx';
const FAULTY = 'roster/files/faulty.xlsx';
const REFUSED = 'roster/files/old-format.xls';

async function fillUnit(visitor: Visitor): Promise<void> {
  await visitor.open('/levy/roster');
  await visitor.fill('q', '370303');
  await visitor.fill('year', '2024');
  await visitor.choose('kind', 'enterprise');
  await visitor.fill('average', '2400');
  await visitor.fill('totalWages', '240000000');
  await visitor.submit();
}

async function upload(visitor: Visitor, fixture: string): Promise<void> {
  await fillUnit(visitor);
  await visitor.upload('file', fixture);
  await visitor.submit();
}

/** Looks again, as a reader would with 刷新进度, until the roster has been read. */
async function finish(visitor: Visitor, fixture: string): Promise<void> {
  await upload(visitor, fixture);
  await visitor.follow('/levy/roster/');
}

/** The pages of a roster, for the browser checks. */
export const rosterPages: readonly PageEntry[] = [
  {
    id: 'roster.upload',
    path: '/levy/roster',
    easyRead: true,
    states: [
      { name: 'empty', arrange: (visitor) => visitor.open('/levy/roster') },
      { name: 'filled', arrange: fillUnit },
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
    ],
  },
  { id: 'roster.status', path: '/levy/roster/:id', easyRead: true, states: [{ name: 'gone', arrange: (visitor) => visitor.open('/levy/roster/00000000-0000-0000-0000-000000000000') }, { name: 'progress', arrange: (visitor) => upload(visitor, GOOD) }] },
  { id: 'roster.refused', path: '/levy/roster/:id/refused', easyRead: true, states: [{ name: 'error', arrange: (visitor) => finish(visitor, REFUSED) }] },
  { id: 'roster.result', path: '/levy/roster/:id/result', easyRead: true, states: [{ name: 'opened', arrange: (visitor) => finish(visitor, GOOD) }, { name: 'faulty', arrange: (visitor) => finish(visitor, FAULTY) }] },
];

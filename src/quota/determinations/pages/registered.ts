import { inside, opened, type PageEntry, type PageState, type Visitor } from '../../../ui/index.js';

const state = (name: string, path: string, act?: (visitor: Visitor) => Promise<void>): PageState => ({
  name,
  arrange: async (visitor) => {
    await visitor.open(path);
    await act?.(visitor);
  },
});

/** Codes of the round's determinations (test/browser/support/collection-records.ts); the last is of none. */
const STANDING = '7KQM2XRD9F4T';
const CORRECTED = '8KQM2XRD9F4U';
const OF_NONE = '222222222222';

const code = (typed: string) => async (visitor: Visitor): Promise<void> => {
  await visitor.fill('code', typed);
  await visitor.submit();
};

const desk = (region: string, year: string) => async (visitor: Visitor): Promise<void> => {
  await visitor.fill('regionCode', region);
  await visitor.fill('baseYear', year);
  await visitor.submit();
};

/** Determinations, their verification and their notice, for the browser checks. */
export const determinationPages: readonly PageEntry[] = [
  {
    id: 'determinations.list', path: '/determinations', easyRead: false,
    states: [
      inside('collection.clerk', 'own', '/determinations'), inside('collection.reviewer', 'filled', '/determinations'), inside('collection.reviewer', 'none', '/determinations?year=2021'),
      inside('collection.reviewer', 'error', '/determinations?year=1999'),
    ],
  },
  {
    id: 'determinations.certificate', path: '/determinations/:id', easyRead: false,
    states: [
      inside('collection.clerk', 'standing', '/determinations/{determination.standing}'), inside('collection.reviewer', 'superseded', '/determinations/{determination.before}'),
      inside('collection.reviewer', 'native', '/determinations/{determination.native}'), inside('collection.clerk', 'not-found', '/determinations/{determination.before}'),
    ],
  },
  {
    id: 'determinations.statement', path: '/determinations/:id/statement', easyRead: false,
    states: [inside('collection.clerk', 'opened', '/determinations/{determination.standing}/statement'), inside('collection.reviewer', 'without', '/determinations/{determination.native}/statement')],
  },
  {
    id: 'verify', path: '/verify', easyRead: false,
    states: [
      opened('/verify'), state('error', '/verify', code('7KQM')), state('no-file', '/verify', async (visitor) => visitor.submit('check')),
    ],
  },
  {
    id: 'verify.verdict', path: '/verify/:code', easyRead: false,
    states: [
      state('genuine', `/verify/${STANDING}`), state('superseded', `/verify/${CORRECTED}`), state('unknown', '/verify', code(OF_NONE)),
    ],
  },
  {
    id: 'notices.list', path: '/notices', easyRead: false,
    states: [state('filled', '/notices'), state('none', '/notices?year=2016'), state('error', '/notices?region=12'), inside('collection.reviewer', 'publisher', '/notices?region=370323')],
  },
  {
    id: 'notices.notice', path: '/notices/:id', easyRead: false,
    states: [
      state('open', '/notices/{notice.open}'), state('closed', '/notices/{notice.closed}'), state('withdrawn', '/notices/{notice.withdrawn}'), state('relief', '/notices/{notice.relief}'),
      inside('collection.reviewer', 'publisher', '/notices/{notice.open}'), inside('collection.reviewer', 'error', '/notices/{notice.open}', async (visitor) => visitor.submit('withdraw')),
    ],
  },
  {
    id: 'notices.object', path: '/notices/:id/object', easyRead: false,
    states: [
      state('empty', '/notices/{notice.open}/object'), state('closed', '/notices/{notice.closed}/object'),
      state('error', '/notices/{notice.open}/object', async (visitor) => {
        await visitor.choose('party', 'other');
        await visitor.fill('place', '999');
        await visitor.fill('words', '这个单位在公示的年度已经注销，没有职工。');
        await visitor.submit('object');
      }),
    ],
  },
  {
    id: 'notices.objections', path: '/notices/:id/objections', easyRead: false,
    states: [
      inside('collection.reviewer', 'filled', '/notices/{notice.open}/objections'), inside('collection.reviewer', 'none', '/notices/{notice.closed}/objections'),
      inside('collection.reviewer', 'error', '/notices/{notice.open}/objections', async (visitor) => visitor.submit('send')),
    ],
  },
  {
    id: 'notices.desk', path: '/notice-desk', easyRead: false,
    states: [
      inside('collection.reviewer', 'empty', '/notice-desk'), inside('collection.reviewer', 'nothing', '/notice-desk', desk('370323', '2016')),
      inside('collection.reviewer', 'term-unknown', '/notice-desk', desk('370323', '2023')),
      inside('collection.reviewer', 'ready', '/notice-desk', async (visitor) => {
        for (const [box, value] of [['closesOn-year', '2026'], ['closesOn-month', '12'], ['closesOn-day', '31']] as const) await visitor.fill(box, value);
        await desk('370323', '2023')(visitor);
      }),
    ],
  },
];

import { inside, type PageEntry, type PageState, type Visitor } from '../../../ui/index.js';

const CLERK = 'filing.clerk';
const as = (name: string, path: string, act?: (visitor: Visitor) => Promise<void>): PageState => inside(CLERK, name, path, act);
const sent = (name: string, path: string, act: (visitor: Visitor) => Promise<void> = async () => undefined): PageState => as(name, path, async (visitor) => {
  await act(visitor);
  await visitor.submit();
});
const of = (filing: string, part = ''): string => `/filings/{filing.${filing}}${part}`;

const prefilled = (name: string, part: string): PageState => inside('filing.prefilled', name, of('prefilled', part));

/** The pages of a filing, for the browser checks. Nothing that is done here changes what the next round finds. */
export const filingPages: readonly PageEntry[] = [
  { id: 'filing.list', path: '/filings', easyRead: false, states: [as('filled', '/filings'), inside('filing.newcomer', 'empty', '/filings')] },
  {
    id: 'filing.tasks', path: '/filings/:id', easyRead: false,
    states: [as('draft', of('draft')), as('ready', of('ready')), as('late', of('late')), as('submitted', of('submitted')), as('nothing', of('nothing')), as('withdrawn', of('withdrawn')), as('returned', of('returned')), prefilled('prefilled', ''), inside('filing.newcomer', 'not-found', of('late'))],
  },
  {
    id: 'filing.facts', path: '/filings/:id/facts', easyRead: false,
    states: [
      as('empty', of('draft', '/facts')), as('filled', of('late', '/facts')), sent('error', of('draft', '/facts')), as('saved', of('late', '/facts?saved=yes')),
      sent('error-at-fields', of('draft', '/facts'), async (visitor) => {
        await visitor.fill('m1', '一百');
        await visitor.fill('seasonalCount[]', '24');
        await visitor.fill('totalWages', '很多');
      }),
      as('another-group', of('late', '/facts'), (visitor) => visitor.submit('act')),
    ],
  },
  {
    id: 'filing.upload', path: '/filings/:id/uploads/:importId', easyRead: false,
    states: [
      // First, since a form is tried out where it comes first, and what is handed in here shows on no other page.
      as('refused', of('returned', '/uploads/{filing.import.refused}')), as('all-rejected', of('returned', '/uploads/{filing.import.rejected}')),
      as('checked', of('draft', '/uploads/{filing.import.checked}')), as('leaving', of('ready', '/uploads/{filing.import.leaving}')), as('done', of('late', '/uploads/{filing.import.done}')), as('taken', of('late', '/uploads/{filing.import.done}?taken=yes')),
    ],
  },
  {
    id: 'filing.people', path: '/filings/:id/people', easyRead: false,
    states: [as('empty', of('draft', '/people')), as('filled', of('late', '/people')), as('closed', of('submitted', '/people')), sent('no-file', of('draft', '/people'))],
  },
  {
    id: 'filing.add-person', path: '/filings/:id/add-person', easyRead: false,
    states: [
      as('empty', of('draft', '/add-person')), sent('error', of('draft', '/add-person')),
      sent('error-at-fields', of('draft', '/add-person'), async (visitor) => {
        await visitor.fill('name', '示例辛');
        await visitor.fill('citizenId', '123');
        await visitor.fill('certificateNumber', '456');
        await visitor.fill('contractStart', '2024-02-30');
        await visitor.fill('wage', '五千');
      }),
    ],
  },
  { id: 'filing.person', path: '/filings/:id/people/:lineId', easyRead: false, states: [as('opened', of('late', '/people/{filing.line}'))] },
  { id: 'filing.remove-person', path: '/filings/:id/people/:lineId/remove', easyRead: false, states: [as('opened', of('late', '/people/{filing.line}/remove'))] },
  { id: 'filing.prefill', path: '/filings/:id/prefill', easyRead: false, states: [as('opened', of('draft', '/prefill')), as('not-possible', of('submitted', '/prefill'))] },
  {
    id: 'filing.doubts', path: '/filings/:id/doubts', easyRead: false,
    states: [prefilled('filled', '/doubts'), prefilled('done', '/doubts?taken=3&left=1&staff=yes'), as('empty', of('draft', '/doubts')), as('nothing', of('draft', '/doubts?taken=0&left=0'))],
  },
  {
    id: 'filing.platform', path: '/filings/:id/platform', easyRead: false,
    states: [
      // First, since a form is tried out where it comes first, and nothing is told here.
      as('empty', of('returned', '/platform')), prefilled('differs', '/platform'), as('list', of('late', '/platform')), sent('no-file', of('draft', '/platform')),
    ],
  },
  { id: 'filing.trial', path: '/filings/:id/trial', easyRead: false, states: [as('incomplete', of('draft', '/trial')), as('sum', of('late', '/trial'))] },
  { id: 'filing.commitment', path: '/filings/:id/commitment', easyRead: false, states: [as('empty', of('late', '/commitment')), as('given', of('ready', '/commitment')), sent('error', of('late', '/commitment'))] },
  { id: 'filing.check', path: '/filings/:id/check', easyRead: false, states: [as('not-ready', of('late', '/check')), as('ready', of('ready', '/check'))] },
  { id: 'filing.submitted', path: '/filings/:id/submitted', easyRead: false, states: [as('opened', of('submitted', '/submitted'))] },
  { id: 'filing.history', path: '/filings/:id/history', easyRead: false, states: [as('opened', of('submitted', '/history')), as('withdrawn', of('withdrawn', '/history'))] },
  { id: 'filing.nothing', path: '/filings/:id/nothing', easyRead: false, states: [as('opened', of('draft', '/nothing')), as('people', of('late', '/nothing')), as('not-possible', of('submitted', '/nothing'))] },
  { id: 'filing.withdraw', path: '/filings/:id/withdraw', easyRead: false, states: [as('opened', of('submitted', '/withdraw')), as('not-possible', of('draft', '/withdraw'))] },
  { id: 'filing.reopen', path: '/filings/:id/reopen', easyRead: false, states: [as('opened', of('withdrawn', '/reopen')), as('not-possible', of('draft', '/reopen'))] },
];

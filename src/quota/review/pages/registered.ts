import { inside, type PageEntry, type PageState, type Visitor } from '../../../ui/index.js';

type Act = (visitor: Visitor) => Promise<void>;
const first = (name: string, path: string, act?: Act): PageState => inside('review.first', name, path, act);
const second = (name: string, path: string, act?: Act): PageState => inside('review.second', name, path, act);
const monitor = (name: string, path: string, act?: Act): PageState => inside('review.monitor', name, path, act);
const clerk = (name: string, path: string, act?: Act): PageState => inside('review.clerk', name, path, act);
const of = (filing: string, part = ''): string => `/reviews/{review.${filing}}${part}`;
const own = (filing: string, part = ''): string => `/filings/{review.${filing}}${part}`;
const send = async (visitor: Visitor): Promise<void> => visitor.submit();

/** The pages of a review, for the browser checks. Nothing that is done here changes what the next round finds. */
export const reviewPages: readonly PageEntry[] = [
  {
    id: 'review.queue', path: '/reviews', easyRead: false,
    states: [first('filled', '/reviews'), second('second', '/reviews'), first('none', '/reviews?year=2010'), first('error', '/reviews?region=12&year=x')],
  },
  {
    id: 'review.one', path: '/reviews/:id', easyRead: false,
    states: [
      first('checking', of('checking')), first('first-check', of('first')), second('second-check', of('second')), monitor('determined', of('determined')), first('objected', of('objected')),
      first('correcting', of('correcting')), first('returned', of('returned')), first('done', `${of('accepted')}?done=yes`), clerk('forbidden', of('first')),
    ],
  },
  { id: 'review.lines', path: '/reviews/:id/lines', easyRead: false, states: [first('all', of('first', '/lines?filter=all&done=yes')), first('all-decided', of('determined', '/lines?filter=undecided&done=yes'))] },
  {
    id: 'review.line', path: '/reviews/:id/lines/:lineId', easyRead: false,
    states: [
      first('doubtful', of('first', '/lines/{review.line.doubtful}')), first('clear', of('first', '/lines/{review.line.clear}')), monitor('reading', of('determined', '/lines/{review.line.refused}')),
      first('error', of('first', '/lines/{review.line.doubtful}'), send), first('error-at-fields', of('first', '/lines/{review.line.doubtful}'), async (visitor) => {
        await visitor.choose('reason', 'other');
        await visitor.submit();
      }),
    ],
  },
  {
    id: 'review.finish', path: '/reviews/:id/finish', easyRead: false,
    states: [first('undecided', of('first', '/finish')), second('second', of('second', '/finish')), first('not-open', of('determined', '/finish')), second('error', of('second', '/finish'), async (visitor) => visitor.submit('act')), first('ready', of('correcting', '/finish'))],
  },
  { id: 'review.return', path: '/reviews/:id/return', easyRead: false, states: [first('filled', of('checking', '/return')), first('error', of('checking', '/return'), send), first('not-possible', of('determined', '/return'))] },
  { id: 'review.none', path: '/reviews/:id/count-as-none', easyRead: false, states: [first('filled', of('returned', '/count-as-none')), first('error', of('returned', '/count-as-none'), send), first('not-possible', of('determined', '/count-as-none'))] },
  { id: 'review.objection', path: '/reviews/:id/objection', easyRead: false, states: [first('filled', of('objected', '/objection')), first('error', of('objected', '/objection'), send), first('none', of('determined', '/objection'))] },
  { id: 'review.correction', path: '/reviews/:id/correction', easyRead: false, states: [first('empty', of('determined', '/correction')), first('error', of('determined', '/correction'), send), first('open', of('correcting', '/correction')), first('not-possible', of('checking', '/correction'))] },
  { id: 'review.archive', path: '/reviews/:id/archive', easyRead: false, states: [first('ask', of('determined', '/archive')), first('not-possible', of('checking', '/archive')), second('archived', of('archived', '/archive'))] },
  {
    id: 'review.statement', path: '/filings/:id/statement', easyRead: false,
    states: [clerk('own', own('determined', '/statement')), first('all', own('determined', '/statement?all=yes')), clerk('objected', own('objected', '/statement?done=yes')), clerk('not-found', own('checking', '/statement'))],
  },
  { id: 'review.object', path: '/filings/:id/objection', easyRead: false, states: [clerk('filled', own('determined', '/objection')), clerk('error', own('determined', '/objection'), send), clerk('closed', own('objected', '/objection'))] },
  { id: 'review.corrections', path: '/filings/:id/corrections', easyRead: false, states: [clerk('open', own('returned', '/corrections')), clerk('none', own('checking', '/corrections'))] },
  { id: 'review.papers', path: '/filings/:id/papers', easyRead: false, states: [clerk('filled', own('checking', '/papers'))] },
  {
    id: 'review.paper', path: '/filings/:id/papers/:lineId', easyRead: false,
    states: [clerk('given', own('checking', '/papers/{review.line.paper}')), clerk('empty', own('accepted', '/papers/{review.line.accepted}')), clerk('error', own('accepted', '/papers/{review.line.accepted}'), send), clerk('not-needed', own('first', '/papers/{review.line.clear}')), first('reviewer', own('checking', '/papers/{review.line.paper}'))],
  },
];

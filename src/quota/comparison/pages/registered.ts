import { inside, type PageEntry } from '../../../ui/index.js';

const REVIEWER = 'comparison.reviewer';
const ELSEWHERE = 'comparison.newcomer';
const CLERK = 'comparison.clerk';

/** What registers and other filings say, for the browser checks. Nothing that is done here changes what the next round finds. */
export const comparisonPages: readonly PageEntry[] = [
  {
    id: 'comparison.results', path: '/filings/:id/results', easyRead: false,
    states: [
      inside(CLERK, 'to-do', '/filings/{comparison.filing}/results'), inside(CLERK, 'all', '/filings/{comparison.filing}/results?choice=all'), inside('filing.clerk', 'not-compared', '/filings/{filing.draft}/results'),
      inside(REVIEWER, 'doubtful', '/filings/{comparison.filing}/results'), inside(REVIEWER, 'everybody', '/filings/{comparison.filing}/results?choice=all'), inside(ELSEWHERE, 'not-found', '/filings/{comparison.filing}/results'),
    ],
  },
  { id: 'comparison.conflicts', path: '/conflicts', easyRead: false, states: [inside(REVIEWER, 'filled', '/conflicts'), inside(REVIEWER, 'settled', '/conflicts?state=settled'), inside(ELSEWHERE, 'empty', '/conflicts')] },
  {
    id: 'comparison.conflict', path: '/conflicts/:id', easyRead: false,
    states: [
      inside(REVIEWER, 'open', '/conflicts/{conflict.open}'), inside(REVIEWER, 'error', '/conflicts/{conflict.open}', (visitor) => visitor.submit()),
      inside(REVIEWER, 'error-at-months', '/conflicts/{conflict.open}', async (visitor) => {
        await visitor.choose('choice', 'by_month');
        await visitor.submit();
      }),
      inside(REVIEWER, 'beyond', '/conflicts/{conflict.beyond}'), inside(REVIEWER, 'settled', '/conflicts/{conflict.settled}'), inside(REVIEWER, 'done', '/conflicts/{conflict.settled}?done=yes'), inside(ELSEWHERE, 'not-found', '/conflicts/{conflict.open}'),
    ],
  },
  { id: 'comparison.signals', path: '/signals', easyRead: false, states: [inside(REVIEWER, 'filled', '/signals'), inside(REVIEWER, 'looked', '/signals?state=no_concern'), inside(ELSEWHERE, 'empty', '/signals')] },
  {
    id: 'comparison.signal', path: '/signals/:id', easyRead: false,
    states: [
      inside(REVIEWER, 'open', '/signals/{signal.open}'), inside(REVIEWER, 'error', '/signals/{signal.open}', (visitor) => visitor.submit()), inside(REVIEWER, 'looked', '/signals/{signal.looked}'),
      inside(REVIEWER, 'done', '/signals/{signal.looked}?done=yes'), inside(ELSEWHERE, 'not-found', '/signals/{signal.open}'),
    ],
  },
];

import type { PageEntry, PageState, Visitor } from '../../../ui/index.js';

// Loads nothing but types: the browser checks read this list without starting the service.

const at = (name: string, path: string): PageState => ({ name, arrange: (visitor) => visitor.open(path) });

/** Opens a question and sends it as it stands. */
const unanswered = (path: string): PageState => ({
  name: 'error',
  arrange: async (visitor) => {
    await visitor.open(path);
    await visitor.submit();
  },
});

/** A whole case with the fewest steps; ends on the statement. */
async function answers(visitor: Visitor, over: { readonly average?: string; readonly year?: string } = {}): Promise<void> {
  await visitor.open('/levy/quick');
  await visitor.fill('q', '370303');
  await visitor.fill('year', over.year ?? '2024');
  await visitor.choose('kind', 'enterprise');
  await visitor.fill('average', over.average ?? '209.5');
  await visitor.choose('how', 'average');
  await visitor.fill('averageWage', '95,465.39');
  await visitor.fill('arrangedCount', '0');
  await visitor.submit();
}

async function person(visitor: Visitor, certificate: string, grade: string, from: string, to: string, dispatch: string): Promise<void> {
  await visitor.open('/levy/people/new');
  await visitor.choose('certificate', certificate);
  await visitor.fill('grade', grade);
  await visitor.fill('from', from);
  await visitor.fill('to', to);
  await visitor.choose('dispatch', dispatch);
  await visitor.submit();
}

/** Counted, refused and dispatched months. */
const people = (visitor: Visitor): Promise<void> => visitor.prepared('levy.people', async () => {
  await answers(visitor);
  await person(visitor, 'disability', '1', '8', '12', 'none');
  await person(visitor, 'military', '9', '1', '3', 'none');
  await person(visitor, 'disability', '3', '1', '12', 'in');
});

async function seasonal(visitor: Visitor): Promise<void> {
  await visitor.open('/levy/seasonal');
  await visitor.choose('seasonal', 'yes');
  await visitor.fill('count', '24');
  await visitor.fill('months', '4');
  await visitor.submit();
}

/** The year is changed to one before the day of registration. */
async function contradiction(visitor: Visitor): Promise<void> {
  await answers(visitor);
  await visitor.open('/levy/registered');
  await visitor.fill('registered-year', '2024');
  await visitor.fill('registered-month', '5');
  await visitor.fill('registered-day', '1');
  await visitor.submit();
  await visitor.open('/levy/year');
  await visitor.choose('year', 'other');
  await visitor.fill('otherYear', '2020');
  await visitor.submit();
  await visitor.open('/levy/check');
}

const state = (name: string, ...acts: readonly ((visitor: Visitor) => Promise<void>)[]): PageState => ({
  name,
  arrange: async (visitor) => {
    for (const act of acts) await act(visitor);
  },
});
const open = (path: string) => (visitor: Visitor): Promise<void> => visitor.open(path);
const answered = (visitor: Visitor): Promise<void> => visitor.prepared('levy.answers', () => answers(visitor));
/** Ends on its statement. */
const example = async (visitor: Visitor): Promise<void> => {
  await visitor.open('/levy');
  await visitor.submit();
};

/** The levy journey, for the browser checks. */
export const levyPages: readonly PageEntry[] = [
  { id: 'levy.start', path: '/levy', easyRead: true, states: [at('empty', '/levy'), state('filled', answered, open('/levy')), at('cleared', '/levy?notice=cleared'), state('example', example, open('/levy')), at('kept', '/levy?notice=kept')] },
  {
    id: 'levy.region', path: '/levy/region', easyRead: true,
    states: [at('empty', '/levy/region'), unanswered('/levy/region'), at('long', '/levy/region?q=%E6%96%B0'), state('filled', answered, open('/levy/region?to=check'))],
  },
  {
    id: 'levy.year', path: '/levy/year', easyRead: true,
    states: [
      at('empty', '/levy/year'),
      state('error', open('/levy/year'), (visitor) => visitor.choose('year', 'other'), (visitor) => visitor.fill('otherYear', '1999'), (visitor) => visitor.fill('filing-month', '13'), (visitor) => visitor.submit()),
      state('filled', answered, open('/levy/year')),
    ],
  },
  { id: 'levy.kind', path: '/levy/kind', easyRead: false, states: [at('empty', '/levy/kind'), unanswered('/levy/kind')] },
  { id: 'levy.not-liable', path: '/levy/not-liable', easyRead: false, states: [at('opened', '/levy/not-liable?kind=cooperative')] },
  {
    id: 'levy.registered', path: '/levy/registered', easyRead: true,
    states: [at('empty', '/levy/registered'), state('error', open('/levy/registered'), (visitor) => visitor.fill('registered-month', '13'), (visitor) => visitor.submit())],
  },
  {
    id: 'levy.staff', path: '/levy/staff', easyRead: true,
    states: [
      at('empty', '/levy/staff'), unanswered('/levy/staff'),
      state('error-in-months', open('/levy/staff'), (visitor) => visitor.choose('how', 'monthly'), (visitor) => visitor.fill('m5', 'abc'), (visitor) => visitor.submit()),
      state('filled', answered, open('/levy/staff')),
    ],
  },
  { id: 'levy.seasonal', path: '/levy/seasonal', easyRead: true, states: [at('empty', '/levy/seasonal'), unanswered('/levy/seasonal'), state('filled', seasonal)] },
  {
    id: 'levy.wages', path: '/levy/wages', easyRead: true,
    states: [at('empty', '/levy/wages'), unanswered('/levy/wages'), state('filled', answered, open('/levy/wages'))],
  },
  { id: 'levy.disabled', path: '/levy/disabled', easyRead: true, states: [at('empty', '/levy/disabled'), unanswered('/levy/disabled')] },
  { id: 'levy.people', path: '/levy/people', easyRead: false, states: [at('empty', '/levy/people'), state('filled', people, open('/levy/people'))] },
  { id: 'levy.person', path: '/levy/people/new', easyRead: false, states: [at('empty', '/levy/people/new'), unanswered('/levy/people/new')] },
  { id: 'levy.person-change', path: '/levy/people/:number', easyRead: false, states: [state('filled', people, open('/levy/people/3'))] },
  {
    id: 'levy.paid', path: '/levy/paid', easyRead: true,
    states: [
      at('empty', '/levy/paid'), at('own', '/levy/paid?own=yes'),
      state('error', open('/levy/paid?own=yes'), (visitor) => visitor.fill('alreadyPaid', 'abc'), (visitor) => visitor.fill('ratio', '1.5'), (visitor) => visitor.submit()),
    ],
  },
  { id: 'levy.check', path: '/levy/check', easyRead: false, states: [at('empty', '/levy/check'), state('filled', people, seasonal, open('/levy/check')), state('error', contradiction), state('example', example, open('/levy/check'))] },
  {
    id: 'levy.statement', path: '/levy/statement', easyRead: true,
    states: [
      state('filled', (visitor) => answers(visitor)),
      state('example', example),
      state('long', people, seasonal, open('/levy/statement')),
      state('exempt', (visitor) => answers(visitor, { average: '30' })),
      // No day of registration, in a year in which the exemption depended on it.
      state('warned', (visitor) => answers(visitor, { average: '30', year: '2018' })),
    ],
  },
  {
    id: 'levy.what-if', path: '/levy/what-if', easyRead: true,
    states: [
      state('empty', answered, open('/levy/what-if')),
      state('filled', answered, open('/levy/what-if?kind=new_hire&severity=severe&month=8&wage=6000')),
      state('exemption-lost', (visitor) => answers(visitor, { average: '30' }), open('/levy/what-if?kind=new_hire&severity=ordinary&month=1&wage=')),
      state('error', answered, open('/levy/what-if?month=&wage=x')),
    ],
  },
  {
    id: 'levy.quick', path: '/levy/quick', easyRead: false,
    states: [
      at('empty', '/levy/quick'), unanswered('/levy/quick'), state('filled', answered, open('/levy/quick')),
      state('several', open('/levy/quick'), (visitor) => visitor.fill('q', '朝阳'), (visitor) => visitor.submit()),
      state('kept', people, open('/levy/quick')),
    ],
  },
];

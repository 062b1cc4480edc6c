import { inside, type PageEntry, type PageState, type Visitor } from '../../../ui/index.js';

type Act = (visitor: Visitor) => Promise<void>;

const clerk = (name: string, path: string, act?: Act): PageState => inside('collection.clerk', name, path, act);
const reviewer = (name: string, path: string, act?: Act): PageState => inside('collection.reviewer', name, path, act);
const finance = (name: string, path: string, act?: Act): PageState => inside('collection.finance', name, path, act);
/** Of an employer that is behind. */
const debtor = (name: string, path: string, act?: Act): PageState => inside('collection.debtor', name, path, act);
const tax = (name: string, path: string, act?: Act): PageState => inside('collection.tax', name, path, act);
const monitor = (name: string, path: string, act?: Act): PageState => inside('collection.monitor', name, path, act);
const send = (button?: string): Act => (visitor) => visitor.submit(button);

const order: Act = async (visitor) => {
  await visitor.choose('kind', 'order');
  await visitor.fill('amount', '很多');
  await visitor.submit('enter');
};

/** After the review, for the browser checks. Nothing that is done here changes what the next round finds. */
export const collectionPages: readonly PageEntry[] = [
  {
    id: 'assessments.list', path: '/assessments', easyRead: false,
    states: [clerk('own', '/assessments'), finance('filled', '/assessments'), monitor('none', '/assessments?year=2021'), tax('error', '/assessments?year=1999')],
  },
  {
    id: 'assessments.assessment', path: '/assessments/:id', easyRead: false,
    states: [
      clerk('pending', '/assessments/{assessment.pending}'), finance('settled', '/assessments/{assessment.settled}'),
      finance('arrears', '/assessments/{assessment.arrears}'), finance('arrears-error', '/assessments/{assessment.arrears}', order), finance('late-fee', '/assessments/{assessment.late-fee}'),
      monitor('corrected', '/assessments/{assessment.corrected}'), monitor('superseded', '/assessments/{assessment.before}'), reviewer('credit', '/assessments/{assessment.arrears}'),
      clerk('not-found', '/assessments/{assessment.arrears}'),
    ],
  },
  {
    id: 'assessments.relief', path: '/assessments/:id/relief', easyRead: false,
    states: [
      clerk('nothing-owed', '/assessments/{assessment.pending}/relief'), debtor('empty', '/assessments/{assessment.arrears}/relief'), debtor('error', '/assessments/{assessment.arrears}/relief', send()),
      debtor('error-at-fields', '/assessments/{assessment.arrears}/relief', async (visitor) => {
        await visitor.choose('kind', 'deferral');
        await visitor.fill('months', '七');
        await visitor.fill('grounds', '太短');
        await visitor.submit();
      }),
    ],
  },
  { id: 'relief.list', path: '/relief-requests', easyRead: false, states: [finance('filled', '/relief-requests'), reviewer('none', '/relief-requests?state=withdrawn'), reviewer('error', '/relief-requests?state=x')] },
  {
    id: 'relief.request', path: '/relief-requests/:id', easyRead: false,
    states: [
      clerk('made', '/relief-requests/{relief.made}'), clerk('no-file', '/relief-requests/{relief.made}', send('upload')), reviewer('to-forward', '/relief-requests/{relief.made}'),
      reviewer('without-papers', '/relief-requests/{relief.made}', send('forward')), finance('to-decide', '/relief-requests/{relief.forwarded}'), finance('error', '/relief-requests/{relief.forwarded}', send('decide')),
      clerk('decided', '/relief-requests/{relief.decided}'),
    ],
  },
  { id: 'relief.publication', path: '/relief-publication', easyRead: false, states: [finance('empty', '/relief-publication'), finance('error', '/relief-publication', send())] },
  {
    id: 'tax.desk', path: '/tax', easyRead: false,
    states: [reviewer('filled', '/tax'), reviewer('error', '/tax', send()), inside('collection.elsewhere', 'none', '/tax')],
  },
  {
    id: 'tax.batch', path: '/tax/batches/:id', easyRead: false,
    states: [tax('made', '/tax/batches/{batch.made}'), tax('error', '/tax/batches/{batch.made}', send()), reviewer('acknowledged', '/tax/batches/{batch.acknowledged}')],
  },
  {
    id: 'exchange.list', path: '/exchange', easyRead: false,
    states: [tax('filled', '/exchange'), tax('no-file', '/exchange', send()), finance('finance', '/exchange'), inside('collection.elsewhere', 'none', '/exchange')],
  },
  {
    id: 'exchange.import', path: '/exchange/:id', easyRead: false,
    states: [tax('clean', '/exchange/{import.clean}'), tax('repeated', '/exchange/{import.clean}?repeated=yes'), monitor('with-faults', '/exchange/{import.faults}')],
  },
  {
    id: 'reconciliation', path: '/reconciliation', easyRead: false,
    states: [
      monitor('empty', '/reconciliation'), monitor('error', '/reconciliation?region=37&year='), monitor('differences', '/reconciliation?region=370323&year=2025'),
      monitor('none', '/reconciliation?region=370323&year=2016'),
    ],
  },
  { id: 'credit.list', path: '/credit-records', easyRead: false, states: [reviewer('filled', '/credit-records'), inside('collection.newcomer', 'none', '/credit-records'), reviewer('error', '/credit-records?state=x')] },
  {
    id: 'credit.record', path: '/credit-records/:id', easyRead: false,
    states: [
      reviewer('term-runs', '/credit-records/{credit.noticed}'), reviewer('term-over', '/credit-records/{credit.due}'), reviewer('error', '/credit-records/{credit.due}', send('drop')), reviewer('repaired', '/credit-records/{credit.repaired}'),
      monitor('removed', '/credit-records/{credit.removed}'), clerk('to-object', '/credit-records/{credit.told}'), reviewer('to-answer', '/credit-records/{credit.objected}'),
    ],
  },
];

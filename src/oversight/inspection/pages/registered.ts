import { inside, type PageEntry, type PageState, type Visitor } from '../../../ui/index.js';

type Act = (visitor: Visitor) => Promise<void>;

const clerk = (name: string, path: string, act?: Act): PageState => inside('collection.clerk', name, path, act);
const inspector = (name: string, path: string, act?: Act): PageState => inside('collection.inspector', name, path, act);
const reviewer = (name: string, path: string, act?: Act): PageState => inside('collection.reviewer', name, path, act);
const send = (button: string): Act => (visitor) => visitor.submit(button);
const of = (one: string): string => `/inspection-cases/{inspection.${one}}`;

/** Inspections, for the browser checks. Nothing that is done here changes what the next round finds. */
export const inspectionPages: readonly PageEntry[] = [
  { id: 'inspections.list', path: '/inspections', easyRead: false, states: [inspector('filled', '/inspections'), inside('collection.elsewhere-monitor', 'none', '/inspections')] },
  {
    id: 'inspections.draw', path: '/draw-inspection', easyRead: false,
    states: [
      inspector('empty', '/draw-inspection'), inspector('error', '/draw-inspection', send('act')),
      inspector('nothing', '/draw-inspection', async (visitor) => {
        for (const [box, value] of [['name', '再抽一次'], ['regionCode', '370323'], ['baseYear', '2016'], ['cases', '3'], ['linesEach', '2']] as const) await visitor.fill(box, value);
        await visitor.submit('act');
      }),
    ],
  },
  { id: 'inspections.campaign', path: '/inspections/:id', easyRead: false, states: [inspector('to-ask', '/inspections/{inspection.campaign}'), inspector('error', '/inspections/{inspection.campaign}', send('act')), reviewer('read', '/inspections/{inspection.campaign}')] },
  { id: 'inspections.cases', path: '/inspection-cases', easyRead: false, states: [clerk('own', '/inspection-cases'), inside('collection.newcomer', 'none', '/inspection-cases')] },
  {
    id: 'inspections.case', path: '/inspection-cases/:id', easyRead: false,
    states: [
      clerk('asked', of('asked')), clerk('no-file', of('asked'), send('upload')), inspector('to-judge', of('asked')), inspector('error', of('asked'), send('/propose')), clerk('heard', of('heard')),
      reviewer('to-decide', of('defended')), reviewer('error-decide', of('defended'), send('act')), clerk('found', of('found')), inside('collection.newcomer', 'not-found', of('asked')),
    ],
  },
  {
    id: 'inspections.line', path: '/inspection-cases/:id/lines/:lineId', easyRead: false,
    states: [inspector('opened', `${of('asked')}/lines/{inspection.line}`), inspector('error', `${of('asked')}/lines/{inspection.line}`, send('act'))],
  },
];

import { inside, type PageEntry, type PageState, type Visitor } from '../../../ui/index.js';

type Act = (visitor: Visitor) => Promise<void>;

const reviewer = (name: string, path: string, act?: Act): PageState => inside('collection.reviewer', name, path, act);
const monitor = (name: string, path: string, act?: Act): PageState => inside('collection.monitor', name, path, act);
const HERE = 'region=370323&year=2025';

/** Public bodies that lead, for the browser checks. Nothing that is done here changes what the next round finds. */
export const leadingPages: readonly PageEntry[] = [
  {
    id: 'leading', path: '/leading', easyRead: false,
    states: [reviewer('empty', '/leading'), reviewer('filled', `/leading?${HERE}`), monitor('none', '/leading?region=370323&year=2016'), monitor('error', '/leading?region=37&year=1')],
  },
  {
    id: 'leading.bodies', path: '/leading/bodies', easyRead: false,
    states: [reviewer('filled', `/leading/bodies?${HERE}`), reviewer('none', `/leading/bodies?${HERE}&verdict=school`), monitor('error', '/leading/bodies?region=370323&year=1999')],
  },
  {
    id: 'leading.body', path: '/leading/bodies/:employerId', easyRead: false,
    states: [
      reviewer('nobody', '/leading/bodies/{leading.nobody}?year=2025'), reviewer('error', '/leading/bodies/{leading.nobody}?year=2025', (visitor) => visitor.submit()), monitor('planned', '/leading/bodies/{leading.planned}?year=2025'),
      monitor('not-found', '/leading/bodies/00000000-0000-4000-8000-000000000000?year=2025'),
    ],
  },
  {
    id: 'leading.officials', path: '/leading/officials', easyRead: false,
    states: [
      reviewer('empty', '/leading/officials'), reviewer('known', `/leading/officials?${HERE}`), reviewer('error', '/leading/officials', (visitor) => visitor.submit()),
      reviewer('error-numbers', '/leading/officials', async (visitor) => {
        for (const [box, value] of [['regionCode', '370323'], ['year', '2024'], ['officials', '10'], ['disabled', '11']] as const) await visitor.fill(box, value);
        await visitor.submit();
      }),
    ],
  },
];

import { opened, type PageEntry } from '../page-registry.js';

/** The kit's own pages. */
export const uiPages: readonly PageEntry[] = [
  { id: 'home', path: '/', easyRead: true, states: [opened('/')] },
  { id: 'help', path: '/help', easyRead: true, states: [opened('/help')] },
  { id: 'accessibility', path: '/accessibility', easyRead: true, states: [opened('/accessibility')] },
  { id: 'api', path: '/api', easyRead: false, states: [opened('/api'), { name: 'operations', arrange: (visitor) => visitor.open('/api?part=operations') }, { name: 'shapes', arrange: (visitor) => visitor.open('/api?part=shapes') }] },
  {
    id: 'display',
    path: '/display',
    easyRead: true,
    states: [
      opened('/display'),
      {
        name: 'saved',
        arrange: async (visitor) => {
          await visitor.open('/display?from=%2Fhelp');
          await visitor.choose('text', 'large');
          await visitor.submit();
        },
      },
    ],
  },
];

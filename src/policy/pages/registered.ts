import type { PageEntry, PageState } from '../../ui/index.js';

// Loads nothing but types: the browser checks read this list without starting the service.

const at = (name: string, path: string): PageState => ({ name, arrange: (visitor) => visitor.open(path) });
const opened = (path: string): PageState => at('opened', path);

/** The policy reader, for the browser checks. */
export const policyPages: readonly PageEntry[] = [
  {
    id: 'policy.list',
    path: '/policy',
    easyRead: true,
    states: [
      opened('/policy'),
      at('filled', '/policy?region=370303&date=2025-09-01'),
      {
        name: 'choices',
        arrange: async (visitor) => {
          await visitor.open('/policy');
          await visitor.fill('q', '朝阳');
          await visitor.submit();
        },
      },
      {
        name: 'error',
        arrange: async (visitor) => {
          await visitor.open('/policy');
          await visitor.fill('q', '没有这个地方');
          await visitor.fill('month', '13');
          await visitor.submit();
        },
      },
    ],
  },
  {
    id: 'policy.parameter',
    path: '/policy/:parameter',
    easyRead: true,
    states: [
      opened('/policy/levy.relief.tiers?region=370303&date=2024-09-01'),
      at('unknown', '/policy/award.over_quota?region=370303'),
      at('nothing-recorded', '/policy/levy.relief.tiers?date=2010-01-01'),
      at('ages', '/policy/counting.working_age'),
      at('wages', '/policy/minimum_wage?region=370303&date=2025-06-01'),
      at('long', '/policy/minimum_wage.tier?date=2025-06-01'),
      at('former-code', '/policy/minimum_wage?region=530630&date=2025-06-01'),
      at('not-found', '/policy/no.such.parameter'),
      {
        name: 'error',
        arrange: async (visitor) => {
          await visitor.open('/policy/quota.ratio');
          await visitor.fill('day', '32');
          await visitor.submit();
        },
      },
    ],
  },
  { id: 'policy.unknown', path: '/policy/unknown', easyRead: true, states: [opened('/policy/unknown')] },
];

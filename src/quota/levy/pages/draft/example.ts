import { isDeepStrictEqual } from 'node:util';
import type { LevyDraft } from './draft.js';

/** An employer that does not exist, to look at: about 200 staff in Zhangdian, one person of grade 1 from August on. */
export const EXAMPLE: LevyDraft = {
  region: '370303',
  baseYear: 2024,
  employerKind: 'enterprise',
  registeredOn: '2010-05-01',
  headcount: { monthly: [200, 200, 200, 200, 200, 200, 201, 201, 201, 201, 201, 201] },
  seasonal: [],
  totalWages: '20000000.00',
  disabled: 'people',
  people: [{ certificate: 'disability', grade: 1, from: 8, to: 12, dispatch: null }],
  alreadyPaid: '0.00',
  // Given rather than looked up, so that the example reads the same whatever the law says next.
  overrides: { socialAverageWage: '80000', ratio: '0.015', scales: { staff: 0 } },
  passed: ['registered', 'paid', 'check'],
};

/** Still as it was shown: one changed answer, and it is the visitor's own trial. */
export const isExample = (draft: LevyDraft): boolean => isDeepStrictEqual(draft, EXAMPLE);

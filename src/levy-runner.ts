import type { Clock } from './kernel/clock.js';
import { PolicyBook } from './policy/index.js';
import { simulateLevy } from './quota/levy/app/simulate-levy.query.js';
import { LevySimulator } from './quota/levy/index.js';

/** What `zhujiu policy` computes cases with. It stands above both rooms because the law knows nothing of levies. */
export const levyRunner = (clock: Clock) => async (policyFolder: string): Promise<(caseJson: unknown) => unknown> => {
  const simulator = new LevySimulator(PolicyBook.load(policyFolder), clock.today());
  return (caseJson) => simulateLevy(simulator, caseJson, { statement: true });
};

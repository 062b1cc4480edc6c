import path from 'node:path';
import { localDate } from '../../src/kernel/local-date.js';
import { PolicyBook } from '../../src/policy/index.js';
import type { LevyCase } from '../../src/quota/levy/domain/case.js';
import type { LevyFailure, LevyResult } from '../../src/quota/levy/domain/result.js';
import { LevySimulator, type PreparedCase } from '../../src/quota/levy/domain/simulate.js';

const POLICY = path.resolve(import.meta.dirname, '../../config/policy');
let book: PolicyBook | null = null;

/** The law as shipped, read once a test file. */
export const shippedPolicy = (): PolicyBook => (book ??= PolicyBook.load(POLICY));

export const simulatorOn = (today: string): LevySimulator => new LevySimulator(shippedPolicy(), localDate(today));

/** The example of the contract: 201 staff, one severe person for five months. */
export const EXAMPLE_CASE: LevyCase = {
  id: 'c1', region: '370303', baseYear: 2024, filingYear: 2025, employerKind: 'enterprise', registeredOn: '2010-05-01',
  headcount: { monthly: [200, 200, 200, 200, 200, 200, 201, 201, 201, 201, 201, 201] },
  totalWages: '20000000.00',
  arranged: [{ certificate: 'disability', grade: 1, months: ['2024-08', '2024-09', '2024-10', '2024-11', '2024-12'] }],
  overrides: { socialAverageWage: '80000', ratio: '0.015', scales: { staff: 0 } },
  alreadyPaid: '0.00',
};

/** A plain case: yearly averages, nobody arranged; what a test is about is put over it. */
export function aCase(over: Partial<LevyCase>): LevyCase {
  const merged: Record<string, unknown> = {
    id: 't', region: '370303', baseYear: 2024, employerKind: 'enterprise', headcount: { average: '100' }, averageWage: '80000', arranged: [],
    overrides: { ratio: '0.015', socialAverageWage: '149208' }, ...over,
  };
  if (over.totalWages !== undefined) delete merged['averageWage'];
  if (over.arrangedCount !== undefined) delete merged['arranged'];
  return merged as LevyCase;
}

export function computed(simulator: LevySimulator, levyCase: LevyCase): LevyResult {
  const outcome = simulator.run(levyCase, { statement: true });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome;
}

export function refused(simulator: LevySimulator, levyCase: LevyCase): LevyFailure {
  const outcome = simulator.run(levyCase, { statement: true });
  if (outcome.ok) throw new Error(`computed ${outcome.payable} where a refusal was expected`);
  return outcome;
}

export function prepared(simulator: LevySimulator, levyCase: LevyCase): PreparedCase {
  const found = simulator.prepare(levyCase);
  if ('ok' in found) throw new Error(JSON.stringify(found));
  return found;
}

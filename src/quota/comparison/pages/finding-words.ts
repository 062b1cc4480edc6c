import { say, type TextVariant } from '../../../kernel/texts.js';
import { sayFinding } from '../../counting/index.js';
import type { StoredFinding } from '../domain/compare-line.js';
import { comparisonPageTexts } from './texts.js';

const NOTHING_PAID = '0.00';

/** A finding of the comparison. Where registers are asked, what the employer wrote is not what is missing, and a month without an entry is no wage of 0.00. */
export function findingWords(variant: TextVariant, finding: StoredFinding): string {
  if (finding.code === 'counting.finding.wage_unknown') return say(comparisonPageTexts, variant, 'wageNotRegistered');
  if (finding.code === 'counting.finding.wage_below_minimum' && finding.params['wage'] === NOTHING_PAID) return say(comparisonPageTexts, variant, 'wageNone');
  return sayFinding(variant, finding);
}

import { say, type TextVariant } from '../../../kernel/texts.js';
import { sayFinding } from '../../counting/index.js';
import type { StoredFinding } from '../domain/compare-line.js';
import { comparisonPageTexts } from './texts.js';

/** A finding of the comparison. Where registers are asked, what the employer wrote is not what is missing. */
export const findingWords = (variant: TextVariant, finding: StoredFinding): string => (finding.code === 'counting.finding.wage_unknown' ? say(comparisonPageTexts, variant, 'wageNotRegistered') : sayFinding(variant, finding));

import type { FindingCode } from '../../counting/index.js';
import { papersFor } from './papers.js';

const finding = (answer: 'unmet' | 'unknown_fact' | 'unknown_parameter', code: string) => ({ answer, code: `counting.finding.${code}` as FindingCode });

describe('papersFor', () => {
  it.each([
    ['asks for each paper once', [finding('unmet', 'certificate_expired'), finding('unknown_fact', 'certificate_issue_unknown'), finding('unknown_fact', 'wage_unknown')], ['certificate', 'wage']],
    ['never asks for a value of law', [finding('unknown_parameter', 'minimum_wage_unknown'), finding('unmet', 'medical_insurance_unpaid')], ['medical']],
    ['asks for nothing where a month fails for good', [finding('unmet', 'retirement_age_reached'), finding('unknown_fact', 'pension_insurance_unknown')], []],
    ['asks for nothing where everything is met', [], []],
  ])('%s', (_, findings, expected) => expect(papersFor(findings)).toEqual(expected));
});

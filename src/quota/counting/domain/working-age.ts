import type { RetirementStep } from '../../../policy/parameters.js';

/** Youngest age of lawful employment (劳动法 art. 15). */
export const LOWEST_WORKING_AGE_YEARS = 16;

/**
 * Index (months since year 0) of the month in which the statutory retirement age is reached.
 * From 2025-01-01 the age rises with the month of birth: every `everyMonths` months one month more, the first at once
 * (decision of the Standing Committee of 2024-09-13, art. 1).
 * @param birthMonth index of the month of birth
 */
export function retirementMonth(birthMonth: number, step: RetirementStep): number {
  const former = birthMonth + step.ageYears * 12;
  if (step.delay === null) return former;
  const { bornFrom, everyMonths, maxMonths } = step.delay;
  const later = birthMonth - (Number(bornFrom.slice(0, 4)) * 12 + Number(bornFrom.slice(5, 7)) - 1);
  if (later < 0) return former;
  return former + Math.min(Math.floor(later / everyMonths) + 1, maxMonths);
}

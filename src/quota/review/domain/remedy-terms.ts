import { addDays, addMonths, type LocalDate } from '../../../kernel/local-date.js';
import type { Remedy } from '../../../policy/parameters.js';

/** A remedy with the last day that its term has at the earliest: it runs from the day on which the decision became known. */
export type RemedyTerm = Remedy & { readonly notBefore: LocalDate };

export const remedyTerms = (remedies: readonly Remedy[], decidedOn: LocalDate): readonly RemedyTerm[] =>
  remedies.map((remedy) => ({ ...remedy, notBefore: remedy.unit === 'days' ? addDays(decidedOn, remedy.within) : addMonths(decidedOn, remedy.within) }));

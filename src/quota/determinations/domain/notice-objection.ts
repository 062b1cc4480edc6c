/** As whom somebody speaks against a notice. */
export const objectionParties = ['employer', 'worker', 'other'] as const;
export type ObjectionParty = (typeof objectionParties)[number];

export const objectionOutcomes = ['upheld', 'partly', 'rejected'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

/** Why a second factor is taken away: codes, since the audit keeps no words about people. */
export const lossReasons = ['lost', 'stolen', 'broken', 'replaced'] as const;
export type LossReason = (typeof lossReasons)[number];

/** On what ground somebody acts for a person: by law, by a court or committee, by agreement (民法典 art. 28, 31, 33). */
export const guardianshipBases = ['statutory', 'appointed', 'entrusted'] as const;

export type GuardianshipBasis = (typeof guardianshipBases)[number];

/** Kinds of employers (words.md, 用人单位); the last three owe no quota (残疾人就业条例 art. 8 names who does). */
export const employerKinds = ['organ', 'institution', 'enterprise', 'social_organization', 'private_non_enterprise', 'sole_trader', 'cooperative', 'village_committee'] as const;
export type EmployerKind = (typeof employerKinds)[number];

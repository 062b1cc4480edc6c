/** Kinds of employers (words.md, 用人单位). */
export const employerKinds = ['organ', 'institution', 'enterprise', 'social_organization', 'private_non_enterprise', 'sole_trader', 'cooperative', 'village_committee'] as const;
export type EmployerKind = (typeof employerKinds)[number];

/** 残疾人就业条例 art. 8 names who owes the quota: the last three kinds are not among them. */
const NOT_LIABLE: readonly EmployerKind[] = ['sole_trader', 'cooperative', 'village_committee'];

export const levyLiable = (kind: EmployerKind): boolean => !NOT_LIABLE.includes(kind);

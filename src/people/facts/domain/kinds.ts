/** What a register tells of: certificates of three kinds, insurance months, wages, graduates. */
export const factKinds = ['disability', 'military', 'police', 'insurance', 'wage', 'graduate'] as const;
export type FactKind = (typeof factKinds)[number];

export type CertificateFactKind = 'disability' | 'military' | 'police';

/** What a register can be loaded for; one of insurance tells of both funds. */
export type CoveredKind = CertificateFactKind | 'pension' | 'medical' | 'wage' | 'graduate';

export const coveredKinds = (kind: FactKind): readonly CoveredKind[] => (kind === 'insurance' ? ['pension', 'medical'] : [kind]);

/** Where and when a register is complete. `regionPrefix` is empty for the whole country; months are yyyymm, inclusive. */
export type Coverage = { readonly regionPrefix: string; readonly fromMonth: number; readonly untilMonth: number };

/** What a row can be rejected for beside the faults of its cells. */
export type FactRowCode =
  | 'facts.row.newer_known' | 'facts.row.contradicts_line' | 'facts.row.certificate_number' | 'facts.row.certificate_of_someone_else' | 'facts.row.grade_contradicts_number'
  | 'facts.row.grade_start_unknown' | 'facts.row.grade_overlap' | 'facts.row.period' | 'facts.row.number_of_someone_else' | 'facts.row.month_in_future';

/** Whom of an employer to call: 法定代表人、人事、财务、其他. One of each. */
export const contactRoles = ['legal_representative', 'personnel', 'finance', 'other'] as const;
export type ContactRole = (typeof contactRoles)[number];

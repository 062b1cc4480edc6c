/** What a screen shows masked and opens one by one. */
export const revealFields = ['citizenId', 'phone', 'address', 'certificateNumber', 'disability'] as const;
export type RevealField = (typeof revealFields)[number];

/** The last two signs of a certificate number are the diagnosis, so the number is as sensitive as category and grade. */
const DISABILITY_DETAIL: readonly RevealField[] = ['certificateNumber', 'disability'];

export type RevealPermission = 'files.reveal' | 'files.reveal_disability';

export const permissionsFor = (fields: readonly RevealField[]): readonly RevealPermission[] => [
  ...(fields.some((field) => !DISABILITY_DETAIL.includes(field)) ? ['files.reveal' as const] : []),
  ...(fields.some((field) => DISABILITY_DETAIL.includes(field)) ? ['files.reveal_disability' as const] : []),
];

/** What a value is opened for: the closed list beside which the reader writes its own words. */
export const revealPurposes = ['verify_identity', 'contact_person', 'fill_form', 'check_certificate', 'correct_record', 'answer_complaint'] as const;
export type RevealPurpose = (typeof revealPurposes)[number];

export const closingReasons = ['moved_away', 'deceased', 'no_longer_wanted', 'entered_in_error'] as const;
export type ClosingReason = (typeof closingReasons)[number];

export const preferredContacts = ['phone', 'text', 'sign_video', 'post', 'visit'] as const;
export type PreferredContact = (typeof preferredContacts)[number];

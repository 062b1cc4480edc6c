import { err, ok, type Result } from '../../../kernel/result.js';

export const employerStatuses = ['registered', 'verified', 'refused'] as const;
/** 已登记、已核实、未通过. */
export type EmployerStatus = (typeof employerStatuses)[number];

export type EmployerAct = 'verify' | 'refuse';

/**
 * A refused registration is closed: whoever is right registers anew, and the code is free for it.
 * A verified employer is not un-verified here; later rooms rest on it.
 */
const NEXT: Readonly<Record<EmployerStatus, Partial<Readonly<Record<EmployerAct, EmployerStatus>>>>> = {
  registered: { verify: 'verified', refuse: 'refused' },
  verified: {},
  refused: {},
};

export function nextStatus(status: EmployerStatus, act: EmployerAct): Result<EmployerStatus, 'employers.employer.already_decided'> {
  const next = NEXT[status][act];
  return next === undefined ? err('employers.employer.already_decided') : ok(next);
}

/** Why an officer does not verify. */
export const refusalReasons = ['code_unknown', 'name_differs', 'other_region', 'not_authorised', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

import { normaliseCode, normaliseText } from '../../kernel/normalise.js';
import { parseRegionCode } from '../../kernel/region-code.js';
import { isUuid } from '../../kernel/uuid.js';
import { roleNames } from '../../platform/access/index.js';
import type { RoleWish } from '../app/granting.js';
import type { RoleForm } from './forms.js';
import type { MemberText } from './texts.js';

export type Typed = Required<RoleForm>;

/** A fault that the form itself finds. */
export type OwnFault = { readonly field: keyof Typed; readonly text: MemberText };

export type ReadForm = { readonly typed: Typed; readonly faults: readonly OwnFault[]; readonly wish: RoleWish };

const NAME = /^[^\p{C}\p{Zl}\p{Zp}]{1,60}$/u;

export const emptyForm: Typed = { displayName: '', role: '', organisationId: '', regionCode: '', contact: '' };

/** @param withName false where the member is known already */
export function readRoleForm(form: RoleForm, withName: boolean): ReadForm {
  const typed: Typed = {
    displayName: normaliseText(form.displayName ?? ''),
    role: form.role ?? '',
    organisationId: form.organisationId ?? '',
    regionCode: (form.regionCode ?? '').trim(),
    contact: (form.contact ?? '').trim(),
  };
  const region = normaliseCode(typed.regionCode);
  const role = roleNames.find((name) => name === typed.role);
  const faults: OwnFault[] = [];
  if (withName && !NAME.test(typed.displayName)) faults.push({ field: 'displayName', text: 'nameMissing' });
  if (role === undefined) faults.push({ field: 'role', text: 'roleMissing' });
  if (region !== '' && !parseRegionCode(region).ok) faults.push({ field: 'regionCode', text: 'regionMalformed' });
  return {
    typed, faults,
    wish: { role: role ?? 'jobseeker', organisationId: isUuid(typed.organisationId) ? typed.organisationId : null, regionCode: region === '' ? null : region, validUntil: null },
  };
}

/** The field at which a refusal of the room is told. */
export function fieldOf(code: string): keyof Typed {
  if (/^members\.(?:region|grant\.region)/.test(code)) return 'regionCode';
  if (/^members\.(?:organisation|grant\.organisation)/.test(code)) return 'organisationId';
  return code.startsWith('members.contact') ? 'contact' : 'role';
}

import { localDate } from '../../kernel/local-date.js';
import type { RoleWish } from '../app/granting.js';
import type { RoleDto } from './members.dto.js';

export const wishOf = ({ role, organisationId, regionCode, validUntil }: RoleDto): RoleWish => ({
  role, organisationId: organisationId ?? null, regionCode: regionCode ?? null, validUntil: validUntil === undefined || validUntil === null ? null : localDate(validUntil),
});

import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const idOrNull: Schema = { ...id, nullable: true };
const textOrNull: Schema = { ...text, nullable: true };
const instant: Schema = { type: 'string', format: 'date-time' };
const day: Schema = { type: 'string', format: 'date' };
const dayOrNull: Schema = { ...day, nullable: true };

/** Every property is always there. */
const object = (properties: NonNullable<Extract<Schema, { properties?: unknown }>['properties']>): Schema => ({ type: 'object', required: Object.keys(properties), properties });
const page = (items: Schema): Schema => object({ items: { type: 'array', items } as Schema, next: { ...textOrNull, description: 'Key of the next page; null on the last.' } });

export const organisationSchema = object({ id, kind: text, name: text, regionCode: text, parentId: idOrNull, version: { type: 'integer' } });
export const organisationsSchema = page(organisationSchema);

export const memberSchema = object({
  accountId: id, displayName: text, status: text, createdAt: instant,
  roles: { type: 'array', items: object({ membershipId: id, role: text, regionCode: text, organisationId: idOrNull, organisationName: textOrNull, validFrom: day, validUntil: dayOrNull, wardAccountId: idOrNull }) } as Schema,
});
export const membersSchema = page(memberSchema);

export const invitationSchema = object({ id, displayName: text, role: text, regionCode: text, organisationId: idOrNull, createdAt: instant, expiresAt: instant });
export const invitationsSchema = page(invitationSchema);
export const invitedSchema = object({ id, code: { ...text, description: 'Shown this once.' }, expiresAt: instant });

export const rolesSchema = object({
  roles: {
    type: 'array',
    items: object({ role: text, actsFor: text, organisations: { type: 'array', items: text } as Schema, staff: { type: 'boolean' }, duty: { type: 'boolean' }, permissions: { type: 'array', items: text } as Schema, grantable: { type: 'boolean', description: 'You may give and take it.' } }),
  } as Schema,
});

export const grantedSchema = object({ membershipId: id });
export const madeMemberSchema = object({ accountId: id, membershipId: id });
export const appointedSchema = object({ guardianAccountId: id, membershipId: id });
export const createdSchema = object({ id });

export const accountSchema = object({
  id, displayName: text, language: text, display: text, version: { type: 'integer' },
  contacts: { type: 'array', items: object({ kind: text, masked: text, verifiedAt: { ...instant, nullable: true } }) } as Schema,
  memberships: { type: 'array', items: object({ id, role: text, regionCode: text, organisationId: idOrNull, organisationName: textOrNull, validFrom: day, validUntil: dayOrNull }) } as Schema,
  actingIn: { ...idOrNull, description: 'The membership in which this session acts.' },
});

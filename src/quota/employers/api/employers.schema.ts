import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const textOrNull: Schema = { ...text, nullable: true };
const instant: Schema = { type: 'string', format: 'date-time' };

const object = (properties: NonNullable<Extract<Schema, { properties?: unknown }>['properties']>): Schema => ({ type: 'object', required: Object.keys(properties), properties });

const employer = {
  id, uscc: text, name: text, kind: text, regionCode: text, status: text, registeredAt: instant, decidedAt: { ...instant, nullable: true } as Schema, refusalReason: textOrNull,
  version: { type: 'integer' } as Schema,
};

export const employerSchema = object({ ...employer, refusalNote: textOrNull });
export const employersSchema = object({ items: { type: 'array', items: object(employer) } as Schema, next: { ...textOrNull, description: 'Key of the next page; null on the last.' } });
export const registeredSchema = object({ employerId: id, invitation: object({ id, code: { ...text, description: 'Shown this once: it makes the account of the first clerk.' }, expiresAt: instant }) });

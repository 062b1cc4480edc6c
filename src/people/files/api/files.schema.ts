import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const or = (schema: Schema): Schema => ({ ...schema, nullable: true });
const instant: Schema = { type: 'string', format: 'date-time' };
const day: Schema = { type: 'string', format: 'date' };
const flag: Schema = { type: 'boolean' };

const object = (properties: NonNullable<Extract<Schema, { properties?: unknown }>['properties']>): Schema => ({ type: 'object', required: Object.keys(properties), properties });

const person = {
  id, regionCode: text, counselorId: or(id), accountId: or(id), name: or(text), citizenIdMasked: or(text), hasCertificate: flag, createdAt: instant, anonymisedAt: or(instant),
  version: { type: 'integer' } as Schema, phoneMasked: or(text),
};

export const filesSchema = object({ items: { type: 'array', items: object(person) } as Schema, next: { ...or(text), description: 'Key of the next page; null on the last.' } });
export const fileSchema = object({ ...person, hasAddress: flag, preferred: or(text), certificateMasked: or(text), openedOn: day, closedOn: or(day), closingReason: or(text), rankingOff: flag });
export const createdSchema = object({ id });
export const revealedSchema: Schema = {
  type: 'object',
  description: 'What was asked for; null where the file has none.',
  properties: {
    citizenId: or(text), phone: or(text), address: or(text), certificateNumber: or(text),
    disability: or(object({ category: { type: 'integer' } as Schema, grade: { type: 'integer' } as Schema, issuedOn: or(day), validUntil: or(day) })),
  },
};

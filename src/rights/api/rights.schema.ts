import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const or = (schema: Schema): Schema => ({ ...schema, nullable: true });
const instant: Schema = { type: 'string', format: 'date-time' };
const day: Schema = { type: 'string', format: 'date' };
const texts: Schema = { type: 'array', items: text } as Schema;

const object = (properties: NonNullable<Extract<Schema, { properties?: unknown }>['properties']>): Schema => ({ type: 'object', required: Object.keys(properties), properties });
const listOf = (items: Schema): Schema => object({ items: { type: 'array', items } as Schema });
const page = (items: Schema): Schema => object({ items: { type: 'array', items } as Schema, next: { ...or(text), description: 'Key of the next page; null on the last.' } });

const consent = object({ id, purpose: text, recipient: text, what: texts, since: day, until: or(day), givenHow: text, withdrawnOn: or(day), withdrawnHow: or(text), holds: { type: 'boolean' } as Schema });
const request = { id, personId: id, personName: or(text), kind: text, status: text, madeAt: instant, dueOn: day, answeredAt: or(instant), version: { type: 'integer' } as Schema };
const detail = object({ ...request, wish: or(text), answer: or(text), madeBy: or(id) });
const look = object({ seq: text, at: instant, role: or(text), via: text, fields: texts, purpose: text, reason: or(text) });

export const createdSchema = object({ id });
export const consentsSchema = listOf(consent);
export const requestsSchema = page(object(request));
export const ownRequestsSchema = listOf(detail);
export const requestSchema = detail;
export const looksSchema = page(look);
export const retentionRulesSchema = listOf(object({
  rule: text, days: { type: 'integer' } as Schema, from: day, reference: object({ title: text, article: text }), confirmed: { type: 'boolean', description: 'False: derived from the law, and no authority has confirmed it.' } as Schema,
}));
export const retentionSchema = page(object({ id, ranAt: instant, rule: text, endedBefore: day, applied: { type: 'integer' } as Schema }));
export const copySchema: Schema = { type: 'object', description: 'Everything that the service holds about you, in the format zhujiu.person.v1.', additionalProperties: true };

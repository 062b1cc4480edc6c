import type { ApiResponseOptions } from '@nestjs/swagger';
import { levels, missingFacts, verdicts } from '../domain/lead.js';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];
type Properties = NonNullable<Extract<Schema, { properties?: unknown }>['properties']>;

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const integer: Schema = { type: 'integer' };
const day: Schema = { type: 'string', format: 'date' };
const flag: Schema = { type: 'boolean' };
const decimal: Schema = { type: 'string', description: 'A decimal.' };

const object = (properties: Properties): Schema => ({ type: 'object', required: Object.keys(properties), properties });
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true }) as Schema;
const oneOf = (values: readonly string[]): Schema => ({ ...text, enum: [...values] }) as Schema;
const list = (items: Schema): Schema => ({ type: 'array', items });

export const bodySchema = object({
  employerId: id, employerName: text, uscc: text, regionCode: text, kind: oneOf(['organ', 'institution', 'state_enterprise']), establishment: orNull(integer), level: orNull(oneOf(levels)), isSchool: orNull(flag),
  requiredByStaff: orNull(decimal), placed: orNull(decimal), source: orNull(oneOf(['determined', 'declared_nobody', 'not_filed'])), verdict: oneOf(verdicts), missing: orNull(oneOf(missingFacts)), required: orNull(decimal),
  plan: orNull(object({ persons: integer, dueOn: day, version: integer })),
});
export const bodiesSchema = object({ items: list(bodySchema), next: { ...text, nullable: true, description: 'Key of the next page; null on the last.' } as Schema });

const pool = object({
  regionCode: text, bodies: integer, establishment: integer, withoutEstablishment: integer, placed: decimal, withoutPlaced: integer, verdict: oneOf(['meets', 'below', 'unknown']), required: orNull(decimal),
});
const officials = object({ regionCode: text, year: integer, officials: integer, disabled: integer, version: integer, isEnough: orNull(flag) });
export const summarySchema = object({
  law: { type: 'object', description: 'The rules of the region, each with its source.' },
  counts: object(Object.fromEntries(verdicts.map((verdict) => [verdict, integer]))), planned: integer, pools: list(pool), officials: list(officials),
});

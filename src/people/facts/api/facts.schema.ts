import type { ApiResponseOptions } from '@nestjs/swagger';
import { factKinds } from '../domain/kinds.js';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];

const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };
const textOrNull: Schema = { ...text, nullable: true };
const instant: Schema = { type: 'string', format: 'date-time' };
const month: Schema = { type: 'integer', description: 'yyyymm' };

const object = (properties: NonNullable<Extract<Schema, { properties?: unknown }>['properties']>): Schema => ({ type: 'object', required: Object.keys(properties), properties });
const list = (item: Schema): Schema => ({ type: 'array', items: item } as Schema);
const paged = (item: Schema): Schema => object({ items: list(item), next: { ...textOrNull, description: 'Key of the next page; null on the last.' } });

export const batchSchema = object({
  id: text, kind: { ...text, enum: [...factKinds] }, source: text, asOf: instant, receivedAt: instant, fileName: textOrNull,
  state: { ...text, enum: ['loading', 'loaded', 'refused', 'interrupted'] }, refusal: { ...object({ code: text, params: { type: 'object', additionalProperties: true } as Schema }), nullable: true, description: 'Why the whole was refused.' } as Schema,
  rows: { ...object({ in: whole, accepted: whole, unchanged: whole, rejected: whole }), description: 'in = accepted + unchanged + rejected, always.' } as Schema,
});
export const batchesSchema = paged(batchSchema);
export const rejectionsSchema = paged(object({ line: whole, column: { ...text, description: 'Empty for the row as a whole.' }, code: text, params: { type: 'object', additionalProperties: true } as Schema, message: text }));
export const coverageSchema = object({ items: list(object({ kind: text, regionPrefix: { ...text, description: 'Empty for the whole country.' }, fromMonth: month, untilMonth: month, asOf: instant, batchId: text })) });

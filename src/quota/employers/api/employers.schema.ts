import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const textOrNull: Schema = { ...text, nullable: true };
const instant: Schema = { type: 'string', format: 'date-time' };

const day: Schema = { type: 'string', format: 'date' };
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true }) as Schema;
const whole: Schema = { type: 'integer' };
const list = (item: Schema): Schema => ({ type: 'array', items: item } as Schema);
const object = (properties: NonNullable<Extract<Schema, { properties?: unknown }>['properties']>): Schema => ({ type: 'object', required: Object.keys(properties), properties });

const employer = {
  id, uscc: text, name: text, kind: text, regionCode: text, status: text, registeredAt: instant, decidedAt: { ...instant, nullable: true } as Schema, refusalReason: textOrNull,
  version: { type: 'integer' } as Schema,
};

const paged = (item: Schema): Schema => object({ items: list(item), next: { ...textOrNull, description: 'Key of the next page; null on the last.' } });
const detail = {
  ...employer, refusalNote: textOrNull, registeredOn: orNull(day), taxRegionCode: textOrNull, industry: textOrNull, stateOwned: orNull({ type: 'boolean' }), establishmentSize: orNull(whole), establishmentLevel: textOrNull,
  isSchool: orNull({ type: 'boolean' }), source: text, asOf: orNull(instant), mergedInto: { ...orNull(id), description: 'The employer that goes on for both.' } as Schema,
};

export const employerSchema = object(detail);
export const employersSchema = paged(object(employer));
export const employerFileSchema = object({
  ...detail, levyLiable: { type: 'boolean', description: 'Whether an employer of this kind owes the quota (残疾人就业条例 art. 8).' } as Schema,
  contacts: list(object({ role: text, name: textOrNull, phone: { ...textOrNull, description: 'Masked for whoever does not keep the file.' }, changedAt: instant })),
  branches: list(object({ id, name: text, uscc: textOrNull, regionCode: text, openedOn: orNull(day), closedOn: orNull(day) })),
  merged: list(object({ id, uscc: text, name: text, mergeId: id, mergedAt: instant })),
});
export const historySchema = paged(object({ id: text, field: text, before: textOrNull, after: textOrNull, effectiveOn: day, recordedAt: instant, recordedBy: textOrNull, importId: textOrNull }));
export const headcountsSchema = object({ year: whole, staff: { ...list(orNull(whole)), description: 'January to December; null where nothing is declared.' } as Schema });
export const createdSchema = object({ id });

export const employerImportSchema = object({
  id: text, source: text, asOf: instant, receivedAt: instant, regionPrefix: { ...text, description: 'Rows of other regions were rejected. Empty for the whole country.' }, fileName: text, state: { ...text, enum: ['loading', 'loaded', 'refused', 'interrupted'] },
  refusal: orNull(object({ code: text, params: { type: 'object', additionalProperties: true } as Schema })), rows: { ...object({ in: whole, accepted: whole, unchanged: whole, rejected: whole }), description: 'in = accepted + unchanged + rejected, always.' } as Schema,
});
export const employerImportsSchema = paged(employerImportSchema);
export const startedImportSchema = object({ importId: { ...textOrNull, description: 'Null while another list is being loaded: this one follows.' }, repeated: { type: 'boolean', description: 'The same list was loaded before; nothing was done.' } as Schema });
export const importRejectionsSchema = paged(object({ line: whole, column: { ...text, description: 'Empty for the row as a whole.' }, code: text, params: { type: 'object', additionalProperties: true } as Schema, message: text }));

const side = object({ id, uscc: text, name: text, regionCode: text, status: text });
export const duplicateSchema = object({ id, one: side, other: side, reason: text, state: text, foundAt: instant });
export const duplicatesSchema = paged(duplicateSchema);
export const registeredSchema = object({ employerId: id, invitation: object({ id, code: { ...text, description: 'Shown this once: it makes the account of the first clerk.' }, expiresAt: instant }) });

import type { ApiResponseOptions } from '@nestjs/swagger';
import { assessmentStates } from '../domain/assessment-states.js';
import { creditObjectionOutcomes, creditStates } from '../domain/credit-states.js';
import { differenceKinds } from '../domain/differences.js';
import { parties } from '../domain/exchange-line.js';
import { reliefStates } from '../domain/relief-states.js';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];
type Properties = NonNullable<Extract<Schema, { properties?: unknown }>['properties']>;

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const instant: Schema = { type: 'string', format: 'date-time' };
const day: Schema = { type: 'string', format: 'date' };
const integer: Schema = { type: 'integer' };
const flag: Schema = { type: 'boolean' };
const decimal: Schema = { type: 'string', description: 'A decimal.' };
const yuan: Schema = { type: 'string', description: 'Yuan, two decimals.' };
const anyObject: Schema = { type: 'object' };
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: [...values] });
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true }) as Schema;
const object = (properties: Properties): Schema => ({ type: 'object', required: Object.keys(properties), properties });
const list = (items: Schema): Schema => ({ type: 'array', items });
const next = { ...orNull(text), description: 'Key of the next page; null on the last.' } as Schema;
const pageOf = (item: Schema): Schema => object({ items: list(item), next });

const assessment = {
  id, determinationId: id, number: text, outcome: text, arranged: decimal, required: orNull(decimal), countedMonths: integer, weightedMonths: integer, employerId: id, employerName: text, uscc: text,
  regionCode: text, baseYear: integer, state: oneOf(assessmentStates.states), stateSince: instant, openedAt: instant, supersedes: orNull(id),
  trial: orNull(object({ staff: decimal, due: yuan, relief: yuan, payable: yuan, refund: yuan })), batchId: orNull(id), awardChoice: orNull(text), awardChosenAt: orNull(instant), version: integer,
};
const side = object({
  declaration: orNull(object({ on: day, staff: orNull(decimal), wages: orNull(yuan), arranged: orNull(decimal), due: yuan, relief: yuan, payable: yuan })), paid: yuan, paidOn: orNull(day), refunded: yuan,
  lateFeePaid: yuan, reliefGranted: yuan, deferredUntil: orNull(day), arrears: orNull(object({ amount: yuan, since: day })), order: orNull(object({ amount: yuan, issuedOn: day, expiresOn: day })),
});
const differences = list(object({ kind: oneOf(differenceKinds), ours: orNull(text), theirs: orNull(text) }));
const relief = {
  id, assessmentId: id, employerId: id, employerName: text, uscc: text, regionCode: text, baseYear: integer, kind: text, askedAmount: orNull(yuan), askedMonths: orNull(integer), state: oneOf(reliefStates.states),
  madeAt: instant, forwardedAt: orNull(instant), decision: orNull(object({ outcome: text, on: day, document: text, amount: orNull(yuan), until: orNull(day) })), version: integer,
};
const credit = {
  id, assessmentId: id, employerName: text, uscc: text, regionCode: text, baseYear: integer, number: text, assessmentState: oneOf(assessmentStates.states), state: oneOf(creditStates.states), noticedAt: instant,
  respondBy: day, recordedAt: orNull(instant), removedAt: orNull(instant), endReason: orNull(text), objectedAt: orNull(instant), objectionOutcome: orNull(oneOf(creditObjectionOutcomes)), change: text, version: integer,
};
const batch = { id, regionCode: text, baseYear: integer, number: text, lines: integer, digest: text, madeAt: instant, acknowledgedAt: orNull(instant) };
const received = {
  id, party: oneOf(parties), sender: text, batch: text, baseYear: integer, digest: text, sealKey: orNull(text), rowsIn: integer, accepted: integer, unchanged: integer, rejected: integer, receivedAt: instant,
};

export const assessmentsSchema = pageOf(object(assessment));
export const assessmentSchema = object({
  ...assessment, side, owed: orNull(yuan), outstanding: yuan, overpaid: yuan, differences, lateFee: orNull(anyObject), award: anyObject,
  before: orNull(object({ id, number: text, change: orNull(yuan) })), records: list(anyObject), steps: list(anyObject), reliefs: list(object(relief)), credits: list(object(credit)),
});
export const reliefsSchema = pageOf(object(relief));
export const reliefSchema = object({ ...relief, grounds: text, evidence: list(object({ id, name: text, mediaType: text, size: integer, storedAt: instant })) });
export const creditsSchema = pageOf(object(credit));
export const creditSchema = object({ ...credit, objection: orNull(object({ id, words: text, madeAt: instant, outcome: orNull(oneOf(creditObjectionOutcomes)), answer: orNull(text), answeredAt: orNull(instant) })) });
export const batchSchema = object(batch);
export const batchesSchema = pageOf(object(batch));
export const importSchema = object(received);
export const receivedSchema = object({ ...received, repeated: flag });
export const importsSchema = pageOf(object(received));
export const rejectionsSchema = pageOf(object({ line: integer, code: text, field: orNull(text), sentence: text }));
export const reconciliationSchema = object({
  totals: object({ assessments: integer, declared: integer, differing: integer, trialPayable: yuan, taxPayable: yuan, paid: yuan, refunded: yuan }),
  items: list(object({ assessment: object(assessment), side, differences })), next,
  undetermined: list(object({ employerId: id, employerName: text, uscc: text, records: integer, payable: orNull(yuan), paid: yuan })),
});
export const createdSchema = object({ id });
export const fileSchema: Schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
export const batchFileSchema: Schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary', description: 'JSON lines: a header, the records, a trailer with digest and seal.' }, year: { type: 'string', description: 'The base year that you mean to send.' } } };

import type { ApiResponseOptions } from '@nestjs/swagger';
import { caseStates, findingReasons, findings } from '../domain/case-states.js';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];
type Properties = NonNullable<Extract<Schema, { properties?: unknown }>['properties']>;

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const integer: Schema = { type: 'integer' };
const day: Schema = { type: 'string', format: 'date' };
const instant: Schema = { type: 'string', format: 'date-time' };
const months: Schema = { type: 'array', items: integer, description: 'Months, 1 to 12.' };

const object = (properties: Properties): Schema => ({ type: 'object', required: Object.keys(properties), properties });
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true }) as Schema;
const oneOf = (values: readonly string[]): Schema => ({ ...text, enum: [...values] }) as Schema;
const list = (items: Schema): Schema => ({ type: 'array', items });
const pageOf = (item: Schema): Schema => object({ items: list(item), next: { ...text, nullable: true, description: 'Key of the next page; null on the last.' } as Schema });

const campaign = object({
  id, name: text, regionCode: text, baseYear: integer, seed: text, population: integer, populationDigest: { ...text, description: 'SHA-256 of the list of what could be drawn.' },
  isListKept: { type: 'boolean', description: 'Whether that list can be fetched.' }, cases: integer, linesEach: integer, drawnAt: instant,
});
export const campaignsSchema = pageOf(campaign);
export const campaignSchema = object({ campaign, counts: { type: 'object', description: 'Cases by state.', additionalProperties: integer } });

const head = {
  id, campaignId: id, campaignName: text, place: integer, declarationId: id, number: { ...text, description: 'Number of the filing.' } as Schema, versionNumber: integer, employerId: id, employerName: text, uscc: text, regionCode: text, baseYear: integer, state: oneOf(caseStates.states), stateSince: instant,
  dueOn: orNull(day), people: { ...list(integer), description: 'Where on the list of the filing the people stand that were drawn, from 1, in the order of the draw; whoever claims no month is left out.' } as Schema, corrected: orNull(object({ id, number: text })), version: integer,
};
export const casesSchema = pageOf(object(head));
export const caseSchema = object({
  ...head, words: object({ grounds: orNull(text), defence: orNull(text), decision: orNull(text) }),
  lines: list(object({
    id: text, place: integer, name: { ...text, description: 'Masked for everybody but the employer.' }, certificateKind: text, contractStart: day, contractEnd: orNull(day), claimed: months, finding: orNull(oneOf(findings)),
    reason: orNull(oneOf(findingReasons)), refused: months,
  })),
  papers: list(object({ id, lineId: orNull(text), name: text, mediaType: text, size: integer, storedAt: instant })),
  steps: list(object({ act: text, fromState: orNull(text), toState: text, at: instant, role: orNull(text) })),
});
export const createdSchema = object({ id });
export const askedSchema = object({ cases: integer });
export const fileSchema: Schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' }, line: { ...text, description: 'The drawn line that it proves; left out: the whole case.' } } };

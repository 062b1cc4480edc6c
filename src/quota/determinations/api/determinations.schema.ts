import type { ApiResponseOptions } from '@nestjs/swagger';
import { outcomes } from '../app/content.js';
import { noticeKinds } from '../domain/notice.js';
import { objectionOutcomes, objectionParties } from '../domain/notice-objection.js';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];
type Properties = NonNullable<Extract<Schema, { properties?: unknown }>['properties']>;

const text: Schema = { type: 'string' };
const textOrNull: Schema = { ...text, nullable: true };
const id: Schema = { type: 'string', format: 'uuid' };
const instant: Schema = { type: 'string', format: 'date-time' };
const day: Schema = { type: 'string', format: 'date' };
const integer: Schema = { type: 'integer' };
const decimal: Schema = { type: 'string', description: 'A decimal.' };
const flag: Schema = { type: 'boolean' };
const anyObject: Schema = { type: 'object' };

const object = (properties: Properties): Schema => ({ type: 'object', required: Object.keys(properties), properties });
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true }) as Schema;
const list = (items: Schema): Schema => ({ type: 'array', items });
const pageOf = (item: Schema): Schema => object({ items: list(item), next: { ...textOrNull, description: 'Key of the next page; null on the last.' } });

const head = {
  id, declarationId: id, versionNumber: integer, employerId: id, employerName: text, uscc: text, regionCode: text, baseYear: integer, number: text, code: text,
  outcome: { ...text, enum: [...outcomes] } as Schema, arranged: decimal, countedMonths: integer, weightedMonths: integer, required: orNull(decimal), issuedAt: instant, issuer: text,
  supersededBy: orNull(object({ id, number: text, issuedAt: instant })),
};
export const copySchema = object({ content: anyObject, digest: { ...text, description: 'SHA-256 of the canonical JSON of the content, hex.' }, seal: object({ algorithm: text, keyId: text, signature: text }) });
export const determinationSchema = object({ ...head, copy: copySchema });
export const determinationsSchema = pageOf(object(head));

const registered = object({
  number: text, employerName: text, uscc: text, baseYear: integer, outcome: { ...text, enum: [...outcomes] } as Schema, arranged: decimal, issuedAt: instant, issuer: text, digest: text,
  supersededBy: orNull(object({ number: text, issuedAt: instant })),
});
export const verdictSchema: Schema = {
  type: 'object', required: ['verdict'],
  properties: { verdict: { ...text, enum: ['genuine', 'superseded', 'unknown', 'changed'] } as Schema, determination: orNull(registered) },
};

const notice = object({ id, kind: { ...text, enum: [...noticeKinds] } as Schema, regionCode: text, baseYear: integer, issuer: text, publishedAt: instant, closesOn: day, lines: integer, withdrawnAt: orNull(instant) });
export const noticeSchema = notice;
export const noticesSchema = pageOf(notice);
export const noticeLinesSchema = pageOf(object({
  place: integer, employerName: text, uscc: text, required: orNull(decimal), arranged: orNull(decimal), missing: orNull(decimal), corrected: flag, reliefKind: textOrNull, reliefAmount: textOrNull, deferralMonths: orNull(integer),
  reliefRegion: textOrNull, reliefDocument: textOrNull,
}));
export const createdSchema = object({ id });
export const objectionsSchema = pageOf(object({
  id, noticeId: id, place: orNull(integer), employerName: textOrNull, party: { ...text, enum: [...objectionParties] } as Schema, words: text, contact: textOrNull, madeAt: instant,
  outcome: orNull({ ...text, enum: [...objectionOutcomes] } as Schema), answer: textOrNull, answeredAt: orNull(instant),
}));

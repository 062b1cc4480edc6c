import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const or = (schema: Schema): Schema => ({ ...schema, nullable: true });
const instant: Schema = { type: 'string', format: 'date-time' };
const day: Schema = { type: 'string', format: 'date' };
const number: Schema = { type: 'integer' };
const flag: Schema = { type: 'boolean' };
const list = (items: Schema): Schema => ({ type: 'array', items });
const free = (description: string): Schema => ({ type: 'object', additionalProperties: true, description });

const object = (properties: NonNullable<Extract<Schema, { properties?: unknown }>['properties']>): Schema => ({ type: 'object', required: Object.keys(properties), properties });
const page = (item: Schema): Schema => object({ items: list(item), next: { ...or(text), description: 'Key of the next page; null on the last.' } });

const head = {
  id, employerId: id, employerName: text, uscc: text, employerKind: text, registeredOn: or(day), baseYear: number, filingYear: number, regionCode: text, mode: text, state: text, stateSince: instant,
  currentVersion: number, openedAt: instant, deadline: or(day), dueOn: or(day), submittedAt: or(instant), isLate: flag, version: number, number: { ...or(text), description: 'By which a filing that was handed in is spoken of.' } as Schema,
};

const version = object({
  id, declarationId: id, number, createdAt: instant, changedAt: instant, submittedAt: or(instant), committedAt: or(instant), monthlyStaff: or(list(or(number))), seasonal: list(object({ count: number, months: number })),
  dispatchedStaff: or(number), totalWages: or(text), alreadyPaid: text, lateReason: or(text), judgedOn: or(day), trialPayable: or(text), arranged: or(text), policyHash: or(text),
});

export const createdSchema = object({ id });
export const versionSchema = object({ version: { ...number, description: 'Of the filing after this change.' } });
export const filingsSchema = page(object(head));
export const headSchema = object(head);
export const filingSchema = object({
  ...head, current: version, sums: free('What the lines add up to.'), trial: free('试算，以税务机关核定为准。 A trial sum: the tax authority’s assessment stands.'),
  window: object({ opens: or(day), closes: or(day), state: text }), acts: list(text),
});
export const stepsSchema = page(object({
  id: text, versionNumber: number, act: text, fromState: or(text), toState: text, at: instant, actor: or(id), actorName: or(text), role: or(text), reason: or(text), words: or(text), dueOn: or(day),
}));
export const linesSchema = page(object({
  id: text, name: text, citizenId: text, certificateKind: text, certificateNumber: text, post: or(text), postCategory: or(text), contractKind: or(text), contractStart: day, contractEnd: or(day), wage: or(text),
  months: list(text), counts: text, otherUscc: or(text), source: text, sourceRow: or(number), countedMonths: number, provisionalMonths: number, verdicts: list(free('Months with the same answer for the same reasons.')),
}));
export const lineCreatedSchema = object({ id: text });
const importFields = {
  id, declarationId: id, versionNumber: number, state: { ...text, enum: ['reading', 'checked', 'done', 'refused', 'failed', 'discarded'] } as Schema, receivedAt: instant, rowsRead: number, rowsIn: number, accepted: number,
  unchanged: number, rejected: number, removed: number, refusal: or(object({ code: text, params: free('Values of its sentence.') })), warnings: list(free('Code and params.')), errorGroups: list(free('Code, column, rows, first row.')),
};
export const importSchema = object({
  ...importFields,
  leaving: object({
    all: { ...number, description: 'Lines that the checked file takes off the list.' } as Schema,
    items: list(object({ name: text, citizenId: text, contractStart: day, contractEnd: or(day), personStays: { ...flag, description: 'Whether the file has another contract of the person.' } as Schema })),
  }),
});
export const importsSchema = object({ items: list(object(importFields)) });
export const rejectionsSchema = page(object({ row: number, column: text, code: text, params: free('Values of its sentence.'), sentence: text }));
export const takenSchema = object({ accepted: number, unchanged: number, rejected: number, removed: number });
export const uploadSchema: Schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
export const prefilledSchema = object({ taken: number, left: number, doubts: number, staff: { ...flag, description: 'Whether the monthly head-counts came from the employer’s file.' } as Schema });
export const doubtsSchema = page(object({ id: text, code: text, params: free('Values of its sentence.'), sentence: text, name: text, citizenId: text, kept: flag, lineId: or(text), settledAt: or(instant) }));
export const platformBalanceSchema = object({ id, rowsIn: number, accepted: number, unchanged: number, rejected: number, removed: number });
export const platformSchema = object({
  mode: text, titlesConfirmed: { ...flag, description: 'Whether somebody has held the titles of the columns against a real file of the platform.' } as Schema, receiptNumber: or(text), receivedOn: or(day), determined: or(text),
  numberDiffers: or(object({ ours: text, theirs: text })), files: list(object({ id, receivedAt: instant, yearTold: flag, receiptNumber: or(text), receivedOn: or(day), determined: or(text), rowsIn: number, accepted: number, unchanged: number, rejected: number, removed: number })),
  faults: list(object({ line: number, column: text, code: text, params: free('Values of its sentence.'), sentence: text })),
  differences: or(object({ all: number, items: list(object({ kind: { ...text, enum: ['only_here', 'only_there', 'refused', 'admitted', 'months'] } as Schema, ours: or(number), theirs: or(number), reason: or(text), name: text, citizenId: text })) })),
});

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

const review = object({
  versionId: id, declarationId: id, number, steps: number, stepsReason: text, acceptedAt: instant, firstAt: or(instant), firstOutcome: or(text), firstName: or(text), secondAt: or(instant), secondName: or(text), outcome: or(text),
  decidedAt: or(instant), arranged: or(text), weightedMonths: or(number), countedMonths: or(number), refusedMonths: or(number), trialPayable: or(text), beforePayable: or(text),
  change: { ...or(text), description: '试算额的变化。 Change of the trial sum, yuan: against what the employer claimed, or against the decision before.' } as Schema,
});

const head = {
  id, employerId: id, employerName: text, uscc: text, employerKind: text, registeredOn: or(day), baseYear: number, filingYear: number, regionCode: text, mode: text, state: text, stateSince: instant,
  currentVersion: number, openedAt: instant, deadline: or(day), dueOn: or(day), submittedAt: or(instant), isLate: flag, doubt: number, version: number, number: or(text),
};

const requested = object({ id: text, lineId: or(text), registryPersonId: or(text), need: text, words: or(text) });
const request = object({ id, declarationId: id, number, sentAt: instant, dueOn: day, words: or(text), answeredAt: or(instant), items: list(requested) });
const objection = object({
  id, declarationId: id, versionId: id, number, madeAt: instant, words: or(text), dueOn: or(day), state: text, answeredAt: or(instant),
  items: list(object({ id: text, registryPersonId: text, lineId: text, ground: text, words: or(text), answer: or(text), answerReason: or(text), answerWords: or(text) })),
});
const paper = object({ id, declarationId: id, need: or(text), versionNumber: number, name: text, mediaType: text, size: number, storedAt: instant });
const sums = object({ lines: number, clear: number, decided: number, clearOpen: number, claimedMonths: number, countedMonths: number, weighted: number, dispatchedIn: number, dispatchedOut: number, peopleCounted: number, refusedLines: number, conflicting: number });

export const queueSchema = page(object({
  id, employerName: text, uscc: text, regionCode: text, baseYear: number, filingYear: number, state: text, stateSince: instant, submittedAt: or(instant), isLate: flag, dueOn: or(day), doubt: number, lines: or(number), doubtful: or(number),
  isMine: flag, firstOutcome: or(text), version: number,
}));
export const reviewHeadSchema = object(head);
export const reviewSchema = object({
  ...head, isMine: flag, isCorrection: flag, shownVersion: number, monthlyStaff: or(list(or(number))), totalWages: or(text), lateReason: or(text), claimedPayable: or(text), claimedArranged: or(text),
  compared: { ...free('Lines, doubtful lines, lines that paper may help, person-months.'), nullable: true } as Schema, sums, check: { ...review, nullable: true } as Schema, decisions: list(review),
  signals: list(free('Grounds to look, with counts.')), requests: list(request), objections: list(objection), papers: list(paper),
});
const line = {
  id: text, name: text, citizenId: text, certificateKind: text, certificateNumber: text, certificateGrade: number, contractKind: or(text), contractStart: day, contractEnd: or(day), wage: or(text), counts: text, otherUscc: or(text), claimed: list(text), papers: number,
  decision: { ...object({ months: list(text), refused: list(text), reason: text, words: or(text), together: flag, decidedAt: instant }), nullable: true } as Schema, compared: { ...free('What registers say to each month, with source and time.'), nullable: true } as Schema,
};
export const reviewLinesSchema = page(object({ ...line, isClear: flag, conflictId: or(id), contested: object({ open: list(text), lost: list(text) }) }));
export const statementLinesSchema = page(object(line));
export const seenSchema = object({ version: { ...number, description: 'Of the filing after this change.' } });
export const clearedSchema = object({ decided: number, version: number });
export const finishedSchema = object({ state: text, version: number, outcome: or(text), steps: object({ steps: number, reason: text }) });
export const madeSchema = object({ id });
export const requestsSchema = object({ items: list(request) });
export const objectionsSchema = object({ items: list(objection) });
export const papersSchema = object({ items: list(paper) });
export const statementSchema = object({
  declarationId: id, number: text, employerName: text, uscc: text, regionCode: text, baseYear: number, filingYear: number, state: text, version: number,
  declared: object({ monthlyStaff: or(list(or(number))), totalWages: or(text), claimedMonths: number, claimedPayable: or(text) }), decided: review, refusedLines: number,
  trial: { ...free('试算，以税务机关核定为准。 A trial sum: the tax authority’s assessment stands.'), nullable: true } as Schema, decisions: list(review), objections: list(objection), objectionUntil: or(day),
  remedies: object({ ways: or(list(object({ kind: text, within: number, unit: text, notBefore: day }))), reference: { ...free('Law that says so.'), nullable: true } as Schema, confirmed: flag }),
});
export const archiveCheckSchema = object({ files: number, faults: list(text), isWhole: flag, digest: text });
export const paperUploadSchema: Schema = { type: 'object', required: ['file', 'lineId', 'need'], properties: { lineId: text, need: text, file: { type: 'string', format: 'binary' } } };

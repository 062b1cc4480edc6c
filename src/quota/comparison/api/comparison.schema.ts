import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];
type Properties = NonNullable<Extract<Schema, { properties?: unknown }>['properties']>;

const text: Schema = { type: 'string' };
const textOrNull: Schema = { ...text, nullable: true };
const id: Schema = { type: 'string', format: 'uuid' };
const idOrNull: Schema = { ...id, nullable: true };
const instant: Schema = { type: 'string', format: 'date-time' };
const whole: Schema = { type: 'integer' };
const months: Schema = { type: 'array', items: { type: 'string', example: '2025-03' } };
const free: Schema = { type: 'object', additionalProperties: true };
const object = (properties: Properties, more: object = {}): Schema => ({ type: 'object', required: Object.keys(properties), properties, ...more });
const list = (items: Schema): Schema => ({ type: 'array', items });
const page = (items: Schema): Schema => object({ items: list(items), next: { ...textOrNull, description: 'Key of the next page; null on the last.' } });

export const comparedFilingSchema = object({
  id, number: textOrNull, employerName: text, baseYear: whole, state: text,
  comparison: object({ comparedAt: instant, lines: whole, doubtful: whole, paper: whole, months: whole, countedMonths: whole }, { nullable: true, description: 'Null before the first comparison.' }),
});

export const comparedLinesSchema = page(object({
  id: text, name: { ...text, description: 'Whole for the employer whose staff it is, masked for others.' }, citizenId: { ...text, description: 'Masked.' }, comparedAt: instant,
  months, counted: months, provisional: months, insured: months,
  verdicts: list(object({ months, counted: { type: 'boolean' }, weight: whole, papers: { type: 'array', items: text, description: 'What the employer can show.' }, findings: list(object({ condition: text, answer: text, code: text, params: free, source: textOrNull, rules: list(text) })) })),
  notes: list(free), sources: { ...free, description: 'By kind of fact: the register and as of when it spoke.' },
  contest: object({ months, awarded: { ...months, nullable: true } as Schema }, { nullable: true, description: 'Months that another employer claims too; `awarded` is null until somebody has settled it.' }),
}));

const conflict = { id, baseYear: whole, state: text, foundAt: instant, overlapping: months, unagreed: months };
export const conflictsSchema = page(object({ ...conflict, employers: list(text) }));
export const conflictSchema = object({
  ...conflict, citizenIdMasked: text, settledAt: { ...instant, nullable: true } as Schema, reason: textOrNull, words: textOrNull, version: whole,
  sides: list(object({
    uscc: text, declarationId: idOrNull, employerName: textOrNull, regionCode: textOrNull, declarationState: textOrNull, isInScope: { type: 'boolean' },
    claimed: months, counted: months, givenAway: months, insured: months, contracted: months, awarded: { ...months, nullable: true } as Schema,
  })),
});

export const signalSchema = object({
  id, declarationId: id, code: text, grounds: { ...free, description: 'Numbers that can be checked; no person.' }, state: text, foundAt: instant, lookedAt: { ...instant, nullable: true } as Schema, words: textOrNull, version: whole, employerName: text, baseYear: whole,
});
export const signalsSchema = page(signalSchema);

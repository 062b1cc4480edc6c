import type { ApiResponseSchemaHost } from '@nestjs/swagger';

type Schema = ApiResponseSchemaHost['schema'];

const nullable = (schema: object): Schema => ({ ...schema, nullable: true });
const closed = (properties: Record<string, Schema>): Schema => ({ type: 'object', additionalProperties: false, required: Object.keys(properties), properties });
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description });

const code: Schema = { type: 'string', description: 'Stable code; its sentence is filled from `params`.' };
const params: Schema = { type: 'object', description: 'Values of the sentence.', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], nullable: true } };
const month: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}$', example: '2024-08' };
const condition: Schema = {
  type: 'string',
  enum: ['certificate_counts', 'certificate_valid', 'certificate_issued', 'contract', 'working_age', 'wage_at_least_minimum', 'pension_insurance', 'medical_insurance', 'residence'],
};

export const uploadSchema: Schema = {
  type: 'object',
  required: ['file', 'case'],
  properties: {
    file: { type: 'string', format: 'binary', description: 'XLSX, or CSV in UTF-8 or GB18030; at most 100,000 rows. Known by its content, not by its name.' },
    case: { type: 'string', description: 'JSON: the levy case of `POST /api/v1/levy/simulations` without `arranged`.', example: '{"id":"c1","region":"370303","baseYear":2024,"employerKind":"enterprise","headcount":{"average":"200"},"totalWages":"20000000.00"}' },
  },
};

export const jobSchema = (withKey: boolean): Schema => closed({
  id: { type: 'string', format: 'uuid' },
  state: { type: 'string', enum: ['queued', 'running', 'done', 'refused', 'failed'] },
  place: nullable({ type: 'integer', minimum: 1, description: 'Place in the queue; null unless it waits.' }),
  phase: { type: 'string', enum: ['opening', 'reading', 'summing'] },
  rowsRead: count('Rows of data read so far.'),
  expiresAt: { type: 'string', format: 'date-time', description: 'Until then file and result are given out.' },
  self: { type: 'string', format: 'uri-reference' },
  result: nullable({ type: 'string', format: 'uri-reference' }),
  workbook: nullable({ type: 'string', format: 'uri-reference' }),
  error: nullable(closed({ code, params, message: { type: 'string' } })),
  ...(withKey ? { key: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$', description: 'Opens the upload and its result; kept by the caller alone, also as a cookie.' } } : {}),
});

const rows = closed({ in: count('Rows of data.'), accepted: count('Read and judged.'), unchanged: count('The same as a row further up.'), rejected: count('With faults.') });

const rowErrors = list(closed({
  row: { type: 'integer', minimum: 1, description: 'Row of the sheet.' },
  column: { type: 'string', description: 'Title of the column as the file has it.' },
  code, params,
}), 'Faults of rows that were not accepted, in the order of the file.');

const personMonths = list(closed({
  row: { type: 'integer', minimum: 1 },
  citizenId: { type: 'string', description: 'First three and last two signs.' },
  certificate: { type: 'string', enum: ['disability', 'military', 'police'] },
  grade: { type: 'integer', minimum: 1, maximum: 10 },
  counts: { type: 'string', enum: ['own', 'in', 'out'], description: 'On our staff; dispatched and agreed to count here; agreed to count at the other unit.' },
  verdicts: list(closed({
    months: list(month, 'Months with the same answer for the same reasons.'),
    counted: { type: 'boolean' },
    weight: { type: 'integer', enum: [0, 1, 2] },
    provisional: { type: 'boolean', description: 'Counted although a fact or a value of law is not known.' },
    findings: list(closed({
      condition,
      answer: { type: 'string', enum: ['unmet', 'unknown_fact', 'unknown_parameter'] },
      code, params,
      source: nullable({ type: 'string', enum: ['employer', 'number', 'registry'] }),
      rules: list({ type: 'integer' }, 'Places in `rules`: the article of the condition, then the value it was held against.'),
    }), 'Conditions that were not plainly met.'),
  }), 'All twelve months of the base year.'),
}), 'Every month of every accepted row, in the order of the file.');

/** The case result with what a roster adds. The keys of the case result are described at the simulations. */
export const rosterResultSchema: Schema = {
  type: 'object',
  required: ['id', 'ok', 'rows', 'personMonthTotals', 'provisional', 'refusedBy', 'rowErrorGroups', 'rosterWarnings', 'rules', 'rowErrors', 'personMonths'],
  description: 'The keys of a levy result (or `error` where `ok` is false), and:',
  properties: {
    id: { type: 'string' },
    ok: { type: 'boolean' },
    payable: { type: 'string', format: 'decimal', description: 'Yuan, provisional months counted.' },
    rows,
    personMonthTotals: closed({ counted: count('Provisional ones among them.'), refused: count('Not counted.'), provisional: count('Counted for now.') }),
    provisional: nullable(closed({
      personMonths: count('Provisional person-months.'),
      arrangedWith: { type: 'string', format: 'decimal' }, arrangedWithout: { type: 'string', format: 'decimal' },
      payableWith: { type: 'string', format: 'decimal' }, payableWithout: { type: 'string', format: 'decimal' },
      by: list(closed({ condition, answer: { type: 'string', enum: ['unknown_fact', 'unknown_parameter'] }, personMonths: count('A month with two reasons is in two groups.') }), 'Why.'),
    })),
    refusedBy: list(closed({ condition, personMonths: count('Refused for this.') }), 'Why months were refused.'),
    rowErrorGroups: list(closed({ code, column: { type: 'string' }, rows: count('Rows with this fault.'), firstRow: { type: 'integer' } }), 'Faults by cause.'),
    rosterWarnings: list(closed({ code, params }), 'Words about the file.'),
    rules: list({ type: 'object', additionalProperties: true }, 'Values of law that findings refer to by place.'),
    rowErrors,
    personMonths,
  },
};

import type { ApiResponseSchemaHost } from '@nestjs/swagger';

type Schema = ApiResponseSchemaHost['schema'];

const yuan = (description: string): Schema => ({ type: 'string', format: 'decimal', description: `${description}, yuan, two decimals.`, example: '217412.94' });
const persons = (description: string, example: string): Schema => ({ type: 'string', format: 'decimal', description: `${description}, persons, without trailing zeros.`, example });
const nullable = (schema: object): Schema => ({ ...schema, nullable: true });
const closed = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema =>
  ({ type: 'object', additionalProperties: false, required: Object.keys(properties).filter((name) => !optional.includes(name)), properties });

const code: Schema = { type: 'string', description: 'Stable code; its sentence is filled from `params`.', example: 'levy.line.required' };
const params: Schema = {
  type: 'object', description: 'Values of the sentence; exact numbers are strings.',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], nullable: true },
};

const reference = nullable(closed({
  title: { type: 'string', description: 'Name and number of the document.' },
  article: nullable({ type: 'string' }),
  href: nullable({ type: 'string', format: 'uri' }),
}));

const rule: Schema = {
  ...nullable(closed({
    parameter: { type: 'string', example: 'quota.ratio' },
    from: nullable({ type: 'string', format: 'date', description: 'First day of the value; null for a value that the case itself gave.' }),
    reference,
    confirmed: { type: 'boolean', description: 'False until a person has checked the value against the document.' },
  })),
  description: 'The rule of law behind the line.',
};

/** Body of a computed case (`domain/result.ts`), keys in the order in which they come. */
export const levyResultSchema: Schema = closed({
  id: { type: 'string', description: 'The `id` of the case.', example: 'c1' },
  ok: { type: 'boolean', enum: [true] },
  staff: persons('Staff', '201'),
  required: persons('Number required: staff × ratio', '3.015'),
  arranged: persons('Number arranged', '0.83'),
  gap: persons('Gap', '2.185'),
  averageWage: yuan('Average wage of the base year'),
  wageCap: { ...nullable(yuan('Cap of the levied wage')), description: 'Cap of the levied wage, yuan; null where there is none or the social average wage is not known.' },
  leviedWage: yuan('Wage that the levy is computed on'),
  due: yuan('Due before reliefs'),
  relief: closed({
    kind: { type: 'string', enum: ['none', 'tier', 'exempt'] },
    rate: { type: 'string', format: 'decimal', description: 'Share of the due sum that is waived; "0" whenever nothing is due.', example: '0.1' },
    amount: yuan('Waived'),
  }),
  alreadyPaid: yuan('Already paid'),
  payable: yuan('Payable'),
  refundDue: yuan('Paid too much'),
  warnings: { type: 'array', items: closed({ code, params }) },
  policyHash: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 over the resolved values of law, overrides included.' },
  statement: {
    type: 'array', description: 'The computation step by step, one line for each person-month. A trial sum: the tax authority’s assessment stands.',
    items: closed({
      code, params,
      value: nullable({ type: 'string', format: 'decimal' }),
      unit: nullable({ type: 'string', enum: ['persons', 'yuan', 'ratio', 'months', 'days'] }),
      rule,
    }),
  },
  notApplied: { type: 'array', description: 'Rules that were looked at and did not apply, with why.', items: closed({ code, params, rule }) },
});

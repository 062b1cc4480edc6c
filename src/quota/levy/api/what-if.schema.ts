import type { ApiResponseSchemaHost } from '@nestjs/swagger';

type Schema = ApiResponseSchemaHost['schema'];

const yuan = (description: string): Schema => ({ type: 'string', format: 'decimal', description: `${description}, yuan, two decimals.`, example: '41850.00' });
const orNull = (schema: Schema, description: string): Schema => ({ ...schema, nullable: true, description });
const closed = (properties: Record<string, Schema>): Schema => ({ type: 'object', additionalProperties: false, required: Object.keys(properties), properties });

const id: Schema = { type: 'string', description: 'The `id` of the case.', example: 'c1' };
const ok: Schema = { type: 'boolean', enum: [true] };

export const whatIfSchema: Schema = closed({
  ok,
  id,
  kind: { type: 'string', enum: ['new_hire', 'recognised'] },
  severity: { type: 'string', enum: ['ordinary', 'severe'] },
  monthlyWage: orNull(yuan(''), 'Wage used, yuan a month; null for a person who already works there.'),
  payableNow: yuan('Payable without the person'),
  rows: {
    type: 'array', description: 'By first month of work, January first.', minItems: 12, maxItems: 12,
    items: closed({
      month: { type: 'string', example: '2024-08' },
      months: { type: 'integer', description: 'Months that count.' },
      payable: yuan('Payable then'),
      saved: yuan('Less than now; negative where the person raises the levy'),
      exemptionLost: { type: 'boolean', description: 'The hire lifts the staff over the limit of the exemption.' },
    }),
  },
  breakEvenWage: orNull(yuan(''), 'Highest monthly wage of a whole year’s work at which wage and levy together cost no more than the levy now, yuan; null where none does, or where nobody is hired.'),
});

const rule: Schema = closed({
  parameter: { type: 'string', example: 'levy.relief.tiers' },
  from: { type: 'string', format: 'date', nullable: true },
  reference: { ...closed({ title: { type: 'string' }, article: { type: 'string', nullable: true }, href: { type: 'string', nullable: true } }), nullable: true },
  confirmed: { type: 'boolean' },
});

export const outlookSchema: Schema = closed({
  ok,
  id,
  filingYear: { type: 'integer', example: 2025 },
  payable: yuan('Payable in the filing year'),
  change: {
    ...closed({ filingYear: { type: 'integer', example: 2028 }, payable: yuan('Payable then'), relief: yuan('Relief then'), rules: { type: 'array', items: rule } }),
    nullable: true, description: 'First coming year with another sum for the same figures; null where none has until `until`.',
  },
  until: { type: 'integer', description: 'Last filing year that was looked at.', example: 2030 },
});

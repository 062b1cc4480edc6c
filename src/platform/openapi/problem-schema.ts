import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const PARAMS: Schemas[string] = {
  type: 'object',
  description: 'Values of the sentence; exact numbers are strings.',
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], nullable: true },
};

/** RFC 9457 with our members. */
export const problemSchemas: Schemas = {
  ProblemError: {
    type: 'object',
    required: ['pointer', 'code', 'params', 'message'],
    properties: {
      pointer: { type: 'string', description: 'RFC 6901 pointer into what was sent.', example: '/baseYear' },
      code: { type: 'string', description: 'Stable code.', example: 'input.required' },
      params: PARAMS,
      message: { type: 'string', description: 'The sentence of the code in the language of the answer.' },
    },
  },
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'params', 'errors', 'correlationId'],
    properties: {
      type: { type: 'string', format: 'uri-reference', description: 'Points into the list of all codes.', example: '/api/problems#input.invalid' },
      title: { type: 'string', description: 'The sentence of the code in the language of the answer.' },
      status: { type: 'integer', example: 422 },
      code: { type: 'string', description: 'Stable code; programs go by it.', example: 'input.invalid' },
      params: PARAMS,
      errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemError' } },
      correlationId: { type: 'string', description: 'Number of this request in the log; tell it when you ask for help.' },
    },
  },
};

export const problemResponse: { description: string; content: Record<string, { schema: { $ref: string } }> } = {
  description: 'Refused; the body tells why and where. 申请被拒绝，正文说明原因和位置。',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

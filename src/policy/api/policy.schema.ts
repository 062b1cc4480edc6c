import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];

const text: Schema = { type: 'string' };
const day: Schema = { type: 'string', format: 'date' };
const dayOrNull: Schema = { type: 'string', format: 'date', nullable: true };

const dated: Schema = {
  type: 'object',
  description: 'A value of law. `value` is null where the law has a value that is not known to us; it is never guessed.',
  required: ['parameter', 'region', 'from', 'until', 'value', 'reference', 'confirmed', 'note'],
  properties: {
    parameter: text,
    region: { ...text, description: 'The region whose rule it is: the asked one or one above it.' },
    from: day,
    until: { ...dayOrNull, description: 'Last day; null while no end is known.' },
    value: { nullable: true, description: 'Shape by parameter; decimals are strings.' },
    reference: {
      type: 'object',
      required: ['title', 'article', 'href'],
      properties: { title: text, article: { type: 'string', nullable: true }, href: { type: 'string', nullable: true, description: 'Official address.' } },
    },
    confirmed: { type: 'boolean', description: 'False until a person has compared the value with the official text.' },
    note: { type: 'string', nullable: true },
  },
};
const datedOrNull: Schema = { ...dated, nullable: true, description: 'Null where nothing is recorded for the day.' };
const place = { region: text, date: day } as const;

export const parameterListSchema: Schema = {
  type: 'object',
  required: ['contentHash', 'parameters'],
  properties: {
    contentHash: { ...text, description: 'SHA-256 of the policy data; equal hashes say the same.' },
    parameters: {
      type: 'array',
      items: {
        type: 'object',
        required: ['parameter', 'description', 'unit', 'type', 'regions', 'counts'],
        properties: {
          parameter: text,
          description: { type: 'object', properties: { zh: text, en: text } },
          unit: text,
          type: text,
          regions: { type: 'array', items: text, description: 'Regions with a rule of their own.' },
          counts: { type: 'object', properties: { confirmed: { type: 'integer' }, unconfirmed: { type: 'integer' }, unknown: { type: 'integer' } } },
        },
      },
    },
  },
};

export const valuesSchema: Schema = {
  type: 'object',
  required: ['region', 'date', 'contentHash', 'values'],
  properties: {
    ...place,
    contentHash: text,
    values: { type: 'array', items: { type: 'object', required: ['parameter', 'value'], properties: { parameter: text, value: datedOrNull } } },
  },
};

export const parameterSchema: Schema = {
  type: 'object',
  required: ['parameter', 'region', 'date', 'value', 'timeline', 'history'],
  properties: {
    parameter: text,
    ...place,
    value: datedOrNull,
    timeline: {
      type: 'array',
      description: 'What holds in the region over time, its own rules and those from above, latest first.',
      items: { type: 'object', required: ['from', 'until', 'value'], properties: { from: day, until: dayOrNull, value: dated } },
    },
    history: {
      type: 'array',
      description: 'Every recorded value of every region.',
      items: { type: 'object', required: ['region', 'values'], properties: { region: text, values: { type: 'array', items: dated } } },
    },
  },
};

export const unknownSchema: Schema = {
  type: 'object',
  required: ['date', 'unknown'],
  properties: {
    date: day,
    unknown: {
      type: 'array',
      items: {
        type: 'object',
        required: ['parameter', 'region', 'from', 'until', 'reason'],
        properties: { parameter: text, region: text, from: day, until: day, reason: { type: 'string', nullable: true, description: 'Null where nothing at all is recorded.' } },
      },
    },
  },
};

import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = Extract<ApiResponseOptions, { schema: unknown }>['schema'];

export const messageSchema: Schema = {
  type: 'object',
  required: ['id', 'subject', 'body', 'at', 'readAt', 'page'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    subject: { type: 'string' },
    body: { type: 'string' },
    at: { type: 'string', format: 'date-time' },
    readAt: { type: 'string', format: 'date-time', nullable: true },
    page: { type: 'string', nullable: true, description: 'Path of the page that it leads to; null for what is only told.' },
  },
};

export const inboxSchema: Schema = {
  type: 'object',
  required: ['items', 'unread', 'next'],
  properties: {
    items: { type: 'array', items: messageSchema },
    unread: { type: 'integer' },
    next: { type: 'string', format: 'uuid', nullable: true, description: 'Key of the next page; null on the last.' },
  },
};

import type { OpenAPIObject } from '@nestjs/swagger';

type Parameter = Exclude<NonNullable<NonNullable<OpenAPIObject['paths'][string]['post']>['parameters']>[number], { $ref: string }>;

/** On every POST that a caller can repeat without its being done twice. */
export const idempotencyParameter: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
  description: 'A fresh random text (such as a UUID) per act. Within 24 hours a repeat with the same key and content is given the first answer again, with Idempotency-Replayed: true; other content is refused (422), a repeat while the first is under way too (409). '
    + 'Answers from 500 on and 429 are not kept. 每次操作用一个新的随机值；24 小时内用同一个值重发同样的内容，得到第一次的答复，不会再做一次。',
};

import { DomainError, type TextParams } from '../../kernel/domain-error.js';
import { say } from '../../kernel/texts.js';
import { embeddedTexts } from './texts.js';

export type EmbeddedErrorCode = keyof (typeof embeddedTexts)['zh'];

/** The embedded database cannot be used; the message tells a person what to do, in both languages. */
export class EmbeddedDatabaseError extends DomainError {
  constructor(code: EmbeddedErrorCode, params: TextParams) {
    super(code, params);
    this.name = 'EmbeddedDatabaseError';
    this.message = `${say(embeddedTexts, 'zh', code, params)}\n${say(embeddedTexts, 'en', code, params)}`;
  }
}

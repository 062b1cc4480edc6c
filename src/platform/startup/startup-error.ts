import { DomainError, type TextParams } from '../../kernel/domain-error.js';
import { say } from '../../kernel/texts.js';
import { startupTexts } from './texts.js';

/** The database cannot be opened; the message tells a person what to do, in both languages. */
export class StartupError extends DomainError {
  constructor(code: keyof (typeof startupTexts)['zh'], params: TextParams, cause: unknown) {
    super(code, params);
    this.name = 'StartupError';
    this.message = `${say(startupTexts, 'zh', code, params)}\n${say(startupTexts, 'en', code, params)}`;
    this.cause = cause;
  }
}

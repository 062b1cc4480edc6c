import { DomainError, type TextParams } from '../../kernel/domain-error.js';
import { say } from '../../kernel/texts.js';
import { keysErrorTexts } from './texts.js';

/** The service has no keys to work with; the message tells a person what to do, in both languages. */
export class KeysError extends DomainError {
  constructor(code: keyof (typeof keysErrorTexts)['zh'], params: TextParams) {
    super(code, params);
    this.name = 'KeysError';
    this.message = `${say(keysErrorTexts, 'zh', code, params)}\n${say(keysErrorTexts, 'en', code, params)}`;
  }
}

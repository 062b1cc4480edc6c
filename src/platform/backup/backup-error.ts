import { DomainError, type TextParams } from '../../kernel/domain-error.js';
import { say } from '../../kernel/texts.js';
import { backupErrorTexts } from './texts.js';

/** A backup cannot be made or restored; the message tells a person what to do, in both languages. */
export class BackupError extends DomainError {
  constructor(code: keyof (typeof backupErrorTexts)['zh'], params: TextParams) {
    super(code, params);
    this.name = 'BackupError';
    this.message = `${say(backupErrorTexts, 'zh', code, params)}\n${say(backupErrorTexts, 'en', code, params)}`;
  }
}

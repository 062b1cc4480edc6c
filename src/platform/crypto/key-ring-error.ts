import { DomainError, type TextParams } from '../../kernel/domain-error.js';
import { say } from '../../kernel/texts.js';
import { cryptoErrorTexts } from './texts.js';

export type CryptoErrorCode = keyof (typeof cryptoErrorTexts)['zh'];

/** `params` hold numbers, ids and names of the form, never a value of the ring. */
export type KeyRingFault = { readonly pointer: string; readonly code: CryptoErrorCode; readonly params: TextParams };

/** The keys cannot be used; the message tells a person what to do, one line each fault, in both languages. */
export class KeyRingError extends DomainError {
  constructor(source: string, faults: readonly KeyRingFault[]) {
    super('crypto.ring_invalid', { source }, faults);
    this.name = 'KeyRingError';
    this.message = [
      `${say(cryptoErrorTexts, 'zh', 'crypto.ring_invalid', { source })} / ${say(cryptoErrorTexts, 'en', 'crypto.ring_invalid', { source })}`,
      ...faults.map(({ code, params }) => `- ${say(cryptoErrorTexts, 'zh', code, params)} / ${say(cryptoErrorTexts, 'en', code, params)}`),
    ].join('\n');
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Language } from '../../kernel/texts.js';
import { ERROR_TEXTS, sentenceOf, statusOf, type ErrorTexts } from '../../platform/http/index.js';

/** Refusals of this room in the words of a form. */
@Injectable()
export class Refusals {
  constructor(@Inject(ERROR_TEXTS) private readonly texts: ErrorTexts) {}

  /** The sentence of a refusal that the form itself shows; what is not there at all (404) and bugs go on. */
  sentence(error: unknown, language: Language): { readonly code: string; readonly text: string } {
    if (!(error instanceof DomainError) || !error.code.startsWith('members.') || (statusOf(error.code) === 404 && !/organisation|invitation/.test(error.code))) throw error;
    return { code: error.code, text: sentenceOf(this.texts, language, error.code, error.params) ?? error.code };
  }
}

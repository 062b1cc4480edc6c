import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { ERROR_TEXTS, sentenceOf, type ErrorTexts } from '../../platform/http/index.js';
import type { PageAnswer, PageContext } from '../../ui/index.js';

/** What is wrong with a form: the field that it stands at and the sentence. */
export type Fault = { readonly field: string; readonly text: string };

/** Refusals of sign-in as faults of the form that was sent. */
@Injectable()
export class Faults {
  constructor(@Inject(ERROR_TEXTS) private readonly texts: ErrorTexts) {}

  /**
   * Does what a form asks, and shows the form again where it is refused.
   * @param field that a refusal without a place of its own stands at
   */
  async attempt(context: PageContext, field: string, work: () => Promise<PageAnswer>, again: (faults: readonly Fault[]) => Promise<PageAnswer> | PageAnswer): Promise<PageAnswer> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError) || !isOfForm(error.code)) throw error;
      return again(this.of(context, field, error));
    }
  }

  sentence(context: PageContext, code: string, params: DomainError['params']): string {
    return sentenceOf(this.texts, context.language, code, params) ?? code;
  }

  private of(context: PageContext, field: string, error: DomainError): readonly Fault[] {
    if (error.errors.length === 0) return [{ field, text: this.sentence(context, error.code, error.params) }];
    return error.errors.map(({ pointer, code, params }) => ({ field: pointer.slice(1) || field, text: this.sentence(context, code, params ?? {}) }));
  }
}

const isOfForm = (code: string): boolean => /^(?:sign_in|members)\./.test(code) || code === 'input.invalid';

import { Inject, Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { DomainError } from '../../kernel/domain-error.js';
import { ERROR_TEXTS, sentenceOf, statusOf, toFieldErrors, type ErrorTexts } from '../../platform/http/index.js';
import type { PageContext } from '../layout/page-context.js';
import type { PageAnswer } from './page.js';

/** What is wrong with a form: the field that it stands at and the sentence. */
export type FormFault = { readonly field: string; readonly text: string };

/** How a form tells what is wrong with it. */
export type FormWords = {
  /** Where a refusal stands that names no place of its own, by its code. */
  readonly fieldOf: (code: string) => string;
  /** Where a fault of an item of a list stands that has boxes of its own, by its pointer (`/staff/2`); null for any other. */
  readonly fieldAt?: (pointer: string) => string | null;
  /** What to enter, by field. It stands for the general sentences (`input.*`), which name no field and would all read alike. */
  readonly asks: Readonly<Record<string, string>>;
};

/** General sentences that tell more than what to enter. */
const TELLING: readonly string[] = ['input.too_long', 'input.unstorable_character', 'input.more_errors'];

/** Forms of pages under the same rules as the API: one class says what an input must be. */
@Injectable()
export class FormFaults {
  constructor(@Inject(ERROR_TEXTS) private readonly texts: ErrorTexts) {}

  /**
   * The typed texts as the API takes them; what was left empty is not there.
   * @throws DomainError input.invalid with a place for each fault
   */
  async read<T extends object>(type: new () => T, typed: object): Promise<T> {
    const given = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const).filter(([, value]) => value !== '' && value !== undefined));
    const input = plainToInstance(type, given);
    const errors = await validate(input, { whitelist: true, forbidNonWhitelisted: true, validationError: { target: true, value: true } });
    if (errors.length > 0) throw new DomainError('input.invalid', {}, toFieldErrors(errors));
    return input;
  }

  /**
   * Does what a form asks, and shows the form again where it is refused: by its content (422) or by what happened meanwhile (409).
   */
  async attempt(context: PageContext, words: FormWords, work: () => Promise<PageAnswer>, again: (faults: readonly FormFault[]) => Promise<PageAnswer> | PageAnswer): Promise<PageAnswer> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError) || ![409, 422].includes(statusOf(error.code))) throw error;
      return again(this.of(context, words, error));
    }
  }

  private of({ language }: PageContext, { fieldOf, fieldAt, asks }: FormWords, { code, params, errors }: DomainError): readonly FormFault[] {
    const sentence = (one: string, values: DomainError['params']): string => sentenceOf(this.texts, language, one, values) ?? one;
    if (errors.length === 0) return [{ field: fieldOf(code), text: sentence(code, params) }];
    const faults = errors.map((fault) => {
      const field = fieldAt?.(fault.pointer) ?? fault.pointer.split('/')[1] ?? fieldOf(fault.code);
      const asked = fault.code.startsWith('input.') && !TELLING.includes(fault.code) ? asks[field] : undefined;
      return { field, text: asked ?? sentence(fault.code, fault.params ?? {}) };
    });
    // Several things of one list may be wrong in the same way: its field says so once.
    return faults.filter((fault, index) => faults.findIndex(({ field, text }) => field === fault.field && text === fault.text) === index);
  }
}

import type { FieldError, TextParams } from '../../../kernel/domain-error.js';
import type { CaseErrorCode } from './texts.js';

/** A fault inside one value: `at` is the JSON pointer from that value downwards, empty for the value itself. */
export type Fault = { readonly at: string; readonly code: CaseErrorCode; readonly params?: TextParams };

/** A case can be wrong in a million places; an answer names this many and says that there are more. */
export const MOST_ERRORS = 100;

/** One segment of an RFC 6901 pointer. */
export const pointerSegment = (key: string | number): string =>
  typeof key === 'number' ? `/${key}` : `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** Collects faults as field errors, in the order found, up to `MOST_ERRORS`. */
export class FaultList {
  readonly #errors: FieldError[] = [];
  #more = false;

  add(base: string, faults: readonly Fault[]): void {
    for (const fault of faults) {
      if (this.#errors.length === MOST_ERRORS) {
        this.#more = true;
        return;
      }
      this.#errors.push({ pointer: base + fault.at, code: fault.code, ...(fault.params ? { params: fault.params } : {}) });
    }
  }

  toErrors(): readonly FieldError[] {
    return this.#more ? [...this.#errors, { pointer: '', code: 'levy.case.more_errors', params: { shown: MOST_ERRORS } }] : this.#errors;
  }
}

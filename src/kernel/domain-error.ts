/** Values that fill the placeholders of a text. Exact numbers travel as strings. */
export type TextParams = Readonly<Record<string, string | number | boolean | null>>;

/** One fault in one place of an input: `pointer` is an RFC 6901 JSON pointer, `code` a stable code with a text. */
export type FieldError = { readonly pointer: string; readonly code: string; readonly params?: TextParams };

/**
 * An expected refusal with a stable code (`room.thing.reason`) whose sentences stand in the dictionaries.
 * `errors` name the places of the input that caused it.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: TextParams = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

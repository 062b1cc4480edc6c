import type { DomainError, TextParams } from '../../../kernel/domain-error.js';
import type { Language } from '../../../kernel/texts.js';
import { sentenceOf, type ErrorTexts } from './error-texts.js';
import { statusOf } from './status.js';

export type ProblemError = {
  /** RFC 6901 pointer into what was sent. */
  readonly pointer: string;
  readonly code: string;
  readonly params: TextParams;
  /** The sentence of the code in the language of the answer. */
  readonly message: string;
};

/** Body of every refusal: RFC 9457, `application/problem+json`. */
export type Problem = {
  /** `/api/problems#<code>`: the list of all codes with their sentences. */
  readonly type: string;
  /** The sentence of the code in the language of the answer. */
  readonly title: string;
  readonly status: number;
  /** Stable; programs go by it. */
  readonly code: string;
  readonly params: TextParams;
  readonly errors: readonly ProblemError[];
  readonly correlationId: string;
};

export type ProblemContext = { readonly language: Language; readonly correlationId: string; readonly texts: ErrorTexts; onMissingText(code: string): void };

export function toProblem(error: DomainError, context: ProblemContext): Problem {
  const status = statusOf(error.code);
  return {
    type: `/api/problems#${error.code}`,
    title: sentence(error.code, error.params, context, status),
    status,
    code: error.code,
    params: error.params,
    errors: error.errors.map(({ pointer, code, params = {} }) => ({ pointer, code, params, message: sentence(code, params, context, status) })),
    correlationId: context.correlationId,
  };
}

function sentence(code: string, params: TextParams, { texts, language, correlationId, onMissingText }: ProblemContext, status: number): string {
  const own = sentenceOf(texts, language, code, { correlationId, ...params });
  if (own !== null) return own;
  onMissingText(code);
  const general = status >= 500 ? 'http.internal' : status === 404 ? 'http.not_found' : 'input.invalid';
  return sentenceOf(texts, language, general, { correlationId }) ?? code;
}

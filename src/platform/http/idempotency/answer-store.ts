import type { FieldError, TextParams } from '../../../kernel/domain-error.js';

/** One POST under its caller's key. */
export type KeyedCall = {
  /** Account with the role it acts in, or machine: nobody is answered what another role was told. */
  readonly caller: string;
  /** As declared: `/api/v1/employers/:id/verify`. */
  readonly route: string;
  readonly key: string;
  /** Address and body in one text; a repeat must bring the same. */
  readonly content: string;
};

/** What a call was answered: a body, or a refusal by its stable code. */
export type KeptAnswer =
  | { readonly status: number; readonly body?: unknown }
  | { readonly refusal: { readonly code: string; readonly params: TextParams; readonly errors: readonly FieldError[] } };

/** The right to carry out a call. */
export type Claim = {
  /** Runs the call so that its first commit is noted with it: what was committed is never done a second time. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Keeps the answer for repeats. Never throws: the call itself is done. */
  keep(answer: KeptAnswer): Promise<void>;
  /** Lets a repeat carry out the call, unless something of it was committed. Never throws. */
  release(): Promise<void>;
};

/** Keeps answers under idempotency keys. Without a provider of this class no route takes a key. */
export abstract class AnswerStore {
  /** @throws DomainError idempotency.key_reused, idempotency.under_way, idempotency.outcome_unknown */
  abstract begin(call: KeyedCall): Promise<{ readonly kept: KeptAnswer } | { readonly claim: Claim }>;
}

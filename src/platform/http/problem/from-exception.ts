import { HttpException } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { driverError, isRetryable } from '../../database/index.js';

/**
 * What to tell of an exception. Only codes of ours leave the house: the words of the framework, the database and of bugs
 * stay in the log. Null for a bug.
 */
export function toDomainError(exception: unknown): DomainError | null {
  if (exception instanceof DomainError) return exception;
  if (exception instanceof HttpException) return fromStatus(exception.getStatus());
  return fromDatabase(exception);
}

function fromStatus(status: number): DomainError | null {
  if (status >= 500) return status === 503 ? new DomainError('http.unavailable') : null;
  if (status === 404) return new DomainError('http.not_found');
  return new DomainError('http.request_malformed');
}

/** Connection lost or refused, server stopping or full, statement given up (PostgreSQL, appendix A). */
const AWAY = /^(?:08...|57P0[1-5]|53...|57014|55P03)$/;
const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN'];
/** A character that PostgreSQL cannot keep, such as U+0000. */
const UNSTORABLE = ['22021', '22P05'];

function fromDatabase(exception: unknown): DomainError | null {
  const state = driverError(exception)?.code;
  if (state !== undefined && UNSTORABLE.includes(state)) return new DomainError('input.unstorable_character');
  const away = (state !== undefined && AWAY.test(state)) || isRetryable(exception) || NETWORK.includes(networkCode(exception)) || LOST.test(messageOf(exception));
  return away ? new DomainError('http.unavailable') : null;
}

// What the driver says without a code when a connection ends under it or none becomes free.
const LOST = /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

const messageOf = (exception: unknown): string => (exception instanceof Error ? exception.message : '');

function networkCode(exception: unknown): string {
  const error = exception as { readonly code?: unknown; readonly driverError?: { readonly code?: unknown } } | null;
  return String(error?.driverError?.code ?? error?.code ?? '');
}

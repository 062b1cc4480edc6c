import { HttpException } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';

/**
 * What to tell of an exception. Only codes of ours leave the house: the words of the framework, the database and of bugs
 * stay in the log. Null for a bug.
 */
export function toDomainError(exception: unknown): DomainError | null {
  if (exception instanceof DomainError) return exception;
  if (exception instanceof HttpException) return fromStatus(exception.getStatus());
  return null;
}

function fromStatus(status: number): DomainError | null {
  if (status >= 500) return status === 503 ? new DomainError('http.unavailable') : null;
  if (status === 404) return new DomainError('http.not_found');
  return new DomainError('http.request_malformed');
}

import type { Request } from 'express';
import type { Caller } from './caller.js';

/** Finds out who calls. Sign-in provides it, globally, under this class as its token; without it everybody is a stranger. */
export abstract class CallerSource {
  /**
   * Null for a stranger. Reads session and memberships anew for each request, so that what was revoked ends with the next.
   * @throws DomainError with a code of status 401 for credentials that are expired, revoked or forged
   */
  abstract callerOf(request: Request): Promise<Caller | null>;
}

import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.js';
import type { Caller } from './caller.js';
import { CallerSource } from './caller-source.js';

const known = new WeakMap<Request, Caller | null>();
const strangers = new WeakSet<Request>();

/** The caller that the guard has found for this request; null for a stranger on a public route. */
export const callerOf = (request: Request): Caller | null => known.get(request) ?? null;

/** Whether a closed route was asked for without credentials that hold: then a page leads to the sign-in. */
export const wasTurnedAway = (request: Request): boolean => strangers.has(request);

/** Asks the source once a request and remembers the answer. */
@Injectable()
export class Callers {
  constructor(@Optional() @Inject(CallerSource) private readonly source: CallerSource | null) {}

  /** For a closed route. @throws DomainError of the source, access.sign_in_required */
  async demand(request: Request): Promise<Caller> {
    try {
      const caller = await this.find(request);
      if (caller === null) throw new DomainError('access.sign_in_required');
      return caller;
    } catch (error) {
      if (error instanceof DomainError) strangers.add(request);
      throw error;
    }
  }

  /** For a public route, where a session that has ended makes a stranger and no refusal. */
  async greet(request: Request): Promise<void> {
    try {
      await this.find(request);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private async find(request: Request): Promise<Caller | null> {
    const caller = (await this.source?.callerOf(request)) ?? null;
    known.set(request, caller);
    return caller;
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { TicketStore } from '../infra/ticket-store.js';
import { readToken } from '../infra/token.js';
import { EnrolAuthenticator, type Enrolment } from './enrol-authenticator.command.js';
import { OpenSession } from './open-session.js';
import type { Entered, Origin } from './origin.js';
import { Times } from './times.js';

export type Enrolled = { readonly entered: Extract<Entered, { kind: 'session' }>; readonly recoveryCodes: readonly string[] };

/** The step of a sign-in in which staff without an authenticator set one up; the session opens with its first right code. */
@Injectable()
export class ContinueEnrolment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly enrolment: EnrolAuthenticator,
    private readonly opening: OpenSession,
    private readonly times: Times,
  ) {}

  /** @throws DomainError sign_in.step_expired, sign_in.already_enrolled */
  begin(ticketToken: string | undefined): Promise<Enrolment> {
    const token = readToken('zjt', ticketToken);
    return this.unitOfWork.run(async (tx) => {
      const ticket = token && (await this.tickets.find(tx, token.digest, 'enrolment', this.times.now()));
      if (!ticket) throw new DomainError('sign_in.step_expired');
      return this.enrolment.begin(tx, ticket.accountId);
    });
  }

  /** @throws DomainError sign_in.step_expired, sign_in.code_wrong, sign_in.already_enrolled */
  finish(ticketToken: string | undefined, typed: string, origin: Origin): Promise<Enrolled> {
    const token = readToken('zjt', ticketToken);
    return this.unitOfWork.run(async (tx) => {
      const ticket = token && (await this.tickets.find(tx, token.digest, 'enrolment', this.times.now()));
      if (!token || !ticket) throw new DomainError('sign_in.step_expired');
      const recoveryCodes = await this.enrolment.confirm(tx, ticket.accountId, typed);
      if (!(await this.tickets.use(tx, token.digest))) throw new DomainError('sign_in.step_expired');
      return { entered: await this.opening.run(tx, ticket.accountId, ticket.method, origin), recoveryCodes };
    });
  }
}

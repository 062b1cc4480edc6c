import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { readToken } from '../infra/token.js';
import { TicketStore } from '../infra/ticket-store.js';
import { BackOff } from './back-off.js';
import { CheckSecondFactor } from './check-second-factor.js';
import { OpenSession } from './open-session.js';
import type { Entered, Origin } from './origin.js';

/** The second step of a sign-in: a code of the authenticator, or one of the recovery codes. */
@Injectable()
export class GiveSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly check: CheckSecondFactor,
    private readonly backOff: BackOff,
    private readonly opening: OpenSession,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param typed as the person typed it
   * @throws DomainError sign_in.step_expired, sign_in.wait, sign_in.code_wrong, sign_in.code_replayed, sign_in.recovery_code_used
   */
  async run(ticketToken: string | undefined, typed: string, origin: Origin): Promise<Extract<Entered, { kind: 'session' }>> {
    const token = readToken('zjt', ticketToken);
    if (!token) throw new DomainError('sign_in.step_expired');
    const { ticket, attempt } = await this.unitOfWork.run(async (tx) => {
      const found = await this.tickets.find(tx, token.digest, 'second_factor', this.clock.now());
      if (!found) throw new DomainError('sign_in.step_expired');
      return { ticket: found, attempt: await this.backOff.admit(tx, { kind: 'second_factor', accountId: found.accountId }, origin) };
    });
    return this.backOff.judge(attempt, () => this.unitOfWork.run(async (tx) => {
      await this.check.demand(tx, ticket.accountId, typed);
      if (!(await this.tickets.use(tx, token.digest))) throw new DomainError('sign_in.step_expired');
      await this.backOff.succeeded(tx, attempt);
      return this.opening.run(tx, ticket.accountId, ticket.method, origin);
    }));
  }
}

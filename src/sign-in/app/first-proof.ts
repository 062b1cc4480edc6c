import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { PermissionBook } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';
import { People, type Membership } from '../infra/people.js';
import { SecondFactorStore } from '../infra/second-factor-store.js';
import type { SignInMethod } from '../infra/session-store.js';
import { TicketStore } from '../infra/ticket-store.js';
import { OpenSession } from './open-session.js';
import type { Entered, Origin } from './origin.js';
import { Times } from './times.js';

/** What follows a right password, office code or single sign-on: whoever has a second factor is asked for it, staff must have one. */
@Injectable()
export class FirstProof {
  constructor(
    private readonly people: People,
    private readonly factors: SecondFactorStore,
    private readonly tickets: TicketStore,
    private readonly opening: OpenSession,
    private readonly book: PermissionBook,
    private readonly times: Times,
  ) {}

  /** @throws DomainError sign_in.account_closed */
  async passed(tx: Tx, accountId: string, method: SignInMethod, origin: Origin): Promise<Entered> {
    const standing = await this.people.standingOf(tx, accountId);
    if (!standing) throw new DomainError('sign_in.account_closed');
    const { memberships } = standing;
    const step = method === 'single_sign_on' && this.times.singleSignOnSuffices ? null : await this.stillWanted(tx, accountId, memberships);
    if (step === null) return this.opening.run(tx, accountId, method, origin, memberships);
    return { kind: 'step', step, ticket: await this.tickets.issue(tx, { accountId, step, method }, this.times.now()) };
  }

  private async stillWanted(tx: Tx, accountId: string, memberships: readonly Membership[]): Promise<'second_factor' | 'enrolment' | null> {
    if (await this.factors.hasConfirmedDevice(tx, accountId)) return 'second_factor';
    return memberships.some(({ role }) => this.book.rulesOf(role).staff) ? 'enrolment' : null;
  }
}

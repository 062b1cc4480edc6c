import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Reach, type Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Messages } from '../../platform/messages/index.js';
import type { LossReason } from '../domain/device-loss.js';
import { People, type Person } from '../infra/people.js';
import { SecondFactorStore } from '../infra/second-factor-store.js';
import { SessionStore } from '../infra/session-store.js';
import { SECOND_FACTOR_RESET } from './messages.js';
import { Times } from './times.js';

/** Who learns of a reset: the audit and the person. */
@Injectable()
export class ResetNotices {
  constructor(
    readonly audit: Audit,
    readonly messages: Messages,
  ) {}
}

/**
 * A member of staff has lost telephone and recovery codes. The administrator takes the second factor away; the person, who
 * still needs the password, sets up another one with the next sign-in.
 */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly factors: SecondFactorStore,
    private readonly sessions: SessionStore,
    private readonly notices: ResetNotices,
    private readonly times: Times,
  ) {}

  /** Whom it would be done to. @throws DomainError sign_in.account_not_found */
  subject(caller: Caller, accountId: string): Promise<Person> {
    return this.unitOfWork.run(async (tx) => {
      const person = await this.people.staffInScope(tx, caller.scope, accountId);
      if (!person?.isActive) throw new DomainError('sign_in.account_not_found');
      return person;
    });
  }

  /** Every session of the account ends. @throws DomainError sign_in.account_not_found, sign_in.reset_not_for_self, sign_in.no_second_factor */
  async run(caller: Caller, accountId: string, reason: LossReason): Promise<void> {
    await this.subject(caller, accountId);
    if (accountId === caller.accountId) throw new DomainError('sign_in.reset_not_for_self');
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.factors.hasConfirmedDevice(tx, accountId))) throw new DomainError('sign_in.no_second_factor');
      await this.factors.remove(tx, accountId);
      const sessionsEnded = await this.sessions.revokeOthers(tx, accountId, null, this.times.now());
      await this.notices.audit.act(tx, caller, { act: 'sign-in.second-factor.reset', object: { kind: 'account', id: accountId }, detail: { reason, sessionsEnded } });
      await this.notices.messages.enqueue(tx, { to: { accountId }, template: SECOND_FACTOR_RESET, params: {} });
    });
  }
}

/** `:id` is a member of staff whose whole work lies in the caller's scope. */
@Injectable()
export class StaffReach extends Reach {
  constructor(private readonly resets: ResetSecondFactor) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.resets.subject(caller, id);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { nextAccountStatus, type AccountAct } from '../domain/account-status.js';
import { judgeGranter } from '../domain/grant.js';
import { accountDirectory, type Membership } from '../infra/account-directory.js';
import { CallersRights } from './callers-rights.js';
import { demandAnotherAdministrator } from './last-administrator.js';

/** Stops an account, with all its roles and sessions, and gives it back. It counts from the next request. */
@Injectable()
export class SuspendAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: CallersRights,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError members.member.not_found, members.account.own, members.account.beyond_own_rights, members.account.already_suspended, members.administrator.last */
  suspend(caller: Caller, accountId: string): Promise<void> {
    return this.decide(caller, accountId, 'suspend');
  }

  /** @throws DomainError members.member.not_found, members.account.own, members.account.beyond_own_rights, members.account.not_suspended */
  restore(caller: Caller, accountId: string): Promise<void> {
    return this.decide(caller, accountId, 'restore');
  }

  private decide(caller: Caller, accountId: string, act: AccountAct): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const account = await accountDirectory.lock(tx, accountId);
      if (account === null) throw new DomainError('members.member.not_found');
      const roles = await accountDirectory.rolesToCome(tx, accountId, this.clock.today());
      this.judge(caller, accountId, roles);
      const next = nextAccountStatus(account.status, act);
      if (!next.ok) throw new DomainError(next.error);
      if (act === 'suspend') await this.demandOthers(tx, roles);
      await accountDirectory.setStatus(tx, accountId, next.value);
      await this.audit.act(tx, caller, { act: `members.account.${act}`, object: { kind: 'account', id: accountId } });
    });
  }

  /** Whoever stops an account stops all that it does: each of its roles has to be one that the caller could take. */
  private judge(caller: Caller, accountId: string, roles: readonly Membership[]): void {
    const granter = this.rights.granterOf(caller);
    if (granter.accountId === accountId) throw new DomainError('members.account.own');
    const inHand = roles.length > 0 && roles.every((role) => judgeGranter(granter, role, accountId).ok);
    if (!inHand) throw new DomainError('members.account.beyond_own_rights');
  }

  private async demandOthers(tx: Tx, roles: readonly Membership[]): Promise<void> {
    for (const role of roles.filter((one) => one.role === 'administrator')) await demandAnotherAdministrator(tx, this.clock.today(), role);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Language } from '../../kernel/texts.js';
import type { RoleName } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { lockPromise, markAccepted, stillHeld, type PromisedRole } from '../infra/invitation-codes.js';
import { Accounts } from './accounts.js';
import { Granting } from './granting.js';

export type Accepting = {
  /** The account that is signed in; null makes a new one. */
  readonly accountId: string | null;
  /** Of a new account; null takes the name that the inviter wrote. */
  readonly displayName: string | null;
  readonly language: Language;
};

export type Accepted = { readonly accountId: string; readonly membershipId: string };

/** What a person is shown before it accepts. */
export type Offered = { readonly displayName: string; readonly role: RoleName; readonly regionCode: string };

/** Takes up an invitation: in the transaction of whoever also makes the first password. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly granting: Granting,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError members.invitation.not_found, .expired, .already_used */
  async look(tx: Tx, code: string): Promise<Offered> {
    const { displayName, role, regionCode } = await this.open(tx, code);
    return { displayName, role, regionCode };
  }

  /** @throws DomainError members.invitation.*, members.duty.conflict, members.account.not_active, members.grant.to_oneself */
  async accept(tx: Tx, code: string, { accountId: given, displayName, language }: Accepting): Promise<Accepted> {
    const promise = await this.open(tx, code);
    const accountId = given ?? await this.accounts.createAccount(tx, { displayName: displayName ?? promise.displayName, language });
    const membershipId = await this.granting.give(tx, promise, accountId, promise.invitedBy);
    await markAccepted(tx, promise.id, accountId, this.clock.now());
    await this.audit.act(
      tx,
      { accountId, machineKeyId: null, membershipId: null, role: null, via: 'invitation' },
      { act: 'members.invitation.accept', object: { kind: 'invitation', id: promise.id }, detail: { membership: membershipId, role: promise.role, region: promise.regionCode, granted_by: promise.invitedBy } },
    );
    return { accountId, membershipId };
  }

  /** Withdrawn and wrong are one: the code says nothing to whoever should not have it. */
  private async open(tx: Tx, code: string): Promise<PromisedRole> {
    const promise = await lockPromise(tx, code);
    if (promise === null || promise.withdrawnAt !== null) throw new DomainError('members.invitation.not_found');
    if (promise.acceptedAt !== null) throw new DomainError('members.invitation.already_used');
    if (promise.expiresAt <= this.clock.now()) throw new DomainError('members.invitation.expired');
    if (promise.invitedVia !== null && !(await stillHeld(tx, promise.invitedVia, this.clock.today()))) throw new DomainError('members.invitation.not_found');
    return promise;
  }
}

import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Caller, Scope } from '../../platform/access/index.js';
import { Audit, type AuditedCaller } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { makeCode } from '../infra/invitation-codes.js';
import { InvitationRepository } from '../infra/invitation.repository.js';
import { CallersRights } from './callers-rights.js';
import { Granting, type Offer, type RoleWish } from './granting.js';

/** Long enough for a letter, short enough to be remembered. */
export const INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

export type Invited = {
  readonly id: string;
  /** Shown once; nobody can read it again. */
  readonly code: string;
  readonly expiresAt: Date;
};

/** Offers a role to whoever brings a code. The person makes the account, or uses the one it has. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly granting: Granting,
    private readonly invitations: InvitationRepository,
    private readonly rights: CallersRights,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError of `Granting.offer` */
  invite(caller: Caller, displayName: string, wish: RoleWish): Promise<Invited> {
    return this.unitOfWork.run(async (tx) => {
      const offer = await this.granting.offer(tx, caller, wish, null);
      return this.promise(tx, caller.scope, caller, displayName, offer);
    });
  }

  /** In the transaction of another room that has judged the offer itself, as when an employer registers with its first clerk. */
  async promise(tx: Tx, scope: Scope, actor: AuditedCaller, displayName: string, offer: Offer): Promise<Invited> {
    const { code, hash } = makeCode();
    const now = this.clock.now();
    const id = randomUUID();
    const { role, regionCode, organisationId, employerId, validUntil } = offer;
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
    await this.invitations.add(tx, scope, { id, codeHash: hash, displayName, role, regionCode, organisationId, employerId, validUntil, createdAt: now, expiresAt, accountId: null, invitedBy: actor.accountId, invitedVia: actor.membershipId });
    await this.audit.act(tx, actor, { act: 'members.invitation.create', object: { kind: 'invitation', id }, detail: { role, region: regionCode, organisation: organisationId } });
    return { id, code, expiresAt };
  }

  /** @throws DomainError members.invitation.not_found */
  withdraw(caller: Caller, id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const done = await this.invitations.withdraw(tx, caller.scope, this.rights.seenBy(caller).roles, id, this.clock.now());
      if (!done) throw new DomainError('members.invitation.not_found');
      await this.audit.act(tx, caller, { act: 'members.invitation.withdraw', object: { kind: 'invitation', id } });
    });
  }
}

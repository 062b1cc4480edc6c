import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { makeCode } from '../infra/invitation-codes.js';
import { InvitationRepository } from '../infra/invitation.repository.js';
import { CallersRights } from './callers-rights.js';
import { Granting, type RoleWish } from './granting.js';

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
      const { code, hash } = makeCode();
      const now = this.clock.now();
      const invitation = { ...offer, id: randomUUID(), displayName, createdAt: now, expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS) };
      await this.invitations.add(tx, caller.scope, { ...invitation, codeHash: hash, accountId: null, invitedBy: caller.accountId, invitedVia: caller.membershipId });
      const { id, role, regionCode, organisationId } = invitation;
      await this.audit.act(tx, caller, { act: 'members.invitation.create', object: { kind: 'invitation', id }, detail: { role, region: regionCode, organisation: organisationId } });
      return { id, code, expiresAt: invitation.expiresAt };
    });
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

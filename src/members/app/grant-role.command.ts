import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Language } from '../../kernel/texts.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { MemberRepository } from '../infra/member.repository.js';
import { Accounts } from './accounts.js';
import { CallersRights } from './callers-rights.js';
import { Granting, type Offer, type RoleWish } from './granting.js';

export type NewMember = { readonly displayName: string; readonly language: Language; /** Phone or e-mail; null for who has none. */ readonly contact: string | null };

/** Gives a role: to a member whom the caller sees, or to a person whose account is made at the counter. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly granting: Granting,
    private readonly accounts: Accounts,
    private readonly members: MemberRepository,
    private readonly rights: CallersRights,
    private readonly audit: Audit,
  ) {}

  /** @returns id of the membership. @throws DomainError members.member.not_found and those of `Granting` */
  toMember(caller: Caller, accountId: string, wish: RoleWish): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      // Own roles are not listed among those that one gives, and a grant to oneself is to be told as what it is.
      const seen = accountId === caller.accountId || (await this.members.find(tx, caller.scope, this.rights.seenBy(caller), accountId)) !== null;
      if (!seen) throw new DomainError('members.member.not_found');
      const offer = await this.granting.offer(tx, caller, wish, accountId);
      return this.give(tx, caller, offer, accountId);
    });
  }

  /** @throws DomainError members.contact.* and those of `Granting` */
  toNewMember(caller: Caller, { displayName, language, contact }: NewMember, wish: RoleWish): Promise<{ readonly accountId: string; readonly membershipId: string }> {
    return this.unitOfWork.run(async (tx) => {
      const offer = await this.granting.offer(tx, caller, wish, null);
      const accountId = await this.accounts.createAccount(tx, { displayName, language });
      if (contact !== null) await this.accounts.changeContact(tx, accountId, contact, null);
      await this.audit.act(tx, caller, { act: 'members.account.create', object: { kind: 'account', id: accountId } });
      return { accountId, membershipId: await this.give(tx, caller, offer, accountId) };
    });
  }

  private async give(tx: Tx, caller: Caller, offer: Offer, accountId: string): Promise<string> {
    const id = await this.granting.give(tx, offer, accountId, caller.accountId);
    const { role, regionCode, organisationId, validUntil } = offer;
    await this.audit.act(tx, caller, { act: 'members.membership.grant', object: { kind: 'membership', id }, detail: { account: accountId, role, region: regionCode, organisation: organisationId, until: validUntil } });
    return id;
  }
}

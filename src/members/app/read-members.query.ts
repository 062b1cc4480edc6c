import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { isUuid } from '../../kernel/uuid.js';
import { PermissionBook, Reach, roleNames, type Caller, type RoleName, type RoleRules } from '../../platform/access/index.js';
import { instantKey, limitOf, listPage, type ListPage, type PageQueryDto } from '../../platform/http/index.js';
import { InvitationRepository, type Invitation } from '../infra/invitation.repository.js';
import { MemberRepository, type Guardian, type Member, type MemberFilter } from '../infra/member.repository.js';
import { CallersRights } from './callers-rights.js';

export type RoleView = { readonly role: RoleName; readonly rules: RoleRules; /** The caller may give and take it. */ readonly grantable: boolean };

/** Who has which role, as far as the caller may see. */
@Injectable()
export class ReadMembers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly members: MemberRepository,
    private readonly invitations: InvitationRepository,
    private readonly rights: CallersRights,
    private readonly book: PermissionBook,
  ) {}

  async list(caller: Caller, filter: MemberFilter, query: PageQueryDto): Promise<ListPage<Member>> {
    const limit = limitOf(query);
    const rows = await this.members.list(this.dataSource.manager, caller.scope, this.rights.seenBy(caller), filter, instantKey(query), limit + 1);
    return listPage(rows, limit, ({ createdAt, accountId }) => [createdAt.toISOString(), accountId]);
  }

  /** @throws DomainError members.member.not_found */
  async find(caller: Caller, accountId: string): Promise<Member> {
    const member = isUuid(accountId) ? await this.members.find(this.dataSource.manager, caller.scope, this.rights.seenBy(caller), accountId) : null;
    if (member === null) throw new DomainError('members.member.not_found');
    return member;
  }

  /** Guardians of a member, as far as the caller may see who is one. */
  guardiansOf(caller: Caller, wardAccountId: string): Promise<readonly Guardian[]> {
    return this.members.guardiansOf(this.dataSource.manager, caller.scope, this.rights.seenBy(caller), wardAccountId);
  }

  async openInvitations(caller: Caller, query: PageQueryDto): Promise<ListPage<Invitation>> {
    const limit = limitOf(query);
    const rows = await this.invitations.open(this.dataSource.manager, caller.scope, this.rights.seenBy(caller).roles, instantKey(query), limit + 1);
    return listPage(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  /** @throws DomainError members.invitation.not_found */
  async demandInvitation(caller: Caller, id: string): Promise<void> {
    const open = isUuid(id) && (await this.invitations.isOpen(this.dataSource.manager, caller.scope, this.rights.seenBy(caller).roles, id));
    if (!open) throw new DomainError('members.invitation.not_found');
  }

  roles(caller: Caller): readonly RoleView[] {
    const grants = caller.role === null ? new Set<RoleName>() : this.book.rulesOf(caller.role).grants;
    return roleNames.map((role) => ({ role, rules: this.book.rulesOf(role), grantable: grants.has(role) }));
  }
}

/** `:accountId` is a member that the caller sees; a role that one gives to oneself is refused as what it is. */
@Injectable()
export class MemberReach extends Reach {
  constructor(private readonly members: ReadMembers) {
    super();
  }

  async demand(caller: Caller, { accountId = '' }: Readonly<Record<string, string>>): Promise<void> {
    if (accountId !== caller.accountId) await this.members.find(caller, accountId);
  }
}

/** `:id` is an open invitation that the caller sees. */
@Injectable()
export class InvitationReach extends Reach {
  constructor(private readonly members: ReadMembers) {
    super();
  }

  demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    return this.members.demandInvitation(caller, id);
  }
}

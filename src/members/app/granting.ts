import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { parseRegionCode, regionCode as asRegionCode, type RegionCode } from '../../kernel/region-code.js';
import type { Result } from '../../kernel/result.js';
import { PermissionBook, type Caller, type RoleName } from '../../platform/access/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { PolicyBook } from '../../policy/index.js';
import { judgeGranter, judgePlace, judgeReceiver, type GrantRefusal } from '../domain/grant.js';
import { accountDirectory } from '../infra/account-directory.js';
import { OrganisationRepository } from '../infra/organisation.repository.js';
import { CallersRights } from './callers-rights.js';
import { EmployerStanding } from './employer-standing.js';

/** A role as somebody asks for it. Without a region it is held in the organisation's. */
export type RoleWish = {
  readonly role: RoleName;
  readonly organisationId: string | null;
  readonly regionCode: string | null;
  readonly validUntil: LocalDate | null;
};

/** A role that may be given here. */
export type Offer = {
  readonly role: RoleName;
  readonly organisationId: string | null;
  readonly employerId: string | null;
  readonly regionCode: RegionCode;
  readonly validUntil: LocalDate | null;
  /** Whom a guardian acts for. */
  readonly wardAccountId?: string | null;
};

/** The steps that granting, inviting and accepting share. */
@Injectable()
export class Granting {
  constructor(
    private readonly book: PermissionBook,
    private readonly policy: PolicyBook,
    private readonly rights: CallersRights,
    private readonly organisations: OrganisationRepository,
    private readonly standing: EmployerStanding,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Whether the caller may give this role there, whoever is to have it.
   * @throws DomainError members.grant.*, members.organisation.not_found, members.region.*, members.membership.period
   */
  async offer(tx: Tx, caller: Caller, { role, organisationId, regionCode, validUntil }: RoleWish, receiver: string | null): Promise<Offer> {
    const granter = this.rights.granterOf(caller);
    const rules = this.book.rulesOf(role);
    if (rules.actsFor === 'ward') throw new DomainError('members.grant.ward_needed');
    const organisation = organisationId === null ? null : await this.organisations.find(tx, caller.scope, organisationId);
    if (organisationId !== null && organisation === null) throw new DomainError('members.organisation.not_found');
    const region = this.region(regionCode ?? organisation?.regionCode ?? null);
    const employerId = rules.actsFor === 'employer' ? organisationId : null;
    demand(judgeGranter(granter, { role, regionCode: region, employerId }, receiver));
    // Until an officer has verified it, an employer is the claim of whoever registered it, and lets nobody else in.
    if (caller.scope.kind === 'employer' && !(await this.standing.isTrusted(tx, caller.scope, caller.scope.employerId))) throw new DomainError('members.grant.employer_unverified');
    demand(judgePlace({ role, regionCode: region, employerId, organisation }, rules));
    if (validUntil !== null && validUntil < this.clock.today()) throw new DomainError('members.membership.period');
    return { role, organisationId, employerId, regionCode: region, validUntil };
  }

  /**
   * Gives the role to an account, which is locked meanwhile.
   * @param grantedBy null for the command line
   * @returns id of the membership
   * @throws DomainError members.account.not_active, members.duty.conflict, members.grant.to_oneself
   */
  async give(tx: Tx, { role, organisationId, employerId, regionCode, validUntil, wardAccountId }: Offer, accountId: string, grantedBy: string | null): Promise<string> {
    if (grantedBy === accountId) throw new DomainError('members.grant.to_oneself');
    const today = this.clock.today();
    const account = await accountDirectory.lock(tx, accountId);
    if (account === null) throw new DomainError('members.member.not_found');
    await accountDirectory.closeExpired(tx, accountId, today, this.clock.now());
    const live = (await accountDirectory.rolesToCome(tx, accountId, today)).map((membership) => ({ role: membership.role, duty: this.book.rulesOf(membership.role).duty }));
    demand(judgeReceiver({ accountId, status: account.status, live }, this.book.rulesOf(role)));
    const id = randomUUID();
    await accountDirectory.addMembership(tx, { id, accountId, role, regionCode, organisationId, employerId, wardAccountId: wardAccountId ?? null, validFrom: today, validUntil, grantedBy }, this.clock.now());
    return id;
  }

  /** @throws DomainError members.region.needed, members.region.unknown */
  region(code: string | null): RegionCode {
    if (code === null) throw new DomainError('members.region.needed');
    const parsed = parseRegionCode(code);
    // Towns and villages come in as far as a body has imported them, so theirs is known by its county.
    if (!parsed.ok || !this.policy.regions.has(asRegionCode(parsed.value.slice(0, 6)))) throw new DomainError('members.region.unknown', { region: code });
    return this.policy.regions.successorOf(parsed.value) ?? parsed.value;
  }
}

function demand(judged: Result<null, GrantRefusal>): void {
  if (!judged.ok) throw new DomainError(judged.error);
}

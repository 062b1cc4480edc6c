import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { regionCode } from '../../kernel/region-code.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { judgeGranter } from '../domain/grant.js';
import type { GuardianshipBasis } from '../domain/guardianship.js';
import { MemberRepository } from '../infra/member.repository.js';
import { Accounts } from './accounts.js';
import { CallersRights } from './callers-rights.js';
import { Granting } from './granting.js';

export type Appointment = {
  readonly wardAccountId: string;
  /** A member whom the officer sees, or the name of a person without an account. */
  readonly guardian: { readonly accountId: string } | { readonly displayName: string };
  readonly basis: GuardianshipBasis;
  readonly validUntil: LocalDate | null;
};

export type Appointed = { readonly guardianAccountId: string; readonly membershipId: string };

/** Makes somebody the guardian of one jobseeker. It ends like any role: by being revoked. */
@Injectable()
export class AppointGuardian {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly rights: CallersRights,
    private readonly granting: Granting,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError members.ward.not_found, members.member.not_found, members.grant.*, members.account.not_active, members.duty.conflict */
  run(caller: Caller, { wardAccountId, guardian, basis, validUntil }: Appointment): Promise<Appointed> {
    return this.unitOfWork.run(async (tx) => {
      const seen = this.rights.seenBy(caller);
      const ward = await this.members.find(tx, caller.scope, { ...seen, roles: new Set(['jobseeker'] as const) }, wardAccountId);
      const [home] = ward?.roles ?? [];
      if (home === undefined || !seen.roles.has('jobseeker')) throw new DomainError('members.ward.not_found');
      const region = regionCode(home.regionCode);
      const judged = judgeGranter(this.rights.granterOf(caller), { role: 'guardian', regionCode: region, employerId: null }, 'accountId' in guardian ? guardian.accountId : null);
      if (!judged.ok) throw new DomainError(judged.error);
      const guardianAccountId = await this.accountOf(tx, caller, guardian);
      if (guardianAccountId === wardAccountId) throw new DomainError('members.grant.to_oneself');
      const offer = { role: 'guardian', organisationId: null, employerId: null, regionCode: region, validUntil, wardAccountId } as const;
      const membershipId = await this.granting.give(tx, offer, guardianAccountId, caller.accountId);
      await this.members.addGuardianship(tx, caller.scope, { guardianAccountId, wardAccountId, membershipId, basis });
      await this.audit.act(tx, caller, { act: 'members.guardian.appoint', object: { kind: 'membership', id: membershipId }, detail: { account: guardianAccountId, ward: wardAccountId, basis, until: validUntil } });
      return { guardianAccountId, membershipId };
    });
  }

  private async accountOf(tx: Tx, caller: Caller, guardian: Appointment['guardian']): Promise<string> {
    if ('displayName' in guardian) return this.accounts.createAccount(tx, { displayName: guardian.displayName, language: 'zh' });
    const known = await this.members.find(tx, caller.scope, this.rights.seenBy(caller), guardian.accountId);
    if (known === null) throw new DomainError('members.member.not_found');
    return guardian.accountId;
  }
}

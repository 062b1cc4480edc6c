import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { parseUscc } from '../../../kernel/ids/uscc.js';
import { parseRegionCode, regionPrefix, type RegionCode } from '../../../kernel/region-code.js';
import { Accounts, InviteMember, KeepOrganisation, type Invited } from '../../../members/index.js';
import type { Scope } from '../../../platform/access/index.js';
import { Audit, STRANGER } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { Messages } from '../../../platform/messages/index.js';
import type { EmployerKind } from '../domain/employer-kinds.js';
import { EmployerRepository } from '../infra/employer.repository.js';
import { EMPLOYER_REGISTERED } from './messages.js';

export type Registration = {
  /** As typed. */
  readonly uscc: string;
  readonly name: string;
  readonly kind: EmployerKind;
  readonly regionCode: string;
  /** What the first clerk is called. */
  readonly clerkName: string;
};

/** The code, shown once, makes the first clerk's account. */
export type Registered = { readonly employerId: string; readonly invitation: Invited };

/** Roles that verify an employer; who of them is told stands with the region. */
const VERIFIERS = ['town_officer', 'first_reviewer'] as const;

/** The room's own dependencies of members: the organisation, its first clerk, whom to tell. */
@Injectable()
export class EmployerMembers {
  constructor(
    readonly organisations: KeepOrganisation,
    readonly invitations: InviteMember,
    readonly accounts: Accounts,
  ) {}
}

/** An employer enters itself. Until an officer has verified it, it is a claim and nothing rests on it. */
@Injectable()
export class RegisterEmployer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly employers: EmployerRepository,
    private readonly members: EmployerMembers,
    private readonly messages: Messages,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError input.invalid (uscc.*), members.region.*, employers.uscc.already_registered */
  run({ uscc: typed, name, kind, regionCode, clerkName }: Registration): Promise<Registered> {
    const uscc = parseUscc(typed);
    if (!uscc.ok) throw new DomainError('input.invalid', {}, [{ pointer: '/uscc', code: `employers.${uscc.error}` as const }]);
    return this.unitOfWork.run(async (tx) => {
      const region = parseRegionCode(regionCode);
      if (!region.ok) throw new DomainError('members.region.unknown', { region: regionCode });
      // Whoever registers has no scope; the place of the claim is the only one that it reaches.
      const scope: Scope = { kind: 'region', prefix: regionPrefix(region.value) };
      const employerId = await this.members.organisations.createIn(tx, scope, STRANGER, { kind: 'employer', name, regionCode: region.value, parentId: null });
      await this.employers.add(tx, scope, { id: employerId, uscc: uscc.value.text, kind, name }, this.clock.now());
      const offer = { role: 'employer_clerk', organisationId: employerId, employerId, regionCode: region.value, validUntil: null } as const;
      const invitation = await this.members.invitations.promise(tx, scope, STRANGER, clerkName, offer);
      await this.audit.act(tx, STRANGER, { act: 'employers.employer.register', object: { kind: 'employer', id: employerId }, detail: { kind, region: region.value } });
      await this.tellOfficers(tx, region.value, { name, uscc: uscc.value.text, path: `/employers/${employerId}` });
      return { employerId, invitation };
    });
  }

  private async tellOfficers(tx: Tx, region: RegionCode, params: { readonly name: string; readonly uscc: string; readonly path: string }): Promise<void> {
    for (const accountId of await this.members.accounts.inChargeOf(tx, VERIFIERS, region)) {
      await this.messages.enqueue(tx, { to: { accountId }, template: EMPLOYER_REGISTERED, params });
    }
  }
}

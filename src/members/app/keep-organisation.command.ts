import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { regionCovers } from '../../kernel/region-code.js';
import type { Caller, OrganisationKind, Scope } from '../../platform/access/index.js';
import { Audit, type AuditedCaller, type SystemActor } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { OrganisationRepository, type Organisation } from '../infra/organisation.repository.js';
import { Granting } from './granting.js';

export type NewOrganisation = { readonly kind: OrganisationKind; readonly name: string; readonly regionCode: string; readonly parentId: string | null };

/** Enters an organisation and changes its name. Its place and kind stay: what was granted inside rests on them. */
@Injectable()
export class KeepOrganisation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly granting: Granting,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns its id. @throws DomainError members.region.*, members.organisation.* */
  create(caller: Caller, organisation: NewOrganisation): Promise<string> {
    return this.unitOfWork.run((tx) => this.createIn(tx, caller.scope, caller, organisation));
  }

  /** In the transaction of another room, as when an employer registers itself. */
  async createIn(tx: Tx, scope: Scope, actor: AuditedCaller | SystemActor, { kind, name, regionCode, parentId }: NewOrganisation): Promise<string> {
    const region = this.granting.region(regionCode);
    const parent = parentId === null ? null : await this.organisations.find(tx, scope, parentId);
    if (parentId !== null && parent === null) throw new DomainError('members.organisation.not_found');
    if (parent !== null && !regionCovers(parent.regionCode, region)) throw new DomainError('members.organisation.outside_parent');
    const id = randomUUID();
    await this.organisations.add(tx, scope, { id, kind, name, regionCode: region, parentId }, this.clock.now());
    await this.audit.act(tx, actor, { act: 'members.organisation.create', object: { kind: 'organisation', id }, detail: { kind, region } });
    return id;
  }

  /** @throws DomainError members.organisation.not_found, members.organisation.stale */
  rename(caller: Caller, id: string, name: string, version: number): Promise<Organisation> {
    return this.unitOfWork.run(async (tx) => {
      const known = await this.organisations.lock(tx, caller.scope, id);
      if (known === null) throw new DomainError('members.organisation.not_found');
      if (known.version !== version) throw new DomainError('members.organisation.stale');
      await this.organisations.rename(tx, caller.scope, id, name);
      await this.audit.act(tx, caller, { act: 'members.organisation.rename', object: { kind: 'organisation', id } });
      return { ...known, name, version: version + 1 };
    });
  }
}

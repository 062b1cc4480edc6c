import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { regionCovers, regionPrefix, type RegionCode } from '../../../kernel/region-code.js';
import { Accounts, Granting } from '../../../members/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { citizenIdOf } from '../../registry/index.js';
import type { PreferredContact } from '../domain/reveal.js';
import { FileParts, type CertificateInput } from './file-parts.js';

export type NewFile = {
  readonly name: string;
  /** As typed. */
  readonly citizenId: string;
  /** Null: the counselor's own region. */
  readonly regionCode: string | null;
  readonly certificate: CertificateInput | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly preferred: PreferredContact;
};

/** Where a caller may open files. */
@Injectable()
export class FilePlaces {
  constructor(
    private readonly accounts: Accounts,
    private readonly granting: Granting,
  ) {}

  /** @throws DomainError members.region.*, files.region.outside_scope */
  async of(tx: Tx, caller: Caller, code: string | null): Promise<RegionCode> {
    const own = await this.ownRegion(tx, caller);
    const region = this.granting.region(code ?? own);
    const inside = caller.scope.kind === 'region' ? regionPrefix(region).startsWith(caller.scope.prefix) : own !== null && regionCovers(own, region);
    if (!inside) throw new DomainError('files.region.outside_scope');
    return region;
  }

  private async ownRegion(tx: Tx, { accountId, membershipId }: Caller): Promise<RegionCode | null> {
    if (accountId === null) return null;
    const memberships = await this.accounts.membershipsOf(tx, accountId);
    return memberships.find(({ id }) => id === membershipId)?.regionCode ?? null;
  }
}

/** Opens the file of a person: one person, one file, by the blind index of the number. */
@Injectable()
export class CreateFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: FileParts,
    private readonly places: FilePlaces,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns id. @throws DomainError registry.*, members.region.*, files.region.outside_scope, files.phone.malformed */
  run(caller: Caller, file: NewFile): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const citizenId = citizenIdOf(file.citizenId);
      if (!citizenId.ok) throw new DomainError('input.invalid', {}, [{ pointer: '/citizenId', code: citizenId.error }]);
      const regionCode = await this.places.of(tx, caller, file.regionCode);
      const id = randomUUID();
      const counselorId = caller.scope.kind === 'caseload' ? caller.scope.accountId : null;
      await this.parts.people.add(tx, caller.scope, { id, regionCode, counselorId, accountId: null, name: file.name, citizenId: citizenId.value }, this.clock.now());
      await this.parts.files.add(tx, caller.scope, id, this.clock.today(), caller.accountId);
      await this.parts.putContact(tx, caller.scope, id, file);
      if (file.certificate !== null) await this.parts.putCertificate(tx, caller.scope, id, citizenId.value.text, file.certificate);
      await this.audit.act(tx, caller, { act: 'files.file.create', object: { kind: 'person', id }, detail: { region: regionCode, certificate: file.certificate !== null } });
      return id;
    });
  }
}

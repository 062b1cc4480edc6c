import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Accounts } from '../../../members/index.js';
import type { Caller, RoleName } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import type { Person } from '../../registry/index.js';
import type { ClosingReason, PreferredContact } from '../domain/reveal.js';
import { FileParts, type CertificateInput } from './file-parts.js';

/** What is undefined stays; null takes away. */
export type FileChange = {
  readonly name?: string | undefined;
  readonly phone?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly preferred?: PreferredContact | undefined;
  readonly certificate?: CertificateInput | undefined;
};

/** Changes a file: its facts, whose case it is, which account is the person's, its end. */
@Injectable()
export class ChangeFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: FileParts,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError files.file.not_found, files.file.stale, files.file.already_closed, registry.*, files.phone.malformed */
  change(caller: Caller, id: string, version: number, change: FileChange): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const person = await this.locked(tx, caller, id, version);
      const before = await this.parts.contacts.open(tx, caller.scope, id);
      const contact = { phone: kept(change.phone, before?.phone), address: kept(change.address, before?.address), preferred: change.preferred ?? before?.preferred ?? 'phone' };
      await this.parts.putContact(tx, caller.scope, id, contact);
      if (change.certificate !== undefined) await this.parts.putCertificate(tx, caller.scope, id, (await this.parts.people.citizenId(tx, caller.scope, id)) ?? '', change.certificate);
      await this.parts.people.change(tx, caller.scope, id, { ...person, name: change.name ?? person.name });
      const changed = (['name', 'phone', 'address', 'preferred', 'certificate'] as const).filter((field) => change[field] !== undefined);
      await this.audit.act(tx, caller, { act: 'files.file.change', object: { kind: 'person', id }, detail: { fields: changed.join(' ') } });
    });
  }

  /** Hands the case over. @throws DomainError files.file.*, files.account.role_missing */
  assign(caller: Caller, id: string, version: number, counselorId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const person = await this.locked(tx, caller, id, version);
      await this.demandRole(tx, counselorId, ['counselor', 'job_coach']);
      await this.parts.people.change(tx, caller.scope, id, { ...person, counselorId });
      await this.audit.act(tx, caller, { act: 'files.file.assign', object: { kind: 'person', id }, detail: { counselor: counselorId, before: person.counselorId } });
    });
  }

  /** Connects the file with the account of the person, who then sees it. @throws DomainError files.file.*, files.account.role_missing, registry.account.already_linked */
  link(caller: Caller, id: string, version: number, accountId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const person = await this.locked(tx, caller, id, version);
      await this.demandRole(tx, accountId, ['jobseeker']);
      await this.parts.people.change(tx, caller.scope, id, { ...person, accountId });
      await this.audit.act(tx, caller, { act: 'files.file.link', object: { kind: 'person', id }, detail: { account: accountId } });
    });
  }

  /** @throws DomainError files.file.* */
  close(caller: Caller, id: string, version: number, reason: ClosingReason): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const person = await this.locked(tx, caller, id, version);
      await this.parts.files.close(tx, caller.scope, id, this.clock.today(), reason);
      await this.parts.people.change(tx, caller.scope, id, person);
      await this.audit.act(tx, caller, { act: 'files.file.close', object: { kind: 'person', id }, detail: { reason } });
    });
  }

  private async locked(tx: Tx, caller: Caller, id: string, version: number): Promise<Person> {
    const person = await this.parts.people.lock(tx, caller.scope, id);
    const file = await this.parts.files.find(tx, caller.scope, id);
    if (person === null || file === null) throw new DomainError('files.file.not_found');
    if (file.closedOn !== null || person.anonymisedAt !== null) throw new DomainError('files.file.already_closed');
    if (person.version !== version) throw new DomainError('files.file.stale');
    return person;
  }

  private async demandRole(tx: Tx, accountId: string, roles: readonly RoleName[]): Promise<void> {
    const held = await this.accounts.membershipsOf(tx, accountId);
    if (!held.some(({ role }) => roles.includes(role))) throw new DomainError('files.account.role_missing');
  }
}

const kept = (changed: string | null | undefined, before: string | null | undefined): string | null => (changed === undefined ? (before ?? null) : changed);

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { Scope } from '../../../platform/access/index.js';
import { Audit, type AuditedCaller, type SystemActor } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import type { Tx } from '../../../platform/database/index.js';
import type { CertificateFact, Person } from '../../registry/index.js';
import type { ContactInClear } from '../infra/contact.repository.js';
import type { PersonFile } from '../infra/file.repository.js';
import { FileParts } from './file-parts.js';

/** All that the service holds in a file, in clear: for the person, or whoever acts for it. */
export type PersonBundle = {
  readonly identity: { readonly id: string; readonly name: string | null; readonly citizenId: string | null; readonly regionCode: string; readonly enteredAt: string };
  readonly file: PersonFile | null;
  readonly contact: ContactInClear | null;
  readonly certificate: CertificateFact | null;
};

/** What the rights of a person do with its file, in the transaction of whoever answers them. */
@Injectable()
export class PersonData {
  constructor(
    private readonly parts: FileParts,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The person whose account, or whose ward, the scope is. Null without a file. */
  async own(tx: Tx, scope: Scope): Promise<Person | null> {
    if (scope.kind !== 'self' && scope.kind !== 'ward') return null;
    const [person] = await this.parts.people.list(tx, scope, null, null, 1);
    return person ?? null;
  }

  find(tx: Tx, scope: Scope, id: string): Promise<Person | null> {
    return this.parts.people.find(tx, scope, id);
  }

  /** Whether the person of an account has an open file in the scope. */
  holdsAccount(tx: Tx, scope: Scope, accountId: string): Promise<boolean> {
    return this.parts.files.holdsAccount(tx, scope, accountId);
  }

  /** @throws DomainError files.file.not_found */
  async bundle(tx: Tx, scope: Scope, id: string): Promise<PersonBundle> {
    const person = await this.parts.people.find(tx, scope, id);
    if (person === null) throw new DomainError('files.file.not_found');
    return {
      identity: { id, name: person.name, citizenId: await this.parts.people.citizenId(tx, scope, id), regionCode: person.regionCode, enteredAt: person.createdAt.toISOString() },
      file: await this.parts.files.find(tx, scope, id),
      contact: await this.parts.contacts.open(tx, scope, id),
      certificate: await this.parts.certificates.open(tx, scope, id),
    };
  }

  async setRanking(tx: Tx, scope: Scope, actor: AuditedCaller, id: string, off: boolean): Promise<void> {
    await this.parts.files.setRanking(tx, scope, id, off);
    await this.audit.act(tx, actor, { act: off ? 'files.ranking.off' : 'files.ranking.on', object: { kind: 'person', id } });
  }

  /** Takes away identity, certificate and contact (个人信息保护法 art. 47); an open file ends with it. */
  async anonymise(tx: Tx, scope: Scope, actor: AuditedCaller | SystemActor, id: string): Promise<void> {
    const file = await this.parts.files.find(tx, scope, id);
    if (file?.closedOn === null) await this.parts.files.close(tx, scope, id, this.clock.today(), 'no_longer_wanted');
    await this.parts.contacts.remove(tx, scope, id);
    await this.parts.people.anonymise(tx, scope, id, this.clock.now());
    await this.audit.act(tx, actor, { act: 'files.file.anonymise', object: { kind: 'person', id } });
  }

  /** Files closed on or before a day that still say whose they are, kept for this transaction. */
  closedBefore(tx: Tx, scope: Scope, day: LocalDate, limit: number): Promise<readonly string[]> {
    return this.parts.files.closedBefore(tx, scope, day, limit);
  }
}

import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { isUuid } from '../../kernel/uuid.js';
import { PersonData } from '../../people/files/index.js';
import { Reach, type Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { holdsOn, type Consent, type DataKind, type GivenHow, type Purpose, type Recipient } from '../domain/consent.js';
import { ConsentRepository } from '../infra/consent.repository.js';
import { PrivacyBook } from '../reading/privacy-book.js';

export type ConsentWish = { readonly purpose: Purpose; readonly recipient: Recipient; readonly what: readonly DataKind[]; readonly until: LocalDate | null; readonly how: GivenHow };

/** Of the two parts of the data of privacy that this room reads: what is stored and what the law says. */
export type ConsentShown = Consent & { readonly holds: boolean };

/** Gives and withdraws consent, by the person, or by whoever writes down what the person said. */
@Injectable()
export class Consents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PersonData,
    private readonly consents: ConsentRepository,
    private readonly book: PrivacyBook,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What a person agreed to; others who look at it are kept in its access log. @throws DomainError rights.file.not_found */
  of(caller: Caller, personId: string): Promise<readonly ConsentShown[]> {
    return this.unitOfWork.run(async (tx) => {
      await this.demandPerson(tx, caller, personId);
      if (caller.scope.kind !== 'self') await this.audit.read(tx, caller, { subject: { kind: 'person', id: personId }, fields: ['consents'], purpose: 'consents_read', reason: null });
      const found = await this.consents.of(tx, caller.scope, personId);
      return found.map((consent) => ({ ...consent, holds: holdsOn(consent, this.clock.today()) }));
    });
  }

  /** @returns id. @throws DomainError rights.file.not_found, rights.consent.not_needed, rights.consent.period */
  give(caller: Caller, personId: string, { purpose, recipient, what, until, how }: ConsentWish): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      await this.demandPerson(tx, caller, personId);
      const today = this.clock.today();
      // Where a duty of law is the basis, asking would make the person believe that it can say no (art. 13, 14).
      if (this.book.basisOf(purpose, today).value !== 'consent') throw new DomainError('rights.consent.not_needed');
      const id = randomUUID();
      await this.consents.add(tx, caller.scope, { id, personId, purpose, recipient, what, since: today, until, givenHow: how, givenBy: caller.accountId, givenAt: this.clock.now() });
      await this.audit.act(tx, caller, { act: 'rights.consent.give', object: { kind: 'person', id: personId }, detail: { consent: id, purpose, recipient, what: what.join(' '), how } });
      return id;
    });
  }

  /** As easy as giving it (art. 15). @throws DomainError rights.consent.not_found */
  withdraw(caller: Caller, personId: string, id: string, how: GivenHow): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const done = isUuid(id) && (await this.consents.withdraw(tx, caller.scope, personId, id, this.clock.today(), how, caller.accountId));
      if (!done) throw new DomainError('rights.consent.not_found');
      await this.audit.act(tx, caller, { act: 'rights.consent.withdraw', object: { kind: 'person', id: personId }, detail: { consent: id, how } });
    });
  }

  /** @throws DomainError rights.file.not_found */
  demand(caller: Caller, personId: string): Promise<void> {
    return this.unitOfWork.run((tx) => this.demandPerson(tx, caller, personId));
  }

  private async demandPerson(tx: Tx, { scope }: Caller, personId: string): Promise<void> {
    if (!isUuid(personId) || (await this.people.find(tx, scope, personId)) === null) throw new DomainError('rights.file.not_found');
  }
}

/** `:personId` is somebody whose file the caller sees. */
@Injectable()
export class PersonReach extends Reach {
  constructor(private readonly consents: Consents) {
    super();
  }

  demand(caller: Caller, { personId = '' }: Readonly<Record<string, string>>): Promise<void> {
    return this.consents.demand(caller, personId);
  }
}

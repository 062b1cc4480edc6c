import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isUuid } from '../../kernel/uuid.js';
import { Accounts } from '../../members/index.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Messages } from '../../platform/messages/index.js';
import { nextRequestStatus, type RequestKind } from '../domain/request.js';
import { RequestRepository } from '../infra/request.repository.js';
import { PrivacyBook } from '../reading/privacy-book.js';
import { REQUEST_MADE } from './messages.js';
import { OwnPerson } from './own-person.js';

/** The person and those who answer. */
@Injectable()
export class RightsParties {
  constructor(
    readonly own: OwnPerson,
    readonly accounts: Accounts,
    readonly messages: Messages,
  ) {}
}

/** A person asks for correction, deletion or an explanation; takes the wish back. */
@Injectable()
export class MakeRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parties: RightsParties,
    private readonly requests: RequestRepository,
    private readonly book: PrivacyBook,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns id. @throws DomainError rights.file.not_found, rights.request.already_made */
  make(caller: Caller, kind: RequestKind, wish: string | null): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const person = await this.parties.own.demand(tx, caller);
      const id = randomUUID();
      const dueOn = this.book.dueOn(kind, this.clock.today());
      await this.requests.add(tx, caller.scope, { id, personId: person.id, kind, wish, madeBy: caller.accountId, madeAt: this.clock.now(), dueOn });
      await this.audit.act(tx, caller, { act: 'rights.request.make', object: { kind: 'person', id: person.id }, detail: { request: id, kind, due: dueOn } });
      for (const accountId of await this.parties.accounts.inChargeOf(tx, ['town_officer'], person.regionCode)) {
        await this.parties.messages.enqueue(tx, { to: { accountId }, template: REQUEST_MADE, params: { due: dueOn, path: `/rights-requests/${id}` } });
      }
      return id;
    });
  }

  /** @throws DomainError rights.request.not_found, rights.request.already_answered */
  withdraw(caller: Caller, id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.parties.own.demand(tx, caller);
      const request = isUuid(id) ? await this.requests.lock(tx, caller.scope, id) : null;
      if (request === null) throw new DomainError('rights.request.not_found');
      const next = nextRequestStatus(request.status, 'withdraw');
      if (!next.ok) throw new DomainError(next.error);
      await this.requests.answer(tx, caller.scope, id, { status: next.value, answer: null, by: caller.accountId, at: this.clock.now() });
      await this.audit.act(tx, caller, { act: 'rights.request.withdraw', object: { kind: 'person', id: request.personId }, detail: { request: id } });
    });
  }
}

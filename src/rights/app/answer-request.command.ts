import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { PersonData } from '../../people/files/index.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Messages } from '../../platform/messages/index.js';
import { nextRequestStatus, type RequestAct } from '../domain/request.js';
import { RequestRepository } from '../infra/request.repository.js';
import { REQUEST_ANSWERED } from './messages.js';

/** An officer answers. A deletion that is granted is done in the same transaction. */
@Injectable()
export class AnswerRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: RequestRepository,
    private readonly people: PersonData,
    private readonly messages: Messages,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param answer what was done, or why not. @throws DomainError rights.request.not_found, .stale, .already_answered, rights.request.own */
  run(caller: Caller, id: string, version: number, act: Exclude<RequestAct, 'withdraw'>, answer: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const request = await this.requests.lock(tx, caller.scope, id);
      if (request === null) throw new DomainError('rights.request.not_found');
      const next = nextRequestStatus(request.status, act);
      if (!next.ok) throw new DomainError(next.error);
      if (request.version !== version) throw new DomainError('rights.request.stale');
      if (request.madeBy !== null && request.madeBy === caller.accountId) throw new DomainError('rights.request.own');
      await this.requests.answer(tx, caller.scope, id, { status: next.value, answer, by: caller.accountId, at: this.clock.now() });
      await this.audit.act(tx, caller, { act: `rights.request.${act}`, object: { kind: 'person', id: request.personId }, detail: { request: id, kind: request.kind, late: this.clock.today() > request.dueOn } });
      if (request.madeBy !== null) await this.messages.enqueue(tx, { to: { accountId: request.madeBy }, template: REQUEST_ANSWERED, params: {} });
      if (act === 'grant' && request.kind === 'deletion') {
        await this.people.anonymise(tx, caller.scope, caller, request.personId);
        await this.requests.forgetWords(tx, caller.scope, request.personId);
      }
    });
  }
}

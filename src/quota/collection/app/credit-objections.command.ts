import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { mayObject, type CreditObjectionOutcome } from '../domain/credit-states.js';
import { CreditObjectionRepository } from '../infra/credit-objection.repository.js';
import { CreditRepository } from '../infra/credit.repository.js';
import { EnterRecord } from './enter-record.js';
import { lockedRecord } from './locked-record.js';
import { CREDIT_ANSWERED, CREDIT_OBJECTED } from './messages.js';
import { TellAndTrail } from './tell-and-trail.js';

/** Whoever keeps the credit record answers. */
const KEEPERS = ['second_reviewer'] as const;

/** 对拟记入信用记录的异议: within the term of the notice, once; nothing is entered before it is answered. */
@Injectable()
export class CreditObjections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entering: EnterRecord,
    private readonly records: CreditRepository,
    private readonly objections: CreditObjectionRepository,
    private readonly told: TellAndTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError collection.credit.not_found, .stale, .act_not_possible, .objection_made, .objection_late */
  make(caller: Caller, id: string, version: number, words: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const record = await lockedRecord(this.records, tx, caller, id, version);
      const allowed = mayObject(record, this.clock.today());
      if (!allowed.ok) throw new DomainError(allowed.error, { until: record.respondBy });
      const head = await this.entering.locked(tx, caller, record.assessmentId);
      await this.objections.add(tx, caller.scope, { id: randomUUID(), recordId: id, words, by: caller.accountId, at: this.clock.now() });
      await this.records.touch(tx, caller.scope, id);
      await this.told.act(tx, caller, 'collection.credit.object', head, { credit: id });
      await this.told.inCharge(tx, head, KEEPERS, CREDIT_OBJECTED, { path: `/credit-records/${id}` });
    });
  }

  /** Upheld: nothing is entered. Rejected: the notice stands, and its term runs on. @throws DomainError collection.credit.not_found, .stale, .act_not_possible, .objection_none */
  answer(caller: Caller, id: string, version: number, outcome: CreditObjectionOutcome, answer: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const record = await lockedRecord(this.records, tx, caller, id, version);
      const objection = await this.objections.find(tx, caller.scope, id);
      if (objection === null || objection.outcome !== null) throw new DomainError('collection.credit.objection_none');
      if (record.state !== 'noticed') throw new DomainError('collection.credit.act_not_possible', { state: record.state });
      const head = await this.entering.locked(tx, caller, record.assessmentId);
      const at = this.clock.now();
      await this.objections.answer(tx, caller.scope, objection.id, { outcome, answer, by: caller.accountId, at });
      if (outcome === 'upheld') await this.records.move(tx, caller.scope, id, { state: 'dropped', at, reason: 'objection_upheld' });
      else await this.records.touch(tx, caller.scope, id);
      await this.told.act(tx, caller, 'collection.credit.answer', head, { credit: id, outcome });
      await this.told.clerks(tx, head, CREDIT_ANSWERED, { path: `/credit-records/${id}` });
    });
  }
}

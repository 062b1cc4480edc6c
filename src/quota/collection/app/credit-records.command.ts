import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { compareRatios, decimalRatio } from '../../../kernel/exact.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { isBehind } from '../domain/assessment-states.js';
import { creditStates, waitsForAnswer, type CreditAct, type DropReason, type RemovalReason } from '../domain/credit-states.js';
import { isDeferred, NOTHING_TOLD, type TaxSide } from '../domain/sides.js';
import type { AssessmentHead } from '../infra/assessment.repository.js';
import { CreditRepository, type CreditRecord } from '../infra/credit.repository.js';
import { SideRepository } from '../infra/side.repository.js';
import { EnterRecord } from './enter-record.js';
import { lockedRecord } from './locked-record.js';
import { CREDIT_CHANGED, CREDIT_NOTICED } from './messages.js';
import { TellAndTrail } from './tell-and-trail.js';

/** Neither met nor paid: the only ground for a record. Whose payment the finance department has put off need not have paid. */
export const isCreditCase = ({ state, arranged, required }: Pick<AssessmentHead, 'state' | 'arranged' | 'required'>, side: Pick<TaxSide, 'deferredUntil'>, today: LocalDate): boolean =>
  isBehind(state) && !isDeferred(side, today) && required !== null && compareRatios(decimalRatio(arranged), decimalRatio(required)) < 0;

/** 信用记录: told beforehand, entered once the term has passed, taken out on repair. */
@Injectable()
export class CreditRecords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entering: EnterRecord,
    private readonly records: CreditRepository,
    private readonly told: TellAndTrail,
    private readonly sides: SideRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param respondBy last day to pay or object. @throws DomainError collection.assessment.not_found, collection.credit.no_ground, .term, .already_open */
  notice(caller: Caller, assessmentId: string, respondBy: LocalDate): Promise<string> {
    if (respondBy <= this.clock.today()) throw new DomainError('collection.credit.term');
    return this.unitOfWork.run(async (tx) => {
      const head = await this.entering.locked(tx, caller, assessmentId);
      await this.demandGround(tx, caller, head);
      const id = randomUUID();
      await this.records.add(tx, caller.scope, { id, assessmentId: head.id, noticedAt: this.clock.now(), noticedBy: caller.accountId, respondBy });
      await this.told.act(tx, caller, 'collection.credit.notice', head, { credit: id, respondBy });
      await this.told.clerks(tx, head, CREDIT_NOTICED, { day: respondBy });
      return id;
    });
  }

  /** @throws DomainError collection.credit.not_found, .stale, .act_not_possible, .term_runs, .objection_open, .no_ground */
  record(caller: Caller, id: string, version: number): Promise<void> {
    return this.move(caller, id, version, 'record', null, async (record, head, tx) => {
      if (this.clock.today() <= record.respondBy) throw new DomainError('collection.credit.term_runs', { until: record.respondBy });
      if (waitsForAnswer(record)) throw new DomainError('collection.credit.objection_open');
      await this.demandGround(tx, caller, head);
    });
  }

  /** Nothing is entered. That an objection is upheld is said in its answer. @throws DomainError collection.credit.not_found, .stale, .act_not_possible, .objection_open */
  drop(caller: Caller, id: string, version: number, reason: DropReason): Promise<void> {
    return this.move(caller, id, version, 'drop', reason, (record) => {
      if (reason === 'objection_upheld' && waitsForAnswer(record)) throw new DomainError('collection.credit.objection_open');
    });
  }

  /** Repaired, or entered by mistake. @throws DomainError collection.credit.not_found, .stale, .act_not_possible */
  remove(caller: Caller, id: string, version: number, reason: RemovalReason): Promise<void> {
    return this.move(caller, id, version, 'remove', reason, () => undefined);
  }

  private async demandGround(tx: Tx, { scope }: Caller, head: AssessmentHead): Promise<void> {
    const side = (await this.sides.of(tx, scope, [head.id])).get(head.id) ?? NOTHING_TOLD;
    if (!isCreditCase(head, side, this.clock.today())) throw new DomainError('collection.credit.no_ground');
  }

  private move(caller: Caller, id: string, version: number, act: CreditAct, reason: CreditRecord['endReason'], demand: (record: CreditRecord, head: AssessmentHead, tx: Tx) => Promise<void> | void): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const record = await lockedRecord(this.records, tx, caller, id, version);
      const next = creditStates.next(record.state, act);
      if (!next.ok) throw new DomainError('collection.credit.act_not_possible', { state: record.state });
      const head = await this.entering.locked(tx, caller, record.assessmentId);
      await demand(record, head, tx);
      await this.records.move(tx, caller.scope, id, { state: next.value, at: this.clock.now(), reason });
      await this.told.act(tx, caller, `collection.credit.${act}`, head, { credit: id, reason });
      await this.told.clerks(tx, head, CREDIT_CHANGED, {});
    });
  }
}

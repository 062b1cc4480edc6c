import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { Fen } from '../../../kernel/money.js';
import type { Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { isBehind } from '../domain/assessment-states.js';
import { RecordRepository } from '../infra/record.repository.js';
import { Advance } from './advance.js';
import { EnterRecord } from './enter-record.js';
import { ORDER_ENTERED } from './messages.js';
import { TellAndTrail } from './tell-and-trail.js';

export const orderWithdrawalReasons = ['mistake', 'settled', 'reconsideration', 'other'] as const;
export type OrderWithdrawalReason = (typeof orderWithdrawalReasons)[number];

export type FinanceOrder = {
  readonly kind: 'warning' | 'order';
  readonly document: string;
  readonly issuedOn: LocalDate;
  /** Of an order only. */
  readonly expiresOn: LocalDate | null;
  readonly amount: Fen | null;
};

/** 催缴: the finance department warns and orders payment (残疾人就业条例 art. 27); its officer enters what was sent. */
@Injectable()
export class FinanceOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entering: EnterRecord,
    private readonly records: RecordRepository,
    private readonly advance: Advance,
    private readonly told: TellAndTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError collection.assessment.not_found, collection.order.not_behind, .in_future, .term, .amount */
  enter(caller: Caller, assessmentId: string, { kind, document, issuedOn, expiresOn, amount }: FinanceOrder): Promise<void> {
    if (issuedOn > this.clock.today()) throw new DomainError('collection.order.in_future');
    if (kind === 'order' && (expiresOn === null || expiresOn < issuedOn)) throw new DomainError('collection.order.term');
    if (kind === 'order' && (amount === null || amount <= 0n)) throw new DomainError('collection.order.amount');
    return this.unitOfWork.run(async (tx) => {
      const head = await this.entering.locked(tx, caller, assessmentId);
      if (!isBehind(head.state)) throw new DomainError('collection.order.not_behind', { state: head.state });
      await this.entering.enter(tx, caller, head, { kind, on: issuedOn, document, until: kind === 'order' ? expiresOn : null, amount: kind === 'order' ? amount : null });
      await this.told.act(tx, caller, 'collection.order.enter', head, { kind, issuedOn, expiresOn });
      await this.advance.follow(tx, caller, [head.id], kind);
      await this.told.clerks(tx, head, ORDER_ENTERED, {});
    });
  }

  /** Takes back what was entered by hand; an imported one is replaced by its sender. @throws DomainError collection.assessment.not_found, collection.order.not_found */
  withdraw(caller: Caller, assessmentId: string, recordId: string, reason: OrderWithdrawalReason): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const head = await this.entering.locked(tx, caller, assessmentId);
      if (!(await this.records.withdraw(tx, caller.scope, head.id, recordId, reason, this.clock.now()))) throw new DomainError('collection.order.not_found');
      await this.told.act(tx, caller, 'collection.order.withdraw', head, { record: recordId, reason });
      await this.advance.follow(tx, caller, [head.id], 'withdrawal');
    });
  }
}

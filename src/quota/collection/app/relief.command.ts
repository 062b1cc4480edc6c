import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { decimalRatio } from '../../../kernel/exact.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { Fen } from '../../../kernel/money.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { isNothingOwed, NOTHING_TOLD, owedWithoutRelief, type TaxSide } from '../domain/sides.js';
import { reliefStates, type ReliefAct, type ReliefKind, type ReliefOutcome } from '../domain/relief-states.js';
import type { AssessmentHead } from '../infra/assessment.repository.js';
import type { ReliefRequest } from '../infra/relief.repository.js';
import { EnterRecord } from './enter-record.js';
import { ReliefParts } from './relief-parts.js';

export type ReliefWish = { readonly kind: ReliefKind; readonly amount: Fen | null; readonly months: number | null; /** In the employer's words. */ readonly grounds: string };
export type ReliefDecision = { readonly outcome: ReliefOutcome; readonly document: string; readonly decidedOn: LocalDate; readonly amount: Fen | null; readonly until: LocalDate | null };

/** 减免缓缴: an employer applies, the federation forwards, the finance department decides; nothing is decided here. */
@Injectable()
export class Relief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entering: EnterRecord,
    private readonly parts: ReliefParts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError collection.assessment.not_found, collection.relief.superseded, .nothing_owed, .amount, .amount_above, .months, .months_above, .already_open @returns its id */
  apply(caller: Caller, assessmentId: string, wish: ReliefWish): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const head = await this.entering.locked(tx, caller, assessmentId);
      if (head.state === 'superseded') throw new DomainError('collection.relief.superseded');
      if (isNothingOwed(await this.sideOf(tx, caller, head), head.trial?.payable ?? null)) throw new DomainError('collection.relief.nothing_owed');
      await this.withinLaw(tx, caller, head, wish);
      const id = randomUUID();
      const isRelief = wish.kind === 'relief';
      await this.parts.requests.add(tx, caller.scope, {
        id, assessmentId: head.id, kind: wish.kind, askedAmount: isRelief ? wish.amount : null, askedMonths: isRelief ? null : wish.months, grounds: wish.grounds, madeAt: this.clock.now(), madeBy: caller.accountId,
      });
      await this.parts.audit.act(tx, caller, { act: 'collection.relief.apply', object: { kind: 'relief-request', id }, detail: { kind: wish.kind, assessment: head.id } });
      return id;
    });
  }

  /** By the employer, before it is decided. @throws DomainError collection.relief.not_found, .stale, .act_not_possible */
  withdraw(caller: Caller, id: string, version: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => void (await this.step(tx, caller, id, version, 'withdraw')));
  }

  /** To the finance department, with its papers. @throws DomainError collection.relief.not_found, .stale, .act_not_possible, .without_evidence */
  forward(caller: Caller, id: string, version: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.step(tx, caller, id, version, 'forward');
      const detail = await this.parts.requests.find(tx, caller.scope, id);
      if (detail?.evidence.length === 0) throw new DomainError('collection.relief.without_evidence');
    });
  }

  /** The finance department's decision, entered by its officer. @throws DomainError collection.relief.not_found, .stale, .act_not_possible, .amount, .amount_above, .until */
  decide(caller: Caller, id: string, version: number, decision: ReliefDecision): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const request = await this.locked(tx, caller, id, version);
      if (!reliefStates.next(request.state, 'decide').ok) throw new DomainError('collection.relief.act_not_possible', { state: request.state });
      if (decision.decidedOn > this.clock.today()) throw new DomainError('collection.relief.in_future');
      const head = await this.entering.locked(tx, caller, request.assessmentId);
      const grants = decision.outcome !== 'refused';
      const isRelief = request.kind === 'relief';
      if (grants && isRelief && (decision.amount === null || decision.amount <= 0n)) throw new DomainError('collection.relief.amount');
      if (grants && !isRelief && (decision.until === null || decision.until <= decision.decidedOn)) throw new DomainError('collection.relief.until');
      if (grants && isRelief) await this.withinLaw(tx, caller, head, { kind: 'relief', amount: decision.amount, months: null, grounds: '' });
      const record = await this.entering.enter(tx, caller, head, {
        kind: 'decision', on: decision.decidedOn, document: decision.document, request: request.kind, outcome: decision.outcome, amount: grants && isRelief ? decision.amount : null, until: grants && !isRelief ? decision.until : null,
      });
      await this.parts.decisions.arrive(tx, caller, [record]);
      await this.parts.advance.follow(tx, caller, [head.id], 'decision');
    });
  }

  private async step(tx: Tx, caller: Caller, id: string, version: number, act: ReliefAct): Promise<ReliefRequest> {
    const request = await this.locked(tx, caller, id, version);
    const next = reliefStates.next(request.state, act);
    if (!next.ok) throw new DomainError('collection.relief.act_not_possible', { state: request.state });
    await this.parts.requests.move(tx, caller.scope, id, next.value, caller.accountId, this.clock.now());
    await this.parts.audit.act(tx, caller, { act: `collection.relief.${act}`, object: { kind: 'relief-request', id } });
    return request;
  }

  private async locked(tx: Tx, caller: Caller, id: string, version: number): Promise<ReliefRequest> {
    const request = isUuid(id) ? await this.parts.requests.lock(tx, caller.scope, id) : null;
    if (request === null) throw new DomainError('collection.relief.not_found');
    if (request.version !== version) throw new DomainError('collection.relief.stale', { seen: version, now: request.version });
    return request;
  }

  private async sideOf(tx: Tx, { scope }: Caller, { id }: AssessmentHead): Promise<TaxSide> {
    return (await this.parts.sides.of(tx, scope, [id])).get(id) ?? NOTHING_TOLD;
  }

  /** Relief of at most so many years of levy, deferral of at most so many months (财税〔2015〕72号 art. 17); an unknown limit limits nothing. */
  private async withinLaw(tx: Tx, caller: Caller, head: AssessmentHead, { kind, amount, months }: ReliefWish): Promise<void> {
    const today = this.clock.today();
    if (kind === 'deferral') {
      const most = this.parts.policy.find('hardship.deferral_max', head.regionCode, today)?.value ?? null;
      if (months === null || months < 1) throw new DomainError('collection.relief.months');
      if (most !== null && months > most) throw new DomainError('collection.relief.months_above', { most });
      return;
    }
    if (amount === null || amount <= 0n) throw new DomainError('collection.relief.amount');
    const years = this.parts.policy.find('hardship.relief_max', head.regionCode, today)?.value ?? null;
    const side = await this.sideOf(tx, caller, head);
    const yearly = owedWithoutRelief(side) ?? head.trial?.payable ?? null;
    if (years === null || yearly === null) return;
    const { num, den } = decimalRatio(years);
    // What was granted before is part of it.
    if ((side.reliefGranted + amount) * den > yearly * num) throw new DomainError('collection.relief.amount_above', { years });
  }
}

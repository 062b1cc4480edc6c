import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError, type TextParams } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Accounts } from '../../../members/index.js';
import type { Caller, Scope } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { Messages, type MessageTemplate } from '../../../platform/messages/index.js';
import { monthsIn } from '../../counting/index.js';
import { awardsOf, settle, yieldAll, type Award, type Awards, type SettlementReason } from '../domain/settlement.js';
import { ConflictViewRepository, type ConflictDetail } from '../infra/conflict-view.repository.js';
import { ComparedRepositories } from './compared-repositories.js';
import { CONFLICT_SETTLED, DISPATCH_SETTLED } from './messages.js';

export type Settlement = {
  readonly version: number;
  /** Null: the months do not count on the caller's own side. */
  readonly awards: readonly Award[] | null;
  readonly reason: SettlementReason;
  /** Kept sealed. */
  readonly words: string | null;
};

/** A unit that a dispatch names may be registered anywhere. */
const EVERYWHERE: Scope = { kind: 'region', prefix: '' };

@Injectable()
export class ConflictTelling {
  constructor(
    readonly accounts: Accounts,
    readonly messages: Messages,
  ) {}
}

/** A reviewer decides with whom contested months count. Whoever is responsible for one side only can give them up, not take them. */
@Injectable()
export class SettleConflict {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly conflicts: ConflictViewRepository,
    private readonly parts: ComparedRepositories,
    private readonly telling: ConflictTelling,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError comparison.conflict.* */
  async run(caller: Caller, id: string, { version, awards, reason, words }: Settlement): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const conflict = isUuid(id) ? await this.conflicts.lock(tx, caller.scope, id) : null;
      if (conflict === null || caller.accountId === null) throw new DomainError('comparison.conflict.not_found');
      if (conflict.version !== version) throw new DomainError('comparison.conflict.stale');
      if (conflict.state !== 'open') throw new DomainError('comparison.conflict.already_settled');
      const contested = conflict.overlapping | conflict.unagreed;
      const wished = awards === null ? yieldAll(conflict.sides, contested) : awardsOf(awards);
      if (wished === null || (awards !== null && conflict.sides.some(({ declarationId, isInScope }) => declarationId !== null && !isInScope))) throw new DomainError('comparison.conflict.beyond_scope');
      const settled = settle(conflict.sides, contested, wished);
      if (!settled.ok) throw new DomainError(settled.error);
      await this.conflicts.settle(tx, caller.scope, id, settled.value, { reason, words, by: caller.accountId }, this.clock.now());
      await this.audit.act(tx, caller, { act: 'comparison.conflict.settle', object: { kind: 'claim_conflict', id }, detail: { reason, sides: conflict.sides.length, contested } });
      await this.follow(tx, caller, conflict, settled.value, contested);
    });
  }

  private async follow(tx: Tx, { scope }: Caller, { sides, baseYear }: ConflictDetail, awards: Awards, contested: number): Promise<void> {
    const filings = sides.flatMap(({ declarationId }) => (declarationId === null ? [] : [declarationId]));
    await this.parts.doubts.rate(tx, scope, await this.parts.conflicts.doubts(tx, scope, filings));
    const settled = { year: baseYear, contested: monthsIn(contested) };
    for (const { uscc, employerId, employerName, declarationId } of sides) {
      if (employerId !== null) await this.tell(tx, employerId, CONFLICT_SETTLED, { ...settled, name: employerName, awarded: monthsIn(awards[uscc] ?? 0), path: `/filings/${declarationId}/results` });
    }
    const named = sides.flatMap(({ uscc, declarationId }) => (declarationId === null ? [uscc] : []));
    for (const { id, name } of await this.parts.conflicts.units(tx, EVERYWHERE, named)) await this.tell(tx, id, DISPATCH_SETTLED, { ...settled, name, path: '/filings' });
  }

  private async tell(tx: Tx, employerId: string, template: MessageTemplate, params: TextParams): Promise<void> {
    for (const { accountId } of await this.telling.accounts.clerksOf(tx, employerId)) await this.telling.messages.enqueue(tx, { to: { accountId }, template, params });
  }
}

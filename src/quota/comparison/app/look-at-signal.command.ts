import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { SignalRepository } from '../infra/signal.repository.js';
import { ComparedRepositories } from './compared-repositories.js';

/** A reviewer has looked into a signal and says what follows. It changes no month. */
@Injectable()
export class LookAtSignal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signals: SignalRepository,
    private readonly parts: ComparedRepositories,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError comparison.signal.not_found, comparison.signal.stale */
  async run(caller: Caller, id: string, { version, state, words }: { readonly version: number; readonly state: 'no_concern' | 'to_inspect'; readonly words: string | null }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const signal = isUuid(id) ? await this.signals.lock(tx, caller.scope, id) : null;
      if (signal === null || caller.accountId === null) throw new DomainError('comparison.signal.not_found');
      if (signal.version !== version) throw new DomainError('comparison.signal.stale');
      await this.signals.look(tx, caller.scope, id, { state, words, by: caller.accountId }, this.clock.now());
      await this.audit.act(tx, caller, { act: 'comparison.signal.look', object: { kind: 'claim_signal', id }, detail: { code: signal.code, state } });
      await this.parts.doubts.rate(tx, caller.scope, await this.parts.conflicts.doubts(tx, caller.scope, [signal.declarationId]));
    });
  }
}

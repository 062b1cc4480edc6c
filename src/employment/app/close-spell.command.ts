import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { YearMonth } from '../../kernel/year-month.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { checkClosing, type ClosingReason } from '../domain/spell.js';
import { SpellRepository } from '../infra/spell.repository.js';

/** Ends a spell with its last month, within the unit of work of whoever has the reason. */
@Injectable()
export class CloseSpell {
  constructor(
    private readonly spells: SpellRepository,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError employment.spell.not_found, .stale, .already_closed, .ends_before_it_begins */
  async run(tx: Tx, caller: Caller, id: string, version: number, untilMonth: YearMonth, reason: ClosingReason): Promise<void> {
    const spell = await this.spells.lock(tx, caller.scope, id);
    if (spell === null) throw new DomainError('employment.spell.not_found');
    const checked = checkClosing(spell, untilMonth);
    if (!checked.ok) throw new DomainError(checked.error);
    if (spell.version !== version) throw new DomainError('employment.spell.stale');
    await this.spells.close(tx, caller.scope, id, untilMonth, reason, this.clock.now());
    await this.audit.act(tx, caller, { act: 'employment.spell.close', object: { kind: 'employment_spell', id }, detail: { until: untilMonth, reason } });
  }
}

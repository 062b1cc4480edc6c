import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { ReadEmployers } from '../../quota/employers/index.js';
import { checkNewSpell, type NewSpell } from '../domain/spell.js';
import { SpellRepository } from '../infra/spell.repository.js';

/** Opens a spell, within the unit of work of whoever has the reason: a confirmed hire, a determined review, an officer's entry. */
@Injectable()
export class OpenSpell {
  constructor(
    private readonly spells: SpellRepository,
    private readonly employers: ReadEmployers,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns its id @throws DomainError employment.spell.*, employers.employer.not_found; through the unit of work employment.spell.overlap */
  async run(tx: Tx, caller: Caller, spell: NewSpell): Promise<string> {
    const checked = checkNewSpell(spell);
    if (!checked.ok) throw new DomainError(checked.error);
    // Two files of one employer are one: the spell stands with the one that goes on.
    const employer = spell.employerId === null ? null : await this.employers.find(caller, spell.employerId);
    const employerId = employer === null ? null : (employer.mergedInto ?? employer.id);
    const id = randomUUID();
    await this.spells.add(tx, caller.scope, id, { ...spell, employerId }, caller.accountId, this.clock.now());
    await this.audit.act(tx, caller, { act: 'employment.spell.open', object: { kind: 'employment_spell', id }, detail: { employer: employerId, form: spell.form, from: spell.fromMonth, source: spell.source } });
    return id;
  }
}

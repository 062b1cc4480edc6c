import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Caller } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Tx } from '../../platform/database/index.js';
import { ReadEmployers } from '../../quota/employers/index.js';
import { goesOn, runsOf } from '../domain/reviewed.js';
import type { SpellContract } from '../domain/spell.js';
import { SpellRepository, type ReviewedSpell } from '../infra/spell.repository.js';

/** What a review has counted of one person at the employer. */
export type ReviewedPerson = {
  readonly registryPersonId: string;
  /** Bit 0 is January of the base year. */
  readonly months: number;
  readonly contract: SpellContract;
  readonly postCategory: 'management' | 'worker' | null;
  readonly wageFen: bigint | null;
};

/**
 * A determined filing becomes spells: what nobody had opened before. Spells that are on file already, of a hire or of the
 * year before, stay as they are: a review counts months, it does not rewrite how they came about.
 */
@Injectable()
export class RecordReviewed {
  constructor(
    private readonly spells: SpellRepository,
    private readonly employers: ReadEmployers,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Within the unit of work of the decision. @returns how many spells are new. @throws DomainError employers.employer.not_found */
  async run(tx: Tx, caller: Caller, employerId: string, baseYear: number, people: readonly ReviewedPerson[]): Promise<number> {
    const employer = await this.employers.find(caller, employerId);
    const into = employer.mergedInto ?? employer.id;
    const spells = people.flatMap(({ months, ...person }) => runsOf(baseYear, months).map((run): ReviewedSpell => ({ ...person, ...run, goesOn: goesOn(baseYear, run, person.contract.until) })));
    if (spells.some(({ contract: { from, until } }) => from !== null && until !== null && until < from)) throw new DomainError('employment.spell.contract_period');
    const opened = await this.spells.addReviewed(tx, caller.scope, into, spells, caller.accountId, this.clock.now());
    await this.audit.act(tx, caller, { act: 'employment.spell.record-reviewed', object: { kind: 'employer', id: into }, detail: { baseYear, people: people.length, opened } });
    return opened;
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { staffFaults, wageFaults, type EmployerFacts } from '../domain/employer-facts.js';
import { FilingLaw } from './filing-law.js';
import { FilingRows } from './filing-rows.js';
import { OpenDraft } from './open-draft.js';

/** A clerk changes what the employer says of itself, and commits to what stands there. */
@Injectable()
export class ChangeFiling {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: OpenDraft,
    private readonly rows: FilingRows,
    private readonly law: FilingLaw,
    private readonly audit: Audit,
  ) {}

  /** @returns the declaration's new version. @throws DomainError filing.declaration.*, input.invalid (filing.staff.*, filing.wages.none) */
  facts(caller: Caller, id: string, seen: number, facts: EmployerFacts): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const { head, version } = await this.drafts.lock(tx, caller, id, seen);
      const faults = [...(facts.monthlyStaff === null ? [] : staffFaults(facts.monthlyStaff, head.registeredOn, head.baseYear)), ...wageFaults(facts)];
      if (faults.length > 0) throw new DomainError('input.invalid', {}, faults);
      await this.rows.versions.changeFacts(tx, caller.scope, version.id, facts, this.law.now());
      await this.audit.act(tx, caller, { act: 'filing.facts.change', object: { kind: 'declaration', id }, detail: { version: head.currentVersion } });
      return this.drafts.touch(tx, caller, id);
    });
  }

  /**
   * The clerk states that what stands there is true. Any later change takes the statement away.
   * @returns the declaration's new version. @throws DomainError filing.declaration.*
   */
  commit(caller: Caller, id: string, seen: number): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const { head, version } = await this.drafts.lock(tx, caller, id, seen);
      if (caller.accountId === null) throw new DomainError('filing.commitment.person_required');
      await this.rows.versions.commitTo(tx, caller.scope, version.id, caller.accountId, this.law.now());
      await this.audit.act(tx, caller, { act: 'filing.commitment.give', object: { kind: 'declaration', id }, detail: { version: head.currentVersion } });
      return this.drafts.touch(tx, caller, id);
    });
  }
}

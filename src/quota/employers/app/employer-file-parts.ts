import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller, Scope } from '../../../platform/access/index.js';
import { Audit, type AuditDetail } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { EmployerFileRepository, type NewHistoryEntry } from '../infra/employer-file.repository.js';
import { EmployerRepository, type EmployerDetail } from '../infra/employer.repository.js';

/** What a change of a file has to do beside the change itself. */
export type Kept = { readonly act: string; readonly entries: readonly NewHistoryEntry[]; readonly effectiveOn: LocalDate; readonly detail?: AuditDetail };

/** One change of one employer's file: locked, decided, stored, with its history and its audit, in one transaction. */
@Injectable()
export class EmployerFileParts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly employers: EmployerRepository,
    private readonly files: EmployerFileRepository,
    private readonly audit: Audit,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  /** @param change stores, and says what is to be told of it. @throws DomainError employers.employer.not_found, employers.employer.merged */
  change(caller: Caller, id: string, change: (tx: Tx, scope: Scope, employer: EmployerDetail, at: Date) => Promise<Kept>): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const employer = isUuid(id) ? await this.employers.lock(tx, caller.scope, id) : null;
      if (employer === null) throw new DomainError('employers.employer.not_found');
      // What is said of a merged employer belongs into the file that goes on.
      if (employer.mergedInto !== null) throw new DomainError('employers.employer.merged');
      const at = this.clock.now();
      const { act, entries, effectiveOn, detail } = await change(tx, caller.scope, employer, at);
      await this.files.record(tx, caller.scope, id, entries, { effectiveOn, by: caller.accountId, at });
      await this.audit.act(tx, caller, { act, object: { kind: 'employer', id }, ...(detail === undefined ? {} : { detail }) });
    });
  }
}

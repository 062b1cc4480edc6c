import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { parseUscc, type UsccText } from '../../../kernel/ids/uscc.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { regionCode } from '../../../kernel/region-code.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { BranchRepository } from '../infra/branch.repository.js';
import { EmployerFileParts } from './employer-file-parts.js';

export type NewBranch = { readonly name: string; /** As typed. */ readonly uscc: string | null; readonly regionCode: string; readonly openedOn: LocalDate | null };

const at = (pointer: string, code: string, params = {}): DomainError => new DomainError('input.invalid', {}, [{ pointer, code, params }]);

/** 分支机构: months that are insured under a branch's own code are those of its employer. */
@Injectable()
export class KeepBranches {
  constructor(
    private readonly parts: EmployerFileParts,
    private readonly branches: BranchRepository,
    @Inject(PolicyBook) private readonly policy: Pick<PolicyBook, 'regions'>,
  ) {}

  /** @returns its id. @throws DomainError input.invalid with employers.uscc.*, employers.row.* at the field, employers.establishment.code_taken, employers.employer.* */
  async add(caller: Caller, id: string, { name, uscc, regionCode: region, openedOn }: NewBranch): Promise<string> {
    const code = uscc === null ? null : codeOf(uscc);
    if (!this.policy.regions.has(regionCode(region.slice(0, 6)))) throw at('/regionCode', 'employers.row.region_unknown', { region });
    const today = this.parts.clock.today();
    if (openedOn !== null && openedOn > today) throw at('/openedOn', 'employers.change.effective_in_future');
    const branchId = randomUUID();
    await this.parts.change(caller, id, async (tx, scope, employer) => {
      if (code === employer.uscc) throw at('/uscc', 'employers.establishment.code_taken');
      await this.branches.add(tx, scope, id, { id: branchId, name, uscc: code, regionCode: regionCode(region), openedOn, closedOn: null });
      return { act: 'employers.branch.add', entries: [{ field: 'branch', before: null, after: name }], effectiveOn: openedOn ?? today, detail: { branch: branchId } };
    });
    return branchId;
  }

  /** @throws DomainError employers.establishment.*, employers.employer.* */
  close(caller: Caller, id: string, branchId: string, closedOn: LocalDate): Promise<void> {
    return this.parts.change(caller, id, async (tx, scope) => {
      const branch = isUuid(branchId) ? await this.branches.lock(tx, scope, id, branchId) : null;
      if (branch === null) throw new DomainError('employers.establishment.not_found');
      if (branch.closedOn !== null) throw new DomainError('employers.establishment.already_closed');
      if (closedOn > this.parts.clock.today()) throw at('/closedOn', 'employers.change.effective_in_future');
      if (branch.openedOn !== null && closedOn < branch.openedOn) throw at('/closedOn', 'employers.establishment.period');
      await this.branches.close(tx, scope, branchId, closedOn);
      return { act: 'employers.branch.close', entries: [{ field: 'branch', before: branch.name, after: null }], effectiveOn: closedOn, detail: { branch: branchId } };
    });
  }
}

function codeOf(typed: string): UsccText {
  const parsed = parseUscc(typed);
  if (!parsed.ok) throw at('/uscc', `employers.${parsed.error}`);
  return parsed.value.text;
}

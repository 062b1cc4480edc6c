import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { lastDayOf, monthsOfYear } from '../../../kernel/year-month.js';
import type { Caller } from '../../../platform/access/index.js';
import { headcountFaults, type YearOfStaff } from '../domain/headcounts.js';
import { HeadcountRepository } from '../infra/headcount.repository.js';
import { EmployerFileParts } from './employer-file-parts.js';

/** 在职职工人数 month by month, declared by the employer; an officer can enter what was told on paper. */
@Injectable()
export class DeclareHeadcounts {
  constructor(
    private readonly parts: EmployerFileParts,
    private readonly headcounts: HeadcountRepository,
  ) {}

  /** @throws DomainError input.invalid with employers.headcount.* at /staff/0 and so on, employers.change.nothing_changed, employers.employer.* */
  run(caller: Caller, id: string, year: number, staff: YearOfStaff): Promise<void> {
    return this.parts.change(caller, id, async (tx, scope, { registeredOn }, at) => {
      const faults = headcountFaults(year, staff, this.parts.clock.today(), registeredOn);
      if (faults.length > 0) throw new DomainError('input.invalid', {}, faults.map(({ month, at: place, code }) => ({ pointer: `/staff/${place}`, code, params: { month } })));
      const before = await this.headcounts.ofYear(tx, scope, id, year);
      const text = (value: number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));
      const entries = monthsOfYear(year).map((month, index) => ({ field: `headcount.${month}`, before: text(before[index]), after: text(staff[index]) })).filter((one) => one.before !== one.after);
      if (entries.length === 0) throw new DomainError('employers.change.nothing_changed');
      await this.headcounts.put(tx, scope, id, year, staff, caller.accountId, at);
      const lastMonth = monthsOfYear(year)[11];
      const today = this.parts.clock.today();
      const yearEnd = lastMonth === undefined ? today : lastDayOf(lastMonth);
      return { act: 'employers.headcount.declare', entries, effectiveOn: yearEnd < today ? yearEnd : today, detail: { year, months: entries.length } };
    });
  }
}

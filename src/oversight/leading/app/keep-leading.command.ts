import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { LeadingRepository } from '../infra/leading.repository.js';
import { BodyJudge } from './judged-bodies.js';
import { demandInside } from './read-leading.query.js';

export type PlanWish = { readonly baseYear: number; readonly persons: number; readonly dueOn: LocalDate; /** Version of the plan that was seen; null where there was none. */ readonly seen: number | null };
export type OfficialsWish = { readonly regionCode: RegionCode; readonly year: number; readonly officials: number; readonly disabled: number; readonly seen: number | null };

/** A federation keeps what bodies plan, and how many of its own officials are disabled. */
@Injectable()
export class KeepLeading {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: LeadingRepository,
    private readonly judge: BodyJudge,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Only of a body that is below. @throws DomainError leading.body.not_found, leading.plan.not_below, leading.plan.due_past, leading.stale */
  plan(caller: Caller, employerId: string, { baseYear, persons, dueOn, seen }: PlanWish): Promise<void> {
    const today = this.clock.today();
    if (dueOn <= today) throw new DomainError('leading.plan.due_past');
    return this.unitOfWork.run(async (tx) => {
      const body = isUuid(employerId) ? await this.rows.body(tx, caller.scope, employerId, baseYear) : null;
      if (body === null) throw new DomainError('leading.body.not_found');
      const { verdict } = this.judge.of(baseYear, today)(body);
      if (verdict !== 'nobody' && verdict !== 'below' && verdict !== 'small') throw new DomainError('leading.plan.not_below');
      if (!(await this.rows.putPlan(tx, caller.scope, employerId, baseYear, { persons, dueOn }, seen, caller.accountId, this.clock.now()))) throw new DomainError('leading.stale');
      await this.audit.act(tx, caller, { act: 'leading.plan.put', object: { kind: 'employer', id: employerId }, detail: { baseYear, persons, dueOn } });
    });
  }

  /** @throws DomainError leading.region_outside, leading.officials.more_disabled, leading.stale */
  officials(caller: Caller, { regionCode, year, officials, disabled, seen }: OfficialsWish): Promise<void> {
    demandInside(caller, regionCode);
    if (disabled > officials) throw new DomainError('leading.officials.more_disabled');
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.rows.putOfficials(tx, caller.scope, { regionCode, year, officials, disabled }, seen, caller.accountId, this.clock.now()))) throw new DomainError('leading.stale');
      await this.audit.act(tx, caller, { act: 'leading.officials.put', object: { kind: 'region', id: regionCode }, detail: { year, officials, disabled } });
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Accounts } from '../../../members/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit, type AuditDetail } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import type { Tx } from '../../../platform/database/index.js';
import { Messages, type MessageTemplate } from '../../../platform/messages/index.js';
import { actFault, caseStates, type CaseAct, type CaseFault } from '../domain/case-states.js';
import { CaseRepository, type CaseHead } from '../infra/case.repository.js';

const FAULTS = {
  lines_open: 'inspection.case.lines_open', nothing_found: 'inspection.case.nothing_found', something_found: 'inspection.case.something_found', proofs_run: 'inspection.case.proofs_run', defence_runs: 'inspection.case.defence_runs',
} as const satisfies Readonly<Record<CaseFault, string>>;

/** How every step of a case is taken: locked, asked of the table and of the rules, written with its trail, told to the employer. */
@Injectable()
export class CaseTrail {
  constructor(
    readonly cases: CaseRepository,
    private readonly accounts: Accounts,
    private readonly messages: Messages,
    readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  today(): LocalDate {
    return this.clock.today();
  }

  /** @param seen version of the case that the caller looked at. @throws DomainError inspection.case.not_found, inspection.case.stale */
  async locked(tx: Tx, caller: Caller, id: string, seen: number | null): Promise<CaseHead> {
    const head = isUuid(id) ? await this.cases.lock(tx, caller.scope, id) : null;
    // An employer learns of its case when it is asked.
    if (head === null || (caller.scope.kind === 'employer' && head.state === 'drawn')) throw new DomainError('inspection.case.not_found');
    if (seen !== null && head.version !== seen) throw new DomainError('inspection.case.stale', { seen, now: head.version });
    return head;
  }

  /** @param dueOn last day of the employer's next term; null where it has none. @throws DomainError inspection.case.act_not_possible, inspection.case.lines_open and the other faults of `actFault` */
  async step(tx: Tx, caller: Caller, head: CaseHead, act: CaseAct, dueOn: LocalDate | null, detail: AuditDetail): Promise<void> {
    const next = caseStates.next(head.state, act);
    if (!next.ok) throw new DomainError('inspection.case.act_not_possible', { act, state: head.state });
    const fault = actFault(act, { state: head.state, lines: await this.cases.lines(tx, caller.scope, head.id), dueOn: head.dueOn }, this.today());
    if (fault !== null) throw new DomainError(FAULTS[fault], { until: head.dueOn ?? '' });
    await this.cases.move(tx, caller.scope, [head], act, next.value, { dueOn, by: caller.accountId, role: caller.role, at: this.now() });
    await this.audit.act(tx, caller, { act: `inspection.case.${act}`, object: { kind: 'inspection-case', id: head.id }, detail });
  }

  async tell(tx: Tx, { id, employerId, employerName, baseYear }: CaseHead, template: MessageTemplate, day: LocalDate | null): Promise<void> {
    for (const { accountId } of await this.accounts.clerksOf(tx, employerId)) {
      await this.messages.enqueue(tx, { to: { accountId }, template, params: { name: employerName, year: baseYear, path: `/inspection-cases/${id}`, ...(day === null ? {} : { day }) } });
    }
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Accounts } from '../../../members/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Messages } from '../../../platform/messages/index.js';
import { nextStatus, type EmployerAct, type RefusalReason } from '../domain/employer-state.js';
import { EmployerRepository } from '../infra/employer.repository.js';
import { EMPLOYER_REFUSED, EMPLOYER_VERIFIED } from './messages.js';

export type Refusal = { readonly reason: RefusalReason; /** In the officer's words; null for none. */ readonly note: string | null };

/** An officer verifies a registration or refuses it. */
@Injectable()
export class DecideEmployer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly employers: EmployerRepository,
    private readonly accounts: Accounts,
    private readonly messages: Messages,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError employers.employer.not_found, employers.employer.stale, employers.employer.already_decided */
  verify(caller: Caller, id: string, version: number): Promise<void> {
    return this.decide(caller, id, version, 'verify', null);
  }

  /** @throws DomainError employers.employer.not_found, employers.employer.stale, employers.employer.already_decided */
  refuse(caller: Caller, id: string, version: number, refusal: Refusal): Promise<void> {
    return this.decide(caller, id, version, 'refuse', refusal);
  }

  private decide(caller: Caller, id: string, version: number, act: EmployerAct, refusal: Refusal | null): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const employer = await this.employers.lock(tx, caller.scope, id);
      if (employer === null) throw new DomainError('employers.employer.not_found');
      const next = nextStatus(employer.status, act);
      if (!next.ok) throw new DomainError(next.error);
      if (employer.version !== version) throw new DomainError('employers.employer.stale');
      const status = next.value;
      await this.employers.decide(tx, caller.scope, id, { status, by: caller.accountId, at: this.clock.now(), reason: refusal?.reason ?? null, note: refusal?.note ?? null });
      await this.audit.act(tx, caller, { act: `employers.employer.${act}`, object: { kind: 'employer', id }, detail: { reason: refusal?.reason ?? null } });
      const template = status === 'verified' ? EMPLOYER_VERIFIED : EMPLOYER_REFUSED;
      for (const { accountId } of await this.accounts.clerksOf(tx, id)) await this.messages.enqueue(tx, { to: { accountId }, template, params: { name: employer.name } });
    });
  }
}

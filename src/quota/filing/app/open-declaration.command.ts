import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ReadEmployers, type EmployerStatus } from '../../employers/index.js';
import { claimsPeople } from '../domain/declaration-states.js';
import { windowState } from '../domain/filing-window.js';
import { DeclarationRepository } from '../infra/declaration.repository.js';
import { StepRepository } from '../infra/step.repository.js';
import { Declarations } from './declarations.js';
import { FilingLaw } from './filing-law.js';
import { FilingRows } from './filing-rows.js';
import { owesQuota } from './trial-sum.js';

/** What an opening writes. */
@Injectable()
export class OpeningRows {
  constructor(
    readonly declarations: DeclarationRepository,
    readonly steps: StepRepository,
    readonly filing: FilingRows,
  ) {}
}

/** A clerk opens the declaration of a base year. A window that is not known is said so and stands in nobody's way. */
@Injectable()
export class OpenDeclaration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly employers: ReadEmployers,
    private readonly declarations: Declarations,
    private readonly rows: OpeningRows,
    private readonly law: FilingLaw,
    private readonly audit: Audit,
  ) {}

  /** How far the registration of the caller's employer is; only a verified one can file. Null for whoever acts for none. */
  async registration({ scope }: Caller): Promise<EmployerStatus | null> {
    return scope.kind === 'employer' ? this.unitOfWork.run((tx) => this.employers.statusOf(tx, scope, scope.employerId)) : null;
  }

  /**
   * @returns id
   * @throws DomainError employers.employer.not_found, employers.employer.merged, filing.employer.not_verified, filing.employer.not_liable, filing.base_year.not_over,
   * filing.window.not_open, filing.declaration.already_open
   */
  async run(caller: Caller, baseYear: number): Promise<string> {
    const employer = await this.employers.find(caller, caller.scope.kind === 'employer' ? caller.scope.employerId : '');
    if (employer.mergedInto !== null) throw new DomainError('employers.employer.merged');
    if (employer.status !== 'verified') throw new DomainError('filing.employer.not_verified');
    if (!owesQuota(employer.kind)) throw new DomainError('filing.employer.not_liable');
    if (baseYear >= this.law.currentYear()) throw new DomainError('filing.base_year.not_over', { baseYear });
    const filingYear = baseYear + 1;
    const window = this.law.window(employer.regionCode, filingYear);
    const state = windowState(window, this.law.today());
    if (state === 'early') throw new DomainError('filing.window.not_open', { opens: window.opens });
    return this.unitOfWork.run(async (tx) => {
      const id = randomUUID();
      const at = this.law.now();
      const mode = this.law.mode(employer.regionCode);
      // After a merging the other's filing of the year is this employer's too.
      if ((await this.rows.declarations.othersOfYear(tx, caller.scope, employer.id, baseYear, null)).some(claimsPeople)) throw new DomainError('filing.declaration.already_open');
      await this.rows.declarations.add(tx, caller.scope, { id, employerId: employer.id, baseYear, filingYear, regionCode: employer.regionCode, mode, deadline: window.closes }, at);
      await this.rows.filing.versions.addFirst(tx, caller.scope, randomUUID(), id, caller.accountId, at);
      await this.rows.steps.add(tx, caller.scope, id, {
        versionNumber: 1, act: 'open', fromState: null, toState: 'draft', at, actor: caller.accountId, role: caller.role, reason: null, words: null, dueOn: window.closes,
      });
      await this.audit.act(tx, caller, { act: 'filing.declaration.open', object: { kind: 'declaration', id }, detail: { employer: employer.id, baseYear, mode } });
      if (state === 'over') await this.declarations.step(tx, { system: 'filing.window' }, id, 'pass_deadline', { version: null, reason: 'window_over', words: null });
      return id;
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { Audit, type AuditDetail } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import type { Tx } from '../../../platform/database/index.js';
import { AssessmentStepRepository } from '../infra/step.repository.js';
import { accountOf, scopeOf, type CollectionActor } from './advance.js';

/** Who did what with an assessment, beside the steps that `Advance` writes. */
@Injectable()
export class Trail {
  constructor(
    private readonly steps: AssessmentStepRepository,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async opened(tx: Tx, actor: CollectionActor, id: string, detail: AuditDetail): Promise<void> {
    await this.steps.add(tx, scopeOf(actor), [{ assessmentId: id, act: 'open', fromState: null, toState: 'pending', actor: accountOf(actor), role: null, reason: null }], this.clock.now());
    await this.act(tx, actor, 'collection.assessment.open', id, detail);
  }

  act(tx: Tx, actor: CollectionActor, act: string, assessmentId: string, detail: AuditDetail): Promise<void> {
    return this.audit.act(tx, actor, { act, object: { kind: 'assessment', id: assessmentId }, detail });
  }
}

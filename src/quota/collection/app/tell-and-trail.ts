import { Injectable } from '@nestjs/common';
import type { TextParams } from '../../../kernel/domain-error.js';
import type { RoleName } from '../../../platform/access/index.js';
import type { AuditDetail } from '../../../platform/audit/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { MessageTemplate } from '../../../platform/messages/index.js';
import type { AssessmentHead } from '../infra/assessment.repository.js';
import type { CollectionActor } from './advance.js';
import { TellClerks } from './tell-clerks.js';
import { Trail } from './trail.js';

/** What most acts on an assessment leave behind: a line in the audit, and word to the employer or to whoever looks after its region. */
@Injectable()
export class TellAndTrail {
  constructor(
    private readonly trail: Trail,
    private readonly telling: TellClerks,
  ) {}

  act(tx: Tx, actor: CollectionActor, act: string, { id }: AssessmentHead, detail: AuditDetail): Promise<void> {
    return this.trail.act(tx, actor, act, id, detail);
  }

  inCharge(tx: Tx, { regionCode, employerName, baseYear }: AssessmentHead, roles: readonly RoleName[], template: MessageTemplate, more: TextParams): Promise<void> {
    return this.telling.inCharge(tx, roles, regionCode, template, { name: employerName, year: baseYear, ...more });
  }

  clerks(tx: Tx, { id, employerId, employerName, baseYear }: AssessmentHead, template: MessageTemplate, more: TextParams): Promise<void> {
    return this.telling.of(tx, employerId, template, { name: employerName, year: baseYear, path: `/assessments/${id}`, ...more });
  }
}

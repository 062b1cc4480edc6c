import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import { AssessmentRepository, type AssessmentHead, type NewAssessment } from '../infra/assessment.repository.js';
import { CreditRepository } from '../infra/credit.repository.js';
import { RecordRepository } from '../infra/record.repository.js';
import { ReliefRepository } from '../infra/relief.repository.js';
import { EVERYWHERE } from './advance.js';

/** What goes over to the assessment that stands from now on: money is found by employer and year, the rest lies with a version. */
@Injectable()
export class TakingOver {
  constructor(
    readonly assessments: AssessmentRepository,
    private readonly records: RecordRepository,
    private readonly reliefs: ReliefRepository,
    private readonly credits: CreditRepository,
  ) {}

  /**
   * The first of an employer and year finds what was told before it; a corrected one goes on with the requests for relief, so that
   * their decisions find them, and with the credit record, so that nobody is entered twice for one year.
   */
  async by(tx: Tx, { id, employerId, baseYear }: NewAssessment, before: AssessmentHead | null): Promise<void> {
    await this.records.claim(tx, EVERYWHERE, employerId, baseYear, id);
    if (before === null) return;
    await this.reliefs.handOver(tx, EVERYWHERE, before.id, id);
    await this.credits.handOver(tx, EVERYWHERE, before.id, id);
  }
}

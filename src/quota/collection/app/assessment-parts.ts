import { Injectable } from '@nestjs/common';
import { AssessmentRepository } from '../infra/assessment.repository.js';
import { CreditRepository } from '../infra/credit.repository.js';
import { RecordRepository } from '../infra/record.repository.js';
import { ReliefRepository } from '../infra/relief.repository.js';
import { SideRepository } from '../infra/side.repository.js';
import { AssessmentStepRepository } from '../infra/step.repository.js';

/** The tables that one assessment is told from. */
@Injectable()
export class AssessmentParts {
  constructor(
    readonly assessments: AssessmentRepository,
    readonly sides: SideRepository,
    readonly records: RecordRepository,
    readonly steps: AssessmentStepRepository,
    readonly reliefs: ReliefRepository,
    readonly credits: CreditRepository,
  ) {}
}

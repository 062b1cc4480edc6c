import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { normaliseCode } from '../../../kernel/normalise.js';
import { fen, type Fen } from '../../../kernel/money.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { instantKey, limitOf, listPage, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { differencesOf, type Difference } from '../domain/differences.js';
import { NOTHING_TOLD, outstandingOf, overpaidOf, owedOf, type TaxSide } from '../domain/sides.js';
import type { AssessmentFilter, AssessmentHead } from '../infra/assessment.repository.js';
import type { CreditRecord } from '../infra/credit.repository.js';
import type { ShownRecord } from '../infra/record.repository.js';
import type { ReliefRequest } from '../infra/relief.repository.js';
import type { ShownAssessmentStep } from '../infra/step.repository.js';
import { AssessmentParts } from './assessment-parts.js';
import { Awards, type Award } from './awards.js';
import { LateFees, type LateFee } from './late-fees.js';

/** All that is known of one assessment. */
export type AssessmentDetail = {
  readonly assessment: AssessmentHead;
  readonly side: TaxSide;
  /** By the tax authority's figures; null before there are any. */
  readonly owed: Fen | null;
  readonly outstanding: Fen;
  readonly overpaid: Fen;
  readonly differences: readonly Difference[];
  readonly lateFee: LateFee | null;
  readonly award: Award;
  /** The version before, and by how much the trial sum changed; positive: more to pay. */
  readonly before: { readonly id: string; readonly number: string; readonly change: Fen | null } | null;
  readonly records: readonly ShownRecord[];
  readonly steps: readonly ShownAssessmentStep[];
  readonly reliefs: readonly ReliefRequest[];
  readonly credits: readonly CreditRecord[];
};

/** A year of one employer never comes near these. */
const MOST_SHOWN = 200;

/** Assessments inside the caller's scope. */
@Injectable()
export class ReadAssessments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly parts: AssessmentParts,
    private readonly fees: LateFees,
    private readonly awards: Awards,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(caller: Caller, filter: AssessmentFilter, query: PageQueryDto): Promise<ListPage<AssessmentHead>> {
    const limit = limitOf(query);
    const uscc = filter.uscc === null || filter.uscc.trim() === '' ? null : normaliseCode(filter.uscc);
    const rows = await this.parts.assessments.list(this.dataSource.manager, caller.scope, { ...filter, uscc }, instantKey(query), limit + 1);
    return listPage(rows, limit, ({ openedAt, id }) => [openedAt.toISOString(), id]);
  }

  /** @throws DomainError collection.assessment.not_found */
  async head(caller: Caller, id: string): Promise<AssessmentHead> {
    const head = isUuid(id) ? await this.parts.assessments.find(this.dataSource.manager, caller.scope, id) : null;
    if (head === null) throw new DomainError('collection.assessment.not_found');
    return head;
  }

  /** @throws DomainError collection.assessment.not_found */
  async find(caller: Caller, id: string): Promise<AssessmentDetail> {
    const tx = this.dataSource.manager;
    const { scope } = caller;
    const assessment = await this.head(caller, id);
    const side = (await this.parts.sides.of(tx, scope, [id])).get(id) ?? NOTHING_TOLD;
    const before = assessment.supersedes === null ? null : await this.parts.assessments.find(tx, scope, assessment.supersedes);
    return {
      assessment, side, owed: owedOf(side), outstanding: outstandingOf(side), overpaid: overpaidOf(side), differences: differencesOf(assessment, side),
      lateFee: this.fees.of(assessment.regionCode, side, this.clock.today()),
      award: this.awards.of(assessment),
      before: before === null ? null : { id: before.id, number: before.number, change: before.trial === null || assessment.trial === null ? null : fen(assessment.trial.payable - before.trial.payable) },
      records: await this.parts.records.list(tx, scope, id, MOST_SHOWN),
      steps: await this.parts.steps.list(tx, scope, id, MOST_SHOWN),
      reliefs: await this.parts.reliefs.ofAssessment(tx, scope, id),
      credits: await this.parts.credits.ofAssessment(tx, scope, id),
    };
  }
}

/** `:id` is an assessment that the caller sees. */
@Injectable()
export class AssessmentReach extends Reach {
  constructor(private readonly assessments: ReadAssessments) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.assessments.head(caller, id);
  }
}

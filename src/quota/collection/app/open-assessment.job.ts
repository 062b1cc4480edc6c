import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { parseYuan, type Fen } from '../../../kernel/money.js';
import { type SystemActor } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { JobHandler, type Handles } from '../../../platform/jobs/index.js';
import { DETERMINATION_ISSUED, ReadDeterminations, type DeterminationContent } from '../../determinations/index.js';
import type { NewAssessment, Trial } from '../infra/assessment.repository.js';
import { Advance, EVERYWHERE } from './advance.js';
import { TakingOver } from './taking-over.js';
import { Trail } from './trail.js';

const OPENING: SystemActor = { system: 'jobs.collection' };

/** A determination opens its assessment; a corrected one takes the place of the one before. */
@JobHandler(DETERMINATION_ISSUED)
export class OpenAssessmentJob implements Handles<{ readonly determinationId: string }> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly determinations: ReadDeterminations,
    private readonly taking: TakingOver,
    private readonly advance: Advance,
    private readonly trail: Trail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ determinationId }: { readonly determinationId: string }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const determination = await this.determinations.findIn(tx, EVERYWHERE, determinationId);
      // Opened already, or overtaken by a correction whose job ran first.
      if (determination === null || (await this.taking.assessments.ofDetermination(tx, EVERYWHERE, determinationId)) !== null) return;
      const { employerId, regionCode, baseYear } = determination;
      const before = await this.taking.assessments.lockCurrent(tx, EVERYWHERE, employerId, baseYear);
      if (before !== null && before.issuedAt > determination.issuedAt) return;
      if (before !== null) await this.advance.act(tx, OPENING, [before], 'supersede', null);
      const id = randomUUID();
      const opened: NewAssessment = { id, determinationId, employerId, regionCode, baseYear, openedAt: this.clock.now(), supersedes: before?.id ?? null, trial: trialOf(determination.copy.content) };
      await this.taking.assessments.add(tx, EVERYWHERE, opened);
      await this.taking.by(tx, opened, before);
      await this.trail.opened(tx, OPENING, id, { determination: determinationId, supersedes: before?.id ?? null });
      // What was paid for the version before counts for this one.
      await this.advance.follow(tx, OPENING, [id], 'opened');
    });
  }
}

function trialOf({ trial }: DeterminationContent): Trial | null {
  return trial === null ? null : { staff: trial.staff, due: yuan(trial.due), relief: yuan(trial.relief.amount), payable: yuan(trial.payable), refund: yuan(trial.refundDue) };
}

function yuan(text: string): Fen {
  const read = parseYuan(text);
  if (!read.ok) throw new Error('a determination holds a sum that is none');
  return read.value;
}

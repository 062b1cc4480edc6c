import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { PersonData } from '../../people/files/index.js';
import type { Scope } from '../../platform/access/index.js';
import { Audit, type SystemActor } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { jobName, PeriodicJob, type Handles } from '../../platform/jobs/index.js';
import { RetentionRunRepository } from '../infra/retention-run.repository.js';
import { PrivacyBook, retained, type Retained } from '../reading/privacy-book.js';
import { RightsRecords } from './own-data.query.js';

export const APPLY_RETENTION = jobName<null>('rights.apply-retention');

const ACTOR: SystemActor = { system: 'jobs.retention' };
const EVERYWHERE: Scope = { kind: 'region', prefix: '' };
/** Files of one transaction: a crash loses one bundle's work and nothing else. */
const BUNDLE = 200;

/** What the job works on. */
@Injectable()
export class RetentionParts {
  constructor(
    readonly people: PersonData,
    readonly records: RightsRecords,
    readonly runs: RetentionRunRepository,
  ) {}
}

/** Ends what has been kept long enough (个人信息保护法 art. 19, 47), as config/privacy/retention.yaml says, and reports what it did. */
@PeriodicJob(APPLY_RETENTION, '23 18 * * *')
export class RetentionJob implements Handles<null> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: RetentionParts,
    private readonly book: PrivacyBook,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const today = this.clock.today();
    for (const rule of retained) {
      const day = this.book.keptUntil(rule, today);
      const applied = await this.apply(rule, day);
      await this.unitOfWork.run(async (tx) => {
        await this.parts.runs.add(tx, EVERYWHERE, rule, day, applied, this.clock.now());
        await this.audit.act(tx, ACTOR, { act: 'rights.retention.apply', object: { kind: 'retention', id: rule }, detail: { ended_before: day, applied } });
      });
    }
  }

  private async apply(rule: Retained, day: LocalDate): Promise<number> {
    if (rule === 'ended_consent') return this.unitOfWork.run((tx) => this.parts.records.consents.deleteEnded(tx, EVERYWHERE, day));
    if (rule === 'answered_request') return this.unitOfWork.run((tx) => this.parts.records.requests.deleteAnswered(tx, EVERYWHERE, day));
    let applied = 0;
    for (;;) {
      const done = await this.unitOfWork.run((tx) => this.anonymise(tx, day));
      applied += done;
      if (done < BUNDLE) return applied;
    }
  }

  private async anonymise(tx: Tx, day: LocalDate): Promise<number> {
    const ids = await this.parts.people.closedBefore(tx, EVERYWHERE, day, BUNDLE);
    for (const id of ids) {
      await this.parts.people.anonymise(tx, EVERYWHERE, ACTOR, id);
      await this.parts.records.requests.forgetWords(tx, EVERYWHERE, id);
    }
    return ids.length;
  }
}

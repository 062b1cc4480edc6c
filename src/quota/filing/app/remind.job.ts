import { Injectable } from '@nestjs/common';
import { daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { Accounts } from '../../../members/index.js';
import type { Scope } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { jobName, once, PeriodicJob, type Handles, type JobContext } from '../../../platform/jobs/index.js';
import { Messages } from '../../../platform/messages/index.js';
import { ReminderRepository, type ToRemind } from '../infra/reminder.repository.js';
import { FilingLaw } from './filing-law.js';
import { FILING_REMINDER } from './messages.js';

export const REMIND = jobName<null>('filing.remind');

/** Days before the last one on which employers are reminded. */
export const REMINDED_BEFORE: readonly number[] = [60, 30, 7, 1];

/** A morning on which nobody was reminded, because the service stood still or the job failed, is made up for on one of the next. */
const MADE_UP_FOR = 2;

const EVERYWHERE: Scope = { kind: 'region', prefix: '' };
const AT_ONCE = 1_000;

type Due = { readonly region: RegionCode; readonly baseYear: number; readonly closes: LocalDate; readonly days: number; /** Which of the reminders it is. */ readonly before: number };

/** Whom to tell and how. */
@Injectable()
export class ReminderParts {
  constructor(
    readonly rows: ReminderRepository,
    readonly accounts: Accounts,
    readonly messages: Messages,
  ) {}
}

/**
 * Every morning: 60, 30, 7 days and one day before a window closes, the clerks of those employers are reminded who claimed
 * somebody last year or have insured disabled staff and have not filed. Nobody else is written to.
 */
@PeriodicJob(REMIND, '0 1 * * *')
export class RemindJob implements Handles<null> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: ReminderParts,
    private readonly law: FilingLaw,
  ) {}

  async handle(_payload: null, { signal }: JobContext): Promise<void> {
    const regions = await this.unitOfWork.run((tx) => this.parts.rows.regions(tx, EVERYWHERE));
    for (const due of this.due(regions)) {
      for (let after: string | null = null; !signal.aborted;) {
        const last: string | null = await this.unitOfWork.run((tx) => this.remind(tx, due, after));
        if (last === null) break;
        after = last;
      }
    }
  }

  private due(regions: readonly RegionCode[]): readonly Due[] {
    const filingYear = this.law.currentYear();
    return regions.flatMap((region): Due[] => {
      const { closes } = this.law.window(region, filingYear);
      if (closes === null) return [];
      const days = daysBetween(this.law.today(), closes);
      const before = REMINDED_BEFORE.find((one) => days > 0 && days <= one && days >= one - MADE_UP_FOR);
      return before === undefined ? [] : [{ region, baseYear: filingYear - 1, closes, days, before }];
    });
  }

  /** @returns the last employer that was looked at; null at the end */
  private async remind(tx: Tx, due: Due, after: string | null): Promise<string | null> {
    const employers = await this.parts.rows.toRemind(tx, EVERYWHERE, due.region, due.baseYear, after, AT_ONCE);
    for (const employer of employers) await this.tell(tx, due, employer);
    return employers.length < AT_ONCE ? null : (employers.at(-1)?.id ?? null);
  }

  /** Once for each employer and reminder, however often the job runs. */
  private async tell(tx: Tx, { baseYear, closes, days, before }: Due, { id, name }: ToRemind): Promise<void> {
    await once(tx, REMIND, `${id} ${baseYear} ${before}`, async () => {
      for (const { accountId } of await this.parts.accounts.clerksOf(tx, id)) {
        await this.parts.messages.enqueue(tx, { to: { accountId }, template: FILING_REMINDER, params: { year: baseYear, name, closes, days } });
      }
    });
  }
}

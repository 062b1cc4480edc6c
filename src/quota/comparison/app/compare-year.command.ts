import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../platform/access/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ComparedRepositories } from './compared-repositories.js';
import { CompareFilings, NOTHING_COMPARED, type Compared } from './compare-filings.js';
import { FindConflicts } from './find-conflicts.js';
import { SharedContacts } from './shared-contacts.js';

export type YearCompared = Compared & { readonly conflicts: number };

/** Filings compared in one transaction; two of these run at once, so that one is gathered while the other is judged. */
const AT_ONCE = 1_000;
const SIDE_BY_SIDE = 2;

/** Compares all filings of a base year that wait for a decision, then everybody with everybody. */
@Injectable()
export class CompareYear {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: ComparedRepositories,
    private readonly filings: CompareFilings,
    private readonly conflicts: FindConflicts,
    private readonly contacts: SharedContacts,
  ) {}

  /** @param told is called with what is done so far */
  async run(scope: Scope, baseYear: number, told: (sum: Compared) => void): Promise<YearCompared> {
    const ids = await this.waiting(scope, baseYear);
    let sum = NOTHING_COMPARED;
    const rest = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) => ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
    const work = async (): Promise<void> => {
      for (let batch = rest.shift(); batch !== undefined; batch = rest.shift()) {
        const some = batch;
        const done = await this.unitOfWork.run((tx) => this.filings.run(tx, scope, some));
        sum = add(sum, done);
        told(sum);
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
    return this.unitOfWork.run(async (tx) => {
      const shared = await this.contacts.run(tx, scope, baseYear, ids, null);
      const { opened, touched } = await this.conflicts.run(tx, scope, baseYear, null);
      const doubts = await this.parts.conflicts.doubts(tx, scope, [...new Set([...ids, ...touched])]);
      await this.parts.doubts.rate(tx, scope, doubts);
      return { ...sum, changed: sum.changed + shared + opened, conflicts: opened };
    });
  }

  private async waiting(scope: Scope, baseYear: number): Promise<readonly string[]> {
    const ids: string[] = [];
    for (;;) {
      const next = await this.unitOfWork.run((tx) => this.parts.gather.waiting(tx, scope, baseYear, ids.at(-1) ?? null, 10_000));
      if (next.length === 0) return ids;
      ids.push(...next);
    }
  }
}

const add = (one: Compared, other: Compared): Compared => ({
  filings: one.filings + other.filings, lines: one.lines + other.lines, personMonths: one.personMonths + other.personMonths, doubtful: one.doubtful + other.doubtful, changed: one.changed + other.changed,
});

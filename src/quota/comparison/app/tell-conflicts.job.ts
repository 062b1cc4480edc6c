import { Accounts } from '../../../members/index.js';
import type { Scope } from '../../../platform/access/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { JobHandler, jobName, once, type Handles, type JobContext } from '../../../platform/jobs/index.js';
import { Messages } from '../../../platform/messages/index.js';
import { Declarations } from '../../filing/index.js';
import { ConflictRepository } from '../infra/conflict.repository.js';
import { CONFLICT_FOUND, DISPATCH_NAMED } from './messages.js';

/** A filing, or the credit code of a unit, with how many people of it are in a new conflict. */
export type Counted = readonly [key: string, count: number];

type Told = {
  readonly baseYear: number;
  readonly filings: readonly Counted[];
  /** Named as the other unit of a dispatch, with no filing that says anything of it. */
  readonly units: readonly Counted[];
};

/** Clerks are to hear of conflicts. */
export const TELL_CONFLICTS = jobName<Told>('comparison.tell-conflicts');

const EVERYWHERE: Scope = { kind: 'region', prefix: '' };

@JobHandler(TELL_CONFLICTS)
export class TellConflictsJob implements Handles<Told> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: Declarations,
    private readonly conflicts: ConflictRepository,
    private readonly accounts: Accounts,
    private readonly messages: Messages,
  ) {}

  async handle(told: Told, { id }: JobContext): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await once(tx, TELL_CONFLICTS, id, async () => {
        await this.tellFilings(tx, told.filings);
        await this.tellUnits(tx, told);
      });
    });
  }

  private async tellFilings(tx: Tx, filings: readonly Counted[]): Promise<void> {
    for (const [declarationId, count] of filings) {
      const head = await this.declarations.find(tx, EVERYWHERE, declarationId);
      if (head === null) continue;
      const params = { name: head.employerName, year: head.baseYear, count, path: `/filings/${declarationId}/results` };
      for (const { accountId } of await this.accounts.clerksOf(tx, head.employerId)) await this.messages.enqueue(tx, { to: { accountId }, template: CONFLICT_FOUND, params });
    }
  }

  /** A unit that nobody has registered here has nobody who could be told. */
  private async tellUnits(tx: Tx, { baseYear, units }: Told): Promise<void> {
    const counts = new Map(units);
    for (const { id, name, uscc } of await this.conflicts.units(tx, EVERYWHERE, [...counts.keys()])) {
      const params = { name, year: baseYear, count: counts.get(uscc) ?? 0, path: '/filings' };
      for (const { accountId } of await this.accounts.clerksOf(tx, id)) await this.messages.enqueue(tx, { to: { accountId }, template: DISPATCH_NAMED, params });
    }
  }
}

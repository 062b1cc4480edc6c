import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import type { Scope } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import type { Tx } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { conflictOf } from '../domain/conflict.js';
import { reconcile } from '../domain/reconcile.js';
import { ConflictRepository, newConflictId, type ConflictChange, type KnownConflict } from '../infra/conflict.repository.js';
import { TELL_CONFLICTS, type Counted } from './tell-conflicts.job.js';
import { TELL_VOID } from './tell-void.job.js';

/** Filings, or units without one, that one job tells. */
const TOLD_AT_ONCE = 500;

export type ConflictsFound = {
  /** Conflicts that are new, open again, or open with other months or sides. */
  readonly opened: number;
  readonly vanished: number;
  /** Filings whose doubt may have changed. */
  readonly touched: readonly string[];
};

/** Looks where employers claim the same person-month, or a dispatch is confirmed by one side only. It never decides. */
@Injectable()
export class FindConflicts {
  constructor(
    private readonly conflicts: ConflictRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param persons whose claims are looked at; null for everybody with a claim in the year */
  async run(tx: Tx, scope: Scope, baseYear: number, persons: readonly string[] | null): Promise<ConflictsFound> {
    const known = new Map((await this.conflicts.known(tx, scope, baseYear, persons)).map((conflict) => [conflict.person, conflict]));
    const told = new Map((await this.conflicts.claims(tx, scope, baseYear, persons)).map(({ person, claims }) => [person, claims]));
    const opened: ConflictChange[] = [];
    const shown: Pick<ConflictChange, 'id' | 'conflict'>[] = [];
    const vanished: string[] = [];
    const ended: KnownConflict[] = [];
    const touched = new Set<string>();
    for (const person of new Set([...told.keys(), ...known.keys()])) {
      const before = known.get(person) ?? null;
      const claims = told.get(person) ?? [];
      const conflict = conflictOf(claims);
      const follows = reconcile(before, conflict, claims);
      if (follows === 'nothing') continue;
      for (const { declarationId } of [...(before?.sides ?? []), ...(conflict?.sides ?? [])]) if (declarationId !== null) touched.add(declarationId);
      if (before?.state === 'settled') ended.push(before);
      if (follows === 'vanish' && before !== null) vanished.push(before.id);
      if (conflict === null) continue;
      if (follows === 'open') opened.push({ id: before?.id ?? newConflictId(), person, conflict });
      if (follows === 'tell_sides' && before !== null) shown.push({ id: before.id, conflict });
    }
    await this.conflicts.write(tx, scope, baseYear, opened, this.clock.now());
    if (shown.length > 0) await this.conflicts.writeSides(tx, scope, shown);
    await this.conflicts.vanish(tx, scope, vanished);
    await this.tellVoid(tx, ended);
    await this.tell(tx, baseYear, opened);
    return { opened: opened.length, vanished: vanished.length, touched: [...touched] };
  }

  /** Everybody whom a conflict concerns hears of it, whatever made it come to light. */
  private async tell(tx: Tx, baseYear: number, opened: readonly ConflictChange[]): Promise<void> {
    const sides = opened.flatMap(({ conflict }) => conflict.sides);
    const filings = counted(sides.flatMap(({ declarationId }) => declarationId ?? []));
    const units = counted(sides.flatMap(({ declarationId, uscc }) => (declarationId === null ? [uscc] : [])));
    for (let from = 0; from < Math.max(filings.length, units.length); from += TOLD_AT_ONCE) {
      const until = from + TOLD_AT_ONCE;
      await this.outbox.enqueue(tx, TELL_CONFLICTS, { baseYear, filings: filings.slice(from, until), units: units.slice(from, until) });
    }
  }

  /** Whoever was told of a settlement is told that it has come to an end, before what is in question now. */
  private async tellVoid(tx: Tx, ended: readonly KnownConflict[]): Promise<void> {
    const filings = counted(ended.flatMap(({ sides }) => sides.flatMap(({ declarationId }) => declarationId ?? [])));
    for (let from = 0; from < filings.length; from += TOLD_AT_ONCE) await this.outbox.enqueue(tx, TELL_VOID, { filings: filings.slice(from, from + TOLD_AT_ONCE) });
  }
}

function counted(keys: readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts];
}

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import type { Caller, Scope } from '../../../platform/access/index.js';
import type { SystemActor } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import type { Tx } from '../../../platform/database/index.js';
import { assessmentStates, type AssessmentAct, type AssessmentState } from '../domain/assessment-states.js';
import { nextActs } from '../domain/next-acts.js';
import { NOTHING_TOLD } from '../domain/sides.js';
import { AssessmentRepository } from '../infra/assessment.repository.js';
import { SideRepository } from '../infra/side.repository.js';
import { AssessmentStepRepository, type AssessmentStep } from '../infra/step.repository.js';
import { LateFees } from './late-fees.js';

export type CollectionActor = Caller | SystemActor;

/** The service acts everywhere. */
export const EVERYWHERE: Scope = { kind: 'region', prefix: '' };
const isSystem = (actor: CollectionActor): actor is SystemActor => 'system' in actor;
export const scopeOf = (actor: CollectionActor): Scope => (isSystem(actor) ? EVERYWHERE : actor.scope);
export const accountOf = (actor: CollectionActor): string | null => (isSystem(actor) ? null : actor.accountId);

/** Moves assessments: by an act of somebody, or by what has been told of them. Everything runs in the caller's transaction. */
@Injectable()
export class Advance {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly sides: SideRepository,
    private readonly steps: AssessmentStepRepository,
    private readonly fees: LateFees,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes every step that follows from the records. Locks the rows. @param reason what told: an import, an order @returns how many moved */
  async follow(tx: Tx, actor: CollectionActor, ids: readonly string[], reason: string): Promise<number> {
    if (ids.length === 0) return 0;
    const scope = scopeOf(actor);
    const heads = await this.assessments.lock(tx, scope, ids);
    const told = await this.sides.of(tx, scope, heads.map(({ id }) => id));
    const today = this.clock.today();
    const taken = heads.map(({ id, state, regionCode }) => {
      const side = told.get(id) ?? NOTHING_TOLD;
      return { id, state, acts: nextActs(state, side, this.fees.owed(regionCode, side, today), today) };
    });
    return this.take(tx, actor, taken, reason);
  }

  /** One act on rows that are locked, where the table knows it; the others stay as they are. @returns how many moved */
  async act(tx: Tx, actor: CollectionActor, rows: readonly { readonly id: string; readonly state: AssessmentState }[], act: AssessmentAct, reason: string | null): Promise<number> {
    const able = rows.filter(({ state }) => assessmentStates.next(state, act).ok);
    return this.take(tx, actor, able.map(({ id, state }) => ({ id, state, acts: [act] })), reason);
  }

  private async take(tx: Tx, actor: CollectionActor, taken: readonly { readonly id: string; readonly state: AssessmentState; readonly acts: readonly AssessmentAct[] }[], reason: string | null): Promise<number> {
    const moving = taken.filter(({ acts }) => acts.length > 0);
    if (moving.length === 0) return 0;
    const at = this.clock.now();
    const scope = scopeOf(actor);
    const steps: AssessmentStep[] = [];
    const moves = moving.map(({ id, state: from, acts }) => {
      let state = from;
      for (const act of acts) {
        const next = assessmentStates.next(state, act);
        if (!next.ok) throw new Error(`${act} is not possible in ${state}`);
        steps.push({ assessmentId: id, act, fromState: state, toState: next.value, actor: accountOf(actor), role: isSystem(actor) ? null : actor.role, reason });
        state = next.value;
      }
      return { id, state };
    });
    await this.assessments.move(tx, scope, moves, at);
    await this.steps.add(tx, scope, steps, at);
    return moves.length;
  }
}

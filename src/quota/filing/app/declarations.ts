import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller, Scope } from '../../../platform/access/index.js';
import { Audit, type SystemActor } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import type { Tx } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { declarationStates, type DeclarationAct } from '../domain/declaration-states.js';
import { DeclarationRepository, type DeclarationHead } from '../infra/declaration.repository.js';
import { StepRepository, type ShownStep } from '../infra/step.repository.js';
import type { FilingVersionHead } from '../infra/version.repository.js';
import { FilingRows } from './filing-rows.js';
import { FILING_SUBMITTED } from './events.js';

export type StepOptions = {
  /** The declaration as the caller has seen it; null where nobody has looked (the service itself). */
  readonly version: number | null;
  /** Code of a closed list. */
  readonly reason: string | null;
  /** In the actor's own words; kept sealed. */
  readonly words: string | null;
  /** By when the next step is due; undefined leaves the day as it is. */
  readonly dueOn?: LocalDate | null;
  /** Account on whose desk the first check lies; undefined leaves it as it is. */
  readonly firstChecker?: string | null;
};

const STEPS_AT_ONCE = 200;

/** The service acts everywhere. */
const EVERYWHERE: Scope = { kind: 'region', prefix: '' };

const isSystem = (actor: Caller | SystemActor): actor is SystemActor => 'system' in actor;
export const scopeOf = (actor: Caller | SystemActor): Scope => (isSystem(actor) ? EVERYWHERE : actor.scope);

/** The room's face to whoever moves a declaration: one lock, one table of states, one trail. Everything runs in the caller's transaction. */
@Injectable()
export class Declarations {
  constructor(
    private readonly declarations: DeclarationRepository,
    private readonly steps: StepRepository,
    private readonly rows: FilingRows,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null for one that is missing or lies outside the scope. */
  async find(tx: Tx, scope: Scope, id: string): Promise<DeclarationHead | null> {
    return isUuid(id) ? this.declarations.find(tx, scope, id) : null;
  }

  /** `number` null: the current one. Null where there is none within the scope. */
  async versionOf(tx: Tx, scope: Scope, id: string, number: number | null): Promise<FilingVersionHead | null> {
    return this.rows.versions.find(tx, scope, id, number);
  }

  /**
   * Keeps the declaration for this transaction.
   * @throws DomainError filing.declaration.not_found, filing.declaration.stale
   */
  async lock(tx: Tx, actor: Caller | SystemActor, id: string, version: number | null): Promise<DeclarationHead> {
    const head = isUuid(id) ? await this.declarations.lock(tx, scopeOf(actor), id) : null;
    if (head === null) throw new DomainError('filing.declaration.not_found');
    if (version !== null && head.version !== version) throw new DomainError('filing.declaration.stale', { seen: version, now: head.version });
    return head;
  }

  /**
   * Takes one step: locks, asks the table, writes state, step, audit and what follows from it. A filing that goes back to its
   * employer (`return`, `reopen` after a withdrawal) begins its next version.
   * @returns the declaration as it stands then
   * @throws DomainError filing.declaration.not_found, filing.declaration.stale, filing.declaration.act_not_possible
   */
  async step(tx: Tx, actor: Caller | SystemActor, id: string, act: DeclarationAct, { version, reason, words, dueOn, firstChecker }: StepOptions): Promise<DeclarationHead> {
    const before = await this.lock(tx, actor, id, version);
    const next = declarationStates.next(before.state, act);
    if (!next.ok) throw new DomainError('filing.declaration.act_not_possible', { act, state: before.state });
    const at = this.clock.now();
    const scope = scopeOf(actor);
    const isLate = act === 'pass_deadline' ? true : undefined;
    await this.declarations.move(tx, scope, id, { state: next.value, dueOn, submittedAt: act === 'submit' ? at : undefined, isLate, firstChecker }, at);
    await this.steps.add(tx, scope, id, {
      versionNumber: before.currentVersion, act, fromState: before.state, toState: next.value, at,
      actor: isSystem(actor) ? null : actor.accountId, role: isSystem(actor) ? null : actor.role, reason, words, dueOn: dueOn ?? null,
    });
    await this.audit.act(tx, actor, { act: `filing.declaration.${act.replaceAll('_', '-')}`, object: { kind: 'declaration', id }, detail: { from: before.state, to: next.value, version: before.currentVersion, reason } });
    // What was handed in stays as it was: whoever may write again writes in a copy.
    if (act === 'return' || (act === 'reopen' && before.state === 'withdrawn')) await this.newVersion(tx, actor, id);
    if (act === 'submit') await this.outbox.enqueue(tx, FILING_SUBMITTED, { declarationId: id }, { key: `filing.submitted ${id}` });
    return (await this.declarations.find(tx, scope, id)) as DeclarationHead;
  }

  /** Everything that happened, in order. */
  async trail(tx: Tx, scope: Scope, id: string): Promise<readonly ShownStep[]> {
    const all: ShownStep[] = [];
    for (let after: string | null = null; ;) {
      const steps = await this.steps.list(tx, scope, id, after, STEPS_AT_ONCE);
      all.push(...steps);
      if (steps.length < STEPS_AT_ONCE) return all;
      after = (steps.at(-1) as ShownStep).id;
    }
  }

  /** What was done with a correction while the decision before it stands: in the trail, without moving the declaration, which was locked. */
  async remark(tx: Tx, actor: Caller, { id, state }: DeclarationHead, act: DeclarationAct, versionNumber: number, words: string | null): Promise<void> {
    await this.steps.add(tx, scopeOf(actor), id, { versionNumber, act, fromState: state, toState: state, at: this.clock.now(), actor: actor.accountId, role: actor.role, reason: 'correction', words, dueOn: null });
    await this.audit.act(tx, actor, { act: `filing.correction.${act.replaceAll('_', '-')}`, object: { kind: 'declaration', id }, detail: { version: versionNumber } });
  }

  /** Puts the first check on somebody's desk; the declaration was locked. @returns its version then */
  putOnDesk(tx: Tx, actor: Caller | SystemActor, id: string, accountId: string | null): Promise<number> {
    return this.declarations.putOnDesk(tx, scopeOf(actor), id, accountId);
  }

  /** A change of content in the caller's transaction; the declaration was locked. @returns its version then */
  touch(tx: Tx, actor: Caller | SystemActor, id: string): Promise<number> {
    return this.declarations.touch(tx, scopeOf(actor), id);
  }

  /**
   * Begins the next version as a copy of the last, lines included: for a resubmission and for a correction. The old one stays.
   * The declaration was locked by `step` or `lock`.
   * @returns its number
   */
  async newVersion(tx: Tx, actor: Caller | SystemActor, id: string): Promise<number> {
    const { number } = await this.draftVersion(tx, actor, id);
    await this.declarations.setCurrentVersion(tx, scopeOf(actor), id, number);
    return number;
  }

  /** A version behind the current one that nobody stands by yet: a federation writes it, and `adopt`s or drops it. The declaration was locked. */
  async draftVersion(tx: Tx, actor: Caller | SystemActor, id: string): Promise<{ readonly id: string; readonly number: number }> {
    const scope = scopeOf(actor);
    const by = isSystem(actor) ? null : actor.accountId;
    const current = await this.rows.versions.find(tx, scope, id, null);
    if (current === null) throw new DomainError('filing.declaration.not_found');
    const versionId = randomUUID();
    const number = await this.rows.versions.addCopy(tx, scope, versionId, current.id, by, this.clock.now());
    await this.rows.lines.copyAll(tx, scope, current.id, versionId);
    await this.audit.act(tx, actor, { act: 'filing.version.begin', object: { kind: 'declaration', id }, detail: { number } });
    return { id: versionId, number };
  }

  /** Makes a version that the federation wrote the current one, with what the employer stated of the one before. The declaration was locked. */
  async adopt(tx: Tx, actor: Caller | SystemActor, id: string, number: number): Promise<void> {
    const scope = scopeOf(actor);
    await this.rows.versions.adopt(tx, scope, id, number, this.clock.now());
    await this.declarations.setCurrentVersion(tx, scope, id, number);
  }

  /** Lets a version go that nobody stands by, with its lines. The declaration was locked. */
  async drop(tx: Tx, actor: Caller | SystemActor, id: string, number: number): Promise<void> {
    await this.rows.versions.drop(tx, scopeOf(actor), id, number);
    await this.audit.act(tx, actor, { act: 'filing.version.drop', object: { kind: 'declaration', id }, detail: { number } });
  }
}

import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { DeclarationAct, DeclarationState } from '../domain/declaration-states.js';
import { declarationScope } from './declaration.repository.js';

/** One step of a declaration. `open` is the first, which no table of states holds. */
export type Step = {
  readonly versionNumber: number;
  readonly act: DeclarationAct | 'open';
  readonly fromState: DeclarationState | null;
  readonly toState: DeclarationState;
  readonly at: Date;
  /** Null: the service itself. */
  readonly actor: string | null;
  readonly role: string | null;
  readonly reason: string | null;
  readonly words: string | null;
  readonly dueOn: LocalDate | null;
};

/** As a page of the history shows it. */
export type ShownStep = Step & { readonly id: string; /** What the actor's account is called; null for the service. */ readonly actorName: string | null };

type Row = {
  id: string; version_number: number; act: Step['act']; from_state: DeclarationState | null; to_state: DeclarationState; at: Date; actor: string | null; actor_name: string | null; role: string | null;
  reason: string | null; words: string | null; due_on: LocalDate | null;
};

const wordsOf = (rowId: string) => ({ table: 'declaration_step', column: 'words', rowId });

/** The steps of declarations, as a scope shows them. */
@Injectable()
export class StepRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The declaration was locked within the scope. */
  async add(tx: Tx, _scope: Scope, declarationId: string, step: Step): Promise<void> {
    const [{ id }] = await tx.query(`SELECT nextval(pg_get_serial_sequence('declaration_step', 'id'))::text AS id`) as [{ id: string }];
    await tx.query(
      `INSERT INTO declaration_step (id, declaration_id, version_number, act, from_state, to_state, at, actor, role, reason, words, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, declarationId, step.versionNumber, step.act, step.fromState, step.toState, step.at, step.actor, step.role, step.reason, step.words === null ? null : this.cipher.seal(step.words, wordsOf(id)), step.dueOn],
    );
  }

  /** In order, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, declarationId: string, after: string | null, limit: number): Promise<readonly ShownStep[]> {
    const params: unknown[] = [declarationId, limit];
    const conditions = ['s.declaration_id = $1', withinScope(scope, declarationScope, params)];
    if (after !== null) conditions.push(`s.id > $${params.push(after)}::bigint`);
    const rows = await tx.query(
      `SELECT s.id::text, s.version_number, s.act, s.from_state, s.to_state, s.at, s.actor, a.display_name AS actor_name, s.role, s.reason, s.words, s.due_on
       FROM declaration_step AS s JOIN declaration AS d ON d.id = s.declaration_id LEFT JOIN account AS a ON a.id = s.actor
       WHERE ${conditions.join(' AND ')} ORDER BY s.id LIMIT $2`,
      params,
    ) as Row[];
    return rows.map((row) => ({
      id: row.id, versionNumber: row.version_number, act: row.act, fromState: row.from_state, toState: row.to_state, at: row.at, actor: row.actor, actorName: row.actor_name, role: row.role,
      reason: row.reason, words: row.words === null ? null : this.cipher.open(row.words, wordsOf(row.id)), dueOn: row.due_on,
    }));
  }
}

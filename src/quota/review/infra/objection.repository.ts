import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope } from '../../filing/index.js';
import type { DecisionReason } from '../domain/line-decision.js';
import type { DisputedLine, ObjectionAnswer, ObjectionGround } from '../domain/objection.js';

export type ObjectionState = 'open' | 'taken_up' | 'answered';
export type ObjectionItem = DisputedLine & { readonly id: string; readonly registryPersonId: string; readonly answer: ObjectionAnswer | null; readonly answerReason: DecisionReason | null; readonly answerWords: string | null };

export type Objection = {
  readonly id: string; readonly declarationId: string; readonly versionId: string; readonly number: number; readonly madeAt: Date; readonly words: string | null; readonly dueOn: LocalDate | null; readonly state: ObjectionState;
  readonly answeredAt: Date | null; readonly items: readonly ObjectionItem[];
};

/** A disputed line as it was decided and as it is decided now. */
export type Reconsidered = { readonly itemId: string; readonly before: number; readonly now: number; readonly claimed: number; readonly reason: DecisionReason; readonly words: string | null };

type Row = { id: string; declaration_id: string; version_id: string; number: number; made_at: Date; words: string | null; due_on: LocalDate | null; state: ObjectionState; answered_at: Date | null };
type ItemRow = { id: string; objection_id: string; line_id: string; person: string; ground: ObjectionGround; words: string | null; answer: ObjectionAnswer | null; answer_reason: DecisionReason | null; answer_words: string | null };

const wordsOf = (rowId: string) => ({ table: 'objection', column: 'words', rowId });
const itemOf = (rowId: string, column: 'words' | 'answer_words') => ({ table: 'objection_item', column, rowId });
const decisionOf = (rowId: string) => ({ table: 'line_decision', column: 'words', rowId });

/** Objections, as a scope shows them. Writers have locked the declaration within the scope. */
@Injectable()
export class ObjectionRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async add(tx: Tx, _scope: Scope, made: { readonly id: string; readonly declarationId: string; readonly versionId: string; readonly by: string; readonly words: string | null; readonly dueOn: LocalDate | null }, lines: readonly DisputedLine[], at: Date): Promise<void> {
    const { id, declarationId, versionId, by, words, dueOn } = made;
    await tx.query(`INSERT INTO objection (id, declaration_id, version_id, made_at, made_by, words, due_on, state) VALUES ($1, $2, $3, $4, $5, $6, $7, 'open')`, [id, declarationId, versionId, at, by, words === null ? null : this.cipher.seal(words, wordsOf(id)), dueOn]);
    const ids = await tx.query(`SELECT nextval(pg_get_serial_sequence('objection_item', 'id'))::text AS id FROM generate_series(1, $1)`, [lines.length]) as { id: string }[];
    const sealed = lines.map((line, index) => (line.words === null ? null : this.cipher.seal(line.words, itemOf(ids[index]?.id ?? '', 'words'))));
    await tx.query(
      'INSERT INTO objection_item (id, objection_id, line_id, ground, words) SELECT id, $1::uuid, line, ground, words FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[]) AS i (id, line, ground, words)',
      [id, ids.map((row) => row.id), lines.map(({ lineId }) => lineId), lines.map(({ ground }) => ground), sealed],
    );
  }

  async takeUp(tx: Tx, _scope: Scope, id: string, dueOn: LocalDate): Promise<void> {
    await tx.query(`UPDATE objection SET state = 'taken_up', due_on = $2 WHERE id = $1`, [id, dueOn]);
  }

  async answer(tx: Tx, _scope: Scope, id: string, by: string, answers: readonly (Reconsidered & { readonly answer: ObjectionAnswer })[], at: Date): Promise<void> {
    const words = answers.map((item) => (item.words === null ? null : this.cipher.seal(item.words, itemOf(item.itemId, 'answer_words'))));
    await tx.query(
      'UPDATE objection_item AS i SET answer = a.answer, answer_reason = a.reason, answer_words = a.words FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS a (id, answer, reason, words) WHERE i.id = a.id',
      [answers.map(({ itemId }) => itemId), answers.map(({ answer }) => answer), answers.map(({ reason }) => reason), words],
    );
    await tx.query(`UPDATE objection SET state = 'answered', answered_at = $2, answered_by = $3 WHERE id = $1`, [id, at, by]);
  }

  /** Disputed lines with what was decided first and what is decided in the version `versionId`. */
  async reconsidered(tx: Tx, scope: Scope, id: string, versionId: string): Promise<readonly Reconsidered[]> {
    const params: unknown[] = [id, versionId];
    const rows = await tx.query(
      `SELECT i.id::text AS item, w.id::text AS line, coalesce(b.months, 0) AS before, n.months AS now, w.months AS claimed, n.reason, n.words
       FROM objection_item AS i JOIN objection AS q ON q.id = i.objection_id JOIN declaration AS d ON d.id = q.declaration_id JOIN roster_line AS l ON l.id = i.line_id LEFT JOIN line_decision AS b ON b.line_id = l.id
       JOIN roster_line AS w ON w.version_id = $2 AND w.registry_person_id = l.registry_person_id AND w.contract_start = l.contract_start JOIN line_decision AS n ON n.line_id = w.id
       WHERE q.id = $1 AND ${withinScope(scope, declarationScope, params)} ORDER BY i.id`, params,
    ) as { item: string; line: string; before: number; now: number; claimed: number; reason: DecisionReason; words: string | null }[];
    return rows.map(({ item, line, words, ...row }) => ({ ...row, itemId: item, words: words === null ? null : this.cipher.open(words, decisionOf(line)) }));
  }

  /** The latest first. Two statements. */
  async all(tx: Tx, scope: Scope, declarationId: string): Promise<readonly Objection[]> {
    const params: unknown[] = [declarationId];
    const rows = await tx.query(
      `SELECT q.id, q.declaration_id, q.version_id, v.number, q.made_at, q.words, q.due_on, q.state, q.answered_at FROM objection AS q JOIN filing_version AS v ON v.id = q.version_id JOIN declaration AS d ON d.id = q.declaration_id
       WHERE q.declaration_id = $1 AND ${withinScope(scope, declarationScope, params)} ORDER BY q.made_at DESC`, params,
    ) as Row[];
    const items = await tx.query(
      `SELECT i.id::text, i.objection_id, i.line_id::text, l.registry_person_id::text AS person, i.ground, i.words, i.answer, i.answer_reason, i.answer_words FROM objection_item AS i JOIN roster_line AS l ON l.id = i.line_id WHERE i.objection_id = ANY ($1::uuid[]) ORDER BY i.id`,
      [rows.map(({ id }) => id)],
    ) as ItemRow[];
    return rows.map((row) => ({
      id: row.id, declarationId: row.declaration_id, versionId: row.version_id, number: row.number, madeAt: row.made_at, words: row.words === null ? null : this.cipher.open(row.words, wordsOf(row.id)), dueOn: row.due_on, state: row.state,
      answeredAt: row.answered_at, items: items.filter((item) => item.objection_id === row.id).map((item) => this.item(item)),
    }));
  }

  private item({ id, line_id: lineId, person: registryPersonId, ground, words, answer, answer_reason: answerReason, answer_words: answerWords }: ItemRow): ObjectionItem {
    const open = (sealed: string | null, column: 'words' | 'answer_words'): string | null => (sealed === null ? null : this.cipher.open(sealed, itemOf(id, column)));
    return { id, lineId, registryPersonId, ground, words: open(words, 'words'), answer, answerReason, answerWords: open(answerWords, 'answer_words') };
  }
}

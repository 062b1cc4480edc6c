import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { CreditObjectionOutcome } from '../domain/credit-states.js';
import { assessmentScope } from './assessment.repository.js';

export type CreditObjection = {
  readonly id: string;
  readonly words: string;
  readonly madeAt: Date;
  readonly outcome: CreditObjectionOutcome | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
};

const cellOf = (column: 'words' | 'answer', rowId: string) => ({ table: 'credit_objection', column, rowId }) as const;

/** What employers say against notices of credit records. */
@Injectable()
export class CreditObjectionRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async find(tx: Tx, scope: Scope, recordId: string): Promise<CreditObjection | null> {
    const params: unknown[] = [recordId];
    const [row] = await tx.query(
      `SELECT b.id, b.words, b.made_at AS "madeAt", b.outcome, b.answer, b.answered_at AS "answeredAt" FROM credit_objection AS b JOIN credit_record AS c ON c.id = b.record_id JOIN assessment AS a ON a.id = c.assessment_id
       WHERE b.record_id = $1 AND ${withinScope(scope, assessmentScope, params)}`, params,
    ) as CreditObjection[];
    return row === undefined ? null : { ...row, words: this.cipher.open(row.words, cellOf('words', row.id)), answer: row.answer === null ? null : this.cipher.open(row.answer, cellOf('answer', row.id)) };
  }

  /** The record was locked within the scope. */
  async add(tx: Tx, _scope: Scope, { id, recordId, words, by, at }: { readonly id: string; readonly recordId: string; readonly words: string; readonly by: string | null; readonly at: Date }): Promise<void> {
    await tx.query('INSERT INTO credit_objection (id, record_id, words, made_at, made_by) VALUES ($1, $2, $3, $4, $5)', [id, recordId, this.cipher.seal(words, cellOf('words', id)), at, by]);
  }

  /** The record was locked within the scope. */
  async answer(tx: Tx, _scope: Scope, id: string, { outcome, answer, by, at }: { readonly outcome: CreditObjectionOutcome; readonly answer: string; readonly by: string | null; readonly at: Date }): Promise<void> {
    await tx.query('UPDATE credit_objection SET outcome = $2, answer = $3, answered_at = $4, answered_by = $5 WHERE id = $1', [id, outcome, this.cipher.seal(answer, cellOf('answer', id)), at, by]);
  }
}

import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { ObjectionOutcome, ObjectionParty } from '../domain/notice-objection.js';

export type NewObjection = { readonly id: string; readonly noticeId: string; readonly place: number | null; readonly party: ObjectionParty; readonly words: string; readonly contact: string | null; readonly madeAt: Date };

export type NoticeObjection = NewObjection & {
  /** Of the line that it is about. */
  readonly employerName: string | null;
  readonly outcome: ObjectionOutcome | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
};

type Row = {
  id: string; notice_id: string; place: number | null; party: ObjectionParty; words: string; contact: string | null; made_at: Date; employer_name: string | null; outcome: ObjectionOutcome | null; answer: string | null; answered_at: Date | null;
};

const SCOPE = { region: 'n.region_code' } as const;
const cellOf = (column: 'words' | 'contact' | 'answer', rowId: string) => ({ table: 'notice_objection', column, rowId }) as const;

/** Objections for whoever published the notice. Making one is everybody's. */
@Injectable()
export class NoticeObjectionRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** Whoever makes it has no scope; the notice was found open. @returns whether the notice has such a line */
  async add(tx: Tx, _scope: Scope, { id, noticeId, place, party, words, contact, madeAt }: NewObjection): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO notice_objection (id, notice_id, place, party, words, contact, made_at)
       SELECT $1, $2, $3, $4, $5, $6, $7 WHERE $3::integer IS NULL OR EXISTS (SELECT 1 FROM notice_line AS l WHERE l.notice_id = $2 AND l.place = $3 AND NOT l.withdrawn) RETURNING id`,
      [id, noticeId, place, party, this.cipher.seal(words, cellOf('words', id)), contact === null ? null : this.cipher.seal(contact, cellOf('contact', id)), madeAt],
    ) as unknown[];
    return rows.length > 0;
  }

  /** In the order in which they came, behind the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, noticeId: string, after: readonly [Date, string] | null, limit: number): Promise<readonly NoticeObjection[]> {
    const params: unknown[] = [noticeId, after?.[0] ?? null, after?.[1] ?? null, limit];
    const rows = await tx.query(
      `SELECT b.id, b.notice_id, b.place, b.party, b.words, b.contact, b.made_at, l.employer_name, b.outcome, b.answer, b.answered_at
       FROM notice_objection AS b JOIN notice AS n ON n.id = b.notice_id LEFT JOIN notice_line AS l ON l.notice_id = b.notice_id AND l.place = b.place
       WHERE n.id = $1 AND ($2::timestamptz IS NULL OR (b.made_at, b.id) > ($2, $3::uuid)) AND ${withinScope(scope, SCOPE, params)} ORDER BY b.made_at, b.id LIMIT $4`,
      params,
    ) as Row[];
    return rows.map((row) => this.opened(row));
  }

  /** Once. @returns whether there was one in the scope that waited for an answer */
  async answer(tx: Tx, scope: Scope, noticeId: string, id: string, { outcome, answer, by, at }: { readonly outcome: ObjectionOutcome; readonly answer: string; readonly by: string | null; readonly at: Date }): Promise<boolean> {
    const params: unknown[] = [id, noticeId, outcome, this.cipher.seal(answer, cellOf('answer', id)), at, by];
    const [rows] = await tx.query(
      `UPDATE notice_objection AS b SET outcome = $3, answer = $4, answered_at = $5, answered_by = $6 FROM notice AS n WHERE b.id = $1 AND b.notice_id = $2 AND n.id = b.notice_id AND b.outcome IS NULL AND ${withinScope(scope, SCOPE, params)} RETURNING b.id`,
      params,
    ) as [unknown[], number];
    return rows.length > 0;
  }

  private opened(row: Row): NoticeObjection {
    const open = (column: 'contact' | 'answer'): string | null => (row[column] === null ? null : this.cipher.open(row[column], cellOf(column, row.id)));
    return {
      id: row.id, noticeId: row.notice_id, place: row.place, party: row.party, words: this.cipher.open(row.words, cellOf('words', row.id)), contact: open('contact'), madeAt: row.made_at, employerName: row.employer_name, outcome: row.outcome,
      answer: open('answer'), answeredAt: row.answered_at,
    };
  }
}

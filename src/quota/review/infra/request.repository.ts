import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope } from '../../filing/index.js';
import type { Need, NeededThing } from '../domain/correction-request.js';

/** One thing that an employer is asked. The person of a line, by which it is found in the version that comes back. */
export type RequestedThing = NeededThing & { readonly id: string; readonly registryPersonId: string | null };

/** 补正: what was asked of an employer, by when, and when it came back. */
export type CorrectionRequest = {
  readonly id: string; readonly declarationId: string; readonly number: number; readonly sentAt: Date; readonly dueOn: LocalDate; readonly words: string | null; readonly answeredAt: Date | null; readonly items: readonly RequestedThing[];
};

type Row = { id: string; declaration_id: string; number: number; sent_at: Date; due_on: LocalDate; words: string | null; answered_at: Date | null };
type ItemRow = { id: string; request_id: string; line_id: string | null; person: string | null; need: Need; words: string | null };

const wordsOf = (rowId: string) => ({ table: 'correction_request', column: 'words', rowId });
const itemWordsOf = (rowId: string) => ({ table: 'correction_item', column: 'words', rowId });

/** Requests for correction, as a scope shows them. Writers have locked the declaration within the scope. */
@Injectable()
export class RequestRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async add(tx: Tx, _scope: Scope, request: { readonly id: string; readonly declarationId: string; readonly versionId: string; readonly by: string; readonly dueOn: LocalDate; readonly words: string | null }, items: readonly NeededThing[], at: Date): Promise<void> {
    const { id, declarationId, versionId, by, dueOn, words } = request;
    await tx.query('INSERT INTO correction_request (id, declaration_id, version_id, sent_at, sent_by, due_on, words) VALUES ($1, $2, $3, $4, $5, $6, $7)', [id, declarationId, versionId, at, by, dueOn, words === null ? null : this.cipher.seal(words, wordsOf(id))]);
    const ids = await tx.query(`SELECT nextval(pg_get_serial_sequence('correction_item', 'id'))::text AS id FROM generate_series(1, $1)`, [items.length]) as { id: string }[];
    await tx.query(
      `INSERT INTO correction_item (id, request_id, line_id, need, words) SELECT id, $1::uuid, line, need, words FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[]) AS i (id, line, need, words)`,
      [id, ids.map((row) => row.id), items.map(({ lineId }) => lineId), items.map(({ need }) => need), items.map((item, place) => (item.words === null ? null : this.cipher.seal(item.words, itemWordsOf(ids[place]?.id ?? ''))))],
    );
  }

  /** What came back answers what was asked. */
  async answered(tx: Tx, _scope: Scope, declarationId: string, at: Date): Promise<void> {
    await tx.query('UPDATE correction_request SET answered_at = $2 WHERE declaration_id = $1 AND answered_at IS NULL', [declarationId, at]);
  }

  /** The latest first. Two statements. */
  async all(tx: Tx, scope: Scope, declarationId: string): Promise<readonly CorrectionRequest[]> {
    const params: unknown[] = [declarationId];
    const within = withinScope(scope, declarationScope, params);
    // What was handed in since is an answer, whoever has looked at it.
    const rows = await tx.query(
      `SELECT q.id, q.declaration_id, v.number, q.sent_at, q.due_on, q.words, coalesce(q.answered_at, (SELECT min(a.submitted_at) FROM filing_version AS a WHERE a.declaration_id = d.id AND a.number > v.number)) AS answered_at
       FROM correction_request AS q JOIN filing_version AS v ON v.id = q.version_id JOIN declaration AS d ON d.id = q.declaration_id WHERE q.declaration_id = $1 AND ${within} ORDER BY q.sent_at DESC`, params,
    ) as Row[];
    const items = await tx.query(
      `SELECT i.id::text, i.request_id, i.line_id::text, l.registry_person_id::text AS person, i.need, i.words FROM correction_item AS i LEFT JOIN roster_line AS l ON l.id = i.line_id WHERE i.request_id = ANY ($1::uuid[]) ORDER BY i.id`, [rows.map(({ id }) => id)],
    ) as ItemRow[];
    return rows.map((row) => ({
      id: row.id, declarationId: row.declaration_id, number: row.number, sentAt: row.sent_at, dueOn: row.due_on, words: row.words === null ? null : this.cipher.open(row.words, wordsOf(row.id)), answeredAt: row.answered_at,
      items: items.filter((item) => item.request_id === row.id).map(({ id, line_id: lineId, person: registryPersonId, need, words }) => ({ id, lineId, registryPersonId, need, words: words === null ? null : this.cipher.open(words, itemWordsOf(id)) })),
    }));
  }
}

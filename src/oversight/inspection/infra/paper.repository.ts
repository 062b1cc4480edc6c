import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { caseScope } from './case.repository.js';

/** A proof without its bytes. */
export type Paper = { readonly id: string; /** The drawn line that it proves; null: the whole case. */ readonly lineId: string | null; readonly name: string; readonly mediaType: string; readonly size: number; readonly storedAt: Date };

type Row = { id: string; line_id: string | null; name: string; media_type: string; size: number; stored_at: Date };

const nameOf = (rowId: string) => ({ table: 'inspection_paper', column: 'name', rowId }) as const;
const contentOf = (rowId: string) => ({ table: 'inspection_paper', column: 'content', rowId }) as const;

/** Proofs as a scope shows them, sealed in the database. */
@Injectable()
export class PaperRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The case was locked within the scope. @returns how many it has then */
  async add(tx: Tx, _scope: Scope, caseId: string, paper: Paper & { readonly digest: Buffer; readonly bytes: Buffer; readonly by: string | null }): Promise<number> {
    await tx.query(
      'INSERT INTO inspection_paper (id, case_id, line_id, name, media_type, size, digest, content, stored_at, stored_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [paper.id, caseId, paper.lineId, this.cipher.seal(paper.name, nameOf(paper.id)), paper.mediaType, paper.size, paper.digest, this.cipher.seal(paper.bytes.toString('base64'), contentOf(paper.id)), paper.storedAt, paper.by],
    );
    const [row] = await tx.query('SELECT count(*)::int AS papers FROM inspection_paper WHERE case_id = $1', [caseId]) as { papers: number }[];
    return row?.papers ?? 0;
  }

  /** In the order in which they came. One statement. */
  async list(tx: Tx, scope: Scope, caseId: string): Promise<readonly Paper[]> {
    const params: unknown[] = [caseId];
    const rows = await tx.query(
      `SELECT p.id, p.line_id::text, p.name, p.media_type, p.size, p.stored_at FROM inspection_paper AS p JOIN inspection_case AS k ON k.id = p.case_id WHERE k.id = $1 AND ${withinScope(scope, caseScope, params)} ORDER BY p.stored_at, p.id`, params,
    ) as Row[];
    return rows.map((row) => ({ id: row.id, lineId: row.line_id, name: this.cipher.open(row.name, nameOf(row.id)), mediaType: row.media_type, size: row.size, storedAt: row.stored_at }));
  }

  async open(tx: Tx, scope: Scope, caseId: string, id: string): Promise<{ readonly mediaType: string; readonly bytes: Buffer } | null> {
    const params: unknown[] = [caseId, id];
    const [row] = await tx.query(
      `SELECT p.media_type, p.content FROM inspection_paper AS p JOIN inspection_case AS k ON k.id = p.case_id WHERE k.id = $1 AND p.id = $2 AND ${withinScope(scope, caseScope, params)}`, params,
    ) as { media_type: string; content: string }[];
    return row ? { mediaType: row.media_type, bytes: Buffer.from(this.cipher.open(row.content, contentOf(id)), 'base64') } : null;
  }
}

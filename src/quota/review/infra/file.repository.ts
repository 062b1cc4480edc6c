import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope } from '../../filing/index.js';
import type { Need } from '../domain/correction-request.js';

/** Paper of an employer, or the archive of a closed case, without its bytes. */
export type ReviewFile = {
  readonly id: string; readonly declarationId: string; readonly kind: 'paper' | 'archive'; readonly registryPersonId: string | null; readonly need: Need | null; readonly number: number; readonly name: string; readonly mediaType: string;
  readonly size: number; /** SHA-256, hex. */ readonly digest: string; readonly storedAt: Date; readonly storedBy: string | null;
};

type Row = Omit<ReviewFile, 'digest'> & { readonly digest: Buffer };

const nameOf = (rowId: string) => ({ table: 'review_file', column: 'name', rowId });
const partOf = (rowId: string) => ({ table: 'review_file_part', column: 'content', rowId });
/** Bytes of one part: a sealed cell stays small. */
const PART = 262_144;
const COLUMNS = `f.id, f.declaration_id AS "declarationId", f.kind, f.registry_person_id::text AS "registryPersonId", f.need, f.version_number AS number, f.name, f.media_type AS "mediaType", f.size, f.digest, f.stored_at AS "storedAt", f.stored_by AS "storedBy"`;
const FROM = 'review_file AS f JOIN declaration AS d ON d.id = f.declaration_id';

/** Files of a review, as a scope shows them; sealed as they come. Writers have locked the declaration within the scope. */
@Injectable()
export class FileRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async add(tx: Tx, _scope: Scope, { id, declarationId, kind, registryPersonId, need, number, name, mediaType, digest, storedAt, storedBy }: Omit<ReviewFile, 'size'>, bytes: Buffer): Promise<void> {
    await tx.query(
      'INSERT INTO review_file (id, declaration_id, kind, registry_person_id, need, version_number, name, media_type, size, digest, stored_at, stored_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
      [id, declarationId, kind, registryPersonId, need, number, this.cipher.seal(name, nameOf(id)), mediaType, bytes.length, Buffer.from(digest, 'hex'), storedAt, storedBy],
    );
    for (let at = 0, place = 0; at < bytes.length; at += PART, place += 1) {
      const [row] = await tx.query(`SELECT nextval(pg_get_serial_sequence('review_file_part', 'id'))::text AS id`) as { id: string }[];
      const partId = row?.id ?? '';
      await tx.query('INSERT INTO review_file_part (id, file_id, place, content) VALUES ($1, $2, $3, $4)', [partId, id, place, this.cipher.seal(bytes.subarray(at, at + PART).toString('base64'), partOf(partId))]);
    }
  }

  /** In the order in which they came. One statement. */
  async list(tx: Tx, scope: Scope, declarationId: string, kind: ReviewFile['kind']): Promise<readonly ReviewFile[]> {
    const params: unknown[] = [declarationId, kind];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE f.declaration_id = $1 AND f.kind = $2 AND f.removed_at IS NULL AND ${withinScope(scope, declarationScope, params)} ORDER BY f.stored_at, f.id`, params) as Row[];
    return rows.map((row) => this.shown(row));
  }

  async find(tx: Tx, scope: Scope, declarationId: string, id: string): Promise<ReviewFile | null> {
    const params: unknown[] = [declarationId, id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE f.declaration_id = $1 AND f.id = $2 AND f.removed_at IS NULL AND ${withinScope(scope, declarationScope, params)}`, params) as Row[];
    return row ? this.shown(row) : null;
  }

  /** Of a file that was found within the scope. */
  async bytes(tx: Tx, _scope: Scope, id: string): Promise<Buffer> {
    const rows = await tx.query('SELECT id::text, content FROM review_file_part WHERE file_id = $1 ORDER BY place', [id]) as { id: string; content: string }[];
    return Buffer.concat(rows.map((row) => Buffer.from(this.cipher.open(row.content, partOf(row.id)), 'base64')));
  }

  /** The row stays for the trail, the bytes go. */
  async remove(tx: Tx, _scope: Scope, id: string, at: Date): Promise<void> {
    await tx.query('DELETE FROM review_file_part WHERE file_id = $1', [id]);
    await tx.query('UPDATE review_file SET removed_at = $2 WHERE id = $1', [id, at]);
  }

  private shown({ digest, name, ...row }: Row): ReviewFile {
    return { ...row, digest: digest.toString('hex'), name: this.cipher.open(name, nameOf(row.id)) };
  }
}

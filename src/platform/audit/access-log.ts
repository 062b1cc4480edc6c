import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import type { AuditObject } from './audit.js';

/** A look at somebody's data as the person is shown it: the role and the reason, not the name of an official. */
export type Look = {
  readonly seq: string;
  readonly at: Date;
  readonly role: string | null;
  readonly via: string;
  readonly fields: readonly string[];
  readonly purpose: string;
  readonly reason: string | null;
};

type Row = { seq: string; at: Date; role: string | null; via: string; fields: string[]; purpose: string; reason: string | null };

/** Who looked at a subject. Whoever asks has shown that the subject is its own, or within its duty. */
@Injectable()
export class AccessLog {
  /** The latest first, below the sequence number given; at most `limit`. One statement. */
  async of(tx: Tx, subject: AuditObject, before: string | null, limit: number): Promise<readonly Look[]> {
    return await tx.query(
      `SELECT seq::text AS seq, at, role, via, fields, purpose, reason FROM audit_entry
       WHERE kind = 'read' AND object_kind = $1 AND object_id = $2 AND ($3::bigint IS NULL OR seq < $3::bigint) ORDER BY seq DESC LIMIT $4`,
      [subject.kind, subject.id, before, limit],
    ) as Row[];
  }
}

import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { NoticeKind, WithdrawalReason } from '../domain/notice.js';

export type NewNotice = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly regionCode: RegionCode;
  readonly baseYear: number;
  readonly issuer: string;
  readonly publishedAt: Date;
  readonly publishedBy: string | null;
  readonly closesOn: LocalDate;
};

/** A line of a list of reliefs and deferrals; the amount is fen, the region that of the finance department that decided. */
export type ReliefLine = {
  readonly employerName: string; readonly uscc: string; readonly reliefKind: 'relief' | 'deferral'; readonly reliefAmount: bigint | null; readonly deferralMonths: number | null; readonly reliefRegion: RegionCode; readonly reliefDocument: string;
};

const SCOPE = { region: 'n.region_code' } as const;
const DETERMINATION_SCOPE = { region: 't.region_code' } as const;

/** Determinations that stand and are on no live notice yet. */
const UNPUBLISHED = `NOT EXISTS (SELECT 1 FROM determination AS later WHERE later.supersedes = t.id)
  AND NOT EXISTS (SELECT 1 FROM notice_line AS l WHERE l.determination_id = t.id AND NOT l.withdrawn)`;

/** Notices on their way out and back; reading is everybody's. */
@Injectable()
export class NoticeRepository {
  /** How many determinations of the region and year wait for a notice. */
  async waiting(tx: Tx, scope: Scope, region: string, baseYear: number): Promise<number> {
    const params: unknown[] = [`${region}%`, baseYear];
    const [row] = await tx.query(
      `SELECT count(*)::int AS waiting FROM determination AS t WHERE t.region_code LIKE $1 AND t.base_year = $2 AND ${withinScope(scope, DETERMINATION_SCOPE, params)} AND ${UNPUBLISHED}`, params,
    ) as { waiting: number }[];
    return row?.waiting ?? 0;
  }

  /** The notice with all determinations of its region and year that wait for one, by name. @returns how many lines it has; with none nothing is written */
  async addReview(tx: Tx, scope: Scope, notice: NewNotice, prefix: string): Promise<number> {
    // One publication of a region at a time: of two at once the second finds nothing left.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`notice ${notice.regionCode} ${notice.baseYear}`]);
    const lines = await this.waiting(tx, scope, prefix, notice.baseYear);
    if (lines === 0) return 0;
    await this.add(tx, notice, lines);
    const params: unknown[] = [notice.id, `${prefix}%`, notice.baseYear];
    await tx.query(
      `INSERT INTO notice_line (notice_id, place, determination_id, employer_name, uscc, required, arranged)
       SELECT $1, row_number() OVER (ORDER BY t.employer_name COLLATE "C", t.id), t.id, t.employer_name, t.uscc, t.required, t.arranged
       FROM determination AS t WHERE t.region_code LIKE $2 AND t.base_year = $3 AND ${withinScope(scope, DETERMINATION_SCOPE, params)} AND ${UNPUBLISHED}`,
      params,
    );
    const [row] = await tx.query('SELECT count(*)::int AS lines FROM notice_line WHERE notice_id = $1', [notice.id]) as { lines: number }[];
    if (row?.lines !== lines) await tx.query('UPDATE notice SET lines = $2 WHERE id = $1', [notice.id, row?.lines]);
    return row?.lines ?? 0;
  }

  /** Whether a list of reliefs of the region and year stands already; whoever asks at the same moment waits. */
  async hasRelief(tx: Tx, _scope: Scope, { regionCode, baseYear }: NewNotice): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`relief notice ${regionCode} ${baseYear}`]);
    const rows = await tx.query(`SELECT 1 FROM notice WHERE kind = 'relief' AND region_code = $1 AND base_year = $2 AND withdrawn_at IS NULL`, [regionCode, baseYear]) as unknown[];
    return rows.length > 0;
  }

  async addRelief(tx: Tx, _scope: Scope, notice: NewNotice, lines: readonly ReliefLine[]): Promise<void> {
    await this.add(tx, notice, lines.length);
    await tx.query(
      `INSERT INTO notice_line (notice_id, place, employer_name, uscc, relief_kind, relief_amount, deferral_months, relief_region, relief_document)
       SELECT $1, place, name, uscc, kind, amount, months, region, document
       FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::smallint[], $7::text[], $8::text[]) WITH ORDINALITY AS line (name, uscc, kind, amount, months, region, document, place)`,
      [
        notice.id, lines.map(({ employerName }) => employerName), lines.map(({ uscc }) => uscc), lines.map(({ reliefKind }) => reliefKind), lines.map(({ reliefAmount }) => reliefAmount?.toString() ?? null),
        lines.map(({ deferralMonths }) => deferralMonths), lines.map(({ reliefRegion }) => reliefRegion), lines.map(({ reliefDocument }) => reliefDocument),
      ],
    );
  }

  /** Whether there was one in the scope that had not been withdrawn. */
  async withdraw(tx: Tx, scope: Scope, id: string, { by, at, reason }: { readonly by: string | null; readonly at: Date; readonly reason: WithdrawalReason }): Promise<boolean> {
    const params: unknown[] = [id, by, at, reason];
    const [rows] = await tx.query(
      `UPDATE notice AS n SET withdrawn_by = $2, withdrawn_at = $3, withdrawal_reason = $4 WHERE n.id = $1 AND n.withdrawn_at IS NULL AND ${withinScope(scope, SCOPE, params)} RETURNING n.id`, params,
    ) as [unknown[], number];
    if (rows.length === 0) return false;
    await tx.query('UPDATE notice_line SET withdrawn = true WHERE notice_id = $1', [id]);
    return true;
  }

  async isWithin(tx: Tx, scope: Scope, id: string): Promise<boolean> {
    const params: unknown[] = [id];
    const rows = await tx.query(`SELECT 1 FROM notice AS n WHERE n.id = $1 AND ${withinScope(scope, SCOPE, params)}`, params) as unknown[];
    return rows.length > 0;
  }

  private async add(tx: Tx, notice: NewNotice, lines: number): Promise<void> {
    await tx.query(
      'INSERT INTO notice (id, kind, region_code, base_year, issuer, published_at, published_by, closes_on, lines) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [notice.id, notice.kind, notice.regionCode, notice.baseYear, notice.issuer, notice.publishedAt, notice.publishedBy, notice.closesOn, lines],
    );
  }
}

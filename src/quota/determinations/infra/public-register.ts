import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Outcome } from '../app/content.js';
import type { NoticeKind } from '../domain/notice.js';

/** What a stranger with the code of a determination is told. */
export type RegisteredDetermination = {
  readonly number: string;
  readonly employerName: string;
  readonly uscc: string;
  readonly baseYear: number;
  readonly outcome: Outcome;
  readonly arranged: string;
  readonly issuedAt: Date;
  readonly issuer: string;
  /** SHA-256 of the content, hex. */
  readonly digest: string;
  readonly supersededBy: { readonly number: string; readonly issuedAt: Date } | null;
};

export type PublicNotice = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly regionCode: RegionCode;
  readonly baseYear: number;
  readonly issuer: string;
  readonly publishedAt: Date;
  readonly closesOn: LocalDate;
  readonly lines: number;
  readonly withdrawnAt: Date | null;
};

/** One employer of a notice. `missing` is what it is short of, never below 0. Decimals are texts, the amount is fen. */
export type PublicNoticeLine = {
  readonly place: number;
  readonly employerName: string;
  readonly uscc: string;
  readonly required: string | null;
  readonly arranged: string | null;
  readonly missing: string | null;
  /** Its determination was corrected after the publication. */
  readonly corrected: boolean;
  readonly reliefKind: 'relief' | 'deferral' | null;
  readonly reliefAmount: string | null;
  readonly deferralMonths: number | null;
  /** Region of the finance department that decided, and the number of its decision. */
  readonly reliefRegion: RegionCode | null;
  readonly reliefDocument: string | null;
};

type RegisteredRow = {
  number: string; employer_name: string; uscc: string; base_year: number; outcome: Outcome; arranged: string; issued_at: Date; issuer: string; digest: Buffer; later_number: string | null; later_at: Date | null;
};
type NoticeRow = { id: string; kind: NoticeKind; region_code: RegionCode; base_year: number; issuer: string; published_at: Date; closes_on: LocalDate; lines: number; withdrawn_at: Date | null };
type LineRow = {
  place: number; employer_name: string; uscc: string; required: string | null; arranged: string | null; missing: string | null; corrected: boolean; relief_kind: 'relief' | 'deferral' | null;
  relief_amount: string | null; deferral_months: number | null; relief_region: RegionCode | null; relief_document: string | null;
};

const NOTICE = 'n.id, n.kind, n.region_code, n.base_year, n.issuer, n.published_at, n.closes_on, n.lines, n.withdrawn_at';

/** What anybody may ask, without credentials: a determination by its code, and what was published. */
export const publicRegister = {
  async byCode(tx: Tx, code: string): Promise<RegisteredDetermination | null> {
    const [row] = await tx.query(
      `SELECT t.number, t.employer_name, t.uscc, t.base_year, t.outcome, trim_scale(t.arranged)::text AS arranged, t.issued_at, t.issuer, t.digest, later.number AS later_number, later.issued_at AS later_at
       FROM determination AS t LEFT JOIN determination AS later ON later.supersedes = t.id WHERE t.code = $1`,
      [code],
    ) as RegisteredRow[];
    if (row === undefined) return null;
    return {
      number: row.number, employerName: row.employer_name, uscc: row.uscc, baseYear: row.base_year, outcome: row.outcome, arranged: row.arranged, issuedAt: row.issued_at, issuer: row.issuer,
      digest: row.digest.toString('hex'), supersededBy: row.later_number === null ? null : { number: row.later_number, issuedAt: row.later_at as Date },
    };
  },

  /** The latest first, after the one given, those that were withdrawn left out; at most `limit`. One statement. */
  async notices(tx: Tx, { region, baseYear }: { readonly region: string | null; readonly baseYear: number | null }, after: readonly [Date, string] | null, limit: number): Promise<readonly PublicNotice[]> {
    const params: unknown[] = [limit];
    const conditions = ['n.withdrawn_at IS NULL'];
    if (region !== null) conditions.push(`n.region_code LIKE $${params.push(`${region}%`)}`);
    if (baseYear !== null) conditions.push(`n.base_year = $${params.push(baseYear)}`);
    if (after !== null) conditions.push(`(n.published_at, n.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${NOTICE} FROM notice AS n WHERE ${conditions.join(' AND ')} ORDER BY n.published_at DESC, n.id DESC LIMIT $1`, params) as NoticeRow[];
    return rows.map(noticeOf);
  },

  /** One that was withdrawn is still found, so that its address says so; it has no lines then. */
  async notice(tx: Tx, id: string): Promise<PublicNotice | null> {
    const [row] = await tx.query(`SELECT ${NOTICE} FROM notice AS n WHERE n.id = $1`, [id]) as NoticeRow[];
    return row ? noticeOf(row) : null;
  },

  /** In the order of the list, behind the place given; at most `limit`. One statement. */
  async lines(tx: Tx, noticeId: string, after: number, limit: number): Promise<readonly PublicNoticeLine[]> {
    const rows = await tx.query(
      `SELECT l.place, l.employer_name, l.uscc, trim_scale(l.required)::text AS required, trim_scale(l.arranged)::text AS arranged, trim_scale(greatest(l.required - l.arranged, 0))::text AS missing,
         EXISTS (SELECT 1 FROM determination AS later WHERE later.supersedes = l.determination_id) AS corrected, l.relief_kind, l.relief_amount::text, l.deferral_months, l.relief_region, l.relief_document
       FROM notice_line AS l WHERE l.notice_id = $1 AND NOT l.withdrawn AND l.place > $2 ORDER BY l.place LIMIT $3`,
      [noticeId, after, limit],
    ) as LineRow[];
    return rows.map((row) => ({
      place: row.place, employerName: row.employer_name, uscc: row.uscc, required: row.required, arranged: row.arranged, missing: row.required === null || row.arranged === null ? null : row.missing,
      corrected: row.corrected, reliefKind: row.relief_kind, reliefAmount: row.relief_amount, deferralMonths: row.deferral_months,
      reliefRegion: row.relief_region, reliefDocument: row.relief_document,
    }));
  },
} as const;

const noticeOf = (row: NoticeRow): PublicNotice => ({
  id: row.id, kind: row.kind, regionCode: row.region_code, baseYear: row.base_year, issuer: row.issuer, publishedAt: row.published_at, closesOn: row.closes_on, lines: row.lines, withdrawnAt: row.withdrawn_at,
});

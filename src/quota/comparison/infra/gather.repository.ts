import { Injectable } from '@nestjs/common';
import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope, type LineSide } from '../../filing/index.js';
import type { CoverageRow } from '../domain/coverage.js';
import { CLAIMED_VERSION, CODES, UNDECIDED } from './claimed-version.js';

/** A line with all that registers hold of its person, identities still sealed. Months are bit masks. */
export type GatheredLine = {
  readonly id: string; readonly declaration_id: string; readonly version_id: string; readonly base_year: number; readonly region_code: RegionCode; readonly submitted_on: LocalDate;
  readonly person: string; readonly citizen_id: string; readonly home: string | null;
  readonly certificate: string; readonly certificate_kind: CertificateKind; readonly certificate_grade: number; readonly contract_kind: 'establishment' | 'contract' | null;
  readonly contract_start: LocalDate; readonly contract_end: LocalDate | null; readonly wage: string | null; readonly post: string | null; readonly post_category: 'management' | 'worker' | null;
  readonly pension_drawn_from: LocalDate | null; readonly residence: 'local' | 'elsewhere' | null; readonly months: number; readonly counts: LineSide;
  readonly fact_id: string | null; readonly fact_number: string | null; readonly first_issued_on: LocalDate | null; readonly valid_until: LocalDate | null; readonly certificate_batch: string | null;
  /** `from|until|grade` with `;` between; until is empty while it holds. */
  readonly grades: string | null;
  readonly pension: number | null; readonly medical: number | null; readonly insurance_batch: string | null; readonly employers: number;
  /** `month:fen` with `,` between; month 1 to 12, twice where two keys of the employer paid. */
  readonly wages: string | null; readonly wage_batch: string | null;
};

/** The register behind a batch, and as of when it spoke. */
export type BatchSource = { readonly id: string; readonly source: string; readonly asOf: Date };

/**
 * The credit codes under which an employer pays insurance and wages: its own and those of its branches, and those of every
 * employer that stands as one with it. A worker who is dispatched in is paid by the other unit.
 */
const BATCH = `SELECT d.id, d.base_year, d.region_code, v.id AS version_id, ((v.submitted_at AT TIME ZONE 'UTC') + interval '8 hours')::date AS submitted_on,
    ${CODES} AS keys
  FROM declaration AS d JOIN employer_as_one AS one ON one.id = d.employer_id ${CLAIMED_VERSION}`;

const YEAR = (column: string): string => `${column} BETWEEN b.base_year * 100 + 1 AND b.base_year * 100 + 12`;
const KEYS = `CASE WHEN l.counts = 'in' AND l.other_uscc IS NOT NULL THEN b.keys || l.other_uscc ELSE b.keys END`;

const LINES = `
  SELECT l.id::text, b.id AS declaration_id, b.version_id, b.base_year, b.region_code, b.submitted_on, l.registry_person_id::text AS person, r.citizen_id, p.region_code AS home,
    l.certificate, l.certificate_kind, l.certificate_grade, l.contract_kind, l.contract_start, l.contract_end, l.wage, l.post, l.post_category, l.pension_drawn_from, l.residence, l.months, l.counts,
    c.id::text AS fact_id, CASE WHEN c.kind <> 'disability' THEN c.number END AS fact_number, c.first_issued_on, c.valid_until, c.batch_id::text AS certificate_batch, g.grades,
    i.pension, i.medical, i.batch::text AS insurance_batch, i.employers, w.wages, w.batch::text AS wage_batch
  FROM batch AS b
  JOIN roster_line AS l ON l.version_id = b.version_id
  CROSS JOIN LATERAL (SELECT ${KEYS} AS keys) AS k
  JOIN registry_person AS r ON r.id = l.registry_person_id
  LEFT JOIN person AS p ON p.id = r.person_id
  LEFT JOIN certificate_fact AS c ON c.registry_person_id = l.registry_person_id AND c.kind = l.certificate_kind
  LEFT JOIN LATERAL (
    SELECT string_agg(dated.from_date || '|' || coalesce(dated.until_date::text, '') || '|' || dated.grade, ';' ORDER BY dated.from_date) AS grades
    FROM certificate_grade AS dated WHERE dated.certificate_id = c.id
  ) AS g ON c.id IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT bit_or(1 << (paid.month % 100 - 1)) FILTER (WHERE paid.kind = 'pension' AND paid.employer_key = ANY (k.keys)) AS pension,
      bit_or(1 << (paid.month % 100 - 1)) FILTER (WHERE paid.kind = 'medical' AND paid.employer_key = ANY (k.keys)) AS medical,
      max(paid.batch_id) FILTER (WHERE paid.employer_key = ANY (k.keys)) AS batch, count(DISTINCT paid.employer_key)::int AS employers
    FROM insurance_month AS paid WHERE paid.registry_person_id = l.registry_person_id AND ${YEAR('paid.month')}
  ) AS i ON true
  LEFT JOIN LATERAL (
    SELECT string_agg(paid.month % 100 || ':' || paid.fen, ',') AS wages, max(paid.batch_id) AS batch
    FROM wage_month AS paid WHERE paid.registry_person_id = l.registry_person_id AND ${YEAR('paid.month')} AND paid.uscc = ANY (k.keys)
  ) AS w ON true`;

/** What registers hold of the people on rosters: everything of a batch of filings in one statement. */
@Injectable()
export class GatherRepository {
  /** Lines of the filings given that wait for a decision, filing by filing. */
  async lines(tx: Tx, scope: Scope, declarationIds: readonly string[]): Promise<readonly GatheredLine[]> {
    const params: unknown[] = [declarationIds, UNDECIDED];
    return await tx.query(
      `WITH batch AS MATERIALIZED (${BATCH} WHERE d.id = ANY ($1::uuid[]) AND d.state = ANY ($2) AND ${withinScope(scope, declarationScope, params)}) ${LINES} ORDER BY b.id, l.id`, params,
    ) as GatheredLine[];
  }

  /** Filings of a base year that wait for a decision, behind the one given. */
  async waiting(tx: Tx, scope: Scope, baseYear: number, after: string | null, limit: number): Promise<readonly string[]> {
    const params: unknown[] = [baseYear, UNDECIDED, limit];
    const conditions = ['d.base_year = $1', 'd.state = ANY ($2)', withinScope(scope, declarationScope, params)];
    if (after !== null) conditions.push(`d.id > $${params.push(after)}::uuid`);
    const rows = await tx.query(`SELECT d.id FROM declaration AS d WHERE ${conditions.join(' AND ')} ORDER BY d.id LIMIT $3`, params) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Base years of which filings wait for a decision, the earliest first. */
  async waitingYears(tx: Tx, scope: Scope): Promise<readonly number[]> {
    const params: unknown[] = [UNDECIDED];
    const rows = await tx.query(`SELECT DISTINCT d.base_year AS year FROM declaration AS d WHERE d.state = ANY ($1) AND ${withinScope(scope, declarationScope, params)} ORDER BY 1`, params) as { year: number }[];
    return rows.map(({ year }) => year);
  }

  /** What is loaded completely; no person's data, the same for everybody. */
  async coverage(tx: Tx, _scope: Scope): Promise<readonly CoverageRow[]> {
    return await tx.query(
      `SELECT kind, region_prefix AS "regionPrefix", from_month AS "fromMonth", until_month AS "untilMonth", batch_id::text AS "batchId" FROM fact_coverage ORDER BY kind, region_prefix, from_month`,
    ) as CoverageRow[];
  }

  async sources(tx: Tx, _scope: Scope, batchIds: readonly string[]): Promise<readonly BatchSource[]> {
    if (batchIds.length === 0) return [];
    return await tx.query(`SELECT id::text, source, as_of AS "asOf" FROM fact_batch WHERE id = ANY ($1::bigint[])`, [batchIds]) as BatchSource[];
  }
}

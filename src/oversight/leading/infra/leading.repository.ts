import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { EstablishmentLevel, LeadingKind } from '../domain/lead.js';

export type Plan = { readonly persons: number; readonly dueOn: LocalDate; readonly version: number };

/** A public body as its file and its determination tell of it. Decimals are texts. */
export type KnownBody = {
  readonly employerId: string;
  readonly employerName: string;
  readonly uscc: string;
  readonly regionCode: RegionCode;
  readonly kind: LeadingKind;
  readonly establishment: number | null;
  readonly level: EstablishmentLevel | null;
  readonly isSchool: boolean | null;
  /** From the determination that stands; null without one. */
  readonly determined: string | null;
  readonly requiredByStaff: string | null;
  /** It declared that it placed nobody, or let the year pass. */
  readonly saysNobody: boolean;
  readonly hasFiling: boolean;
  readonly plan: Plan | null;
};

export type Officials = { readonly regionCode: RegionCode; readonly year: number; readonly officials: number; readonly disabled: number; readonly version: number };

type Row = {
  id: string; name: string; uscc: string; region_code: RegionCode; kind: LeadingKind; establishment_size: number | null; establishment_level: EstablishmentLevel | null; is_school: boolean | null;
  determined: string | null; required: string | null; says_nobody: boolean; has_filing: boolean; plan_persons: number | null; plan_due_on: LocalDate | null; plan_version: number | null;
};
type OfficialsRow = { region_code: RegionCode; year: number; officials: number; disabled: number; version: number };

const SCOPE = { region: 'o.region_code' } as const;
const OFFICIALS_SCOPE = { region: 'f.region_code' } as const;

/** Organs, institutions, and enterprises of the state; $1 is the base year. */
const SELECT = `SELECT e.id, o.name, e.uscc, o.region_code, CASE WHEN e.kind IN ('organ', 'institution') THEN e.kind ELSE 'state_enterprise' END AS kind, e.establishment_size, e.establishment_level, e.is_school,
    trim_scale(t.arranged)::text AS determined, trim_scale(t.required)::text AS required, coalesce(d.state IN ('nothing_to_claim', 'counted_as_none'), false) AS says_nobody, d.id IS NOT NULL AS has_filing,
    p.persons AS plan_persons, p.due_on AS plan_due_on, p.version AS plan_version
  FROM employer AS e JOIN organisation AS o ON o.id = e.id
  LEFT JOIN declaration AS d ON d.employer_id = e.id AND d.base_year = $1
  LEFT JOIN LATERAL (SELECT t.arranged, t.required FROM determination AS t WHERE t.employer_id = e.id AND t.base_year = $1
    AND NOT EXISTS (SELECT 1 FROM determination AS later WHERE later.supersedes = t.id) ORDER BY t.issued_at DESC LIMIT 1) AS t ON true
  LEFT JOIN leading_plan AS p ON p.employer_id = e.id AND p.base_year = $1
  WHERE (e.kind IN ('organ', 'institution') OR (e.kind = 'enterprise' AND e.state_owned)) AND e.merged_into IS NULL AND e.status <> 'refused'`;

/** Public bodies and what federations tell of themselves, as a scope shows them. */
@Injectable()
export class LeadingRepository {
  /** Those of a region, by credit code behind the one given; at most `limit`. One statement. */
  async bodies(tx: Tx, scope: Scope, prefix: string, baseYear: number, after: string | null, limit: number): Promise<readonly KnownBody[]> {
    const params: unknown[] = [baseYear, `${prefix}%`, limit];
    const conditions = [`o.region_code LIKE $2`, withinScope(scope, SCOPE, params)];
    if (after !== null) conditions.push(`e.uscc > $${params.push(after)}`);
    const rows = await tx.query(`${SELECT} AND ${conditions.join(' AND ')} ORDER BY e.uscc LIMIT $3`, params) as Row[];
    return rows.map(bodyOf);
  }

  async body(tx: Tx, scope: Scope, employerId: string, baseYear: number): Promise<KnownBody | null> {
    const params: unknown[] = [baseYear, employerId];
    const [row] = await tx.query(`${SELECT} AND e.id = $2 AND ${withinScope(scope, SCOPE, params)}`, params) as Row[];
    return row ? bodyOf(row) : null;
  }

  /** The body was found within the scope. @param seen version of the plan that is replaced; null for a first one. @returns whether it stood like that */
  async putPlan(tx: Tx, _scope: Scope, employerId: string, baseYear: number, { persons, dueOn }: Omit<Plan, 'version'>, seen: number | null, by: string | null, at: Date): Promise<boolean> {
    const rows = seen === null
      ? await tx.query('INSERT INTO leading_plan (employer_id, base_year, persons, due_on, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING employer_id', [employerId, baseYear, persons, dueOn, at, by]) as unknown[]
      : (await tx.query('UPDATE leading_plan SET persons = $3, due_on = $4, recorded_at = $5, recorded_by = $6, version = version + 1 WHERE employer_id = $1 AND base_year = $2 AND version = $7 RETURNING employer_id', [employerId, baseYear, persons, dueOn, at, by, seen]) as [unknown[], number])[0];
    return rows.length > 0;
  }

  /** Of federations in a region, by code. One statement. */
  async officials(tx: Tx, scope: Scope, prefix: string, year: number): Promise<readonly Officials[]> {
    const params: unknown[] = [`${prefix}%`, year];
    const rows = await tx.query(
      `SELECT f.region_code, f.year, f.officials, f.disabled, f.version FROM federation_officials AS f WHERE f.region_code LIKE $1 AND f.year = $2 AND ${withinScope(scope, OFFICIALS_SCOPE, params)} ORDER BY f.region_code`, params,
    ) as OfficialsRow[];
    return rows.map((row) => ({ regionCode: row.region_code, year: row.year, officials: row.officials, disabled: row.disabled, version: row.version }));
  }

  /** The region lies within the scope. @param seen version that is replaced; null for a first entry. @returns whether it stood like that */
  async putOfficials(tx: Tx, _scope: Scope, { regionCode, year, officials, disabled }: Omit<Officials, 'version'>, seen: number | null, by: string | null, at: Date): Promise<boolean> {
    const rows = seen === null
      ? await tx.query('INSERT INTO federation_officials (region_code, year, officials, disabled, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING year', [regionCode, year, officials, disabled, at, by]) as unknown[]
      : (await tx.query('UPDATE federation_officials SET officials = $3, disabled = $4, recorded_at = $5, recorded_by = $6, version = version + 1 WHERE region_code = $1 AND year = $2 AND version = $7 RETURNING year', [regionCode, year, officials, disabled, at, by, seen]) as [unknown[], number])[0];
    return rows.length > 0;
  }
}

const bodyOf = (row: Row): KnownBody => ({
  employerId: row.id, employerName: row.name, uscc: row.uscc, regionCode: row.region_code, kind: row.kind, establishment: row.establishment_size, level: row.establishment_level, isSchool: row.is_school,
  determined: row.determined, requiredByStaff: row.required, saysNobody: row.says_nobody, hasFiling: row.has_filing,
  plan: row.plan_persons === null || row.plan_due_on === null || row.plan_version === null ? null : { persons: row.plan_persons, dueOn: row.plan_due_on, version: row.plan_version },
});

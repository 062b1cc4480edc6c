import { Injectable } from '@nestjs/common';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { CaseState } from '../domain/case-states.js';

export type Campaign = {
  readonly id: string;
  readonly name: string;
  readonly regionCode: RegionCode;
  readonly baseYear: number;
  readonly seed: string;
  /** How many filings could have been drawn, and SHA-256 of their list, hex. */
  readonly population: number;
  readonly populationDigest: string;
  /** Whether the list itself was kept. */
  readonly isListKept: boolean;
  readonly cases: number;
  readonly linesEach: number;
  readonly drawnAt: Date;
};

/** A filing that can be drawn, with how many people it claims in the version that stands. */
export type DrawableFiling = { readonly id: string; readonly version: number; readonly regionCode: RegionCode; readonly filingYear: number; readonly people: number };

/** In the order of the draw; of each the places of its people on the filing's own list, in the order of the draw too. */
export type DrawnFiling = DrawableFiling & { readonly drawn: readonly number[] };

export type Counts = Readonly<Partial<Record<CaseState, number>>>;

type Row = { id: string; name: string; region_code: RegionCode; base_year: number; seed: string; population: number; population_digest: string; is_list_kept: boolean; cases: number; lines_each: number; drawn_at: Date };

const SCOPE = { region: 'c.region_code' } as const;
const FILING_SCOPE = { region: 'd.region_code' } as const;
const COLUMNS = 'c.id, c.name, c.region_code, c.base_year, c.seed, c.population, c.population_digest, c.population_list IS NOT NULL AS is_list_kept, c.cases, c.lines_each, c.drawn_at';

/** What can be drawn: decided filings of a region and year that claim somebody and are in no open case. $1 and $2 are prefix and year. */
const DRAWABLE = `d.region_code LIKE $1 AND d.base_year = $2 AND d.state IN ('determined', 'corrected', 'archived')
  AND EXISTS (SELECT 1 FROM filing_version AS v JOIN roster_line AS l ON l.version_id = v.id WHERE v.declaration_id = d.id AND v.number = d.current_version AND l.months > 0)
  AND NOT EXISTS (SELECT 1 FROM inspection_case AS k WHERE k.declaration_id = d.id AND k.state NOT IN ('clear', 'found'))`;

/** Draws, as a scope shows them. */
@Injectable()
export class CampaignRepository {
  /** One draw of a region and year at a time: of two at once the second draws from what the first left. */
  async lock(tx: Tx, _scope: Scope, prefix: string, baseYear: number): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`inspection ${prefix} ${baseYear}`]);
  }

  /** All that can be drawn. One statement. */
  async drawable(tx: Tx, scope: Scope, prefix: string, baseYear: number): Promise<readonly DrawableFiling[]> {
    const params: unknown[] = [`${prefix}%`, baseYear];
    return tx.query(
      `SELECT d.id, d.current_version AS version, d.region_code AS "regionCode", d.filing_year AS "filingYear",
         (SELECT count(*)::int FROM filing_version AS v JOIN roster_line AS l ON l.version_id = v.id WHERE v.declaration_id = d.id AND v.number = d.current_version AND l.months > 0) AS people
       FROM declaration AS d WHERE ${DRAWABLE} AND ${withinScope(scope, FILING_SCOPE, params)} ORDER BY d.id`, params,
    ) as Promise<DrawableFiling[]>;
  }

  /** Writes the campaign with its list, the filings that were drawn and of each its people. Three statements, however large the draw. */
  async draw(tx: Tx, scope: Scope, campaign: Campaign, list: string, drawn: readonly DrawnFiling[], by: string | null): Promise<void> {
    const { id, drawnAt } = campaign;
    await tx.query(
      `INSERT INTO inspection_campaign (id, name, region_code, base_year, seed, population, population_digest, population_list, cases, lines_each, drawn_at, drawn_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, campaign.name, campaign.regionCode, campaign.baseYear, campaign.seed, campaign.population, campaign.populationDigest, list, campaign.cases, campaign.linesEach, drawnAt, by],
    );
    const params: unknown[] = [id, drawnAt, drawn.map((filing) => filing.id), drawn.map(({ version }) => version)];
    await tx.query(
      `INSERT INTO inspection_case (id, campaign_id, place, declaration_id, version_number, employer_id, region_code, state, state_since)
       SELECT gen_random_uuid(), $1, one.place, d.id, one.version, d.employer_id, d.region_code, 'drawn', $2
       FROM unnest($3::uuid[], $4::smallint[]) WITH ORDINALITY AS one (id, version, place) JOIN declaration AS d ON d.id = one.id WHERE ${withinScope(scope, FILING_SCOPE, params)}`,
      params,
    );
    const people = drawn.flatMap((filing, at) => filing.drawn.map((ordinal, before) => ({ of: at + 1, place: before + 1, ordinal })));
    await tx.query(
      `INSERT INTO inspection_line (case_id, line_id, place, ordinal, claimed)
       SELECT listed.case_id, listed.id, one.place, one.ordinal, listed.months
       FROM unnest($2::int[], $3::int[], $4::int[]) AS one (of_place, place, ordinal) JOIN (
         SELECT k.id AS case_id, k.place AS case_place, l.id, l.months, row_number() OVER (PARTITION BY k.id ORDER BY l.id) AS ordinal
         FROM inspection_case AS k JOIN filing_version AS v ON v.declaration_id = k.declaration_id AND v.number = k.version_number JOIN roster_line AS l ON l.version_id = v.id
         WHERE k.campaign_id = $1 AND l.months > 0) AS listed ON listed.case_place = one.of_place AND listed.ordinal = one.ordinal
       ORDER BY one.of_place, one.place`,
      [id, people.map(({ of }) => of), people.map(({ place }) => place), people.map(({ ordinal }) => ordinal)],
    );
  }

  /** What the seed was applied to; null where it was not kept, or where there is no such campaign. */
  async populationList(tx: Tx, scope: Scope, id: string): Promise<string | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT c.population_list AS list FROM inspection_campaign AS c WHERE c.id = $1 AND ${withinScope(scope, SCOPE, params)}`, params) as { list: string | null }[];
    return row?.list ?? null;
  }

  /** The latest first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, after: readonly [Date, string] | null, limit: number): Promise<readonly Campaign[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, SCOPE, params)];
    if (after !== null) conditions.push(`(c.drawn_at, c.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM inspection_campaign AS c WHERE ${conditions.join(' AND ')} ORDER BY c.drawn_at DESC, c.id DESC LIMIT $1`, params) as Row[];
    return rows.map(campaignOf);
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<Campaign | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM inspection_campaign AS c WHERE c.id = $1 AND ${withinScope(scope, SCOPE, params)}`, params) as Row[];
    return row ? campaignOf(row) : null;
  }

  /** Cases of a campaign by state. One statement. */
  async counts(tx: Tx, scope: Scope, id: string): Promise<Counts> {
    const params: unknown[] = [id];
    const rows = await tx.query(
      `SELECT k.state, count(*)::int AS cases FROM inspection_case AS k JOIN inspection_campaign AS c ON c.id = k.campaign_id WHERE c.id = $1 AND ${withinScope(scope, SCOPE, params)} GROUP BY k.state`, params,
    ) as { state: CaseState; cases: number }[];
    return Object.fromEntries(rows.map(({ state, cases }) => [state, cases]));
  }
}

const campaignOf = (row: Row): Campaign => ({
  id: row.id, name: row.name, regionCode: row.region_code, baseYear: row.base_year, seed: row.seed, population: row.population, populationDigest: row.population_digest, isListKept: row.is_list_kept, cases: row.cases, linesEach: row.lines_each, drawnAt: row.drawn_at,
});

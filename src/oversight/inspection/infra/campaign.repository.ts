import { Injectable } from '@nestjs/common';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { drawKeySql } from '../app/draw.js';
import type { CaseState } from '../domain/case-states.js';

export type Campaign = {
  readonly id: string;
  readonly name: string;
  readonly regionCode: RegionCode;
  readonly baseYear: number;
  readonly seed: string;
  /** How many filings could have been drawn, and SHA-256 of their ids in order, hex. */
  readonly population: number;
  readonly populationDigest: string;
  readonly cases: number;
  readonly linesEach: number;
  readonly drawnAt: Date;
};

export type Counts = Readonly<Partial<Record<CaseState, number>>>;

type Row = { id: string; name: string; region_code: RegionCode; base_year: number; seed: string; population: number; population_digest: string; cases: number; lines_each: number; drawn_at: Date };

const SCOPE = { region: 'c.region_code' } as const;
const FILING_SCOPE = { region: 'd.region_code' } as const;
const COLUMNS = 'c.id, c.name, c.region_code, c.base_year, c.seed, c.population, c.population_digest, c.cases, c.lines_each, c.drawn_at';

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

  /** Ids of all that can be drawn, in order. */
  async drawable(tx: Tx, scope: Scope, prefix: string, baseYear: number): Promise<readonly string[]> {
    const params: unknown[] = [`${prefix}%`, baseYear];
    const rows = await tx.query(`SELECT d.id FROM declaration AS d WHERE ${DRAWABLE} AND ${withinScope(scope, FILING_SCOPE, params)} ORDER BY d.id`, params) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Writes the campaign and draws its filings and of each its lines, by key. Two statements, however large the draw. */
  async draw(tx: Tx, scope: Scope, campaign: Campaign, prefix: string, by: string | null): Promise<void> {
    const { id, seed, cases, linesEach, drawnAt } = campaign;
    await tx.query(
      'INSERT INTO inspection_campaign (id, name, region_code, base_year, seed, population, population_digest, cases, lines_each, drawn_at, drawn_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      [id, campaign.name, campaign.regionCode, campaign.baseYear, seed, campaign.population, campaign.populationDigest, cases, linesEach, drawnAt, by],
    );
    const params: unknown[] = [`${prefix}%`, campaign.baseYear, id, seed, cases, drawnAt];
    await tx.query(
      `INSERT INTO inspection_case (id, campaign_id, place, declaration_id, version_number, employer_id, region_code, state, state_since)
       SELECT gen_random_uuid(), $3, row_number() OVER (ORDER BY drawn.key, drawn.id), drawn.id, drawn.current_version, drawn.employer_id, drawn.region_code, 'drawn', $6
       FROM (SELECT d.id, d.current_version, d.employer_id, d.region_code, ${drawKeySql('$4', 'd.id')} AS key FROM declaration AS d WHERE ${DRAWABLE} AND ${withinScope(scope, FILING_SCOPE, params)} ORDER BY key, d.id LIMIT $5) AS drawn`,
      params,
    );
    await tx.query(
      `INSERT INTO inspection_line (case_id, line_id, place, claimed)
       SELECT ranked.case_id, ranked.id, ranked.place, ranked.months FROM (
         SELECT k.id AS case_id, l.id, l.months, row_number() OVER (PARTITION BY k.id ORDER BY ${drawKeySql('$2', 'l.id')}, l.id) AS place
         FROM inspection_case AS k JOIN filing_version AS v ON v.declaration_id = k.declaration_id AND v.number = k.version_number JOIN roster_line AS l ON l.version_id = v.id
         WHERE k.campaign_id = $1 AND l.months > 0) AS ranked
       WHERE ranked.place <= $3 ORDER BY ranked.case_id, ranked.place`,
      [id, seed, linesEach],
    );
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
  id: row.id, name: row.name, regionCode: row.region_code, baseYear: row.base_year, seed: row.seed, population: row.population, populationDigest: row.population_digest, cases: row.cases, linesEach: row.lines_each, drawnAt: row.drawn_at,
});

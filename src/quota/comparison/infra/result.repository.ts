import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { copyIn, type Tx } from '../../../platform/database/index.js';
import { declarationScope } from '../../filing/index.js';
import type { ComparedLine, LineNote, StoredGroup } from '../domain/compare-line.js';
import { CLAIMED_VERSION } from './claimed-version.js';

/** Which register told what of a line, and as of when. */
export type LineSources = Readonly<Partial<Record<'certificate' | 'insurance' | 'wage', { readonly source: string; readonly asOf: string }>>>;

export type LineResult = ComparedLine & { readonly lineId: string; readonly versionId: string; readonly sources: LineSources };

export type VersionResult = {
  readonly versionId: string;
  readonly lines: number;
  /** Lines that a person must look at. */
  readonly doubtful: number;
  /** Lines for which paper may be given. */
  readonly paper: number;
  readonly months: number;
  readonly countedMonths: number;
};

export type VersionCompared = VersionResult & { readonly comparedAt: Date };

/** Which lines are asked for: those that a person must look at, those for which the employer can do something, or all. */
export type LineChoice = 'doubtful' | 'paper' | 'all';

/** The comparison of one line as it is read. */
export type StoredComparison = {
  readonly lineId: string; readonly groups: readonly StoredGroup[]; readonly notes: readonly LineNote[]; readonly sources: LineSources; readonly comparedAt: Date;
  readonly counted: number; readonly provisional: number; readonly doubled: number; readonly paper: number; readonly insured: number; readonly contracted: number;
};

/** A claim that another employer contests is something to do for both. */
const IN_CONFLICT = `EXISTS (SELECT FROM claim_conflict AS k JOIN claim_conflict_side AS s ON s.conflict_id = k.id WHERE k.state = 'open' AND k.registry_person_id = l.registry_person_id AND s.declaration_id = d.id)`;
const CHOICES: Readonly<Record<LineChoice, string>> = {
  all: 'true', paper: `(c.paper <> 0 OR ${IN_CONFLICT})`, doubtful: `(c.paper <> 0 OR c.counted <> l.months OR c.notes <> '[]' OR ${IN_CONFLICT})`,
};
const STORED = 'c.line_id::text AS "lineId", c.counted, c.provisional, c.doubled, c.paper, c.insured, c.contracted, c.groups, c.sources, c.notes, c.compared_at AS "comparedAt"';

const RESULT = ['counted', 'provisional', 'doubled', 'paper', 'insured', 'contracted', 'groups', 'sources', 'notes'] as const;
const CHUNK = 65_536;

/** How a text stands in the text format of COPY. */
const copyText = (text: string): string => text.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? sign);

/** What a comparison found. What is already there with the same content is not written again. */
@Injectable()
export class ResultRepository {
  /** The lines were gathered within the scope. @returns how many results are new or changed */
  async write(tx: Tx, _scope: Scope, lines: readonly LineResult[], at: Date): Promise<number> {
    if (lines.length === 0) return 0;
    await tx.query(`CREATE TEMPORARY TABLE compared_line (
      line_id bigint, version_id uuid, counted smallint, provisional smallint, doubled smallint, paper smallint, insured smallint, contracted smallint, groups jsonb, sources jsonb, notes jsonb
    ) ON COMMIT DROP`);
    await copyLines(tx, lines);
    const columns = RESULT.join(', ');
    const written = await tx.query(
      `INSERT INTO line_comparison AS old (line_id, version_id, ${columns}, compared_at)
       SELECT c.line_id, c.version_id, ${RESULT.map((column) => `c.${column}`).join(', ')}, $1 FROM compared_line AS c JOIN roster_line AS l ON l.id = c.line_id AND l.version_id = c.version_id ORDER BY c.line_id
       ON CONFLICT (line_id) DO UPDATE SET ${RESULT.map((column) => `${column} = excluded.${column}`).join(', ')}, compared_at = excluded.compared_at
       WHERE (${RESULT.map((column) => `old.${column}`).join(', ')}) IS DISTINCT FROM (${RESULT.map((column) => `excluded.${column}`).join(', ')})
       RETURNING 1`,
      [at],
    ) as unknown[];
    await tx.query('DROP TABLE compared_line');
    return written.length;
  }

  /** @returns how many are new or changed */
  async writeVersions(tx: Tx, _scope: Scope, versions: readonly VersionResult[], at: Date): Promise<number> {
    const rows = await tx.query(
      `INSERT INTO version_comparison AS old (version_id, lines, doubtful, paper, months, counted_months, compared_at)
       SELECT version_id, lines, doubtful, paper, months, counted, $7 FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[]) AS v (version_id, lines, doubtful, paper, months, counted) ORDER BY version_id
       ON CONFLICT (version_id) DO UPDATE SET lines = excluded.lines, doubtful = excluded.doubtful, paper = excluded.paper, months = excluded.months, counted_months = excluded.counted_months, compared_at = excluded.compared_at
       WHERE (old.lines, old.doubtful, old.paper, old.months, old.counted_months) IS DISTINCT FROM (excluded.lines, excluded.doubtful, excluded.paper, excluded.months, excluded.counted_months)
       RETURNING version_id`,
      [versions.map(({ versionId }) => versionId), versions.map(({ lines }) => lines), versions.map(({ doubtful }) => doubtful), versions.map(({ paper }) => paper), versions.map(({ months }) => months), versions.map(({ countedMonths }) => countedMonths), at],
    ) as unknown[];
    return rows.length;
  }

  /** Comparisons of the lines of one version, by line. */
  async of(tx: Tx, scope: Scope, versionId: string, lineIds: readonly string[]): Promise<ReadonlyMap<string, StoredComparison>> {
    const params: unknown[] = [versionId, lineIds];
    const rows = await tx.query(
      `SELECT ${STORED} FROM line_comparison AS c JOIN filing_version AS v ON v.id = c.version_id JOIN declaration AS d ON d.id = v.declaration_id
       WHERE c.version_id = $1 AND c.line_id = ANY ($2::bigint[]) AND ${withinScope(scope, declarationScope, params)}`,
      params,
    ) as StoredComparison[];
    return new Map(rows.map((row) => [row.lineId, row]));
  }

  /** Comparisons of a version, line by line behind the one given; at most `limit`. One statement. */
  async page(tx: Tx, scope: Scope, versionId: string, choice: LineChoice, after: string | null, limit: number): Promise<readonly StoredComparison[]> {
    const params: unknown[] = [versionId, limit];
    const conditions = ['c.version_id = $1', CHOICES[choice], withinScope(scope, declarationScope, params)];
    if (after !== null) conditions.push(`c.line_id > $${params.push(after)}::bigint`);
    return await tx.query(
      `SELECT ${STORED} FROM line_comparison AS c JOIN roster_line AS l ON l.id = c.line_id JOIN filing_version AS v ON v.id = c.version_id JOIN declaration AS d ON d.id = v.declaration_id
       WHERE ${conditions.join(' AND ')} ORDER BY c.line_id LIMIT $2`, params,
    ) as StoredComparison[];
  }

  /** Of the version that a filing stands by. */
  current(tx: Tx, scope: Scope, declarationId: string): Promise<VersionCompared | null> {
    return this.one(tx, scope, `d.id = $1 AND c.version_id = v.id`, declarationId, CLAIMED_VERSION);
  }

  version(tx: Tx, scope: Scope, versionId: string): Promise<VersionCompared | null> {
    return this.one(tx, scope, 'c.version_id = $1', versionId, 'JOIN filing_version AS v ON v.declaration_id = d.id');
  }

  private async one(tx: Tx, scope: Scope, condition: string, id: string, versions: string): Promise<VersionCompared | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(
      `SELECT c.version_id AS "versionId", c.lines, c.doubtful, c.paper, c.months, c.counted_months AS "countedMonths", c.compared_at AS "comparedAt"
       FROM declaration AS d ${versions} JOIN version_comparison AS c ON c.version_id = v.id WHERE ${condition} AND ${withinScope(scope, declarationScope, params)}`, params,
    ) as VersionCompared[];
    return row ?? null;
  }
}

async function copyLines(tx: Tx, lines: readonly LineResult[]): Promise<void> {
  const client = (await tx.queryRunner?.connect()) as pg.Client | undefined;
  if (client === undefined) throw new Error('COPY needs the connection of a unit of work');
  const target = await copyIn(client, 'COPY compared_line FROM STDIN');
  try {
    let chunk = '';
    for (const line of lines) {
      const cells = [line.lineId, line.versionId, line.counted, line.provisional, line.doubled, line.paper, line.insured, line.contracted, ...[line.groups, line.sources, line.notes].map((value) => copyText(JSON.stringify(value)))];
      chunk += `${cells.join('\t')}\n`;
      if (chunk.length < CHUNK) continue;
      await target.write(Buffer.from(chunk, 'utf8'));
      chunk = '';
    }
    if (chunk !== '') await target.write(Buffer.from(chunk, 'utf8'));
  } catch (error) {
    await target.abort();
    throw error;
  }
  await target.end();
}

import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { EmployerFacts } from '../domain/employer-facts.js';
import { nameKey } from '../domain/name-key.js';

/** An entry of the history: a fact of the file, or that a contact, a branch or a head-count changed. */
export type HistoryEntry = {
  readonly id: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: Date;
  /** Name of the account; null for an import. */
  readonly recordedBy: string | null;
  readonly importId: string | null;
};

export type NewHistoryEntry = Pick<HistoryEntry, 'field' | 'before' | 'after'>;

export type MergedEmployer = { readonly id: string; readonly uscc: string; readonly name: string; readonly mergeId: string; readonly mergedAt: Date };

/** Of what the history tells, and who wrote it. */
export type Recorded = { readonly effectiveOn: LocalDate; readonly by: string | null; readonly at: Date };

/** The facts of an employer's file and their history. Whoever calls has found the employer in the scope. */
@Injectable()
export class EmployerFileRepository {
  /** The employer was locked. */
  async setFacts(tx: Tx, scope: Scope, id: string, facts: EmployerFacts): Promise<void> {
    const params: unknown[] = [id, facts.kind, facts.registeredOn, facts.taxRegionCode, facts.industry, facts.stateOwned, facts.establishmentSize, facts.establishmentLevel, facts.isSchool, nameKey(facts.name) || null];
    await tx.query(
      `UPDATE employer AS e SET kind = $2, registered_on = $3, tax_region_code = $4, industry = $5, state_owned = $6, establishment_size = $7, establishment_level = $8, is_school = $9, name_key = $10, version = e.version + 1
       FROM organisation AS o WHERE o.id = e.id AND e.id = $1 AND ${withinScope(scope, { region: 'o.region_code' }, params)}`, params,
    );
    await tx.query('UPDATE organisation SET name = $2, region_code = coalesce($3, region_code), version = version + 1 WHERE id = $1 AND (name, region_code) IS DISTINCT FROM ($2, coalesce($3, region_code))', [id, facts.name, facts.taxRegionCode]);
  }

  async record(tx: Tx, _scope: Scope, id: string, entries: readonly NewHistoryEntry[], { effectiveOn, by, at }: Recorded): Promise<void> {
    if (entries.length === 0) return;
    await tx.query(
      'INSERT INTO employer_change (employer_id, field, before, after, effective_on, recorded_at, recorded_by) SELECT $1, v.field, v.before, v.after, $5, $6, $7 FROM unnest($2::text[], $3::text[], $4::text[]) AS v (field, before, after)',
      [id, entries.map(({ field }) => field), entries.map(({ before }) => before), entries.map(({ after }) => after), effectiveOn, at, by],
    );
  }

  /** The latest first, below the id given; at most `limit`. One statement. */
  history(tx: Tx, _scope: Scope, id: string, before: string | null, limit: number): Promise<readonly HistoryEntry[]> {
    return tx.query(
      `SELECT c.id, c.field, c.before, c.after, c.effective_on AS "effectiveOn", c.recorded_at AS "recordedAt", a.display_name AS "recordedBy", c.import_id AS "importId"
       FROM employer_change AS c LEFT JOIN account AS a ON a.id = c.recorded_by WHERE c.employer_id = $1 AND ($2::bigint IS NULL OR c.id < $2) ORDER BY c.id DESC LIMIT $3`, [id, before, limit],
    ) as Promise<HistoryEntry[]>;
  }

  /** Those that were merged into this one and still are. */
  merged(tx: Tx, _scope: Scope, id: string): Promise<readonly MergedEmployer[]> {
    return tx.query(
      `SELECT e.id, e.uscc, o.name, m.id AS "mergeId", m.merged_at AS "mergedAt" FROM employer AS e JOIN organisation AS o ON o.id = e.id
       JOIN employer_merge AS m ON m.source_id = e.id AND m.undone_at IS NULL WHERE e.merged_into = $1 ORDER BY m.merged_at, e.id LIMIT 100`, [id],
    ) as Promise<MergedEmployer[]>;
  }
}

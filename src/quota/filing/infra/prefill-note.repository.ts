import { Injectable } from '@nestjs/common';
import type { TextParams } from '../../../kernel/domain-error.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { copyRows, type Tx } from '../../../platform/database/index.js';
import type { PrefillCode } from '../domain/prefill.js';
import { declarationScope } from './declaration.repository.js';

export type NewDoubt = { readonly registryPersonId: string; readonly code: PrefillCode; readonly params: TextParams; /** Whether the person has a line. */ readonly kept: boolean };

/** A word of the prefill about one person. */
export type Doubt = NewDoubt & {
  readonly id: string;
  /** As the employer's latest line of the person calls it, this year's or an earlier one's; empty where there is none. */
  readonly name: string;
  /** The line as it stands now; null where the person is not on the list. */
  readonly lineId: string | null;
  readonly settledAt: Date | null;
};

type Row = { id: string; registryPersonId: string; code: PrefillCode; params: TextParams; kept: boolean; settledAt: Date | null; lineId: string | null; named: string | null; sealedName: string | null };

const FROM = 'prefill_note AS n JOIN filing_version AS v ON v.id = n.version_id JOIN declaration AS d ON d.id = v.declaration_id AND d.current_version = v.number';
const affected = (answer: unknown): number => (answer as [unknown, number])[1];

/** What the prefill has noted, as a scope shows it. */
@Injectable()
export class PrefillNoteRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The version was found within the scope. */
  async add(tx: Tx, _scope: Scope, versionId: string, doubts: readonly NewDoubt[]): Promise<void> {
    await copyRows(tx, 'prefill_note', ['version_id', 'registry_person_id', 'code', 'params', 'kept'], doubts.map(({ registryPersonId, code, params, kept }) => [versionId, registryPersonId, code, JSON.stringify(params), kept]));
  }

  /** Of the current version, those that wait first, after the one given. One statement. */
  async page(tx: Tx, scope: Scope, declarationId: string, after: readonly [settled: boolean, id: string] | null, limit: number): Promise<readonly Doubt[]> {
    const params: unknown[] = [declarationId, limit];
    const conditions = ['d.id = $1', withinScope(scope, declarationScope, params)];
    if (after !== null) conditions.push(`(n.settled_at IS NOT NULL, n.id) > ($${params.push(after[0])}::boolean, $${params.push(after[1])}::bigint)`);
    const rows = await tx.query(
      `SELECT n.id::text, n.registry_person_id::text AS "registryPersonId", n.code, n.params, n.kept, n.settled_at AS "settledAt", own.id::text AS "lineId", coalesce(own.id, earlier.id)::text AS named, coalesce(own.name, earlier.name) AS "sealedName"
       FROM ${FROM}
       LEFT JOIN LATERAL (SELECT l.id, l.name FROM roster_line AS l WHERE l.version_id = v.id AND l.registry_person_id = n.registry_person_id ORDER BY l.id DESC LIMIT 1) AS own ON true
       LEFT JOIN LATERAL (SELECT l.id, l.name FROM roster_line AS l JOIN filing_version AS lv ON lv.id = l.version_id JOIN declaration AS ld ON ld.id = lv.declaration_id
         WHERE own.id IS NULL AND l.registry_person_id = n.registry_person_id AND ld.employer_id = d.employer_id ORDER BY l.id DESC LIMIT 1) AS earlier ON true
       WHERE ${conditions.join(' AND ')} ORDER BY n.settled_at IS NOT NULL, n.id LIMIT $2`, params,
    ) as Row[];
    return rows.map(({ named, sealedName, ...row }) => ({ ...row, name: sealedName === null || named === null ? '' : this.cipher.open(sealedName, { table: 'roster_line', column: 'name', rowId: named }) }));
  }

  /** How many wait for the clerk's look, and how many there are. */
  async count(tx: Tx, scope: Scope, declarationId: string): Promise<{ readonly waiting: number; readonly all: number }> {
    const params: unknown[] = [declarationId];
    const [row] = await tx.query(`SELECT (count(*) FILTER (WHERE n.settled_at IS NULL))::int AS waiting, count(*)::int AS "all" FROM ${FROM} WHERE d.id = $1 AND ${withinScope(scope, declarationScope, params)}`, params) as { waiting: number; all: number }[];
    return row as { waiting: number; all: number };
  }

  /** The version was found within the scope. @returns false where there is no such note */
  async settle(tx: Tx, _scope: Scope, versionId: string, id: string, at: Date): Promise<boolean> {
    return affected(await tx.query('UPDATE prefill_note SET settled_at = coalesce(settled_at, $3) WHERE version_id = $1 AND id = $2::bigint', [versionId, id, at])) === 1;
  }
}

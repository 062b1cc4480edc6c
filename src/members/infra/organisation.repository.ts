import { regionPrefix, type RegionCode } from '../../kernel/region-code.js';
import { DomainError } from '../../kernel/domain-error.js';
import { withinScope, type OrganisationKind, type Scope } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';

export type Organisation = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly regionCode: RegionCode;
  readonly parentId: string | null;
  readonly version: number;
};

export type OrganisationFilter = { readonly kind?: OrganisationKind | undefined; readonly region?: RegionCode | undefined };

type Row = { id: string; kind: OrganisationKind; name: string; region_code: RegionCode; parent_id: string | null; version: number };

const COLUMNS = 'o.id, o.kind, o.name, o.region_code, o.parent_id, o.version';
const SCOPE = { region: 'o.region_code', employer: 'o.id' } as const;

/** An organisation as a scope shows it: null for one that is missing and for one that lies outside. */
export class OrganisationRepository {
  async find(tx: Tx, scope: Scope, id: string): Promise<Organisation | null> {
    return this.one(tx, scope, id, '');
  }

  /** Waits for whoever changes it, and keeps it until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<Organisation | null> {
    return this.one(tx, scope, id, 'FOR UPDATE');
  }

  /** In the order of name and id, after the one given; at most `limit`. */
  async list(tx: Tx, scope: Scope, { kind, region }: OrganisationFilter, after: readonly [string, string] | null, limit: number): Promise<readonly Organisation[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, SCOPE, params)];
    if (kind !== undefined) conditions.push(`o.kind = $${params.push(kind)}`);
    if (region !== undefined) conditions.push(`o.region_code LIKE $${params.push(`${regionPrefix(region)}%`)}`);
    if (after !== null) conditions.push(`(o.name COLLATE "C", o.id) > ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM organisation AS o WHERE ${conditions.join(' AND ')} ORDER BY o.name COLLATE "C", o.id LIMIT $1`, params) as Row[];
    return rows.map(fromRow);
  }

  /** @throws DomainError members.region.outside_scope */
  async add(tx: Tx, scope: Scope, { id, kind, name, regionCode, parentId }: Omit<Organisation, 'version'>, at: Date): Promise<void> {
    if (scope.kind !== 'region' || !regionPrefix(regionCode).startsWith(scope.prefix)) throw new DomainError('members.region.outside_scope');
    await tx.query('INSERT INTO organisation (id, kind, name, region_code, parent_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [id, kind, name, regionCode, parentId, at]);
  }

  async rename(tx: Tx, scope: Scope, id: string, name: string): Promise<void> {
    const params: unknown[] = [id, name];
    await tx.query(`UPDATE organisation AS o SET name = $2, version = version + 1 WHERE o.id = $1 AND ${withinScope(scope, SCOPE, params)}`, params);
  }

  private async one(tx: Tx, scope: Scope, id: string, locking: string): Promise<Organisation | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM organisation AS o WHERE o.id = $1 AND ${withinScope(scope, SCOPE, params)} ${locking}`, params) as Row[];
    return row ? fromRow(row) : null;
  }
}

const fromRow = ({ id, kind, name, region_code, parent_id, version }: Row): Organisation => ({ id, kind, name, regionCode: region_code, parentId: parent_id, version });

import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Injectable } from '@nestjs/common';
import type { EmployerFacts } from '../domain/employer-facts.js';
import type { EmployerKind } from '../domain/employer-kinds.js';
import { nameKey } from '../domain/name-key.js';
import type { EmployerStatus, RefusalReason } from '../domain/employer-state.js';

export type Employer = {
  readonly id: string;
  readonly uscc: string;
  readonly name: string;
  readonly kind: EmployerKind;
  readonly regionCode: RegionCode;
  readonly status: EmployerStatus;
  readonly registeredAt: Date;
  readonly decidedAt: Date | null;
  readonly refusalReason: RefusalReason | null;
  readonly version: number;
};

/** With what its file says and the officer's words, which a list does not hold. */
export type EmployerDetail = Employer & EmployerFacts & {
  readonly refusalNote: string | null;
  /** Who told of it first. */
  readonly source: 'registration' | 'tax_register' | 'officer';
  /** The moment of which the tax register last spoke. */
  readonly asOf: Date | null;
  /** The employer that goes on for both. */
  readonly mergedInto: string | null;
};

/** Whom a list looks for: all of a state, by code, by how the name begins. */
export type EmployerFilter = { readonly status: EmployerStatus | null; readonly uscc: string | null; readonly name: string | null };

export type Decision = { readonly status: EmployerStatus; readonly by: string | null; readonly at: Date; readonly reason: RefusalReason | null; readonly note: string | null };

type Row = {
  id: string; uscc: string; name: string; kind: EmployerKind; region_code: RegionCode; status: EmployerStatus;
  registered_at: Date; decided_at: Date | null; refusal_reason: RefusalReason | null; refusal_note: string | null; version: number;
};

type DetailRow = Row & Omit<EmployerFacts, 'name' | 'kind'> & Pick<EmployerDetail, 'source' | 'asOf' | 'mergedInto'>;

const SCOPE = { region: 'o.region_code', employer: 'e.id' } as const;
const COLUMNS = 'e.id, e.uscc, o.name, e.kind, o.region_code, e.status, e.registered_at, e.decided_at, e.refusal_reason, e.refusal_note, e.version';
const DETAIL_COLUMNS = `${COLUMNS}, e.registered_on AS "registeredOn", e.tax_region_code AS "taxRegionCode", e.industry, e.state_owned AS "stateOwned", e.establishment_size AS "establishmentSize",
  e.establishment_level AS "establishmentLevel", e.is_school AS "isSchool", e.source, e.as_of AS "asOf", e.merged_into AS "mergedInto"`;
const FROM = 'employer AS e JOIN organisation AS o ON o.id = e.id';

/** Employers as a scope shows them. Name and region stand with the organisation that each of them is. */
@Injectable()
export class EmployerRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The latest first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, { status, uscc, name }: EmployerFilter, after: readonly [Date, string] | null, limit: number): Promise<readonly Employer[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, SCOPE, params)];
    if (status !== null) conditions.push(`e.status = $${params.push(status)}`);
    if (uscc !== null) conditions.push(`e.uscc = $${params.push(uscc)}`);
    // A key holds letters and digits only, so nothing in it is a sign of LIKE.
    if (name !== null) conditions.push(`e.name_key LIKE $${params.push(`${nameKey(name)}%`)}`);
    if (after !== null) conditions.push(`(e.registered_at, e.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY e.registered_at DESC, e.id DESC LIMIT $1`, params) as Row[];
    return rows.map(fromRow);
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<EmployerDetail | null> {
    return this.one(tx, scope, id, '');
  }

  /** Kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<EmployerDetail | null> {
    return this.one(tx, scope, id, 'FOR UPDATE OF e');
  }

  /** The organisation of this id was entered within the scope. */
  async add(tx: Tx, _scope: Scope, { id, uscc, kind, name }: Pick<Employer, 'id' | 'uscc' | 'kind' | 'name'>, at: Date): Promise<void> {
    await tx.query('INSERT INTO employer (id, uscc, kind, registered_at, name_key) VALUES ($1, $2, $3, $4, $5)', [id, uscc, kind, at, nameKey(name) || null]);
  }

  async decide(tx: Tx, scope: Scope, id: string, { status, by, at, reason, note }: Decision): Promise<void> {
    const params: unknown[] = [id, status, by, at, reason, note === null ? null : this.cipher.seal(note, noteOf(id))];
    await tx.query(
      `UPDATE employer AS e SET status = $2, decided_by = $3, decided_at = $4, refusal_reason = $5, refusal_note = $6, version = e.version + 1
       FROM organisation AS o WHERE o.id = e.id AND e.id = $1 AND ${withinScope(scope, SCOPE, params)}`,
      params,
    );
  }

  private async one(tx: Tx, scope: Scope, id: string, locking: string): Promise<EmployerDetail | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${DETAIL_COLUMNS} FROM ${FROM} WHERE e.id = $1 AND ${withinScope(scope, SCOPE, params)} ${locking}`, params) as DetailRow[];
    if (!row) return null;
    const { registeredOn, taxRegionCode, industry, stateOwned, establishmentSize, establishmentLevel, isSchool, source, asOf, mergedInto } = row;
    const facts = { registeredOn, taxRegionCode, industry, stateOwned, establishmentSize, establishmentLevel, isSchool };
    return { ...fromRow(row), ...facts, source, asOf, mergedInto, refusalNote: row.refusal_note === null ? null : this.cipher.open(row.refusal_note, noteOf(id)) };
  }
}

const noteOf = (rowId: string) => ({ table: 'employer', column: 'refusal_note', rowId });

const fromRow = (row: Row): Employer => ({
  id: row.id, uscc: row.uscc, name: row.name, kind: row.kind, regionCode: row.region_code, status: row.status,
  registeredAt: row.registered_at, decidedAt: row.decided_at, refusalReason: row.refusal_reason, version: row.version,
});

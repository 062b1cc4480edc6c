import { Injectable } from '@nestjs/common';
import type { CitizenId } from '../../../kernel/ids/citizen-id.js';
import { maskCitizenId } from '../../../kernel/ids/citizen-id.js';
import { regionPrefix, type RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { BlindIndexes } from '../../../platform/keys/index.js';

/** A person as a list shows it. */
export type Person = {
  readonly id: string;
  readonly regionCode: RegionCode;
  readonly counselorId: string | null;
  readonly accountId: string | null;
  /** Null once anonymised, like the number. */
  readonly name: string | null;
  readonly citizenIdMasked: string | null;
  readonly hasCertificate: boolean;
  readonly createdAt: Date;
  readonly anonymisedAt: Date | null;
  readonly version: number;
};

export type NewPerson = { readonly id: string; readonly regionCode: RegionCode; readonly counselorId: string | null; readonly accountId: string | null; readonly name: string; readonly citizenId: CitizenId };

type Row = {
  id: string; region_code: RegionCode; counselor_id: string | null; account_id: string | null; name: string | null; citizen_id: string | null;
  has_certificate: boolean; created_at: Date; anonymised_at: Date | null; version: number;
};

/** The columns by which a person lies in a scope; every statement about people joins `person AS p`. */
export const personScope = { region: 'p.region_code', caseload: 'p.counselor_id', person: 'p.account_id' } as const;

const COLUMNS = `p.id, p.region_code, p.counselor_id, p.account_id, p.name, p.citizen_id, p.created_at, p.anonymised_at, p.version,
  EXISTS (SELECT FROM disability_certificate AS d WHERE d.person_id = p.id) AS has_certificate`;

const numberOf = (rowId: string) => ({ table: 'person', column: 'citizen_id', rowId });

/** People as a scope shows them: null for one that is missing and for one that lies outside. */
@Injectable()
export class PersonRepository {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly indexes: BlindIndexes,
  ) {}

  /** The latest first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, region: RegionCode | null, after: readonly [Date, string] | null, limit: number): Promise<readonly Person[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, personScope, params)];
    if (region !== null) conditions.push(`p.region_code LIKE $${params.push(`${regionPrefix(region)}%`)}`);
    if (after !== null) conditions.push(`(p.created_at, p.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM person AS p WHERE ${conditions.join(' AND ')} ORDER BY p.created_at DESC, p.id DESC LIMIT $1`, params) as Row[];
    return rows.map((row) => this.shown(row));
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<Person | null> {
    return this.one(tx, scope, 'p.id = $1', id, '');
  }

  /** Kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<Person | null> {
    return this.one(tx, scope, 'p.id = $1', id, 'FOR UPDATE OF p');
  }

  /** By the number, under every index key in use. */
  async findByNumber(tx: Tx, scope: Scope, citizenId: CitizenId): Promise<Person | null> {
    return this.one(tx, scope, '(p.citizen_id_index_a = ANY ($1) OR p.citizen_id_index_b = ANY ($1))', this.indexes.of('citizenId').candidatesOf(citizenId.text), '');
  }

  /** The number in clear; null for one that is missing, outside or anonymised. */
  async citizenId(tx: Tx, scope: Scope, id: string): Promise<string | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT p.citizen_id FROM person AS p WHERE p.id = $1 AND ${withinScope(scope, personScope, params)}`, params) as { citizen_id: string | null }[];
    return row?.citizen_id ? this.cipher.open(row.citizen_id, numberOf(id)) : null;
  }

  /** The command has judged the place. */
  async add(tx: Tx, _scope: Scope, { id, regionCode, counselorId, accountId, name, citizenId }: NewPerson, at: Date): Promise<void> {
    const { a, b } = this.indexes.of('citizenId').columnsOf(citizenId.text);
    await tx.query(
      `INSERT INTO person (id, region_code, counselor_id, account_id, name, citizen_id, citizen_id_index_a, citizen_id_index_b, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, regionCode, counselorId, accountId, name, this.cipher.seal(citizenId.text, numberOf(id)), a, b, at],
    );
    // Registers may have told of this person before the file was opened.
    await tx.query('UPDATE registry_person SET person_id = $1 WHERE person_id IS NULL AND (citizen_id_index_a = $2 OR citizen_id_index_b = $3)', [id, a, b]);
  }

  async change(tx: Tx, scope: Scope, id: string, { name, counselorId, accountId }: Pick<Person, 'name' | 'counselorId' | 'accountId'>): Promise<void> {
    const params: unknown[] = [id, name, counselorId, accountId];
    await tx.query(`UPDATE person AS p SET name = $2, counselor_id = $3, account_id = $4, version = p.version + 1 WHERE p.id = $1 AND ${withinScope(scope, personScope, params)}`, params);
  }

  /** Takes away all that says who it was; the row stays, so that counts stay true. */
  async anonymise(tx: Tx, scope: Scope, id: string, at: Date): Promise<void> {
    const params: unknown[] = [id, at];
    const where = withinScope(scope, personScope, params);
    await tx.query(`DELETE FROM disability_certificate AS d USING person AS p WHERE d.person_id = p.id AND p.id = $1 AND $2::timestamptz IS NOT NULL AND ${where}`, params);
    // The registers' facts rest on the duty of the review and stay; that they are this file's is forgotten.
    await tx.query(`UPDATE registry_person AS r SET person_id = NULL FROM person AS p WHERE r.person_id = p.id AND p.id = $1 AND $2::timestamptz IS NOT NULL AND ${where}`, params);
    await tx.query(
      `UPDATE person AS p SET name = NULL, citizen_id = NULL, citizen_id_index_a = NULL, citizen_id_index_b = NULL, counselor_id = NULL, account_id = NULL,
         region_code = left(p.region_code, 6), anonymised_at = $2, version = p.version + 1 WHERE p.id = $1 AND ${where}`,
      params,
    );
  }

  private async one(tx: Tx, scope: Scope, condition: string, value: unknown, locking: string): Promise<Person | null> {
    const params: unknown[] = [value];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM person AS p WHERE ${condition} AND ${withinScope(scope, personScope, params)} ${locking}`, params) as Row[];
    return row ? this.shown(row) : null;
  }

  private shown(row: Row): Person {
    return {
      id: row.id, regionCode: row.region_code, counselorId: row.counselor_id, accountId: row.account_id, name: row.name,
      citizenIdMasked: row.citizen_id === null ? null : maskCitizenId(this.cipher.open(row.citizen_id, numberOf(row.id))),
      hasCertificate: row.has_certificate, createdAt: row.created_at, anonymisedAt: row.anonymised_at, version: row.version,
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { SealSignature } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { DeterminationContent, Outcome, SealedCopy } from '../app/content.js';

/** A determination without its content. Decimals are texts. */
export type DeterminationHead = {
  readonly id: string;
  readonly declarationId: string;
  readonly versionNumber: number;
  readonly employerId: string;
  readonly employerName: string;
  readonly uscc: string;
  readonly regionCode: RegionCode;
  readonly baseYear: number;
  readonly number: string;
  readonly code: string;
  readonly outcome: Outcome;
  readonly arranged: string;
  readonly countedMonths: number;
  readonly weightedMonths: number;
  readonly required: string | null;
  readonly issuedAt: Date;
  readonly issuer: string;
  /** The one that took its place; null while it stands. */
  readonly supersededBy: { readonly id: string; readonly number: string; readonly issuedAt: Date } | null;
};

export type Determination = DeterminationHead & { readonly copy: SealedCopy };

export type NewDetermination = Omit<DeterminationHead, 'supersededBy'> & {
  /** Canonical JSON. */
  readonly content: string;
  readonly digest: string;
  readonly seal: SealSignature;
  readonly supersedes: string | null;
};

type HeadRow = {
  id: string; declaration_id: string; version_number: number; employer_id: string; employer_name: string; uscc: string; region_code: RegionCode; base_year: number; number: string; code: string;
  outcome: Outcome; arranged: string; counted_months: number; weighted_months: number; required: string | null; issued_at: Date; issuer: string;
  later_id: string | null; later_number: string | null; later_at: Date | null;
};
type Row = HeadRow & { content: string; digest: Buffer; seal_algorithm: SealSignature['algorithm']; seal_key: string; seal_signature: string };

const SCOPE = { region: 't.region_code', employer: 't.employer_id' } as const;
const HEAD = `t.id, t.declaration_id, t.version_number, t.employer_id, t.employer_name, t.uscc, t.region_code, t.base_year, t.number, t.code, t.outcome, trim_scale(t.arranged)::text AS arranged,
  t.counted_months, t.weighted_months, trim_scale(t.required)::text AS required, t.issued_at, t.issuer, later.id AS later_id, later.number AS later_number, later.issued_at AS later_at`;
const SEALED = 't.content, t.digest, t.seal_algorithm, t.seal_key, t.seal_signature';
const FROM = 'determination AS t LEFT JOIN determination AS later ON later.supersedes = t.id';

export type DeterminationFilter = { readonly baseYear: number | null; /** A whole credit code or number. */ readonly named: string | null };

/** Determinations as a scope shows them. */
@Injectable()
export class DeterminationRepository {
  /** The latest first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, { baseYear, named }: DeterminationFilter, after: readonly [Date, string] | null, limit: number): Promise<readonly DeterminationHead[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, SCOPE, params)];
    if (baseYear !== null) conditions.push(`t.base_year = $${params.push(baseYear)}`);
    if (named !== null) conditions.push(`(t.uscc = $${params.push(named)} OR t.number = $${params.length})`);
    if (after !== null) conditions.push(`(t.issued_at, t.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${HEAD} FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY t.issued_at DESC, t.id DESC LIMIT $1`, params) as HeadRow[];
    return rows.map(headOf);
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<Determination | null> {
    return this.one(tx, scope, 't.id = $1', [id]);
  }

  async ofVersion(tx: Tx, scope: Scope, declarationId: string, versionNumber: number): Promise<Determination | null> {
    return this.one(tx, scope, 't.declaration_id = $1 AND t.version_number = $2', [declarationId, versionNumber]);
  }

  /** The latest first. */
  async ofDeclaration(tx: Tx, scope: Scope, declarationId: string): Promise<readonly DeterminationHead[]> {
    const params: unknown[] = [declarationId];
    const rows = await tx.query(`SELECT ${HEAD} FROM ${FROM} WHERE t.declaration_id = $1 AND ${withinScope(scope, SCOPE, params)} ORDER BY t.version_number DESC`, params) as HeadRow[];
    return rows.map(headOf);
  }

  /** The next number of a region and year; whoever asks at the same moment waits. */
  async nextSerial(tx: Tx, _scope: Scope, region: RegionCode, issueYear: number): Promise<number> {
    const [row] = await tx.query(
      `INSERT INTO determination_serial (region_code, issue_year, last) VALUES ($1, $2, 1) ON CONFLICT (region_code, issue_year) DO UPDATE SET last = determination_serial.last + 1 RETURNING last`,
      [region, issueYear],
    ) as { last: number }[];
    if (row === undefined) throw new Error('no number was given');
    return row.last;
  }

  /** The declaration was locked within the scope. */
  async add(tx: Tx, _scope: Scope, one: NewDetermination): Promise<void> {
    await tx.query(
      `INSERT INTO determination (id, declaration_id, version_number, employer_id, employer_name, uscc, region_code, base_year, number, code, outcome, arranged, counted_months, weighted_months, required,
         content, digest, seal_algorithm, seal_key, seal_signature, issued_at, issuer, supersedes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
      [
        one.id, one.declarationId, one.versionNumber, one.employerId, one.employerName, one.uscc, one.regionCode, one.baseYear, one.number, one.code, one.outcome, one.arranged, one.countedMonths,
        one.weightedMonths, one.required, one.content, Buffer.from(one.digest, 'hex'), one.seal.algorithm, one.seal.keyId, one.seal.signature, one.issuedAt, one.issuer, one.supersedes,
      ],
    );
  }

  private async one(tx: Tx, scope: Scope, condition: string, values: readonly unknown[]): Promise<Determination | null> {
    const params: unknown[] = [...values];
    const [row] = await tx.query(`SELECT ${HEAD}, ${SEALED} FROM ${FROM} WHERE ${condition} AND ${withinScope(scope, SCOPE, params)}`, params) as Row[];
    return row ? { ...headOf(row), copy: copyOf(row) } : null;
  }
}

const copyOf = (row: Row): SealedCopy => ({
  content: JSON.parse(row.content) as DeterminationContent, digest: row.digest.toString('hex'), seal: { algorithm: row.seal_algorithm, keyId: row.seal_key, signature: row.seal_signature },
});

const headOf = (row: HeadRow): DeterminationHead => ({
  id: row.id, declarationId: row.declaration_id, versionNumber: row.version_number, employerId: row.employer_id, employerName: row.employer_name, uscc: row.uscc, regionCode: row.region_code,
  baseYear: row.base_year, number: row.number, code: row.code, outcome: row.outcome, arranged: row.arranged, countedMonths: row.counted_months, weightedMonths: row.weighted_months,
  required: row.required, issuedAt: row.issued_at, issuer: row.issuer,
  supersededBy: row.later_id === null ? null : { id: row.later_id, number: row.later_number as string, issuedAt: row.later_at as Date },
});

import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { fen, type Fen } from '../../../kernel/money.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { ExchangeRecord, Party, RecordKind } from '../domain/exchange-line.js';
import { assessmentScope } from './assessment.repository.js';

export type NewRecord = {
  readonly record: ExchangeRecord;
  readonly party: Party;
  readonly sender: string;
  readonly employerId: string;
  /** Null where nothing was determined. */
  readonly assessmentId: string | null;
  readonly fingerprint: Buffer;
  /** Id of the record in whose place this one stands. */
  readonly replaces: string | null;
  /** Null where a person entered it. */
  readonly line: number | null;
};

/** A record that is there already, by the sender's name of it. */
export type KnownRecord = { readonly id: string; readonly fingerprint: Buffer; readonly kind: RecordKind; readonly employerId: string; readonly isReplaced: boolean };

/** One record as pages show it. */
export type ShownRecord = Pick<ExchangeRecord, 'kind' | 'record' | 'on' | 'until' | 'amount' | 'document' | 'request' | 'outcome'> & {
  readonly id: string;
  readonly party: Party;
  readonly payable: Fen | null;
  readonly isEntered: boolean;
  readonly isReplaced: boolean;
  readonly withdrawnAt: Date | null;
};

type KnownRow = { id: string; record_key: string; fingerprint: Buffer; kind: RecordKind; employer_id: string; replaced: boolean };
type ShownRow = {
  id: string; party: Party; record_key: string; kind: RecordKind; happened_on: LocalDate; until_on: LocalDate | null; amount: string | null; payable: string | null; document: string | null;
  request: ShownRecord['request']; outcome: ShownRecord['outcome']; entered: boolean; replaced: boolean; withdrawn_at: Date | null;
};

const INSERT = `INSERT INTO collection_record (party, sender, record_key, kind, employer_id, base_year, assessment_id, happened_on, until_on, amount, document, staff, arranged, wages, due, relief, payable, request, outcome,
  fingerprint, replaces, import_id, line, recorded_at, recorded_by)`;

/** What the tax authority and the finance department have told. */
@Injectable()
export class RecordRepository {
  /** Employers of a sender's region by credit code. */
  async employers(tx: Tx, scope: Scope, prefix: string, usccs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const params: unknown[] = [usccs, `${prefix}%`];
    const rows = await tx.query(
      `SELECT e.uscc, e.id FROM employer AS e JOIN organisation AS o ON o.id = e.id WHERE e.uscc = ANY ($1::text[]) AND o.region_code LIKE $2 AND ${withinScope(scope, { region: 'o.region_code' }, params)}`, params,
    ) as { uscc: string; id: string }[];
    return new Map(rows.map(({ uscc, id }) => [uscc, id]));
  }

  /** By the sender's names. The sender was found within the scope. */
  async known(tx: Tx, _scope: Scope, party: Party, sender: string, names: readonly string[]): Promise<ReadonlyMap<string, KnownRecord>> {
    const rows = await tx.query(
      `SELECT r.id::text, r.record_key, r.fingerprint, r.kind, r.employer_id, EXISTS (SELECT 1 FROM collection_record AS later WHERE later.replaces = r.id) AS replaced
       FROM collection_record AS r WHERE r.party = $1 AND r.sender = $2 AND r.record_key = ANY ($3::text[])`,
      [party, sender, names],
    ) as KnownRow[];
    return new Map(rows.map((row) => [row.record_key, { id: row.id, fingerprint: row.fingerprint, kind: row.kind, employerId: row.employer_id, isReplaced: row.replaced }]));
  }

  /** Employers and assessments were found within the scope. One statement for all. */
  async add(tx: Tx, _scope: Scope, rows: readonly NewRecord[], { importId, at, by }: { readonly importId: string | null; readonly at: Date; readonly by: string | null }): Promise<void> {
    if (rows.length === 0) return;
    const of = <T>(read: (row: NewRecord) => T): T[] => rows.map(read);
    const money = (read: (record: ExchangeRecord) => Fen | null): (string | null)[] => rows.map(({ record }) => read(record)?.toString() ?? null);
    await tx.query(
      `${INSERT} SELECT party, sender, name, kind, employer, base_year, assessment, on_day, until_day, amount, document, staff, arranged, wages, due, relief, payable, request, outcome, fingerprint, replaces, $24, line, $25, $26
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::smallint[], $7::uuid[], $8::date[], $9::date[], $10::bigint[], $11::text[], $12::numeric[], $13::numeric[], $14::bigint[],
         $15::bigint[], $16::bigint[], $17::bigint[], $18::text[], $19::text[], $20::text[], $21::bigint[], $22::int[]) WITH ORDINALITY
         AS given (party, sender, name, kind, employer, base_year, assessment, on_day, until_day, amount, document, staff, arranged, wages, due, relief, payable, request, outcome, print, replaces, line, place)
       CROSS JOIN LATERAL (SELECT decode(print, $23) AS fingerprint) AS bytes ORDER BY place`,
      [
        of(({ party }) => party), of(({ sender }) => sender), of(({ record }) => record.record), of(({ record }) => record.kind), of(({ employerId }) => employerId), of(({ record }) => record.baseYear),
        of(({ assessmentId }) => assessmentId), of(({ record }) => record.on), of(({ record }) => record.until), money(({ amount }) => amount), of(({ record }) => record.document),
        of(({ record }) => record.staff), of(({ record }) => record.arranged), money(({ wages }) => wages), money(({ due }) => due), money(({ relief }) => relief), money(({ payable }) => payable),
        of(({ record }) => record.request), of(({ record }) => record.outcome), of(({ fingerprint }) => fingerprint.toString('hex')), of(({ replaces }) => replaces), of(({ line }) => line), 'hex', importId, at, by,
      ],
    );
  }

  /** Those of an assessment's employer and year, the latest first; at most `limit`. */
  async list(tx: Tx, scope: Scope, assessmentId: string, limit: number): Promise<readonly ShownRecord[]> {
    const params: unknown[] = [assessmentId, limit];
    const rows = await tx.query(
      `SELECT r.id::text, r.party, r.record_key, r.kind, r.happened_on, r.until_on, r.amount, r.payable, r.document, r.request, r.outcome, r.import_id IS NULL AS entered,
         EXISTS (SELECT 1 FROM collection_record AS later WHERE later.replaces = r.id) AS replaced, r.withdrawn_at
       FROM assessment AS a JOIN collection_record AS r ON r.employer_id = a.employer_id AND r.base_year = a.base_year
       WHERE a.id = $1 AND ${withinScope(scope, assessmentScope, params)} ORDER BY r.id DESC LIMIT $2`,
      params,
    ) as ShownRow[];
    return rows.map((row) => ({
      id: row.id, party: row.party, record: row.record_key, kind: row.kind, on: row.happened_on, until: row.until_on, amount: moneyOf(row.amount), payable: moneyOf(row.payable), document: row.document,
      request: row.request, outcome: row.outcome, isEntered: row.entered, isReplaced: row.replaced, withdrawnAt: row.withdrawn_at,
    }));
  }

  /** Takes back what a person entered. @returns whether there was such a one */
  async withdraw(tx: Tx, scope: Scope, assessmentId: string, id: string, reason: string, at: Date): Promise<boolean> {
    if (!/^\d{1,18}$/.test(id)) return false;
    const params: unknown[] = [assessmentId, id, reason, at];
    const [rows] = await tx.query(
      `UPDATE collection_record AS r SET withdrawn_at = $4, withdrawal_reason = $3 FROM assessment AS a
       WHERE a.id = r.assessment_id AND a.id = $1 AND r.id = $2::bigint AND r.import_id IS NULL AND r.kind IN ('warning', 'order') AND r.withdrawn_at IS NULL AND ${withinScope(scope, assessmentScope, params)} RETURNING r.id`,
      params,
    ) as [unknown[], number];
    return rows.length > 0;
  }

  /** What was told of an employer and year before anything was determined belongs to the first assessment, which was made within the scope. */
  async claim(tx: Tx, _scope: Scope, employerId: string, baseYear: number, assessmentId: string): Promise<void> {
    await tx.query('UPDATE collection_record SET assessment_id = $3 WHERE employer_id = $1 AND base_year = $2 AND assessment_id IS NULL', [employerId, baseYear, assessmentId]);
  }

  /** Id of a record by the sender's name. */
  async idOf(tx: Tx, scope: Scope, party: Party, sender: string, name: string): Promise<string> {
    const found = (await this.known(tx, scope, party, sender, [name])).get(name);
    if (found === undefined) throw new Error('a record that was just written is not there');
    return found.id;
  }
}

const moneyOf = (text: string | null): Fen | null => (text === null ? null : fen(BigInt(text)));

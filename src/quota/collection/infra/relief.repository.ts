import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { fen, type Fen } from '../../../kernel/money.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Party } from '../domain/exchange-line.js';
import type { ReliefKind, ReliefOutcome, ReliefState } from '../domain/relief-states.js';
import { assessmentScope, LIVE } from './assessment.repository.js';

/** A request for relief or deferral, without the employer's words. */
export type ReliefRequest = {
  readonly id: string;
  readonly assessmentId: string;
  readonly employerId: string;
  readonly employerName: string;
  readonly uscc: string;
  readonly regionCode: string;
  readonly baseYear: number;
  readonly kind: ReliefKind;
  readonly askedAmount: Fen | null;
  readonly askedMonths: number | null;
  readonly state: ReliefState;
  readonly madeAt: Date;
  readonly forwardedAt: Date | null;
  readonly decision: { readonly outcome: ReliefOutcome; readonly on: string; readonly document: string; readonly amount: Fen | null; readonly until: string | null } | null;
  readonly version: number;
};

export type ReliefDetail = ReliefRequest & { readonly grounds: string; readonly evidence: readonly Evidence[] };
/** A decision in favour of an employer. `sender`: region of the finance department. */
export type GrantedRelief = {
  readonly employerName: string; readonly uscc: string; readonly kind: ReliefKind; readonly sender: RegionCode; readonly document: string; readonly on: LocalDate; readonly amount: Fen | null; readonly until: LocalDate | null;
};
export type Evidence = { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly storedAt: Date };
export type NewRelief = Pick<ReliefRequest, 'id' | 'assessmentId' | 'kind' | 'askedAmount' | 'askedMonths' | 'madeAt'> & { readonly grounds: string; readonly madeBy: string | null };

type Row = {
  id: string; assessment_id: string; employer_id: string; employer_name: string; uscc: string; region_code: string; base_year: number; kind: ReliefKind; asked_amount: string | null; asked_months: number | null;
  grounds: string; state: ReliefState; made_at: Date; forwarded_at: Date | null; outcome: ReliefOutcome | null; decided_on: string; document: string; amount: string | null; until_on: string | null; version: number;
};
type GrantedRow = { employer_name: string; uscc: string; request: ReliefKind; sender: RegionCode; document: string; happened_on: LocalDate; amount: string | null; until_on: LocalDate | null };
type EvidenceRow = { id: string; name: string; media_type: string; size: number; stored_at: Date };

const COLUMNS = `q.id, q.assessment_id, a.employer_id, t.employer_name, t.uscc, a.region_code, a.base_year, q.kind, q.asked_amount, q.asked_months, q.grounds, q.state, q.made_at, q.forwarded_at,
  r.outcome, r.happened_on AS decided_on, r.document, r.amount, r.until_on, q.version`;
const FROM = `relief_request AS q JOIN assessment AS a ON a.id = q.assessment_id JOIN determination AS t ON t.id = a.determination_id LEFT JOIN collection_record AS r ON r.id = q.decision_id`;

const groundsOf = (rowId: string) => ({ table: 'relief_request', column: 'grounds', rowId });
const nameOf = (rowId: string) => ({ table: 'relief_evidence', column: 'name', rowId });
const contentOf = (rowId: string) => ({ table: 'relief_evidence', column: 'content', rowId });

/** Requests for relief and deferral, as a scope shows them. */
@Injectable()
export class ReliefRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** The latest first, after the one given; at most `limit`. One statement. */
  async list(tx: Tx, scope: Scope, state: ReliefState | null, after: readonly [Date, string] | null, limit: number): Promise<readonly ReliefRequest[]> {
    const params: unknown[] = [limit];
    const conditions = [withinScope(scope, assessmentScope, params)];
    if (state !== null) conditions.push(`q.state = $${params.push(state)}`);
    if (after !== null) conditions.push(`(q.made_at, q.id) < ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY q.made_at DESC, q.id DESC LIMIT $1`, params) as Row[];
    return rows.map(requestOf);
  }

  async ofAssessment(tx: Tx, scope: Scope, assessmentId: string): Promise<readonly ReliefRequest[]> {
    const params: unknown[] = [assessmentId];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE a.id = $1 AND ${withinScope(scope, assessmentScope, params)} ORDER BY q.made_at DESC, q.id`, params) as Row[];
    return rows.map(requestOf);
  }

  /** Decided in favour in a year of decision, by name, whether it was asked for here or elsewhere: what is published. */
  async granted(tx: Tx, scope: Scope, prefix: string, year: number): Promise<readonly GrantedRelief[]> {
    const params: unknown[] = [`${prefix}%`, year];
    const rows = await tx.query(
      `SELECT t.employer_name, t.uscc, r.request, r.sender, r.document, r.happened_on, r.amount, r.until_on FROM collection_record AS r JOIN assessment AS a ON a.id = r.assessment_id JOIN determination AS t ON t.id = a.determination_id
       WHERE a.region_code LIKE $1 AND r.happened_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31) AND r.kind = 'decision' AND r.outcome <> 'refused' AND ${LIVE} AND ${withinScope(scope, assessmentScope, params)}
       ORDER BY t.employer_name COLLATE "C", r.id`, params,
    ) as GrantedRow[];
    return rows.map((row) => ({
      employerName: row.employer_name, uscc: row.uscc, kind: row.request, sender: row.sender, document: row.document, on: row.happened_on, amount: row.request === 'relief' ? money(row.amount) : null,
      until: row.request === 'deferral' ? row.until_on : null,
    }));
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<ReliefDetail | null> {
    const row = await this.one(tx, scope, id, '');
    if (row === null) return null;
    const params: unknown[] = [id];
    const papers = await tx.query('SELECT id, name, media_type, size, stored_at FROM relief_evidence WHERE request_id = $1 ORDER BY stored_at, id', params) as EvidenceRow[];
    return {
      ...requestOf(row), grounds: this.cipher.open(row.grounds, groundsOf(id)),
      evidence: papers.map((paper) => ({ id: paper.id, name: this.cipher.open(paper.name, nameOf(paper.id)), mediaType: paper.media_type, size: paper.size, storedAt: paper.stored_at })),
    };
  }

  /** Kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<ReliefRequest | null> {
    const row = await this.one(tx, scope, id, 'FOR UPDATE OF q');
    return row === null ? null : requestOf(row);
  }

  /** The assessment was locked within the scope. */
  async add(tx: Tx, _scope: Scope, { id, assessmentId, kind, askedAmount, askedMonths, grounds, madeAt, madeBy }: NewRelief): Promise<void> {
    await tx.query(
      `INSERT INTO relief_request (id, assessment_id, kind, asked_amount, asked_months, grounds, state, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, 'made', $7, $8)`,
      [id, assessmentId, kind, askedAmount?.toString() ?? null, askedMonths, this.cipher.seal(grounds, groundsOf(id)), madeAt, madeBy],
    );
  }

  /** The row was locked within the scope. */
  async move(tx: Tx, _scope: Scope, id: string, state: ReliefState, by: string | null, at: Date): Promise<void> {
    const forwards = state === 'forwarded';
    await tx.query('UPDATE relief_request SET state = $2, forwarded_by = CASE WHEN $3 THEN $4 ELSE forwarded_by END, forwarded_at = CASE WHEN $3 THEN $5 ELSE forwarded_at END, version = version + 1 WHERE id = $1', [id, state, forwards, by, at]);
  }

  /** Both assessments were locked or made within the scope. */
  async handOver(tx: Tx, _scope: Scope, from: string, to: string): Promise<void> {
    await tx.query('UPDATE relief_request SET assessment_id = $2 WHERE assessment_id = $1', [from, to]);
  }

  /** Forwarded requests that these decisions answer are decided; one that stands for an earlier decision answers what that one did. @returns them, with their employers */
  async decide(tx: Tx, scope: Scope, party: Party, sender: string, names: readonly string[]): Promise<readonly { readonly id: string; readonly employerId: string }[]> {
    const params: unknown[] = [party, sender, names];
    const [rows] = await tx.query(
      `UPDATE relief_request AS q SET state = 'decided', decision_id = r.id, version = q.version + 1 FROM collection_record AS r JOIN assessment AS a ON a.id = r.assessment_id
       WHERE r.party = $1 AND r.sender = $2 AND r.record_key = ANY ($3::text[]) AND r.kind = 'decision' AND ${LIVE} AND q.kind = r.request
         AND (q.decision_id = r.replaces OR q.state = 'forwarded' AND q.assessment_id = a.id AND NOT EXISTS (SELECT 1 FROM relief_request AS o WHERE o.decision_id = r.replaces)) AND ${withinScope(scope, assessmentScope, params)} RETURNING q.id, a.employer_id`,
      params,
    ) as [{ id: string; employer_id: string }[], number];
    return rows.map(({ id, employer_id }) => ({ id, employerId: employer_id }));
  }

  /** The request was locked within the scope. @returns how many papers it has then */
  async addEvidence(tx: Tx, _scope: Scope, requestId: string, paper: Evidence & { readonly digest: Buffer; readonly bytes: Buffer }): Promise<number> {
    await tx.query(
      'INSERT INTO relief_evidence (id, request_id, name, media_type, size, digest, content, stored_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [paper.id, requestId, this.cipher.seal(paper.name, nameOf(paper.id)), paper.mediaType, paper.size, paper.digest, this.cipher.seal(paper.bytes.toString('base64'), contentOf(paper.id)), paper.storedAt],
    );
    const [row] = await tx.query('SELECT count(*)::int AS papers FROM relief_evidence WHERE request_id = $1', [requestId]) as { papers: number }[];
    return row?.papers ?? 0;
  }

  async evidence(tx: Tx, scope: Scope, requestId: string, id: string): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Buffer } | null> {
    const params: unknown[] = [requestId, id];
    const [row] = await tx.query(
      `SELECT e.id, e.name, e.media_type, e.content FROM relief_evidence AS e JOIN relief_request AS q ON q.id = e.request_id JOIN assessment AS a ON a.id = q.assessment_id
       WHERE q.id = $1 AND e.id = $2 AND ${withinScope(scope, assessmentScope, params)}`,
      params,
    ) as { id: string; name: string; media_type: string; content: string }[];
    return row ? { name: this.cipher.open(row.name, nameOf(row.id)), mediaType: row.media_type, bytes: Buffer.from(this.cipher.open(row.content, contentOf(row.id)), 'base64') } : null;
  }

  private async one(tx: Tx, scope: Scope, id: string, locking: string): Promise<Row | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE q.id = $1 AND ${withinScope(scope, assessmentScope, params)} ${locking}`, params) as Row[];
    return row ?? null;
  }
}

const money = (text: string | null): Fen | null => (text === null ? null : fen(BigInt(text)));

const requestOf = (row: Row): ReliefRequest => ({
  id: row.id, assessmentId: row.assessment_id, employerId: row.employer_id, employerName: row.employer_name, uscc: row.uscc, regionCode: row.region_code, baseYear: row.base_year, kind: row.kind,
  askedAmount: money(row.asked_amount), askedMonths: row.asked_months, state: row.state, madeAt: row.made_at, forwardedAt: row.forwarded_at, version: row.version,
  decision: row.outcome === null ? null : { outcome: row.outcome, on: row.decided_on, document: row.document, amount: money(row.amount), until: row.until_on },
});

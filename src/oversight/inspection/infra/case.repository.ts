import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { filingNumber } from '../../../quota/filing/index.js';
import type { CaseAct, CaseState, Finding, FindingReason } from '../domain/case-states.js';

/** One filing that was drawn. */
export type CaseHead = {
  readonly id: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly place: number;
  readonly declarationId: string;
  /** Of the filing, as of the draw. */
  readonly number: string;
  readonly versionNumber: number;
  readonly employerId: string;
  readonly employerName: string;
  readonly uscc: string;
  readonly regionCode: RegionCode;
  readonly baseYear: number;
  readonly state: CaseState;
  readonly stateSince: Date;
  readonly dueOn: LocalDate | null;
  readonly proposedBy: string | null;
  /** Where on the filing's own list the people stand that were drawn, from 1, in the order of the draw; [] where it was not kept. */
  readonly people: readonly number[];
  /** The determination of a later version: the correction that followed. */
  readonly corrected: { readonly id: string; readonly number: string } | null;
  readonly version: number;
};

export type CaseWords = { readonly grounds: string | null; readonly defence: string | null; readonly decision: string | null };
export type WordsField = keyof CaseWords;

/** A line that was drawn; the name is in clear, whoever shows it masks it. Months are bits. */
export type CaseLine = {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly certificateKind: string;
  readonly contractStart: LocalDate;
  readonly contractEnd: LocalDate | null;
  readonly claimed: number;
  readonly finding: Finding | null;
  readonly reason: FindingReason | null;
  readonly refused: number;
};

export type CaseStep = { readonly act: CaseAct; readonly fromState: CaseState | null; readonly toState: CaseState; readonly at: Date; readonly role: string | null };

type Row = {
  id: string; campaign_id: string; campaign_name: string; place: number; declaration_id: string; filing_year: number; version_number: number; employer_id: string; employer_name: string; uscc: string; region_code: RegionCode; base_year: number;
  state: CaseState; state_since: Date; due_on: LocalDate | null; proposed_by: string | null; people: number[]; corrected_id: string | null; corrected_number: string | null; version: number;
};
type LineRow = {
  id: string; place: number; line_id: string; name: string; certificate_kind: string; contract_start: LocalDate; contract_end: LocalDate | null; claimed: number; finding: Finding | null; reason: FindingReason | null; refused: number;
};

/** Every statement about cases joins `inspection_case AS k`. */
export const caseScope = { region: 'k.region_code', employer: 'k.employer_id' } as const;

const COLUMNS = `k.id, k.campaign_id, c.name AS campaign_name, k.place, k.declaration_id, d.filing_year, k.version_number, k.employer_id, o.name AS employer_name, e.uscc, k.region_code, c.base_year, k.state, k.state_since, k.due_on, k.proposed_by,
  ARRAY(SELECT i.ordinal FROM inspection_line AS i WHERE i.case_id = k.id AND i.ordinal IS NOT NULL ORDER BY i.place) AS people,
  later.id AS corrected_id, later.number AS corrected_number, k.version`;
const FROM = `inspection_case AS k JOIN inspection_campaign AS c ON c.id = k.campaign_id JOIN declaration AS d ON d.id = k.declaration_id JOIN employer AS e ON e.id = k.employer_id JOIN organisation AS o ON o.id = k.employer_id
  LEFT JOIN LATERAL (SELECT t.id, t.number FROM determination AS t WHERE t.declaration_id = k.declaration_id AND t.version_number > k.version_number ORDER BY t.version_number DESC LIMIT 1) AS later ON true`;

const wordsOf = (column: WordsField, rowId: string) => ({ table: 'inspection_case', column, rowId }) as const;

/** Cases as a scope shows them. Writers have locked the case within it. */
@Injectable()
export class CaseRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** Of one campaign by place, or of all by id; behind the key given, at most `limit`. One statement. */
  async ofCampaign(tx: Tx, scope: Scope, campaignId: string, after: number, limit: number): Promise<readonly CaseHead[]> {
    return this.rows(tx, scope, 'k.campaign_id = $1 AND k.place > $2', [campaignId, after, limit], 'ORDER BY k.place LIMIT $3');
  }

  /** Those of the scope that the employer has been told of, the latest first. One statement. */
  async told(tx: Tx, scope: Scope, after: readonly [Date, string] | null, limit: number): Promise<readonly CaseHead[]> {
    return this.rows(tx, scope, `k.state <> 'drawn' AND ($1::timestamptz IS NULL OR (k.state_since, k.id) < ($1, $2::uuid))`, [after?.[0] ?? null, after?.[1] ?? null, limit], 'ORDER BY k.state_since DESC, k.id DESC LIMIT $3');
  }

  async find(tx: Tx, scope: Scope, id: string): Promise<CaseHead | null> {
    return (await this.rows(tx, scope, 'k.id = $1', [id], ''))[0] ?? null;
  }

  /** Kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<CaseHead | null> {
    return (await this.rows(tx, scope, 'k.id = $1', [id], 'FOR UPDATE OF k'))[0] ?? null;
  }

  /** Of a campaign those in one state, kept until the transaction ends, always in the same order. */
  lockAll(tx: Tx, scope: Scope, campaignId: string, state: CaseState): Promise<readonly CaseHead[]> {
    return this.rows(tx, scope, 'k.campaign_id = $1 AND k.state = $2', [campaignId, state], 'ORDER BY k.id FOR UPDATE OF k');
  }

  async words(tx: Tx, scope: Scope, id: string): Promise<CaseWords> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT k.grounds, k.defence, k.decision FROM inspection_case AS k WHERE k.id = $1 AND ${withinScope(scope, caseScope, params)}`, params) as CaseWords[];
    const opened = (column: WordsField): string | null => (row?.[column] == null ? null : this.cipher.open(row[column], wordsOf(column, id)));
    return { grounds: opened('grounds'), defence: opened('defence'), decision: opened('decision') };
  }

  async putWords(tx: Tx, _scope: Scope, id: string, column: WordsField, words: string): Promise<void> {
    await tx.query(`UPDATE inspection_case SET ${column} = $2 WHERE id = $1`, [id, this.cipher.seal(words, wordsOf(column, id))]);
  }

  /** Moves cases and writes their steps. Two statements, however many. */
  async move(tx: Tx, _scope: Scope, cases: readonly CaseHead[], act: CaseAct, to: CaseState, { dueOn, by, role, at }: { readonly dueOn: LocalDate | null; readonly by: string | null; readonly role: string | null; readonly at: Date }): Promise<void> {
    const ids = cases.map(({ id }) => id);
    await tx.query(
      `UPDATE inspection_case SET state = $2, state_since = $3, due_on = $4, version = version + 1, proposed_by = CASE WHEN $5 = 'propose' THEN $6::uuid ELSE proposed_by END,
         decided_by = CASE WHEN $5 IN ('confirm', 'drop') THEN $6::uuid ELSE decided_by END WHERE id = ANY ($1::uuid[])`,
      [ids, to, at, dueOn, act, by],
    );
    await tx.query(
      'INSERT INTO inspection_step (case_id, act, from_state, to_state, at, actor, role) SELECT moved.id, $2, moved.state, $3, $4, $5, $6 FROM unnest($1::uuid[], $7::text[]) AS moved (id, state)',
      [ids, act, to, at, by, role, cases.map(({ state }) => state)],
    );
  }

  /** What happened, in order. One statement. */
  async steps(tx: Tx, scope: Scope, id: string): Promise<readonly CaseStep[]> {
    const params: unknown[] = [id];
    const rows = await tx.query(
      `SELECT s.act, s.from_state, s.to_state, s.at, s.role FROM inspection_step AS s JOIN inspection_case AS k ON k.id = s.case_id WHERE k.id = $1 AND ${withinScope(scope, caseScope, params)} ORDER BY s.id`, params,
    ) as { act: CaseAct; from_state: CaseState | null; to_state: CaseState; at: Date; role: string | null }[];
    return rows.map((row) => ({ act: row.act, fromState: row.from_state, toState: row.to_state, at: row.at, role: row.role }));
  }

  /** In the order of the draw. One statement. */
  async lines(tx: Tx, scope: Scope, id: string): Promise<readonly CaseLine[]> {
    const params: unknown[] = [id];
    const rows = await tx.query(
      `SELECT i.id::text, i.place, i.line_id::text, l.name, l.certificate_kind, l.contract_start, l.contract_end, i.claimed, i.finding, i.reason, i.refused
       FROM inspection_line AS i JOIN inspection_case AS k ON k.id = i.case_id JOIN roster_line AS l ON l.id = i.line_id WHERE k.id = $1 AND ${withinScope(scope, caseScope, params)} ORDER BY i.place`,
      params,
    ) as LineRow[];
    return rows.map((row) => ({
      id: row.id, place: row.place, name: this.cipher.open(row.name, { table: 'roster_line', column: 'name', rowId: row.line_id }), certificateKind: row.certificate_kind, contractStart: row.contract_start, contractEnd: row.contract_end,
      claimed: row.claimed, finding: row.finding, reason: row.reason, refused: row.refused,
    }));
  }

  /** The case was locked within the scope. @returns whether the line is one of it */
  async judge(tx: Tx, _scope: Scope, caseId: string, lineId: string, { finding, reason, refused }: Pick<CaseLine, 'finding' | 'reason' | 'refused'>, by: string | null, at: Date): Promise<boolean> {
    const [rows] = await tx.query(
      'UPDATE inspection_line SET finding = $3, reason = $4, refused = $5, judged_by = $6, judged_at = $7 WHERE case_id = $1 AND id = $2 RETURNING id', [caseId, lineId, finding, reason, refused, by, at],
    ) as [unknown[], number];
    if (rows.length > 0) await tx.query('UPDATE inspection_case SET version = version + 1 WHERE id = $1', [caseId]);
    return rows.length > 0;
  }

  private async rows(tx: Tx, scope: Scope, condition: string, values: readonly unknown[], tail: string): Promise<readonly CaseHead[]> {
    const params: unknown[] = [...values];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${condition} AND ${withinScope(scope, caseScope, params)} ${tail}`, params) as Row[];
    return rows.map(headOf);
  }
}

const headOf = (row: Row): CaseHead => ({
  id: row.id, campaignId: row.campaign_id, campaignName: row.campaign_name, place: row.place, declarationId: row.declaration_id,
  number: filingNumber({ id: row.declaration_id, regionCode: row.region_code, filingYear: row.filing_year }), versionNumber: row.version_number, employerId: row.employer_id, employerName: row.employer_name,
  uscc: row.uscc, regionCode: row.region_code, baseYear: row.base_year, state: row.state, stateSince: row.state_since, dueOn: row.due_on, proposedBy: row.proposed_by, people: row.people,
  corrected: row.corrected_id === null || row.corrected_number === null ? null : { id: row.corrected_id, number: row.corrected_number }, version: row.version,
});

import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import { monthNumber, monthOfNumber, type YearMonth } from '../../kernel/year-month.js';
import { withinScope, type Scope } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { ClosingReason, EmploymentForm, EvidenceKind, NewSpell, SpellContract } from '../domain/spell.js';

export type EmploymentSpell = Omit<NewSpell, 'source'> & {
  readonly id: string;
  /** Null while it goes on. */
  readonly untilMonth: YearMonth | null;
  readonly closingReason: ClosingReason | null;
  readonly source: NewSpell['source'];
  readonly version: number;
};

type Row = {
  id: string; registry_person_id: string; employer_id: string | null; form: EmploymentForm; from_month: number; until_month: number | null;
  contract_kind: SpellContract['kind']; contract_from: LocalDate | null; contract_until: LocalDate | null; post_category: 'management' | 'worker' | null;
  wage_fen: string | null; evidence: EvidenceKind[]; source: NewSpell['source']; closing_reason: ClosingReason | null; version: number;
};

const COLUMNS = `s.id, s.registry_person_id, s.employer_id, s.form, s.from_month, s.until_month, s.contract_kind, s.contract_from, s.contract_until, s.post_category,
  s.wage_fen, s.evidence, s.source, s.closing_reason, s.version`;
/** A spell lies where its employer does, else where its person has a file. */
const FROM = `employment_spell AS s LEFT JOIN organisation AS o ON o.id = s.employer_id
  LEFT JOIN registry_person AS r ON r.id = s.registry_person_id LEFT JOIN person AS p ON p.id = r.person_id`;
const SCOPE = { region: 'coalesce(o.region_code, p.region_code)', employer: 's.employer_id', caseload: 'p.counselor_id', person: 'p.account_id' } as const;

/** Months that a review has counted without a gap. */
export type ReviewedSpell = Pick<NewSpell, 'registryPersonId' | 'contract' | 'postCategory' | 'wageFen'> & { readonly from: YearMonth; readonly until: YearMonth; readonly goesOn: boolean };

/** Employment spells as a scope shows them. */
@Injectable()
export class SpellRepository {
  /** The command has judged the place. */
  async add(tx: Tx, _scope: Scope, id: string, spell: NewSpell, openedBy: string | null, at: Date): Promise<void> {
    const { registryPersonId, employerId, form, fromMonth, contract, postCategory, wageFen, evidence, source } = spell;
    await tx.query(
      `INSERT INTO employment_spell (id, registry_person_id, employer_id, form, from_month, contract_kind, contract_from, contract_until, post_category, wage_fen, evidence, source, opened_by, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [id, registryPersonId, employerId, form, monthNumber(fromMonth), contract.kind, contract.from, contract.until, postCategory, wageFen?.toString() ?? null, evidence, source, openedBy, at],
    );
  }

  /** Those that meet no spell of the same person there; the command has found the employer in the scope. @returns how many */
  async addReviewed(tx: Tx, _scope: Scope, employerId: string, spells: readonly ReviewedSpell[], openedBy: string | null, at: Date): Promise<number> {
    const [row] = await tx.query(
      `WITH opened AS (INSERT INTO employment_spell (id, registry_person_id, employer_id, form, from_month, until_month, contract_kind, contract_from, contract_until, post_category, wage_fen, evidence, source, closing_reason, opened_by, opened_at, closed_at)
         SELECT gen_random_uuid(), v.person, $1, 'proportional', v.from_month, v.until_month, v.contract_kind, v.contract_from, v.contract_until, v.post_category, v.wage_fen, '{contract}', 'review',
           CASE WHEN v.until_month IS NULL THEN NULL WHEN v.contract_until < make_date(v.until_month / 100, v.until_month % 100, 1) + interval '1 month' THEN 'contract_ended' ELSE 'other' END, $2::uuid, $3::timestamptz, CASE WHEN v.until_month IS NULL THEN NULL ELSE $3::timestamptz END
         FROM unnest($4::bigint[], $5::integer[], $6::integer[], $7::text[], $8::date[], $9::date[], $10::text[], $11::bigint[]) AS v (person, from_month, until_month, contract_kind, contract_from, contract_until, post_category, wage_fen)
         ORDER BY v.person, v.from_month ON CONFLICT DO NOTHING RETURNING 1)
       SELECT count(*)::integer AS opened FROM opened`,
      [
        employerId, openedBy, at, spells.map(({ registryPersonId }) => registryPersonId), spells.map(({ from }) => monthNumber(from)), spells.map(({ until, goesOn }) => (goesOn ? null : monthNumber(until))),
        spells.map(({ contract }) => contract.kind), spells.map(({ contract }) => contract.from), spells.map(({ contract }) => contract.until), spells.map(({ postCategory }) => postCategory), spells.map(({ wageFen }) => wageFen?.toString() ?? null),
      ],
    ) as { opened: number }[];
    return row?.opened ?? 0;
  }

  /** Kept until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<EmploymentSpell | null> {
    const params: unknown[] = [id];
    const [row] = await tx.query(`SELECT ${COLUMNS} FROM ${FROM} WHERE s.id = $1 AND ${withinScope(scope, SCOPE, params)} FOR UPDATE OF s`, params) as Row[];
    return row ? fromRow(row) : null;
  }

  async close(tx: Tx, _scope: Scope, id: string, untilMonth: YearMonth, reason: ClosingReason, at: Date): Promise<void> {
    await tx.query('UPDATE employment_spell SET until_month = $2, closing_reason = $3, closed_at = $4, version = version + 1 WHERE id = $1', [id, monthNumber(untilMonth), reason, at]);
  }

  /** Spells at one employer that reach into the months given, the earliest first. One statement. */
  async atEmployer(tx: Tx, scope: Scope, employerId: string, from: YearMonth, until: YearMonth): Promise<readonly EmploymentSpell[]> {
    const params: unknown[] = [employerId, monthNumber(from), monthNumber(until)];
    const rows = await tx.query(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE s.employer_id = ANY ((SELECT ids FROM employer_as_one WHERE id = $1)::uuid[]) AND s.from_month <= $3 AND coalesce(s.until_month, 999912) >= $2 AND ${withinScope(scope, SCOPE, params)} ORDER BY s.from_month, s.id`, params,
    ) as Row[];
    return rows.map(fromRow);
  }
}

const fromRow = (row: Row): EmploymentSpell => ({
  id: row.id, registryPersonId: row.registry_person_id, employerId: row.employer_id, form: row.form, fromMonth: monthOfNumber(row.from_month),
  untilMonth: row.until_month === null ? null : monthOfNumber(row.until_month), contract: { kind: row.contract_kind, from: row.contract_from, until: row.contract_until },
  postCategory: row.post_category, wageFen: row.wage_fen === null ? null : BigInt(row.wage_fen), evidence: row.evidence, source: row.source, closingReason: row.closing_reason, version: row.version,
});

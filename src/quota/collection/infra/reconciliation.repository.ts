import { Injectable } from '@nestjs/common';
import { fen, type Fen } from '../../../kernel/money.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { assessmentScope, LIVE } from './assessment.repository.js';
import { SIDES } from './side.repository.js';

/** Both sides of a region and year, added up. Money is fen. */
export type Totals = {
  readonly assessments: number;
  readonly declared: number;
  readonly differing: number;
  readonly trialPayable: Fen;
  readonly taxPayable: Fen;
  readonly paid: Fen;
  readonly refunded: Fen;
};

/** An employer of whom the tax authority told something, and of whom nothing was determined here. */
export type Undetermined = { readonly employerId: string; readonly employerName: string; readonly uscc: string; readonly records: number; readonly payable: Fen | null; readonly paid: Fen };

type TotalRow = { assessments: number; declared: number; differing: number; trial_payable: string; tax_payable: string; paid: string; refunded: string };
type UndeterminedRow = { employer_id: string; employer_name: string; uscc: string; records: number; payable: string | null; paid: string };

/** The same question as `differencesOf`, asked of the database for whole regions. */
const DIFFERS = `(declared.happened_on IS NULL OR declared.arranged <> t.arranged OR a.trial_staff IS NULL OR declared.staff <> a.trial_staff OR declared.due <> a.trial_due
  OR declared.relief <> a.trial_relief OR declared.payable <> a.trial_payable OR greatest(declared.payable - sums.relief_granted, 0) > sums.paid - sums.refunded
  OR sums.paid - greatest(declared.payable - sums.relief_granted, 0) > sums.refunded)`;
const FROM = `assessment AS a JOIN determination AS t ON t.id = a.determination_id ${SIDES}`;
const CURRENT = `a.state <> 'superseded' AND a.region_code LIKE $1 AND a.base_year = $2`;

/** Both sides of whole regions, as a scope shows them. */
@Injectable()
export class ReconciliationRepository {
  async totals(tx: Tx, scope: Scope, prefix: string, baseYear: number): Promise<Totals> {
    const params: unknown[] = [`${prefix}%`, baseYear];
    const [row] = await tx.query(
      `SELECT count(*)::int AS assessments, count(declared.happened_on)::int AS declared, (count(*) FILTER (WHERE ${DIFFERS}))::int AS differing, coalesce(sum(a.trial_payable), 0)::text AS trial_payable,
         coalesce(sum(declared.payable), 0)::text AS tax_payable, coalesce(sum(sums.paid), 0)::text AS paid, coalesce(sum(sums.refunded), 0)::text AS refunded
       FROM ${FROM} WHERE ${CURRENT} AND ${withinScope(scope, assessmentScope, params)}`,
      params,
    ) as TotalRow[];
    const money = (text: string | undefined): Fen => fen(BigInt(text ?? '0'));
    return {
      assessments: row?.assessments ?? 0, declared: row?.declared ?? 0, differing: row?.differing ?? 0, trialPayable: money(row?.trial_payable), taxPayable: money(row?.tax_payable), paid: money(row?.paid),
      refunded: money(row?.refunded),
    };
  }

  /** Ids by credit code, behind the one given; at most `limit`. One statement. */
  async page(tx: Tx, scope: Scope, prefix: string, baseYear: number, onlyDiffering: boolean, after: string | null, limit: number): Promise<readonly { readonly id: string; readonly uscc: string }[]> {
    const params: unknown[] = [`${prefix}%`, baseYear, limit];
    const conditions = [CURRENT, withinScope(scope, assessmentScope, params)];
    if (onlyDiffering) conditions.push(DIFFERS);
    if (after !== null) conditions.push(`t.uscc > $${params.push(after)}`);
    return await tx.query(`SELECT a.id, t.uscc FROM ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY t.uscc LIMIT $3`, params) as { id: string; uscc: string }[];
  }

  /** By credit code, behind the one given; at most `limit`. One statement. */
  async undetermined(tx: Tx, scope: Scope, prefix: string, baseYear: number, after: string | null, limit: number): Promise<readonly Undetermined[]> {
    const params: unknown[] = [`${prefix}%`, baseYear, limit];
    const conditions = ['o.region_code LIKE $1', 'r.base_year = $2', withinScope(scope, { region: 'o.region_code' }, params), LIVE];
    if (after !== null) conditions.push(`e.uscc > $${params.push(after)}`);
    const rows = await tx.query(
      `SELECT e.id AS employer_id, o.name AS employer_name, e.uscc, count(*)::int AS records, max(r.payable) FILTER (WHERE r.kind = 'declaration')::text AS payable,
         coalesce(sum(r.amount) FILTER (WHERE r.kind = 'payment'), 0)::text AS paid
       FROM collection_record AS r JOIN employer AS e ON e.id = r.employer_id JOIN organisation AS o ON o.id = e.id
       WHERE ${conditions.join(' AND ')} AND NOT EXISTS (SELECT 1 FROM assessment AS a WHERE a.employer_id = e.id AND a.base_year = r.base_year)
       GROUP BY e.id, o.name, e.uscc ORDER BY e.uscc LIMIT $3`,
      params,
    ) as UndeterminedRow[];
    return rows.map((row) => ({
      employerId: row.employer_id, employerName: row.employer_name, uscc: row.uscc, records: row.records, payable: row.payable === null ? null : fen(BigInt(row.payable)), paid: fen(BigInt(row.paid)),
    }));
  }
}

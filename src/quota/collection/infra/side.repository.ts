import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../kernel/local-date.js';
import { fen, type Fen } from '../../../kernel/money.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { TaxSide } from '../domain/sides.js';
import { assessmentScope, LIVE } from './assessment.repository.js';

type Row = {
  id: string; declared_on: LocalDate | null; staff: string | null; arranged: string | null; wages: string | null; due: string | null; relief: string | null; payable: string | null;
  paid: string; paid_on: LocalDate | null; payments: [LocalDate, string][]; refunded: string; late_fee: string; relief_granted: string; deferred_until: LocalDate | null;
  arrears: string | null; arrears_since: LocalDate | null; paid_since: string; refunded_since: string; relieved_since: string; relieved_since_order: string; ordered: string | null; ordered_on: LocalDate | null; expires_on: LocalDate | null;
};

const RELIEVES = `r.kind = 'decision' AND r.request = 'relief' AND r.outcome <> 'refused'`;
/** Arrears are what is left when their batch is made: they hold what came with them and before. A record that stands for an earlier one came when that did. */
const SINCE_ARREARS = `coalesce(r.replaces, r.id) > behind.id AND r.import_id IS DISTINCT FROM behind.import_id`;

/**
 * What others have told of one assessment, joined sideways to `assessment AS a`. Declarations and orders belong to the version
 * that stood when they came; money belongs to employer and year, so that a corrected version goes on with what was paid.
 */
export const SIDES = `
  LEFT JOIN LATERAL (SELECT r.happened_on, r.staff, r.arranged, r.wages, r.due, r.relief, r.payable FROM collection_record AS r
    WHERE r.assessment_id = a.id AND r.kind = 'declaration' AND ${LIVE} ORDER BY r.happened_on DESC, r.id DESC LIMIT 1) AS declared ON true
  LEFT JOIN LATERAL (SELECT r.id, r.import_id, r.amount, r.happened_on FROM collection_record AS r
    WHERE r.employer_id = a.employer_id AND r.base_year = a.base_year AND r.kind = 'arrears' AND ${LIVE} ORDER BY r.id DESC LIMIT 1) AS behind ON true
  LEFT JOIN LATERAL (SELECT r.amount, r.happened_on, r.until_on FROM collection_record AS r
    WHERE r.assessment_id = a.id AND r.kind = 'order' AND ${LIVE} ORDER BY r.happened_on DESC, r.id DESC LIMIT 1) AS ordered ON true
  LEFT JOIN LATERAL (SELECT coalesce(sum(r.amount) FILTER (WHERE r.kind = 'payment'), 0) AS paid, max(r.happened_on) FILTER (WHERE r.kind = 'payment') AS paid_on,
      coalesce(json_agg(json_build_array(r.happened_on, r.amount::text) ORDER BY r.happened_on, r.id) FILTER (WHERE r.kind = 'payment'), '[]') AS payments,
      coalesce(sum(r.amount) FILTER (WHERE r.kind = 'refund'), 0) AS refunded, coalesce(sum(r.amount) FILTER (WHERE r.kind = 'late_fee'), 0) AS late_fee,
      coalesce(sum(r.amount) FILTER (WHERE ${RELIEVES}), 0) AS relief_granted,
      coalesce(sum(r.amount) FILTER (WHERE r.kind = 'payment' AND ${SINCE_ARREARS}), 0) AS paid_since, coalesce(sum(r.amount) FILTER (WHERE r.kind = 'refund' AND ${SINCE_ARREARS}), 0) AS refunded_since,
      coalesce(sum(r.amount) FILTER (WHERE ${RELIEVES} AND ${SINCE_ARREARS}), 0) AS relieved_since, coalesce(sum(r.amount) FILTER (WHERE ${RELIEVES} AND r.happened_on > ordered.happened_on), 0) AS relieved_since_order,
      max(r.until_on) FILTER (WHERE r.kind = 'decision' AND r.request = 'deferral' AND r.outcome <> 'refused') AS deferred_until
    FROM collection_record AS r WHERE r.employer_id = a.employer_id AND r.base_year = a.base_year AND ${LIVE}) AS sums ON true`;

const COLUMNS = `a.id, declared.happened_on AS declared_on, trim_scale(declared.staff)::text AS staff, trim_scale(declared.arranged)::text AS arranged, declared.wages, declared.due, declared.relief, declared.payable,
  sums.paid::text, sums.paid_on, sums.payments, sums.refunded::text, sums.late_fee::text, sums.relief_granted::text, sums.deferred_until,
  sums.paid_since::text, sums.refunded_since::text, sums.relieved_since::text, sums.relieved_since_order::text,
  behind.amount AS arrears, behind.happened_on AS arrears_since, ordered.amount AS ordered, ordered.happened_on AS ordered_on, ordered.until_on AS expires_on`;

/** What others have told of assessments. */
@Injectable()
export class SideRepository {
  /** Ids of those that a day moves by itself: the term of an order is over, or a deferral, behind the id given; at most `limit`. */
  async turning(tx: Tx, scope: Scope, day: LocalDate, after: string | null, limit: number): Promise<readonly string[]> {
    const params: unknown[] = [day, limit, after];
    const rows = await tx.query(
      `SELECT a.id FROM assessment AS a ${SIDES} WHERE a.state IN ('pending', 'sent', 'acknowledged', 'declared', 'ordered') AND ($3::uuid IS NULL OR a.id > $3) AND ${withinScope(scope, assessmentScope, params)}
         AND (a.state = 'ordered' OR EXISTS (SELECT 1 FROM collection_record AS r WHERE r.employer_id = a.employer_id AND r.base_year = a.base_year AND r.kind = 'decision' AND r.request = 'deferral'))
         AND (sums.deferred_until IS NULL OR sums.deferred_until < $1::date) AND CASE WHEN a.state = 'ordered' THEN coalesce(ordered.until_on < $1::date, true) ELSE sums.deferred_until IS NOT NULL AND behind.amount > 0 END
       ORDER BY a.id LIMIT $2`, params,
    ) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** By id; one that nothing was told of is there too. One statement. */
  async of(tx: Tx, scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, TaxSide>> {
    const params: unknown[] = [ids];
    const rows = await tx.query(`SELECT ${COLUMNS} FROM assessment AS a ${SIDES} WHERE a.id = ANY ($1::uuid[]) AND ${withinScope(scope, assessmentScope, params)}`, params) as Row[];
    return new Map(rows.map((row) => [row.id, sideOf(row)]));
  }
}

const money = (text: string | null): Fen => fen(BigInt(text ?? '0'));

const sideOf = (row: Row): TaxSide => ({
  declaration: row.declared_on === null ? null : {
    on: row.declared_on, staff: row.staff, wages: row.wages === null ? null : money(row.wages), arranged: row.arranged, due: money(row.due), relief: money(row.relief), payable: money(row.payable),
  },
  paid: money(row.paid), payments: row.payments.map(([on, amount]) => ({ on, amount: money(amount) })), paidOn: row.paid_on, refunded: money(row.refunded), lateFeePaid: money(row.late_fee),
  arrears: row.arrears_since === null ? null : { amount: money(row.arrears), since: row.arrears_since },
  order: row.ordered_on === null || row.expires_on === null ? null : { amount: money(row.ordered), issuedOn: row.ordered_on, expiresOn: row.expires_on },
  sinceArrears: { paid: money(row.paid_since), refunded: money(row.refunded_since), relieved: money(row.relieved_since) },
  reliefGranted: money(row.relief_granted), relievedSinceOrder: money(row.relieved_since_order), deferredUntil: row.deferred_until,
});

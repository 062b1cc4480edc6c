import type pg from 'pg';
import type { LocalDate } from '../../../kernel/local-date.js';

/** Days in China, both included; null without a bound. */
export type Period = { readonly from: LocalDate | null; readonly to: LocalDate | null };

const AT_ONCE = 1_000;

type Row = { readonly seq: string; readonly line: string };

/** Every entry of the period as a line of JSON, oldest first, in little memory. */
export async function* exportEntries(client: pg.Client, { from, to }: Period): AsyncGenerator<string> {
  for (let after = '0'; ;) {
    const { rows } = await client.query<Row>(
      `SELECT seq, json_build_object('seq', seq, 'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'kind', kind, 'accountId', account_id, 'membershipId', membership_id,
         'machineKeyId', machine_key_id, 'role', role, 'via', via, 'act', act, 'objectKind', object_kind, 'objectId', object_id, 'detail', detail, 'fields', fields, 'purpose', purpose, 'reason', reason,
         'correlationId', correlation_id)::text AS line
       FROM audit_entry WHERE seq > $1 AND ($2::date IS NULL OR at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai')
         AND ($3::date IS NULL OR at < ($3::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') ORDER BY seq LIMIT ${AT_ONCE}`,
      [after, from, to],
    );
    for (const { line } of rows) yield line;
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = last.seq;
  }
}

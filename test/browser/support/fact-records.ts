import type pg from 'pg';

const AT = '2026-11-16T03:00:00Z';
const AS_OF = '2026-11-01T00:00:00+08:00';

type Batch = { readonly kind: string; readonly source: string; readonly state: string; readonly rows: readonly [number, number, number, number]; readonly file: string | null; readonly refusal?: readonly [string, object] };

const BATCHES: Readonly<Record<string, Batch>> = {
  'facts.refused': { kind: 'wage', source: '不存在的税务局', state: 'refused', rows: [0, 0, 0, 0], file: '工资.csv', refusal: ['sheets.table.columns_missing', { row: 1, names: '工资' }] },
  'facts.interrupted': { kind: 'insurance', source: '不存在的社保局', state: 'interrupted', rows: [0, 0, 0, 0], file: '缴费.csv' },
  'facts.whole': { kind: 'disability', source: '不存在的市残联', state: 'loaded', rows: [120, 118, 2, 0], file: '残疾人证.xlsx' },
  'facts.loaded': { kind: 'insurance', source: '不存在的社保局', state: 'loaded', rows: [2400, 2390, 7, 3], file: '缴费-2025.csv' },
};

const REJECTIONS: readonly (readonly [number, string, string, object])[] = [
  [18, '公民身份号码', 'sheets.row.citizen_id.check_digit', {}], [204, '费款所属期', 'facts.row.month_in_future', {}], [2019, '统一社会信用代码', 'sheets.row.required', {}],
];

/** Batches of registers, past the importers. @returns ids by name */
export async function seedFacts(client: pg.Client): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  for (const [name, { kind, source, state, rows, file, refusal }] of Object.entries(BATCHES)) {
    const { rows: [made] } = await client.query<{ id: string }>(
      `INSERT INTO fact_batch (kind, source, as_of, received_at, file_name, digest, state, refusal, refusal_params, rows_in, accepted, unchanged, rejected)
       VALUES ($1, $2, $3, $4, $5, sha256($6), $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
      [kind, source, AS_OF, AT, file, Buffer.from(name), state, refusal?.[0] ?? null, refusal === undefined ? null : JSON.stringify(refusal[1]), ...rows],
    );
    ids[name] = made?.id ?? '';
  }
  for (const [line, column, code, params] of REJECTIONS) await client.query('INSERT INTO fact_rejection (batch_id, line, "column", code, params) VALUES ($1, $2, $3, $4, $5)', [ids['facts.loaded'], line, column, code, JSON.stringify(params)]);
  for (const kind of ['medical', 'pension']) await client.query('INSERT INTO fact_coverage (kind, region_prefix, from_month, until_month, as_of, batch_id) VALUES ($1, $2, 202501, 202512, $3, $4)', [kind, '3703', AS_OF, ids['facts.loaded']]);
  await client.query(`INSERT INTO fact_pull (kind, source, state, pages, fault, started_at, changed_at) VALUES ('graduate', '不存在的省平台', 'failed', 3, 'facts.http.unreachable', $1, $1)`, [AT]);
  // The key of the page behind the newest batch, as a list gives it.
  return { ...ids, 'facts.page': Buffer.from(JSON.stringify([ids['facts.loaded']])).toString('base64url') };
}

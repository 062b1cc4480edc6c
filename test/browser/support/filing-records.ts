import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { citizenIdCheckSign } from '../../../src/kernel/ids/citizen-id.js';

/** 高青县: no other room's pages look here. */
const REGION = '370322';
const OPENED = '2026-11-16T02:00:00Z';
/** Ahead of the service's clock (set-clock.mjs), so that no session ends during the round. */
const SEEN = '2026-11-16T12:00:00Z';

const idOf = (kind: number, index: number): string => `00000000-0000-4000-8000-${String(kind * 1000 + index).padStart(12, '0')}`;
const tokenOf = (key: string, kind: string): string => `zjs_${createHash('sha256').update(`browser test ${key} ${kind}`).digest('base64url')}`;

/** Area 999999 does not exist: numbers of nobody. */
function citizenId(serial: number): string {
  const first17 = `99999919880${1 + (serial % 9)}1${serial % 10}${String(300 + serial)}`;
  return first17 + citizenIdCheckSign(first17);
}

type Clerk = { readonly key: string; readonly index: number; readonly employer: string; readonly uscc: string };

const CLERKS: readonly Clerk[] = [
  { key: 'filing.clerk', index: 1, employer: '不存在的电子厂', uscc: '91999999MA00002012' },
  { key: 'filing.newcomer', index: 2, employer: '不存在的面粉厂', uscc: '91999999MA00002025' },
  { key: 'filing.prefilled', index: 7, employer: '不存在的纸箱厂', uscc: '91999999MA00002041' },
  // Each journey begins with an empty list.
  ...[1, 2, 3, 4].map((walker): Clerk => ({ key: `filing.walker.${walker}`, index: 2 + walker, employer: `不存在的木器厂${walker}`, uscc: `91999999MA0000203${walker}` })),
];

/** An employer, verified, and its clerk with a session. */
async function seedClerk(client: pg.Client, { key, index, employer, uscc }: Clerk): Promise<string> {
  const [employerId, accountId, membershipId] = [idOf(21, index), idOf(22, index), idOf(23, index)];
  await client.query(`INSERT INTO organisation (id, kind, name, region_code, created_at) VALUES ($1, 'employer', $2, $3, $4)`, [employerId, employer, REGION, OPENED]);
  await client.query(`INSERT INTO employer (id, uscc, kind, status, registered_at, decided_at, registered_on) VALUES ($1, $2, 'enterprise', 'verified', $3, $3, '2012-05-01')`, [employerId, uscc, OPENED]);
  await client.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, '某经办人', 'zh', $2)`, [accountId, OPENED]);
  await client.query(`INSERT INTO membership (id, account_id, role, region_code, organisation_id, employer_id, valid_from, created_at) VALUES ($1, $2, 'employer_clerk', $3, $4, $4, '2026-01-01', $5)`, [membershipId, accountId, REGION, employerId, OPENED]);
  for (const [kind, at] of [['cookie', 24], ['bearer', 25]] as const) {
    await client.query(`INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, $5, 'password', 'Chrome · Windows', $6, $7)`,
      [idOf(at, index), createHash('sha256').update(tokenOf(key, kind)).digest(), accountId, membershipId, kind, OPENED, SEEN]);
  }
  return tokenOf(key, 'cookie');
}

/** Its id is fixed: the number by which a filing is spoken of is made of it. */
async function seedFiling(client: pg.Client, index: number, baseYear: number, state: 'draft' | 'late' | 'returned', owner: number): Promise<string> {
  const [id, versionId] = [idOf(26, index), idOf(27, index)];
  const late = state === 'late';
  await client.query(
    `INSERT INTO declaration (id, employer_id, base_year, filing_year, region_code, mode, state, state_since, opened_at, deadline, due_on, is_late) VALUES ($1, $2, $3, $4, $5, 'companion', $6, $7, $7, $8, $9, $10)`,
    [id, idOf(21, owner), baseYear, baseYear + 1, REGION, state, OPENED, baseYear >= 2024 ? `${baseYear + 1}-10-31` : null, state === 'returned' ? '2026-12-01' : null, late],
  );
  await client.query('INSERT INTO filing_version (id, declaration_id, number, created_at, created_by, changed_at) VALUES ($1, $2, 1, $3, $4, $3)', [versionId, id, OPENED, idOf(22, owner)]);
  await client.query(`INSERT INTO declaration_step (declaration_id, version_number, act, from_state, to_state, at, actor, role) VALUES ($1, 1, 'open', NULL, 'draft', $2, $3, 'employer_clerk')`, [id, OPENED, idOf(22, owner)]);
  if (late) await client.query(`INSERT INTO declaration_step (declaration_id, version_number, act, from_state, to_state, at, reason) VALUES ($1, 1, 'pass_deadline', 'draft', 'late', $2, 'window_over')`, [id, OPENED]);
  return id;
}

const HEADER = '姓名,公民身份号码,证件号码,合同开始,合同结束,月工资,参保开始,岗位,备注';
const row = (serial: number, name: string, over: { wage?: string; start?: string; end?: string; number?: string } = {}): string =>
  [name, citizenId(serial), over.number ?? `${citizenId(serial)}4${1 + (serial % 4)}`, over.start ?? '2020-01-01', over.end ?? '', over.wage ?? '4200', '2020-01', '包装', ''].join(',');

/** What a clerk does over the API. */
function apiOf(origin: string, key: string) {
  const headers = { authorization: `Bearer ${tokenOf(key, 'bearer')}` };
  const call = async (method: string, path: string, body?: object): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await fetch(`${origin}/api/v1/filings/${path}`, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text.startsWith('{') ? JSON.parse(text) as Readonly<Record<string, unknown>> : {};
  };
  const seen = async (id: string): Promise<number> => (await call('GET', id) as { version: number }).version;
  const act = async (id: string, what: string, body: object = {}): Promise<Readonly<Record<string, unknown>>> => call('POST', `${id}/${what}`, { version: await seen(id), ...body });
  const upload = (id: string, ...rows: readonly string[]): Promise<string> => send(id, [HEADER, ...rows].join('\n'));
  const send = async (id: string, text: string): Promise<string> => {
    const form = new FormData();
    form.append('file', new Blob([text]), '花名册.csv');
    const answer = await fetch(`${origin}/api/v1/filings/${id}/rosters`, { method: 'POST', headers, body: form });
    const { id: importId } = await answer.json() as { id: string };
    for (let state = 'reading'; state === 'reading'; await sleep(50)) state = (await call('GET', `${id}/rosters/${importId}`) as { state: string }).state;
    return importId;
  };
  /** A file of the national platform. */
  const platform = async (id: string, text: string): Promise<void> => {
    const form = new FormData();
    form.append('file', new Blob([text]), '平台.csv');
    const answer = await fetch(`${origin}/api/v1/filings/${id}/platform/files`, { method: 'POST', headers, body: form });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const facts = { monthlyStaff: [180, 180, 181, 181, 182, 182, 183, 183, 184, 184, 185, 185], seasonal: [{ count: 24, months: 4 }], dispatchedStaff: 6, totalWages: '14400000.00', alreadyPaid: '0.00' };
  const fill = async (id: string): Promise<string> => {
    await act(id, 'facts', facts);
    const importId = await upload(id, row(1, '示例甲'), row(2, '示例乙', { start: '2023-08-01' }), row(3, '示例丙', { wage: '1500' }));
    await act(id, `rosters/${importId}/take`);
    return importId;
  };
  return { call, act, upload, send, platform, facts, fill };
}

/** A filing of last year, and this year's begun with it. @returns both ids */
async function seedPrefilled(client: pg.Client, { act, upload, facts, platform }: ReturnType<typeof apiOf>): Promise<readonly [string, string]> {
  const before = await seedFiling(client, 8, 2024, 'late', 7);
  await act(before, 'facts', facts);
  const importId = await upload(before, row(11, '示例子'), row(12, '示例丑', { end: '2024-12-31' }), row(13, '示例寅', { end: '2025-08-31' }));
  await act(before, `rosters/${importId}/take`);
  await act(before, 'commitment');
  await act(before, 'submit', { lateReason: '补报' });
  const prefilled = await seedFiling(client, 9, 2025, 'late', 7);
  await act(prefilled, 'prefill');
  const told = await upload(prefilled, row(11, '示例子'), row(13, '示例寅', { wage: '1500' }), row(14, '示例卯'));
  await act(prefilled, `rosters/${told}/take`);
  await platform(prefilled, ['身份证号,审核结果,认定月数,不予认定原因,申报年度,受理编号,受理日期', `${citizenId(11)},不予认定,0,养老保险未查到,2025,SL-2026-000123,2026-03-05`, `${citizenId(14)},认定,9,,2025,,`, `${citizenId(15)},认定,12,,2025,,`, '123,认定,12,,2025,,'].join('\n'));
  return [before, prefilled];
}

/** Filings in every state that a clerk meets, made over the API where their contents matter. @returns cookies and ids by name */
export async function seedFilings(client: pg.Client, origin: string): Promise<{ readonly sessions: Readonly<Record<string, string>>; readonly ids: Readonly<Record<string, string>> }> {
  const sessions: Record<string, string> = {};
  for (const clerk of CLERKS) sessions[clerk.key] = await seedClerk(client, clerk);
  const { call, act, upload, send, fill } = apiOf(origin, 'filing.clerk');
  /** A job moves what was handed in on: the golden files show it where it comes to rest, and nothing is done to it meanwhile. */
  const compared = async (id: string): Promise<void> => {
    for (let state = 'submitted'; state === 'submitted'; await sleep(100)) state = (await call('GET', id) as { state: string }).state;
  };

  const late = await seedFiling(client, 1, 2025, 'late', 1);
  const done = await fill(late);
  const submitted = await seedFiling(client, 2, 2024, 'late', 1);
  await fill(submitted);
  await act(submitted, 'commitment');
  await act(submitted, 'submit', { lateReason: '原经办人离职，新经办人刚刚接手。' });
  const draft = await seedFiling(client, 3, 2023, 'draft', 1);
  const checked = await upload(draft, row(4, '示例丁'), row(5, '示例戊', { wage: '五千' }), row(6, '示例己', { number: `${citizenId(7)}43` }), row(8, '示例庚', { end: '2019-01-01' }));
  const nothing = await seedFiling(client, 4, 2022, 'draft', 1);
  await act(nothing, 'nothing-to-claim');
  const withdrawn = await seedFiling(client, 5, 2021, 'draft', 1);
  await fill(withdrawn);
  await act(withdrawn, 'commitment');
  await act(withdrawn, 'submit');
  await compared(withdrawn);
  await act(withdrawn, 'withdraw', { words: '名单漏了一个人。' });
  const returned = await seedFiling(client, 6, 2020, 'returned', 1);
  const ready = await seedFiling(client, 7, 2019, 'draft', 1);
  await fill(ready);
  await act(ready, 'commitment');
  const leaving = await upload(ready, row(1, '示例甲'), row(2, '示例乙', { start: '2023-09-01' }));
  const rejected = await upload(returned, row(9, '示例壬', { wage: '很多' }));
  const refused = await send(returned, '这不是花名册\n第一行\n第二行');

  const prefilled = await seedPrefilled(client, apiOf(origin, 'filing.prefilled'));

  await compared(submitted);
  await client.query('UPDATE declaration_step SET at = $1 WHERE declaration_id = ANY ($2)', [OPENED, [late, submitted, draft, nothing, withdrawn, returned, ready, ...prefilled]]);
  await client.query(`DELETE FROM session WHERE kind = 'bearer' AND account_id = ANY ($1)`, [CLERKS.map(({ index }) => idOf(22, index))]);
  const [line] = (await client.query(`SELECT l.id FROM roster_line AS l JOIN filing_version AS v ON v.id = l.version_id WHERE v.declaration_id = $1 ORDER BY l.id DESC LIMIT 1`, [late])).rows as { id: string }[];
  return {
    sessions,
    ids: {
      'filing.late': late, 'filing.submitted': submitted, 'filing.draft': draft, 'filing.nothing': nothing, 'filing.withdrawn': withdrawn, 'filing.returned': returned, 'filing.ready': ready, 'filing.prefilled': prefilled[1],
      'filing.import.checked': checked, 'filing.import.leaving': leaving, 'filing.import.refused': refused, 'filing.import.rejected': rejected, 'filing.import.done': done, 'filing.line': line?.id ?? '',
    },
  };
}

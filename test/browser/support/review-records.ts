import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { citizenIdCheckSign } from '../../../src/kernel/ids/citizen-id.js';

/** 淄川区: no other room's pages look here. */
const REGION = '370302';
const OPENED = '2026-11-16T02:00:00Z';
/** Ahead of the service's clock (set-clock.mjs), so that no session ends during the round. */
const SEEN = '2026-11-16T12:00:00Z';

const idOf = (kind: number, index: number): string => `00000000-0000-4000-8000-${String(kind * 1000 + index).padStart(12, '0')}`;
const tokenOf = (key: string, kind: string): string => `zjs_${createHash('sha256').update(`browser test ${key} ${kind}`).digest('base64url')}`;

/** Area 999999 does not exist: numbers of nobody. */
function citizenId(serial: number): string {
  const first17 = `99999919870${1 + (serial % 9)}1${serial % 10}${String(600 + serial)}`;
  return first17 + citizenIdCheckSign(first17);
}

const EMPLOYER = idOf(41, 1);
const PEOPLE = [
  { key: 'review.first', role: 'first_reviewer', name: '某初审员' }, { key: 'review.second', role: 'second_reviewer', name: '某复审员' }, { key: 'review.monitor', role: 'monitor', name: '某监督员' }, { key: 'review.clerk', role: 'employer_clerk', name: '某经办人' },
] as const;
type Key = (typeof PEOPLE)[number]['key'];

async function seedPeople(client: pg.Client): Promise<Readonly<Record<string, string>>> {
  await client.query(`INSERT INTO organisation (id, kind, name, region_code, created_at) VALUES ($1, 'employer', '不存在的印刷厂', $2, $3), ($4, 'federation', '不存在区残联', $2, $3)`, [EMPLOYER, REGION, OPENED, idOf(41, 2)]);
  await client.query(`INSERT INTO employer (id, uscc, kind, status, registered_at, decided_at, registered_on) VALUES ($1, '91999999MA00004013', 'enterprise', 'verified', $2, $2, '2011-05-01')`, [EMPLOYER, OPENED]);
  for (const [index, { key, role, name }] of PEOPLE.entries()) {
    const [accountId, membershipId, isClerk] = [idOf(42, index), idOf(43, index), role === 'employer_clerk'];
    await client.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, 'zh', $3)`, [accountId, name, OPENED]);
    await client.query(`INSERT INTO membership (id, account_id, role, region_code, organisation_id, employer_id, valid_from, created_at) VALUES ($1, $2, $3, $4, $5, $6, '2026-01-01', $7)`,
      [membershipId, accountId, role, REGION, isClerk ? EMPLOYER : idOf(41, 2), isClerk ? EMPLOYER : null, OPENED]);
    for (const [kind, at] of [['cookie', 44], ['bearer', 45]] as const) {
      await client.query(`INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, $5, 'password', 'Chrome · Windows', $6, $7)`,
        [idOf(at, index), createHash('sha256').update(tokenOf(key, kind)).digest(), accountId, membershipId, kind, OPENED, SEEN]);
    }
  }
  return Object.fromEntries(PEOPLE.map(({ key }) => [key, tokenOf(key, 'cookie')]));
}

const HEADER = '姓名,公民身份号码,证件号码,合同开始,合同结束,月工资,参保开始,岗位,备注';
const row = (serial: number, name: string): string => [name, citizenId(serial), `${citizenId(serial)}43`, '2014-01-01', '', '4200', '2014-01', '装订', ''].join(',');

type Body = Readonly<Record<string, unknown>>;

/** Filings at every step of a review, made over the API by those who take the steps. @returns cookies and ids by name */
export async function seedReviews(client: pg.Client, origin: string): Promise<{ readonly sessions: Readonly<Record<string, string>>; readonly ids: Readonly<Record<string, string>> }> {
  const sessions = await seedPeople(client);
  const bearer = (key: Key): { readonly authorization: string } => ({ authorization: `Bearer ${tokenOf(key, 'bearer')}` });
  const call = async (key: Key, method: string, path: string, body?: object): Promise<Body> => {
    const answer = await fetch(`${origin}/api/v1/${path}`, { method, headers: { ...bearer(key), ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text.startsWith('{') ? JSON.parse(text) as Body : {};
  };
  const version = async (id: string): Promise<number> => (await call('review.first', 'GET', `filings/${id}`) as { version: number }).version;
  const step = async (key: Key, id: string, path: string, body: object = {}): Promise<Body> => call(key, 'POST', `reviews/${id}/${path}`, { version: await version(id), ...body });
  const ids: Record<string, string> = {};

  /** Handed in, compared, with one line that registers prove. */
  const handedIn = async (name: string, index: number): Promise<readonly string[]> => {
    const [id, baseYear] = [idOf(46, index), 2015 + index];
    ids[`review.${name}`] = id;
    await client.query(`INSERT INTO declaration (id, employer_id, base_year, filing_year, region_code, mode, state, state_since, opened_at, deadline) VALUES ($1, $2, $3, $4, $5, 'native', 'draft', $6, $6, $7)`, [id, EMPLOYER, baseYear, baseYear + 1, REGION, OPENED, `2026-12-${10 + index}`]);
    await client.query('INSERT INTO filing_version (id, declaration_id, number, created_at, created_by, changed_at) VALUES ($1, $2, 1, $3, $4, $3)', [idOf(47, index), id, OPENED, idOf(42, 3)]);
    const act = async (path: string, body: object = {}): Promise<Body> => call('review.clerk', 'POST', `filings/${id}/${path}`, { version: await version(id), ...body });
    await act('facts', { monthlyStaff: Array.from({ length: 12 }, () => 96), totalWages: '7680000.00', alreadyPaid: '0.00' });
    const form = new FormData();
    form.append('file', new Blob([[HEADER, row(index * 10 + 1, '示例甲'), row(index * 10 + 2, '示例乙'), row(index * 10 + 3, '示例丙')].join('\n')]), '花名册.csv');
    const { id: importId } = await (await fetch(`${origin}/api/v1/filings/${id}/rosters`, { method: 'POST', headers: bearer('review.clerk'), body: form })).json() as { id: string };
    for (let state = 'reading'; state === 'reading'; await sleep(50)) state = (await call('review.clerk', 'GET', `filings/${id}/rosters/${importId}`) as { state: string }).state;
    await act(`rosters/${importId}/take`);
    await act('commitment');
    await act('submit');
    for (let state = 'submitted'; state === 'submitted'; await sleep(50)) state = (await call('review.clerk', 'GET', `filings/${id}`) as { state: string }).state;
    const lines = (await client.query('SELECT id::text FROM roster_line WHERE version_id = $1 ORDER BY id', [idOf(47, index)])).rows.map(({ id: line }: { id: string }) => line);
    await client.query(`UPDATE line_comparison AS c SET counted = l.months, provisional = 0, paper = 0, insured = l.months, contracted = l.months, groups = '[]', notes = '[]', sources = $2 FROM roster_line AS l WHERE l.id = c.line_id AND c.line_id = $1`, [lines[0], JSON.stringify({ certificate: { source: '示例证件登记', asOf: OPENED }, insurance: { source: '示例参保登记', asOf: OPENED } })]);
    await client.query('UPDATE version_comparison SET doubtful = lines - 1, paper = lines - 1 WHERE version_id = $1', [idOf(47, index)]);
    return lines;
  };
  const begun = async (id: string): Promise<void> => {
    await step('review.first', id, 'accept');
    await step('review.first', id, 'begin');
  };
  const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const checked = async (id: string, [, second = '', third = '']: readonly string[], lost: boolean): Promise<void> => {
    await begun(id);
    await step('review.first', id, 'clear-lines');
    await step('review.first', id, `lines/${second}/decision`, { months: ALL, reason: 'paper_proves' });
    await step('review.first', id, `lines/${third}/decision`, lost ? { months: [1, 2, 3], reason: 'insurance_missing', words: '4 月起没有缴费记录。' } : { months: ALL, reason: 'explained' });
    await step('review.first', id, 'first-check', { words: '第三行请再看一遍。' });
  };
  const determined = async (id: string, lines: readonly string[], lost: boolean): Promise<void> => {
    await checked(id, lines, lost);
    await step('review.second', id, 'second-check');
  };
  const idFor = (name: string): string => ids[`review.${name}`] ?? '';

  const [, paper = ''] = await handedIn('checking', 0);
  const file = new FormData();
  file.append('lineId', paper);
  file.append('need', 'wage');
  file.append('file', new Blob(['%PDF-1.7 example'], { type: 'application/pdf' }), '工资表.pdf');
  const stored = await fetch(`${origin}/api/v1/filings/${idFor('checking')}/papers`, { method: 'POST', headers: bearer('review.clerk'), body: file });
  if (!stored.ok) throw new Error(`paper: ${stored.status} ${await stored.text()}`);
  const [, acceptedLine = ''] = await handedIn('accepted', 1);
  await step('review.first', idFor('accepted'), 'accept');
  const [clear = '', doubtful = ''] = await handedIn('first', 2);
  await begun(idFor('first'));
  const secondLines = await handedIn('second', 3);
  await checked(idFor('second'), secondLines, true);
  await client.query(`INSERT INTO claim_signal (id, declaration_id, code, grounds, state, found_at) VALUES ($1, $2, 'floor_wage', '{"persons": 3, "of": 3}', 'open', $3)`, [idOf(48, 3), idFor('second'), OPENED]);
  const decidedLines = await handedIn('determined', 4);
  await determined(idFor('determined'), decidedLines, true);
  const objectedLines = await handedIn('objected', 5);
  await determined(idFor('objected'), objectedLines, true);
  await call('review.clerk', 'POST', `filings/${idFor('objected')}/objections`, { version: await version(idFor('objected')), lines: [{ lineId: objectedLines[2], ground: 'paper_available', words: '后来补缴了，有凭证。' }], words: '请复查。' });
  const correctedLines = await handedIn('correcting', 6);
  await determined(idFor('correcting'), correctedLines, false);
  await step('review.first', idFor('correcting'), 'correction', { words: '审计发现一人没有到岗。' });
  const returnedLines = await handedIn('returned', 7);
  await step('review.first', idFor('returned'), 'return', { items: [{ lineId: returnedLines[1], need: 'contract', words: '合同缺签字页。' }, { need: 'facts', words: '12 月人数请核对。' }], dueOn: '2026-12-10', words: '请按期补正。' });
  const archivedLines = await handedIn('archived', 8);
  await determined(idFor('archived'), archivedLines, false);
  // An archive waits for the determination that a job writes.
  for (let issued = 0; issued === 0; await sleep(50)) issued = (await client.query('SELECT FROM determination WHERE declaration_id = $1', [idFor('archived')])).rowCount ?? 0;
  await step('review.first', idFor('archived'), 'archive');

  // Its day has passed since: only then may it be treated as nobody placed.
  await client.query(`UPDATE declaration SET due_on = '2026-11-13' WHERE id = $1`, [idFor('returned')]);
  await client.query(`UPDATE correction_request SET sent_at = '2026-11-02T02:00:00Z', due_on = '2026-11-13' WHERE declaration_id = $1`, [idFor('returned')]);
  await client.query('UPDATE declaration_step SET at = $1 WHERE declaration_id = ANY ($2)', [OPENED, Object.values(ids)]);
  await client.query(`DELETE FROM session WHERE kind = 'bearer' AND account_id = ANY ($1)`, [PEOPLE.map((_, index) => idOf(42, index))]);
  return { sessions, ids: { ...ids, 'review.line.paper': paper, 'review.line.accepted': acceptedLine, 'review.line.clear': clear, 'review.line.doubtful': doubtful, 'review.line.refused': decidedLines[2] ?? '' } };
}

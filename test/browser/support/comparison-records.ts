import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { citizenIdCheckSign } from '../../../src/kernel/ids/citizen-id.js';

/** 沂源县: no other room's pages look here; and 吴兴区, for which its reviewer is not responsible. */
const HERE = '370323';
const BEYOND = '330502';
const NOWHERE = '370321';
const OPENED = '2026-11-16T02:00:00Z';
/** Ahead of the service's clock (set-clock.mjs), so that no session ends during the round. */
const SEEN = '2026-11-16T12:00:00Z';

const idOf = (kind: number, index: number): string => `00000000-0000-4000-8000-${String(kind * 1000 + index).padStart(12, '0')}`;
const tokenOf = (key: string, kind: string): string => `zjs_${createHash('sha256').update(`browser test ${key} ${kind}`).digest('base64url')}`;

/** Area 999999 does not exist: numbers of nobody. */
function citizenId(serial: number): string {
  const first17 = `99999919890${1 + (serial % 9)}1${serial % 10}${String(300 + serial)}`;
  return first17 + citizenIdCheckSign(first17);
}

type Someone = { readonly key: string; readonly index: number; readonly name: string; readonly role: string; readonly region: string; readonly employer: readonly [name: string, uscc: string] | null };

const PEOPLE: readonly Someone[] = [
  { key: 'comparison.clerk', index: 1, name: '某经办人', role: 'employer_clerk', region: HERE, employer: ['不存在的玩具厂', '91999999MA00003015'] },
  { key: 'comparison.other', index: 2, name: '某经办人', role: 'employer_clerk', region: HERE, employer: ['不存在的快递站', '91999999MA00003028'] },
  { key: 'comparison.far', index: 3, name: '某经办人', role: 'employer_clerk', region: BEYOND, employer: ['不存在的丝绸厂', '91999999MA00003030'] },
  { key: 'comparison.reviewer', index: 4, name: '某初审员', role: 'first_reviewer', region: HERE, employer: null },
  { key: 'comparison.newcomer', index: 5, name: '某初审员', role: 'first_reviewer', region: NOWHERE, employer: null },
];

async function seedSomeone(client: pg.Client, { key, index, name, role, region, employer }: Someone): Promise<string> {
  const [employerId, accountId, membershipId] = [idOf(31, index), idOf(32, index), idOf(33, index)];
  if (employer !== null) {
    await client.query(`INSERT INTO organisation (id, kind, name, region_code, created_at) VALUES ($1, 'employer', $2, $3, $4)`, [employerId, employer[0], region, OPENED]);
    await client.query(`INSERT INTO employer (id, uscc, kind, status, registered_at, decided_at, registered_on) VALUES ($1, $2, 'enterprise', 'verified', $3, $3, '2012-05-01')`, [employerId, employer[1], OPENED]);
  }
  await client.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, 'zh', $3)`, [accountId, name, OPENED]);
  const own = employer === null ? null : employerId;
  await client.query(`INSERT INTO membership (id, account_id, role, region_code, organisation_id, employer_id, valid_from, created_at) VALUES ($1, $2, $3, $4, $5, $5, '2026-01-01', $6)`, [membershipId, accountId, role, region, own, OPENED]);
  for (const [kind, at] of [['cookie', 34], ['bearer', 35]] as const) {
    await client.query(`INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, $5, 'password', 'Chrome · Windows', $6, $7)`,
      [idOf(at, index), createHash('sha256').update(tokenOf(key, kind)).digest(), accountId, membershipId, kind, OPENED, SEEN]);
  }
  return tokenOf(key, 'cookie');
}

async function seedFiling(client: pg.Client, { index, region }: Someone): Promise<string> {
  const id = idOf(36, index);
  await client.query(
    `INSERT INTO declaration (id, employer_id, base_year, filing_year, region_code, mode, state, state_since, opened_at, deadline, is_late) VALUES ($1, $2, 2025, 2026, $3, 'companion', 'late', $4, $4, '2026-10-31', true)`,
    [id, idOf(31, index), region, OPENED],
  );
  await client.query('INSERT INTO filing_version (id, declaration_id, number, created_at, created_by, changed_at) VALUES ($1, $2, 1, $3, $4, $3)', [idOf(37, index), id, OPENED, idOf(32, index)]);
  return id;
}

const HEADER = '姓名,公民身份号码,证件号码,合同开始,合同结束,月工资,参保开始,岗位';
const row = (serial: number, name: string, start: string): string => [name, citizenId(serial), `${citizenId(serial)}43`, start, '', '4200', '2020-01', '包装'].join(',');

/** Rosters by clerk: 示例戊 and 示例己 are claimed by two employers of the county, 示例庚 by one of another province too. */
const ROSTERS: Readonly<Record<string, readonly string[]>> = {
  'comparison.clerk': [row(1, '示例甲', '2020-01-01'), row(2, '示例乙', '2020-01-01'), row(3, '示例丙', '2020-01-01'), row(4, '示例丁', '2020-01-01'), row(5, '示例戊', '2020-01-01'), row(6, '示例己', '2025-10-01'), row(7, '示例庚', '2025-11-01')],
  'comparison.other': [row(5, '示例戊', '2025-10-01'), row(6, '示例己', '2020-01-01')],
  'comparison.far': [row(7, '示例庚', '2020-01-01')],
};

type Ids = Readonly<Record<string, string>>;

/** What registers tell of the first employer's people: 示例甲 is proved, the others begin late or are not known. @param facts the batches that are there */
async function tellFacts(client: pg.Client, facts: Ids): Promise<void> {
  const [insurance, wages, cards] = [facts['facts.loaded'], facts['facts.refused'], facts['facts.whole']];
  const lines = (await client.query(`SELECT registry_person_id AS person FROM roster_line WHERE version_id = $1 ORDER BY id`, [idOf(37, 1)])).rows as { person: string }[];
  const own = PEOPLE[0]?.employer?.[1];
  const insured = async (at: number, months: readonly number[]): Promise<void> => {
    for (const kind of ['pension', 'medical']) await client.query('INSERT INTO insurance_month (registry_person_id, month, kind, employer_key, batch_id) SELECT $1, 202500 + m, $2, $3, $4 FROM unnest($5::int[]) AS v (m)', [lines[at]?.person, kind, own, insurance, months]);
  };
  const certified = async (at: number, grades: readonly (readonly [from: string, until: string | null, grade: number])[]): Promise<void> => {
    const [{ id }] = (await client.query(
      `INSERT INTO certificate_fact (registry_person_id, kind, number, number_index_a, category, first_issued_on, valid_until, source, batch_id, as_of) VALUES ($1, 'disability', 'x', $2, 4, '2018-01-01', '2028-01-01', '持证登记', $3, $4) RETURNING id`,
      [lines[at]?.person, `test.browser ${at}`, cards, OPENED])).rows as [{ id: string }];
    for (const [from, until, grade] of grades) await client.query('INSERT INTO certificate_grade (certificate_id, grade, from_date, until_date, batch_id) VALUES ($1, $2, $3, $4, $5)', [id, grade, from, until, cards]);
  };
  const all = Array.from({ length: 12 }, (_, at) => at + 1);
  await insured(0, all);
  await client.query('INSERT INTO wage_month (registry_person_id, month, uscc, fen, batch_id) SELECT $1, 202500 + m, $2, 420000, $3 FROM unnest($4::int[]) AS v (m)', [lines[0]?.person, own, wages, all]);
  await certified(0, [['2018-01-01', null, 3]]);
  await certified(1, [['2018-01-01', '2025-08-31', 3], ['2025-09-01', null, 2]]);
  for (const at of [2, 3]) await insured(at, [11, 12]);
}

/** Filings that were compared, their conflicts and signals, made over the API. @returns cookies and ids by name */
export async function seedComparison(client: pg.Client, origin: string, facts: Ids): Promise<{ readonly sessions: Ids; readonly ids: Ids }> {
  const sessions: Record<string, string> = {};
  for (const someone of PEOPLE) sessions[someone.key] = await seedSomeone(client, someone);
  const call = async (by: string, method: string, path: string, body?: object | FormData): Promise<Readonly<Record<string, unknown>>> => {
    const json = body !== undefined && !(body instanceof FormData);
    const answer = await fetch(`${origin}/api/v1/${path}`, {
      method, headers: { authorization: `Bearer ${tokenOf(by, 'bearer')}`, ...(json ? { 'content-type': 'application/json' } : {}) }, ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body as FormData }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text.startsWith('{') ? JSON.parse(text) as Readonly<Record<string, unknown>> : {};
  };
  // The one whose pages are shown comes last, when everything that the others say of its people is there.
  for (const someone of PEOPLE.filter(({ employer }) => employer !== null).reverse()) {
    const { key } = someone;
    // One telephone of all three, as of an agency that files for them.
    await call(key, 'PUT', `employers/${idOf(31, someone.index)}/contacts/personnel`, { phone: '19900008999' });
    const id = await seedFiling(client, someone);
    const act = async (what: string, body: object = {}): Promise<unknown> => call(key, 'POST', `filings/${id}/${what}`, { version: (await call(key, 'GET', `filings/${id}`) as { version: number }).version, ...body });
    await act('facts', { monthlyStaff: Array.from({ length: 12 }, () => 180), totalWages: '14400000.00' });
    const form = new FormData();
    form.append('file', new Blob([[HEADER, ...ROSTERS[key] ?? []].join('\n')]), '花名册.csv');
    const { id: importId } = await call(key, 'POST', `filings/${id}/rosters`, form) as { id: string };
    for (let state = 'reading'; state === 'reading'; await sleep(50)) state = (await call(key, 'GET', `filings/${id}/rosters/${importId}`) as { state: string }).state;
    await act(`rosters/${importId}/take`);
    if (key === 'comparison.clerk') await tellFacts(client, facts);
    await act('commitment');
    await act('submit', { lateReason: '原经办人离职，新经办人刚刚接手。' });
    for (let state = 'submitted'; state === 'submitted'; await sleep(100)) state = (await call(key, 'GET', `filings/${id}`) as { state: string }).state;
  }
  const ids = await settled(client, call);
  await client.query(`DELETE FROM session WHERE kind = 'bearer' AND account_id = ANY ($1)`, [PEOPLE.map(({ index }) => idOf(32, index))]);
  return { sessions, ids: { 'comparison.filing': idOf(36, 1), ...ids } };
}

type Call = (by: string, method: string, path: string, body?: object) => Promise<Readonly<Record<string, unknown>>>;
type Listed = { readonly items: readonly { readonly id: string; readonly overlapping: readonly string[]; readonly code: string; readonly version: number }[] };
type Side = { readonly uscc: string; readonly claimed: readonly string[] };

/** One conflict is settled, one is open, one lies beyond the area; one signal was looked into. */
async function settled(client: pg.Client, call: Call): Promise<Readonly<Record<string, string>>> {
  const reviewer = 'comparison.reviewer';
  const { items: conflicts } = await call(reviewer, 'GET', 'conflicts') as Listed;
  const ids: Record<string, string> = {};
  for (const { id, overlapping } of conflicts) {
    const { sides } = await call(reviewer, 'GET', `conflicts/${id}`) as { sides: readonly Side[] };
    const claimed = sides.find(({ uscc }) => uscc === PEOPLE[0]?.employer?.[1])?.claimed.length;
    ids[overlapping.length === 2 ? 'conflict.beyond' : claimed === 12 ? 'conflict.open' : 'conflict.settled'] = id;
  }
  await call(reviewer, 'POST', `conflicts/${ids['conflict.settled']}/settle`, { version: 1, awards: [{ uscc: PEOPLE[1]?.employer?.[1], months: [10, 11] }], reason: 'contract_here', words: '电话核实，合同在快递站。' });
  // Found in one moment: their order would be that of random ids.
  await client.query(`UPDATE claim_conflict SET found_at = $2 WHERE id = $1`, [ids['conflict.open'], OPENED]);
  const { items: signals } = await call(reviewer, 'GET', 'signals') as Listed;
  for (const { id, code } of signals) ids[code === 'late_insurance' ? 'signal.open' : 'signal.looked'] = id;
  await call(reviewer, 'POST', `signals/${ids['signal.looked']}/look`, { version: 1, state: 'no_concern', words: '三家单位委托同一家代理机构报送，已经核实。' });
  return ids;
}

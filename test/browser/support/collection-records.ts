import { createHash } from 'node:crypto';
import type pg from 'pg';
import { localDate } from '../../../src/kernel/local-date.js';
import { seedInspections, seedLeading } from './oversight-records.js';
import { canonicalJson, PolicyBook, shippedPolicyFolder } from '../../../src/policy/index.js';
import { LevySimulator } from '../../../src/quota/levy/domain/simulate.js';

/** 沂源县: no other room's pages look here. */
export const REGION = '370323';
const ELSEWHERE = '370321';
export const OPENED = '2026-11-16T02:00:00Z';
/** Ahead of the service's clock (set-clock.mjs), so that no session ends during the round. */
const SEEN = '2026-11-16T12:00:00Z';

/** Kinds of its own, so that no other part of the round makes the same ids. */
export const idOf = (kind: number, index: number): string => `00000000-0000-4000-8000-${String((100 + kind) * 1000 + index).padStart(12, '0')}`;
const tokenOf = (key: string, kind: string): string => `zjs_${createHash('sha256').update(`browser test ${key} ${kind}`).digest('base64url')}`;

const PEOPLE = [
  { key: 'collection.clerk', role: 'employer_clerk', name: '某经办人', region: REGION }, { key: 'collection.reviewer', role: 'second_reviewer', name: '某复审员', region: REGION },
  { key: 'collection.finance', role: 'finance_officer', name: '某财政干部', region: REGION }, { key: 'collection.tax', role: 'tax_liaison', name: '某税务联络员', region: REGION },
  { key: 'collection.monitor', role: 'monitor', name: '某监督员', region: REGION }, { key: 'collection.elsewhere', role: 'tax_liaison', name: '某税务联络员', region: ELSEWHERE },
  { key: 'collection.inspector', role: 'inspector', name: '某核查员', region: REGION }, { key: 'collection.newcomer', role: 'employer_clerk', name: '某经办人', region: REGION },
  { key: 'collection.elsewhere-monitor', role: 'monitor', name: '某监督员', region: ELSEWHERE }, { key: 'collection.debtor', role: 'employer_clerk', name: '某经办人', region: REGION },
] as const;

/** Employers of nobody, each with what became of its determination. */
const EMPLOYERS = ['不存在的纸箱厂', '不存在的木器厂', '不存在的水泥厂', '不存在的茶叶公司', '不存在的物流公司', '不存在的砖瓦厂'] as const;
const USCCS = ['91999999MA0000301P', '91999999MA0000302T', '91999999MA0000303X', '91999999MA00003041', '91999999MA00003054', '91999999MA00003067'] as const;

type Person = (typeof PEOPLE)[number];

/** Whom a clerk speaks for, by index; the first where nothing is said. */
const EMPLOYER_OF: Readonly<Partial<Record<string, number>>> = { 'collection.newcomer': 5, 'collection.debtor': 2 };

async function seedPeople(client: pg.Client): Promise<Readonly<Record<string, string>>> {
  await client.query(`INSERT INTO organisation (id, kind, name, region_code, created_at) VALUES ($1, 'federation', '不存在县残联', $2, $3)`, [idOf(31, 900), REGION, OPENED]);
  for (const [index, name] of EMPLOYERS.entries()) {
    await client.query(`INSERT INTO organisation (id, kind, name, region_code, created_at) VALUES ($1, 'employer', $2, $3, $4)`, [idOf(31, index), name, REGION, OPENED]);
    await client.query(`INSERT INTO employer (id, uscc, kind, status, registered_at, decided_at, registered_on) VALUES ($1, $2, 'enterprise', 'verified', $3, $3, '2010-05-01')`, [idOf(31, index), USCCS[index], OPENED]);
  }
  for (const [index, person] of PEOPLE.entries()) await seedPerson(client, index, person);
  return Object.fromEntries(PEOPLE.map(({ key }) => [key, tokenOf(key, 'cookie')]));
}

async function seedPerson(client: pg.Client, index: number, { key, role, name, region }: Person): Promise<void> {
  const [accountId, membershipId] = [idOf(32, index), idOf(33, index)];
  const isClerk = role === 'employer_clerk';
  const organisation = isClerk ? idOf(31, EMPLOYER_OF[key] ?? 0) : role === 'second_reviewer' ? idOf(31, 900) : null;
  await client.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, 'zh', $3)`, [accountId, name, OPENED]);
  await client.query(`INSERT INTO membership (id, account_id, role, region_code, organisation_id, employer_id, valid_from, created_at) VALUES ($1, $2, $3, $4, $5, $6, '2026-01-01', $7)`, [membershipId, accountId, role, region, organisation, isClerk ? organisation : null, OPENED]);
  for (const [kind, at] of [['cookie', 34], ['bearer', 35]] as const) {
    await client.query(`INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, $5, 'password', 'Chrome · Windows', $6, $7)`,
      [idOf(at, index), createHash('sha256').update(tokenOf(key, kind)).digest(), accountId, membershipId, kind, OPENED, SEEN]);
  }
}

type Wanted = {
  readonly index: number;
  readonly employer: number;
  readonly baseYear: number;
  readonly code: string;
  readonly arranged: string;
  readonly mode?: 'companion' | 'native';
  readonly outcome?: 'determined' | 'corrected';
  readonly withTrial?: boolean;
  readonly supersedes?: number;
  readonly versionNumber?: number;
};

/** A determination as it would have been issued; its seal is no seal, which only the check of a copy would find. */
async function seedDetermination(client: pg.Client, simulator: LevySimulator, { index, employer, baseYear, code, arranged, mode = 'companion', outcome = 'determined', withTrial = true, supersedes, versionNumber = 1 }: Wanted): Promise<void> {
  const declaration = supersedes === undefined ? idOf(36, index) : idOf(36, supersedes);
  if (supersedes === undefined) {
    await client.query(`INSERT INTO declaration (id, employer_id, base_year, filing_year, region_code, mode, state, state_since, opened_at) VALUES ($1, $2, $3, $4, $5, $6, 'determined', $7, $7)`, [declaration, idOf(31, employer), baseYear, baseYear + 1, REGION, mode, OPENED]);
  }
  const numberOf = (at: number): string => `残审认〔2026〕${REGION}-${String(at + 1).padStart(5, '0')}号`;
  const run = simulator.run({ id: code, region: REGION, baseYear, employerKind: 'enterprise', headcount: { average: '200' }, averageWage: '80000', arrangedCount: arranged, filingDate: `${baseYear + 1}-09-01` }, { statement: true });
  const trial = withTrial && run.ok ? run : null;
  const content = {
    format: 'zhujiu.determination/1', number: numberOf(index), code, outcome, mode, employer: { name: EMPLOYERS[employer], uscc: USCCS[employer], kind: 'enterprise' }, regionCode: REGION, baseYear, versionNumber, arranged,
    declared: { staff: trial?.staff ?? null, required: trial?.required ?? null }, trial,
    remedies: { ways: [{ kind: 'reconsideration', within: 60, unit: 'days' }, { kind: 'court', within: 6, unit: 'months' }], reference: { title: '中华人民共和国行政复议法（2023年9月1日修订）、中华人民共和国行政诉讼法（2017年6月27日修正）', article: '第二十条；第四十六条', href: null }, confirmed: true },
    decidedOn: '2026-11-12', issuedOn: '2026-11-13', issuer: '不存在县残联', supersedes: supersedes === undefined ? null : numberOf(supersedes), verifyAt: `/verify/${code}`,
  };
  const text = canonicalJson(content);
  const months = Math.round(Number(arranged) * 12);
  await client.query(
    `INSERT INTO determination (id, declaration_id, version_number, employer_id, employer_name, uscc, region_code, base_year, number, code, outcome, arranged, counted_months, weighted_months, required, content, digest, seal_algorithm,
       seal_key, seal_signature, issued_at, issuer, supersedes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $15, $16, 'ed25519', 'none', '', $17, '不存在县残联', $18)`,
    [idOf(37, index), declaration, versionNumber, idOf(31, employer), EMPLOYERS[employer], USCCS[employer], REGION, baseYear, numberOf(index), code, outcome, arranged, months, trial?.required ?? null, text,
      createHash('sha256').update(text).digest(), `2026-11-13T0${index % 10}:00:00Z`, supersedes === undefined ? null : idOf(37, supersedes)],
  );
  if (supersedes !== undefined) await client.query(`UPDATE assessment SET state = 'superseded' WHERE id = $1`, [idOf(38, supersedes)]);
  const fen = (yuan: string | undefined): string | null => (yuan === undefined ? null : yuan.replace('.', ''));
  await client.query(
    `INSERT INTO assessment (id, determination_id, employer_id, region_code, base_year, state, state_since, opened_at, supersedes, trial_staff, trial_due, trial_relief, trial_payable, trial_refund)
     VALUES ($1, $2, $3, $4, $5, 'pending', $6, $6, $7, $8, $9, $10, $11, $12)`,
    [idOf(38, index), idOf(37, index), idOf(31, employer), REGION, baseYear, `2026-11-13T0${index % 10}:00:00Z`, supersedes === undefined ? null : idOf(38, supersedes), trial?.staff ?? null, fen(trial?.due), fen(trial?.relief.amount),
      fen(trial?.payable), fen(trial?.refundDue)],
  );
  await client.query(`INSERT INTO assessment_step (assessment_id, act, from_state, to_state, at) VALUES ($1, 'open', NULL, 'pending', $2)`, [idOf(38, index), OPENED]);
}

/** Everything after the review, by what others would tell over the API. @returns cookies and ids by name */
export async function seedCollection(client: pg.Client, origin: string): Promise<{ readonly sessions: Readonly<Record<string, string>>; readonly ids: Readonly<Record<string, string>> }> {
  const sessions = await seedPeople(client);
  const simulator = new LevySimulator(PolicyBook.load(shippedPolicyFolder), localDate('2026-11-16'));
  const determine = (wanted: Wanted): Promise<void> => seedDetermination(client, simulator, wanted);
  await determine({ index: 0, employer: 0, baseYear: 2025, code: '7KQM2XRD9F4T', arranged: '5' });
  await determine({ index: 1, employer: 1, baseYear: 2025, code: '8KQM2XRD9F4U', arranged: '1' });
  await determine({ index: 2, employer: 1, baseYear: 2025, code: '9KQM2XRD9F4V', arranged: '1.5', outcome: 'corrected', supersedes: 1, versionNumber: 2 });
  await determine({ index: 3, employer: 2, baseYear: 2025, code: 'AKQM2XRD9F4W', arranged: '0.5' });
  await determine({ index: 4, employer: 3, baseYear: 2025, code: 'BKQM2XRD9F4X', arranged: '3' });
  await determine({ index: 5, employer: 4, baseYear: 2024, code: 'CKQM2XRD9F4Y', arranged: '2', mode: 'native', withTrial: false });
  await determine({ index: 6, employer: 2, baseYear: 2024, code: 'DKQM2XRD9F4Z', arranged: '0' });
  await determine({ index: 7, employer: 4, baseYear: 2023, code: 'EKQM2XRD9F42', arranged: '1' });
  const api = apiOf(origin);
  const ids = { ...await exchanges(api), ...await reliefs(api, client), ...await credits(api, client), ...await notices(api, client), ...await seedLeading(api, client), ...await seedInspections(api, client) };
  await client.query('UPDATE assessment_step SET at = $1', [OPENED]);
  // A minute apart, so that lists stand in one order, whatever ids were made. The digest of a batch is of its moment too.
  await client.query(`UPDATE tax_batch SET digest = repeat('d', 64), made_at = $1::timestamptz + (base_year - 2024) * interval '1 minute', acknowledged_at = CASE WHEN acknowledged_at IS NULL THEN NULL ELSE $1::timestamptz + interval '1 hour' END`, [OPENED]);
  await client.query(`UPDATE exchange_import AS i SET received_at = $1::timestamptz + o.place * interval '1 minute' FROM (SELECT id, row_number() OVER (ORDER BY batch) AS place FROM exchange_import) AS o WHERE o.id = i.id`, [OPENED]);
  await client.query(`DELETE FROM session WHERE kind = 'bearer' AND account_id = ANY ($1)`, [PEOPLE.map((_, index) => idOf(32, index))]);
  return {
    sessions,
    ids: {
      ...ids, 'determination.standing': idOf(37, 0), 'determination.before': idOf(37, 1), 'determination.native': idOf(37, 5), 'assessment.pending': idOf(38, 0), 'assessment.before': idOf(38, 1),
      'assessment.corrected': idOf(38, 2), 'assessment.arrears': idOf(38, 3), 'assessment.settled': idOf(38, 4), 'assessment.late-fee': idOf(38, 6),
    },
  };
}

export type Api = (by: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object | Blob) => Promise<Readonly<Record<string, unknown>>>;

const apiOf = (origin: string): Api => async (by, method, path, body) => {
  const form = new FormData();
  if (body instanceof Blob) form.append('file', body, '材料.pdf');
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method, headers: { authorization: `Bearer ${tokenOf(`collection.${by}`, 'bearer')}`, ...(body instanceof Blob || method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    ...(method === 'GET' ? {} : { body: body instanceof Blob ? form : JSON.stringify(body ?? {}) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text.startsWith('{') ? JSON.parse(text) as Readonly<Record<string, unknown>> : {};
};

export type Made = { readonly id: string };
const common = (employer: number, baseYear: number) => ({ uscc: USCCS[employer], baseYear });

/** A batch of the tax authority, which has no key with us. */
function sent(batch: string, baseYear: number, records: readonly object[]): Blob {
  const signed = [{ format: 'zhujiu.exchange/1', party: 'tax', sender: REGION, batch, baseYear, records: records.length }, ...records].map((line) => `${JSON.stringify(line)}\n`).join('');
  return new Blob([signed, `${JSON.stringify({ digest: createHash('sha256').update(signed).digest('hex') })}\n`]);
}

async function exchanges(api: Api): Promise<Readonly<Record<string, string>>> {
  const { id: made } = await api('reviewer', 'POST', '/tax/batches', { regionCode: REGION, baseYear: 2025 }) as Made;
  const { id: acknowledged, digest } = await api('reviewer', 'POST', '/tax/batches', { regionCode: REGION, baseYear: 2024 }) as Made & { digest: string };
  await api('tax', 'POST', `/tax/batches/${acknowledged}/acknowledge`, { digest });
  const { id: clean } = await api('tax', 'POST', '/tax/imports', sent('SW-2026-11-01', 2025, [
    { kind: 'declaration', record: 'SB-1', ...common(3, 2025), on: '2026-11-02', staff: '200', arranged: '3', due: '0.00', relief: '0.00', payable: '0.00' },
    { kind: 'declaration', record: 'SB-2', ...common(2, 2025), on: '2026-11-02', staff: '210', arranged: '0.5', due: '212000.00', relief: '21200.00', payable: '190800.00' },
    { kind: 'arrears', record: 'QJ-1', ...common(2, 2025), on: '2026-11-10', amount: '190800.00' },
    { kind: 'declaration', record: 'SB-3', ...common(5, 2025), on: '2026-11-03', due: '90000.00', relief: '9000.00', payable: '81000.00' },
    { kind: 'payment', record: 'JK-1', ...common(5, 2025), on: '2026-11-04', amount: '81000.00' },
  ])) as Made;
  await api('tax', 'POST', '/tax/imports', sent('SW-2025-12-01', 2024, [
    { kind: 'declaration', record: 'SB-9', ...common(2, 2024), on: '2025-09-02', staff: '200', arranged: '0', due: '240000.00', relief: '24000.00', payable: '216000.00' },
    { kind: 'arrears', record: 'QJ-9', ...common(2, 2024), on: '2026-10-01', amount: '216000.00' },
  ]));
  await api('finance', 'POST', `/assessments/${idOf(38, 6)}/warnings`, { document: '不财催〔2026〕1号', issuedOn: '2026-10-10' });
  await api('finance', 'POST', `/assessments/${idOf(38, 6)}/orders`, { document: '不财责〔2026〕1号', issuedOn: '2026-10-15', expiresOn: '2026-10-31', amount: '216000.00' });
  const { id: faults } = await api('tax', 'POST', '/tax/imports', sent('SW-2026-11-02', 2025, [
    { kind: 'payment', record: 'JK-2', uscc: '91999999MA9000900E', baseYear: 2025, on: '2026-11-05', amount: '5.00' }, { kind: 'payment', record: 'JK-3', ...common(2, 2025), on: '2026-11-05', amount: '五元' },
    { kind: 'payment', record: 'JK-1', ...common(5, 2025), on: '2026-11-04', amount: '80000.00' }, { kind: 'payment', record: 'JK-4', ...common(2, 2024), on: '2026-11-05', amount: '5.00' },
  ])) as Made;
  return { 'batch.made': made, 'batch.acknowledged': acknowledged, 'import.clean': clean, 'import.faults': faults };
}

const PAPER = new Blob(['%PDF-1.7\n']);

async function reliefs(api: Api, client: pg.Client): Promise<Readonly<Record<string, string>>> {
  const grounds = '仓库在洪水中受损，机器全部报废，停工三个月。';
  const ask = async (kind: 'relief' | 'deferral', over: object): Promise<string> => (await api('clerk', 'POST', `/assessments/${idOf(38, 0)}/relief-requests`, { kind, grounds, ...over }) as Made).id;
  // The quota of this employer is met and nothing is owed; for the time of asking something is.
  await client.query(`UPDATE assessment SET trial_payable = 10000000 WHERE id = $1`, [idOf(38, 0)]);
  const decided = await ask('deferral', { months: 2 });
  await api('clerk', 'POST', `/relief-requests/${decided}/evidence`, PAPER);
  await api('reviewer', 'POST', `/relief-requests/${decided}/forward`, { version: 1 });
  await api('finance', 'POST', `/relief-requests/${decided}/decide`, { version: 2, outcome: 'granted', document: '不财缓〔2026〕1号', decidedOn: '2026-11-10', until: '2026-12-31' });
  const made = await ask('deferral', { months: 3 });
  const forwarded = await ask('relief', { amount: '50000.00' });
  await client.query(`UPDATE assessment SET trial_payable = 0 WHERE id = $1`, [idOf(38, 0)]);
  await api('clerk', 'POST', `/relief-requests/${forwarded}/evidence`, PAPER);
  await api('reviewer', 'POST', `/relief-requests/${forwarded}/forward`, { version: 1 });
  return { 'relief.decided': decided, 'relief.made': made, 'relief.forwarded': forwarded };
}

async function credits(api: Api, client: pg.Client): Promise<Readonly<Record<string, string>>> {
  const row = async (index: number, assessment: number, state: string, over: { readonly respondBy: string; readonly recorded?: boolean; readonly reason?: string }): Promise<string> => {
    const id = idOf(39, index);
    await client.query(
      `INSERT INTO credit_record (id, assessment_id, state, noticed_at, respond_by, recorded_at, removed_at, end_reason, change) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, nextval('credit_record_change'))`,
      [id, idOf(38, assessment), state, OPENED, over.respondBy, over.recorded === true ? OPENED : null, state === 'removed' ? OPENED : null, over.reason ?? null],
    );
    return id;
  };
  const objected = await row(4, 7, 'noticed', { respondBy: '2026-12-10' });
  // The clerk speaks for that employer for a moment.
  const actFor = (employer: number): Promise<unknown> => client.query('UPDATE membership SET employer_id = $2 WHERE id = $1', [idOf(33, 0), idOf(31, employer)]);
  await actFor(4);
  await api('clerk', 'POST', `/credit-records/${objected}/objection`, { version: 1, words: '当年已经缴清，有缴款凭证。' });
  await actFor(0);
  await client.query('UPDATE credit_objection SET made_at = $1', [OPENED]);
  return {
    'credit.objected': objected, 'credit.told': await row(5, 0, 'noticed', { respondBy: '2026-12-10' }),
    'credit.removed': await row(0, 1, 'removed', { respondBy: '2026-11-01', recorded: true, reason: 'corrected' }), 'credit.repaired': await row(1, 4, 'recorded', { respondBy: '2026-11-01', recorded: true }),
    'credit.due': await row(2, 6, 'noticed', { respondBy: '2026-11-10' }), 'credit.noticed': await row(3, 2, 'noticed', { respondBy: '2026-12-10' }),
  };
}

async function notices(api: Api, client: pg.Client): Promise<Readonly<Record<string, string>>> {
  const publish = async (baseYear: number): Promise<string> => (await api('reviewer', 'POST', '/notices', { regionCode: REGION, baseYear, closesOn: '2026-12-01' }) as Made).id;
  const withdrawn = await publish(2024);
  await api('reviewer', 'POST', `/notices/${withdrawn}/withdraw`, { reason: 'wrong_numbers' });
  const closed = await publish(2024);
  await client.query(`UPDATE notice SET closes_on = '2026-11-10', published_at = '2026-11-03T02:00:00Z' WHERE id = $1`, [closed]);
  const open = await publish(2025);
  const { id: relief } = await api('finance', 'POST', '/relief-requests/publication', { regionCode: REGION, baseYear: 2026, closesOn: '2026-12-01' }) as Made;
  // The list begins with the latest.
  await client.query(`UPDATE notice SET published_at = $1::timestamptz + CASE WHEN id = $3 THEN interval '1 minute' ELSE interval '0' END WHERE id = ANY ($2)`, [OPENED, [withdrawn, open, relief], open]);
  const objections = `/notices/${open}/objections`;
  await api('clerk', 'POST', objections, { place: 1, party: 'worker', words: '公示的人数里有两个人已经离职半年。', contact: '19900009001' });
  const { id: answered } = await api('clerk', 'POST', objections, { party: 'other', words: '整个公示缺了三个单位，请核实。' }) as Made;
  await api('reviewer', 'POST', `${objections}/${answered}/answer`, { outcome: 'rejected', answer: '三个单位属于邻县，由邻县公示。' });
  await client.query('UPDATE notice_objection SET made_at = $1::timestamptz + (CASE WHEN place IS NULL THEN 1 ELSE 0 END) * interval \'1 hour\'', [OPENED]);
  return { 'notice.withdrawn': withdrawn, 'notice.closed': closed, 'notice.open': open, 'notice.relief': relief };
}

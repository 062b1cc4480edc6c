import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp } from '../../support/app.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { anEmployer } from '../../support/filing.js';
import { KillableService } from '../../support/killable.js';
import { signedInAs } from '../../support/members.js';
import { aWorkersId } from '../../support/people.js';

// Real processes on whatever machine: the limits are there to end a hang, not to measure.
jest.setTimeout(240_000);
const BUILD_MS = 300_000;

let database: TestDatabase;
let service: KillableService;
let bearer = '';

beforeAll(async () => {
  database = await createTestDatabase();
  service = KillableService.ship(database.url);
  const app = await startTestApp({ DATABASE_URL: database.url });
  const employerId = await anEmployer(app);
  bearer = (await signedInAs(app, { role: 'employer_clerk', organisationId: employerId, employerId })).bearer;
  await app.close();
}, BUILD_MS);
afterEach(() => service.end());
afterAll(async () => {
  await database.drop();
  service.remove();
});

/** Several batches of rows. */
const ROWS = 2_500;
const people = Array.from({ length: ROWS }, () => aWorkersId());
const roster = (note: string): Buffer => Buffer.from(['姓名,公民身份号码,证件号码,合同开始,月工资,参保开始,岗位', ...people.map((id) => `示例,${id},${id}43,2020-01-01,5000,2020-01,${note}`)].join('\n'));

type File = { readonly id: string; readonly state: string; readonly rowsIn: number; readonly accepted: number; readonly unchanged: number; readonly rejected: number };

const call = async (origin: string, method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
  const answer = await fetch(`${origin}/api/v1/filings${path}`, { method, headers: { authorization: bearer, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
};

/** Each from another address, as the proxy tells it: uploads of one address are limited by the minute. */
let uploads = 0;
async function upload(origin: string, filing: string, note: string): Promise<File> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(roster(note))]), '花名册.csv');
  const answer = await fetch(`${origin}/api/v1/filings/${filing}/rosters`, { method: 'POST', headers: { authorization: bearer, 'x-forwarded-for': `10.0.0.${++uploads}` }, body: form });
  let file = await answer.json() as File;
  while (file.state === 'reading') {
    await sleep(250);
    file = await call(origin, 'GET', `/${filing}/rosters/${file.id}`) as unknown as File;
  }
  return file;
}

const take = async (origin: string, filing: string, { id }: File): Promise<Record<string, unknown>> => {
  const { version } = await call(origin, 'GET', `/${filing}`);
  return call(origin, 'POST', `/${filing}/rosters/${id}/take`, { version });
};

/** What stands in the draft, by the note in its rows: all of one file or nothing. */
async function standing(origin: string, filing: string): Promise<number> {
  return ((await call(origin, 'GET', `/${filing}`)) as { sums: { lines: number } }).sums.lines;
}

let year = 2015;

it.each<[string, string, string, 'upload' | 'take']>([
  ['while rows are staged', 'roster_staged_line', 'BEFORE INSERT', 'upload'],
  ['when it is about to say that the file is checked', 'roster_import', 'BEFORE UPDATE OF rows_in', 'upload'],
  ['while the old lines go', 'roster_line', 'BEFORE DELETE', 'take'],
  ['while the new lines come', 'roster_line', 'BEFORE INSERT', 'take'],
  ['when it is about to say that the file is taken over', 'roster_import', 'BEFORE UPDATE OF removed', 'take'],
])('a process that is killed %s leaves the draft as it was, and the same file goes in afterwards, once', async (_place, table, when, step) => {
  const first = await service.serve();
  year += 1;
  const filing = (await call(first.origin, 'POST', '', { baseYear: year }))['id'] as string;
  const before = await upload(first.origin, filing, '一');
  expect(before).toMatchObject({ state: 'checked', rowsIn: ROWS, accepted: ROWS });
  await take(first.origin, filing, before);
  const waiting = step === 'take' ? await upload(first.origin, filing, '二') : null;

  const open = await service.gateAt(table, when);
  const cut = (waiting === null ? upload(first.origin, filing, '二') : take(first.origin, filing, waiting)).catch(() => undefined);
  await service.reached();
  await first.child.end('SIGKILL');
  await cut;
  await open();

  const second = await service.serve();
  const client = await service.connected();
  const posts = async (): Promise<readonly unknown[]> => (await client.query(`SELECT count(*)::int AS lines, count(DISTINCT l.fingerprint)::int AS kinds, bool_and(l.source_row IS NOT NULL) AS whole FROM roster_line AS l JOIN filing_version AS v ON v.id = l.version_id WHERE v.declaration_id = $1`, [filing])).rows;
  expect(await standing(second.origin, filing)).toBe(ROWS);
  expect(await posts()).toEqual([{ lines: ROWS, kinds: ROWS, whole: true }]);
  const again = await upload(second.origin, filing, '二');
  expect(again).toMatchObject({ state: 'checked', rowsIn: ROWS, accepted: ROWS, unchanged: 0, rejected: 0 });
  expect(await take(second.origin, filing, again)).toMatchObject({ accepted: ROWS, unchanged: 0 });
  expect(await standing(second.origin, filing)).toBe(ROWS);
  expect(await upload(second.origin, filing, '二')).toMatchObject({ accepted: 0, unchanged: ROWS });
});

/** What the platform has said of a filing, and how often that was recorded. */
async function told(filing: string): Promise<object> {
  const { rows: [row] } = await (await service.connected()).query<Record<string, unknown>>(
    `SELECT (SELECT count(*) FROM platform_file WHERE declaration_id = $1)::int AS files, (SELECT count(*) FROM platform_line WHERE declaration_id = $1 AND result = 'counted')::int AS counted,
       (SELECT count(*) FROM platform_line WHERE declaration_id = $1)::int AS lines, (SELECT count(*) FROM audit_entry WHERE act = 'filing.platform.import' AND object_id = $1::text)::int AS audited`, [filing]);
  return row ?? {};
}

it('a process that is killed at any step of a file of the platform leaves what stood there, and the same file goes in afterwards, once', async () => {
  let running = await service.serve();
  year += 1;
  const filing = (await call(running.origin, 'POST', '', { baseYear: year }))['id'] as string;
  const send = async (result: string): Promise<unknown> => {
    const form = new FormData();
    // The last row is at fault, so that a fault is written too.
    form.append('file', new Blob([['身份证号,审核结果', ...people.slice(0, 300).map((id) => `${id},${result}`), `${people[0]},${result}`].join('\n')]), '平台.csv');
    const answer = await fetch(`${running.origin}/api/v1/filings/${filing}/platform/files`, { method: 'POST', headers: { authorization: bearer, 'x-forwarded-for': `10.0.1.${++uploads}` }, body: form });
    return answer.json();
  };
  expect(await send('认定')).toMatchObject({ rowsIn: 301, accepted: 300, rejected: 1 });
  for (const [table, when] of [['platform_file', 'BEFORE INSERT'], ['platform_line', 'BEFORE DELETE'], ['platform_line', 'BEFORE INSERT'], ['platform_file_rejection', 'BEFORE INSERT'], ['audit_entry', 'BEFORE INSERT']] as const) {
    const open = await service.gateAt(table, when);
    const cut = send('不予认定').catch(() => undefined);
    await service.reached();
    await running.child.end('SIGKILL');
    await cut;
    await open();
    expect([table, when, await told(filing)]).toEqual([table, when, { files: 1, counted: 300, lines: 300, audited: 1 }]);
    running = await service.serve();
  }
  expect(await send('不予认定')).toMatchObject({ rowsIn: 301, accepted: 300, unchanged: 0, rejected: 1 });
  expect(await send('不予认定')).toMatchObject({ accepted: 0, unchanged: 300, rejected: 1 });
  expect(await told(filing)).toMatchObject({ counted: 0, lines: 300 });
});

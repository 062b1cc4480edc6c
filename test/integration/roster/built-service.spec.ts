import { spawn, spawnSync } from 'node:child_process';
import { cpSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { picture } from '../../fixtures/roster/hostile.js';
import { certificateOf, citizenIdOf, goodTable } from '../../fixtures/roster/people.js';
import { csv } from '../../fixtures/roster/gb18030.js';
import { oneSheet } from '../../fixtures/roster/workbook.js';
import { createEmptyDatabase, type TestDatabase } from '../../support/database.js';
import { cleanEnvironment, observe, projectFolder, temporaryFolder, type Child } from '../../support/processes.js';

// Real processes on whatever machine: the limits are there to end a hang, not to measure.
jest.setTimeout(240_000);
const BUILD_MS = 300_000;

const SHIPPED = ['dist', 'scripts', 'config', 'seeds', 'package.json'];
const CASE = { id: 'c1', region: '370303', baseYear: 2024, filingYear: 2025, employerKind: 'enterprise', headcount: { average: '100000' }, totalWages: '8000000000.00' };

type Job = { readonly id: string; readonly state: string; readonly rowsRead: number; readonly self: string; readonly key: string; readonly error: { readonly code: string } | null };

let shipped = '';
let database: TestDatabase;
const children: Child[] = [];

async function serve(): Promise<{ readonly origin: string; readonly child: Child }> {
  const child = observe(spawn(process.execPath, ['dist/main.js'], {
    cwd: shipped, stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment({ PORT: '0', DATABASE_URL: database.url, ZHUJIU_DATA_DIR: path.join(shipped, '.data'), ZHUJIU_UPLOADS_PER_MINUTE: '1000', ZHUJIU_ROSTER_WAITING_PER_ADDRESS: '100' }),
  }));
  children.push(child);
  return { child, origin: /http:\/\/[\d.:]+/.exec(await child.line(/http:\/\/127/))?.[0] ?? '' };
}

async function upload(origin: string, bytes: Buffer, name: string): Promise<Job> {
  const form = new FormData();
  form.append('case', JSON.stringify(CASE));
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(`${origin}/api/v1/levy/rosters`, { method: 'POST', body: form });
  expect(answer.status).toBe(202);
  return await answer.json() as Job;
}

const ask = async <T>(origin: string, address: string, key: string): Promise<T> => await (await fetch(`${origin}${address}`, { headers: { 'Roster-Key': key } })).json() as T;

async function until(origin: string, { self, key }: Job, done: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = await ask<Job>(origin, self, key);
    if (done(job)) return job;
    await sleep(50);
  }
}
const ended = ({ state }: Job): boolean => !['queued', 'running'].includes(state);
const result = (origin: string, { self, key }: Job): Promise<object> => ask<object>(origin, `${self}/result`, key);

const people = (count: number): Buffer => Buffer.from(csv(goodTable(count, (n) => {
  const id = citizenIdOf(n, `19${String(66 + (n % 40)).slice(0, 2)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (Math.floor(n / 500) % 28)).padStart(2, '0')}`);
  return { 公民身份号码: id, 证件号码: certificateOf(id), 月工资: String(2000 + (n % 100) * 10) };
})));

beforeAll(async () => {
  const built = spawnSync(process.execPath, ['scripts/cli.mjs', '--help'], { cwd: projectFolder, env: cleanEnvironment({}), encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  shipped = temporaryFolder('rosters');
  for (const name of SHIPPED) cpSync(path.join(projectFolder, name), path.join(shipped, name), { recursive: true });
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(shipped, 'node_modules'));
  database = await createEmptyDatabase();
}, BUILD_MS);
afterEach(async () => { for (const child of children.splice(0)) await child.end('SIGTERM'); });
afterAll(async () => {
  await database.drop();
  rmSync(shipped, { recursive: true, force: true });
});

describe('the built service reads rosters in a thread of its own', () => {
  it('and answers others meanwhile', async () => {
    const { origin } = await serve();
    const job = await upload(origin, people(20_000), 'a.csv');
    const health = await fetch(`${origin}/health/live`);
    expect(health.status).toBe(200);
    expect(await until(origin, job, ended)).toMatchObject({ state: 'done', rowsRead: 20_000 });
    expect(await result(origin, job)).toMatchObject({ ok: true, rows: { in: 20_000 } });
  });

  it('two small files at once, and one that is refused', async () => {
    const { origin } = await serve();
    const jobs = await Promise.all([upload(origin, oneSheet(goodTable(3)), 'a.xlsx'), upload(origin, picture, 'b.xlsx'), upload(origin, Buffer.from(csv(goodTable(2))), 'c.csv')]);
    const ends = await Promise.all(jobs.map((job) => until(origin, job, ended)));
    expect(ends.map(({ state, error }) => `${state} ${error?.code ?? ''}`)).toEqual(['done ', 'refused sheets.file.picture', 'done ']);
  });

  it('a killed process loses nothing: another one reads on when the visitor asks it, and counts nobody twice', async () => {
    const [one, other] = [await serve(), await serve()];
    const file = people(60_000);
    const job = await upload(one.origin, file, 'a.csv');
    expect(await until(one.origin, job, (seen) => ended(seen) || (seen.state === 'running' && seen.rowsRead > 0))).toMatchObject({ state: 'running' });
    await one.child.end('SIGKILL');
    expect(await until(other.origin, job, ended)).toMatchObject({ state: 'done', rowsRead: 60_000 });
    const again = await upload(other.origin, file, 'a.csv');
    await until(other.origin, again, ended);
    expect(await result(other.origin, job)).toEqual(await result(other.origin, again));
  });
});

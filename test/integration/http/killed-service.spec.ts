import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startTestApp } from '../../support/app.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { signedInAs } from '../../support/members.js';
import { cleanEnvironment, observe, projectFolder, temporaryFolder, type Child } from '../../support/processes.js';

// Real processes on whatever machine: the limits are there to end a hang, not to measure.
jest.setTimeout(240_000);
const BUILD_MS = 300_000;

/** What an image holds, so that no edit of a source during the tests makes a start build. */
const SHIPPED = ['dist', 'scripts', 'config', 'seeds', 'package.json'];

/** Any number: the service is made to wait for whoever holds it. */
const GATE = 918_273;

let shipped = '';
let database: TestDatabase;
let bearer = '';
const children: Child[] = [];
const clients: pg.Client[] = [];

beforeAll(async () => {
  const built = spawnSync(process.execPath, ['scripts/cli.mjs', '--help'], { cwd: projectFolder, env: cleanEnvironment({}), encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  shipped = temporaryFolder('killed');
  for (const name of SHIPPED) cpSync(path.join(projectFolder, name), path.join(shipped, name), { recursive: true });
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(shipped, 'node_modules'));
  database = await createTestDatabase();
  const app = await startTestApp({ DATABASE_URL: database.url });
  bearer = (await signedInAs(app, { role: 'administrator', regionCode: '370000' })).bearer;
  await app.close();
}, BUILD_MS);
afterEach(async () => {
  for (const child of children.splice(0)) await child.end('SIGKILL');
  for (const client of clients.splice(0)) await client.end();
});
afterAll(async () => {
  await database.drop();
  rmSync(shipped, { recursive: true, force: true });
});

async function serve(): Promise<{ readonly origin: string; readonly child: Child }> {
  const child = observe(spawn(process.execPath, ['dist/main.js'], {
    cwd: shipped, stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment({ PORT: '0', ZHUJIU_ROLE: 'web', DATABASE_URL: database.url, ZHUJIU_DATA_DIR: path.join(shipped, '.data') }),
  }));
  children.push(child);
  return { child, origin: /http:\/\/[\d.:]+/.exec(await child.line(/http:\/\/127/))?.[0] ?? '' };
}

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  clients.push(client);
  return client;
}

/** Has the service stop at a place in the database, where it is then killed as by a power cut. */
async function stoppedAt(place: 'effect' | 'answer'): Promise<pg.Client> {
  const holder = await connected();
  const [table, when] = place === 'effect' ? ['organisation', 'BEFORE INSERT'] : ['idempotent_call', 'BEFORE UPDATE OF answer'];
  await holder.query(`CREATE OR REPLACE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${GATE}); RETURN NEW; END $$`);
  await holder.query(`CREATE TRIGGER at_gate ${when} ON ${table} FOR EACH ROW EXECUTE FUNCTION wait_at_gate()`);
  await holder.query('SELECT pg_advisory_lock($1)', [GATE]);
  return holder;
}

/** Somebody waits at the gate now. */
async function reached(): Promise<void> {
  const client = await connected();
  for (;;) {
    const { rows } = await client.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted`, [GATE]);
    if (rows.length > 0) return;
    await sleep(20);
  }
}

async function opened(holder: pg.Client, place: 'effect' | 'answer'): Promise<void> {
  await holder.query('SELECT pg_advisory_unlock($1)', [GATE]);
  await holder.query(`DROP TRIGGER at_gate ON ${place === 'effect' ? 'organisation' : 'idempotent_call'}`);
}

type Answer = { readonly status: number; readonly replayed: string | null; readonly body: { readonly id?: string; readonly code?: string } };

async function post(origin: string, key: string, name: string): Promise<Answer> {
  const answer = await fetch(`${origin}/api/v1/organisations`, {
    method: 'POST', headers: { Authorization: bearer, 'Content-Type': 'application/json', 'Idempotency-Key': key }, body: JSON.stringify({ kind: 'school', name, regionCode: '370303' }),
  });
  return { status: answer.status, replayed: answer.headers.get('Idempotency-Replayed'), body: await answer.json() as Answer['body'] };
}

async function effects(name: string): Promise<readonly number[]> {
  const client = await connected();
  const { rows: [row] } = await client.query<{ made: number; told: number }>(
    `SELECT (SELECT count(*) FROM organisation WHERE name = $1)::int AS made,
       (SELECT count(*) FROM audit_entry WHERE act = 'members.organisation.create' AND object_id IN (SELECT id::text FROM organisation WHERE name = $1))::int AS told`, [name]);
  return [row?.made ?? -1, row?.told ?? -1];
}

/** As if the time had passed for which a dead attempt holds its key. */
const holdOver = async (): Promise<void> => void await (await connected()).query(`UPDATE idempotent_call SET held_until = now() - interval '1 second'`);

describe('a service that is killed in the middle of a POST with an idempotency key', () => {
  it('before its commit: nothing was done; the retry after the restart does it once', async () => {
    const [key, name] = [randomUUID(), `学校 ${randomUUID()}`];
    const { origin, child } = await serve();
    const holder = await stoppedAt('effect');
    const lost = post(origin, key, name).catch((error: Error) => error.message);
    await reached();
    await child.end('SIGKILL');
    expect(await lost).toMatch(/fetch failed|terminated|socket/);
    await opened(holder, 'effect');
    expect(await effects(name)).toEqual([0, 0]);

    const again = await serve();
    expect(await post(again.origin, key, name)).toMatchObject({ status: 409, body: { code: 'idempotency.under_way' } });
    await holdOver();
    const done = await post(again.origin, key, name);
    expect(done).toMatchObject({ status: 201, replayed: null });
    expect(await post(again.origin, key, name)).toEqual({ ...done, replayed: 'true' });
    expect(await effects(name)).toEqual([1, 1]);
  });

  it('between its commit and its answer: it is done once, and the retry is told that it may be, and never does it again', async () => {
    const [key, name] = [randomUUID(), `学校 ${randomUUID()}`];
    const { origin, child } = await serve();
    const holder = await stoppedAt('answer');
    const lost = post(origin, key, name).catch((error: Error) => error.message);
    await reached();
    await child.end('SIGKILL');
    expect(await lost).toMatch(/fetch failed|terminated|socket/);
    expect(await effects(name)).toEqual([1, 1]);
    // The server notices that nobody is there only when the statement ends: it may still store the answer or not.
    await holder.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = 'advisory'`);
    await opened(holder, 'answer');

    const again = await serve();
    await holdOver();
    for (let times = 0; times < 2; times += 1) expect(await post(again.origin, key, name)).toMatchObject({ status: 409, body: { code: 'idempotency.outcome_unknown' } });
    expect(await effects(name)).toEqual([1, 1]);
  });

  it('after its answer was kept: the retry is given that answer', async () => {
    const [key, name] = [randomUUID(), `学校 ${randomUUID()}`];
    const { origin, child } = await serve();
    const done = await post(origin, key, name);
    expect(done).toMatchObject({ status: 201, replayed: null });
    await child.end('SIGKILL');
    const again = await serve();
    expect(await post(again.origin, key, name)).toEqual({ ...done, replayed: 'true' });
    expect(await effects(name)).toEqual([1, 1]);
  });
});

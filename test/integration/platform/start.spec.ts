import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { createEmptyDatabase } from '../../support/database.js';
import { ringText } from '../../support/keys.js';
import { cleanEnvironment, observe, processesIn, processesWith, projectFolder, temporaryFolder, type Child } from '../../support/processes.js';

// Real processes one after the other, on whatever machine: the limits are there to end a hang, not to measure.
jest.setTimeout(120_000);
const BUILD_MS = 300_000;

/** What an image holds: the build and what it needs, no sources. So no edit of a source during the tests makes a start build. */
const SHIPPED = ['dist', 'scripts', 'config', 'seeds', 'package.json'];
let shipped = '';

const folders: string[] = [];
const children: Child[] = [];

function folder(): string {
  const made = temporaryFolder('start');
  folders.push(made);
  return made;
}

function launch(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Child {
  const child = observe(spawn(command, [...args], { cwd: shipped, env: cleanEnvironment({ PORT: '0', ...env }), stdio: ['ignore', 'pipe', 'pipe'] }));
  children.push(child);
  return child;
}

const address = async (child: Child): Promise<string> => /http:\/\/[\d.:]+/.exec(await child.line(/http:\/\/127/))?.[0] ?? '';

function zhujiu(args: readonly string[], env: Readonly<Record<string, string>>): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['scripts/cli.mjs', ...args], { cwd: shipped, env: cleanEnvironment(env), input: '', encoding: 'utf8' });
}

beforeAll(() => {
  const built = spawnSync(process.execPath, ['scripts/cli.mjs', '--help'], { cwd: projectFolder, env: cleanEnvironment({}), encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  shipped = temporaryFolder('shipped');
  for (const name of SHIPPED) cpSync(path.join(projectFolder, name), path.join(shipped, name), { recursive: true });
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(shipped, 'node_modules'));
}, BUILD_MS);
afterAll(() => rmSync(shipped, { recursive: true, force: true }));

afterEach(async () => {
  for (const child of children.splice(0)) await child.end('SIGTERM');
  for (const made of folders.splice(0)) {
    expect(processesWith(made)).toEqual([]);
    rmSync(made, { recursive: true, force: true });
  }
});

describe('npm start', () => {
  it('serves on the embedded database, prints its address, and leaves nothing behind after SIGTERM', async () => {
    const dataDir = folder();
    const npm = launch('npm', ['start'], { ZHUJIU_DATA_DIR: dataDir });
    const answer = await fetch(`${await address(npm)}/health/ready`);
    expect(answer.status).toBe(200);
    expect(processesWith(dataDir).length).toBeGreaterThan(0);
    await npm.end('SIGTERM');
    expect(processesWith(dataDir)).toEqual([]);
    expect(processesIn(shipped)).toEqual([]);
  });

  it('stops itself when npm was killed', async () => {
    const dataDir = folder();
    const npm = launch('npm', ['start'], { ZHUJIU_DATA_DIR: dataDir });
    await address(npm);
    await npm.end('SIGKILL');
    while (processesWith(dataDir).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  });
});

describe('node scripts/start.mjs', () => {
  const start = (env: Readonly<Record<string, string>>): Child => launch(process.execPath, ['scripts/start.mjs'], env);

  it('runs the job process alone, which stops in order', async () => {
    const dataDir = folder();
    const worker = start({ ZHUJIU_DATA_DIR: dataDir, ZHUJIU_ROLE: 'worker' });
    await worker.line(/Ready for jobs/);
    expect(await worker.end('SIGTERM')).toBe(0);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it('goes on after kill -9 with what it had', async () => {
    const dataDir = folder();
    const first = start({ ZHUJIU_DATA_DIR: dataDir });
    await address(first);
    await first.end('SIGKILL');
    const second = start({ ZHUJIU_DATA_DIR: dataDir });
    expect((await fetch(`${await address(second)}/health/ready`)).status).toBe(200);
    expect(await second.end('SIGTERM')).toBe(0);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it('uses the server of DATABASE_URL, puts no demo into it and starts no other', async () => {
    const dataDir = folder();
    const database = await createEmptyDatabase();
    const child = start({ ZHUJIU_DATA_DIR: dataDir, DATABASE_URL: database.url, ZHUJIU_DEMO: 'true' });
    expect((await fetch(`${await address(child)}/health/ready`)).status).toBe(200);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    expect((await client.query('SELECT name FROM demo_seed')).rows).toEqual([]);
    await client.end();
    expect(await child.end('SIGTERM')).toBe(0);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('pg'))).toEqual([]);
    await database.drop();
  });

  it.each([
    [{ PORT: 'many' }, /PORT 应为.*PORT must be/],
    [{ ZHUJIU_PROT: '1' }, /没有名为 ZHUJIU_PROT 的设置/],
    [{ DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/d' }, /连不上 DATABASE_URL/],
    [{ DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/d', ZHUJIU_KEYS: '' }, /必须配置密钥[^]*needs keys/],
    [{ ZHUJIU_KEYS: 'keys: [{ id: k1, secret: hunter2 }]' }, /ZHUJIU_KEYS 里的密钥不能使用/],
    [{ ZHUJIU_KEYS: ringText({ id: 'aes' }), ZHUJIU_PROFILE: 'gov' }, /密钥 aes 用的不是国密算法/],
  ])('refuses %j in words, without a stack or a secret', async (env, words) => {
    const child = start({ ZHUJIU_DATA_DIR: folder(), ...env });
    const ended = new Promise<number | null>((resolve) => child.process.once('close', resolve));
    expect(await ended).toBe(1);
    expect(child.output()).toMatch(words);
    expect(child.output()).not.toMatch(/\n\s+at |hunter2/);
  });
});

describe('zhujiu', () => {
  it('answers no or an unknown command with the help in both languages and 2', () => {
    for (const args of [[], ['fly']]) {
      const { status, stderr, stdout } = zhujiu(args, {});
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/用法[^]*Usage/);
    }
  });

  it('computes levies without any database', () => {
    const dataDir = folder();
    const { status } = zhujiu(['levy'], { ZHUJIU_DATA_DIR: path.join(dataDir, 'none') });
    expect(status).toBe(0);
    expect(existsSync(path.join(dataDir, 'none'))).toBe(false);
  });

  it('joins the embedded database for a question about jobs, or starts and stops it', async () => {
    const dataDir = folder();
    expect(zhujiu(['--lang', 'en', 'jobs', 'dead'], { ZHUJIU_DATA_DIR: dataDir })).toMatchObject({ status: 0, stdout: 'There are no dead letters.\n' });
    expect(processesWith(dataDir)).toEqual([]);
    const service = launch(process.execPath, ['scripts/start.mjs'], { ZHUJIU_DATA_DIR: dataDir });
    const url = await address(service);
    expect(zhujiu(['jobs', 'counts'], { ZHUJIU_DATA_DIR: dataDir }).status).toBe(0);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });
});

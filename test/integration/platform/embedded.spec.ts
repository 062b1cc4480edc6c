import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from '../../../src/platform/embedded/index.js';
import { cleanEnvironment, processesWith, startNode, temporaryFolder, type Account, type Child } from '../../support/processes.js';

// Real servers and processes, on whatever machine: the limit is there to end a hang, not to measure.
jest.setTimeout(120_000);

const isRoot = process.getuid?.() === 0;
const NOBODY: Account = { uid: 65_534, gid: 65_534 };
const hasNamespaces = spawnSync('unshare', ['--user', '--map-user=65534', 'true']).status === 0;

const folders: string[] = [];
const servers: EmbeddedServer[] = [];
const children: Child[] = [];

function folder(): string {
  const made = temporaryFolder('embedded');
  folders.push(made);
  return made;
}

async function start(dataDir: string, extra: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, source: 'auto', durability: 'durable', maxConnections: 60, ...extra });
  servers.push(server);
  return server;
}

function startChild(dataDir: string, account: Account | null = null): Child {
  const child = startNode('test/support/embedded-child.ts', [dataDir], { env: cleanEnvironment({}), account });
  children.push(child);
  return child;
}

type Ready = { pid: number; url: string; adopted: boolean; how: string };
const ready = async (child: Child): Promise<Ready> => JSON.parse(await child.line(/^\{/)) as Ready;

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const majorFolder = (dataDir: string): string => path.join(dataDir, readdirSync(dataDir).find((name) => /^pg\d+$/.test(name)) ?? '');

afterEach(async () => {
  for (const child of children.splice(0)) await child.end('SIGTERM');
  for (const server of servers.splice(0)) await server.stop();
  for (const made of folders.splice(0)) {
    expect(processesWith(made)).toEqual([]);
    rmSync(made, { recursive: true, force: true });
  }
});

describe('access to the embedded database', () => {
  it('asks every account for its password and keeps the passwords to the user', async () => {
    const dataDir = folder();
    const server = await start(dataDir);
    const withPassword = (password: string, user = 'zhujiu'): string => {
      const url = new URL(server.url);
      url.username = user;
      url.password = password;
      return url.href;
    };
    await expect(query(withPassword('wrong'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await expect(query(withPassword('wrong', 'postgres'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await expect(query(withPassword(''), 'SELECT 1')).rejects.toThrow(/password/);
    const hba = await query<{ auth_method: string }>(server.superuserUrl, 'SELECT DISTINCT auth_method FROM pg_hba_file_rules');
    expect(hba).toEqual([{ auth_method: 'scram-sha-256' }]);
    const [role] = await query(server.superuserUrl, `SELECT rolpassword LIKE 'SCRAM-SHA-256$%' AS scram FROM pg_authid WHERE rolname = 'zhujiu'`);
    expect(role).toEqual({ scram: true });

    expect(statSync(path.join(majorFolder(dataDir), 'access.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(majorFolder(dataDir)).sort()).toEqual(['access.json', 'cluster', 'server.log']);
  });

  it('gives the service a role without privileges beyond its own database', async () => {
    const server = await start(folder());
    const [role] = await query(server.url,
      'SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, current_database() AS db FROM pg_roles WHERE rolname = current_user');
    expect(role).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false, rolbypassrls: false, db: 'zhujiu' });
    await expect(query(server.url.replace(/zhujiu$/, 'postgres'), 'SELECT 1')).rejects.toMatchObject({ code: '42501' });
    await query(server.url, 'CREATE EXTENSION pg_trgm');
    const [text] = await query(server.url, `SELECT show_trgm('中文字') <> '{}' AS trigrams, current_setting('server_encoding') AS encoding`);
    expect(text).toEqual({ trigrams: true, encoding: 'UTF8' });
  });

  it('writes no value of a failed statement into its log', async () => {
    const dataDir = folder();
    const server = await start(dataDir);
    await query(server.url, 'CREATE TABLE person (id text PRIMARY KEY)');
    await query(server.url, `INSERT INTO person VALUES ('11010519491231002X')`);
    await expect(query(server.url, `INSERT INTO person VALUES ('11010519491231002X')`)).rejects.toMatchObject({ code: '23505' });
    const log = readFileSync(path.join(majorFolder(dataDir), 'server.log'), 'utf8');
    expect(log).toContain('person_pkey');
    expect(log).not.toContain('11010519491231002X');
  });
});

describe('starting and stopping', () => {
  it('keeps the data and the passwords from one start to the next', async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    await first.stop();
    expect(processesWith(dataDir)).toEqual([]);
    const second = await start(dataDir);
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('lets two processes that start at the same moment share one new server, which the last one stops', async () => {
    const dataDir = folder();
    const pair = [startChild(dataDir), startChild(dataDir)] as const;
    const [a, b] = [await ready(pair[0]), await ready(pair[1])];
    expect(a.pid).toBe(b.pid);
    expect([a.adopted, b.adopted].sort()).toEqual([false, true]);
    expect(readdirSync(dataDir)).toHaveLength(1);
    expect(await pair[0].end('SIGTERM')).toBe(0);
    expect(await query(b.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(await pair[1].end('SIGTERM')).toBe(0);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it('starts a new server when the former is just being stopped', async () => {
    const dataDir = folder();
    for (let round = 0; round < 3; round += 1) {
      const leaving = await start(dataDir);
      const [, arriving] = await Promise.all([leaving.stop(), start(dataDir)]);
      expect(await query(arriving.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
      await arriving.stop();
    }
  });

  it('adopts the server that a killed process left, with every acknowledged row, and stops it in the end', async () => {
    const dataDir = folder();
    const killed = startChild(dataDir);
    const before = await ready(killed);
    await query(before.url, 'CREATE TABLE kept AS SELECT generate_series(1, 100) AS n');
    expect(await killed.end('SIGKILL')).toBe('SIGKILL');
    const next = startChild(dataDir);
    const after = await ready(next);
    expect(after).toMatchObject({ adopted: true, pid: before.pid });
    expect(await query(after.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 100 }]);
    expect(await next.end('SIGINT')).toBe(0);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it('recovers when process and server were both killed', async () => {
    const dataDir = folder();
    const killed = startChild(dataDir);
    const before = await ready(killed);
    await query(before.url, 'CREATE TABLE kept AS SELECT generate_series(1, 100) AS n');
    await killed.end('SIGKILL');
    process.kill(before.pid, 'SIGKILL');
    const pair = [startChild(dataDir), startChild(dataDir)] as const;
    const [a, b] = [await ready(pair[0]), await ready(pair[1])];
    expect(a.pid).toBe(b.pid);
    expect(a.pid).not.toBe(before.pid);
    expect(await query(a.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 100 }]);
  });

  it('is not misled by a stale pid file whose number another program now has', async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    await first.stop();
    const cluster = path.join(majorFolder(dataDir), 'cluster');
    const owner = statSync(cluster);
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...(isRoot ? { uid: owner.uid, gid: owner.gid } : {}) });
    const pidFile = path.join(cluster, 'postmaster.pid');
    writeFileSync(pidFile, `${stranger.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n        1         1\nready   \n`);
    if (isRoot) chownSync(pidFile, owner.uid, owner.gid);
    try {
      const second = await start(dataDir);
      expect(second.adopted).toBe(false);
      expect(await query(second.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    } finally {
      stranger.kill();
    }
  });

  it('leaves nothing running when it is told to stop in the midst of its first start', async () => {
    const dataDir = folder();
    const child = startChild(dataDir);
    while (processesWith(dataDir).filter((pid) => pid !== child.process.pid).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await child.end('SIGTERM')).toBe(0);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it('begins anew after a first start that was killed midway', async () => {
    const dataDir = folder();
    const child = startChild(dataDir);
    while (!readdirSync(dataDir).some((name) => name.includes('.new-'))) await new Promise((resolve) => setTimeout(resolve, 5));
    await child.end('SIGKILL');
    while (processesWith(dataDir).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const server = await start(dataDir);
    expect(await query(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(readdirSync(dataDir)).toEqual([`pg${server.major}`]);
  });
});

describe('refusals that help', () => {
  it('names the data of another major version and leaves it alone', async () => {
    const dataDir = folder();
    mkdirSync(path.join(dataDir, 'pg12'));
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'embedded.major.other', params: { found: 12 } });
    await expect(start(dataDir)).rejects.toThrow(/PostgreSQL 12 的数据[^]*holds data of PostgreSQL 12/);
    expect(readdirSync(dataDir)).toEqual(['pg12']);
  });

  it('says where the folder cannot be made', async () => {
    const file = path.join(folder(), 'file');
    writeFileSync(file, '');
    await expect(start(path.join(file, 'data'))).rejects.toMatchObject({ code: 'embedded.folder.unwritable' });
  });

  it('tells the last words of a server that does not start', async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    await first.stop();
    const config = path.join(majorFolder(dataDir), 'cluster', 'postgresql.conf');
    writeFileSync(config, `${readFileSync(config, 'utf8')}\nno_such_setting = 1\n`);
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'embedded.start.failed', params: { reason: expect.stringContaining('no_such_setting') } });
    expect(processesWith(dataDir)).toEqual([]);
  });

  it('misses the password file with a word', async () => {
    const dataDir = folder();
    await (await start(dataDir)).stop();
    rmSync(path.join(majorFolder(dataDir), 'access.json'));
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'embedded.access.unreadable' });
  });
});

describe('accounts', () => {
  const asRoot = isRoot ? it : it.skip;

  asRoot('runs for a normal user, whose data another one is refused', async () => {
    const dataDir = folder();
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const child = startChild(dataDir, NOBODY);
    const server = await ready(child);
    expect(server.how).toContain('own user');
    expect(await child.end('SIGTERM')).toBe(0);
    // Root goes on as the account that owns the files.
    const next = await start(dataDir);
    expect(await query(next.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await next.stop();
    const other = startChild(dataDir, { uid: 65_533, gid: 65_533 });
    await expect(ready(other)).rejects.toThrow(/属于另一个用户/);
  });

  (isRoot && hasNamespaces ? it : it.skip)('runs for root under a folder that only root may enter', async () => {
    const closed = folder();
    chmodSync(closed, 0o700);
    const dataDir = path.join(closed, 'data');
    const server = await start(dataDir);
    expect(server.how).toContain('user namespace');
    expect(await query(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await server.stop();
    const again = await start(dataDir);
    expect(await query(again.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});

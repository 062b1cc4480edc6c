import { spawn, spawnSync } from 'node:child_process';
import { cpSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { cleanEnvironment, observe, projectFolder, temporaryFolder, type Child } from './processes.js';

/** What an image holds, so that no edit of a source during the tests makes a start build. */
const SHIPPED = ['dist', 'scripts', 'config', 'seeds', 'package.json'];
/** Any number: the service is made to wait for whoever holds it. */
const GATE = 918_274;

/** The built service as processes that can be stopped at a place in the database and killed there, as by a power cut. */
export class KillableService {
  private readonly children: Child[] = [];
  private readonly clients: pg.Client[] = [];

  private constructor(private readonly folder: string, private readonly databaseUrl: string) {}

  /** Builds where nothing is built yet. */
  static ship(databaseUrl: string): KillableService {
    const built = spawnSync(process.execPath, ['scripts/cli.mjs', '--help'], { cwd: projectFolder, env: cleanEnvironment({}), encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    const folder = temporaryFolder('killable');
    for (const name of SHIPPED) cpSync(path.join(projectFolder, name), path.join(folder, name), { recursive: true });
    symlinkSync(path.join(projectFolder, 'node_modules'), path.join(folder, 'node_modules'));
    return new KillableService(folder, databaseUrl);
  }

  /** Forwarded addresses are believed, so that a spec can call as clients of several addresses: uploads of one are limited by the minute. */
  async serve(): Promise<{ readonly origin: string; readonly child: Child }> {
    const child = observe(spawn(process.execPath, ['dist/main.js'], {
      cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment({ PORT: '0', ZHUJIU_ROLE: 'web', ZHUJIU_TRUSTED_PROXIES: 'loopback', DATABASE_URL: this.databaseUrl, ZHUJIU_DATA_DIR: path.join(this.folder, '.data') }),
    }));
    this.children.push(child);
    return { child, origin: /http:\/\/[\d.:]+/.exec(await child.line(/http:\/\/127/))?.[0] ?? '' };
  }

  async connected(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    this.clients.push(client);
    return client;
  }

  /** Whoever writes to the table waits from now on. @param when `BEFORE INSERT`, `BEFORE UPDATE` @returns what lets them go on */
  async gateAt(table: string, when: string): Promise<() => Promise<void>> {
    const holder = await this.connected();
    await holder.query(`CREATE OR REPLACE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${GATE}); RETURN NEW; END $$`);
    await holder.query(`CREATE TRIGGER at_gate ${when} ON ${table} FOR EACH ROW EXECUTE FUNCTION wait_at_gate()`);
    await holder.query('SELECT pg_advisory_lock($1)', [GATE]);
    return async () => {
      await holder.query('SELECT pg_advisory_unlock($1)', [GATE]);
      await holder.query(`DROP TRIGGER at_gate ON ${table}`);
    };
  }

  /** Resolves once somebody waits at the gate. */
  async reached(): Promise<void> {
    const client = await this.connected();
    for (;;) {
      const { rows } = await client.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted`, [GATE]);
      if (rows.length > 0) return;
      await sleep(20);
    }
  }

  async end(): Promise<void> {
    for (const child of this.children.splice(0)) await child.end('SIGKILL');
    for (const client of this.clients.splice(0)) await client.end();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

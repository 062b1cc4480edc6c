import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { Durability } from './create-cluster.js';
import { EmbeddedDatabaseError } from './embedded-error.js';
import type { Layout } from './layout.js';
import { disownStalePidFile, findPostmaster, isRunning, waitForEnd, type Postmaster } from './postmaster.js';
import type { ServerAccount } from './server-account.js';

export type LaunchPlan = {
  readonly binaries: Binaries;
  readonly layout: Layout;
  readonly account: ServerAccount;
  readonly durability: Durability;
  readonly maxConnections: number;
};

export type Launched = Postmaster & { readonly adopted: boolean };

/** Recovery after a crash may take its time; a stop writes what is in memory. */
const READY_SECONDS = 120;
const STOP_SECONDS = 30;
const LOG_LIMIT = 8_388_608;

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
});

function serverArguments(plan: LaunchPlan, port: number): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: plan.maxConnections,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and the details of errors hold personal data; a log file must not.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(plan.durability === 'throwaway' ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return ['-D', plan.layout.cluster, '-p', String(port), ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function lastWords(log: string): string {
  const words = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-4).join(' ') : '';
  return words === '' ? '—' : words.slice(-600);
}

async function waitUntilReady(cluster: string, isOurs: (server: Postmaster) => boolean, hasEnded: () => boolean): Promise<Postmaster | null> {
  for (const end = Date.now() + READY_SECONDS * 1000; Date.now() < end; await sleep(15)) {
    const server = findPostmaster(cluster);
    if (server?.status === 'ready' && isOurs(server)) return server;
    if (hasEnded()) return null;
  }
  return null;
}

async function adopt(plan: LaunchPlan, found: Postmaster): Promise<Launched | null> {
  const { cluster, log } = plan.layout;
  if (found.status === 'stopping') {
    await waitForEnd(found.pid, STOP_SECONDS);
    return null;
  }
  const ready = await waitUntilReady(cluster, ({ pid }) => pid === found.pid, () => !isRunning(found.pid));
  if (ready) return { ...ready, adopted: true };
  if (isRunning(found.pid)) throw new EmbeddedDatabaseError('embedded.start.slow', { seconds: READY_SECONDS, log });
  return null;
}

async function spawnServer(plan: LaunchPlan): Promise<Launched | null> {
  const { cluster, log } = plan.layout;
  await disownStalePidFile(cluster);
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) truncateSync(log);
  const output = openSync(log, 'a', 0o600);
  // Its own session, so that Ctrl-C in a terminal reaches it only through us, after the requests are done.
  const child = plan.account.spawn(path.join(plan.binaries.folder, 'postgres'), serverArguments(plan, await freePort()),
    { stdio: ['ignore', output, output], detached: true });
  closeSync(output);
  let ended = false;
  child.once('exit', () => { ended = true; }).once('error', () => { ended = true; });
  const ready = await waitUntilReady(cluster, ({ pid }) => pid === child.pid, () => ended);
  child.unref();
  if (ready) return { ...ready, adopted: false };
  if (!ended && child.pid !== undefined) {
    process.kill(child.pid, 'SIGQUIT');
    throw new EmbeddedDatabaseError('embedded.start.slow', { seconds: READY_SECONDS, log });
  }
  return null;
}

const ATTEMPTS = 3;

/**
 * The running server of a cluster: the live one if there is one, else a new one. Of two starts at the same moment
 * PostgreSQL's own lock lets one through, and the other adopts it. A port taken between choosing and binding is tried anew.
 * Throws `embedded.start.failed`, `embedded.start.slow`, `embedded.stop.slow`.
 */
export async function launch(plan: LaunchPlan): Promise<Launched> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = findPostmaster(plan.layout.cluster);
    const launched = (found && (await adopt(plan, found))) ?? (await spawnServer(plan));
    if (launched) return launched;
  }
  throw new EmbeddedDatabaseError('embedded.start.failed', { log: plan.layout.log, reason: lastWords(plan.layout.log) });
}

/** Ends a server: a fast stop first (open transactions are rolled back), an immediate one when that takes too long. */
export async function shutDown(server: Postmaster): Promise<void> {
  if (!isRunning(server.pid)) return;
  process.kill(server.pid, 'SIGINT');
  try {
    await waitForEnd(server.pid, STOP_SECONDS);
  } catch {
    process.kill(server.pid, 'SIGQUIT');
    await waitForEnd(server.pid, STOP_SECONDS);
  }
}

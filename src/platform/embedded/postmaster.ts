import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedDatabaseError } from './embedded-error.js';

/** What a server writes about itself into postmaster.pid. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly status: 'starting' | 'ready' | 'stopping' };

const pidFile = (cluster: string): string => path.join(cluster, 'postmaster.pid');

/** Whether the number is in use, by whatever process. */
const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Whether a process exists and is more than a zombie. */
export function isRunning(pid: number): boolean {
  if (!exists(pid)) return false;
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/** After a crash another program may have got the number of the former server. Without /proc we believe the number. */
function servesCluster(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return true;
  }
}

function lines(cluster: string): string[] | null {
  try {
    return readFileSync(pidFile(cluster), 'utf8').split('\n').map((line) => line.trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The live server of a cluster, or null. */
export function findPostmaster(cluster: string): Postmaster | null {
  const read = lines(cluster);
  if (!read) return null;
  const [pid, port, status] = [Number(read[0]), Number(read[3]), read[7]];
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid) || !servesCluster(pid, cluster)) return null;
  return { pid, port, status: status === 'ready' || status === 'stopping' ? status : 'starting' };
}

/** Long enough for a process 1 to reap a killed server. */
const REAPING_SECONDS = 5;

/**
 * Lets a new server pass over the pid file of a dead one. PostgreSQL itself refuses while that number is in use, be it by a
 * zombie or by an unrelated program. It does accept its own parent's number as stale and still looks whether an old
 * backend holds the shared memory, so the file gets our number instead of being deleted.
 */
export async function disownStalePidFile(cluster: string): Promise<void> {
  for (const end = Date.now() + REAPING_SECONDS * 1000; ; await sleep(100)) {
    const read = lines(cluster);
    if (!read || findPostmaster(cluster) || !exists(Number(read[0]))) return;
    if (isRunning(Number(read[0])) || Date.now() > end) {
      writeFileSync(pidFile(cluster), [String(process.pid), ...read.slice(1)].join('\n'));
      return;
    }
  }
}

/** Waits until a process has ended. Throws `embedded.stop.slow`. */
export async function waitForEnd(pid: number, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; isRunning(pid);) {
    if (Date.now() > end) throw new EmbeddedDatabaseError('embedded.stop.slow', { pid, seconds });
    await sleep(20);
  }
}

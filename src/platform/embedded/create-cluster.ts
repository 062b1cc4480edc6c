import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { APP_DATABASE, APP_ROLE, newAccess, SUPERUSER, writeAccess, type Access } from './access.js';
import type { Binaries } from './binaries.js';
import { EmbeddedDatabaseError } from './embedded-error.js';
import { layoutAt, type Layout } from './layout.js';
import { isRunning } from './postmaster.js';
import { run } from './run.js';
import type { ServerAccount } from './server-account.js';

export type Durability = 'durable' | 'throwaway';

const STAGING = /^pg\d+\.new-(\d+)$/;

/** Folders that a process killed in the midst of creating a cluster left behind. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = STAGING.exec(name)?.[1];
    if (pid !== undefined && Number(pid) !== process.pid && !isRunning(Number(pid))) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function give(file: string, account: ServerAccount): void {
  if (account.owner) chownSync(file, account.owner.uid, account.owner.gid);
}

async function initdb(binaries: Binaries, account: ServerAccount, layout: Layout, access: Access, durability: Durability): Promise<void> {
  mkdirSync(layout.cluster, { mode: 0o700 });
  give(layout.cluster, account);
  // initdb reads the password from a file that its own account can open and nobody else; /dev/stdin cannot be reopened under Node.
  const passwordFile = path.join(layout.root, 'initdb-password');
  writeFileSync(passwordFile, access.superuserPassword, { mode: 0o600, flag: 'wx' });
  give(passwordFile, account);
  const args = [
    '-D', layout.cluster, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth-host=scram-sha-256', '--auth-local=scram-sha-256',
    // Without a locale initdb may choose SQL_ASCII, and trigram search of Chinese needs this character type.
    '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums', ...(durability === 'throwaway' ? ['--no-sync'] : []),
  ];
  try {
    await run(account, path.join(binaries.folder, 'initdb'), args, '');
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The service's role and database, made in single-user mode: no port is open before the passwords hold. */
async function makeRoleAndDatabase(binaries: Binaries, account: ServerAccount, layout: Layout, access: Access, durability: Durability): Promise<void> {
  // Throwaway servers let the role clone databases; a real one has no use for it.
  const createdb = durability === 'throwaway' ? 'CREATEDB' : 'NOCREATEDB';
  const statements = [
    `CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION ${createdb} PASSWORD '${access.appPassword}'`,
    `CREATE DATABASE ${APP_DATABASE} OWNER ${APP_ROLE}`,
    `REVOKE CONNECT ON DATABASE postgres FROM PUBLIC`,
  ];
  const fast = durability === 'throwaway' ? ['-F'] : [];
  await run(account, path.join(binaries.folder, 'postgres'), ['--single', '-D', layout.cluster, ...fast, '-c', 'log_statement=none', 'postgres'],
    statements.map((statement) => `${statement};\n`).join(''));
}

/**
 * Creates the cluster of a major version with everything in it, aside, and moves it to its place in one step: a start that
 * is killed midway leaves nothing half made, and of two starts at the same moment one wins and the other takes over its work.
 * Throws `embedded.init.failed`.
 */
export async function createCluster(binaries: Binaries, account: ServerAccount, layout: Layout, durability: Durability): Promise<void> {
  removeAbandoned(layout.parent);
  const staging = layoutAt(layout.parent, `${layout.root}.new-${process.pid}`);
  rmSync(staging.root, { recursive: true, force: true });
  mkdirSync(staging.root);
  chmodSync(staging.root, 0o711);
  try {
    const access = newAccess();
    writeAccess(staging.access, access);
    await initdb(binaries, account, staging, access, durability);
    await makeRoleAndDatabase(binaries, account, staging, access, durability);
    renameSync(staging.root, layout.root);
  } catch (error) {
    rmSync(staging.root, { recursive: true, force: true });
    const lostRace = ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '') && existsSync(layout.access);
    if (lostRace) return;
    if (error instanceof EmbeddedDatabaseError) throw error;
    throw new EmbeddedDatabaseError('embedded.init.failed', { reason: (error as Error).message });
  }
}

import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedDatabaseError } from './embedded-error.js';

/** Under which account the server runs, since PostgreSQL refuses to run as root. */
export type ServerAccount = {
  /** For logs: own user, root → postgres, root → user namespace. */
  readonly how: string;
  /** The account that must own the server's files, or null for the present one. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  spawn(program: string, args: readonly string[], options: SpawnOptions): ChildProcess;
};

/** In a user namespace root appears as this account, while every file stays root's own. */
const NOBODY = 65_534;
const NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' });

const present: ServerAccount = {
  how: 'own user',
  owner: null,
  spawn: (program, args, options) => spawn(program, args, { ...options, cwd: '/', env: environment() }),
};

const namespaced: ServerAccount = {
  how: 'root in a user namespace',
  owner: null,
  // unshare replaces itself by the program, so the process id and the parent stay what they seem.
  spawn: (program, args, options) => spawn('unshare', [...NAMESPACE, '--', program, ...args], { ...options, cwd: '/', env: environment() }),
};

const dropped = (name: string, uid: number, gid: number): ServerAccount => ({
  how: `root as ${name}`,
  owner: { uid, gid },
  spawn: (program, args, options) => spawn(program, args, { ...options, uid, gid, cwd: '/', env: environment() }),
});

type Account = { name: string; uid: number; gid: number };

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** Whether every existing folder down to this one may be entered by other users. */
export function isOpenToOthers(folder: string): boolean {
  for (let here = path.resolve(folder); ; here = path.dirname(here)) {
    if (existsSync(here) && !(statSync(here).mode & 0o001)) return false;
    if (here === path.dirname(here)) return true;
  }
}

const hasNamespaces = (): boolean => spawnSync('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore' }).status === 0;

/** Files that exist decide: whoever made them must go on serving them. */
function forExistingFiles(programs: string, cluster: string): ServerAccount {
  const { uid, gid } = statSync(cluster);
  if (uid === 0) {
    if (hasNamespaces()) return namespaced;
    throw new EmbeddedDatabaseError('embedded.user.closed', { folder: cluster });
  }
  const closed = [programs, path.dirname(cluster)].find((folder) => !isOpenToOthers(folder));
  if (closed !== undefined) throw new EmbeddedDatabaseError('embedded.user.closed', { folder: closed });
  return dropped(accounts().find((account) => account.uid === uid)?.name ?? String(uid), uid, gid);
}

function forNewFiles(programs: string, parent: string): ServerAccount {
  const known = accounts();
  const account = known.find(({ name }) => name === 'postgres') ?? known.find(({ name }) => name === 'nobody');
  if (account && isOpenToOthers(programs) && isOpenToOthers(parent)) return dropped(account.name, account.uid, account.gid);
  if (hasNamespaces()) return namespaced;
  throw new EmbeddedDatabaseError('embedded.user.closed', { folder: isOpenToOthers(programs) ? parent : programs });
}

/**
 * Chooses the account for the server.
 * `programs`: folder of initdb and postgres; `cluster`: the data folder, which need not exist; `parent`: a folder above it.
 * Throws `embedded.user.closed` or `embedded.folder.foreign`.
 */
export function serverAccount(programs: string, cluster: string, parent: string): ServerAccount {
  const exists = existsSync(cluster);
  const uid = process.getuid?.();
  if (uid !== 0) {
    if (exists && uid !== undefined && statSync(cluster).uid !== uid) throw new EmbeddedDatabaseError('embedded.folder.foreign', { folder: cluster });
    return present;
  }
  return exists ? forExistingFiles(programs, cluster) : forNewFiles(programs, parent);
}

import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedDatabaseError } from './embedded-error.js';

type Link = { readonly source: string; readonly target: string };

const errno = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

function makeLink(root: string, link: Link): void {
  const target = path.join(root, link.target);
  if (existsSync(target)) return;
  try {
    symlinkSync(path.relative(path.dirname(target), path.join(root, link.source)), target);
  } catch (error) {
    // Another process of ours may have made it at the same moment.
    if (errno(error) !== 'EEXIST') throw error;
  }
}

/**
 * Does what the npm package's install script would have done: links of the shared libraries and execute bits.
 * `npm ci --ignore-scripts`, and npm versions that block scripts, leave them out, and then initdb cannot load libicu.
 */
export function repairInstall(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as readonly Link[]) : [];
  try {
    for (const link of links) makeLink(root, link);
    for (const program of ['postgres', 'initdb', 'pg_ctl']) {
      const file = path.join(root, 'native', 'bin', program);
      if ((statSync(file).mode & 0o005) !== 0o005) chmodSync(file, 0o755);
    }
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errno(error) ?? '')) throw new EmbeddedDatabaseError('embedded.binaries.links', { folder: root });
    throw error;
  }
}

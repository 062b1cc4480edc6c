import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { COUNTRY, parseRegionCode, type RegionCode } from '../../kernel/region-code.js';
import { policyHash } from '../policy-hash.js';
import type { ParameterFile } from '../domain/parameter-file.js';
import type { RegionRegister } from '../regions.js';
import type { PolicyFault } from './fault.js';
import { preparedKey, type PreparedFiles } from './prepared-files.js';
import { readParameterFile } from './read-file.js';

export type PolicyData = {
  readonly files: readonly ParameterFile[];
  readonly faults: readonly PolicyFault[];
  /** SHA-256 over the paths and texts of all files: two folders with the same hash say the same, comments included. */
  readonly contentHash: string;
  /** What was read, by path. */
  readonly texts: Readonly<Record<string, string>>;
};

const NATIONAL = 'national';

/**
 * Reads a whole policy folder: `national/` and one folder for each region that differs. Never stops at the first mistake.
 * @param prepared files that need not be read again while path, region and text are the same
 */
export function readPolicyDirectory(directory: string, regions: RegionRegister, prepared: PreparedFiles): PolicyData {
  const files: ParameterFile[] = [];
  const faults: PolicyFault[] = [];
  const texts: Record<string, string> = {};
  for (const folder of entriesOf(directory, faults)) {
    if (folder.name.endsWith('.md')) continue;
    const place = regionOfFolder(folder.name, folder.isDirectory(), regions);
    if (typeof place === 'object') {
      faults.push({ file: folder.name, line: 1, column: 1, ...place });
      continue;
    }
    for (const entry of entriesOf(path.join(directory, folder.name), faults)) {
      const name = `${folder.name}/${entry.name}`;
      if (!entry.isFile() || !entry.name.endsWith('.yaml')) {
        faults.push({ file: name, line: 1, column: 1, code: 'policy.folder.stray', params: { name } });
        continue;
      }
      const text = readFileSync(path.join(directory, name), 'utf8');
      texts[name] = text;
      const known = prepared.size === 0 ? undefined : prepared.get(preparedKey(name, place, text));
      if (known !== undefined) {
        files.push(known);
        continue;
      }
      const read = readParameterFile(name, place, text);
      faults.push(...read.faults);
      if (read.file) files.push(read.file);
    }
  }
  if (files.length === 0 && faults.length === 0) faults.push({ file: directory, line: 1, column: 1, code: 'policy.folder.empty', params: { directory } });
  return { files, faults, contentHash: policyHash(texts), texts };
}

function entriesOf(directory: string, faults: PolicyFault[]) {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    faults.push({ file: directory, line: 1, column: 1, code: 'policy.folder.unreadable', params: { directory } });
    return [];
  }
}

function regionOfFolder(name: string, isDirectory: boolean, regions: RegionRegister): RegionCode | Pick<PolicyFault, 'code' | 'params'> {
  if (!isDirectory) return { code: 'policy.folder.stray', params: { name } };
  if (name === NATIONAL) return COUNTRY;
  const code = parseRegionCode(name);
  if (!code.ok || code.value === COUNTRY || !regions.has(code.value)) return { code: 'policy.folder.unknown_region', params: { name } };
  const successor = regions.successorOf(code.value);
  return successor === null ? code.value : { code: 'policy.folder.former_region', params: { name, successor } };
}

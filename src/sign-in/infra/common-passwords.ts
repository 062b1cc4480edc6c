import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../platform/config/index.js';

const FILE = path.join(projectRoot, 'seeds', 'reference', 'common-passwords.txt');

let known: ReadonlySet<string> | null = null;

/** The shipped list of passwords that attackers try first, in lower case; read once, a few kilobytes. */
export function commonPasswords(): ReadonlySet<string> {
  return (known ??= new Set(readFileSync(FILE, 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))));
}

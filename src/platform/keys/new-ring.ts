import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chinaDay } from '../../kernel/clock.js';
import { newKeySecret, type IndexSlot, type KeyPurpose, type SuiteName } from '../crypto/index.js';

/** One key as it stands in a ring file, secret and all. */
export type RingFileKey = {
  readonly id: string;
  readonly suite: SuiteName;
  readonly current: readonly KeyPurpose[];
  readonly readable: readonly KeyPurpose[];
  readonly slot: IndexSlot | null;
  readonly secret: string;
};

const HEAD = `# 助就的密钥。没有它，库里的证件号码、电话和审计链都打不开；不要放进数据库、备份或代码库，另存一份在别处。
# Keys of Zhujiu. Without them sealed numbers and the audit chain cannot be opened; keep a copy elsewhere, never in the
# database, a backup or a repository. docs/adr/0009-field-protection.md
`;

/** The day shows which of two keys is the newer; the rest keeps ids of one day apart. */
export const newKeyId = (now: Date): string => `k${chinaDay(now).replaceAll('-', '')}-${randomBytes(2).toString('hex')}`;

export const newKey = (suite: SuiteName, now: Date): RingFileKey =>
  ({ id: newKeyId(now), suite, current: ['field', 'index', 'chain'], readable: [], slot: 'a', secret: newKeySecret() });

const line = (name: string, list: readonly string[]): string => (list.length > 0 ? `    ${name}: [${list.join(', ')}]\n` : '');

/** The YAML text of a ring. */
export const ringFileText = (keys: readonly RingFileKey[]): string => `${HEAD}keys:\n${keys.map((key) =>
  `  - id: ${key.id}\n    suite: ${key.suite}\n${line('current', key.current)}${line('readable', key.readable)}${key.slot === null ? '' : `    slot: ${key.slot}\n`}    secret: ${key.secret}\n`).join('')}`;

const besides = (file: string): string => `${file}.${randomBytes(6).toString('hex')}.new`;

/**
 * Puts a ring file in place whole and readable by the owner only. Of two processes that make it at once, one does.
 * @returns whether it was this one; false where the file exists
 */
export function createRingFile(file: string, text: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = besides(file);
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Replaces a ring file; whoever reads it meanwhile sees the old one or the new one. */
export function replaceRingFile(file: string, text: string): void {
  const draft = besides(file);
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
}

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../config/schema.js';
import { readKeyRing, type KeyRing, type KeySource } from '../crypto/index.js';
import { makeDataFolder } from '../embedded/layout.js';
import { KeysError } from './keys-error.js';
import { createRingFile, newKey, ringFileText } from './new-ring.js';

/** The ring of the embedded database. */
const OWN_FILE = 'keys.yaml';

/** The folder of an embedded database of some major version. */
const CLUSTER = /^pg\d+$/;

/** Where the settings say the keys are; null where they say nothing. @throws KeysError `keys.twice` */
export function configuredSource({ keys }: Settings): KeySource | null {
  if (keys.file !== null && keys.text !== null) throw new KeysError('keys.twice', {});
  if (keys.file !== null) return { kind: 'file', path: keys.file };
  return keys.text === null ? null : { kind: 'environment', variable: 'ZHUJIU_KEYS', text: keys.text };
}

/** Where the keys of this process are; makes nothing. @throws KeysError `keys.twice`, `keys.missing` (a database of DATABASE_URL) */
export function keySource(settings: Settings): KeySource {
  const configured = configuredSource(settings);
  if (configured) return configured;
  // Keys that the service invents for a database elsewhere would be lost with this machine, and the data with them.
  if (settings.database.url !== null) throw new KeysError('keys.missing', {});
  return { kind: 'file', path: path.join(settings.database.dataDir, OWN_FILE) };
}

/**
 * A ring for the embedded database before its first start, so that a database without its ring is always one whose ring was
 * lost: a new ring beside it would seal new values and leave the old ones unreadable for ever.
 * @throws KeysError `keys.lost`, `keys.folder_unwritable`
 */
export function ensureOwnRing(settings: Settings, now: Date): void {
  if (configuredSource(settings) !== null || settings.database.url !== null) return;
  const { dataDir } = settings.database;
  const file = path.join(dataDir, OWN_FILE);
  // In this order: another process that begins at this moment makes the ring first and the database after it.
  const hasDatabase = existsSync(dataDir) && readdirSync(dataDir).some((name) => CLUSTER.test(name));
  if (existsSync(file)) return;
  if (hasDatabase) throw new KeysError('keys.lost', { file });
  try {
    makeDataFolder(dataDir);
    createRingFile(file, ringFileText([newKey(settings.profile === 'gov' ? 'sm' : 'aes', now)]));
  } catch (error) {
    throw new KeysError('keys.folder_unwritable', { folder: dataDir, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

/**
 * The keys of this process. With the embedded database a ring is made once and kept in the data folder, 0600.
 * @throws KeysError, KeyRingError: their messages tell a person what to do
 */
export function openKeyRing(settings: Settings, now: Date): KeyRing {
  ensureOwnRing(settings, now);
  const ring = readKeyRing(keySource(settings));
  demandProfile(settings, ring);
  return ring;
}

/** The profile `gov` seals, indexes and chains with the SM algorithms only (GM/T; design/security.md). */
export function demandProfile({ profile }: Settings, ring: KeyRing): void {
  const other = ring.entries.find(({ suite, current }) => suite !== 'sm' && current.length > 0);
  if (profile === 'gov' && other) throw new KeysError('keys.profile_needs_sm', { id: other.id });
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../config/schema.js';
import { readKeyRing, type KeyRing, type KeySource } from '../crypto/index.js';
import { makeDataFolder } from '../embedded/layout.js';
import { KeysError } from './keys-error.js';
import { createRingFile, newKey, ringFileText } from './new-ring.js';

/** The ring of the embedded database. */
const OWN_FILE = 'keys.yaml';

/** Where the settings say the keys are; null where they say nothing. @throws KeysError `keys.twice` */
export function configuredSource({ keys }: Settings): KeySource | null {
  if (keys.file !== null && keys.text !== null) throw new KeysError('keys.twice', {});
  if (keys.file !== null) return { kind: 'file', path: keys.file };
  return keys.text === null ? null : { kind: 'environment', variable: 'ZHUJIU_KEYS', text: keys.text };
}

/** @throws KeysError `keys.twice`, `keys.missing` (a database of DATABASE_URL), `keys.folder_unwritable` */
export function keySource(settings: Settings, now: Date): KeySource {
  const configured = configuredSource(settings);
  if (configured) return configured;
  // Keys that the service invents for a database elsewhere would be lost with this machine, and the data with them.
  if (settings.database.url !== null) throw new KeysError('keys.missing', {});
  return { kind: 'file', path: ownFile(settings, now) };
}

function ownFile({ database, profile }: Settings, now: Date): string {
  const file = path.join(database.dataDir, OWN_FILE);
  if (existsSync(file)) return file;
  try {
    makeDataFolder(database.dataDir);
    createRingFile(file, ringFileText([newKey(profile === 'gov' ? 'sm' : 'aes', now)]));
    return file;
  } catch (error) {
    throw new KeysError('keys.folder_unwritable', { folder: database.dataDir, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

/**
 * The keys of this process. With the embedded database a ring is made once and kept in the data folder, 0600.
 * @throws KeysError, KeyRingError: their messages tell a person what to do
 */
export function openKeyRing(settings: Settings, now: Date): KeyRing {
  const ring = readKeyRing(keySource(settings, now));
  demandProfile(settings, ring);
  return ring;
}

/** The profile `gov` seals, indexes and chains with the SM algorithms only (GM/T; design/security.md). */
export function demandProfile({ profile }: Settings, ring: KeyRing): void {
  const other = ring.entries.find(({ suite, current }) => suite !== 'sm' && current.length > 0);
  if (profile === 'gov' && other) throw new KeysError('keys.profile_needs_sm', { id: other.id });
}

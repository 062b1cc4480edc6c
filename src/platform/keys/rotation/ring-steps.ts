import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { keyPurposes, readKeyRing, type KeyEntry, type SuiteName } from '../../crypto/index.js';
import { newKey, type RingFileKey } from '../new-ring.js';

/**
 * Where a rotation stands (ADR 9), read off the ring alone, so that it can be taken up again anywhere.
 * Of two index keys the later in the file is the successor: it waits to become current, or is current while the former leaves.
 */
export type RingState =
  | { readonly step: 'rest' }
  | { readonly step: 'filling'; readonly former: string; readonly successor: string }
  | { readonly step: 'leaving'; readonly former: string; readonly successor: string };

export function stateOf(entries: readonly Pick<KeyEntry, 'id' | 'current' | 'readable'>[]): RingState {
  const [former, successor] = entries.filter(({ current, readable }) => [...current, ...readable].includes('index'));
  if (!former || !successor) return { step: 'rest' };
  return { step: successor.current.includes('index') ? 'leaving' : 'filling', former: former.id, successor: successor.id };
}

/** The keys of a ring file with their secrets. @throws KeyRingError where the service could not use it */
export function readRingFile(file: string): RingFileKey[] {
  readKeyRing({ kind: 'file', path: file });
  const { keys } = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as { keys: (Partial<RingFileKey> & Pick<RingFileKey, 'id' | 'suite' | 'secret'>)[] };
  return keys.map(({ id, suite, current = [], readable = [], slot = null, secret }) => ({ id, suite, current, readable, slot, secret }));
}

/** Step 1: a new key that everyone can read and nobody writes under. */
export function withSuccessor(keys: readonly RingFileKey[], suite: SuiteName | null, now: Date): RingFileKey[] {
  const index = keys.find(({ current }) => current.includes('index'));
  if (!index) throw new Error('the ring has no current index key');
  const made = newKey(suite ?? index.suite, now);
  return [...keys, { ...made, current: [], readable: [...keyPurposes], slot: index.slot === 'a' ? 'b' : 'a' }];
}

/** Step 3: the successor is current for everything, all others are only read. */
export const withSuccessorCurrent = (keys: readonly RingFileKey[], successor: string): RingFileKey[] => keys.map((key) => (key.id === successor
  ? { ...key, current: [...keyPurposes], readable: [] }
  : { ...key, current: [], readable: keyPurposes.filter((purpose) => key.current.includes(purpose) || key.readable.includes(purpose)) }));

/** Step 4: the former index key leaves its slot. It stays readable for old backups' fields and for the chain. */
export const withoutFormerIndex = (keys: readonly RingFileKey[], former: string): RingFileKey[] => keys.flatMap((key) => {
  if (key.id !== former) return [key];
  const readable = key.readable.filter((purpose) => purpose !== 'index');
  return readable.length === 0 ? [] : [{ ...key, readable, slot: null }];
});

import type { Settings } from '../config/schema.js';
import { readSealKeys, Seal, type KeyRing, type KeySource } from '../crypto/index.js';
import { KeysError } from './keys-error.js';

function source({ seal }: Settings): KeySource | null {
  if (seal.keyFile !== null && seal.keyText !== null) throw new KeysError('keys.seal_twice', {});
  if (seal.keyFile !== null) return { kind: 'file', path: seal.keyFile };
  return seal.keyText === null ? null : { kind: 'environment', variable: 'ZHUJIU_SEAL_KEY', text: seal.keyText };
}

/**
 * The seal of this installation: with the key that the settings name, else with one that comes from the ring.
 * @throws KeysError, KeyRingError: their messages tell a person what to do
 */
export function openSeal(settings: Settings, ring: KeyRing): Seal {
  const named = source(settings);
  const seal = new Seal(ring, named && readSealKeys(named));
  // Under gov every key that signs is SM2 (GM/T 0009); the ring's own is, by its suite.
  if (settings.profile === 'gov' && seal.keys[0]?.algorithm !== 'sm2-sm3') throw new KeysError('keys.seal_needs_sm2', {});
  return seal;
}

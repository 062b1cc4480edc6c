import { keyPurposes, type KeyPurpose, type KeyRing } from '../crypto/index.js';
import { mac, sameBytes, suites } from '../crypto/suites.js';
import { BackupError } from './backup-error.js';

/** By which a ring is recognised without anything of its secrets being told. */
export type KeyCheck = { readonly id: string; readonly purpose: KeyPurpose; readonly check: string };

const CHECK_BYTES = 16;

export const keyChecks = (ring: KeyRing): KeyCheck[] => keyPurposes.flatMap((purpose) =>
  ring.readableOf(purpose).map((key) => ({ id: key.id, purpose, check: key.derive(purpose, 'backup check', CHECK_BYTES).toString('hex') })));

/** A database that nobody can read is no restored one. @throws BackupError `backup.key_missing`, `backup.key_differs` */
export function demandKeys(ring: KeyRing, checks: readonly KeyCheck[]): void {
  for (const { id, purpose, check } of checks) {
    const key = ring.find(purpose, id);
    if (key === null) throw new BackupError('backup.key_missing', { id });
    if (key.derive(purpose, 'backup check', CHECK_BYTES).toString('hex') !== check) throw new BackupError('backup.key_differs', { id });
  }
}

const signature = (ring: KeyRing, keyId: string, manifest: Buffer): Buffer | null => {
  const key = ring.find('chain', keyId);
  return key && mac(suites[key.suite].digest, key.derive('chain', 'backup', 32), manifest);
};

export type ManifestSignature = { readonly keyId: string; readonly mac: string };

export function signManifest(ring: KeyRing, manifest: Buffer): ManifestSignature {
  const { id } = ring.currentOf('chain');
  return { keyId: id, mac: (signature(ring, id, manifest) ?? Buffer.alloc(0)).toString('base64url') };
}

/** @throws BackupError `backup.key_missing`, `backup.forged` */
export function demandSigned(ring: KeyRing, manifest: Buffer, signed: ManifestSignature): void {
  const ours = signature(ring, signed.keyId, manifest);
  if (ours === null) throw new BackupError('backup.key_missing', { id: signed.keyId });
  if (!sameBytes(ours, Buffer.from(signed.mac, 'base64url'))) throw new BackupError('backup.forged', {});
}

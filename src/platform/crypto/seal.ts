import type { KeyRing, RingKey } from './key-ring.js';
import { sealKeyOf, type SealAlgorithm, type SealKey, type SealPublicKey } from './seal-keys.js';

/** What stands beside sealed bytes. `signature` in base64url. */
export type SealSignature = { readonly algorithm: SealAlgorithm; readonly keyId: string; readonly signature: string };

/** `isCurrent`: new seals are made with it; the others are only checked. */
export type ShownSealKey = SealPublicKey & { readonly isCurrent: boolean };

/**
 * Seals of the service over bytes that leave it, such as the head of the audit chain or a certificate: whoever has the public key
 * can check them without us. With a key that was given to the deploying body it is that one, else one that comes from the ring.
 */
export class Seal {
  private readonly made = new WeakMap<RingKey, SealKey>();

  /** @param given first the one that signs, then former ones; null for none */
  constructor(
    private readonly ring: KeyRing,
    private readonly given: readonly [SealKey, ...SealKey[]] | null,
  ) {}

  sign(bytes: Uint8Array): SealSignature {
    const key = this.current();
    return { algorithm: key.algorithm, keyId: key.id, signature: key.sign(bytes).toString('base64url') };
  }

  /** Whether a key of ours sealed just these bytes. */
  verify(bytes: Uint8Array, { algorithm, keyId, signature }: SealSignature): boolean {
    const key = this.all().find(({ id }) => id === keyId);
    return key !== undefined && key.algorithm === algorithm && key.verify(bytes, Buffer.from(signature, 'base64url'));
  }

  /** All public keys, the one in use first. */
  get keys(): readonly ShownSealKey[] {
    const { id } = this.current();
    return this.all().map((key) => ({ ...key.mayBeShown, isCurrent: key.id === id })).sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  }

  private current(): SealKey {
    return this.given?.[0] ?? this.ofRing(this.ring.currentOf('chain'));
  }

  private all(): readonly SealKey[] {
    return [...(this.given ?? []), ...this.ring.readableOf('chain').map((key) => this.ofRing(key))];
  }

  private ofRing(key: RingKey): SealKey {
    const known = this.made.get(key) ?? sealKeyOf(key);
    this.made.set(key, known);
    return known;
  }
}

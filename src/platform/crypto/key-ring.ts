import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { suites, type SuiteName } from './suites.js';

/** What keys are for: sealed fields, blind indexes, the chain of the audit log. */
export const keyPurposes = ['field', 'index', 'chain'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** Which of the two index columns of a table an index key fills (docs/adr/0009-field-protection.md). */
export const indexSlots = ['a', 'b'] as const;
export type IndexSlot = (typeof indexSlots)[number];

export type KeyEntry = {
  readonly id: string;
  readonly suite: SuiteName;
  /** Purposes for which new values take this key. */
  readonly current: readonly KeyPurpose[];
  /** Purposes for which values under this key are still, or already, read. */
  readonly readable: readonly KeyPurpose[];
  /** Null unless the key serves `index`. */
  readonly slot: IndexSlot | null;
};

const DERIVATION = 'zhujiu/1';

/** One key of the ring. The secret itself never leaves it: what goes out is derived for one purpose and one part of it. */
export class RingKey {
  readonly #secret: KeyObject;

  /** @param secret 32 random bytes */
  constructor(readonly entry: KeyEntry, secret: Buffer) {
    this.#secret = createSecretKey(secret);
  }

  get id(): string {
    return this.entry.id;
  }

  get suite(): SuiteName {
    return this.entry.suite;
  }

  /** Under one id there is only ever one secret; a ring that says otherwise is mistaken. */
  hasSecretOf(other: RingKey): boolean {
    return this.#secret.equals(other.#secret);
  }

  serves(purpose: KeyPurpose): boolean {
    return this.entry.current.includes(purpose) || this.entry.readable.includes(purpose);
  }

  /**
   * Key bytes for one part of one purpose by HKDF (RFC 5869) with the digest of the suite. Two parts or purposes never
   * share bytes, and neither leads back to the secret.
   */
  derive(purpose: KeyPurpose, part: string, bytes: number): Buffer {
    if (!this.serves(purpose)) throw new Error(`key ${this.id} does not serve ${purpose}`);
    const info = JSON.stringify([DERIVATION, purpose, part]);
    return Buffer.from(hkdfSync(suites[this.suite].digest, this.#secret, '', info, bytes));
  }
}

/** All keys of the service: for each purpose one that new values take, and others that are only read. */
export class KeyRing {
  /** @param keys as `parseKeyRing` checked them: exactly one current key for each purpose */
  constructor(private keys: readonly RingKey[]) {}

  /** What may be told of the keys, in the order of the ring. */
  get entries(): readonly KeyEntry[] {
    return this.keys.map(({ entry }) => entry);
  }

  /**
   * Takes over another ring while the service runs. Whoever holds this one uses the new keys from the next value on.
   * @returns false, with nothing changed, where a key of both has another secret there
   */
  replaceBy(other: KeyRing): boolean {
    const differs = this.keys.some((key) => other.keys.some((twin) => twin.id === key.id && (twin.suite !== key.suite || !twin.hasSecretOf(key))));
    if (differs) return false;
    this.keys = other.keys;
    return true;
  }

  currentOf(purpose: KeyPurpose): RingKey {
    const key = this.keys.find(({ entry }) => entry.current.includes(purpose));
    if (!key) throw new Error(`the key ring has no current key for ${purpose}`);
    return key;
  }

  /** Every key that serves the purpose, the current one first. */
  readableOf(purpose: KeyPurpose): readonly RingKey[] {
    const current = this.currentOf(purpose);
    return [current, ...this.keys.filter((key) => key !== current && key.serves(purpose))];
  }

  find(purpose: KeyPurpose, id: string): RingKey | null {
    return this.keys.find((key) => key.id === id && key.serves(purpose)) ?? null;
  }
}

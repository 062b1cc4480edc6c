import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing, type RingKey } from '../../platform/crypto/index.js';

/** What is digested; two purposes never share a digest. */
export type DigestPurpose = 'officeCode' | 'contact' | 'place' | 'recoveryCode' | 'link';

const KEY_BYTES = 32;

/**
 * Digests of what is short enough to be guessed: codes that people type, addresses, contacts. Without the key ring, which is
 * not in the database, they cannot be tried out.
 */
@Injectable()
export class KeyedDigest {
  readonly #keys = new Map<string, Buffer>();

  constructor(private readonly ring: KeyRing) {}

  /** `<key id>.<digest>` under the current key. */
  of(purpose: DigestPurpose, text: string): string {
    return this.under(this.ring.currentOf('index'), purpose, text);
  }

  /** Under every key that is still read, for look-up while keys are changed. */
  candidates(purpose: DigestPurpose, text: string): readonly string[] {
    return this.ring.readableOf('index').map((key) => this.under(key, purpose, text));
  }

  private under(key: RingKey, purpose: DigestPurpose, text: string): string {
    const digest = key.suite === 'sm' ? 'sm3' : 'sha256';
    return `${key.id}.${createHmac(digest, this.macKey(key, purpose)).update(text).digest('base64url')}`;
  }

  private macKey(key: RingKey, purpose: DigestPurpose): Buffer {
    const name = `${key.id} ${purpose}`;
    const known = this.#keys.get(name);
    if (known) return known;
    const made = key.derive('index', `signIn.${purpose}`, KEY_BYTES);
    this.#keys.set(name, made);
    return made;
  }
}

import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { KeyRingError } from './key-ring-error.js';
import type { RingKey } from './key-ring.js';
import type { KeySource } from './read-key-ring.js';
import { isSm2, sm2KeyFrom, sm2Sign, sm2Verify } from './sm2.js';

/** `ed25519` (RFC 8032); `sm2-sm3` (GM/T 0009, with the default id). */
export type SealAlgorithm = 'ed25519' | 'sm2-sm3';

/** The public half, by which everybody can check. */
export type SealPublicKey = { readonly keyId: string; readonly algorithm: SealAlgorithm; /** PEM, SubjectPublicKeyInfo. */ readonly publicKey: string };

/** A key pair, or the public half of one that signs no more. */
export class SealKey {
  readonly algorithm: SealAlgorithm;
  readonly #spki: Buffer;

  /** @throws RangeError for a key of another kind */
  constructor(private readonly publicHalf: KeyObject, private readonly privateHalf: KeyObject | null, private readonly name: string | null) {
    this.#spki = publicHalf.export({ type: 'spki', format: 'der' });
    if (publicHalf.asymmetricKeyType !== 'ed25519' && !isSm2(this.#spki)) throw new RangeError('neither Ed25519 nor SM2');
    this.algorithm = isSm2(this.#spki) ? 'sm2-sm3' : 'ed25519';
  }

  /** Of a given key: by its public half, so that the same key has the same id everywhere. */
  get id(): string {
    return this.name ?? `seal-${createHash('sha256').update(this.#spki).digest('hex').slice(0, 16)}`;
  }

  get mayBeShown(): SealPublicKey {
    return { keyId: this.id, algorithm: this.algorithm, publicKey: `-----BEGIN PUBLIC KEY-----\n${(this.#spki.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END PUBLIC KEY-----\n` };
  }

  sign(bytes: Uint8Array): Buffer {
    if (this.privateHalf === null) throw new Error(`the seal key ${this.id} signs no more`);
    return this.algorithm === 'sm2-sm3' ? sm2Sign(this.privateHalf, this.#spki, bytes) : sign(null, bytes, this.privateHalf);
  }

  verify(bytes: Uint8Array, signature: Uint8Array): boolean {
    return this.algorithm === 'sm2-sm3' ? sm2Verify(this.publicHalf, this.#spki, bytes, signature) : verify(null, bytes, this.publicHalf, signature);
  }
}

const ED25519_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The seal that belongs to a key of the ring: Ed25519 of the suite `aes`, SM2 of `sm`. */
export function sealKeyOf(key: RingKey): SealKey {
  const pair = key.suite === 'sm' ? sm2KeyFrom(key.derive('chain', 'seal', 48)) : createPrivateKey({ key: Buffer.concat([ED25519_HEAD, key.derive('chain', 'seal', 32)]), format: 'der', type: 'pkcs8' });
  return new SealKey(createPublicKey(pair), pair, `seal-${key.id}`);
}

const BLOCK = /-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g;

/**
 * Keys that the deploying body was given: PEM, first the private one that signs, then public ones that signed before.
 * @throws KeyRingError `crypto.seal_unusable`, `crypto.ring_unreadable`
 */
export function readSealKeys(source: KeySource): readonly [SealKey, ...SealKey[]] {
  const name = source.kind === 'file' ? source.path : source.variable;
  const blocks = [...textOf(source).matchAll(BLOCK)];
  try {
    const [first, ...others] = blocks.map(([pem, kind = '']) => (kind.endsWith('PRIVATE KEY') ? pairOf(pem) : new SealKey(createPublicKey(pem), null, null)));
    const isInOrder = blocks.every(([, kind = ''], place) => kind.endsWith('PRIVATE KEY') === (place === 0));
    if (first && isInOrder) return [first, ...others];
  } catch {
    // What OpenSSL says of a key that it does not take helps nobody; the sentence below does.
  }
  throw new KeyRingError(name, [{ code: 'crypto.seal_unusable', pointer: '', params: {} }]);
}

function pairOf(pem: string): SealKey {
  const pair = createPrivateKey(pem);
  return new SealKey(createPublicKey(pair), pair, null);
}

function textOf(source: KeySource): string {
  if (source.kind === 'environment') return source.text;
  try {
    return readFileSync(source.path, 'utf8');
  } catch (error) {
    throw new KeyRingError(source.path, [{ code: 'crypto.ring_unreadable', pointer: '', params: { reason: (error as NodeJS.ErrnoException).code ?? null } }]);
  }
}

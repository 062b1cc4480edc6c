import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SealKey } from '../../../platform/crypto/index.js';
import type { GivenSeal } from '../domain/exchange-batch.js';
import { parties, type Party } from '../domain/exchange-line.js';

type SenderKey = { readonly keyId: string; readonly party: Party; /** Beginning of the region codes for which it sends. */ readonly sender: string; readonly key: SealKey };

/** `none`: the sender has no key with us and puts no seal on its batches. */
export type SealVerdict = { readonly verdict: 'good'; readonly keyId: string } | { readonly verdict: 'none' } | { readonly verdict: 'missing' | 'unknown_key' | 'wrong' };

/** Public keys of the bodies that send us batches, as the operator was given them. Whoever has a key here must seal what it sends. */
export class SenderKeys {
  private constructor(private readonly keys: readonly SenderKey[]) {}

  /** @param file JSON: `[{"keyId", "party", "sender", "publicKey" (PEM)}]`; null for none. @throws Error naming what is wrong with it */
  static read(file: string | null): SenderKeys {
    if (file === null) return new SenderKeys([]);
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!Array.isArray(read)) throw new Error(`${file}: a list of keys is expected`);
    return new SenderKeys(read.map((entry: unknown, at) => {
      const { keyId, party, sender, publicKey } = (entry ?? {}) as Readonly<Record<string, unknown>>;
      const from = parties.find((one) => one === party);
      if (typeof keyId !== 'string' || from === undefined || typeof sender !== 'string' || !/^\d{2,12}$/.test(sender) || typeof publicKey !== 'string') throw new Error(`${file}: entry ${at + 1} needs keyId, party, sender and publicKey`);
      return { keyId, party: from, sender, key: new SealKey(createPublicKey(publicKey), null, null) };
    }));
  }

  check(party: Party, sender: string, seal: GivenSeal | null, bytes: Buffer): SealVerdict {
    const own = this.keys.filter((one) => one.party === party && sender.startsWith(one.sender));
    if (seal === null) return { verdict: own.length === 0 ? 'none' : 'missing' };
    const found = own.find(({ keyId }) => keyId === seal.keyId);
    if (found === undefined) return { verdict: 'unknown_key' };
    const good = seal.algorithm === found.key.algorithm && found.key.verify(bytes, Buffer.from(seal.signature, 'base64url'));
    return good ? { verdict: 'good', keyId: found.keyId } : { verdict: 'wrong' };
  }
}

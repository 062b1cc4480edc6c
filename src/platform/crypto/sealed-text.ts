import type { SuiteName } from './suites.js';

/** `zf1.<suite>.<key id>.<nonce>.<place>.<ciphertext>.<tag>`, bytes in base64url. A new form takes a new first word. */
export type SealedParts = {
  readonly suite: SuiteName;
  readonly keyId: string;
  readonly nonce: Buffer;
  /** Keyed digest of nonce, table, column and row. */
  readonly place: Buffer;
  readonly body: Buffer;
  readonly tag: Buffer;
};

const VERSION = 'zf1';
const FORM = /^zf1\.(aes|sm)\.([a-z0-9-]{1,24})\.([\w-]+)\.([\w-]+)\.([\w-]*)\.([\w-]+)$/;

export const sealedHeader = (suite: SuiteName, keyId: string): string => `${VERSION}.${suite}.${keyId}`;

export const sealedText = ({ suite, keyId, nonce, place, body, tag }: SealedParts): string =>
  [sealedHeader(suite, keyId), ...[nonce, place, body, tag].map((bytes) => bytes.toString('base64url'))].join('.');

/** Null for any text that `sealedText` cannot have written. */
export function parseSealed(text: string): SealedParts | null {
  const [, suite, keyId = '', nonce = '', place = '', body = '', tag = ''] = FORM.exec(text) ?? [];
  if (suite !== 'aes' && suite !== 'sm') return null;
  const parts = { suite, keyId, nonce: bytesOf(nonce), place: bytesOf(place), body: bytesOf(body), tag: bytesOf(tag) } as const;
  // Base64 has spare bits at the end that decoding ignores: a changed sign would go unnoticed.
  return sealedText(parts) === text ? parts : null;
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

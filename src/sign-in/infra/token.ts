import { createHash, randomBytes } from 'node:crypto';

/** A secret that is given away once: the database keeps the digest only. 256 random bits need no slow hash and no key. */
export type Token = { readonly clear: string; readonly digest: Buffer };

const BYTES = 32;

/** What a token is for, as the first letters of it, so that one found in a log or a repository is known for what it is. */
export type TokenKind = 'zjs' | 'zjk' | 'zjt' | 'zjd' | 'zjr' | 'zjo';

export const tokenDigest = (clear: string): Buffer => createHash('sha256').update(clear).digest();

export function newToken(kind: TokenKind): Token {
  const clear = `${kind}_${randomBytes(BYTES).toString('base64url')}`;
  return { clear, digest: tokenDigest(clear) };
}

/** The token in what a client sent; null where it cannot be one of the kind, so that no query is spent on it. */
export function readToken(kind: TokenKind, sent: string | undefined): Token | null {
  if (sent === undefined || !new RegExp(`^${kind}_[\\w-]{43}$`).test(sent)) return null;
  return { clear: sent, digest: tokenDigest(sent) };
}

/** As the database keeps the token of a link. */
export const linkDigest = (token: string | undefined): string | null => readToken('zjr', token)?.digest.toString('base64url') ?? null;

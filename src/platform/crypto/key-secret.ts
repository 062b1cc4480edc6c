import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../../kernel/result.js';

const SECRET_BYTES = 32;
/** 32 random bytes hold fewer than 16 different ones less than once in 10^15 draws; repeats and examples always do. */
const LEAST_DIFFERENT_BYTES = 16;

export type KeySecretFault = 'crypto.key_secret_form' | 'crypto.key_secret_weak';

/** A new secret in the form that a key ring takes, for `secret:`. */
export const newKeySecret = (): string => randomBytes(SECRET_BYTES).toString('base64');

/** Reads 32 bytes in base64 or base64url, as `openssl rand -base64 32` writes them. */
export function readSecret(raw: unknown): Result<Buffer, KeySecretFault> {
  if (typeof raw !== 'string') return err('crypto.key_secret_form');
  const bytes = Buffer.from(raw, 'base64');
  const spellings = [bytes.toString('base64'), bytes.toString('base64url')];
  if (bytes.length !== SECRET_BYTES || !spellings.includes(raw)) return err('crypto.key_secret_form');
  return new Set(bytes).size < LEAST_DIFFERENT_BYTES ? err('crypto.key_secret_weak') : ok(bytes);
}

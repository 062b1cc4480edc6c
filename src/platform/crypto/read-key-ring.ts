import { readFileSync } from 'node:fs';
import type { KeyRing } from './key-ring.js';
import { KeyRingError } from './key-ring-error.js';
import { parseKeyRing } from './parse-key-ring.js';

/** Where the keys stand; never in the database. `text` is the value of the variable. */
export type KeySource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'environment'; readonly variable: string; readonly text: string };

/** @throws KeyRingError where the file cannot be read or the ring cannot be used */
export function readKeyRing(source: KeySource): KeyRing {
  if (source.kind === 'environment') return parseKeyRing(source.text, source.variable);
  return parseKeyRing(readText(source.path), source.path);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? null;
    throw new KeyRingError(path, [{ code: 'crypto.ring_unreadable', pointer: '', params: { reason } }]);
  }
}

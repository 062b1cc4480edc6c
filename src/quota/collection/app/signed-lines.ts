import { createHash } from 'node:crypto';
import type { Seal } from '../../../platform/crypto/index.js';

/**
 * JSON lines with a frame: the header first, a line for each record, and last the SHA-256 and the seal of everything before.
 * @returns the whole text, and the digest in hex
 */
export function signedLines(seal: Seal, header: object, records: readonly object[]): { readonly body: string; readonly digest: string } {
  const signed = [header, ...records].map((line) => `${JSON.stringify(line)}\n`).join('');
  const bytes = Buffer.from(signed, 'utf8');
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { body: `${signed}${JSON.stringify({ digest, seal: seal.sign(bytes) })}\n`, digest };
}

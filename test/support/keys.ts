import { createHash } from 'node:crypto';

/** A secret for tests: the same for the same word, 32 bytes in base64. */
export const testSecret = (word: string): string => createHash('sha256').update(`test key ${word}`).digest('base64');

export type TestKey = { readonly id: string; readonly suite?: string; readonly current?: readonly string[]; readonly readable?: readonly string[]; readonly slot?: string; readonly secret?: string };

/** The text of a key ring. A key that says nothing of itself is an `aes` key in slot `a`, current for everything. */
export function ringText(...keys: readonly TestKey[]): string {
  return JSON.stringify({
    keys: keys.map(({ id, suite = 'aes', readable = [], current = readable.length > 0 ? [] : ['field', 'index', 'chain'], slot, secret = testSecret(id) }) => {
      const isIndexKey = [...current, ...readable].includes('index');
      return { id, suite, current, readable, ...(isIndexKey || slot !== undefined ? { slot: slot ?? 'a' } : {}), secret };
    }),
  });
}

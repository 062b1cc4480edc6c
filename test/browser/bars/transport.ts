import type { Bar } from '../support/rounds.js';
import type { Loaded } from '../support/visit.js';

/** interface.md 3.4, word for word. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const inOrder = (policy: string): string[] => policy.split(';').map((directive) => directive.trim()).filter(Boolean).sort();

/** Compressed, with headers. 1 kB = 1,000 bytes. */
const MOST = { first: 60_000, later: 25_000, script: 20_000, requests: 10 };

export type Weight = { readonly first: number; readonly later: number; readonly script: number; readonly requests: number };

/** A first visit that begins on this page: its document and every file that it needs. */
export function weigh(document: Loaded, loaded: readonly Loaded[]): Weight {
  const files = new Map(loaded.filter(({ kind, bytes }) => ['stylesheet', 'script', 'image', 'font', 'other'].includes(kind) && bytes > 0).map((file) => [file.url, file]));
  const sum = (list: readonly Loaded[]): number => list.reduce((total, { bytes }) => total + bytes, 0);
  return { first: document.bytes + sum([...files.values()]), later: document.bytes, script: sum([...files.values()].filter(({ kind }) => kind === 'script')), requests: 1 + files.size };
}

export const transportBars: readonly Bar[] = [
  {
    name: 'B19 weights, requests, nothing from elsewhere',
    look: async ({ loaded, document, origin }) => {
      const all = await loaded();
      const address = document().url();
      const own = [...all].reverse().find(({ url, kind, bytes }) => kind === 'document' && url === address && bytes > 0);
      if (!own) return [`no weight of ${address}`];
      const weight = weigh(own, all);
      return [
        ...all.filter(({ url }) => !url.startsWith(`${origin}/`) && !url.startsWith('data:')).map(({ url }) => `from elsewhere: ${url}`),
        ...all.filter(({ kind }) => kind === 'font').map(({ url }) => `a font: ${url}`),
        ...Object.entries(MOST).filter(([name, most]) => weight[name as keyof Weight] > most).map(([name, most]) => `${name}: ${weight[name as keyof Weight]} of at most ${most}`),
      ];
    },
  },
  {
    name: 'B22 strict content security policy, no complaint in the console',
    look: async ({ document, complaints }) => {
      const sent = document().headers()['content-security-policy'] ?? '';
      return [...(inOrder(sent).join() === inOrder(POLICY).join() ? [] : [`the policy is: ${sent}`]), ...complaints()];
    },
  },
];

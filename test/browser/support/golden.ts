import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const GOLDEN = path.resolve(import.meta.dirname, '../golden');
const updates = process.env['UPDATE_GOLDEN'] === 'yes';

/** What is another in every run: addresses of rosters and records, the time at which one ends, codes of invitations, numbers of filings, the number of the law that was used, checksums of files. */
const settled = (text: string): string => text
  .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, ':id')
  .replace(/\b[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}\b/g, ':code')
  .replace(/\b\d{6}-\d{4}-(?!00000-)[0-9A-F]{5}-[0-9A-F]{5}\b/g, ':number')
  .replace(/\b\d\d:\d\d\b/g, 'hh:mm')
  .replace(/(编号 )[0-9a-f]{12}/g, '$1:hash')
  .replace(/\b[0-9a-f]{64}\b/g, ':digest')
  // Lines of filings are numbered through, whichever room of the rounds files first.
  .replace(/(:id\/(?:lines|papers|people))\/\d+\b/g, '$1/:line');

/**
 * Compares with `test/browser/golden/<file>`; `UPDATE_GOLDEN=yes` writes it instead, for a person to read the difference.
 * @returns the lines that differ, [] for none
 */
export function againstGolden(file: string, text: string): readonly string[] {
  const name = path.join(GOLDEN, file);
  const found = `${settled(text).trimEnd()}\n`;
  if (updates) {
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, found);
    return [];
  }
  if (!existsSync(name)) return [`there is no golden file ${file}: look at the page, then run with UPDATE_GOLDEN=yes`];
  return difference(readFileSync(name, 'utf8').split('\n'), found.split('\n'));
}

/** Golden files of a folder, without their endings. */
export const goldenFiles = (folder: string): readonly string[] => readdirSync(path.join(GOLDEN, folder)).map((file) => file.replace(/\.\w+$/, ''));

const SHOWN = 20;

/** Common beginning and end cut off; enough to see what changed. */
export function difference(expected: readonly string[], found: readonly string[]): readonly string[] {
  let start = 0;
  while (start < expected.length && start < found.length && expected[start] === found[start]) start++;
  let end = 0;
  while (end < expected.length - start && end < found.length - start && expected[expected.length - 1 - end] === found[found.length - 1 - end]) end++;
  const gone = expected.slice(start, expected.length - end).map((line) => `- ${line}`);
  const come = found.slice(start, found.length - end).map((line) => `+ ${line}`);
  return [...gone.slice(0, SHOWN), ...come.slice(0, SHOWN)].map((line, index) => (index === 0 ? `line ${start + 1}: ${line}` : line));
}

import { createHash } from 'node:crypto';
import { unzipSync, zipSync, type Zippable } from 'fflate';

/** Names and contents of a bundle, by path. */
export type BundleFiles = Readonly<Record<string, Uint8Array>>;

const CHECKSUMS = 'checksums.txt';
/** The same content gives the same bytes: a ZIP keeps no time of its own. */
const UNTIMED = new Date(1980, 0, 1);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** One ZIP with a list of checksums, as `sha256sum -c` reads it. */
export function makeBundle(files: BundleFiles): Buffer {
  const paths = Object.keys(files).sort();
  const list = paths.map((path) => `${sha256(files[path] ?? new Uint8Array())}  ${path}\n`).join('');
  const entries: Zippable = Object.fromEntries([...paths.map((path) => [path, files[path] ?? new Uint8Array()] as const), [CHECKSUMS, Buffer.from(list, 'utf8')]].map(([path, bytes]) => [path, [bytes as Uint8Array, { mtime: UNTIMED, level: 6 }]]));
  return Buffer.from(zipSync(entries));
}

export type BundleCheck = {
  /** Files that are listed and are as they were. */
  readonly files: number;
  /** Paths that were changed, are missing, or are not listed. */
  readonly faults: readonly string[];
};

/** Holds every file of a bundle against its list. A bundle that cannot be read is one fault. */
export function verifyBundle(zip: Uint8Array): BundleCheck {
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(zip);
  } catch {
    return { files: 0, faults: [CHECKSUMS] };
  }
  const listed = new Map(Buffer.from(entries[CHECKSUMS] ?? new Uint8Array()).toString('utf8').split('\n').filter((line) => line !== '').map((line) => [line.slice(66), line.slice(0, 64)]));
  const paths = Object.keys(entries).filter((path) => path !== CHECKSUMS);
  const faults = [
    ...(listed.size === 0 ? [CHECKSUMS] : []), ...[...listed].filter(([path, digest]) => entries[path] === undefined || sha256(entries[path]) !== digest).map(([path]) => path), ...paths.filter((path) => !listed.has(path)),
  ];
  return { files: paths.length - paths.filter((path) => faults.includes(path)).length, faults: [...new Set(faults)].sort() };
}

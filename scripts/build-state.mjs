// Says whether dist was built from the sources as they stand: it compares names, sizes and times, and reads no source.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const STAMP = 'build-stamp.json';

const isTest = (name) => /\.spec\.tsx?$/.test(name);

function sources(checkout) {
  const inSource = readdirSync(path.join(checkout, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const scripts = readdirSync(path.join(checkout, 'scripts')).map((name) => path.join(checkout, 'scripts', name));
  const others = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) => path.join(checkout, name));
  return [...inSource, ...scripts, ...others].filter((file) => existsSync(file)).sort();
}

/** Names and sizes of all sources as one digest, and the time of the newest. A removed file changes the first, an edit the second. */
export function readSources(checkout) {
  const digest = createHash('sha256');
  let newest = 0;
  for (const file of sources(checkout)) {
    const { size, mtimeMs } = statSync(file);
    digest.update(`${path.relative(checkout, file)} ${size}\n`);
    newest = Math.max(newest, mtimeMs);
  }
  return { digest: digest.digest('hex'), newest };
}

/** `builtAt` is the moment at which the build began to read, so that an edit during a build counts as newer. */
export function writeStamp(folder, { digest }, builtAt) {
  writeFileSync(path.join(folder, STAMP), JSON.stringify({ digest, builtAt }));
}

/** True also where there are no sources to compare with, as in an image that carries dist alone. */
export function isFresh(checkout) {
  const stamp = path.join(checkout, 'dist', STAMP);
  if (!existsSync(stamp)) return false;
  if (!existsSync(path.join(checkout, 'src'))) return true;
  const { digest, builtAt } = JSON.parse(readFileSync(stamp, 'utf8'));
  const now = readSources(checkout);
  return now.digest === digest && now.newest <= builtAt;
}

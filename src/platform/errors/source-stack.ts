import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const maps = new Map<string, SourceMap | null>();

/** A place in a built file: `file:///…/dist/main.js:3:14`. */
const PLACE = /((?:file:\/\/)?\/[^\s():]+\.js):(\d+):(\d+)/g;

/**
 * Frames of a stack with the places of our sources instead of those of the build. Maps are read when an error is told, and once:
 * Node's own `setSourceMapsEnabled` reads the map of every module that is loaded, which is a fifteenth of each start.
 */
export function sourceStack(stack: string): string {
  return stack.replace(PLACE, (place, address: string, line: string, column: string) => {
    const file = address.startsWith('file:') ? fileURLToPath(address) : address;
    const found = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!found || !('originalSource' in found)) return place;
    return `${path.resolve(path.dirname(file), found.originalSource)}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  });
}

function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  const read = readMap(`${file}.map`);
  maps.set(file, read);
  return read;
}

/** A stack is told whatever happens: a map that cannot be read is none. */
function readMap(file: string): SourceMap | null {
  try {
    if (!existsSync(file)) return null;
    const { sourcesContent: _, ...payload } = JSON.parse(readFileSync(file, 'utf8')) as ConstructorParameters<typeof SourceMap>[0];
    return new SourceMap({ ...payload, sourcesContent: [] });
  } catch {
    return null;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { NextFunction, Request, Response } from 'express';
import { projectRoot } from '../platform/config/index.js';
import type { Mount } from '../platform/http/index.js';

/** Files that the build made, by their plain names. */
export type AssetName = 'app.css' | 'app.js' | 'mark.svg';

type Entry = { readonly file: string; readonly bytes: number; readonly gzip: number; readonly brotli: number };
type Manifest = Readonly<Record<string, Entry>>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const YEAR_SECONDS = 31_536_000;

/** Where `scripts/build-assets.mjs` writes. */
export const assetsFolder: string = path.join(projectRoot, 'dist/assets');

/** Empty when nothing was built, as in a unit test: pages then carry names without a hash, which are not served. */
export function readManifest(folder: string): Manifest {
  const file = path.join(folder, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

let manifest: Manifest | undefined;

/** The address of a built file. Its name holds a hash of its content, so it may be kept for ever. */
export function assetUrl(name: AssetName): string {
  manifest ??= readManifest(assetsFolder);
  return `/assets/${manifest[name]?.file ?? name}`;
}

/** For `createApp`: the built files, outside the limits of calls. */
export const assetsMount = (): Mount => ({ path: '/assets', handler: assetsMiddleware(assetsFolder) });

/**
 * Express middleware for `/assets`: answers from memory, in the best encoding the browser takes.
 * Only names of the manifest exist; everything else is passed on (and ends as 404).
 */
export function assetsMiddleware(folder: string): (request: Request, response: Response, next: NextFunction) => void {
  const files = new Map<string, Readonly<Record<Encoding, Buffer>>>();
  for (const { file } of Object.values(readManifest(folder))) {
    const read = (suffix: string) => readFileSync(path.join(folder, file + suffix));
    files.set(file, { br: read('.br'), gzip: read('.gz'), identity: read('') });
  }
  return (request, response, next) => {
    const name = path.posix.basename(request.path);
    const file = files.get(name);
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    const encoding = bestEncoding(request);
    response.setHeader('Content-Type', TYPES[path.extname(name)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`);
    response.setHeader('Vary', 'Accept-Encoding');
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', file[encoding].length);
    response.status(200).end(request.method === 'HEAD' ? undefined : file[encoding]);
  };
}

type Encoding = 'br' | 'gzip' | 'identity';

function bestEncoding(request: Request): Encoding {
  const accepted = request.acceptsEncodings();
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? 'identity';
}

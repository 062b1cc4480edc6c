import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { assetsMiddleware, readManifest } from '../../src/ui/assets.js';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'zhujiu-assets-'));
let manifest: ReturnType<typeof readManifest>;
let server: Server;

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts/build-assets.mjs'), folder]);
  manifest = readManifest(folder);
  const app = express();
  app.use('/assets', assetsMiddleware(folder));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: '127.0.0.1', path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject).end();
  });
}

const css = () => readFileSync(join(folder, manifest['app.css']!.file), 'utf8');
const script = () => readFileSync(join(folder, manifest['app.js']!.file), 'utf8');

describe('the built files', () => {
  it('stay within the budget of a first load (B19): styles 16 kB, script 20 kB', () => {
    expect(manifest['app.css']!.gzip).toBeLessThanOrEqual(16_000);
    expect(manifest['app.js']!.gzip).toBeLessThanOrEqual(20_000);
  });

  it('carry no font, crest or colour that belongs to others', () => {
    expect(css()).not.toMatch(/@font-face|GDS Transport|crest|#1d70b8|#0b0c0c/i);
    expect(css()).not.toMatch(/url\((?!["']?data:)/);
  });

  it('load nothing from elsewhere and leave no word of the tools behind', () => {
    expect(css()).not.toMatch(/@import/);
    expect(script()).not.toMatch(/\bimport\s*[("'{]|sourceMappingURL|https?:\/\/(?!www\.w3\.org)/);
  });

  it('keep the colours of words and grounds whatever the width of the window and the size of the words, so that contrast is measured once', () => {
    const painted = (rules: string): string[] => [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', style = '']) => (/(?:^|;)\s*(?:color|background|background-color|background-image|opacity)\s*:/.test(style) ? [selector.trim()] : []));
    const byWidth = [...css().matchAll(/@media[^{]*\bwidth\b[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/g)].flatMap(([, rules = '']) => painted(rules));
    // Tabs look like tabs where there is room for them; no page has any.
    expect(byWidth.filter((selector) => !selector.includes('.govuk-tabs__'))).toEqual([]);
    expect(painted(css()).filter((selector) => selector.includes('zj-text-'))).toEqual([]);
    expect(byWidth.length).toBeGreaterThan(0);
  });

  it('never make a sentence lean or stretch (WCAG 1.4.8)', () => {
    expect(css()).not.toMatch(/text-align:\s*justify|font-style:\s*italic/);
  });
});

describe('/assets', () => {
  it.each(['app.css', 'app.js', 'mark.svg'])('%s in the best encoding, for ever', async (name) => {
    const { file } = manifest[name]!;
    const plain = await get(`/assets/${file}`);
    const gzip = await get(`/assets/${file}`, { 'Accept-Encoding': 'gzip' });
    const brotli = await get(`/assets/${file}`, { 'Accept-Encoding': 'gzip, deflate, br' });
    expect([plain, gzip, brotli].map(({ status, headers }) => [status, headers['content-encoding'], headers['cache-control'], headers.vary])).toEqual([
      [200, undefined, 'public, max-age=31536000, immutable', 'Accept-Encoding'],
      [200, 'gzip', 'public, max-age=31536000, immutable', 'Accept-Encoding'],
      [200, 'br', 'public, max-age=31536000, immutable', 'Accept-Encoding'],
    ]);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
  });

  it('answers HEAD without a body', async () => {
    const { status, headers, body } = await get(`/assets/${manifest['app.css']!.file}`, {}, 'HEAD');
    expect([status, Number(headers['content-length']), body.length]).toEqual([200, manifest['app.css']!.bytes, 0]);
  });

  it.each(['manifest.json', 'app.css', '../../package.json', '..%2f..%2fpackage.json', 'app.css.br'])('has no %s', async (name) => {
    expect((await get(`/assets/${name}`)).status).toBe(404);
  });
});

it('names each file by its content', () => {
  const names = readdirSync(folder).filter((name) => !/\.(br|gz|json)$/.test(name));
  expect(names.every((name) => /^\w+\.[0-9a-f]{12}\.\w+$/.test(name))).toBe(true);
});

// Builds what browsers load: one stylesheet, one script, the mark. Content in the name, so that it may be
// kept for ever; compressed once here instead of at every request. Writes dist/assets and its manifest.json.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import * as sass from 'sass';
import { browserScript } from './browser-script.mjs';
import { ownColours } from './own-colours.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Seconds and sizes are told on standard output; throws on the first fault in a style or a script. */
export async function buildAssets(outDir = path.join(root, 'dist/assets')) {
  const files = [
    ['app.css', css()],
    ['app.js', await script()],
    ['mark.svg', readFileSync(path.join(root, 'src/ui/images/mark.svg'), 'utf8')],
  ];
  mkdirSync(outDir, { recursive: true });
  for (const name of readdirSync(outDir)) rmSync(path.join(outDir, name), { recursive: true });
  const manifest = {};
  for (const [name, text] of files) {
    const content = Buffer.from(text);
    const { name: stem, ext } = path.parse(name);
    const hashed = `${stem}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}${ext}`;
    const gzip = gzipSync(content, { level: 9 });
    const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
    writeFileSync(path.join(outDir, hashed), content);
    writeFileSync(path.join(outDir, `${hashed}.gz`), gzip);
    writeFileSync(path.join(outDir, `${hashed}.br`), brotli);
    manifest[name] = { file: hashed, bytes: content.length, gzip: gzip.length, brotli: brotli.length };
  }
  writeFileSync(path.join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function css() {
  return ownColours(sass.compile(path.join(root, 'src/ui/styles/app.scss'), {
    style: 'compressed',
    importers: [new sass.NodePackageImporter(path.join(root, 'package.json'))],
    quietDeps: true,
    charset: false,
  }).css);
}

async function script() {
  const code = browserScript(path.join(root, 'src/ui/scripts/main.ts'));
  const { code: small } = await minify(code, { module: true, compress: { passes: 2, ecma: 2018 }, mangle: true, ecma: 2018 });
  return small;
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  for (const [name, { file, bytes, gzip, brotli }] of Object.entries(await buildAssets(process.argv[2]))) {
    console.log(`${name} -> ${file}: ${bytes} bytes, ${gzip} gzip, ${brotli} brotli`);
  }
}

// `npm run build`: compiles without checking types (`npm test` and `npm run typecheck` check them), builds the assets,
// copies data files. Everything is made aside and put in place at the end, so an interrupted build leaves the old one whole.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readSources, root, writeStamp } from './build-state.mjs';

const dist = path.join(root, 'dist');
const DATA_FILE = /\.(ya?ml|sql|csv|json)$/;

function compile(outDir) {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  if (!existsSync(compiler)) {
    throw new Error('缺少构建工具：请运行 npm ci（不带 --omit=dev），或使用已构建好的 dist。 / The build tools are missing: run npm ci without --omit=dev, or use a dist that is already built.');
  }
  const child = spawn(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', outDir], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const done = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`tsc: ${code ?? signal}`))));
  });
  return { done, kill: () => child.kill() };
}

async function buildAssets(outDir) {
  const script = path.join(root, 'scripts/build-assets.mjs');
  if (existsSync(script)) await (await import(script)).buildAssets(path.join(outDir, 'assets'));
}

function copyData(outDir) {
  for (const entry of readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !DATA_FILE.test(entry.name)) continue;
    const from = path.join(entry.parentPath, entry.name);
    cpSync(from, path.join(outDir, path.relative(path.join(root, 'src'), from)));
  }
}

function putInPlace(staging) {
  const old = `${staging}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(staging, dist);
  rmSync(old, { recursive: true, force: true });
}

export async function build() {
  const staging = path.join(root, `.build-${process.pid}`);
  const builtAt = Date.now();
  const sources = readSources(root);
  mkdirSync(staging, { recursive: true });
  const compiling = compile(staging);
  const giveUp = () => {
    compiling.kill();
    rmSync(staging, { recursive: true, force: true });
    process.exit(143);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, giveUp);
  try {
    await Promise.all([compiling.done, buildAssets(staging)]);
    copyData(staging);
    writeStamp(staging, sources, builtAt);
    putInPlace(staging);
  } finally {
    for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, giveUp);
    compiling.kill();
    rmSync(staging, { recursive: true, force: true });
  }
  return Date.now() - builtAt;
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  console.log(`dist: ${((await build()) / 1000).toFixed(1)} s`);
}

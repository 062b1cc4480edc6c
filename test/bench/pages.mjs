// How fast pages answer fifty readers at once, and what a first visit weighs.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { startServer } from './roster/server.mjs';

export const name = 'pages';

const READERS = 50;
const SECONDS = 20;
const PATHS = ['/', '/en', '/levy', '/levy/region', '/levy/staff', '/levy/quick', '/levy/roster', '/policy?region=370303&year=2025&month=9&day=1', '/policy/quota.ratio', '/help', '/display', '/accessibility'];
const FIRST_VISITS = ['/', '/levy', '/levy/quick', '/levy/roster', '/policy'];

function readers(origin, seconds) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'pages/readers.mjs'), origin, String(READERS), String(seconds), ...PATHS], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk) => { printed += chunk; });
  return new Promise((resolve, reject) => child.once('exit', (code) => (code === 0 ? resolve(JSON.parse(printed)) : reject(new Error(`readers ended with ${code}`)))));
}

/** Bytes on the wire of a page and everything its markup asks for, compressed as a browser would take them. */
async function weightOf(origin, page) {
  const transferred = async (address) => {
    const answer = await fetch(address, { headers: { 'accept-encoding': 'br, gzip' } });
    // fetch unpacks the body; the length of what was sent stands in the header or is measured on the packed copy.
    const body = Buffer.from(await answer.arrayBuffer());
    const declared = Number(answer.headers.get('content-length'));
    return { body: body.toString('utf8'), bytes: declared > 0 ? declared : gzipSync(body).length };
  };
  const html = await transferred(origin + page);
  const assets = [...new Set([...html.body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]))];
  let bytes = html.bytes;
  let script = 0;
  for (const asset of assets) {
    const one = await transferred(origin + asset);
    bytes += one.bytes;
    if (asset.endsWith('.js')) script += one.bytes;
  }
  return { bytes, script, requests: 1 + assets.length };
}

export async function run({ say }) {
  const server = await startServer();
  try {
    await readers(server.origin, 5);
    say(`${READERS} readers, ${SECONDS} s`);
    const told = await readers(server.origin, SECONDS);
    const weights = [];
    for (const page of FIRST_VISITS) weights.push({ page, ...(await weightOf(server.origin, page)) });
    const heaviest = weights.reduce((a, b) => (b.bytes > a.bytes ? b : a));
    const command = 'npm run bench pages';
    return {
      rows: [
        { figure: `pages, closed loop of ${READERS} readers without pauses, p95`, command, target: '≤ 80 ms', measured: `${told.p95.toFixed(0)} ms (p50 ${told.p50.toFixed(0)}, p99 ${told.p99.toFixed(0)}; ${told.requests} pages in ${SECONDS} s, ${told.failed} failed)`, met: told.p95 <= 80 && told.failed === 0 },
        { figure: 'first load, heaviest page', command, target: '≤ 60 kB compressed, ≤ 10 requests', measured: `${(heaviest.bytes / 1000).toFixed(1)} kB in ${heaviest.requests} requests (${heaviest.page})`, met: heaviest.bytes <= 60_000 && heaviest.requests <= 10 },
        { figure: 'script of a page', command, target: '≤ 20 kB compressed', measured: `${(Math.max(...weights.map(({ script }) => script)) / 1000).toFixed(1)} kB`, met: weights.every(({ script }) => script <= 20_000) },
      ],
      notes: [`Median by page: ${Object.entries(told.byPath).map(([page, ms]) => `\`${page}\` ${ms === null ? '–' : ms.toFixed(0)} ms`).join(', ')}.`],
    };
  } finally {
    await server.stop();
  }
}

// What a reader on a cheap telephone waits for, and what an assistive program finds: Lighthouse with its own mobile profile
// (a processor four times slower, a slow mobile network), as bar B20 asks.
import net from 'node:net';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { startServer } from './roster/server.mjs';

export const name = 'vitals';

const PATHS = ['/', '/levy', '/levy/staff', '/levy/quick', '/levy/roster', '/policy', '/help', '/sign-in'];
const ROUNDS = 3;
const CHROMIUM = findChromium({ whole: true });

const AUDITS = { largest: 'largest-contentful-paint', blocked: 'total-blocking-time', shifted: 'cumulative-layout-shift' };
const notMeasured = (why) => ({ rows: [{ figure: 'largest paint, blocked time, layout shift', command: 'npm run bench vitals', target: null, measured: `not measured: ${why}`, met: null }] });

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

export async function run({ say, peers }) {
  if (!CHROMIUM) return notMeasured('there is no Chromium here');
  const require = peers();
  if (!require) return notMeasured('Lighthouse cannot be installed');
  const { default: lighthouse } = await import(pathToFileURL(require.resolve('lighthouse')).href);
  const port = await freePort();
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [`--remote-debugging-port=${port}`] });
  try {
    const pages = [];
    for (const path of PATHS) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++) {
        const { lhr } = await lighthouse(server.origin + path, { port, logLevel: 'silent', onlyCategories: ['performance', 'accessibility'] });
        if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
        rounds.push({ ...Object.fromEntries(Object.entries(AUDITS).map(([key, audit]) => [key, lhr.audits[audit].numericValue])), accessible: lhr.categories.accessibility.score * 100 });
      }
      const page = { path, ...Object.fromEntries([...Object.keys(AUDITS), 'accessible'].map((key) => [key, median(rounds.map((seen) => seen[key]))])) };
      say(`${path}: largest paint ${page.largest.toFixed(0)} ms, blocked ${page.blocked.toFixed(0)} ms, shifted ${page.shifted.toFixed(3)}, accessibility ${page.accessible}`);
      pages.push(page);
    }
    const row = (figure, key, limit, told) => {
      const worst = pages.reduce((a, b) => (b[key] > a[key] ? b : a));
      return { figure, command: 'npm run bench vitals', target: `≤ ${told(limit)}`, measured: `${told(worst[key])} (${worst.path})`, met: worst[key] <= limit };
    };
    const least = pages.reduce((a, b) => (b.accessible < a.accessible ? b : a));
    return {
      rows: [
        row('largest contentful paint, slowest page', 'largest', 2_500, (ms) => `${(ms / 1000).toFixed(2)} s`),
        row('total blocking time, worst page', 'blocked', 50, (ms) => `${ms.toFixed(0)} ms`),
        row('cumulative layout shift, worst page', 'shifted', 0.02, (value) => value.toFixed(3)),
        { figure: 'accessibility, lowest score', command: 'npm run bench vitals', target: '100', measured: `${least.accessible} (${least.path})`, met: least.accessible === 100 },
      ],
      notes: [`Lighthouse ${require('lighthouse/package.json').version}, its mobile profile: 412 px, processor four times slower, slow 4G; median of ${ROUNDS} first visits to each of ${PATHS.length} pages.`],
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

// What a reader on a cheap telephone waits for: largest paint, blocked time and shifts of the layout, with the processor
// four times slower and a slow mobile network (the settings of Lighthouse's mobile profile).
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { startServer } from './roster/server.mjs';

export const name = 'vitals';

const PATHS = ['/', '/levy', '/levy/staff', '/levy/quick', '/levy/roster', '/policy', '/help'];
const ROUNDS = 3;
const PHONE = { width: 412, height: 823 };
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => file && existsSync(file));

/** Runs in the page before anything else of it. */
function observe() {
  const seen = { largest: 0, blocked: 0, shifted: 0 };
  globalThis.vitals = seen;
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => { seen.largest = startTime; });
  watch('longtask', ({ duration }) => { seen.blocked += Math.max(0, duration - 50); });
  watch('layout-shift', ({ value, hadRecentInput }) => { seen.shifted += hadRecentInput ? 0 : value; });
}

async function visit(browser, address) {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' });
  const page = await context.newPage();
  const debug = await context.newCDPSession(page);
  await debug.send('Network.enable');
  await debug.send('Network.emulateNetworkConditions', NETWORK);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(observe);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(2_000);
  const seen = await page.evaluate(() => globalThis.vitals);
  await context.close();
  return seen;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

export async function run({ say }) {
  if (!CHROMIUM) return { rows: [{ figure: 'largest paint, blocked time, layout shift', command: 'npm run bench vitals', target: null, measured: 'not measured: there is no Chromium here', met: null }] };
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: CHROMIUM });
  try {
    const pages = [];
    for (const path of PATHS) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await visit(browser, server.origin + path));
      const [largest, blocked, shifted] = ['largest', 'blocked', 'shifted'].map((key) => median(rounds.map((seen) => seen[key])));
      say(`${path}: largest paint ${largest.toFixed(0)} ms, blocked ${blocked.toFixed(0)} ms, shifted ${shifted.toFixed(3)}`);
      pages.push({ path, largest, blocked, shifted });
    }
    const command = 'npm run bench vitals';
    const row = (figure, key, limit, told) => {
      const worst = pages.reduce((a, b) => (b[key] > a[key] ? b : a));
      return { figure, command, target: `≤ ${told(limit)}`, measured: `${told(worst[key])} (${worst.path})`, met: worst[key] <= limit };
    };
    return {
      rows: [
        row('largest contentful paint, slowest page', 'largest', 2_500, (ms) => `${(ms / 1000).toFixed(2)} s`),
        row('blocked time, worst page', 'blocked', 50, (ms) => `${ms.toFixed(0)} ms`),
        row('layout shift, worst page', 'shifted', 0.02, (value) => value.toFixed(3)),
      ],
      notes: [`Chromium at ${PHONE.width} px, processor four times slower, 1.6 Mbit/s and 150 ms; median of ${ROUNDS} first visits to each of ${PATHS.length} pages. Blocked time is what tasks take beyond 50 ms until two seconds after loading.`],
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

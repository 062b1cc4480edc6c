// One database, one service process from the build, one Chromium: all browser tests share them.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import setupDatabase from '../global-setup.mjs';

const root = path.resolve(import.meta.dirname, '../..');
/** Limits are the matter of other tests; here a few minutes of checks come from one address. */
const ROOMY = {
  ZHUJIU_ANONYMOUS_CALLS_PER_MINUTE: '1000000', ZHUJIU_ACCOUNT_CALLS_PER_MINUTE: '1000000', ZHUJIU_UPLOADS_PER_MINUTE: '1000000', ZHUJIU_VERIFICATIONS_PER_MINUTE: '1000000', ZHUJIU_SIGN_INS_PER_MINUTE: '1000000',
  ZHUJIU_ROSTER_QUOTA_PER_ADDRESS: '10000', ZHUJIU_ROSTER_WAITING_PER_ADDRESS: '1000',
};

export function chromiumFile() {
  const file = findChromium();
  if (!file) throw new Error('no Chromium: install it or set CHROMIUM_PATH');
  return file;
}

export default async function setup() {
  const browser = await chromium.launchServer({ executablePath: chromiumFile(), headless: true, args: ['--disable-gpu'] });
  process.env.BROWSER_TEST_ENDPOINT = browser.wsEndpoint();
  globalThis.browserTest = { browser };
  // For work on the checks: a service that runs already.
  if (process.env.BROWSER_TEST_ORIGIN) return;
  await setupDatabase();
  const { ensureBuilt } = await import('../../scripts/ensure-built.mjs');
  await ensureBuilt();
  const { createTestDatabase } = await import('../support/database.ts');
  const { ringText } = await import('../support/keys.ts');
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-browser-'));
  const service = await startService({ DATABASE_URL: database.url, ZHUJIU_DATA_DIR: dataDir, ZHUJIU_TRUSTED_PROXIES: 'loopback', ZHUJIU_KEYS: ringText({ id: 'test' }) });
  globalThis.browserTest = { browser, service: service.child, dataDir };
  process.env.BROWSER_TEST_ORIGIN = service.origin;
  const { seedPeople } = await import('./support/people.ts');
  const { seedRecords } = await import('./support/records.ts');
  const { seedSignIn } = await import('./support/sign-in-records.ts');
  const people = await seedPeople(database.url);
  await seedSignIn(database.url);
  const { sessions, ids } = await seedRecords(database.url, service.origin);
  process.env.BROWSER_TEST_SESSIONS = JSON.stringify({ ...people, ...sessions });
  process.env.BROWSER_TEST_RECORDS = JSON.stringify(ids);
  process.env.BROWSER_TEST_DATABASE = database.url;
}

/** Resolves once it listens; its log goes to test-results/browser-service.log. */
function startService(extra) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(ZHUJIU_|DATABASE_URL$|PORT$|MEILI_|NODE_OPTIONS$)/.test(name));
  mkdirSync(path.join(root, 'test-results'), { recursive: true });
  const log = openSync(path.join(root, 'test-results/browser-service.log'), 'w');
  const child = spawn(process.execPath, ['--import', `file://${path.join(import.meta.dirname, 'support/set-clock.mjs')}`, path.join(root, 'dist/main.js')], {
    cwd: root, env: { ...Object.fromEntries(kept), ...ROOMY, PORT: '0', ...extra }, stdio: ['ignore', 'pipe', log],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${output}`)));
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-20_000);
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (origin) resolve({ child, origin });
    });
  });
}

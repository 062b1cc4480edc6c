// One throwaway PostgreSQL for the whole run, with one migrated database that every test database is a clone of.
// It is the embedded server of the product itself, without durability, so the tests need nothing installed.
import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import './support/register-typescript.mjs';

export default async function setup() {
  const { startEmbedded } = await import('../src/platform/embedded/index.ts');
  const { prepareTemplate } = await import('./support/template-database.ts');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-test-'));
  // The server may run under another account than the tests.
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ dataDir: folder, source: process.env.TEST_POSTGRES ?? 'auto', durability: 'throwaway', maxConnections: 200 });
  globalThis.testDatabase = { server, folder };
  // An interrupted run skips the teardown; its server holds nothing worth keeping.
  process.once('exit', () => {
    try {
      process.kill(server.pid, 'SIGQUIT');
    } catch {
      // The teardown has stopped it.
    }
  });
  await prepareTemplate(server.url);
  process.env.TEST_DATABASE_SERVER = server.url;
}

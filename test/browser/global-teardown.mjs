import { once } from 'node:events';
import { rmSync } from 'node:fs';
import teardownDatabase from '../global-teardown.mjs';

export default async function teardown() {
  const { service, browser, dataDir } = globalThis.browserTest ?? {};
  await browser?.close();
  if (service && service.exitCode === null) {
    service.kill('SIGTERM');
    await once(service, 'exit');
  }
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  await teardownDatabase();
}

import { rmSync } from 'node:fs';

export default async function teardown() {
  const { server, folder } = globalThis.testDatabase ?? {};
  await server?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
}

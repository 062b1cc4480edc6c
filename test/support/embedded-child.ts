// A process that uses the embedded database until it is told to stop. Prints one JSON line when ready.
import { startEmbedded } from '../../src/platform/embedded/index.js';
import { runProcess } from '../../src/platform/process/run-process.js';

const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('usage: embedded-child DATA_DIR');

runProcess(async ({ onStop }) => {
  const server = await startEmbedded({ dataDir, source: 'auto', durability: 'durable', maxConnections: 100 });
  onStop(server.stop);
  // Keeps the process alive as a server would.
  const alive = setInterval(() => undefined, 60_000);
  onStop(async () => clearInterval(alive));
  process.stdout.write(`${JSON.stringify({ pid: server.pid, url: server.url, adopted: server.adopted, how: server.how })}\n`);
});

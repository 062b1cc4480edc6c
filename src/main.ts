import 'reflect-metadata';
import { systemClock } from './kernel/clock.js';
import { readSettings } from './platform/config/index.js';
import { createLogger } from './platform/logging/index.js';
import { runProcess } from './platform/process/run-process.js';
import { openDatabase, openKeyRing } from './platform/startup/index.js';

/** The framework is read while the database starts: together they take a second less than one after the other. */
async function loadApp() {
  const [{ buildApp }, { listen }, { putDemo }] = await Promise.all([import('./build-app.js'), import('./platform/http/index.js'), import('./put-demo.js')]);
  return { buildApp, listen, putDemo };
}

/** The web process; with the role `all` it works on jobs too. What is registered first is closed last: the database. */
runProcess(async ({ onStop }) => {
  const settings = readSettings();
  const logger = createLogger(settings);
  // Without usable keys nothing is opened, and nothing changed in the database.
  openKeyRing(settings, systemClock.now());
  const loading = loadApp();
  // A failure is told where it is awaited, after the database has its stop.
  loading.catch(() => undefined);
  const database = await openDatabase(settings);
  onStop(() => database.stop());
  const { buildApp, listen, putDemo } = await loading;
  const app = await buildApp({ settings, logger, databaseUrl: database.url });
  onStop(() => app.close());
  const tell = (line: string): void => { process.stdout.write(`${line}\n`); };
  await putDemo(app.nest, database, settings, tell);
  await listen(app.server, settings, tell);
  logger.info({ event: 'web.ready', database: database.how }, 'serving');
});

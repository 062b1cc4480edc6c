import 'reflect-metadata';
import { buildApp } from './build-app.js';
import { readSettings } from './platform/config/index.js';
import { listen } from './platform/http/index.js';
import { createLogger } from './platform/logging/index.js';
import { runProcess } from './platform/process/run-process.js';
import { openDatabase } from './platform/startup/index.js';

/** The web process; with the role `all` it works on jobs too. What is registered first is closed last: the database. */
runProcess(async ({ onStop }) => {
  const settings = readSettings();
  const logger = createLogger(settings);
  const database = await openDatabase(settings);
  onStop(() => database.stop());
  const app = await buildApp({ settings, logger, databaseUrl: database.url });
  onStop(() => app.close());
  await listen(app.server, settings, (line) => process.stdout.write(`${line}\n`));
  logger.info({ event: 'web.ready', database: database.how }, 'serving');
});

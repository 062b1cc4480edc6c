import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule, type AppParts } from './app.module.js';
import { buildApp } from './build-app.js';
import { readSettings } from './platform/config/index.js';
import { listen } from './platform/http/index.js';
import { createLogger, NestLogger } from './platform/logging/index.js';
import { runProcess } from './platform/process/run-process.js';
import { openDatabase } from './platform/startup/index.js';

// What is registered first is closed last: the embedded database outlives everything that uses it.
runProcess(async ({ onStop }) => {
  const settings = readSettings();
  const logger = createLogger(settings);
  const database = await openDatabase(settings);
  onStop(() => database.stop());
  const parts: AppParts = { settings, logger, databaseUrl: database.url };

  if (settings.role === 'worker') {
    const worker = await NestFactory.createApplicationContext(AppModule.forRoot(parts), { logger: new NestLogger(logger), abortOnError: false });
    onStop(() => worker.close());
    logger.info({ event: 'worker.ready' }, 'working on jobs');
    return;
  }
  const app = await buildApp(parts);
  onStop(() => app.close());
  await listen(app.server, settings, (line) => process.stdout.write(`${line}\n`));
  logger.info({ event: 'web.ready', database: database.how }, 'serving');
});

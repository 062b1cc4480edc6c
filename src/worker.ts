import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { systemClock } from './kernel/clock.js';
import { readSettings } from './platform/config/index.js';
import { createLogger, NestLogger } from './platform/logging/index.js';
import { runProcess } from './platform/process/run-process.js';
import { openDatabase, openKeyRing } from './platform/startup/index.js';

/** The job process: works on the queue and opens no port. Any number of them may serve one database. */
runProcess(async ({ onStop }) => {
  const settings = { ...readSettings(), role: 'worker' as const };
  const logger = createLogger(settings);
  // Without usable keys nothing is opened, and nothing changed in the database.
  openKeyRing(settings, systemClock.now());
  const database = await openDatabase(settings);
  onStop(() => database.stop());
  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ settings, logger, databaseUrl: database.url }), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  onStop(() => app.close());
  process.stdout.write('助就 Zhujiu：后台任务已就绪。 / Ready for jobs.\n');
  logger.info({ event: 'worker.ready', database: database.how }, 'working on jobs');
});

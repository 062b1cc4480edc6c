import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SettingsModule, type Environment } from '../../src/platform/config/index.js';
import { DatabaseModule } from '../../src/platform/database/index.js';
import { JobsModule } from '../../src/platform/jobs/index.js';
import { entities } from '../../src/entities.js';
import { testSettings } from './settings.js';

/** The platform's database and jobs with some handlers, and nothing else of the service. */
export function jobsApp(url: string, env: Environment, handlers: Type[]): Promise<INestApplicationContext> {
  @Module({
    imports: [SettingsModule.forRoot(testSettings(env)), DatabaseModule.forRoot({ url, entities, constraintErrors: {} }), JobsModule.forRoot({ url })],
    providers: handlers,
  })
  class JobsApp {}
  return NestFactory.createApplicationContext(JobsApp, { logger: ['fatal'], abortOnError: false });
}

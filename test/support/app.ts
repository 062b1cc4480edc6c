import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import request from 'supertest';
import { buildApp } from '../../src/build-app.js';
import { constraintErrors } from '../../src/constraint-errors.js';
import { entities } from '../../src/entities.js';
import { errorTexts } from '../../src/error-texts.js';
import { CallerSource } from '../../src/platform/access/index.js';
import { ClockModule } from '../../src/platform/clock/clock.module.js';
import { SettingsModule, type Environment, type Settings } from '../../src/platform/config/index.js';
import { createApp, HttpModule, type RunningApp } from '../../src/platform/http/index.js';
import { DatabaseModule } from '../../src/platform/database/index.js';
import { IdempotencyModule } from '../../src/platform/idempotency/index.js';
import { KeyRingModule } from '../../src/platform/keys/index.js';
import { createLogger, LoggingModule, type Logger } from '../../src/platform/logging/index.js';
import { createTestDatabase } from './database.js';
import { ringText } from './keys.js';
import { testSettings } from './settings.js';

export type TestApp = {
  readonly app: RunningApp;
  readonly settings: Settings;
  /** `http://127.0.0.1:port`, for raw sockets and browsers. */
  readonly origin: string;
  readonly port: number;
  /** Everything logged so far, one JSON record a line. */
  readonly log: readonly string[];
  /** A client without cookies. */
  http(): ReturnType<typeof request>;
  /** A client that keeps its cookies, as a browser does. */
  visitor(): ReturnType<typeof request.agent>;
  /** Takes the database away under the running service. */
  dropDatabase(): Promise<void>;
  close(): Promise<void>;
};

const open = new Set<TestApp>();

// A failed expectation before a test's own `close` must not leave a server that keeps the run from ending.
afterAll(async () => {
  for (const app of open) await app.close();
});

const ROOMY: Environment = { PORT: '0', ZHUJIU_ROLE: 'web', ZHUJIU_ANONYMOUS_CALLS_PER_MINUTE: '1000000', ZHUJIU_ACCOUNT_CALLS_PER_MINUTE: '1000000', ZHUJIU_UPLOADS_PER_MINUTE: '1000000', ZHUJIU_VERIFICATIONS_PER_MINUTE: '1000000', ZHUJIU_SHUTDOWN_SECONDS: '2' };

/** Keys of every test service unless a test brings its own. */
const KEYS = ringText({ id: 'test' });

/**
 * The real service on a database of its own, listening on a free port of the loopback. `env` overrides the shipped
 * settings; the limits are high unless a test sets them. With the `DATABASE_URL` of another test service it is a second
 * process on that one's database. Close it in `afterAll`.
 */
export async function startTestApp(env: Environment = {}): Promise<TestApp> {
  const given = env['DATABASE_URL'];
  const database = given === undefined ? await createTestDatabase() : { url: given, drop: async () => undefined };
  const keys: Environment = env['ZHUJIU_KEYS_FILE'] === undefined ? { ZHUJIU_KEYS: KEYS } : {};
  return start({ DATABASE_URL: database.url, ...keys, ...env }, (settings, logger) => buildApp({ settings, logger, databaseUrl: database.url }), () => database.drop());
}

/** What a probe needs beside its controllers: who calls, the providers that its routes name, and modules of the service. */
export type ProbeParts = { readonly callers?: CallerSource; readonly providers?: readonly Type[]; readonly modules?: (settings: Settings) => readonly DynamicModuleOrType[] };

type DynamicModuleOrType = DynamicModule | Type;

/** The HTTP side alone, built by the same `createApp`, with controllers that a test brings to probe it. */
export function startProbeApp(controllers: readonly Type[], env: Environment = {}, { callers, providers = [], modules = () => [] }: ProbeParts = {}): Promise<TestApp> {
  const source = callers ? [{ provide: CallerSource, useValue: callers }] : [];
  @Global()
  @Module({ controllers: [...controllers], providers: [...source, ...providers], exports: source })
  class ProbeModule {}
  return start(env, (settings, logger) => createApp({
    module: { module: ProbeModule, imports: [SettingsModule.forRoot(settings), LoggingModule.forRoot(logger), ...modules(settings), HttpModule.forRoot(errorTexts)] },
    settings, logger, mounts: [], onRequest: () => undefined,
  }), async () => undefined);
}

/** A probe with the service's database, keys and idempotency keys. */
export async function startProbeOnDatabase(controllers: readonly Type[], callers: CallerSource, env: Environment = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const probe = await startProbeApp(controllers, { DATABASE_URL: database.url, ZHUJIU_KEYS: KEYS, ...env }, {
    callers, modules: (settings) => [ClockModule, DatabaseModule.forRoot({ url: database.url, entities, constraintErrors }), KeyRingModule.forRoot(settings, []), IdempotencyModule],
  });
  return { ...probe, close: async () => { await probe.close(); await database.drop(); } };
}

async function start(env: Environment, build: (settings: Settings, logger: Logger) => Promise<RunningApp>, drop: () => Promise<void>): Promise<TestApp> {
  const log: string[] = [];
  const sink = new Writable({ write(chunk: Buffer, _encoding, done) { log.push(chunk.toString()); done(); } });
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-app-'));
  const settings = testSettings({ ...ROOMY, ZHUJIU_DATA_DIR: dataDir, ...env });
  const clean = async (): Promise<void> => {
    rmSync(dataDir, { recursive: true, force: true });
    await drop();
  };
  const app = await build(settings, createLogger(settings, sink)).catch(async (error: unknown) => {
    await clean();
    throw error;
  });
  await new Promise<void>((resolve) => { app.server.listen(0, '127.0.0.1', resolve); });
  const { port } = app.server.address() as AddressInfo;
  const service: TestApp = {
    app, settings, log, port,
    origin: `http://127.0.0.1:${port}`,
    http: () => request(app.server),
    visitor: () => request.agent(app.server),
    dropDatabase: drop,
    close: async () => {
      if (!open.delete(service)) return;
      await app.close();
      await clean();
    },
  };
  open.add(service);
  return service;
}

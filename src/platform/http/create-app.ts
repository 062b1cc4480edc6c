import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DynamicModule } from '@nestjs/common';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { RouteTable } from '../access/index.js';
import type { Settings } from '../config/index.js';
import { languageMiddleware } from '../i18n/index.js';
import { NestLogger, type Logger } from '../logging/index.js';
import { answerWrongMethods, checkAddress } from './address.middleware.js';
import { correlationMiddleware } from './correlation.middleware.js';
import { loadFormKey } from './csrf/key.js';
import { CsrfTokens } from './csrf/tokens.js';
import { useFormTokens } from './csrf/visitor-token.js';
import { countCalls, RateLimits } from './limits/rate-limits.js';
import { packWholeAnswers } from './pack-whole-answers.js';
import { observeRequests, type FinishedRequest } from './request-log.js';
import { securityHeaders } from './security-headers.js';
import { drainServer, limitTimes } from './serve.js';

export type Mount = { readonly path: string; readonly handler: (req: Request, res: Response, next: NextFunction) => void };

export type AppOptions = {
  readonly module: DynamicModule;
  readonly settings: Settings;
  readonly logger: Logger;
  /** What answers before routing and outside the limits: the built styles and scripts. */
  readonly mounts: readonly Mount[];
  /** Told every finished request. */
  onRequest(request: FinishedRequest): void;
};

export type RunningApp = {
  readonly nest: NestExpressApplication;
  readonly server: Server;
  /** Ends in order: no new connections, answers under way, jobs, pool. */
  close(): Promise<void>;
};

/**
 * The one way to build the service's HTTP side, for `main.ts` and for tests: nothing is set up here that a test would
 * not meet. Initialised, not listening. Throws where a route does not say who may call it.
 */
export async function createApp(options: AppOptions): Promise<RunningApp> {
  const { settings, logger } = options;
  const nest = await NestFactory.create<NestExpressApplication>(options.module, {
    bodyParser: false,
    logger: new NestLogger(logger),
    abortOnError: false,
    routeConflictPolicy: { duplicate: 'error', shadow: 'error' },
    routeResolutionStrategy: 'specificity',
  });
  const express = nest.getHttpAdapter().getInstance();
  // What we answer is never kept by a cache, so a digest of it would be read by nobody.
  nest.set('etag', false);
  nest.set('trust proxy', [...settings.server.trustedProxies]);
  useFormTokens(express, new CsrfTokens(loadFormKey(settings, logger)));
  let stopping = false;

  nest.use(correlationMiddleware);
  nest.use(observeRequests((request) => {
    logger[request.route === 'none' && request.status < 400 ? 'debug' : 'info']({ event: 'http.request', ...request, seconds: undefined, ms: Math.round(request.seconds * 1000) }, 'request');
    options.onRequest(request);
  }));
  nest.use((_req: Request, res: Response, next: NextFunction) => {
    if (stopping) res.setHeader('Connection', 'close');
    next();
  });
  nest.use(...securityHeaders(settings));
  nest.use(checkAddress, languageMiddleware);
  for (const { path, handler } of options.mounts) nest.use(path, handler);
  nest.use(compression(), packWholeAnswers);
  const limits = nest.get(RateLimits);
  nest.use(countCalls(limits));
  nest.use(answerWrongMethods(nest.get(RouteTable), limits));
  try {
    await nest.init();
  } catch (error) {
    await nest.close().catch(() => undefined);
    throw error;
  }
  const server = nest.getHttpServer() as Server;
  limitTimes(server, settings);

  return {
    nest,
    server,
    close: async () => {
      stopping = true;
      const clean = await drainServer(server, settings.server.shutdownSeconds);
      if (!clean) logger.warn({ event: 'http.broken_off' }, 'requests were still under way at the end of the time to stop');
      await nest.close();
    },
  };
}

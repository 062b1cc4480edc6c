import { AppModule, type AppParts } from './app.module.js';
import { HealthService } from './platform/health/index.js';
import { createApp, type RunningApp } from './platform/http/index.js';
import { MetricsService } from './platform/metrics/index.js';
import { OpenApiDocument } from './platform/openapi/index.js';
import { assetsMount } from './ui/index.js';

/** The running application, initialised and not listening: what `main.ts` serves and what every HTTP test meets. */
export async function buildApp(parts: AppParts): Promise<RunningApp> {
  let metrics: MetricsService | null = null;
  const app = await createApp({
    module: AppModule.forRoot(parts),
    settings: parts.settings,
    logger: parts.logger,
    mounts: [assetsMount()],
    onRequest: (request) => metrics?.record(request),
  });
  metrics = app.nest.get(MetricsService);
  app.nest.get(OpenApiDocument).describe(app.nest);
  const health = app.nest.get(HealthService);
  return {
    ...app,
    close: async () => {
      health.beginStop();
      await app.close();
    },
  };
}

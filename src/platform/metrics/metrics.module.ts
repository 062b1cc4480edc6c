import { Global, Module } from '@nestjs/common';
import { Registry } from 'prom-client';
import { MetricsController } from './metrics.controller.js';
import { METRICS, MetricsService } from './metrics.service.js';

@Global()
@Module({
  controllers: [MetricsController],
  providers: [MetricsService, { provide: METRICS, useFactory: () => new Registry() }],
  exports: [METRICS, MetricsService],
})
export class MetricsModule {}

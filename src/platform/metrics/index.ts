export { MetricsModule } from './metrics.module.js';
export { METRICS, MetricsService } from './metrics.service.js';

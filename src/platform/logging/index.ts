export { currentCorrelationId, isWellFormedCorrelationId, newCorrelationId, withCorrelation } from './correlation.js';
export { createLogger, LOGGER, type Logger } from './logger.js';
export { LoggingModule } from './logging.module.js';
export { NestLogger } from './nest-logger.js';

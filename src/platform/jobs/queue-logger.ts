import { Logger as NestLogger } from '@nestjs/common';
import { Logger } from 'graphile-worker';

/** The queue's own words in the service's log. It reports every finished job as information, which is debugging to us. */
export function queueLogger(): Logger {
  const log = new NestLogger('jobs');
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else if (level === 'info') log.debug(message);
  });
}

export { deadLetters, discardDeadLetter, queueCounts, retryDeadLetter, type DeadLetter, type QueueCount } from './dead-letters.js';
export { JobHandler, PeriodicJob, type Handles, type JobContext } from './job-handler.js';
export { jobName, type JobName } from './job-name.js';
export { JobsModule } from './jobs.module.js';
export { once } from './once.js';
export { Outbox, type EnqueueOptions } from './outbox.js';

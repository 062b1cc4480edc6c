import { parseCronItems, type CronItem } from 'graphile-worker';
import type { HandlerMetadata, Handles } from './job-handler.js';

export type FoundHandler = HandlerMetadata & { readonly className: string; readonly handler: Handles<unknown> };

export type JobRegistry = {
  readonly handlers: ReadonlyMap<string, Handles<unknown>>;
  readonly cronItems: ReturnType<typeof parseCronItems>;
};

/** The jobs and their handlers do not fit together; a bug that must stop the boot. */
export class JobRegistrationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`jobs and handlers do not fit together:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'JobRegistrationError';
  }
}

const toCronItem = ({ name, cron }: FoundHandler): CronItem | null =>
  cron === null ? null : { task: name, identifier: name, match: cron, options: { backfillPeriod: 0, maxAttempts: 1, jobKey: name } };

/** Pairs every declared job with its one handler. Throws `JobRegistrationError` on a job without one, with two, or undeclared. */
export function buildJobRegistry(declared: Iterable<string>, found: readonly FoundHandler[]): JobRegistry {
  const names = new Set(declared);
  const faults: string[] = [];
  for (const name of names) {
    const classes = found.filter((handler) => handler.name === name).map(({ className }) => className);
    if (classes.length === 0) faults.push(`the job "${name}" has no handler`);
    if (classes.length > 1) faults.push(`the job "${name}" has ${classes.length} handlers: ${classes.join(', ')}`);
  }
  for (const { name, className } of found) {
    if (!names.has(name)) faults.push(`${className} handles "${name}", which is not declared`);
  }
  if (faults.length > 0) throw new JobRegistrationError(faults);
  return {
    handlers: new Map(found.map(({ name, handler }) => [name, handler])),
    cronItems: parseCronItems(found.map(toCronItem).filter((item) => item !== null)),
  };
}

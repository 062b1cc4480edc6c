import { Injectable } from '@nestjs/common';
import type { JobName } from './job-name.js';

export type JobContext = {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** After this one a failure makes the job a dead letter. */
  readonly isLastAttempt: boolean;
  /** Aborted when the process must stop; a job that gives up is tried again later. */
  readonly signal: AbortSignal;
};

/**
 * Does a job. It may run twice for one job (a crash after the work, before the receipt), so its effects must be idempotent:
 * `once` helps. A rejection means another try later.
 */
export type Handles<P> = { handle(payload: P, context: JobContext): Promise<void> };

type HandlerClass<P> = new (...dependencies: never[]) => Handles<P>;

export type HandlerMetadata = { readonly name: string; readonly cron: string | null };

const METADATA = Symbol('job handler');

function mark(target: object, metadata: HandlerMetadata): void {
  Reflect.defineMetadata(METADATA, metadata, target);
}

export const handlerMetadata = (target: object): HandlerMetadata | null =>
  (Reflect.getOwnMetadata(METADATA, target) as HandlerMetadata | undefined) ?? null;

/** Marks the class that does a job; list it among its module's providers. */
export function JobHandler<P>(name: JobName<P>) {
  return (target: HandlerClass<P>): void => {
    Injectable()(target);
    mark(target, { name, cron: null });
  };
}

/**
 * Marks a job that runs by the clock, such as a clean-up. `cron` has five fields and counts in UTC; the queue starts it once
 * for all processes, and not again for times that passed while none was running.
 */
export function PeriodicJob(name: JobName<null>, cron: string) {
  return (target: HandlerClass<null>): void => {
    Injectable()(target);
    mark(target, { name, cron });
  };
}

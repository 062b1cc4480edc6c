import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const store = new AsyncLocalStorage<{ readonly correlationId: string }>();

/** Runs `work` so that everything it logs, however deep, carries the id. A job takes the id of the request that queued it. */
export const withCorrelation = <T>(correlationId: string, work: () => T): T => store.run({ correlationId }, work);

/** The id of the request or job under way; null outside of one. */
export const currentCorrelationId = (): string | null => store.getStore()?.correlationId ?? null;

export const newCorrelationId = (): string => randomUUID();

const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** Ids from elsewhere end up in logs and answers, so only short plain ones are taken over. */
export const isWellFormedCorrelationId = (id: string): boolean => WELL_FORMED.test(id);

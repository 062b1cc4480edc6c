import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

type Step = (tx: EntityManager) => Promise<void>;

const steps = new AsyncLocalStorage<Step>();

/** Runs `work`; every unit of work inside it ends with `step`, in its own transaction, right before the commit. */
export const withBeforeCommit = <T>(step: Step, work: () => Promise<T>): Promise<T> => steps.run(step, work);

export const beforeCommit = async (tx: EntityManager): Promise<void> => steps.getStore()?.(tx);

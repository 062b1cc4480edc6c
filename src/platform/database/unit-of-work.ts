import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { beforeCommit } from './before-commit.js';
import { CONSTRAINT_ERRORS, constraintRefusal, type ConstraintErrors } from './constraint-errors.js';
import { isRetryable } from './sql-state.js';

/** The transaction that repositories, the outbox and the audit write through. */
export type Tx = EntityManager;

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

const ATTEMPTS = 5;

/** Grows from about 10 ms and is scattered, so that two units that met once do not meet again at once. */
const pause = (attempt: number): Promise<void> => sleep(10 * 2 ** attempt * (0.5 + Math.random()));

/** Everything that writes goes through here. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONSTRAINT_ERRORS) private readonly constraintErrors: ConstraintErrors,
  ) {}

  /**
   * Runs `work` in one READ COMMITTED transaction. It commits when `work` resolves and rolls back when it rejects.
   * A serialization failure or a deadlock repeats the whole unit from BEGIN, at most 5 times, so `work` must do nothing
   * outside the transaction; after that the database's own error is thrown. The violation of a constraint that a room has
   * registered becomes its `DomainError`.
   */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.runIsolated('READ COMMITTED', work);
  }

  /** As `run`, at another isolation level. */
  async runIsolated<T>(isolation: Isolation, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(isolation, work);
      } catch (error) {
        if (!isRetryable(error) || attempt === ATTEMPTS) throw constraintRefusal(error, this.constraintErrors) ?? error;
      }
      await pause(attempt);
    }
  }

  private async attempt<T>(isolation: Isolation, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // PostgreSQL's own default costs no statement; a server set to a stricter one is as safe, since units are repeated.
      await runner.startTransaction(isolation === 'READ COMMITTED' ? undefined : isolation);
      const value = await work(runner.manager);
      await beforeCommit(runner.manager);
      await commit(runner);
      return value;
    } catch (error) {
      // Whatever the rollback says (the connection may be gone), the first error is the one that explains.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/**
 * PostgreSQL answers COMMIT of a failed transaction with a silent rollback: work that swallowed an error would look stored.
 * Only the answer itself tells for certain; the state that the client knows may be that of a moment ago.
 */
async function commit(runner: QueryRunner): Promise<void> {
  const client = (await runner.connect()) as pg.PoolClient;
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Error('a statement of this unit of work failed and its error was swallowed; nothing is stored');
}

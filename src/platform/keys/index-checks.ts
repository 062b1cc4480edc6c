import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeyRing } from '../crypto/index.js';
import { driverError } from '../database/sql-state.js';
import { LOGGER, type Logger } from '../logging/index.js';
import { ensureCheck, indexedColumns } from './rotation/index-check.js';
import type { SealedColumn } from './sealed-columns.js';

/** Sealed columns of all rooms, which only the whole application knows. */
export const SEALED_COLUMNS = Symbol('SEALED_COLUMNS');

/** Another process has just made the same one. */
const DUPLICATE_OBJECT = '42710';

/**
 * Every indexed table demands the index key of the ring from its first row on (ADR 9): a process with another ring is refused
 * there and then, and cannot put a person in twice. One question to the database at every start but the first.
 */
@Injectable()
export class IndexChecks implements OnApplicationBootstrap {
  constructor(
    private readonly db: DataSource,
    private readonly ring: KeyRing,
    @Inject(SEALED_COLUMNS) private readonly columns: readonly SealedColumn[],
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const known: { readonly name: string }[] = await this.db.query(`SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`);
    const missing = indexedColumns(this.columns).filter(({ index }) => !known.some(({ name }) => name.startsWith(`${index.check}_`)));
    const { id, entry } = this.ring.currentOf('index');
    if (entry.slot === null) return;
    for (const column of missing) {
      const where = `${column.table}.${column.column}`;
      try {
        if (!(await ensureCheck(this.db, column, id, entry.slot))) this.logger.warn({ event: 'keys.index_incomplete', where, key: id }, 'rows lack the index of the present key; zhujiu keys rotate fills them');
      } catch (error) {
        if (driverError(error)?.code !== DUPLICATE_OBJECT) this.logger.warn({ event: 'keys.index_unchecked', where, err: error }, 'the table could not be made to demand the index of the present key');
      }
    }
  }
}

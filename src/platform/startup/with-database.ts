import { constants } from 'node:os';
import type { Settings } from '../config/schema.js';
import { openDatabase, type OpenedDatabase } from './open-database.js';

/**
 * Opens the database for one command and stops it afterwards, also when the command is interrupted: an embedded server that
 * nobody else uses must not be left running.
 */
export async function withDatabase<T>(settings: Settings, work: (database: OpenedDatabase) => Promise<T>): Promise<T> {
  const opening = openDatabase(settings);
  const interrupt = (signal: NodeJS.Signals): void => {
    void opening.then((database) => database.stop()).finally(() => process.exit(128 + constants.signals[signal]));
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const database = await opening;
    try {
      return await work(database);
    } finally {
      await database.stop();
    }
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

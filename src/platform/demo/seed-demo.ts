import type { Settings } from '../config/schema.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import type { OpenedDatabase } from '../startup/open-database.js';

/** One part of the demo. It runs once for a database, in a transaction of its own. */
export type DemoSeed = { readonly name: string; seed(tx: Tx): Promise<void> };

/**
 * Puts the demo into an embedded database, each part once. A database of DATABASE_URL gets nothing, whatever the settings
 * say: invented people and accounts must never stand beside real ones. Returns the names of the parts that ran.
 */
export async function seedDemo(database: OpenedDatabase, settings: Settings, unitOfWork: UnitOfWork, seeds: readonly DemoSeed[]): Promise<string[]> {
  if (database.kind !== 'embedded' || !settings.demo.enabled) return [];
  const ran: string[] = [];
  for (const part of seeds) {
    const isNew = await unitOfWork.run(async (tx) => {
      const rows: unknown[] = await tx.query('INSERT INTO demo_seed (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING name', [part.name]);
      if (rows.length === 0) return false;
      await part.seed(tx);
      return true;
    });
    if (isNew) ran.push(part.name);
  }
  return ran;
}

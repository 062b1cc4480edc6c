import type pg from 'pg';
import type { Clock } from '../../kernel/clock.js';
import { Audit, type ActEntry } from './audit.js';
import type { Tx } from '../database/index.js';

/** Writes an act into the audit over the command's own connection, in the transaction that is open there. */
export function actFromCommand(client: pg.Client, clock: Clock, system: string, entry: ActEntry): Promise<void> {
  // All that the audit does with a transaction is to send a statement through it.
  const tx = { query: async (text: string, params: unknown[]) => (await client.query(text, params)).rows } as unknown as Tx;
  return new Audit(clock).act(tx, { system }, entry);
}

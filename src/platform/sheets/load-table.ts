import type { RowFault, RowReader } from '../../kernel/sheet/row-reader.js';
import type { OpenedTable } from './table.js';

/** rows in = accepted + unchanged + rejected, always. */
export type RowBalance = { readonly in: number; readonly accepted: number; readonly unchanged: number; readonly rejected: number };

/** A row that what we know refuses, and the column that is to be looked at. */
export type Refused<K extends string> = Omit<RowFault, 'column'> & { readonly column: K };

/** What became of the rows that were fit to be read; the balance of them is whole: staged = accepted + unchanged + rejected. */
export type Merged<K extends string> = { readonly accepted: number; readonly unchanged: number; /** One for each row. */ readonly rejected: readonly Refused<K>[] };

/** Loads the rows of a table, inside a transaction of its owner. */
export type TableLoad<K extends string, R> = {
  /** The row under the reader; null after a fault was collected. */
  read(reader: RowReader<K>): R | null;
  stage(rows: readonly R[]): Promise<void>;
  /** Called once, after all rows were staged. */
  merge(): Promise<Merged<K>>;
};

export type LoadedRows = {
  readonly rows: RowBalance;
  /** The first of them, in the order of the lines. */
  readonly faults: readonly RowFault[];
};

/** More than anybody works off by hand; the balance counts them all. */
export const MOST_FAULTS = 100_000;

/** Reads, stages and merges. While the server takes one part, the next is read. */
export async function loadTable<K extends string, R>(table: OpenedTable<K>, load: TableLoad<K, R>, perStage: number, progress: (rows: number) => void): Promise<LoadedRows> {
  const { reader } = table;
  const faults: RowFault[] = [];
  let [all, rejected] = [0, 0];
  let ready: R[] = [];
  let staging: Promise<void> = Promise.resolve();
  const stage = async (): Promise<void> => {
    await staging;
    staging = load.stage(ready);
    staging.catch(() => undefined);
    ready = [];
    progress(all);
  };
  try {
    for await (const rows of table.rows()) {
      for (const row of rows) {
        if (!reader.begin(row)) continue;
        all += 1;
        const read = load.read(reader);
        if (read !== null && reader.faults.length === 0) ready.push(read);
        else {
          rejected += 1;
          if (faults.length < MOST_FAULTS) faults.push(...reader.faults);
        }
      }
      if (ready.length >= perStage) await stage();
      // Whoever shares its thread with others lets them have a turn: the connection that takes the rows, requests of people.
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    await stage();
  } finally {
    // The transaction cannot be ended while rows are still on their way into it.
    await staging.catch(() => undefined);
  }
  await staging;
  const merged = await load.merge();
  for (const fault of merged.rejected.slice(0, Math.max(0, MOST_FAULTS - faults.length))) faults.push({ ...fault, column: reader.titleOf(fault.column) });
  faults.sort((one, other) => one.line - other.line);
  return { rows: { in: all, accepted: merged.accepted, unchanged: merged.unchanged, rejected: rejected + merged.rejected.length }, faults };
}

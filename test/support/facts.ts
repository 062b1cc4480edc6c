import { createHash } from 'node:crypto';
import { LoadFacts, type FactKind, type FactOrder, type FactOutcome } from '../../src/people/facts/index.js';
import type { TableColumn } from '../../src/kernel/sheet/row-reader.js';
import { openTable } from '../../src/platform/sheets/index.js';
import type { TestApp } from './app.js';

export type TestBatch = { readonly kind: FactKind; readonly csv: string | Buffer; readonly asOf?: string; readonly source?: string; readonly name?: string } & Partial<Pick<FactOrder, 'covers' | 'coversDespiteRejections' | 'dryRun' | 'alongside'>>;

/** Loads a table as `zhujiu facts import` does. */
export function loadFacts(app: TestApp, { kind, csv, asOf = '2025-02-01', source = '某局', name = 'a.csv', ...over }: TestBatch): Promise<FactOutcome> {
  const bytes = typeof csv === 'string' ? Buffer.from(csv) : csv;
  return app.app.nest.get(LoadFacts, { strict: false }).run({
    batch: { kind, source, asOf: new Date(`${asOf}T00:00:00+08:00`), digest: createHash('sha256').update(bytes).digest(), fileName: name, pullId: null, receivedBy: null },
    rows: { open: <K extends string>(columns: readonly TableColumn<K>[]) => openTable({ bytes, name }, columns, { maxRows: 1_000_000, maxUnpackedBytes: 1_000_000_000 }) },
    by: { system: 'test' }, covers: [], coversDespiteRejections: false, dryRun: false, alongside: async () => undefined, progress: () => undefined, ...over,
  });
}

export const csvOf = (...rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(',')}\n`).join('');

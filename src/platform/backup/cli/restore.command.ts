import path from 'node:path';
import type pg from 'pg';
import { say } from '../../../kernel/texts.js';
import { writeLine, type Command, type CommandIo } from '../../cli/command.js';
import { actFromCommand } from '../../audit/act-from-command.js';
import { restoreBackup, type Restored } from '../restore-backup.js';
import { backupCommandTexts } from './texts.js';
import { withClient } from './with-client.js';

/** `zhujiu restore FILE`. @returns 0; 2 for wrong usage */
export const run: Command = async ([name, ...rest], io) => {
  if (name === undefined || name.startsWith('-') || rest.length > 0) {
    const asked = name === '--help';
    await writeLine(asked ? io.stdout : io.stderr, say(backupCommandTexts, io.language, 'restore.command.help'));
    return asked ? 0 : 2;
  }
  const { madeAt, tables } = await withClient(io, (client, ring) => restoreBackup(client, ring, path.resolve(name), (restored) => noteRestore(client, io, restored)));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await writeLine(io.stdout, say(backupCommandTexts, io.language, 'restore.done', { tables: tables.length, rows, madeAt }));
  return 0;
};

/** Whoever reads the audit sees where the history was put back, and from which day. */
const noteRestore = (client: pg.Client, { clock }: CommandIo, { madeAt, tables }: Restored): Promise<void> =>
  actFromCommand(client, clock, 'cli.restore', { act: 'platform.backup.restored', object: { kind: 'database', id: 'all' }, detail: { made_at: madeAt, tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) } });

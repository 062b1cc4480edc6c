import path from 'node:path';
import { say } from '../../../kernel/texts.js';
import { writeLine, type Command } from '../../cli/command.js';
import { restoreBackup } from '../restore-backup.js';
import { backupCommandTexts } from './texts.js';
import { withClient } from './with-client.js';

/** `zhujiu restore FILE`. @returns 0; 2 for wrong usage */
export const run: Command = async ([name, ...rest], io) => {
  if (name === undefined || name.startsWith('-') || rest.length > 0) {
    const asked = name === '--help';
    await writeLine(asked ? io.stdout : io.stderr, say(backupCommandTexts, io.language, 'restore.command.help'));
    return asked ? 0 : 2;
  }
  const { madeAt, tables } = await withClient(io, (client, ring) => restoreBackup(client, ring, path.resolve(name)));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await writeLine(io.stdout, say(backupCommandTexts, io.language, 'restore.done', { tables: tables.length, rows, madeAt }));
  return 0;
};

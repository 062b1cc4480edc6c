import { readFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../../../kernel/texts.js';
import { writeLine, type Command } from '../../cli/command.js';
import { projectRoot } from '../../config/project-root.js';
import { makeBackup } from '../make-backup.js';
import { backupCommandTexts } from './texts.js';
import { withClient } from './with-client.js';

const programVersion = (): string => (JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;

/** `zhujiu backup FILE`. @returns 0; 2 for wrong usage */
export const run: Command = async ([name, ...rest], io) => {
  if (name === undefined || name.startsWith('-') || rest.length > 0) {
    const asked = name === '--help';
    await writeLine(asked ? io.stdout : io.stderr, say(backupCommandTexts, io.language, 'backup.command.help'));
    return asked ? 0 : 2;
  }
  const file = path.resolve(name);
  const { tables, bytes } = await withClient(io, (client, ring) => makeBackup(client, ring, file, io.clock.now(), programVersion()));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await writeLine(io.stdout, say(backupCommandTexts, io.language, 'backup.done', { tables: tables.length, rows, file, bytes }));
  return 0;
};

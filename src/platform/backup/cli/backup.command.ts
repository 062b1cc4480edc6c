import { readFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../../../kernel/texts.js';
import { Audit } from '../../audit/audit.js';
import { writeLine, type Command, type CommandIo } from '../../cli/command.js';
import { projectRoot } from '../../config/project-root.js';
import { readSettings } from '../../config/read-settings.js';
import { openDataSource } from '../../database/data-source.js';
import { makeBackup } from '../make-backup.js';
import { backupCommandTexts } from './texts.js';
import { withClient } from './with-client.js';

const programVersion = (): string => (JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;

/** That everything was copied is an act like any other; it stands behind the backup, not in it. */
async function writeDown(url: string, io: CommandIo): Promise<void> {
  const db = await openDataSource(url, [], readSettings());
  try {
    await db.transaction((tx) => new Audit(io.clock).act(tx, { system: 'cli.backup' }, { act: 'platform.backup.made', object: { kind: 'database', id: 'all' } }));
  } finally {
    await db.destroy();
  }
}

/** `zhujiu backup FILE`. @returns 0; 2 for wrong usage */
export const run: Command = async ([name, ...rest], io) => {
  if (name === undefined || name.startsWith('-') || rest.length > 0) {
    const asked = name === '--help';
    await writeLine(asked ? io.stdout : io.stderr, say(backupCommandTexts, io.language, 'backup.command.help'));
    return asked ? 0 : 2;
  }
  const file = path.resolve(name);
  const { tables, bytes } = await withClient(io, async (client, ring, url) => {
    const made = await makeBackup(client, ring, file, io.clock.now(), programVersion());
    await writeDown(url, io);
    return made;
  });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await writeLine(io.stdout, say(backupCommandTexts, io.language, 'backup.done', { tables: tables.length, rows, file, bytes }));
  return 0;
};

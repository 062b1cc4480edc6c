import { say } from '../../../kernel/texts.js';
import { writeLine, type Command, type CommandIo } from '../../cli/command.js';
import { readSettings } from '../../config/read-settings.js';
import { openDataSource } from '../../database/data-source.js';
import { withDatabase } from '../../startup/with-database.js';
import { deadLetters, discardDeadLetter, queueCounts, retryDeadLetter, type Queryable } from '../dead-letters.js';
import { jobsCommandTexts } from './texts.js';

/** More than a person reads; whoever has more first looks for their common cause. */
const MOST_SHOWN = 500;

/** Runs against the database of the settings: DATABASE_URL, or the embedded one, which is joined when it already runs. */
function withQueue<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
  const settings = readSettings();
  return withDatabase(settings, async ({ url }) => {
    const dataSource = await openDataSource(url, [], settings);
    try {
      return await work(dataSource);
    } finally {
      await dataSource.destroy();
    }
  });
}

async function writeDead(db: Queryable, io: CommandIo, asJson: boolean): Promise<number> {
  const letters = await deadLetters(db, MOST_SHOWN);
  if (asJson) for (const letter of letters) await writeLine(io.stdout, JSON.stringify(letter));
  else if (letters.length === 0) await writeLine(io.stdout, say(jobsCommandTexts, io.language, 'jobs.dead.none'));
  else for (const letter of letters) {
    await writeLine(io.stdout, say(jobsCommandTexts, io.language, 'jobs.dead.line', { ...letter, createdAt: null, failedAt: letter.failedAt.toISOString() }));
  }
  return letters.length > 0 ? 1 : 0;
}

async function writeCounts(db: Queryable, io: CommandIo, asJson: boolean): Promise<number> {
  const counts = await queueCounts(db);
  if (counts.length === 0 && !asJson) await writeLine(io.stdout, say(jobsCommandTexts, io.language, 'jobs.counts.none'));
  for (const count of counts) await writeLine(io.stdout, asJson ? JSON.stringify(count) : say(jobsCommandTexts, io.language, 'jobs.counts.line', count));
  return 0;
}

async function settle(io: CommandIo, id: string, act: typeof retryDeadLetter, done: 'jobs.retry.done' | 'jobs.discard.done'): Promise<number> {
  const acted = await withQueue((db) => act(db, id));
  await writeLine(acted ? io.stdout : io.stderr, say(jobsCommandTexts, io.language, acted ? done : 'jobs.unknown', { id }));
  return acted ? 0 : 1;
}

/** `zhujiu jobs`. @returns 0; 1 where there are dead letters or the named one is not there; 2 for wrong usage. */
export const run: Command = async (args, io) => {
  const asJson = args.includes('--json');
  const [act, id, ...rest] = args.filter((word) => word !== '--json');
  if (act === 'dead' && id === undefined) return withQueue((db) => writeDead(db, io, asJson));
  if (act === 'counts' && id === undefined) return withQueue((db) => writeCounts(db, io, asJson));
  if (act === 'retry' && id !== undefined && /^\d{1,18}$/.test(id) && rest.length === 0) return settle(io, id, retryDeadLetter, 'jobs.retry.done');
  if (act === 'discard' && id !== undefined && /^\d{1,18}$/.test(id) && rest.length === 0) return settle(io, id, discardDeadLetter, 'jobs.discard.done');
  const asked = act === '--help';
  await writeLine(asked ? io.stdout : io.stderr, say(jobsCommandTexts, io.language, 'jobs.command.help'));
  return asked ? 0 : 2;
};

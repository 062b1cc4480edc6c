import { systemClock } from '../../kernel/clock.js';
import type { Settings } from '../config/schema.js';
import { startEmbedded } from '../embedded/start-embedded.js';
import { ensureOwnRing } from '../keys/open-ring.js';
import { migrate } from './migrate.js';

export type OpenedDatabase = {
  readonly url: string;
  /** Demo data may exist on an embedded database only. */
  readonly kind: 'embedded' | 'external';
  /** Which server it is, for the log; no password. */
  readonly how: string;
  /** To be called last, after every connection is closed. Stops an embedded server that nobody else uses. */
  stop(): Promise<void>;
};

/** Room for the pools of a web and a worker process, their listeners and a command beside them. */
const connectionsFor = (settings: Settings): number => Math.max(100, 3 * settings.database.poolSize + 40);

async function reach(settings: Settings): Promise<OpenedDatabase> {
  const { url } = settings.database;
  if (url !== null) return { url, kind: 'external', how: 'DATABASE_URL', stop: async () => undefined };
  // Every command that makes the database makes its keys first: see there.
  ensureOwnRing(settings, systemClock.now());
  const server = await startEmbedded({
    dataDir: settings.database.dataDir,
    source: settings.database.embeddedSource,
    durability: 'durable',
    maxConnections: connectionsFor(settings),
  });
  return { url: server.url, kind: 'embedded', how: server.how, stop: server.stop };
}

/**
 * The database of the settings, with its tables up to date: the server of DATABASE_URL, else the embedded one.
 * Throws `EmbeddedDatabaseError` or `StartupError`, whose messages tell a person what to do.
 */
export async function openDatabase(settings: Settings): Promise<OpenedDatabase> {
  const opened = await reach(settings);
  try {
    await migrate(opened.url, settings);
    return opened;
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

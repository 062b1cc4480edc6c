import pg from 'pg';
import type { CommandIo } from '../../cli/command.js';
import { readSettings } from '../../config/read-settings.js';
import type { KeyRing } from '../../crypto/index.js';
import { openKeyRing } from '../../keys/open-ring.js';
import { withDatabase } from '../../startup/with-database.js';

/** The database of the settings by one connection without time limits, and its keys. */
export function withClient<T>(io: CommandIo, work: (client: pg.Client, ring: KeyRing, url: string) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const ring = openKeyRing(settings, io.clock.now());
  return withDatabase(settings, async ({ url }) => {
    const client = new pg.Client({ connectionString: url, application_name: 'zhujiu backup' });
    await client.connect();
    try {
      return await work(client, ring, url);
    } finally {
      await client.end();
    }
  });
}

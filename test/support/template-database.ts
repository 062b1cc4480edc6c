import pg from 'pg';
import { migrate } from '../../src/platform/startup/index.js';
import { testSettings } from './settings.js';

export const TEMPLATE = 'zhujiu_template';

/** Migrates the database that all test databases are cloned from. */
export async function prepareTemplate(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = TEMPLATE;
  await migrate(url.href, testSettings({}));
}

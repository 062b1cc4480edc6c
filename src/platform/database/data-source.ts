import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Settings } from '../config/schema.js';
import { migrations } from './migrations/index.js';

export type PostgresOptions = Extract<DataSourceOptions, { readonly type: 'postgres' }>;

export type EntityClass = new () => object;

const DATE = 1082;

/** Days are texts (`LocalDate`): as a Date they would shift with the time zone of the machine. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    id === DATE ? (value: string) => value : pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
};

/** An open transaction whose owner hangs would hold its locks for ever. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** One way to reach the database for the service, its tests and its tools. Migrations are the schema, never `synchronize`. */
export function dataSourceOptions(url: string, entities: readonly EntityClass[], settings: Settings): PostgresOptions {
  return {
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    synchronize: false,
    // TypeORM would otherwise try to install uuid-ossp; PostgreSQL has gen_random_uuid itself.
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: `zhujiu ${settings.role}`,
    poolSize: settings.database.poolSize,
    connectTimeoutMS: 10_000,
    extra: {
      types,
      statement_timeout: settings.database.statementSeconds * 1000,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  };
}

export const openDataSource = (url: string, entities: readonly EntityClass[], settings: Settings): Promise<DataSource> =>
  new DataSource(dataSourceOptions(url, entities, settings)).initialize();

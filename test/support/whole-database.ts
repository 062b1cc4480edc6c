import pg from 'pg';

export type DumpedTable = { readonly name: string; readonly rows: number; /** Every column of every row as text; bytes as hex. */ readonly text: string };

/** Every table of every schema that is not PostgreSQL's own: ours, the queue's, the unlogged ones. */
export async function dumpOf(url: string): Promise<readonly DumpedTable[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `SELECT n.nspname AS schema, c.relname AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%' ORDER BY 1, 2`);
    const dumped: DumpedTable[] = [];
    for (const { schema, name } of tables) {
      const { rows } = await client.query<{ line: string }>(`SELECT t::text AS line FROM "${schema}"."${name}" AS t`);
      dumped.push({ name: `${schema}.${name}`, rows: rows.length, text: rows.map(({ line }) => line).join('\n') });
    }
    return dumped;
  } finally {
    await client.end();
  }
}

/** The spellings under which a value would still be readable. */
export const spellingsOf = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret);
  return [secret, secret.toLowerCase(), bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
};

/** `citizenId in public.person`: what is found of the secrets, and where. */
export function foundIn(dump: readonly Pick<DumpedTable, 'name' | 'text'>[], secrets: Readonly<Record<string, string>>): string[] {
  return dump.flatMap(({ name, text }) => Object.entries(secrets).filter(([, secret]) => spellingsOf(secret).some((spelling) => text.includes(spelling))).map(([what]) => `${what} in ${name}`));
}

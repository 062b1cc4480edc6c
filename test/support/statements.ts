import type { TestApp } from './app.js';
import { managerOf } from './members.js';

/** Statements that the service sends meanwhile. */
export async function countStatements(app: TestApp, work: () => PromiseLike<unknown>): Promise<number> {
  const { driver } = managerOf(app).connection;
  const master = (driver as unknown as { master: { query: (...args: unknown[]) => unknown; connect: (...args: unknown[]) => unknown } }).master;
  let count = 0;
  const { connect } = master;
  const listen = (client: { query: (...args: unknown[]) => unknown }): (() => void) => {
    const { query } = client;
    client.query = (...args: unknown[]) => {
      count += 1;
      return query.apply(client, args);
    };
    return () => { client.query = query; };
  };
  const undo: (() => void)[] = [];
  master.connect = (callback: unknown) => connect.call(master, (error: unknown, client: { query: (...args: unknown[]) => unknown } | undefined, done: unknown) => {
    if (client) undo.push(listen(client));
    (callback as (...args: unknown[]) => void)(error, client, done);
  });
  try {
    await work();
  } finally {
    master.connect = connect;
    for (const restore of undo) restore();
  }
  return count;
}

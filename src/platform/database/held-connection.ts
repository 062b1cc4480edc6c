import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const RENEW_AFTER_MS = 1000;

/**
 * One connection held for the life of a process, for session-level advisory locks. When it is lost (a restart of the server,
 * a cut network) it is made anew and `prepare` takes the locks again.
 */
export class HeldConnection {
  private closed = false;

  private constructor(
    private readonly config: pg.ClientConfig,
    private readonly prepare: (client: pg.Client) => Promise<void>,
    private client: pg.Client,
  ) {
    this.watch();
  }

  /** Connects and prepares; rejects when either fails the first time. */
  static async open(config: pg.ClientConfig, prepare: (client: pg.Client) => Promise<void>): Promise<HeldConnection> {
    return new HeldConnection(config, prepare, await HeldConnection.connect(config, prepare));
  }

  private static async connect(config: pg.ClientConfig, prepare: (client: pg.Client) => Promise<void>): Promise<pg.Client> {
    const client = new pg.Client({ connectionTimeoutMillis: 10_000, keepAlive: true, ...config });
    // A lost connection is noticed by its 'end'; without a listener the error would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await prepare(client);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  private watch(): void {
    this.client.once('end', () => void this.renew());
  }

  private async renew(): Promise<void> {
    while (!this.closed) {
      await sleep(RENEW_AFTER_MS, undefined, { ref: false });
      const renewed = this.closed ? null : await HeldConnection.connect(this.config, this.prepare).catch(() => null);
      if (!renewed) continue;
      if (this.closed) return renewed.end();
      this.client = renewed;
      this.watch();
      return;
    }
  }

  query<R extends pg.QueryResultRow>(sql: string, values: readonly unknown[]): Promise<R[]> {
    return this.client.query<R>(sql, [...values]).then(({ rows }) => rows);
  }

  /** Stops renewing; the connection stays until `close`. */
  stopRenewing(): void {
    this.closed = true;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client.end().catch(() => undefined);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Any fixed number: the advisory lock that every process using this embedded server shares. */
const LEASE_KEY = 7_403_618_225;

/**
 * One process's claim on the embedded server: a shared advisory lock on a connection of its own. Several processes may use
 * one server (the web process and a command, say); the last one to leave stops it. The server drops the lock of a process
 * that was killed, so no claim outlives its owner.
 */
export class Lease {
  private closed = false;

  private constructor(private readonly url: string, private client: pg.Client) {
    this.watch();
  }

  /** Waits while another process is stopping the server; rejects when the server ends meanwhile. */
  static async take(url: string): Promise<Lease> {
    return new Lease(url, await Lease.connect(url));
  }

  private static async connect(url: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url, application_name: 'zhujiu lease', connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT pg_advisory_lock_shared($1)', [LEASE_KEY]);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** A server that restarts itself after a crash of one of its backends drops all locks; take ours again. */
  private watch(): void {
    this.client.once('end', () => void this.renew());
  }

  private async renew(): Promise<void> {
    while (!this.closed) {
      await sleep(1000, undefined, { ref: false });
      const renewed = this.closed ? null : await Lease.connect(this.url).catch(() => null);
      if (!renewed) continue;
      if (this.closed) return renewed.end();
      this.client = renewed;
      this.watch();
      return;
    }
  }

  /**
   * Gives the claim up. When nobody else has one, `stopServer` runs while the lock is held exclusively, so that a process
   * arriving just now waits and then starts a server of its own.
   */
  async release(stopServer: () => Promise<void>): Promise<void> {
    this.closed = true;
    try {
      if (await this.isLast()) await stopServer();
    } finally {
      await this.client.end().catch(() => undefined);
    }
  }

  private async isLast(): Promise<boolean> {
    try {
      await this.client.query('SELECT pg_advisory_unlock_shared($1)', [LEASE_KEY]);
      const { rows } = await this.client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [LEASE_KEY]);
      return rows[0]?.alone ?? false;
    } catch {
      // The connection is gone: the server has ended or is ending, and stopping it again does no harm.
      return true;
    }
  }
}

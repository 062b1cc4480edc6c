import { HeldConnection } from '../database/held-connection.js';

/** Any fixed number: the advisory lock that every process using this embedded server shares. */
const LEASE_KEY = 7_403_618_225;

/**
 * One process's claim on the embedded server: a shared advisory lock on a connection of its own. Several processes may use
 * one server (the web process and a command, say); the last one to leave stops it. The server drops the lock of a process
 * that was killed, so no claim outlives its owner.
 */
export class Lease {
  private constructor(private readonly connection: HeldConnection) {}

  /** Waits while another process is stopping the server; rejects when the server ends meanwhile. */
  static async take(url: string): Promise<Lease> {
    return new Lease(await HeldConnection.open({ connectionString: url, application_name: 'zhujiu lease' }, async (client) => {
      await client.query('SELECT pg_advisory_lock_shared($1)', [LEASE_KEY]);
    }));
  }

  /**
   * Gives the claim up. When nobody else has one, `stopServer` runs while the lock is held exclusively, so that a process
   * arriving just now waits and then starts a server of its own.
   */
  async release(stopServer: () => Promise<void>): Promise<void> {
    this.connection.stopRenewing();
    try {
      if (await this.isLast()) await stopServer();
    } finally {
      await this.connection.close();
    }
  }

  private async isLast(): Promise<boolean> {
    try {
      await this.connection.query('SELECT pg_advisory_unlock_shared($1)', [LEASE_KEY]);
      const [row] = await this.connection.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [LEASE_KEY]);
      return row?.alone ?? false;
    } catch {
      // The connection is gone: the server has ended or is ending, and stopping it again does no harm.
      return true;
    }
  }
}

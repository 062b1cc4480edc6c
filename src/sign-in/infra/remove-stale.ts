import type { Tx } from '../../platform/database/index.js';

/** For each kind the instant before which a row has had its time. */
export type Stale = Readonly<Record<'session' | 'ticket' | 'secret' | 'departed' | 'attempt' | 'device', Date>>;

const STATEMENTS: Readonly<Record<keyof Stale, string>> = {
  session: 'DELETE FROM session WHERE opened_at < $1',
  ticket: 'DELETE FROM sign_in_ticket WHERE expires_at < $1',
  // Kept for a while after its end: who tries a used code is told that it was used.
  secret: 'DELETE FROM one_time_secret WHERE expires_at < $1',
  departed: 'DELETE FROM oidc_attempt WHERE expires_at < $1',
  attempt: 'DELETE FROM sign_in_attempt WHERE last_at < $1',
  device: 'DELETE FROM known_device WHERE last_at < $1',
};

export async function removeStale(tx: Tx, stale: Stale): Promise<void> {
  for (const [kind, statement] of Object.entries(STATEMENTS)) await tx.query(statement, [stale[kind as keyof Stale]]);
}

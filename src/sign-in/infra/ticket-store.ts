import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import type { SignInMethod } from './session-store.js';
import { newToken } from './token.js';

export type TicketStep = 'second_factor' | 'enrolment' | 'new_password';
export type Ticket = { readonly accountId: string; readonly step: TicketStep; readonly method: SignInMethod };

/** Long enough to fetch a telephone from another room and to set up an app with a screen reader. */
const MINUTES = 30;

/** Who has given the first proof and still owes another. It opens nothing by itself. */
@Injectable()
export class TicketStore {
  /** @returns the token for the browser */
  async issue(tx: Tx, { accountId, step, method }: Ticket, now: Date): Promise<string> {
    const token = newToken('zjt');
    await tx.query(
      'INSERT INTO sign_in_ticket (token_digest, account_id, step, method, expires_at) VALUES ($1, $2, $3, $4, $5)',
      [token.digest, accountId, step, method, new Date(now.getTime() + MINUTES * 60_000)],
    );
    return token.clear;
  }

  async find(tx: Tx, digest: Buffer, step: TicketStep, now: Date): Promise<Ticket | null> {
    const [row] = await tx.query(
      'SELECT account_id, step, method FROM sign_in_ticket WHERE token_digest = $1 AND step = $2 AND expires_at > $3', [digest, step, now],
    ) as { account_id: string; step: TicketStep; method: SignInMethod }[];
    return row ? { accountId: row.account_id, step: row.step, method: row.method } : null;
  }

  /** Ends a ticket; false where somebody else has just used it. */
  async use(tx: Tx, digest: Buffer): Promise<boolean> {
    const [, count] = await tx.query('DELETE FROM sign_in_ticket WHERE token_digest = $1', [digest]) as [unknown, number];
    return count === 1;
  }
}

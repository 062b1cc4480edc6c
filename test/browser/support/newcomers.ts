import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import pg from 'pg';
import { RECOVERY_CODE, RETURNING } from '../../../src/sign-in/pages/registered.js';
import { OPENED, recoveryDigest, RETURNING_ID, SECRET, sealed, SEEN, tokenDigest } from './sign-in-records.js';

// People who come anew each time: what they do ends a code or is counted, so that nobody after them finds what they found.

/** Outside the lists of the other people of the rounds. */
const ELSEWHERE = '310115';

type Browser = { readonly context: BrowserContext; readonly origin: string };

async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env['BROWSER_TEST_DATABASE'] });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const newToken = (kind: 'zjs' | 'zjt'): string => `${kind}_${randomBytes(32).toString('base64url')}`;

/** An officer with an authenticator, confirmed or still to be confirmed. @returns account and membership */
async function newOfficer(client: pg.Client, confirmed: boolean): Promise<readonly [string, string]> {
  const [accountId, membershipId] = [randomUUID(), randomUUID()];
  await client.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, '林晓雨', 'zh', $2)`, [accountId, OPENED]);
  await client.query(`INSERT INTO membership (id, account_id, role, region_code, valid_from, created_at) VALUES ($1, $2, 'town_officer', $3, '2026-01-01', $4)`, [membershipId, accountId, ELSEWHERE, OPENED]);
  await client.query('INSERT INTO totp_device (account_id, secret, created_at, confirmed_at) VALUES ($1, $2, $3, $4)',
    [accountId, sealed(SECRET, { table: 'totp_device', column: 'secret', rowId: accountId }), OPENED, confirmed ? OPENED : null]);
  if (confirmed) await client.query('INSERT INTO recovery_code (id, account_id, digest) VALUES ($1, $2, $3)', [randomUUID(), accountId, recoveryDigest(RECOVERY_CODE)]);
  return [accountId, membershipId];
}

async function openSession(client: pg.Client, accountId: string, membershipId: string | null): Promise<string> {
  const token = newToken('zjs');
  await client.query(`INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, 'cookie', 'password', 'Chrome · Windows', $5, $6)`,
    [randomUUID(), tokenDigest(token), accountId, membershipId, OPENED, SEEN]);
  return token;
}

/** A session of `with-authenticator`, an officer who has one, or of `returning`, who signs in with a password. @returns its token, null for any other name */
export async function newSession(who: string): Promise<string | null> {
  if (who === RETURNING.name) return inDatabase((client) => openSession(client, RETURNING_ID, null));
  if (who !== 'with-authenticator') return null;
  return inDatabase(async (client) => openSession(client, ...await newOfficer(client, true)));
}

export async function enterOwing({ context, origin }: Browser, step: 'second_factor' | 'enrolment'): Promise<void> {
  const token = newToken('zjt');
  await inDatabase(async (client) => {
    const [accountId] = await newOfficer(client, step === 'second_factor');
    await client.query(`INSERT INTO sign_in_ticket (token_digest, account_id, step, method, expires_at) VALUES ($1, $2, $3, 'password', '2027-01-01')`, [tokenDigest(token), accountId, step]);
  });
  await context.addCookies([{ name: 'zj-step', value: token, url: origin, httpOnly: true, sameSite: 'Lax' }]);
}

/** The last call was long ago. */
export async function endSession(context: BrowserContext): Promise<void> {
  const token = (await context.cookies()).find(({ name }) => name === 'sid')?.value;
  if (token === undefined) throw new Error('nobody is signed in');
  await inDatabase((client) => client.query(`UPDATE session SET seen_at = opened_at - interval '1 day', opened_at = opened_at - interval '1 day' WHERE token_digest = $1`, [createHash('sha256').update(token).digest()]));
}

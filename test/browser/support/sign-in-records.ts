import { createHash } from 'node:crypto';
import { hashSync } from '@node-rs/argon2';
import pg from 'pg';
import { FieldCipher, parseKeyRing, type FieldContext } from '../../../src/platform/crypto/index.js';
import { BlindIndexes } from '../../../src/platform/keys/index.js';
import { HELD_LINKS, RETURNING } from '../../../src/sign-in/pages/registered.js';
import { ringText } from '../../support/keys.js';

/** A morning of the service's clock (set-clock.mjs), and a call ahead of it, so that no session ends during the round. */
export const OPENED = '2026-11-16T02:00:00Z';
export const SEEN = '2026-11-16T12:00:00Z';
const LONG_AHEAD = '2027-01-01T00:00:00Z';

/** Base32 of twenty bytes, so that pages that show it read the same in every run. */
export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const RETURNING_ID = '00000000-0000-4000-8000-000000009001';
/** People of people.ts: the one without a role, and the jobseeker. */
const NOBODY_YET = '00000000-0000-4000-8000-000000001000';
const JOBSEEKER = '00000000-0000-4000-8000-000000001001';
/** Nobody's. */
const PHONE = '19900007001';

const ring = parseKeyRing(ringText({ id: 'test' }), 'the browser tests');
const cipher = new FieldCipher(ring);
const indexes = new BlindIndexes(ring);

export const sealed = (text: string, place: FieldContext): string => cipher.seal(text, place);
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest();
export const recoveryDigest = (code: string): Buffer => tokenDigest(code.replaceAll(' ', ''));

async function putContact(client: pg.Client, accountId: string, kind: 'phone' | 'email', value: string, verifiedAt: string | null): Promise<void> {
  const { a, b } = indexes.of(kind).columnsOf(value);
  await client.query(
    `INSERT INTO account_contact (account_id, ${kind}, ${kind}_index_a, ${kind}_index_b, ${kind}_verified_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (account_id) DO UPDATE SET ${kind} = $2, ${kind}_index_a = $3, ${kind}_index_b = $4, ${kind}_verified_at = $5`,
    [accountId, sealed(value, { table: 'account_contact', column: kind, rowId: accountId }), a, b, verifiedAt],
  );
}

async function putLink(client: pg.Client, id: string, purpose: 'password_reset' | 'address_change', token: string, address: string | null): Promise<void> {
  const detail = address === null ? null : sealed(address, { table: 'one_time_secret', column: 'detail', rowId: id });
  await client.query('INSERT INTO one_time_secret (id, purpose, account_id, digest, detail, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, purpose, RETURNING_ID, tokenDigest(token).toString('base64url'), detail, LONG_AHEAD]);
}

/** What sign-in keeps of the people of the rounds: contacts, a password, an authenticator that is being set up, links that were sent. */
export async function seedSignIn(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await putContact(client, JOBSEEKER, 'phone', PHONE, OPENED);
    await putContact(client, JOBSEEKER, 'email', 'nobody.else@example.org', null);
    await client.query('INSERT INTO totp_device (account_id, secret, created_at) VALUES ($1, $2, $3)', [NOBODY_YET, sealed(SECRET, { table: 'totp_device', column: 'secret', rowId: NOBODY_YET }), OPENED]);
    await client.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, '林晓雨', 'zh', $2)`, [RETURNING_ID, OPENED]);
    await putContact(client, RETURNING_ID, 'email', RETURNING.contact, OPENED);
    await client.query('INSERT INTO credential (account_id, password_hash, changed_at) VALUES ($1, $2, $3)', [RETURNING_ID, hashSync(RETURNING.password, { memoryCost: 9_216, timeCost: 4, parallelism: 1 }), OPENED]);
    await putLink(client, '00000000-0000-4000-8000-000000009002', 'password_reset', HELD_LINKS.password, null);
    await putLink(client, '00000000-0000-4000-8000-000000009003', 'address_change', HELD_LINKS.address, 'new.address@example.org');
    await putLink(client, '00000000-0000-4000-8000-000000009004', 'address_change', HELD_LINKS.addressOfAnother, PHONE);
  } finally {
    await client.end();
  }
}

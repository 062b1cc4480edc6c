import { createHash } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import pg from 'pg';
import { newSession } from './newcomers.js';

/** Signed in beforehand, one person for each; '' has no role. */
const ROLES = ['', 'jobseeker', 'town_officer', 'administrator', 'auditor'] as const;
/** Made up, and to be seen as that. */
const NAMES = ['林晓雨', '林晓雨', '某干事', '某管理员', '某审计员'] as const;
/** A morning of the service's clock (set-clock.mjs); the last call lies ahead of it, so that no session ends during the round. */
const OPENED = '2026-11-16T02:00:00Z';
const SEEN = '2026-11-16T12:00:00Z';

const idOf = (kind: number, index: number): string => `00000000-0000-4000-8000-${String(kind * 1000 + index).padStart(12, '0')}`;

/** Puts the people and their sessions into the database of the round. @returns session tokens by role */
export async function seedPeople(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tokens: Record<string, string> = {};
    for (const [index, role] of ROLES.entries()) {
      const token = `zjs_${createHash('sha256').update(`browser test ${role}`).digest('base64url')}`;
      await client.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, 'zh', $3)`, [idOf(1, index), NAMES[index], OPENED]);
      const membershipId = role === '' ? null : idOf(2, index);
      if (membershipId !== null) await client.query(`INSERT INTO membership (id, account_id, role, region_code, valid_from, created_at) VALUES ($1, $2, $3, '370303', '2026-01-01', $4)`, [membershipId, idOf(1, index), role, OPENED]);
      const digest = createHash('sha256').update(token).digest();
      await client.query(`INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, 'cookie', 'password', 'Chrome · Windows', $5, $6)`,
        [idOf(3, index), digest, idOf(1, index), membershipId, OPENED, SEEN]);
      await client.query(`INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, 'cookie', 'office_code', 'WeChat · Android', $5, $6)`,
        [idOf(4, index), createHash('sha256').update(`${token} elsewhere`).digest(), idOf(1, index), membershipId, OPENED, OPENED]);
      tokens[role] = token;
    }
    // Somebody with two roles, to choose from.
    await client.query(`INSERT INTO membership (id, account_id, role, region_code, valid_from, created_at) VALUES ($1, $2, 'jobseeker', '370302', '2026-01-01', $3)`, [idOf(5, 0), idOf(1, ROLES.indexOf('jobseeker')), OPENED]);
    return tokens;
  } finally {
    await client.end();
  }
}

/** The jobseeker of the round, for pages that name an account. */
export const JOBSEEKER = idOf(1, ROLES.indexOf('jobseeker'));

export async function enterAs({ context, origin }: { readonly context: BrowserContext; readonly origin: string }, role: string): Promise<void> {
  const tokens = JSON.parse(process.env['BROWSER_TEST_SESSIONS'] ?? '{}') as Readonly<Record<string, string | undefined>>;
  const token = tokens[role] ?? await newSession(role);
  if (token === null) throw new Error(`nobody is signed in as ${role}`);
  await context.addCookies([{ name: 'sid', value: token, url: origin, httpOnly: true, sameSite: 'Lax' }]);
}

/** An address of the registry with the ids of the records that it names: `/files/{file.person}`. */
export function knownPath(path: string): string {
  const ids = JSON.parse(process.env['BROWSER_TEST_RECORDS'] ?? '{}') as Readonly<Record<string, string | undefined>>;
  return path.replace(/\{([\w.-]+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`there is no record ${name}`);
    return id;
  });
}

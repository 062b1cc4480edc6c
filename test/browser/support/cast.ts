import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/** Somebody of the rounds: under this name the registry signs in. Made up, and to be seen as that. */
type Actor = {
  readonly key: string;
  readonly name: string;
  /** None: an account and nothing else. */
  readonly role: string | null;
  readonly region: string;
  /** The role above is the second one of this actor's account. */
  readonly sameAccountAs?: string;
  /** Whom a guardian acts for. */
  readonly ward?: string;
};

/** 博山区, where the people of these pages live, so that the lists of other rooms stay as they are; and 临淄区. */
const HERE = '370304';
const BESIDE = '370305';
/** 周村区: to be in a list is to be looked at, and nobody in the rounds opens a list here, so that who looked stays as it was seeded. */
const QUIET = '370306';
/** 淄川区: employers of tax lists, apart from those that register themselves. */
const APART = '370302';
/** 桓台县, where there is nothing yet. */
const EMPTY = '370321';

const CAST: readonly Actor[] = [
  { key: 'people.officer', name: '某干事', role: 'town_officer', region: HERE },
  { key: 'people.supervisor', name: '某主管', role: 'counselor_supervisor', region: HERE },
  { key: 'people.counselor', name: '某指导员', role: 'counselor', region: HERE },
  { key: 'people.administrator', name: '某管理员', role: 'administrator', region: HERE },
  { key: 'people.second-administrator', name: '某管理员', role: 'administrator', region: HERE },
  { key: 'people.stopped', name: '某复审员', role: 'second_reviewer', region: HERE },
  { key: 'people.leaver', name: '某丁', role: 'jobseeker', region: HERE },
  { key: 'people.forgotten', name: '某己', role: 'jobseeker', region: HERE },
  { key: 'people.without-file', name: '某庚', role: 'jobseeker', region: HERE },
  { key: 'people.guardian', name: '某监护人', role: 'guardian', region: HERE, ward: 'people.leaver' },
  { key: 'people.own-officer', name: '某丙', role: 'town_officer', region: HERE },
  { key: 'people.own-jobseeker', name: '某丙', role: 'jobseeker', region: HERE, sameAccountAs: 'people.own-officer' },
  { key: 'people.busy-officer', name: '某干事', role: 'town_officer', region: BESIDE },
  { key: 'people.asker', name: '某辛', role: 'jobseeker', region: BESIDE },
  { key: 'people.person', name: '某甲', role: 'jobseeker', region: QUIET },
  { key: 'people.newcomer', name: '某乙', role: 'jobseeker', region: QUIET },
  { key: 'quiet.officer', name: '某干事', role: 'town_officer', region: QUIET },
  { key: 'quiet.supervisor', name: '某主管', role: 'counselor_supervisor', region: QUIET },
  { key: 'people.reviewer', name: '某初审员', role: 'first_reviewer', region: APART },
  { key: 'people.second-reviewer', name: '某复核员', role: 'second_reviewer', region: EMPTY },
];

const OPENED = '2026-11-16T02:00:00Z';
/** Ahead of the service's clock (set-clock.mjs), so that no session ends during the round. */
const SEEN = '2026-11-16T12:00:00Z';

const idOf = (kind: number, index: number): string => `00000000-0000-4000-8000-${String(kind * 1000 + index).padStart(12, '0')}`;
const indexOf = (key: string): number => CAST.findIndex((actor) => actor.key === key);
export const accountOf = (key: string): string => idOf(11, indexOf(CAST[indexOf(key)]?.sameAccountAs ?? key));
const tokenOf = (key: string, kind: 'cookie' | 'bearer'): string => `zjs_${createHash('sha256').update(`browser test ${key} ${kind}`).digest('base64url')}`;

/** Ids of the accounts, as the registry names them. */
export const accountIds = (): Readonly<Record<string, string>> => Object.fromEntries(CAST.map(({ key }) => [`account.${key}`, accountOf(key)]));

/** What the `Authorization` of a call over the API is; such sessions are there only while records are being made. */
export const bearerOf = (key: string): string => `Bearer ${tokenOf(key, 'bearer')}`;

async function openSession(client: Client, { key }: Actor, kind: 'cookie' | 'bearer', membershipId: string | null): Promise<void> {
  const digest = createHash('sha256').update(tokenOf(key, kind)).digest();
  await client.query(`INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, $5, 'password', 'Chrome · Windows', $6, $7)`,
    [idOf(kind === 'cookie' ? 13 : 14, indexOf(key)), digest, accountOf(key), membershipId, kind, OPENED, SEEN]);
}

/** Accounts, roles and sessions, past all rules of who may make them. @returns tokens of cookies by name */
export async function seedCast(client: Client): Promise<Readonly<Record<string, string>>> {
  for (const actor of CAST) {
    const index = indexOf(actor.key);
    if (actor.sameAccountAs === undefined) await client.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, 'zh', $3)`, [accountOf(actor.key), actor.name, OPENED]);
    const membershipId = actor.role === null ? null : idOf(12, index);
    if (membershipId !== null) {
      await client.query(`INSERT INTO membership (id, account_id, role, region_code, ward_account_id, valid_from, created_at) VALUES ($1, $2, $3, $4, $5, '2026-01-01', $6)`,
        [membershipId, accountOf(actor.key), actor.role, actor.region, actor.ward === undefined ? null : accountOf(actor.ward), OPENED]);
    }
    for (const kind of ['cookie', 'bearer'] as const) await openSession(client, actor, kind, membershipId);
  }
  return Object.fromEntries(CAST.map(({ key }) => [key, tokenOf(key, 'cookie')]));
}

/** The clerk of an employer that has registered itself by now. @returns the token of its cookie */
export async function seedClerk(client: Client, employerId: string): Promise<string> {
  const clerk: Actor = { key: 'people.clerk', name: '某经办人', role: 'employer_clerk', region: HERE };
  const [accountId, membershipId] = [idOf(11, 900), idOf(12, 900)];
  await client.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, 'zh', $3)`, [accountId, clerk.name, OPENED]);
  await client.query(`INSERT INTO membership (id, account_id, role, region_code, organisation_id, employer_id, valid_from, created_at) VALUES ($1, $2, $3, $4, $5, $5, '2026-01-01', $6)`,
    [membershipId, accountId, clerk.role, clerk.region, employerId, OPENED]);
  const token = tokenOf(clerk.key, 'cookie');
  await client.query(`INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, 'cookie', 'password', 'Chrome · Windows', $5, $6)`,
    [idOf(13, 900), createHash('sha256').update(token).digest(), accountId, membershipId, OPENED, SEEN]);
  return token;
}

/** Sessions of the API, which no list of sessions should show. */
export async function closeBearers(client: Client): Promise<void> {
  await client.query(`DELETE FROM session WHERE kind = 'bearer' AND account_id = ANY ($1)`, [CAST.map(({ key }) => accountOf(key))]);
}

import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { DataSource } from 'typeorm';
import { Accounts } from '../../src/members/index.js';
import type { RoleName } from '../../src/platform/access/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { PasswordHasher } from '../../src/sign-in/infra/password-hasher.js';
import { CredentialStore } from '../../src/sign-in/infra/credential-store.js';
import { SecondFactorStore } from '../../src/sign-in/infra/second-factor-store.js';
import { SessionStore } from '../../src/sign-in/infra/session-store.js';
import type { TestApp } from './app.js';

export const PASSWORD = '七只青蛙过大河里的桥梁';
/** Base32 of twenty bytes. */
export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export type TestAccount = { readonly accountId: string; readonly membershipIds: readonly string[] };

export type Wanted = {
  readonly displayName?: string;
  readonly contact?: string;
  /** Null for an account without one. */
  readonly password?: string | null;
  /** Its roles, for a region each (the whole country without). */
  readonly roles?: readonly { readonly role: RoleName; readonly regionCode?: string; readonly employerId?: string }[];
  readonly authenticator?: boolean;
};

const hashes = new Map<string, Promise<string>>();

/** Puts an account with its roles and credentials into the database of a test's service. */
export async function anAccount(app: TestApp, wanted: Wanted): Promise<TestAccount> {
  const { nest } = app.app;
  const { displayName = '测试账号', contact, password = PASSWORD, roles = [], authenticator = false } = wanted;
  const hash = password === null ? null : await hashOf(app, password);
  return nest.get(UnitOfWork).run(async (tx) => {
    const accounts = nest.get(Accounts, { strict: false });
    const accountId = await accounts.createAccount(tx, { displayName, language: 'zh' });
    if (contact !== undefined) await accounts.changeContact(tx, accountId, contact, new Date());
    if (hash !== null) await nest.get(CredentialStore, { strict: false }).put(tx, accountId, hash, new Date());
    const membershipIds = [];
    for (const { role, regionCode = '370303', employerId } of roles) {
      const id = randomUUID();
      await tx.query(
        `INSERT INTO membership (id, account_id, role, region_code, employer_id, valid_from, created_at) VALUES ($1, $2, $3, $4, $5, '2020-01-01', now())`,
        [id, accountId, role, regionCode, employerId ?? null],
      );
      membershipIds.push(id);
    }
    if (authenticator) {
      const factors = nest.get(SecondFactorStore, { strict: false });
      await factors.put(tx, accountId, SECRET, new Date());
      await factors.confirm(tx, accountId, new Date());
    }
    return { accountId, membershipIds };
  });
}

/** One hash serves every account of a test run with the same password: each costs a core some thirty milliseconds. */
function hashOf(app: TestApp, password: string): Promise<string> {
  const known = hashes.get(password) ?? app.app.nest.get(PasswordHasher, { strict: false }).hash(password);
  hashes.set(password, known);
  return known;
}

/** A code of the test authenticator, `steps` half minutes from now. */
export const totpCode = (steps = 0): string => new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: SECRET }).generate({ timestamp: Date.now() + steps * 30_000 });

/** A session without the way through the sign-in, for tests of what lies behind it. */
export async function openSessionFor(app: TestApp, { accountId, membershipIds }: TestAccount, membershipId: string | null = membershipIds[0] ?? null): Promise<{ readonly cookie: string; readonly bearer: string; readonly sessionIds: readonly string[] }> {
  const { nest } = app.app;
  const sessions = nest.get(SessionStore, { strict: false });
  const common = { accountId, membershipId, method: 'password', device: 'Test' } as const;
  const [cookie, bearer] = await nest.get(UnitOfWork).run(async (tx) => [
    await sessions.open(tx, { ...common, kind: 'cookie' }, new Date()), await sessions.open(tx, { ...common, kind: 'bearer' }, new Date()),
  ] as const);
  return { cookie: `sid=${cookie.token}`, bearer: `Bearer ${bearer.token}`, sessionIds: [cookie.id, bearer.id] };
}

export const sql = (app: TestApp, text: string, params: unknown[] = []): Promise<never> => app.app.nest.get(DataSource).query(text, params) as Promise<never>;

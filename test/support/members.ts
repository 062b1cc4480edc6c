import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Test } from 'supertest';
import { Accounts } from '../../src/members/index.js';
import type { OrganisationKind, RoleName } from '../../src/platform/access/index.js';
import type { TestApp } from './app.js';
import { openSessionFor } from './sign-in.js';

/** What a test wants somebody to be. Without a role: an account and nothing else. */
export type Part = {
  readonly role: RoleName | null;
  /** 张店区 where nothing is said. */
  readonly regionCode?: string;
  readonly organisationId?: string;
  readonly employerId?: string;
  readonly wardAccountId?: string;
  readonly displayName?: string;
};

/** Somebody with an open session. */
export type Actor = {
  readonly accountId: string;
  /** Empty without a role. */
  readonly membershipId: string;
  readonly bearer: string;
  readonly cookie: string;
  get(path: string): Test;
  post(path: string, body?: object): Test;
  put(path: string, body: object): Test;
  patch(path: string, body: object): Test;
};

const HOME = '370303';

export const managerOf = (app: TestApp): DataSource['manager'] => app.app.nest.get(DataSource).manager;

/** An organisation in the database, past all rules of who may enter one. @returns its id */
export async function anOrganisation(app: TestApp, kind: OrganisationKind, regionCode: string = HOME, name: string = `${kind} ${randomUUID()}`): Promise<string> {
  const id = randomUUID();
  await managerOf(app).query('INSERT INTO organisation (id, kind, name, region_code, created_at) VALUES ($1, $2, $3, $4, now())', [id, kind, name, regionCode]);
  return id;
}

/** A role in the database, past all rules of who may give one. @returns its id */
export async function aMembership(app: TestApp, accountId: string, { role, regionCode = HOME, organisationId, employerId, wardAccountId }: Part): Promise<string> {
  const id = randomUUID();
  await managerOf(app).query(
    `INSERT INTO membership (id, account_id, role, region_code, organisation_id, employer_id, ward_account_id, valid_from, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, '2020-01-01', now())`,
    [id, accountId, role, regionCode, organisationId ?? null, employerId ?? null, wardAccountId ?? null],
  );
  return id;
}

/** Somebody in a role, with a real session: what is not said of organisation, employer and ward is made for the role. */
export async function signedInAs(app: TestApp, part: Part): Promise<Actor> {
  const accounts = app.app.nest.get(Accounts, { strict: false });
  const accountId = await accounts.createAccount(managerOf(app), { displayName: part.displayName ?? `${part.role ?? 'nobody'} ${part.regionCode ?? HOME}`, language: 'zh' });
  const membershipId = part.role === null ? '' : await aMembership(app, accountId, await completed(app, part));
  const { bearer, cookie } = await openSessionFor(app, { accountId, membershipIds: membershipId === '' ? [] : [membershipId] });
  const ask = (method: 'get' | 'post' | 'put' | 'patch', path: string): Test => app.http()[method](path).set('Authorization', bearer);
  return {
    accountId, membershipId, bearer, cookie,
    get: (path) => ask('get', path),
    post: (path, body = {}) => ask('post', path).send(body),
    put: (path, body) => ask('put', path).send(body),
    patch: (path, body) => ask('patch', path).send(body),
  };
}

async function completed(app: TestApp, part: Part): Promise<Part> {
  if (part.role === 'employer_clerk') {
    const organisationId = part.organisationId ?? (await anOrganisation(app, 'employer', part.regionCode));
    return { ...part, organisationId, employerId: part.employerId ?? organisationId };
  }
  if (part.role === 'guardian' && part.wardAccountId === undefined) {
    const ward = await signedInAs(app, { role: 'jobseeker', regionCode: part.regionCode ?? HOME });
    return { ...part, wardAccountId: ward.accountId };
  }
  return part;
}

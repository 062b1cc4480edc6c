import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { aMembership, anOrganisation, managerOf } from './members.js';

/** Stands in the name of everything that belongs to the home town, so that a leak can be seen in any answer. */
export const MARK = '只在本镇可见';

/** 张店区 and one of its towns, another town beside it, another province. */
export const HOME_TOWN = '370303001';
export const OTHER_TOWN = '370303002';
export const OTHER_REGION = '110101';

export type Targets = {
  readonly employerId: string;
  readonly organisationId: string;
};

/** What the paths of the sweep name, made anew for each call that could use it up. */
export type TargetMaker = (app: TestApp, home: Targets) => Promise<Readonly<Record<string, string>>>;

export async function homeOf(app: TestApp): Promise<Targets> {
  return { employerId: await anOrganisation(app, 'employer', HOME_TOWN, `企业 ${MARK}`), organisationId: await anOrganisation(app, 'federation', HOME_TOWN, `残联 ${MARK}`) };
}

/** A person in a role, without a session. */
async function member(app: TestApp, role: 'employer_clerk' | 'village_commissioner', { employerId, organisationId }: Targets): Promise<Readonly<Record<string, string>>> {
  const accountId = randomUUID();
  await managerOf(app).query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, 'zh', now())`, [accountId, `成员 ${MARK}`]);
  const clerk = role === 'employer_clerk';
  const membershipId = await aMembership(app, accountId, { role, regionCode: HOME_TOWN, organisationId: clerk ? employerId : organisationId, ...(clerk ? { employerId } : {}) });
  return { accountId, membershipId };
}

/** Somebody's file in the home town, without sealed numbers: the sweep asks who is let in, not what stands there. */
async function person(app: TestApp): Promise<string> {
  const id = randomUUID();
  await managerOf(app).query(`INSERT INTO person (id, region_code, created_at, anonymised_at) VALUES ($1, $2, now(), now())`, [id, HOME_TOWN]);
  await managerOf(app).query(`INSERT INTO person_file (person_id, opened_on) VALUES ($1, '2026-01-01')`, [id]);
  return id;
}

async function employer(app: TestApp): Promise<string> {
  const id = await anOrganisation(app, 'employer', HOME_TOWN, `登记 ${MARK}`);
  const digits = String(BigInt(`0x${id.replaceAll('-', '').slice(0, 14)}`)).padStart(18, '0').slice(-18);
  await managerOf(app).query(`INSERT INTO employer (id, uscc, kind, registered_at) VALUES ($1, $2, 'enterprise', now())`, [id, digits]);
  return id;
}

async function rightsRequest(app: TestApp): Promise<string> {
  const id = randomUUID();
  await managerOf(app).query(`INSERT INTO rights_request (id, person_id, kind, made_at, due_on) VALUES ($1, $2, 'explanation', now(), '2026-12-31')`, [id, await person(app)]);
  return id;
}

const ofEmployer: TargetMaker = async (app) => ({ id: await employer(app) });
const ofPerson: TargetMaker = async (app) => ({ id: await person(app) });
const ofRequest: TargetMaker = async (app) => ({ id: await rightsRequest(app) });

/** By path, as the route declares it. A path that is not here is filled with ids that nothing has. */
export const targetMakers: Readonly<Record<string, TargetMaker>> = {
  ...Object.fromEntries(['/api/v1/employers/:id', '/api/v1/employers/:id/verify', '/api/v1/employers/:id/refuse', '/employers/:id', '/employers/:id/decide'].map((path) => [path, ofEmployer])),
  ...Object.fromEntries(['', '/assign', '/link', '/close', '/reveal'].map((act) => [`/api/v1/files/:id${act}`, ofPerson])),
  ...Object.fromEntries(['/files/:id', '/files/:id/reveal'].map((path) => [path, ofPerson])),
  ...Object.fromEntries(['/api/v1/rights-requests/:id', '/api/v1/rights-requests/:id/grant', '/api/v1/rights-requests/:id/refuse', '/rights-requests/:id'].map((path) => [path, ofRequest])),
  '/api/v1/people/:personId/consents': async (app) => ({ personId: await person(app) }),
  '/api/v1/organisations/:id': async (_, { organisationId }) => ({ id: organisationId }),
  '/api/v1/members/:accountId': (app, home) => member(app, 'employer_clerk', home),
  '/api/v1/members/:accountId/memberships': (app, home) => member(app, 'employer_clerk', home),
  '/api/v1/members/:accountId/memberships/:membershipId/revoke': (app, home) => member(app, 'employer_clerk', home),
  '/api/v1/account/memberships/:membershipId/leave': (app, home) => member(app, 'employer_clerk', home),
  '/members/:accountId': (app, home) => member(app, 'employer_clerk', home),
  '/members/:accountId/grant': (app, home) => member(app, 'employer_clerk', home),
  '/members/:accountId/memberships/:membershipId/revoke': (app, home) => member(app, 'employer_clerk', home),
  '/account/memberships/:membershipId/leave': (app, home) => member(app, 'employer_clerk', home),
  '/api/v1/invitations/:id/withdraw': async (app, { employerId }) => {
    const id = randomUUID();
    await managerOf(app).query(
      `INSERT INTO invitation (id, code_hash, display_name, role, region_code, organisation_id, employer_id, created_at, expires_at)
       VALUES ($1, $2, $3, 'employer_clerk', $4, $5, $5, now(), now() + interval '1 day')`,
      [id, Buffer.from(id), `受邀人 ${MARK}`, HOME_TOWN, employerId],
    );
    return { id };
  },
};


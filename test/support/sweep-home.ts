import { randomUUID } from 'node:crypto';
import type { RoleName } from '../../src/platform/access/index.js';
import type { TestApp } from './app.js';
import { anOrganisation, managerOf, type Actor } from './members.js';
import type { SweepCaller } from './sweep-callers.js';

/** Stands in the name of everything that belongs to the home town, so that a leak can be seen in any answer. */
export const MARK = '只在本镇可见';

/** 张店区 and one of its towns, another town beside it, another province. */
export const HOME_TOWN = '370303001';
export const OTHER_TOWN = '370303002';
export const OTHER_REGION = '110101';

export type Home = {
  /** A verified employer and the federation of the home town. */
  readonly employerId: string;
  readonly organisationId: string;
  /** An officer who calls nothing of the sweep and makes the things of the home town. */
  readonly officer: Actor;
  /** Somebody there whose own things are nobody else's. */
  readonly bystander: string;
  /** The callers at home, by role. */
  readonly accounts: Map<RoleName, string>;
  wardAccountId: string;
};

/** Of the batches of the sweep. */
export const DIGEST = 'd'.repeat(64);

/** What an address names. `contact` and other words beside the parameters may be used by the body. */
export type Target = Readonly<Record<string, string>>;

/** Made anew for each call that could use it up, so that whoever calls from home reaches it and whoever calls from elsewhere does not. */
export type TargetMaker = (app: TestApp, home: Home, caller: SweepCaller) => Promise<Target>;

export const query = (app: TestApp, text: string, params: unknown[]): Promise<never> => managerOf(app).query(text, params) as Promise<never>;

export async function employer(app: TestApp, status: 'registered' | 'verified'): Promise<string> {
  const id = await anOrganisation(app, 'employer', HOME_TOWN, `登记 ${MARK} ${randomUUID()}`);
  const digits = String(BigInt(`0x${id.replaceAll('-', '').slice(0, 14)}`)).padStart(18, '0').slice(-18);
  await query(app, `INSERT INTO employer (id, uscc, kind, registered_at, status, decided_at) VALUES ($1, $2, 'enterprise', now(), $3, $4)`, [id, digits, status, status === 'registered' ? null : new Date()]);
  return id;
}

export const under = (paths: readonly string[], maker: TargetMaker): Readonly<Record<string, TargetMaker>> => Object.fromEntries(paths.map((path) => [path, maker]));

import { randomUUID } from 'node:crypto';
import { PermissionBook, roleNames, type RoleName } from '../../src/platform/access/index.js';
import { CredentialStore } from '../../src/sign-in/infra/credential-store.js';
import { MachineStore } from '../../src/sign-in/infra/machine-store.js';
import { PasswordHasher } from '../../src/sign-in/infra/password-hasher.js';
import { newToken } from '../../src/sign-in/infra/token.js';
import type { TestApp } from './app.js';
import { aMembership, anOrganisation, managerOf, type Part } from './members.js';
import { PASSWORD } from './sweep-bodies.js';
import { HOME_TOWN, OTHER_REGION, OTHER_TOWN, type Home } from './sweep-targets.js';

/** Somebody who calls every operation. */
export type SweepCaller = {
  readonly name: string;
  /** Null for a stranger, a machine, an account without a role. */
  readonly role: RoleName | null;
  readonly accountId: string | null;
  readonly membershipIds: readonly string[];
  /** Its scope holds nothing of the home town, of its employer, of its caseload or of its people. */
  readonly elsewhere: boolean;
  /** The header of a machine. */
  readonly machine: string | null;
};

/**
 * A stranger, an account without a role, every role at home and the same role in another region, town, employer, caseload or
 * for other people, and machines. Those at home are noted in `home`, so that things can be made that are theirs.
 */
export async function everybody(app: TestApp, home: Home): Promise<readonly SweepCaller[]> {
  const book = app.app.nest.get(PermissionBook, { strict: false });
  // One hash for all: each costs a core some thirty milliseconds.
  const hash = await app.app.nest.get(PasswordHasher, { strict: false }).hash(PASSWORD);
  const person = async (name: string, part: Part, elsewhere: boolean): Promise<SweepCaller> => {
    const accountId = randomUUID();
    await managerOf(app).query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, $2, 'zh', now())`, [accountId, name]);
    await app.app.nest.get(CredentialStore, { strict: false }).put(managerOf(app), accountId, hash, new Date());
    const membershipIds = part.role === null ? [] : [await aMembership(app, accountId, part)];
    if (part.role !== null && !elsewhere) home.accounts.set(part.role, accountId);
    return { name, role: part.role, accountId, membershipIds, elsewhere, machine: null };
  };

  const inEveryScope = async (role: RoleName): Promise<readonly SweepCaller[]> => {
    switch (book.rulesOf(role).actsFor) {
      case 'region': return [
        await person(role, { role, regionCode: HOME_TOWN }, false),
        await person(`${role} of another town`, { role, regionCode: OTHER_TOWN }, true),
        await person(`${role} of another region`, { role, regionCode: OTHER_REGION }, true),
      ];
      case 'employer': {
        const other = await anOrganisation(app, 'employer', HOME_TOWN, '别的企业');
        return [
          await person(role, { role, regionCode: HOME_TOWN, organisationId: home.employerId, employerId: home.employerId }, false),
          await person(`${role} of another employer`, { role, regionCode: HOME_TOWN, organisationId: other, employerId: other }, true),
        ];
      }
      case 'caseload': return [
        await person(role, { role, regionCode: HOME_TOWN }, false),
        await person(`${role} with another caseload`, { role, regionCode: HOME_TOWN }, true),
        await person(`${role} of another region`, { role, regionCode: OTHER_REGION }, true),
      ];
      case 'self': return [await person(role, { role, regionCode: HOME_TOWN }, false), await person(`another ${role}`, { role, regionCode: HOME_TOWN }, true)];
      case 'ward': {
        const ward = await person('ward', { role: 'jobseeker', regionCode: HOME_TOWN }, true);
        const other = await person('other ward', { role: 'jobseeker', regionCode: HOME_TOWN }, true);
        home.wardAccountId = ward.accountId ?? '';
        return [
          await person(role, { role, regionCode: HOME_TOWN, wardAccountId: home.wardAccountId }, false),
          await person(`${role} of somebody else`, { role, regionCode: HOME_TOWN, wardAccountId: other.accountId ?? '' }, true),
        ];
      }
    }
  };

  const found: SweepCaller[] = [{ name: 'stranger', role: null, accountId: null, membershipIds: [], elsewhere: true, machine: null }, await person('account without a role', { role: null }, true)];
  for (const role of roleNames) found.push(...(await inEveryScope(role)));
  return [...found, ...(await machines(app, home))];
}

/** Programs with every permission that a key may carry, and with none. */
async function machines(app: TestApp, home: Home): Promise<readonly SweepCaller[]> {
  const { nest } = app.app;
  const book = nest.get(PermissionBook, { strict: false });
  const store = nest.get(MachineStore, { strict: false });
  const role: RoleName = 'town_officer';
  const all = [...book.machinesMay(role, [...book.rulesOf(role).holds])];
  const createdBy = home.accounts.get('administrator') ?? '';
  const machine = async (name: string, permissions: readonly string[], regionPrefix: string, elsewhere: boolean): Promise<SweepCaller> => {
    const id = await store.add(managerOf(app), { name, organisationId: null, role, permissions, regionPrefix, callsPerMinute: 100_000 }, createdBy, new Date());
    const { clear, digest } = newToken('zjk');
    await store.addKey(managerOf(app), id, digest, new Date(), new Date(Date.now() + 86_400_000));
    return { name, role: null, accountId: null, membershipIds: [], elsewhere, machine: `Bearer ${clear}` };
  };
  return [
    await machine('machine', all, HOME_TOWN, false),
    await machine('machine of another town', all, OTHER_TOWN, true),
    await machine('machine of another region', all, OTHER_REGION, true),
    await machine('machine without permissions', [], HOME_TOWN, true),
  ];
}

import { usccCheckSign } from '../../src/kernel/ids/uscc.js';
import type { TestApp } from './app.js';
import { anOrganisation, managerOf } from './members.js';

let serial = 0;

/** Codes of nobody: area 999999 does not exist. Each call gives another one. */
export function aUscc(): string {
  serial += 1;
  const first17 = `91999999MA${String(serial).padStart(7, '0')}`;
  return first17 + usccCheckSign(first17);
}

/** A verified employer in the database, past all rules of who may enter one. @returns its id */
export async function anEmployer(app: TestApp, { regionCode = '370303', uscc = aUscc(), name, kind = 'enterprise' }: { readonly regionCode?: string; readonly uscc?: string; readonly name?: string; readonly kind?: string } = {}): Promise<string> {
  const id = await anOrganisation(app, 'employer', regionCode, name ?? `单位 ${uscc}`);
  await managerOf(app).query(`INSERT INTO employer (id, uscc, kind, status, registered_at, decided_at) VALUES ($1, $2, $3, 'verified', now(), now())`, [id, uscc, kind]);
  return id;
}

import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { anOrganisation, managerOf } from './members.js';

let serial = 0;

/** A verified employer in the database. @returns its id */
export async function anEmployer(app: TestApp, regionCode: string = '370303', over: { readonly kind?: string; readonly name?: string } = {}): Promise<string> {
  serial += 1;
  const id = await anOrganisation(app, 'employer', regionCode, over.name ?? `企业 ${randomUUID()}`);
  const uscc = `91${String(process.pid % 10_000).padStart(6, '0')}${String(serial).padStart(10, '0')}`;
  await managerOf(app).query(`INSERT INTO employer (id, uscc, kind, status, registered_at, decided_at) VALUES ($1, $2, $3, 'verified', now(), now())`, [id, uscc, over.kind ?? 'enterprise']);
  return id;
}

/** A declaration in the database, past all rules of windows, with its first version. @returns its id */
export async function aDeclaration(app: TestApp, employerId: string, over: { readonly baseYear?: number; readonly state?: string; readonly regionCode?: string; readonly deadline?: string | null } = {}): Promise<string> {
  const id = randomUUID();
  const { baseYear = 2025, state = 'draft', regionCode = '370303', deadline = null } = over;
  await managerOf(app).query(
    `INSERT INTO declaration (id, employer_id, base_year, filing_year, region_code, mode, state, state_since, opened_at, deadline) VALUES ($1, $2, $3, $4, $5, 'companion', $6, now(), now(), $7)`,
    [id, employerId, baseYear, baseYear + 1, regionCode, state, deadline],
  );
  await managerOf(app).query('INSERT INTO filing_version (id, declaration_id, number, created_at, changed_at) VALUES ($1, $2, 1, now(), now())', [randomUUID(), id]);
  return id;
}

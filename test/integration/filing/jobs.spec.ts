import type { JobContext } from '../../../src/platform/jobs/index.js';
import { BlindIndexes } from '../../../src/platform/keys/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { RegistryPeople } from '../../../src/people/registry/index.js';
import type { CitizenIdText } from '../../../src/kernel/ids/citizen-id.js';
import { fixedClock } from '../../../src/kernel/clock.js';
import { FilingLaw } from '../../../src/quota/filing/app/filing-law.js';
import { PassDeadlineJob } from '../../../src/quota/filing/app/pass-deadline.job.js';
import { RemindJob } from '../../../src/quota/filing/app/remind.job.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aDeclaration, anEmployer } from '../../support/filing.js';
import { managerOf, signedInAs } from '../../support/members.js';
import { aCitizenId } from '../../support/people.js';

let service: TestApp;
beforeAll(async () => { service = await startTestApp(); });
afterAll(() => service.close());

const context: JobContext = { id: '1', attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
const templates = async (accountId: string): Promise<readonly string[]> =>
  (await managerOf(service).query('SELECT template FROM message WHERE account_id = $1 ORDER BY created_at', [accountId]) as { template: string }[]).map(({ template }) => template);

async function employer(): Promise<{ readonly employerId: string; readonly clerk: string }> {
  const employerId = await anEmployer(service);
  const { accountId } = await signedInAs(service, { role: 'employer_clerk', organisationId: employerId, employerId });
  return { employerId, clerk: accountId };
}

describe('the deadline', () => {
  it('makes drafts late, once, and their clerks know; others stay', async () => {
    const { employerId, clerk } = await employer();
    const past = await aDeclaration(service, employerId, { baseYear: 2025, deadline: '2026-10-31' });
    const ahead = await aDeclaration(service, employerId, { baseYear: 2024, deadline: '2034-10-31' });
    const unknown = await aDeclaration(service, employerId, { baseYear: 2023, deadline: null });
    const nothing = await aDeclaration(service, employerId, { baseYear: 2022, deadline: '2023-10-31', state: 'nothing_to_claim' });
    const job = service.app.nest.get(PassDeadlineJob, { strict: false });
    await job.handle(null, context);
    await job.handle(null, context);
    const states = await managerOf(service).query('SELECT id, state, is_late FROM declaration WHERE employer_id = $1', [employerId]) as { id: string; state: string; is_late: boolean }[];
    expect(Object.fromEntries(states.map(({ id, state, is_late: late }) => [id, `${state} ${late}`]))).toEqual({ [past]: 'late true', [ahead]: 'draft false', [unknown]: 'draft false', [nothing]: 'nothing_to_claim false' });
    expect(await templates(clerk)).toEqual(['filing.late']);
  });
});

describe('reminders', () => {
  const at = async (day: string): Promise<void> => {
    const law = service.app.nest.get(FilingLaw, { strict: false });
    const clock = fixedClock(`${day}T01:00:00Z`);
    const real = (law as unknown as { clock: object }).clock;
    Object.assign(law, { clock });
    try {
      await service.app.nest.get(RemindJob, { strict: false }).handle(null, context);
    } finally {
      Object.assign(law, { clock: real });
    }
  };
  const claims = async (declarationId: string): Promise<void> => {
    const people = service.app.nest.get(RegistryPeople, { strict: false });
    const number = aCitizenId() as CitizenIdText;
    const ids = await service.app.nest.get(UnitOfWork).run((tx) => people.keep(tx, [number]));
    await managerOf(service).query(`UPDATE declaration SET submitted_at = now() WHERE id = $1`, [declarationId]);
    await managerOf(service).query(
      `INSERT INTO roster_line (version_id, registry_person_id, source, name, certificate, certificate_kind, certificate_grade, contract_start, months, fingerprint)
       SELECT id, $2, 'hand', 'x', 'x', 'disability', 4, '2020-01-01', 4095, 'x' FROM filing_version WHERE declaration_id = $1`, [declarationId, ids.get(number)]);
  };

  it('go to who claimed somebody last year or has insured disabled staff, on four days, once', async () => {
    const [claimed, insured, neither, filed] = [await employer(), await employer(), await employer(), await employer()];
    for (const { employerId } of [claimed, filed]) await claims(await aDeclaration(service, employerId, { baseYear: 2024, state: 'determined' }));
    await aDeclaration(service, filed.employerId, { baseYear: 2025, state: 'submitted' });
    await aDeclaration(service, neither.employerId, { baseYear: 2024, state: 'nothing_to_claim' });
    const number = aCitizenId() as CitizenIdText;
    const ids = await service.app.nest.get(UnitOfWork).run((tx) => service.app.nest.get(RegistryPeople, { strict: false }).keep(tx, [number]));
    const person = ids.get(number);
    await managerOf(service).query(`INSERT INTO fact_batch (id, kind, source, as_of, received_at, digest, state) VALUES (1, 'insurance', 't', now(), now(), 'x', 'loaded')`);
    await managerOf(service).query(`INSERT INTO certificate_fact (registry_person_id, kind, number, number_index_a, category, source, batch_id, as_of) VALUES ($1, 'disability', 'x', $2, 4, 't', 1, now())`, [
      person, service.app.nest.get(BlindIndexes).of('certificate').indexOf(`${number}42`)]);
    await managerOf(service).query(`INSERT INTO insurance_month (registry_person_id, month, kind, employer_key, batch_id) SELECT $1, 202503, 'pension', uscc, 1 FROM employer WHERE id = $2`, [person, insured.employerId]);

    // The window of Shandong closes on 31 October 2026.
    for (const day of ['2026-09-01', '2026-09-02', '2026-10-24', '2026-10-24', '2026-10-30', '2026-10-31', '2026-11-01']) await at(day);
    expect(await templates(claimed.clerk)).toEqual(['filing.reminder', 'filing.reminder', 'filing.reminder']);
    expect(await templates(insured.clerk)).toEqual(['filing.reminder', 'filing.reminder', 'filing.reminder']);
    expect(await templates(neither.clerk)).toEqual([]);
    expect(await templates(filed.clerk)).toEqual([]);
  });

  it('that were missed are made up for on one of the next two mornings, once', async () => {
    const { employerId, clerk } = await employer();
    await claims(await aDeclaration(service, employerId, { baseYear: 2024, state: 'determined' }));
    const toldOn = async (day: string): Promise<unknown> => {
      const before = (await templates(clerk)).length;
      await at(day);
      return (await templates(clerk)).length - before;
    };
    expect([await toldOn('2026-09-04'), await toldOn('2026-10-03'), await toldOn('2026-10-03'), await toldOn('2026-10-26'), await toldOn('2026-10-27'), await toldOn('2026-10-31')]).toEqual([0, 1, 0, 1, 0, 0]);
  });
});

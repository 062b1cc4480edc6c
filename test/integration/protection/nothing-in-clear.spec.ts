import { setTimeout as sleep } from 'node:timers/promises';
import { usccCheckSign } from '../../../src/kernel/ids/uscc.js';
import type { Environment } from '../../../src/platform/config/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { ringText } from '../../support/keys.js';
import { aMembership, managerOf, signedInAs, type Actor } from '../../support/members.js';
import { aFile, aPerson, type TestPerson } from '../../support/people.js';
import { dumpOf, foundIn, type DumpedTable } from '../../support/whole-database.js';

jest.setTimeout(180_000);

const MAIL = 'marked.person@nobody.example.org';
/** Numbers of members and clerks, beside those of the file. */
const MEMBER_PHONE = '19900006123';
const OFFICE_PHONE = '19900006789';
const TYPED_WRONG = '99999919620307123X';

type Secrets = Readonly<Record<string, string>>;

const profiles: readonly (readonly [string, Environment])[] = [
  // In the first the queue is left standing, so that what waits in it is seen; in the second it is worked off.
  ['standard', {}],
  ['gov', { ZHUJIU_PROFILE: 'gov', ZHUJIU_KEYS: ringText({ id: 'test', suite: 'sm' }), ZHUJIU_ROLE: 'all', ZHUJIU_SMS_OUTBOX: 'true' }],
];

describe.each(profiles)('a database filled over HTTP under the profile %s', (_, env) => {
  let app: TestApp;
  let dump: readonly DumpedTable[];
  let secrets: Secrets;

  beforeAll(async () => {
    app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000', ...env });
    const officer = await signedInAs(app, { role: 'town_officer', regionCode: '370303' });
    const person = aPerson();
    secrets = { citizenId: person.citizenId, certificate: person.certificate, phone: person.phone, address: person.address, mail: MAIL, memberPhone: MEMBER_PHONE, officePhone: OFFICE_PHONE, typedWrong: TYPED_WRONG };
    await fillFiles(officer, person);
    await fillMembers(officer);
    await fillEmployers(officer);
    await faults(officer, person);
    if (env['ZHUJIU_ROLE'] === 'all') await workedOff();
    dump = await dumpOf(app.settings.database.url ?? '');
  });
  afterAll(() => app.close());

  async function workedOff(): Promise<void> {
    for (;;) {
      const [waiting] = await managerOf(app).query('SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE attempts = 0 AND run_at <= now()') as { n: number }[];
      if (waiting?.n === 0) return;
      await sleep(100);
    }
  }

  async function fillFiles(officer: Actor, person: TestPerson): Promise<void> {
    const id = await aFile(officer, person);
    const numbers = `${person.citizenId} ${person.phone} ${person.certificate}`;
    await officer.post(`/api/v1/files/${id}/reveal`, { fields: ['citizenId', 'phone', 'address', 'certificateNumber', 'disability'], purpose: 'verify_identity', reason: `核对 ${numbers}` }).expect(200);
    await officer.post('/api/v1/files/look-up', { citizenId: person.citizenId }).expect(200);
    await officer.get(`/api/v1/files/${id}`).expect(200);
    await officer.post('/api/v1/files/exports', { purpose: 'fill_form', reason: `名单 ${numbers}` }).set('Accept', 'text/csv').expect(200);
    await officer.patch(`/api/v1/files/${id}`, { version: 1, address: person.address }).expect(204);
    const self = await signedInAs(app, { role: 'jobseeker' });
    await officer.post(`/api/v1/files/${id}/link`, { version: 2, accountId: self.accountId }).expect(204);
    const { body } = await self.post('/api/v1/own/requests', { kind: 'correction', wish: `应为 ${numbers} ${person.address}` }).expect(201);
    await officer.post(`/api/v1/rights-requests/${(body as { id: string }).id}/grant`, { version: 1, answer: `已改为 ${numbers} ${person.address}` }).expect(204);
    await self.get('/api/v1/own/data').expect(200);
  }

  async function fillMembers(officer: Actor): Promise<void> {
    const made = await officer.post('/api/v1/members', { displayName: '某求职者', role: 'jobseeker', regionCode: '370303', contact: MEMBER_PHONE }).expect(201);
    await officer.post('/api/v1/members', { displayName: '另一位', role: 'jobseeker', regionCode: '370303', contact: MAIL }).expect(201);
    await managerOf(app).query('UPDATE account_contact SET phone_verified_at = now(), email_verified_at = now()');
    for (const contact of [MEMBER_PHONE, MAIL]) await app.http().post('/api/v1/password-resets').send({ contact });
    for (const contact of [MEMBER_PHONE, MAIL, OFFICE_PHONE]) await app.http().post('/api/v1/sessions').send({ contact, password: 'wrong password' });
    expect(made.status).toBe(201);
  }

  async function fillEmployers(officer: Actor): Promise<void> {
    const first17 = '91999999MA0000042';
    const { body } = await app.http().post('/api/v1/employers').send({ uscc: first17 + usccCheckSign(first17), name: '记号单位', kind: 'enterprise', regionCode: '370303', clerkName: '经办人' }).expect(201);
    const { employerId } = body as { employerId: string };
    const { accountId } = await signedInAs(app, { role: 'jobseeker' });
    await aMembership(app, accountId, { role: 'employer_clerk', organisationId: employerId, employerId });
    await officer.post(`/api/v1/employers/${employerId}/refuse`, { version: 1, reason: 'other', note: `请打 ${OFFICE_PHONE}` }).expect(204);
  }

  /** What is refused is as personal as what is taken: in bodies, in queries, in paths. */
  async function faults(officer: Actor, person: TestPerson): Promise<void> {
    const all = [
      officer.post('/api/v1/files', { name: 'x', citizenId: person.citizenId }), officer.post('/api/v1/files', { name: 'x', citizenId: TYPED_WRONG }),
      officer.post('/api/v1/files', { name: 'x', citizenId: person.citizenId, phone: `${person.phone}x`, [person.citizenId]: 1 }),
      officer.get(`/api/v1/files/${person.citizenId}`), officer.get(`/api/v1/files?region=${person.citizenId}`), officer.get(`/no-such-page/${person.certificate}?phone=${person.phone}`),
      app.http().post('/api/v1/files/look-up').send({ citizenId: person.citizenId }),
      app.http().get(`/api/v1/files/${person.citizenId}`).set('Authorization', `Bearer ${person.citizenId}`).set('User-Agent', `agent ${person.phone}`).set('X-Forwarded-For', person.phone),
    ];
    for (const call of all) {
      const { status, text } = await call;
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      // The unknown field is the caller's own word, told back to the caller alone.
      if (!text.includes('input.unknown_field')) expect(foundIn([{ name: 'the answer', text }], { citizenId: person.citizenId, phone: person.phone, typedWrong: TYPED_WRONG })).toEqual([]);
    }
  }

  it('was filled: people, contacts, messages, the queue, the audit', () => {
    const rows = (name: string): number => dump.find((table) => table.name === name)?.rows ?? 0;
    for (const name of ['public.person', 'public.disability_certificate', 'public.person_contact', 'public.person_file', 'public.account_contact', 'public.employer', 'public.rights_request', 'public.message', 'public.audit_entry']) expect([name, rows(name) > 0]).toEqual([name, true]);
    expect(dump.some(({ name }) => name.startsWith('graphile_worker.'))).toBe(true);
    if (env['ZHUJIU_ROLE'] !== 'all') expect(rows('graphile_worker._private_jobs')).toBeGreaterThan(0);
    expect(app.log.length).toBeGreaterThan(20);
  });

  it('holds no number, address or contact in clear, in no table', () => {
    expect(foundIn(dump, secrets)).toEqual([]);
  });

  it('nor do its logs', () => {
    expect(foundIn([{ name: 'the log', text: app.log.join('\n') }], secrets)).toEqual([]);
  });

  it('and the search would find them: each is found in a table that holds it', async () => {
    await managerOf(app).query('CREATE TABLE careless (a text, b bytea, c jsonb)');
    await managerOf(app).query('INSERT INTO careless SELECT $1::text, convert_to($2::text, \'UTF8\'), $3::jsonb', [secrets['phone'], secrets['citizenId'], JSON.stringify({ at: secrets['address'] })]);
    expect(foundIn(await dumpOf(app.settings.database.url ?? ''), secrets)).toEqual(['citizenId in public.careless', 'phone in public.careless', 'address in public.careless']);
    await managerOf(app).query('DROP TABLE careless');
  });
});

import { startTestApp, type TestApp } from '../../support/app.js';
import { aMembership, managerOf, signedInAs, type Actor } from '../../support/members.js';
import { aFile, aPerson } from '../../support/people.js';

jest.setTimeout(120_000);

/** A counselor hands one-time codes to the people of the own caseload, and to nobody else. */
describe('office codes of a counselor', () => {
  let app: TestApp;
  let officer: Actor;
  let counselor: Actor;
  let other: Actor;
  beforeAll(async () => {
    app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '1000' });
    officer = await signedInAs(app, { role: 'town_officer' });
    counselor = await signedInAs(app, { role: 'counselor' });
    other = await signedInAs(app, { role: 'counselor' });
  });
  afterAll(() => app.close());

  /** A person of the counselor's, whose account is connected with the file. */
  async function aCase(): Promise<{ readonly fileId: string; readonly self: Actor }> {
    const fileId = await aFile(counselor, aPerson());
    const self = await signedInAs(app, { role: 'jobseeker' });
    await officer.post(`/api/v1/files/${fileId}/link`, { version: 1, accountId: self.accountId }).expect(204);
    return { fileId, self };
  }
  const issue = (by: Actor, accountId: string) => by.post(`/api/v1/accounts/${accountId}/office-codes`);
  const refused = async (by: Actor, accountId: string): Promise<void> => {
    expect((await issue(by, accountId).expect(404)).body).toMatchObject({ code: 'sign_in.account_not_found' });
  };

  it('opens a session for a person of the own caseload, and is audited', async () => {
    const { self } = await aCase();
    const { code } = (await issue(counselor, self.accountId).expect(201)).body as { code: string };
    const { body } = await app.http().post('/api/v1/sessions/office-code').send({ code }).expect(201);
    const session = await app.http().get('/api/v1/session').set({ Authorization: `Bearer ${(body as { token: string }).token}` }).expect(200);
    expect(session.body).toMatchObject({ accountId: self.accountId, role: 'jobseeker' });
    expect(await managerOf(app).query(`SELECT account_id, role FROM audit_entry WHERE act = 'sign-in.office-code.issue' AND object_id = $1`, [self.accountId])).toEqual([{ account_id: counselor.accountId, role: 'counselor' }]);
  });

  it('on the page too', async () => {
    const { self } = await aCase();
    const page = (by: Actor) => app.http().get(`/office-code/${self.accountId}`).set({ Cookie: by.cookie, Accept: 'text/html' });
    expect((await page(counselor).expect(200)).text).toContain('jobseeker 370303');
    await page(other).expect(404);
  });

  it('not by another counselor of the same town, nor for a person without a case, nor once the case has gone', async () => {
    const { fileId, self } = await aCase();
    await refused(other, self.accountId);
    await refused(counselor, (await signedInAs(app, { role: 'jobseeker' })).accountId);
    await officer.post(`/api/v1/files/${fileId}/assign`, { version: 2, counselorId: other.accountId }).expect(204);
    await refused(counselor, self.accountId);
    await issue(other, self.accountId).expect(201);
    await officer.post(`/api/v1/files/${fileId}/close`, { version: 3, reason: 'moved_away' }).expect(204);
    await refused(other, self.accountId);
  });

  it('for a guardian whose ward is a case; not where the account opens more than that', async () => {
    const { self } = await aCase();
    const guardian = await signedInAs(app, { role: 'guardian', wardAccountId: self.accountId });
    await issue(counselor, guardian.accountId).expect(201);
    const stranger = await signedInAs(app, { role: 'jobseeker' });
    await aMembership(app, guardian.accountId, { role: 'guardian', wardAccountId: stranger.accountId });
    await refused(counselor, guardian.accountId);
    const clerk = await signedInAs(app, { role: 'employer_clerk' });
    await managerOf(app).query('UPDATE person SET account_id = $2 WHERE account_id = $1', [self.accountId, clerk.accountId]);
    await refused(counselor, clerk.accountId);
  });
});

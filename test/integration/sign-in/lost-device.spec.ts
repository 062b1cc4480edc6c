import type { RoleName } from '../../../src/platform/access/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { FormReader } from '../../support/form-reader.js';
import { anAccount, openSessionFor, PASSWORD, sql, totpCode, type TestAccount } from '../../support/sign-in.js';

describe('a lost device', () => {
  let app: TestApp;
  beforeAll(async () => { app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' }); });
  afterAll(() => app.close());

  const as = async (account: TestAccount) => (await openSessionFor(app, account)).bearer;
  const someone = async (role: RoleName, regionCode = '370303') => as(await anAccount(app, { roles: [{ role, regionCode }] }));
  const reset = (bearer: string, id: string, body: object = { reason: 'lost' }) => app.http().post(`/api/v1/accounts/${id}/second-factor-resets`).set({ Authorization: bearer }).send(body);
  const officer = (contact: string, regionCode = '370303') => anAccount(app, { contact, roles: [{ role: 'town_officer', regionCode }], authenticator: true });

  it('is helped by an administrator of the region: sessions end, the person is told, and sets up another one', async () => {
    const person = await officer('lost-phone@example.org');
    const theirs = await as(person);
    const administrator = await anAccount(app, { roles: [{ role: 'administrator', regionCode: '370300' }] });
    await reset(await as(administrator), person.accountId).expect(204);
    expect((await app.http().get('/api/v1/session').set({ Authorization: theirs }).expect(401)).body.code).toBe('access.session_ended');
    expect((await app.http().post('/api/v1/sessions').send({ contact: 'lost-phone@example.org', password: PASSWORD, code: totpCode() }).expect(403)).body.code).toBe('sign_in.enrolment_required');
    expect(await sql(app, "SELECT account_id, detail FROM audit_entry WHERE act = 'sign-in.second-factor.reset' AND object_id = $1", [person.accountId]))
      .toEqual([{ account_id: administrator.accountId, detail: { reason: 'lost', sessionsEnded: 2 } }]);
    expect(await sql(app, 'SELECT template, in_inbox FROM message WHERE account_id = $1', [person.accountId])).toEqual([{ template: 'sign-in.second-factor-reset', in_inbox: true }]);
  });

  it('is not helped by oneself, from elsewhere, for who is no staff, without a reason, or where nothing is set up', async () => {
    const person = await officer('keeps@example.org');
    const self = await anAccount(app, { roles: [{ role: 'administrator' }], authenticator: true });
    const administrator = await someone('administrator');
    const refused = async (bearer: string, id: string, body?: object): Promise<unknown> => (await reset(bearer, id, body)).body.code;
    expect(await refused(await as(self), self.accountId)).toBe('sign_in.reset_not_for_self');
    expect(await refused(await someone('administrator', '440106'), person.accountId)).toBe('sign_in.account_not_found');
    expect(await refused(await someone('administrator', '370303001'), person.accountId)).toBe('sign_in.account_not_found');
    expect(await refused(await someone('administrator', '440106'), person.accountId, { reason: 'x'.repeat(10_000) })).toBe('sign_in.account_not_found');
    const wide = await anAccount(app, { roles: [{ role: 'first_reviewer' }, { role: 'first_reviewer', regionCode: '110101' }], authenticator: true });
    expect(await refused(administrator, wide.accountId)).toBe('sign_in.account_not_found');
    expect(await refused(administrator, (await anAccount(app, { roles: [{ role: 'jobseeker' }], authenticator: true })).accountId)).toBe('sign_in.account_not_found');
    expect(await refused(administrator, "1' OR '1'='1")).toBe('sign_in.account_not_found');
    for (const body of [{}, { reason: 'because' }, { reason: 'lost', accountId: person.accountId }]) expect(await refused(administrator, person.accountId, body)).toBe('input.invalid');
    expect(await refused(administrator, (await anAccount(app, { roles: [{ role: 'auditor' }] })).accountId)).toBe('sign_in.no_second_factor');
    for (const role of ['town_officer', 'security_officer', 'auditor', 'jobseeker'] as const) expect(await refused(await someone(role, '370000'), person.accountId)).toBe('access.forbidden');
    await app.http().post('/api/v1/sessions').send({ contact: 'keeps@example.org', password: PASSWORD, code: totpCode() }).expect(201);
  });

  it('has a page, which the member’s page leads to', async () => {
    const person = await officer('by-page@example.org');
    const administrator = await anAccount(app, { contact: 'boss@example.org', roles: [{ role: 'administrator' }], authenticator: true });
    const reader = await new FormReader(app, '').open(`/sign-in?next=${encodeURIComponent(`/members/${person.accountId}`)}`);
    await reader.send({ contact: 'boss@example.org', password: PASSWORD });
    await reader.send({ code: totpCode() });
    expect(reader.html).toContain(`/second-factor-reset/${person.accountId}`);
    await reader.open(`/members/${administrator.accountId}`);
    expect(reader.html).not.toContain('/second-factor-reset/');
    await reader.open(`/second-factor-reset/${person.accountId}`);
    await reader.send({});
    expect(reader.faults).toEqual([{ said: '请选择原因。', atField: '请选择原因。', field: 'reason' }]);
    await reader.send({ reason: 'stolen' });
    expect(reader.words).toContain('验证器已重置');
  });
});

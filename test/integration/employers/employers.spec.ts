import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { usccCheckSign } from '../../../src/kernel/ids/uscc.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';

jest.setTimeout(120_000);

const CHOSEN = '七只青蛙过大河里的石头桥梁';

let serial = 0;
/** A code of an area that does not exist. */
function aUscc(): string {
  serial += 1;
  const first17 = `91999999MA${String(serial).padStart(7, '0')}`;
  return first17 + usccCheckSign(first17);
}

describe('employers', () => {
  let app: TestApp;
  let officer: Actor;
  let elsewhere: Actor;
  beforeAll(async () => {
    app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' });
    officer = await signedInAs(app, { role: 'town_officer', regionCode: '370303' });
    elsewhere = await signedInAs(app, { role: 'town_officer', regionCode: '370302' });
  });
  afterAll(() => app.close());

  const registration = (over: object = {}): object => ({ uscc: aUscc(), name: '助就测试有限公司', kind: 'enterprise', regionCode: '370303', clerkName: '经办人甲', ...over });
  const register = async (over: object = {}): Promise<{ readonly employerId: string; readonly invitation: { readonly code: string } }> =>
    (await app.http().post('/api/v1/employers').send(registration(over)).expect(201)).body as never;
  const codeOf = async (asking: PromiseLike<{ readonly body: { readonly code?: string; readonly errors?: readonly { readonly code: string }[] }; readonly status: number }>): Promise<string> => {
    const { body, status } = await asking;
    return [String(status), body.code, ...(body.errors ?? []).map(({ code }) => code)].filter((word) => word !== undefined).join(' ');
  };

  const told = async ({ accountId }: Actor, template: string): Promise<number> =>
    (await managerOf(app).query('SELECT count(*)::int AS n FROM message WHERE account_id = $1 AND template = $2', [accountId, template]) as [{ n: number }])[0].n;

  describe('registering', () => {
    it('makes an employer that waits, an invitation for its first clerk, a message to the officer and an entry in the audit', async () => {
      const { employerId } = await register();
      const { body } = await officer.get(`/api/v1/employers/${employerId}`).expect(200);
      expect(body).toMatchObject({ id: employerId, name: '助就测试有限公司', kind: 'enterprise', regionCode: '370303', status: 'registered', decidedAt: null, version: 1 });
      expect(await managerOf(app).query(`SELECT act, via FROM audit_entry WHERE object_id = $1 AND object_kind = 'employer'`, [employerId])).toEqual([{ act: 'employers.employer.register', via: 'stranger' }]);
      expect(await managerOf(app).query(`SELECT count(*)::int AS n FROM message WHERE account_id = $1 AND template = 'employers.registered'`, [officer.accountId])).toEqual([{ n: 1 }]);
      expect(await managerOf(app).query(`SELECT count(*)::int AS n FROM message WHERE account_id = $1`, [elsewhere.accountId])).toEqual([{ n: 0 }]);
    });

    it('takes a code as people write it, and each only once', async () => {
      const uscc = aUscc();
      await register({ uscc: ` ${uscc.slice(0, 8).toLowerCase()} ${uscc.slice(8).replace('M', 'Ｍ')} ` });
      expect(await codeOf(app.http().post('/api/v1/employers').send(registration({ uscc })))).toBe('409 employers.uscc.already_registered');
    });

    it('one of two that register the same code at once', async () => {
      const uscc = aUscc();
      const answers = await Promise.all([1, 2, 3].map(() => codeOf(app.http().post('/api/v1/employers').send(registration({ uscc })))));
      expect(answers.sort()).toEqual(['201', '409 employers.uscc.already_registered', '409 employers.uscc.already_registered']);
    });

    it.each([
      ['a wrong check sign', { uscc: '91999999MA00000010' }, '422 input.invalid employers.uscc.check_digit'],
      ['signs that no code has', { uscc: '91999999IO00000010' }, '422 input.invalid employers.uscc.malformed'],
      ['a code too short', { uscc: '91999999MA 00000010' .slice(0, 18) }, '422 input.invalid employers.uscc.length'],
      ['a region that does not exist', { regionCode: '379999' }, '422 members.region.unknown'],
      ['an unknown kind', { kind: 'guild' }, '422 input.invalid input.not_allowed'],
      ['a field that nobody asked for', { status: 'verified' }, '422 input.invalid input.unknown_field'],
    ])('refuses %s', async (_, over, expected) => {
      const answer = await codeOf(app.http().post('/api/v1/employers').send(registration(over)));
      expect(answer).toBe(expected);
    });
  });

  describe('deciding', () => {
    it('an officer of the region verifies, once; the clerk is told', async () => {
      const { employerId } = await register();
      const clerk = await signedInAs(app, { role: 'employer_clerk', organisationId: employerId, employerId });
      await officer.post(`/api/v1/employers/${employerId}/verify`, { version: 1 }).expect(204);
      expect((await clerk.get(`/api/v1/employers/${employerId}`).expect(200)).body).toMatchObject({ status: 'verified', version: 2 });
      expect(await codeOf(officer.post(`/api/v1/employers/${employerId}/verify`, { version: 2 }))).toBe('409 employers.employer.already_decided');
      expect(await codeOf(officer.post(`/api/v1/employers/${employerId}/refuse`, { version: 2, reason: 'other' }))).toBe('409 employers.employer.already_decided');
      expect(await managerOf(app).query('SELECT template FROM message WHERE account_id = $1', [clerk.accountId])).toEqual([{ template: 'employers.verified' }]);
    });

    it('refuses with a reason; the note is sealed at rest and read by the clerk; the code is free again', async () => {
      const uscc = aUscc();
      const { employerId } = await register({ uscc });
      const clerk = await signedInAs(app, { role: 'employer_clerk', organisationId: employerId, employerId });
      await officer.post(`/api/v1/employers/${employerId}/refuse`, { version: 1, reason: 'name_differs', note: '名称与执照不符' }).expect(204);
      expect((await clerk.get(`/api/v1/employers/${employerId}`)).body).toMatchObject({ status: 'refused', refusalReason: 'name_differs', refusalNote: '名称与执照不符' });
      const [row] = await managerOf(app).query('SELECT * FROM employer WHERE id = $1', [employerId]);
      expect(JSON.stringify(row)).not.toContain('执照');
      await register({ uscc });
    });

    it('not without a reason, not on an old version', async () => {
      const { employerId } = await register();
      expect(await codeOf(officer.post(`/api/v1/employers/${employerId}/refuse`, { version: 1 }))).toBe('422 input.invalid input.required');
      expect(await codeOf(officer.post(`/api/v1/employers/${employerId}/verify`, { version: 7 }))).toBe('409 employers.employer.stale');
    });

    it('outside the scope there is no such employer, and it stands in no list', async () => {
      const { employerId } = await register();
      const missing = (await elsewhere.get(`/api/v1/employers/${randomUUID()}`)).body;
      const outside = (await elsewhere.get(`/api/v1/employers/${employerId}`).expect(404)).body;
      expect({ ...outside, correlationId: '', instance: '' }).toEqual({ ...missing, correlationId: '', instance: '' });
      expect(await codeOf(elsewhere.post(`/api/v1/employers/${employerId}/verify`, { version: 1 }))).toBe('404 employers.employer.not_found');
      expect((await elsewhere.get('/api/v1/employers')).body).toEqual({ items: [], next: null });
      const otherClerk = await signedInAs(app, { role: 'employer_clerk' });
      expect(await codeOf(otherClerk.get(`/api/v1/employers/${employerId}`))).toBe('404 employers.employer.not_found');
    });

    it('by nobody without the right', async () => {
      const { employerId } = await register();
      const clerk = await signedInAs(app, { role: 'employer_clerk', organisationId: employerId, employerId });
      expect(await codeOf(clerk.post(`/api/v1/employers/${employerId}/verify`, { version: 1 }))).toBe('403 access.forbidden');
      expect(await codeOf(app.http().post(`/api/v1/employers/${employerId}/verify`).send({ version: 1 }))).toBe('401 access.sign_in_required');
      expect(await codeOf((await signedInAs(app, { role: 'administrator' })).get('/api/v1/employers'))).toBe('403 access.forbidden');
    });
  });

  describe('clerks', () => {
    it('the first takes up the code, invites the second, who takes it up; a clerk leaves and is outside at once', async () => {
      const { employerId, invitation } = await register();
      const takeUp = async (code: string, contact: string): Promise<void> => {
        const { status, body } = await app.http().post('/api/v1/invitations/accept').send({ code, displayName: '经办人', contact, password: CHOSEN });
        expect([status, body]).toMatchObject([201, { id: expect.any(String) }]);
      };
      await takeUp(invitation.code, 'clerk.one@example.org');
      const session = await app.http().post('/api/v1/sessions').send({ contact: 'clerk.one@example.org', password: CHOSEN }).expect(201);
      const bearer = `Bearer ${(session.body as { token: string }).token}`;
      await app.http().get(`/api/v1/employers/${employerId}`).set('Authorization', bearer).expect(200);
      const wish = { role: 'employer_clerk', organisationId: employerId, displayName: '经办人乙' };
      const invite = () => app.http().post('/api/v1/invitations').set('Authorization', bearer).send(wish);
      expect(await codeOf(invite())).toBe('409 members.grant.employer_unverified');
      const member = await signedInAs(app, { role: 'employer_clerk', organisationId: employerId, employerId });
      expect(await codeOf(member.post('/api/v1/members', { ...wish, displayName: '经办人丙' }))).toBe('409 members.grant.employer_unverified');
      // An officer can, whatever the state: it is how a claim is handed to whoever is right.
      expect((await officer.post('/api/v1/invitations', wish)).status).toBe(201);
      await managerOf(app).query('UPDATE membership SET ended_at = now() WHERE id = $1', [member.membershipId]);
      await officer.post(`/api/v1/employers/${employerId}/verify`, { version: 1 }).expect(204);
      const invited = await app.http().post('/api/v1/invitations').set('Authorization', bearer).send({ role: 'employer_clerk', organisationId: employerId, displayName: '经办人乙' }).expect(201);
      await takeUp((invited.body as { code: string }).code, 'clerk.two@example.org');
      expect(await codeOf(app.http().post('/api/v1/invitations/accept').send({ code: invitation.code, displayName: 'x', password: CHOSEN }))).toBe('409 members.invitation.already_used');
      const roles = (await app.http().get('/api/v1/account').set('Authorization', bearer).expect(200)).body as { memberships: readonly { id: string }[] };
      await app.http().post(`/api/v1/account/memberships/${roles.memberships[0]?.id}/leave`).set('Authorization', bearer).expect(204);
      expect((await app.http().get(`/api/v1/employers/${employerId}`).set('Authorization', bearer)).status).not.toBe(200);
      // Another clerk is left, so nobody is told.
      expect(await told(officer, 'members.no-clerk-left')).toBe(0);
    });

    it('one of a refused registration invites nobody either', async () => {
      const { employerId } = await register();
      await officer.post(`/api/v1/employers/${employerId}/refuse`, { version: 1, reason: 'code_unknown' }).expect(204);
      const clerk = await signedInAs(app, { role: 'employer_clerk', organisationId: employerId, employerId });
      expect(await codeOf(clerk.post('/api/v1/invitations', { role: 'employer_clerk', organisationId: employerId, displayName: '某人' }))).toBe('409 members.grant.employer_unverified');
    });

    it('the last may leave: warned on the page, the officers are told, and one of them invites anew', async () => {
      const place = '370306';
      const [local, other] = [await signedInAs(app, { role: 'town_officer', regionCode: place }), await signedInAs(app, { role: 'town_officer', regionCode: '370302' })];
      const { employerId } = await register({ regionCode: place });
      const clerks = [];
      for (let n = 0; n < 2; n += 1) clerks.push(await signedInAs(app, { role: 'employer_clerk', regionCode: place, organisationId: employerId, employerId }));
      const [first, last] = clerks as [Actor, Actor];
      const page = async ({ cookie, membershipId }: Actor): Promise<string> => (await app.http().get(`/account/memberships/${membershipId}/leave`).set({ Cookie: cookie, Accept: 'text/html' }).expect(200)).text;
      expect(await page(first)).not.toContain('唯一的经办人');
      await first.post(`/api/v1/account/memberships/${first.membershipId}/leave`).expect(204);
      expect(await page(last)).toContain('唯一的经办人');
      await last.post(`/api/v1/account/memberships/${last.membershipId}/leave`).expect(204);
      expect([await told(local, 'members.no-clerk-left'), await told(other, 'members.no-clerk-left')]).toEqual([1, 0]);
      expect(await managerOf(app).query(`SELECT detail->>'last_clerk' AS last FROM audit_entry WHERE act = 'members.membership.leave' AND object_id = ANY ($1) ORDER BY seq`, [[first.membershipId, last.membershipId]])).toEqual([{ last: null }, { last: 'true' }]);
      const { body } = await local.post('/api/v1/invitations', { role: 'employer_clerk', organisationId: employerId, displayName: '新经办人' }).expect(201);
      await app.http().post('/api/v1/invitations/accept').send({ code: (body as { code: string }).code, displayName: '新经办人', password: CHOSEN }).expect(201);
      expect(await managerOf(app).query('SELECT count(*)::int AS n FROM membership WHERE employer_id = $1 AND ended_at IS NULL', [employerId])).toEqual([{ n: 1 }]);
    });
  });

  it('a list takes the same number of statements whatever its length', async () => {
    const statements = async (): Promise<number> => {
      const dataSource = app.app.nest.get(DataSource);
      const query = jest.spyOn(dataSource.manager, 'query');
      await officer.get('/api/v1/employers?limit=200').expect(200);
      const count = query.mock.calls.filter(([text]) => text.includes('employer AS e')).length;
      query.mockRestore();
      return count;
    };
    const before = await statements();
    for (let i = 0; i < 5; i += 1) await register();
    expect([before, await statements()]).toEqual([1, 1]);
  });

  it('pages by key, the latest first, and filters by status', async () => {
    const { employerId } = await register();
    const one = (await officer.get('/api/v1/employers?limit=1&status=registered').expect(200)).body as { items: readonly { id: string }[]; next: string };
    expect(one.items.map(({ id }) => id)).toEqual([employerId]);
    const two = (await officer.get(`/api/v1/employers?limit=1&status=registered&after=${one.next}`).expect(200)).body as { items: readonly { id: string }[] };
    expect(two.items[0]?.id).not.toBe(employerId);
  });
});

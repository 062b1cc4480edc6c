import { startTestApp, type TestApp } from '../../support/app.js';
import { anOrganisation, managerOf, signedInAs, type Actor } from '../../support/members.js';

jest.setTimeout(120_000);

describe('invitations, organisations, one’s own account', () => {
  let app: TestApp;
  let admin: Actor;
  let federation: string;
  beforeAll(async () => {
    app = await startTestApp();
    federation = await anOrganisation(app, 'federation', '370303');
    admin = await signedInAs(app, { role: 'administrator', regionCode: '370300' });
  });
  afterAll(() => app.close());

  const codeOf = async (asking: PromiseLike<{ readonly body: { readonly code?: string }; readonly status: number }>): Promise<string> => {
    const { body, status } = await asking;
    return `${status} ${status < 400 ? '' : (body.code ?? '')}`.trim();
  };
  const invite = async (by: Actor, over: object = {}): Promise<{ readonly id: string; readonly code: string }> =>
    (await by.post('/api/v1/invitations', { displayName: '新人', role: 'counselor', organisationId: federation, ...over }).expect(201)).body;
  const accept = async (code: string, who?: Actor): Promise<string> => codeOf((who ?? (await signedInAs(app, { role: null }))).post('/api/v1/account/memberships', { code }));

  it('the code is nowhere in the database; taken up once it is used up', async () => {
    const { id, code } = await invite(admin);
    const [row] = await managerOf(app).query('SELECT * FROM invitation WHERE id = $1', [id]);
    expect(JSON.stringify(row)).not.toContain(code.slice(0, 5));
    const answers = await Promise.all([accept(code), accept(code)]);
    expect(answers.sort()).toEqual(['201', '409 members.invitation.already_used']);
  });

  it.each([
    ['a wrong code', '00000-00000-00000-00000'], ['no code', 'zzzzz zzzzz zzzzz zzzzU'],
  ])('%s opens nothing', async (_, code) => expect(await accept(code)).toBe('404 members.invitation.not_found'));

  it('a withdrawn one and one of an inviter who is gone open nothing; an old one has run out', async () => {
    const withdrawn = await invite(admin);
    await admin.post(`/api/v1/invitations/${withdrawn.id}/withdraw`).expect(204);
    expect(await accept(withdrawn.code)).toBe('404 members.invitation.not_found');
    expect(await codeOf(admin.post(`/api/v1/invitations/${withdrawn.id}/withdraw`))).toBe('404 members.invitation.not_found');
    const leaving = await signedInAs(app, { role: 'administrator', regionCode: '370303' });
    const left = await invite(leaving);
    await leaving.post(`/api/v1/account/memberships/${leaving.membershipId}/leave`).expect(204);
    expect(await accept(left.code)).toBe('404 members.invitation.not_found');
    const old = await invite(admin);
    await managerOf(app).query(`UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE id = $1`, [old.id]);
    expect(await accept(old.code)).toBe('410 members.invitation.expired');
  });

  it('nobody takes up an invitation of their own, nor a duty beside another role', async () => {
    const { code } = await invite(admin);
    expect(await accept(code, admin)).toBe('403 members.grant.to_oneself');
    const auditor = await signedInAs(app, { role: 'auditor' });
    expect(await accept(code, auditor)).toBe('409 members.duty.conflict');
    const security = await invite(admin, { role: 'security_officer' });
    expect(await accept(security.code, auditor)).toBe('409 members.duty.conflict');
    expect(await accept(security.code)).toBe('201');
  });

  it('a role whose last day is over makes room for a duty', async () => {
    const person = await signedInAs(app, { role: 'auditor' });
    const { code } = await invite(admin, { role: 'security_officer' });
    expect(await accept(code, person)).toBe('409 members.duty.conflict');
    await managerOf(app).query(`UPDATE membership SET valid_until = '2020-01-02' WHERE id = $1`, [person.membershipId]);
    expect(await accept(code, person)).toBe('201');
  });

  it('are listed for those who may give the role there, and for nobody else', async () => {
    const { id, code } = await invite(admin);
    const { body } = await admin.get('/api/v1/invitations').expect(200);
    expect(body.items.map((one: { id: string }) => one.id)).toContain(id);
    expect(JSON.stringify(body)).not.toContain(code);
    const elsewhere = await signedInAs(app, { role: 'administrator', regionCode: '110101' });
    expect((await elsewhere.get('/api/v1/invitations').expect(200)).body.items).toEqual([]);
    expect(await codeOf(elsewhere.post(`/api/v1/invitations/${id}/withdraw`))).toBe('404 members.invitation.not_found');
  });

  it('organisations stand on the region tree down to the towns, inside what their administrator looks after', async () => {
    const create = (over: object) => admin.post('/api/v1/organisations', { kind: 'school', name: '张店区特殊教育学校', regionCode: '370303', ...over });
    const { body } = await create({}).expect(201);
    expect((await admin.get(`/api/v1/organisations/${body.id}`).expect(200)).body).toEqual({ id: body.id, kind: 'school', name: '张店区特殊教育学校', regionCode: '370303', parentId: null, version: 1 });
    expect(await codeOf(create({}))).toBe('409 members.organisation.already_exists');
    expect(await codeOf(create({ regionCode: '370303001', name: '公园街道残联', kind: 'federation', parentId: federation }))).toBe('201');
    expect(await codeOf(create({ regionCode: '370304', name: '博山残联', kind: 'federation', parentId: federation }))).toBe('422 members.organisation.outside_parent');
    expect(await codeOf(create({ regionCode: '110101' }))).toBe('403 members.region.outside_scope');
    expect(await codeOf(create({ regionCode: '370398' }))).toBe('422 members.region.unknown');
    expect(await codeOf(create({ regionCode: '3703' }))).toBe('422 input.invalid');
    const list = await admin.get('/api/v1/organisations?kind=school&region=370303').expect(200);
    expect(list.body.items).toMatchObject([{ id: body.id }]);
    await admin.patch(`/api/v1/organisations/${body.id}`, { name: '特殊教育学校', version: 1 }).expect(200);
    expect(await codeOf(admin.patch(`/api/v1/organisations/${body.id}`, { name: '别的名字', version: 1 }))).toBe('409 members.organisation.stale');
  });

  it('an account is read and changed by its own person only', async () => {
    const person = await signedInAs(app, { role: 'jobseeker', displayName: '小雨' });
    const { body } = await person.get('/api/v1/account').expect(200);
    expect(body).toMatchObject({ id: person.accountId, displayName: '小雨', contacts: [], actingIn: person.membershipId, memberships: [{ role: 'jobseeker' }] });
    const changed = await person.patch('/api/v1/account', { version: body.version, displayName: '晓雨', display: 'large.dark' }).expect(200);
    expect(changed.body).toMatchObject({ displayName: '晓雨', display: 'large.dark', version: body.version + 1 });
    expect(await codeOf(person.patch('/api/v1/account', { version: body.version, displayName: '旧' }))).toBe('409 members.account.stale');
    expect(await codeOf(person.patch('/api/v1/account', { version: 2, role: 'administrator' }))).toBe('422 input.invalid');
    expect(await codeOf(person.patch('/api/v1/account', { version: 2, display: '<script>' }))).toBe('422 input.invalid');
  });
});

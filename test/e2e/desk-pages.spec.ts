import { JSDOM } from 'jsdom';
import type { Response } from 'supertest';
import { startTestApp, type TestApp } from '../support/app.js';
import { aMembership, anOrganisation, managerOf, signedInAs, type Actor } from '../support/members.js';
import { aFile, aPerson } from '../support/people.js';

jest.setTimeout(120_000);

const HOME = '370303';

/** Acts at the desk over pages, as a browser without script does them: accounts, guardians, organisations, files. */
describe('pages of the desk', () => {
  let app: TestApp;
  let admin: Actor;
  let officer: Actor;
  let federation: string;
  beforeAll(async () => {
    app = await startTestApp();
    federation = await anOrganisation(app, 'federation', HOME, '测试残联');
    admin = await signedInAs(app, { role: 'administrator', regionCode: HOME, organisationId: federation });
    officer = await signedInAs(app, { role: 'town_officer', regionCode: HOME, organisationId: federation });
  });
  afterAll(() => app.close());

  const HTML = { Accept: 'text/html,*/*;q=0.8', 'Sec-Fetch-Site': 'same-origin' };
  const open = (who: Actor, path: string): Promise<Response> => app.http().get(path).set({ ...HTML, Cookie: who.cookie }).redirects(0).then((response) => response);
  const wordsOf = ({ text }: Response): string => (new JSDOM(text).window.document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ').trim();

  /** Opens the page and sends its posting form with the hidden fields that it holds. */
  async function send(who: Actor, path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const page = await open(who, path);
    const { document } = new JSDOM(page.text).window;
    const hidden = Object.fromEntries([...document.querySelectorAll('form[method=post] input[type=hidden]')].map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']));
    const cookie = [String(page.headers['set-cookie'] ?? '').split(';')[0], who.cookie].filter(Boolean).join('; ');
    return app.http().post(path).set({ ...HTML, Cookie: cookie }).redirects(0).type('form').send({ ...hidden, ...fields });
  }
  const leadsTo = ({ status, headers }: Response): unknown => [status, headers['location']];
  const acts = (object: string): Promise<readonly { act: string }[]> => managerOf(app).query(`SELECT act FROM audit_entry WHERE kind = 'act' AND object_id = $1 ORDER BY seq`, [object]);

  describe('accounts', () => {
    it('an account that is suspended is out with its next request and in again once restored', async () => {
      const counselor = await signedInAs(app, { role: 'counselor', regionCode: HOME, organisationId: federation });
      const path = `/members/${counselor.accountId}`;
      expect(wordsOf(await open(admin, `${path}/suspend`))).toContain('不能使用本服务');
      expect(leadsTo(await send(admin, `${path}/suspend`, {}))).toEqual([303, `${path}?done=suspended`]);
      expect(wordsOf(await open(admin, path))).toContain('这个账号已停用');
      expect([(await counselor.get('/api/v1/account')).status, (await counselor.get('/api/v1/account')).body.code]).toEqual([403, 'access.account_closed']);
      expect([(await send(admin, `${path}/suspend`, {})).status, (await admin.post(`/api/v1${path}/suspend`)).body.code]).toEqual([422, 'members.account.already_suspended']);
      expect(leadsTo(await send(admin, `${path}/restore`, {}))).toEqual([303, `${path}?done=restored`]);
      expect((await counselor.get('/api/v1/account')).status).toBe(200);
      expect((await admin.post(`/api/v1${path}/restore`)).body).toMatchObject({ status: 409, code: 'members.account.not_suspended' });
      expect((await acts(counselor.accountId)).map(({ act }) => act)).toEqual(['members.account.suspend', 'members.account.restore']);
    });

    it('nobody suspends itself, an account with a role beyond its reach, or the last administrator; an officer suspends nobody', async () => {
      expect((await admin.post(`/api/v1/members/${admin.accountId}/suspend`)).body).toMatchObject({ status: 403, code: 'members.account.own' });
      const elsewhere = await signedInAs(app, { role: 'counselor', regionCode: HOME, organisationId: federation });
      await aMembership(app, elsewhere.accountId, { role: 'jobseeker', regionCode: HOME });
      expect((await admin.post(`/api/v1/members/${elsewhere.accountId}/suspend`)).body).toMatchObject({ status: 403, code: 'members.account.beyond_own_rights' });
      const outside = await signedInAs(app, { role: 'counselor', regionCode: '110101' });
      expect((await admin.post(`/api/v1/members/${outside.accountId}/suspend`)).status).toBe(404);
      const ofCounty = await signedInAs(app, { role: 'administrator', regionCode: '120101' });
      const ofCity = await signedInAs(app, { role: 'administrator', regionCode: '120000' });
      expect((await ofCity.post(`/api/v1/members/${ofCounty.accountId}/suspend`)).status).toBe(204);
      expect((await officer.post(`/api/v1/members/${elsewhere.accountId}/suspend`)).status).toBe(403);
    });

    it('of two administrators of a place who suspend one another at once, one stays', async () => {
      const [one, other] = [await signedInAs(app, { role: 'administrator', regionCode: '130102' }), await signedInAs(app, { role: 'administrator', regionCode: '130102' })];
      const answers = await Promise.all([one.post(`/api/v1/members/${other.accountId}/suspend`), other.post(`/api/v1/members/${one.accountId}/suspend`)]);
      const left: { n: number }[] = await managerOf(app).query(`SELECT count(*)::int AS n FROM account WHERE status = 'active' AND id = ANY ($1)`, [[one.accountId, other.accountId]]);
      expect(left[0]?.n).toBe(1);
      expect(answers.map(({ status }) => status)).toContain(204);
    });
  });

  describe('guardians', () => {
    it('an officer appoints one by name, sees who is one, and ends it', async () => {
      const ward = await signedInAs(app, { role: 'jobseeker', displayName: '某甲' });
      const path = `/members/${ward.accountId}/guardian`;
      const empty = await send(officer, path, {});
      expect(empty.status).toBe(422);
      for (const words of ['请选择监护的依据']) expect(wordsOf(empty)).toContain(words);
      expect(wordsOf(await send(officer, path, { basis: 'statutory' }))).toContain('请选择已登记的监护人，或填写新监护人的姓名');
      const late = await send(officer, path, { basis: 'statutory', guardianName: '某监护人', 'until-year': '2001', 'until-month': '1', 'until-day': '1' });
      expect([late.status, wordsOf(late)]).toEqual([422, expect.stringContaining('截止日期已经过去')]);
      const made = await send(officer, path, { basis: 'statutory', guardianName: '某监护人', 'until-year': '２０９９', 'until-month': '1', 'until-day': '2' });
      expect(leadsTo(made)).toEqual([303, expect.stringMatching(/^\/members\/[0-9a-f-]{36}\?done=appointed$/)]);
      const shown = await open(officer, `/members/${ward.accountId}`);
      expect(wordsOf(shown)).toContain('依据：法定监护；截止日期：2099-01-02');
      const end = /\/members\/[0-9a-f-]{36}\/memberships\/[0-9a-f-]{36}\/revoke/.exec(shown.text.slice(shown.text.indexOf('依据：')))?.[0] ?? '';
      expect((await send(officer, end, {})).status).toBe(303);
      expect(wordsOf(await open(officer, `/members/${ward.accountId}`))).toContain('没有登记监护人');
    });
  });

  describe('organisations', () => {
    it('an administrator enters one and changes its name; an officer reads', async () => {
      expect((await send(admin, '/enter-organisation', {})).status).toBe(422);
      const beyond = await send(admin, '/enter-organisation', { kind: 'school', name: '别处的学校', regionCode: '110101' });
      expect(beyond.status).toBe(403);
      const made = await send(admin, '/enter-organisation', { kind: 'school', name: '测试学校', regionCode: '３７０３０３', parentId: federation });
      const path = String(made.headers['location']).split('?')[0] ?? '';
      expect(made.status).toBe(303);
      expect(wordsOf(await send(admin, '/enter-organisation', { kind: 'school', name: '测试学校', regionCode: HOME }))).toContain('已经有同类、同名的单位');
      expect(leadsTo(await send(admin, path, { name: '测试特殊教育学校' }))).toEqual([303, `${path}?done=renamed`]);
      expect((await send(admin, path, { name: '后来的名字', version: '1' })).status).toBe(422);
      expect(wordsOf(await open(officer, '/organisations?kind=school'))).toContain('测试特殊教育学校');
      expect(wordsOf(await open(officer, path))).not.toContain('修改名称');
      expect((await app.http().post(path).set({ ...HTML, Cookie: officer.cookie }).type('form').send({ name: 'x' })).status).toBe(403);
    });
  });

  describe('files', () => {
    it('a file is changed without showing what is sealed, handed over, connected and closed', async () => {
      const person = aPerson();
      const id = await aFile(officer, person);
      const counselor = await signedInAs(app, { role: 'counselor', regionCode: HOME, displayName: '某指导员' });
      const self = await signedInAs(app, { role: 'jobseeker', displayName: person.name });
      const change = await open(officer, `/files/${id}/change`);
      for (const secret of [person.citizenId, person.certificate, person.phone, person.address]) expect(change.text).not.toContain(secret);
      const wrong = await send(officer, `/files/${id}/change`, { name: '', preferred: 'phone' });
      expect([wrong.status, wordsOf(wrong)]).toEqual([422, expect.stringContaining('请填写姓名')]);
      expect(leadsTo(await send(officer, `/files/${id}/change`, { name: person.name, phone: '', remove_phone: 'yes', address: '不存在路新号', preferred: 'visit' }))).toEqual([303, `/files/${id}?done=changed`]);
      const revealed = await officer.post(`/api/v1/files/${id}/reveal`, { fields: ['phone', 'address', 'certificateNumber'], purpose: 'correct_record', reason: '核对修改结果' });
      expect(revealed.body).toEqual({ phone: null, address: '不存在路新号', certificateNumber: person.certificate });
      expect((await send(officer, `/files/${id}/assign`, {})).status).toBe(422);
      expect(leadsTo(await send(officer, `/files/${id}/assign`, { counselorId: counselor.accountId }))).toEqual([303, `/files/${id}?done=assigned`]);
      expect(wordsOf(await open(counselor, `/files/${id}`))).toContain('某指导员');
      expect(wordsOf(await open(officer, `/files/${id}/link`))).toContain(person.name);
      expect(leadsTo(await send(officer, `/files/${id}/link`, { accountId: self.accountId }))).toEqual([303, `/files/${id}?done=linked`]);
      expect(wordsOf(await open(self, '/my-data'))).toContain(person.citizenId);
      expect((await send(officer, `/files/${id}/close`, {})).status).toBe(422);
      expect(leadsTo(await send(officer, `/files/${id}/close`, { reason: 'moved_away' }))).toEqual([303, `/files/${id}?done=closed`]);
      const closed = await open(officer, `/files/${id}`);
      expect([wordsOf(closed), closed.text.includes(`/files/${id}/change`)]).toEqual([expect.stringContaining('迁出本地'), false]);
      expect(wordsOf(await send(officer, `/files/${id}/change`, { name: person.name, preferred: 'phone' }))).toContain('已经结束');
    });

    it('a list leaves the service masked, with its maker, for a reason that everybody on it can read', async () => {
      const person = aPerson();
      const id = await aFile(officer, person);
      const without = await send(officer, '/export-files', { purpose: 'fill_form', reason: '' });
      expect([without.status, wordsOf(without)]).toEqual([422, expect.stringContaining('请写明原因')]);
      const made = await send(officer, '/export-files', { purpose: 'fill_form', reason: '季度上报' });
      expect([made.status, made.headers['content-type'], made.headers['content-disposition'], made.headers['cache-control']]).toEqual([200, 'text/csv; charset=utf-8', expect.stringMatching(/^attachment; filename="zhujiu-files-[0-9a-f-]{36}\.csv"$/), 'no-store']);
      expect([made.text.includes(person.name), made.text.includes(person.citizenId), made.text.includes(officer.accountId)]).toEqual([true, false, true]);
      expect(await managerOf(app).query(`SELECT reason FROM audit_entry WHERE kind = 'read' AND purpose = 'export' AND object_id = $1`, [id])).toEqual([{ reason: '季度上报' }]);
      expect((await open(await signedInAs(app, { role: 'counselor', regionCode: HOME }), '/export-files')).status).toBe(403);
    });
  });
});

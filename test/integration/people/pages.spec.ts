import { usccCheckSign } from '../../../src/kernel/ids/uscc.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { aFile, aPerson } from '../../support/people.js';

jest.setTimeout(120_000);

type Answer = { readonly status: number; readonly text: string; readonly headers: Readonly<Record<string, string>> };

/** Pages without script, in a browser's way: cookie, form, token, redirection. */
describe('pages of employers, files and rights', () => {
  let app: TestApp;
  let officer: Actor;
  beforeAll(async () => {
    app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' });
    officer = await signedInAs(app, { role: 'town_officer', regionCode: '370303' });
  });
  afterAll(() => app.close());

  const open = async (actor: Actor | null, path: string): Promise<Answer> => (await app.http().get(path).set('Accept', 'text/html').set('Cookie', actor?.cookie ?? 'a=b')) as unknown as Answer;
  async function send(actor: Actor | null, from: string, to: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const page = await app.http().get(from).set('Accept', 'text/html').set('Cookie', actor?.cookie ?? 'a=b');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const set = ((page.headers['set-cookie'] ?? []) as unknown as string[]).map((cookie) => cookie.split(';')[0]);
    return (await app.http().post(to).set('Accept', 'text/html').set('Sec-Fetch-Site', 'same-origin').set('Cookie', [actor?.cookie, ...set].filter(Boolean).join('; ')).type('form').redirects(0).send({ ...fields, _csrf: token })) as unknown as Answer;
  }

  it('an employer registers itself, shows its faults in both languages, and is verified', async () => {
    const first17 = '91999999MA0000777';
    const typed = { uscc: first17 + usccCheckSign(first17), name: '页面测试单位', kind: 'enterprise', regionCode: '370303', clerkName: '经办人' };
    const wrong = await send(null, '/register-employer', '/register-employer', { ...typed, uscc: '91999999MA00007770' === typed.uscc ? '91999999MA00007771' : '91999999MA00007770', kind: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('统一社会信用代码');
    expect(wrong.text).toContain('页面测试单位');
    expect((await send(null, '/en/register-employer', '/en/register-employer', {})).text).toContain('Some answers need a change');
    // By the name that everybody knows: one place, several, none.
    const named = async (regionCode: string): Promise<string> => (await send(null, '/register-employer', '/register-employer', { ...typed, regionCode })).text;
    expect(await named('鼓楼区')).toMatch(/“鼓楼区”有不止一处：.*鼓楼区.*请写其中一处的全名/);
    expect(await named('没有这个地方')).toContain('没有找到“没有这个地方”');
    const done = await send(null, '/register-employer', '/register-employer', { ...typed, regionCode: '山东省 淄博市张店区' });
    expect([done.status, /\/invitation\?code=[A-Z0-9-]+/i.test(done.text)]).toEqual([200, true]);
    const list = await open(officer, '/employers?status=registered');
    const path = /\/employers\/[0-9a-f-]{36}/.exec(list.text)?.[0] ?? '';
    const refused = await send(officer, path, `${path}/decide`, { version: '1', decision: 'refuse', note: '没有原因' });
    expect([refused.status, refused.text.includes('没有原因')]).toEqual([422, true]);
    expect((await send(officer, path, `${path}/decide`, { version: '1' })).status).toBe(422);
    const verified = await send(officer, path, `${path}/decide`, { version: '1', decision: 'verify' });
    expect([verified.status, verified.headers['location']]).toEqual([303, `${path}?done=yes`]);
    expect((await open(officer, path)).text).toContain('已核实');
  });

  it('a file is opened, shown masked, and opened in full for a reason that is logged', async () => {
    const person = aPerson();
    const made = await send(officer, '/open-file', '/open-file', { name: person.name, citizenId: person.citizenId, certificate: person.certificate, phone: person.phone, address: person.address, regionCode: '' });
    expect(made.status).toBe(303);
    const path = (made.headers['location'] ?? '').split('?')[0] ?? '';
    const shown = await open(officer, path);
    for (const secret of [person.citizenId, person.certificate, person.phone, person.address]) expect(shown.text).not.toContain(secret);
    const without = await send(officer, `${path}/reveal`, `${path}/reveal`, { field_phone: 'phone', purpose: 'contact_person', reason: '' });
    expect([without.status, without.text.includes(person.phone)]).toEqual([422, false]);
    const revealed = await send(officer, `${path}/reveal`, `${path}/reveal`, { field_phone: 'phone', field_disability: 'disability', purpose: 'contact_person', reason: '电话约面谈' });
    expect(revealed.status).toBe(200);
    expect(revealed.headers['cache-control']).toBe('no-store');
    expect([revealed.text.includes(person.phone), revealed.text.includes('肢体残疾，二级'), revealed.text.includes(person.citizenId)]).toEqual([true, true, false]);
    const id = path.split('/').at(-1);
    expect(await managerOf(app).query(`SELECT fields, reason FROM audit_entry WHERE kind = 'read' AND purpose = 'contact_person' AND object_id = $1`, [id])).toEqual([{ fields: ['phone', 'disability'], reason: '电话约面谈' }]);
    const found = await send(officer, '/files', '/files/look-up', { citizenId: person.citizenId });
    expect([found.status, found.headers['location']]).toEqual([303, path]);
    expect((await send(officer, '/open-file', '/open-file', { name: 'x', citizenId: person.citizenId })).status).toBe(422);
    expect((await open(await signedInAs(app, { role: 'town_officer', regionCode: '370302' }), path)).status).toBe(404);
    expect((await open(null, path)).status).toBe(303);
  });

  it('a person sees its data, who looked, agrees and takes back, asks and is answered', async () => {
    const person = aPerson();
    const id = await aFile(officer, person);
    const self = await signedInAs(app, { role: 'jobseeker' });
    for (const page of ['', '/looks', '/consents', '/requests']) expect([(await open(self, `/my-data${page}`)).status, (await open(self, `/en/my-data${page}`)).text.includes('local federation')]).toEqual([200, true]);
    await officer.post(`/api/v1/files/${id}/link`, { version: 1, accountId: self.accountId }).expect(204);
    await officer.post(`/api/v1/files/${id}/reveal`, { fields: ['phone'], purpose: 'contact_person', reason: '电话约面谈' }).expect(200);
    expect((await open(self, '/my-data')).text).toContain(person.citizenId);
    expect((await open(self, '/my-data/looks')).text).toContain('电话约面谈');
    expect((await send(self, '/my-data/consents', '/my-data/consents', { purpose: 'matching' })).status).toBe(422);
    expect((await send(self, '/my-data/consents', '/my-data/consents', { purpose: 'matching', recipient: 'federation', what_skills: 'skills' })).status).toBe(303);
    const given = await open(self, '/my-data/consents');
    const consent = /name="id" value="([0-9a-f-]{36})"/.exec(given.text)?.[1] ?? '';
    expect((await send(self, '/my-data/consents', '/my-data/consents/withdraw', { id: consent })).status).toBe(303);
    expect((await open(self, '/my-data/consents')).text).toContain('已结束');
    expect((await send(self, '/my-data/requests', '/my-data/requests', { kind: 'correction', wish: '电话换了' })).status).toBe(303);
    expect((await send(self, '/my-data/requests', '/my-data/requests', { kind: 'correction' })).status).toBe(422);
    expect((await send(self, '/my-data/requests', '/my-data/ranking', { off: 'yes' })).status).toBe(303);
    const path = /\/rights-requests\/[0-9a-f-]{36}/.exec((await open(officer, '/rights-requests?status=received')).text)?.[0] ?? '';
    expect((await send(officer, path, path, { version: '1', act: 'grant', answer: '' })).status).toBe(422);
    expect((await send(officer, path, path, { version: '1', act: 'grant', answer: '已经改好' })).status).toBe(303);
    const answered = await open(self, '/my-data/requests');
    expect([answered.text.includes('已经改好'), answered.text.includes('自动排序已关闭')]).toEqual([true, true]);
  });
});

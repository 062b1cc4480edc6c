import { JSDOM } from 'jsdom';
import type { Response } from 'supertest';
import { startTestApp, type TestApp } from '../support/app.js';
import { anOrganisation, managerOf, signedInAs, type Actor } from '../support/members.js';

jest.setTimeout(120_000);

/** The pages of members and of one's own account, as a browser without script meets them. */
describe('pages of members and roles', () => {
  let app: TestApp;
  let admin: Actor;
  let federation: string;
  beforeAll(async () => {
    app = await startTestApp();
    federation = await anOrganisation(app, 'federation', '370303', '张店区残联');
    admin = await signedInAs(app, { role: 'administrator', regionCode: '370303', organisationId: federation });
  });
  afterAll(() => app.close());

  const HTML = { Accept: 'text/html,*/*;q=0.8', 'Sec-Fetch-Site': 'same-origin' };
  const open = (who: Actor, path: string): Promise<Response> => app.http().get(path).set({ ...HTML, Cookie: who.cookie }).redirects(0).then((response) => response);
  const wordsOf = ({ text }: Response): string => (new JSDOM(text).window.document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ').trim();

  /** Opens the page, fills its posting form and sends it with the token of the page. */
  async function send(who: Actor, path: string, fields: Readonly<Record<string, string>>, action = path): Promise<Response> {
    const page = await open(who, path);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const cookie = [String(page.headers['set-cookie'] ?? '').split(';')[0], who.cookie].filter(Boolean).join('; ');
    return app.http().post(action).set({ ...HTML, Cookie: cookie }).redirects(0).type('form').send({ _csrf: token, ...fields });
  }

  it('an administrator invites; the code is shown once and works', async () => {
    const answer = await send(admin, '/members/invite', { displayName: '李指导', role: 'counselor', organisationId: federation, regionCode: '' });
    expect(answer.status).toBe(200);
    expect(wordsOf(answer)).toContain('请把邀请码交给李指导');
    const code = /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}/.exec(wordsOf(answer))?.[0] ?? '';
    const invited = await signedInAs(app, { role: null });
    const accepted = await send(invited, '/account', { code: code.toLowerCase() }, '/account/invitation');
    expect([accepted.status, accepted.headers['location']]).toEqual([303, '/account?done=accepted']);
    expect(wordsOf(await open(invited, '/account'))).toContain('职业指导员');
    const again = await send(invited, '/account', { code }, '/account/invitation');
    expect(again.status).toBe(422);
    expect(wordsOf(again)).toContain('这个邀请码已经用过了');
    expect(wordsOf(await open(admin, '/members'))).toContain('职业指导员');
  });

  it('what is wrong is told at its field, in the language of the page', async () => {
    const empty = await send(admin, '/members/new', { displayName: '', role: '', organisationId: '', regionCode: '12' });
    expect(empty.status).toBe(422);
    for (const words of ['请填写姓名', '请选择角色', '区划代码应为']) expect(wordsOf(empty)).toContain(words);
    const refused = await send(admin, '/en/members/new', { displayName: 'x', role: 'counselor', organisationId: '', regionCode: '370303' });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused)).toContain('This role belongs to an organisation');
    const beyond = await send(admin, '/members/new', { displayName: 'x', role: 'jobseeker', organisationId: '', regionCode: '370303' });
    expect([beyond.status, wordsOf(beyond)]).toEqual([422, expect.stringContaining('谁也不能给出自己没有的权限')]);
  });

  it('registers at the counter, gives a second role, takes one after asking', async () => {
    const made = await send(admin, '/members/new', { displayName: '<b>王</b>', role: 'counselor', organisationId: federation, regionCode: '', contact: '' });
    const path = String(made.headers['location']).split('?')[0] ?? '';
    expect([made.status, path]).toEqual([303, expect.stringMatching(/^\/members\/[0-9a-f-]{36}$/)]);
    const page = await open(admin, path);
    expect(wordsOf(page)).toContain('<b>王</b>');
    expect(page.text).not.toContain('<b>王</b>');
    expect((await send(admin, `${path}/grant`, { role: 'monitor', organisationId: federation, regionCode: '' })).headers['location']).toBe(`${path}?done=granted`);
    const [link = ''] = [...(await open(admin, path)).text.matchAll(/href="([^"]+\/revoke)"/g)].map(([, href]) => href ?? '');
    expect(wordsOf(await open(admin, link))).toContain('收回角色');
    expect((await send(admin, link, {})).headers['location']).toBe(`${path}?done=revoked`);
    expect((await open(admin, link)).status).toBe(404);
  });

  it('the last administrator is told why it stays', async () => {
    const path = `/account/memberships/${admin.membershipId}/leave`;
    const answer = await send(admin, path, {});
    expect([answer.status, wordsOf(answer)]).toEqual([422, expect.stringContaining('最后一位管理员')]);
  });

  it('a person changes the own name and leaves a role', async () => {
    const person = await signedInAs(app, { role: 'jobseeker' });
    expect((await send(person, '/account', { displayName: '　小 雨 ', language: 'en' })).headers['location']).toBe('/account?done=saved');
    expect(await managerOf(app).query('SELECT display_name, language FROM account WHERE id = $1', [person.accountId])).toEqual([{ display_name: '小 雨', language: 'en' }]);
    expect((await send(person, '/account', { displayName: '' })).status).toBe(422);
    expect((await send(person, `/account/memberships/${person.membershipId}/leave`, {})).headers['location']).toBe('/account?done=left');
    expect((await open(person, '/account')).status).toBeLessThan(500);
  });

  it('display settings go with the profile to another device, until they are the standard again', async () => {
    const person = await signedInAs(app, { role: 'jobseeker' });
    expect((await send(person, '/display', { text: 'xlarge', contrast: 'dark', options: 'easy' })).status).toBe(303);
    expect(await managerOf(app).query('SELECT display FROM account WHERE id = $1', [person.accountId])).toEqual([{ display: 'xlarge.dark.easy' }]);
    // The other device has the session and no cookie of display.
    expect((await open(person, '/account')).text).toMatch(/<html[^>]*class="[^"]*zj-text-xlarge zj-contrast-dark/);
    expect((await app.http().get('/help').set(HTML)).text).not.toContain('zj-text-xlarge');
    await send(person, '/display', { reset: 'yes' });
    expect((await open(person, '/account')).text).not.toContain('zj-text-xlarge');
  });

  it('others see nothing of it: strangers are sent to sign in, roles without the right are refused, other towns find nothing', async () => {
    const stranger = await app.http().get('/members').set(HTML).redirects(0);
    expect([stranger.status, stranger.headers['location']]).toEqual([303, '/sign-in?next=%2Fmembers']);
    expect((await open(await signedInAs(app, { role: 'jobseeker' }), '/members')).status).toBe(403);
    const member = await signedInAs(app, { role: 'counselor' });
    expect((await open(await signedInAs(app, { role: 'administrator', regionCode: '370302' }), `/members/${member.accountId}`)).status).toBe(404);
    expect((await open(admin, `/members/${member.accountId}`)).status).toBe(200);
  });

  it('forms without their token change nothing', async () => {
    const member = await signedInAs(app, { role: 'counselor' });
    const answer = await app.http().post(`/members/${member.accountId}/memberships/${member.membershipId}/revoke`).set({ ...HTML, Cookie: admin.cookie }).type('form').send({ _csrf: 'forged' });
    expect(answer.status).toBe(403);
    expect(await managerOf(app).query('SELECT ended_at FROM membership WHERE id = $1', [member.membershipId])).toEqual([{ ended_at: null }]);
  });
});

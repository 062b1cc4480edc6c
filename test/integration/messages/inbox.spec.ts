import { declaredTemplates, Messages, messageTemplate } from '../../../src/platform/messages/index.js';
import { AddressBook } from '../../../src/platform/messages/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { anAccount } from '../../support/sign-in.js';

// The limit is there to end a hang, not to measure.
jest.setTimeout(120_000);

const NEWS = messageTemplate('test.inbox', { inInbox: true, goesOut: false, page: '/help/{what}', zh: { subject: '{what}<b>', body: '第一行\n第二行' }, easy: { subject: '{what}，易读', body: '一行' }, en: { subject: '{what} in English', body: 'One line' } });

let app: TestApp;
let anne: Actor;
let bert: Actor;
beforeAll(async () => {
  app = await startTestApp();
  anne = await signedInAs(app, { role: null });
  bert = await signedInAs(app, { role: 'auditor' });
});
afterAll(() => app.close());

const tell = (accountId: string, what: string): Promise<string> => app.app.nest.get(UnitOfWork).run((tx) => app.app.nest.get(Messages).enqueue(tx, { to: { accountId }, template: NEWS, params: { what } }));

describe('the inbox', () => {
  it('can open what every message speaks of: none of them names a path in its words, which nobody could follow', () => {
    const worded = declaredTemplates().filter(({ zh, en, easy }) => [zh, en, easy].some((words) => words !== undefined && /\{path\}|(?<![\w<:/])\/[a-z]/.test(`${words.body} ${words.sms ?? ''}`)));
    expect(worded.map(({ name }) => name)).toEqual([]);
    expect(declaredTemplates().filter(({ page }) => page === '{path}').length).toBeGreaterThan(10);
  });

  it('is closed to strangers: a page leads to the sign-in, the API answers 401', async () => {
    await app.http().get('/inbox').set('Accept', 'text/html').expect(303).expect('Location', /sign-in\?next=/);
    await app.http().get('/api/v1/inbox').expect(401);
  });

  it('shows the own messages and how many are unread; another account’s are not there', async () => {
    const id = await tell(anne.accountId, '变更');
    const mine = await anne.get('/api/v1/inbox').expect(200);
    expect(mine.body).toEqual({ items: [{ id, subject: '变更<b>', body: '第一行\n第二行', at: expect.any(String), readAt: null, page: '/help/变更' }], unread: 1, next: null });
    expect((await bert.get('/api/v1/inbox').expect(200)).body).toEqual({ items: [], unread: 0, next: null });
    const foreign = await bert.post(`/api/v1/inbox/${id}/read`, {}).expect(404);
    const missing = await bert.post('/api/v1/inbox/00000000-0000-4000-8000-000000000000/read', {}).expect(404);
    expect({ ...foreign.body, correlationId: '' }).toEqual({ ...missing.body, correlationId: '' });
    expect((await anne.get('/api/v1/inbox')).body.unread).toBe(1);
    expect((await anne.post(`/api/v1/inbox/${id}/read`, {}).expect(200)).body.readAt).toEqual(expect.any(String));
    expect((await anne.get('/api/v1/inbox')).body.unread).toBe(0);
    await anne.get('/api/v1/inbox?after=x').expect(422);
    await anne.get('/api/v1/inbox?of=x').expect(422);
  });

  it('has its pages, which show text as text and mark what was opened', async () => {
    const id = await tell(bert.accountId, '通知');
    const page = (path: string) => app.http().get(path).set('Cookie', bert.cookie).set('Accept', 'text/html');
    const list = await page('/inbox').expect(200);
    expect(list.text).toContain('通知&lt;b>');
    expect(list.text).toContain('未读');
    const one = await page(`/inbox/${id}`).expect(200);
    expect(one.text).toMatch(/<p class="govuk-body">第一行<\/p><p class="govuk-body">第二行<\/p><p class="govuk-body"><a class="govuk-link zj-alone" href="\/help\/通知">/);
    expect((await app.http().get(`/inbox/${id}`).set('Cookie', `${bert.cookie}; zj-display=easy`).set('Accept', 'text/html').expect(200)).text).toContain('通知，易读');
    expect((await page('/inbox')).text).not.toContain('govuk-tag');
    await page(`/en/inbox/${id}`).expect(200, /<span lang="zh-CN">通知<\/span> in English/);
    await app.http().get(`/inbox/${id}`).set('Cookie', anne.cookie).set('Accept', 'text/html').expect(404);
  });
});

describe('the address book', () => {
  it('gives verified addresses of accounts that are open', async () => {
    const { accountId } = await anAccount(app, { contact: 'somebody@post.example', password: null });
    const addresses = () => app.app.nest.get(AddressBook).addressesOf(managerOf(app), accountId);
    expect(await addresses()).toEqual({ email: 'somebody@post.example', phone: null, language: 'zh' });
    await managerOf(app).query('UPDATE account_contact SET email_verified_at = NULL WHERE account_id = $1', [accountId]);
    expect(await addresses()).toMatchObject({ email: null });
    await managerOf(app).query(`UPDATE account SET status = 'closed' WHERE id = $1`, [accountId]);
    expect(await addresses()).toBeNull();
  });
});

import { usccCheckSign } from '../../../src/kernel/ids/uscc.js';
import { Accounts } from '../../../src/members/index.js';
import { Messages, type OutgoingMessage } from '../../../src/platform/messages/index.js';
import { SendLinkJob } from '../../../src/sign-in/app/send-link.job.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { FormReader } from '../../support/form-reader.js';
import { managerOf } from '../../support/members.js';
import { anAccount, openSessionFor, PASSWORD, sql, type TestAccount } from '../../support/sign-in.js';

const NEW_PASSWORD = '三把钥匙和一只蓝色的水壶';

describe('a person’s own address', () => {
  let app: TestApp;
  const sent: OutgoingMessage[] = [];
  beforeAll(async () => {
    app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' });
    // Messages are sealed where they are kept: they are read on their way in, and kept all the same.
    const messages = app.app.nest.get(Messages, { strict: false });
    const kept = messages.enqueue.bind(messages);
    messages.enqueue = async (tx, message) => { sent.push(message); return kept(tx, message); };
  });
  beforeEach(() => { sent.length = 0; });
  afterAll(() => app.close());

  const templates = (): readonly [string, unknown][] => sent.map(({ template, to }) => [template.name, 'address' in to ? to.address.value : 'account']);
  const contactsOf = async (accountId: string) => (await app.app.nest.get(Accounts, { strict: false }).contactsOf(managerOf(app), accountId)).map(({ value, verifiedAt }) => [value, verifiedAt !== null]);
  const ask = (bearer: string, body: object) => app.http().post('/api/v1/address-changes').set({ Authorization: bearer }).send(body);
  const confirm = (token: string | null) => app.http().post('/api/v1/address-changes/complete').send({ token });
  const acts = (accountId: string, act: string) => sql(app, 'SELECT detail FROM audit_entry WHERE act = $2 AND object_id = $1', [accountId, act]) as Promise<unknown> as Promise<object[]>;

  /** What the job puts into the message for the latest link of the account. */
  const linkTo = async ({ accountId }: Pick<TestAccount, 'accountId'>, kind: 'address_change' | 'password_reset' = 'address_change'): Promise<string> => {
    const [secret] = await sql(app, 'SELECT id FROM one_time_secret WHERE purpose = $2 AND account_id = $1 AND used_at IS NULL', [accountId, kind]) as { id: string }[];
    await app.app.nest.get(SendLinkJob, { strict: false }).handle({ secretId: secret?.id ?? '', kind });
    return new URL(String(sent.at(-1)?.params['link'])).search;
  };
  const tokenOf = (search: string): string | null => new URLSearchParams(search).get('token');

  it('counts once the link that went there was confirmed; the old ones are told; links to the old one end', async () => {
    const account = await anAccount(app, { contact: 'before@example.org', roles: [{ role: 'jobseeker' }] });
    await app.app.nest.get(Accounts, { strict: false }).changeContact(managerOf(app), account.accountId, '13912345678', new Date());
    const reader = await new FormReader(app, '').open('/sign-in?next=%2Faccount%2Faddress');
    await reader.send({ contact: 'before@example.org', password: PASSWORD });
    expect(reader.heading).toBe('更换手机号或电子邮箱');
    await app.http().post('/api/v1/password-resets').send({ contact: 'before@example.org' }).expect(202);
    const reset = tokenOf(await linkTo(account, 'password_reset'));
    await reader.send({ contact: 'after@example.org', current: PASSWORD });
    expect([reader.at, reader.words.includes('链接已发送')]).toEqual(['/account/address?sent=yes', true]);
    const search = await linkTo(account);
    expect(sent.at(-1)).toMatchObject({ to: { address: { kind: 'email', value: 'after@example.org' } }, template: { name: 'sign-in.confirm-address' } });
    expect(await contactsOf(account.accountId)).toEqual([['13912345678', true], ['before@example.org', true]]);
    expect(JSON.stringify(await sql(app, 'SELECT * FROM one_time_secret'))).not.toMatch(/after@example/);
    await app.http().post('/api/v1/sessions').send({ contact: 'after@example.org', password: PASSWORD }).expect(401);
    sent.length = 0;
    // On another device, where nobody is signed in.
    const elsewhere = await new FormReader(app, '').open(`/account/address/confirm${search}`);
    await elsewhere.open(`/account/address/confirm${search}`);
    expect(elsewhere.words).toContain('a***@example.org');
    await elsewhere.send({});
    expect(elsewhere.heading).toBe('联系方式已确认');
    expect(await contactsOf(account.accountId)).toEqual([['13912345678', true], ['after@example.org', true]]);
    expect(templates()).toEqual([['sign-in.address-changed', '13912345678'], ['sign-in.address-changed', 'before@example.org'], ['sign-in.address-changed-note', 'account']]);
    expect((await confirm(tokenOf(search)).expect(410)).body.code).toBe('sign_in.link_expired');
    expect((await app.http().post('/api/v1/password-resets/complete').send({ token: reset, password: NEW_PASSWORD }).expect(410)).body.code).toBe('sign_in.link_expired');
    expect([await acts(account.accountId, 'sign-in.address.ask'), await acts(account.accountId, 'sign-in.address.confirm')]).toEqual([[{ detail: null }], [{ detail: { kind: 'email' } }]]);
    await app.http().post('/api/v1/sessions').send({ contact: 'after@example.org', password: PASSWORD }).expect(201);
    await app.http().post('/api/v1/sessions').send({ contact: 'before@example.org', password: PASSWORD }).expect(401);
  });

  it('needs the present password, and something that is an address', async () => {
    const account = await anAccount(app, { contact: 'careful@example.org', roles: [{ role: 'jobseeker' }] });
    const { bearer } = await openSessionFor(app, account);
    expect((await ask(bearer, { contact: 'new@example.org', current: 'not the password' }).expect(422)).body.errors).toMatchObject([{ pointer: '/current', code: 'sign_in.current_password_wrong' }]);
    expect((await ask(bearer, { contact: "' OR 1=1", current: PASSWORD }).expect(422)).body.errors).toMatchObject([{ pointer: '/contact', code: 'members.contact.malformed' }]);
    expect((await ask(bearer, { contact: 'new@example.org', current: PASSWORD, accountId: account.accountId }).expect(422)).body.code).toBe('input.invalid');
    expect((await app.http().post('/api/v1/address-changes').send({ contact: 'new@example.org', current: PASSWORD }).expect(401)).body.code).toBe('access.sign_in_required');
    expect(await sql(app, 'SELECT id FROM one_time_secret WHERE account_id = $1', [account.accountId])).toEqual([]);
  });

  it('of somebody else is asked for like any other, and refused at the link', async () => {
    await anAccount(app, { contact: 'taken@example.org' });
    const account = await anAccount(app, { contact: 'greedy@example.org' });
    const { bearer } = await openSessionFor(app, account);
    await ask(bearer, { contact: 'taken@example.org', current: PASSWORD }).expect(202);
    expect((await confirm(tokenOf(await linkTo(account))).expect(409)).body.code).toBe('members.contact.already_used');
    expect(await contactsOf(account.accountId)).toEqual([['greedy@example.org', true]]);
  });

  it('a second wish ends the first one’s link; a forged link is none', async () => {
    const account = await anAccount(app, { contact: 'twice@example.org' });
    const { bearer } = await openSessionFor(app, account);
    await ask(bearer, { contact: 'first@example.org', current: PASSWORD }).expect(202);
    const first = tokenOf(await linkTo(account));
    await ask(bearer, { contact: 'second@example.org', current: PASSWORD }).expect(202);
    for (const token of [first, `zjr_${'A'.repeat(43)}`, "' OR 1=1"]) expect((await confirm(token).expect(410)).body.code).toBe('sign_in.link_expired');
    await confirm(tokenOf(await linkTo(account))).expect(204);
    expect(await contactsOf(account.accountId)).toEqual([['second@example.org', true]]);
  });

  it('typed at an invitation gets a link, so that a forgotten password can be helped', async () => {
    const officer = await anAccount(app, { roles: [{ role: 'town_officer' }] });
    const invited = await app.http().post('/api/v1/invitations').set({ Authorization: (await openSessionFor(app, officer)).bearer }).send({ displayName: '新来的人', role: 'jobseeker', regionCode: '370303' }).expect(201);
    const accepted = await app.http().post('/api/v1/invitations/accept').send({ code: invited.body.code, displayName: '新来的人', contact: 'invited@example.org', password: NEW_PASSWORD });
    expect(accepted.body).toEqual({ id: expect.any(String) });
    const { id } = accepted.body;
    expect(await contactsOf(id)).toEqual([['invited@example.org', false]]);
    expect(templates()).toEqual([]);
    await confirm(tokenOf(await linkTo({ accountId: id }))).expect(204);
    expect(await contactsOf(id)).toEqual([['invited@example.org', true]]);
    expect(templates()).toEqual([['sign-in.confirm-address', 'invited@example.org']]);
  });

  describe('that somebody else has typed and not confirmed', () => {
    const THEIRS = '四个不相干的词语放在一起';
    /** Of an area that does not exist. */
    const first17 = '91999999MA9000001';
    /** Anybody can register an employer and so has an invitation. */
    const aStranger = async (contact: string): Promise<string> => {
      const { body } = await app.http().post('/api/v1/employers').send({ uscc: first17 + usccCheckSign(first17), name: '别人', kind: 'enterprise', regionCode: '370303', clerkName: '别人' }).expect(201);
      return (await app.http().post('/api/v1/invitations/accept').send({ code: body.invitation.code, displayName: '别人', contact, password: THEIRS }).expect(201)).body.id;
    };
    const theOwner = async (contact: string): Promise<string> => {
      const officer = await openSessionFor(app, await anAccount(app, { roles: [{ role: 'town_officer' }] }));
      const { body } = await app.http().post('/api/v1/invitations').set({ Authorization: officer.bearer }).send({ displayName: '本人', role: 'jobseeker', regionCode: '370303' }).expect(201);
      return (await app.http().post('/api/v1/invitations/accept').send({ code: body.code, displayName: '本人', contact, password: NEW_PASSWORD }).expect(201)).body.id;
    };
    const signIn = (contact: string, password: string) => app.http().post('/api/v1/sessions').send({ contact, password });
    const who = async (contact: string, password: string): Promise<string> => {
      const { body } = await signIn(contact, password).expect(201);
      return (await app.http().get('/api/v1/session').set({ Authorization: `Bearer ${body.token}` }).expect(200)).body.accountId;
    };

    it('keeps the owner out of nothing; once the owner confirms it, the claim lapses and no further one is taken', async () => {
      const contact = '13812340001';
      const stranger = await aStranger(contact);
      const owner = await theOwner(contact);
      expect([await who(contact, NEW_PASSWORD), await who(contact, THEIRS)]).toEqual([owner, stranger]);
      expect((await signIn(contact, 'neither of the two').expect(401)).body.code).toBe('sign_in.wrong');
      await confirm(tokenOf(await linkTo({ accountId: owner }))).expect(204);
      expect(await who(contact, NEW_PASSWORD)).toBe(owner);
      expect((await signIn(contact, THEIRS).expect(401)).body.code).toBe('sign_in.wrong');
      expect([await contactsOf(owner), await contactsOf(stranger)]).toEqual([[[contact, true]], []]);
      expect(await acts(owner, 'sign-in.address.confirm')).toEqual([{ detail: { kind: 'phone', lapsed: 1 } }]);
      expect((await confirm(tokenOf(await linkTo({ accountId: stranger }))).expect(409)).body.code).toBe('members.contact.already_used');
      const officer = await openSessionFor(app, await anAccount(app, { roles: [{ role: 'town_officer' }] }));
      const { body } = await app.http().post('/api/v1/invitations').set({ Authorization: officer.bearer }).send({ displayName: '第三人', role: 'jobseeker', regionCode: '370303' }).expect(201);
      expect((await app.http().post('/api/v1/invitations/accept').send({ code: body.code, displayName: '第三人', contact, password: THEIRS }).expect(409)).body.code).toBe('members.contact.already_used');
    });

    it('of two that confirm it at once, one has it', async () => {
      const contact = 'both@example.org';
      const both = [await theOwner(contact), await theOwner(contact)];
      const tokens: (string | null)[] = [];
      for (const accountId of both) tokens.push(tokenOf(await linkTo({ accountId })));
      const answers = await Promise.all(tokens.map((token) => confirm(token)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    });

    it('gets no link to a new password', async () => {
      await theOwner('unconfirmed@example.org');
      sent.length = 0;
      await app.http().post('/api/v1/password-resets').send({ contact: 'unconfirmed@example.org' }).expect(202);
      const [{ n }] = await sql(app, `SELECT count(*)::int AS n FROM one_time_secret WHERE purpose = 'password_reset' AND account_id IS NULL`) as [{ n: number }];
      expect(n).toBeGreaterThan(0);
    });
  });

  it('a changed password is told', async () => {
    const account = await anAccount(app, { contact: 'told@example.org' });
    const { bearer } = await openSessionFor(app, account);
    await app.http().put('/api/v1/password').set({ Authorization: bearer }).send({ current: PASSWORD, password: NEW_PASSWORD }).expect(204);
    expect(templates()).toEqual([['sign-in.password-changed', 'account']]);
  });
});

import { SendLinkJob } from '../../../src/sign-in/app/send-link.job.js';
import { Messages, type OutgoingMessage } from '../../../src/platform/messages/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { FormReader } from '../../support/form-reader.js';
import { anAccount, openSessionFor, PASSWORD, sql, totpCode } from '../../support/sign-in.js';

const NEW_PASSWORD = '三把钥匙和一只蓝色的水壶';

describe('machine keys and links', () => {
  let app: TestApp;
  let administrator: string;
  beforeAll(async () => {
    app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' });
    administrator = (await openSessionFor(app, await anAccount(app, { roles: [{ role: 'administrator', regionCode: '370000' }] }))).bearer;
  });
  afterAll(() => app.close());

  describe('machine keys', () => {
    const call = (method: 'get' | 'post' | 'delete', path: string, header = administrator) => app.http()[method](`/api/v1/machine-clients${path}`).set({ Authorization: header });
    const client = { name: '税务局接口', role: 'town_officer', permissions: ['members.read'], regionPrefix: '3703', callsPerMinute: 5 };
    const create = async (over: object = {}): Promise<string> => (await call('post', '').send({ ...client, ...over }).expect(201)).body.id;
    const key = async (id: string): Promise<{ id: string; key: string }> => (await call('post', `/${id}/keys`).send({ days: 30 }).expect(201)).body;
    const members = (one: string) => app.http().get('/api/v1/members').set({ Authorization: `Bearer ${one}` });

    it('are shown once, kept as digests, and do what their client may', async () => {
      const id = await create();
      const { key: one } = await key(id);
      expect(one).toMatch(/^zjk_[\w-]{43}$/);
      expect(JSON.stringify(await sql(app, "SELECT encode(digest, 'escape') FROM machine_key"))).not.toContain(one);
      expect((await members(one)).status).toBe(200);
      expect((await app.http().get('/api/v1/organisations').set({ Authorization: `Bearer ${one}` }).expect(403)).body.code).toBe('access.forbidden');
      expect((await app.http().get('/api/v1/session').set({ Authorization: `Bearer ${one}` }).expect(403)).body.code).toBe('access.forbidden');
      expect((await call('get', '').expect(200)).body.items).toMatchObject([{ id, name: '税务局接口', keys: [{ usedAt: expect.any(String) }] }]);
    });

    it('are changed without a gap: two hold, a third is refused, the old one ends at once', async () => {
      const id = await create({ name: 'rotation' });
      const [first, second] = [await key(id), await key(id)];
      expect([(await members(first.key)).status, (await members(second.key)).status]).toEqual([200, 200]);
      expect((await call('post', `/${id}/keys`).send({ days: 30 }).expect(422)).body.code).toBe('sign_in.machine_keys_too_many');
      await call('delete', `/${id}/keys/${first.id}`).expect(204);
      expect((await members(first.key).expect(401)).body.code).toBe('access.credentials_unknown');
      expect((await members(second.key)).status).toBe(200);
      await sql(app, 'UPDATE machine_key SET expires_at = now() WHERE id = $1', [second.id]);
      expect((await members(second.key).expect(401)).body.code).toBe('access.key_expired');
      await call('delete', `/${id}`).expect(204);
      expect((await call('delete', `/${id}`).expect(404)).body.code).toBe('sign_in.machine_not_found');
    });

    it('are limited in calls, each client by itself', async () => {
      const one = await key(await create({ name: 'busy' }));
      const other = await key(await create({ name: 'calm' }));
      for (let times = 0; times < 5; times += 1) await members(one.key).expect(200);
      const over = await members(one.key).expect(429);
      expect([over.body.code, Number(over.headers['retry-after']) > 0]).toEqual(['http.rate_limited', true]);
      await members(other.key).expect(200);
    });

    it.each([
      ['a role that the administrator cannot grant', { role: 'jobseeker' }, 'sign_in.machine_role_not_grantable'],
      ['a duty', { role: 'auditor', permissions: [] }, 'sign_in.machine_role_not_grantable'],
      ['a permission that the role lacks', { permissions: ['machine_keys.manage'] }, 'sign_in.machine_permission_unknown'],
      ['permissions over the data of people', { permissions: ['members.read', 'files.reveal'] }, 'sign_in.machine_permission_personal'],
      ['a region outside', { regionPrefix: '44' }, 'sign_in.machine_region_outside'],
      ['the whole country', { regionPrefix: undefined }, 'sign_in.machine_region_outside'],
    ])('are not given for %s', async (_, over, code) => {
      expect((await call('post', '').send({ ...client, ...over }).expect(422)).body.code).toBe(code);
    });

    it('lose what a key may no longer carry, even where it was once given', async () => {
      const id = await create({ name: 'older' });
      const { key: one } = await key(id);
      await sql(app, `UPDATE machine_client SET permissions = '{members.read,files.read,files.reveal}' WHERE id = $1`, [id]);
      expect((await members(one)).status).toBe(200);
      expect((await app.http().get('/api/v1/files').set({ Authorization: `Bearer ${one}` }).expect(403)).body.code).toBe('access.forbidden');
    });

    it('are looked after in one’s own region only', async () => {
      const id = await create({ name: 'elsewhere' });
      const elsewhere = (await openSessionFor(app, await anAccount(app, { roles: [{ role: 'administrator', regionCode: '440000' }] }))).bearer;
      expect((await call('get', '', elsewhere).expect(200)).body.items).toEqual([]);
      expect((await call('delete', `/${id}`, elsewhere).expect(404)).body.code).toBe('sign_in.machine_not_found');
    });
  });

  describe('a forgotten password', () => {
    /** The link that the job would put into the message; the token is nowhere else. */
    const linkOf = async (): Promise<string> => {
      const sent: OutgoingMessage[] = [];
      const messages = app.app.nest.get(Messages, { strict: false });
      const kept = messages.enqueue.bind(messages);
      messages.enqueue = async (tx, message) => { sent.push(message); return kept(tx, message); };
      const [{ id }] = await sql(app, 'SELECT id FROM one_time_secret WHERE purpose = \'password_reset\' AND account_id IS NOT NULL AND digest IS NULL ORDER BY expires_at DESC LIMIT 1') as [{ id: string }];
      await app.app.nest.get(SendLinkJob, { strict: false }).handle({ secretId: id, kind: 'password_reset' });
      messages.enqueue = kept;
      return new URL(String(sent[0]?.params['link'])).search;
    };

    it('is set anew by a link that works once and ends every session; the answer is the same for an unknown address', async () => {
      const account = await anAccount(app, { contact: 'lost@example.org', roles: [{ role: 'jobseeker' }] });
      const { bearer } = await openSessionFor(app, account);
      const unknown = await (await new FormReader(app, '').open('/sign-in/forgotten')).send({ contact: 'unknown@example.org' });
      const reader = await (await new FormReader(app, '').open('/sign-in/forgotten')).send({ contact: 'lost@example.org' });
      expect([reader.at, reader.words]).toEqual([unknown.at, unknown.words]);
      const jobs = await sql(app, "SELECT payload::text FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id WHERE task.identifier = 'sign-in.send-link'") as unknown as object[];
      expect(jobs).toHaveLength(2);
      const search = await linkOf();
      const token = new URLSearchParams(search).get('token') ?? '';
      expect(token).toMatch(/^zjr_/);
      for (const table of ['one_time_secret', 'message']) expect(JSON.stringify(await sql(app, `SELECT * FROM ${table}`))).not.toContain(token);
      await reader.open(`/sign-in/reset${search}`);
      await reader.open(`/sign-in/reset${search}`);
      await reader.send({ password: 'qwertyuiop1234' });
      expect(reader.faults[0]?.field).toBe('password');
      await reader.send({ password: NEW_PASSWORD });
      expect([reader.at, reader.words.includes('密码已更换')]).toEqual(['/sign-in?after=changed', true]);
      expect((await app.http().get('/api/v1/session').set({ Authorization: bearer }).expect(401)).body.code).toBe('access.session_ended');
      expect((await app.http().post('/api/v1/password-resets/complete').send({ token, password: NEW_PASSWORD }).expect(410)).body.code).toBe('sign_in.link_expired');
      await app.http().post('/api/v1/sessions').send({ contact: 'lost@example.org', password: PASSWORD }).expect(401);
      await app.http().post('/api/v1/sessions').send({ contact: 'lost@example.org', password: NEW_PASSWORD }).expect(201);
    });

    it('does not go round the second factor', async () => {
      await anAccount(app, { contact: 'lost-staff@example.org', roles: [{ role: 'auditor' }], authenticator: true });
      await app.http().post('/api/v1/password-resets').send({ contact: 'lost-staff@example.org' }).expect(202);
      const token = new URLSearchParams(await linkOf()).get('token');
      await app.http().post('/api/v1/password-resets/complete').send({ token, password: NEW_PASSWORD }).expect(204);
      const proof = { contact: 'lost-staff@example.org', password: NEW_PASSWORD };
      expect((await app.http().post('/api/v1/sessions').send(proof).expect(401)).body.code).toBe('sign_in.second_factor_required');
      await app.http().post('/api/v1/sessions').send({ ...proof, code: totpCode() }).expect(201);
    });

    it.each(['zjr_forged', `zjr_${'A'.repeat(43)}`, '', "' OR 1=1"])('is not set by the link %s', async (token) => {
      expect((await app.http().get(`/sign-in/reset?token=${encodeURIComponent(token)}`).set('Accept', 'application/problem+json, text/html;q=0.5').expect(410)).body.code).toBe('sign_in.link_expired');
    });
  });
});

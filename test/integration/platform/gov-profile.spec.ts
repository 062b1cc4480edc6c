import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp, type TestApp } from '../../support/app.js';
import { sealedColumns } from '../../../src/sealed-columns.js';
import { ringText } from '../../support/keys.js';
import { managerOf } from '../../support/members.js';
import { aPerson } from '../../support/people.js';
import { cleanEnvironment, startNode, temporaryFolder } from '../../support/processes.js';
import { anAccount, PASSWORD, totpCode } from '../../support/sign-in.js';

// Real processes beside the service: the limit is there to end a hang, not to measure.
jest.setTimeout(240_000);

/** One day of work with the SM algorithms: nothing of it may rest on the others. */
describe('the whole service under the profile gov', () => {
  const folder = temporaryFolder('gov');
  const keys = path.join(folder, 'keys.yaml');
  const headFolder = path.join(folder, 'heads');
  let app: TestApp;
  let bearer = '';
  const person = aPerson();
  let file = '';

  beforeAll(async () => {
    writeFileSync(keys, ringText({ id: 'first', suite: 'sm' }));
    app = await startTestApp({ ZHUJIU_PROFILE: 'gov', ZHUJIU_KEYS_FILE: keys, ZHUJIU_ROLE: 'all', ZHUJIU_AUDIT_HEAD_FOLDER: headFolder, ZHUJIU_SIGN_INS_PER_MINUTE: '1000' });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function command(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
    const env = cleanEnvironment({ ZHUJIU_PROFILE: 'gov', DATABASE_URL: app.settings.database.url ?? '', ZHUJIU_KEYS_FILE: keys, ZHUJIU_AUDIT_HEAD_FOLDER: headFolder });
    delete env['ZHUJIU_KEYS'];
    const child = startNode('src/cli.ts', ['--lang', 'en', ...args], { env, account: null });
    const [code] = (await once(child.process, 'close')) as [number];
    return { code, output: child.output() };
  }
  const post = (address: string, body: object) => app.http().post(address).set({ Authorization: bearer }).send(body);
  const keyIds = (): string[] => [...readFileSync(keys, 'utf8').matchAll(/id: (\S+)/g)].map(([, id = '']) => id);

  it('staff sign in with two factors only', async () => {
    await anAccount(app, { contact: 'new.officer@example.org', roles: [{ role: 'town_officer' }] });
    const without = await app.http().post('/api/v1/sessions').send({ contact: 'new.officer@example.org', password: PASSWORD }).expect(403);
    expect(without.body.code).toBe('sign_in.enrolment_required');
    await anAccount(app, { contact: 'officer@example.org', roles: [{ role: 'town_officer' }], authenticator: true });
    const proof = { contact: 'officer@example.org', password: PASSWORD };
    expect((await app.http().post('/api/v1/sessions').send(proof).expect(401)).body.code).toBe('sign_in.second_factor_required');
    const code = totpCode();
    bearer = `Bearer ${(await app.http().post('/api/v1/sessions').send({ ...proof, code }).expect(201)).body.token}`;
    // The same code does not open a second time.
    expect((await app.http().post('/api/v1/sessions').send({ ...proof, code }).expect(401)).body.code).toBe('sign_in.code_replayed');
    expect((await app.http().post('/api/v1/sessions').send({ ...proof, password: 'wrong wrong wrong', code }).expect(401)).body.code).toBe('sign_in.wrong');
  });

  it('a file is opened, found by its number, revealed with a reason, and the person is one', async () => {
    const body = { name: person.name, citizenId: person.citizenId, certificate: { number: person.certificate }, phone: person.phone, address: person.address };
    file = (await post('/api/v1/files', body).expect(201)).body.id;
    expect((await post('/api/v1/files', body).expect(409)).body.code).toBe('registry.person.already_exists');
    expect((await post('/api/v1/files/look-up', { citizenId: person.citizenId }).expect(200)).body).toEqual({ id: file });
    expect((await post(`/api/v1/files/${file}/reveal`, { fields: ['citizenId', 'phone', 'address', 'certificateNumber'], purpose: 'verify_identity', reason: '窗口核对身份证' }).expect(200)).body)
      .toEqual({ citizenId: person.citizenId, phone: person.phone, address: person.address, certificateNumber: person.certificate });
    expect((await app.http().get(`/api/v1/files/${file}`).set({ Authorization: bearer }).expect(200)).text).not.toContain(person.citizenId);
  });

  it('every sealed value is under SM4, every index under SM3', async () => {
    let seen = 0;
    for (const { table, column, index } of sealedColumns) {
      const rows = await managerOf(app).query(`SELECT "${column}" AS sealed ${index ? `, coalesce("${index.columnA}", "${index.columnB}") AS found` : ''} FROM "${table}" WHERE "${column}" IS NOT NULL`) as { sealed: string; found?: string }[];
      for (const { sealed, found } of rows) {
        expect(sealed).toMatch(/^zf1\.sm\./);
        if (index) expect(found).toMatch(/^first\./);
      }
      seen += rows.length;
    }
    expect(seen).toBeGreaterThan(4);
  });

  it('the chain is sound, and its head sealed by SM2', async () => {
    const head = path.join(headFolder, 'audit-head.json');
    while (!existsSync(head)) await sleep(50);
    const { body } = await app.http().get('/api/v1/seal-keys').expect(200);
    expect((body as { items: readonly object[] }).items).toMatchObject([{ keyId: 'seal-first', algorithm: 'sm2-sm3', isCurrent: true }]);
    expect(JSON.parse(readFileSync(head, 'utf8'))).toMatchObject({ keyId: 'first', seal: { algorithm: 'sm2-sm3', keyId: 'seal-first' } });
    // While the service writes, the head may be a moment old.
    let verdict = await command('audit', 'verify');
    for (let times = 0; times < 5 && verdict.code !== 0; times += 1) verdict = await command('audit', 'verify');
    expect(verdict).toEqual({ code: 0, output: expect.stringContaining('Sound') });
  });

  it('keys are rotated while it runs; the file is found and opened under the new one, and the number of the old seal is still told', async () => {
    const rotated = await command('keys', 'rotate');
    expect(rotated).toMatchObject({ code: 0 });
    const made = keyIds().find((id) => id !== 'first') ?? '';
    expect((await post('/api/v1/files/look-up', { citizenId: person.citizenId }).expect(200)).body).toEqual({ id: file });
    expect((await post(`/api/v1/files/${file}/reveal`, { fields: ['phone'], purpose: 'contact_person', reason: '电话约面谈' }).expect(200)).body).toEqual({ phone: person.phone });
    const [row] = await managerOf(app).query('SELECT citizen_id AS sealed FROM person WHERE id = $1', [file]) as { sealed: string }[];
    expect(row?.sealed).toContain(`zf1.sm.${made}.`);
    const { body } = await app.http().get('/api/v1/seal-keys').expect(200);
    expect((body as { items: readonly { keyId: string }[] }).items.map(({ keyId }) => keyId)).toEqual([`seal-${made}`, 'seal-first']);
  });

  it('a key of the other algorithms is refused, in the ring and for the seal', async () => {
    const refused = async (env: Readonly<Record<string, string>>): Promise<string> => startTestApp({ ZHUJIU_PROFILE: 'gov', ...env }).then(async (other) => { await other.close(); return 'started'; }, (error: { code?: string }) => error.code ?? '');
    expect(await refused({ ZHUJIU_KEYS: ringText({ id: 'aes' }) })).toBe('keys.profile_needs_sm');
    const ed25519 = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n';
    expect(await refused({ ZHUJIU_KEYS: ringText({ id: 'sm', suite: 'sm' }), ZHUJIU_SEAL_KEY: ed25519 })).toBe('keys.seal_needs_sm2');
  });
});

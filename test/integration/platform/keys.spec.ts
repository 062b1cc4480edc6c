import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { FieldCipher, KeyRing } from '../../../src/platform/crypto/index.js';
import { BlindIndexes } from '../../../src/platform/keys/index.js';
import { createRingFile, newKey, replaceRingFile, ringFileText } from '../../../src/platform/keys/new-ring.js';
import { openKeyRing } from '../../../src/platform/startup/index.js';
import { sealedColumns } from '../../../src/sealed-columns.js';
import { startTestApp } from '../../support/app.js';
import { ringText } from '../../support/keys.js';
import { signedInAs } from '../../support/members.js';
import { aFile, aPerson } from '../../support/people.js';
import { temporaryFolder } from '../../support/processes.js';
import { testSettings } from '../../support/settings.js';

// The limit is there to end a hang, not to measure.
jest.setTimeout(120_000);

const NOW = new Date('2026-11-21T08:00:00Z');
const PLACE = { table: 't', column: 'c', rowId: '1' };
const folders: string[] = [];
const folder = (): string => {
  const made = temporaryFolder('keys');
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

describe('the keys of the service', () => {
  it('are made once for the embedded database, for the owner alone', () => {
    const settings = testSettings({ ZHUJIU_DATA_DIR: path.join(folder(), 'data') });
    const sealed = new FieldCipher(openKeyRing(settings, NOW)).seal('110', PLACE);
    expect(new FieldCipher(openKeyRing(settings, NOW)).open(sealed, PLACE)).toBe('110');
    expect(statSync(path.join(settings.database.dataDir, 'keys.yaml')).mode & 0o777).toBe(0o600);
  });

  it('are for the SM algorithms under the profile gov', () => {
    const settings = testSettings({ ZHUJIU_DATA_DIR: folder(), ZHUJIU_PROFILE: 'gov' });
    expect(openKeyRing(settings, NOW).entries.map(({ suite }) => suite)).toEqual(['sm']);
    expect(() => openKeyRing(testSettings({ ZHUJIU_PROFILE: 'gov', ZHUJIU_KEYS: ringText({ id: 'a' }) }), NOW)).toThrow(expect.objectContaining({ code: 'keys.profile_needs_sm' }));
  });

  it('are demanded for a database elsewhere, from one place only', () => {
    const elsewhere = { DATABASE_URL: 'postgres://u:p@127.0.0.1/d', ZHUJIU_DATA_DIR: folder() };
    expect(() => openKeyRing(testSettings(elsewhere), NOW)).toThrow(expect.objectContaining({ code: 'keys.missing' }));
    expect(existsSync(path.join(elsewhere.ZHUJIU_DATA_DIR, 'keys.yaml'))).toBe(false);
    expect(() => openKeyRing(testSettings({ ...elsewhere, ZHUJIU_KEYS: ringText({ id: 'a' }), ZHUJIU_KEYS_FILE: 'x.yaml' }), NOW)).toThrow(expect.objectContaining({ code: 'keys.twice' }));
    expect(() => openKeyRing(testSettings({ ...elsewhere, ZHUJIU_KEYS_FILE: '/nowhere/keys.yaml' }), NOW)).toThrow(expect.objectContaining({ code: 'crypto.ring_invalid' }));
    expect(openKeyRing(testSettings({ ...elsewhere, ZHUJIU_KEYS: ringText({ id: 'a' }) }), NOW).currentOf('field').id).toBe('a');
  });

  it('are not made anew beside a database whose keys were lost, in the running service neither', () => {
    const settings = testSettings({ ZHUJIU_DATA_DIR: path.join(folder(), 'data') });
    const { dataDir } = settings.database;
    const file = path.join(dataDir, 'keys.yaml');
    openKeyRing(settings, NOW);
    mkdirSync(path.join(dataDir, 'pg18'));
    openKeyRing(settings, NOW);
    const copy = readFileSync(file, 'utf8');
    rmSync(file);
    const lost = expect.objectContaining({ code: 'keys.lost', params: { file }, message: expect.stringMatching(/密钥文件 .*keys\.yaml 不见了[\s\S]*The key file .*keys\.yaml is gone/) });
    expect(() => openKeyRing(settings, NOW)).toThrow(lost);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, copy);
    expect(openKeyRing(settings, NOW).entries).toHaveLength(1);
    // Named elsewhere, it need not lie there.
    rmSync(file);
    const elsewhere = path.join(folder(), 'copy.yaml');
    writeFileSync(elsewhere, copy);
    expect(openKeyRing(testSettings({ ZHUJIU_DATA_DIR: dataDir, ZHUJIU_KEYS_FILE: elsewhere }), NOW).entries).toHaveLength(1);
    expect(existsSync(file)).toBe(false);
  });

  it('are never written over', () => {
    const file = path.join(folder(), 'keys.yaml');
    expect(createRingFile(file, ringFileText([newKey('aes', NOW)]))).toBe(true);
    const before = readFileSync(file, 'utf8');
    expect(createRingFile(file, ringFileText([newKey('aes', NOW)]))).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

describe('the running service', () => {
  it('takes over a changed key file, tells the database which keys it has, and keeps its keys when the file is spoilt', async () => {
    const file = path.join(folder(), 'keys.yaml');
    writeFileSync(file, ringText({ id: 'old' }));
    const service = await startTestApp({ ZHUJIU_KEYS_FILE: file });
    const [ring, cipher, indexes, db] = [service.app.nest.get(KeyRing), service.app.nest.get(FieldCipher), service.app.nest.get(BlindIndexes), service.app.nest.get(DataSource)];
    const ids = async (): Promise<string[][]> => ((await db.query('SELECT ring FROM key_holder')) as { ring: { id: string }[] }[]).map((row) => row.ring.map(({ id }) => id));
    expect(await ids()).toEqual([['old']]);
    const sealed = cipher.seal('110', PLACE);
    const index = indexes.of('phone').indexOf('13900000000');

    replaceRingFile(file, ringText({ id: 'old', current: ['index', 'chain'], readable: ['field'] }, { id: 'new', current: ['field'] }));
    while (!ring.find('field', 'new')) await sleep(50);
    expect(cipher.open(sealed, PLACE)).toBe('110');
    expect(cipher.seal('110', PLACE)).toContain('.new.');
    expect(indexes.of('phone').candidatesOf('13900000000')).toEqual([index]);
    while ((await ids())[0]?.length !== 2) await sleep(50);

    const refused = async (text: string, words: RegExp): Promise<void> => {
      const told = service.log.length;
      replaceRingFile(file, text);
      while (!service.log.slice(told).some((line) => words.test(line))) await sleep(50);
      expect(cipher.open(sealed, PLACE)).toBe('110');
      expect(ring.currentOf('field').id).toBe('new');
    };
    await refused('keys: []', /keys\.look_failed/);
    // The file is gone: nothing is made in its place, and the keys in use stay.
    const content = readFileSync(file, 'utf8');
    rmSync(file);
    await sleep(2_500);
    expect([existsSync(file), cipher.open(sealed, PLACE)]).toEqual([false, '110']);
    writeFileSync(file, content);
    await refused(ringText({ id: 'old', secret: Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0', 'hex').toString('base64') }), /keys\.refused/);
    await service.close();
  });

  it('demands the index of its key in every table from the first row on: a process with another ring is refused there', async () => {
    const service = await startTestApp({ ZHUJIU_KEYS: ringText({ id: 'first' }) });
    const checks = async (): Promise<string[]> => ((await service.app.nest.get(DataSource).query(
      `SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND conname LIKE '%_indexed_%' AND convalidated ORDER BY 1`)) as { name: string }[]).map(({ name }) => name);
    expect(await checks()).toEqual(sealedColumns.flatMap(({ index }) => (index ? [`${index.check}_first`] : [])).sort());
    const officer = await signedInAs(service, { role: 'town_officer' });
    await aFile(officer, aPerson());
    const other = await startTestApp({ DATABASE_URL: service.settings.database.url ?? '', ZHUJIU_KEYS: ringText({ id: 'other' }) });
    expect(await checks()).toHaveLength(sealedColumns.filter(({ index }) => index).length);
    const { citizenId, name } = aPerson();
    const answer = await other.http().post('/api/v1/files').set({ Authorization: officer.bearer }).send({ name, citizenId });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect((await service.app.nest.get(DataSource).query('SELECT count(*)::int AS n FROM person') as { n: number }[])[0]?.n).toBe(1);
    await other.close();
    await service.close();
  });
});

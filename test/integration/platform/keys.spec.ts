import { readFileSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { FieldCipher, KeyRing } from '../../../src/platform/crypto/index.js';
import { BlindIndexes } from '../../../src/platform/keys/index.js';
import { createRingFile, newKey, replaceRingFile, ringFileText } from '../../../src/platform/keys/new-ring.js';
import { openKeyRing } from '../../../src/platform/startup/index.js';
import { startTestApp } from '../../support/app.js';
import { ringText } from '../../support/keys.js';
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
    await refused(ringText({ id: 'old', secret: Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0', 'hex').toString('base64') }), /keys\.refused/);
    await service.close();
  });
});

import { verify } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { once } from 'node:events';
import { DataSource } from 'typeorm';
import { chinaDay } from '../../../src/kernel/clock.js';
import { Audit } from '../../../src/platform/audit/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { ringText } from '../../support/keys.js';
import { cleanEnvironment, startNode, temporaryFolder } from '../../support/processes.js';

// Real processes: the limit is there to end a hang, not to measure.
jest.setTimeout(180_000);

const folder = temporaryFolder('heads');
let service: TestApp;
let url = '';

beforeAll(async () => {
  service = await startTestApp({ ZHUJIU_ROLE: 'all', ZHUJIU_AUDIT_HEAD_FOLDER: path.join(folder, 'heads') });
  url = service.settings.database.url ?? '';
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const act = (id: string): Promise<void> => service.app.nest.get(UnitOfWork).run((tx) => service.app.nest.get(Audit).act(tx, { system: 'test' }, { act: 'test.thing.done', object: { kind: 'thing', id } }));
const head = path.join(folder, 'heads', 'audit-head.json');
const headNo = (): number => (existsSync(head) ? Number((JSON.parse(readFileSync(head, 'utf8')) as { no: string }).no) : 0);

async function command(...args: readonly string[]): Promise<{ code: number; output: string }> {
  const child = startNode('src/cli.ts', ['--lang', 'en', 'audit', ...args], { env: cleanEnvironment({ DATABASE_URL: url, ZHUJIU_KEYS: ringText({ id: 'test' }), ZHUJIU_AUDIT_HEAD_FOLDER: path.join(folder, 'heads') }), account: null });
  const [code] = (await once(child.process, 'close')) as [number];
  return { code, output: child.output() };
}

describe('a running service', () => {
  it('seals what was written by itself, tells the head outside the database and in the log, and shows its lag', async () => {
    await act('first');
    while (headNo() < 1) await sleep(50);
    expect(service.log.some((line) => line.includes('audit.head') && line.includes('signature'))).toBe(true);
    const { text } = await service.http().get('/metrics').expect(200);
    expect(text).toMatch(/^zhujiu_audit_unsealed \d+$/m);
    expect(text).toMatch(/^zhujiu_audit_unsealed_seconds [\d.]+$/m);
  });

  it('seals the head so that anybody with the published key can check it; a seal of another head is found', async () => {
    const before = headNo();
    await act('sealed');
    while (headNo() === before) await sleep(50);
    const kept = readFileSync(head, 'utf8');
    const { no, sealedAt, keyId, mac, signature, seal } = JSON.parse(kept) as Readonly<Record<'no' | 'sealedAt' | 'keyId' | 'mac' | 'signature', string>> & { readonly seal: { readonly algorithm: string; readonly keyId: string; readonly signature: string } };
    const { body } = await service.http().get('/api/v1/seal-keys').expect(200);
    const [key] = (body as { items: readonly { keyId: string; algorithm: string; publicKey: string; isCurrent: boolean }[] }).items;
    expect(key).toMatchObject({ keyId: seal.keyId, algorithm: seal.algorithm, isCurrent: true });
    expect(JSON.stringify(body)).not.toMatch(/PRIVATE|secret/);
    const text = JSON.stringify(['zhujiu head 1', no, sealedAt, keyId, mac]);
    const isSound = (bytes: string): boolean => verify(null, Buffer.from(bytes), key?.publicKey ?? '', Buffer.from(seal.signature, 'base64url'));
    expect([isSound(text), isSound(text.replace(no, '9'))]).toEqual([true, false]);

    while ((await command('verify')).code !== 0);
    const forged = { ...JSON.parse(readFileSync(head, 'utf8')) as object, seal: { ...seal, signature: seal.signature.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')) } };
    const file = path.join(folder, 'forged.json');
    writeFileSync(file, JSON.stringify(forged));
    expect(signature).not.toBe('');
    expect(await command('verify', '--head', file)).toMatchObject({ code: 1 });
    writeFileSync(file, kept);
    expect(await command('verify', '--head', file)).toMatchObject({ code: 0 });
  });

  it('exports the entries of a period as lines, itself the last of them', async () => {
    await act('exported');
    const lines = async (...period: readonly string[]): Promise<readonly { readonly seq: number; readonly at: string; readonly act: string; readonly objectId: string }[]> => {
      const { code, output } = await command('export', ...period);
      expect(code).toBe(0);
      return output.trim().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as never);
    };
    const all = await lines();
    expect(all.map((line) => line.objectId)).toContain('exported');
    expect(all.at(-1)).toMatchObject({ act: 'platform.audit.exported', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) });
    expect(all.map(({ seq }) => seq)).toEqual([...all.map(({ seq }) => seq)].sort((a, b) => a - b));
    const today = chinaDay(new Date());
    expect((await lines('--from', today, '--to', today)).length).toBe(all.length + 1);
    expect(await lines('--to', '2020-01-01')).toEqual([]);
    expect((await command('export', '--from', 'yesterday')).code).toBe(2);
    expect((await command('export', '--head', head)).code).toBe(2);
  });

  it('is checked by a command that names the first bad row', async () => {
    const before = headNo();
    await act('second');
    while (headNo() === before) await sleep(50);
    expect(await command('verify')).toEqual({ code: 0, output: expect.stringMatching(/^Sound: \d+ segments, \d+ entries, in accord with the head/) });
    expect((await command('status', '--json')).output).toMatch(/"segments":\d+,"waiting":\d+,"seconds":\d+/);
    expect(await command('verify', '--head', path.join(folder, 'none'))).toMatchObject({ code: 1, output: expect.stringContaining('cannot be read') });
    expect((await command('verify', '--fast')).code).toBe(2);

    const db = service.app.nest.get(DataSource);
    const [row] = (await db.query(`SELECT seq FROM audit_entry WHERE object_id = 'second'`)) as { seq: string }[];
    await db.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await db.query(`UPDATE audit_entry SET object_id = 'sec0nd' WHERE seq = $1`, [row?.seq]);
    expect(await command('verify')).toEqual({ code: 1, output: expect.stringContaining(`Audit entry ${row?.seq} was changed`) });
    await db.query(`UPDATE audit_entry SET object_id = 'second' WHERE seq = $1`, [row?.seq]);
    expect((await command('verify')).code).toBe(0);

    writeFileSync(head, 'x');
    expect(await command('verify')).toMatchObject({ code: 1, output: expect.stringContaining('cannot be read') });
    rmSync(head);
    expect(await command('verify')).toMatchObject({ code: 1, output: expect.stringContaining('a cut tail cannot be ruled out') });
  });
});

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DEMO_FILE } from '../../../src/demo/index.js';
import type { OpenedDatabase } from '../../../src/platform/startup/index.js';
import { putDemo } from '../../../src/put-demo.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { managerOf } from '../../support/members.js';

let app: TestApp;
beforeAll(async () => { app = await startTestApp({ ZHUJIU_DEMO: 'true' }); });
afterAll(() => app.close());

const opened = (kind: OpenedDatabase['kind']): OpenedDatabase => ({ url: '', kind, how: 'test', stop: async () => undefined });
const invitations = async (): Promise<number> => Number((await managerOf(app).query('SELECT count(*) AS n FROM invitation') as { n: string }[])[0]?.n);
const file = (): string => path.join(app.settings.database.dataDir, DEMO_FILE);

describe('the people of the demo', () => {
  it('never come into a database of DATABASE_URL', async () => {
    const told: string[] = [];
    await putDemo(app.app.nest, opened('external'), app.settings, (line) => told.push(line));
    expect(told).toEqual([]);
    expect(await invitations()).toBe(0);
  });

  it('are invited once, by codes that only the file of the data folder holds and that work', async () => {
    const told: string[] = [];
    for (let start = 0; start < 2; start++) await putDemo(app.app.nest, opened('embedded'), app.settings, (line) => told.push(line));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(file());
    expect(await invitations()).toBe(11);
    expect(statSync(file()).mode & 0o077).toBe(0);
    const [, code = ''] = /^(\S+) {2}演示管理员/m.exec(readFileSync(file(), 'utf8')) ?? [];
    expect(code).not.toBe('');
    const taken = await app.http().post('/api/v1/invitations/accept').send({ code, displayName: '演示管理员', contact: 'administrator@demo.invalid', password: '九张旧地图夹在蓝色书里'.padEnd(14, '页') });
    expect({ status: taken.status, code: (taken.body as { code?: string }).code }).toEqual({ status: 201, code: undefined });
    expect(await managerOf(app).query(`SELECT role FROM membership`)).toEqual([{ role: 'administrator' }]);
    expect(JSON.stringify(app.log)).not.toContain(code);
  });
});

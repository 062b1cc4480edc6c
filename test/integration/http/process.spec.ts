import net from 'node:net';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { cleanEnvironment, startNode, temporaryFolder, type Child } from '../../support/processes.js';

describe('web process', () => {
  let database: TestDatabase;
  const dataDir = temporaryFolder('web');
  beforeAll(async () => { database = await createTestDatabase(); });
  afterAll(async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = (env: Readonly<Record<string, string>>): Child => startNode('src/main.ts', [], {
    env: cleanEnvironment({ DATABASE_URL: database.url, ZHUJIU_DATA_DIR: dataDir, PORT: '0', ...env }), account: null,
  });

  it('prints its address in both languages, answers and stops with 0', async () => {
    const child = start({});
    const zh = await child.line(/助就已启动/);
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(zh)?.[0] ?? '';
    expect(await child.line(/Zhujiu is running/)).toContain(address);
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(`${address}health/ready`)).status).toBe(200);
    expect(child.output()).not.toContain('不是加密连接');
    expect(await child.end('SIGTERM')).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  it('stops when nobody reads its log any more', async () => {
    const child = start({});
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(await child.line(/助就已启动/))?.[0] ?? '';
    const exit = once(child.process, 'exit');
    child.process.stdout?.destroy();
    child.process.stderr?.destroy();
    // Whatever is logged next finds the reader gone.
    await fetch(`${address}health/ready`).catch(() => undefined);
    await fetch(`${address}nothing-here`).catch(() => undefined);
    expect((await exit)[0]).toBe(1);
  });

  it('warns on plain http outside the loopback', async () => {
    const child = start({ ZHUJIU_HOST: '0.0.0.0', ZHUJIU_ROLE: 'web' });
    expect(await child.line(/is not encrypted/)).toContain('ZHUJIU_PUBLIC_URL');
    expect(child.output()).toContain('不会保留安全 Cookie');
    expect(await child.end('SIGINT')).toBe(0);
  });

  it('says what to do when the port is taken, and leaves nothing running', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as net.AddressInfo;
    const child = start({ PORT: String(port), ZHUJIU_ROLE: 'web' });
    const [code] = (await once(child.process, 'exit')) as [number];
    expect(code).toBe(1);
    expect(child.output()).toContain(`端口 ${port} 已被占用`);
    expect(child.output()).toContain(`Port ${port} of 127.0.0.1 is taken`);
    expect(child.output()).not.toMatch(/^\s+at /m);
    other.close();
  });
});

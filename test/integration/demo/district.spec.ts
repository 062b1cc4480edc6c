import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cleanEnvironment, observe, processesWith, projectFolder, temporaryFolder } from '../../support/processes.js';

// A whole small district, act by act: the limit is there to end a hang, not to measure.
jest.setTimeout(600_000);

const EMPLOYERS = 45;
let dataDir = '';
beforeAll(() => { dataDir = temporaryFolder('district'); });
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function district(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ readonly code: number | string; readonly output: string }> {
  const child = observe(spawn(process.execPath, ['scripts/demo-district.mjs', ...words], { cwd: projectFolder, env: cleanEnvironment({ ZHUJIU_DATA_DIR: dataDir, ...env }), stdio: ['ignore', 'pipe', 'pipe'] }));
  await new Promise((resolve) => child.process.once('close', resolve));
  return { code: await child.end('SIGTERM'), output: child.output() };
}

describe('npm run demo:district', () => {
  it('makes two base years of filings, brought to their ends by clerks and reviewers, and leaves no process behind', async () => {
    const { code, output } = await district(['--employers', String(EMPLOYERS)]);
    expect([code, output]).toEqual([0, expect.stringContaining(`${EMPLOYERS} 家用人单位`)]);
    const stands = new Map([...output.matchAll(/^(\d{4} \w+): (\d+)$/gm)].map(([, where, count]) => [where, Number(count)]));
    const of = (year: number, ...states: readonly string[]): number => states.reduce((sum, state) => sum + (stands.get(`${year} ${state}`) ?? 0), 0);
    // The earlier year is over but for whom two claim, or who is at a place without reviewers.
    expect(of(2024, 'archived', 'determined', 'refused', 'corrected', 'counted_as_none')).toBeGreaterThan(of(2024, 'checking', 'accepted', 'first_check', 'second_check', 'returned', 'objected'));
    expect(of(2024, 'archived')).toBeGreaterThan(0);
    expect([...stands.keys()].filter((where) => where?.startsWith('2025')).length).toBeGreaterThan(3);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it('is not made twice, nor from words that it does not know, nor in a database of somebody else', async () => {
    const again = await district(['--employers', String(EMPLOYERS)]);
    expect([again.code, again.output]).toEqual([0, expect.stringContaining('演示区县已经放过一次')]);
    expect((await district(['--employers', '0'])).output).toContain('1 到 3000');
    expect((await district([], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).output).toContain('设了 DATABASE_URL');
  });
});

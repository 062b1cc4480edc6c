// The real service on a database of its own, as `npm start` runs it, on a free port of the loopback.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** The embedded database may be no child of the service: it is known by its data folder. */
function postgresOf(dataDir) {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      if (words[0]?.endsWith('postgres') && words.some((word) => word.startsWith(dataDir))) return Number(name);
    } catch { /* gone meanwhile */ }
  }
  return null;
}

/** @param dist folder of the build */
export async function startServer(dist = path.join(root, 'dist')) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-bench-'));
  const child = spawn(process.execPath, [path.join(dist, 'main.js')], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH, HOME: dataDir, PORT: '0', ZHUJIU_DATA_DIR: dataDir, ZHUJIU_DEMO: 'false', ZHUJIU_LOG_LEVEL: 'warn',
      ZHUJIU_UPLOADS_PER_MINUTE: '1000', ZHUJIU_ROSTER_QUOTA_PER_ADDRESS: '1000', ZHUJIU_ROSTER_WAITING_PER_ADDRESS: '100', ZHUJIU_ANONYMOUS_CALLS_PER_MINUTE: '1000000', ZHUJIU_ACCOUNT_CALLS_PER_MINUTE: '1000000',
    },
  });
  let said = '';
  const origin = await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (match) resolve(match[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said.slice(-800)}`)));
  });
  const postgres = postgresOf(dataDir);
  return {
    origin,
    roots: postgres === null ? [child.pid] : [child.pid, postgres],
    stop: async () => {
      const ended = new Promise((resolve) => { child.once('exit', resolve); });
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

// The service on a database of its own that a bench can look into, with employers and their clerks signed in.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const built = (file) => import(path.join(root, 'dist', file));

/** 张店区, whose window for base years before 2024 is not known and so is open. */
const REGION = '370303';

/** @returns origin, db, pids, clerks { employerId, headers }, stop */
export async function startFilingService({ clerks, over = {} }) {
  const [{ startEmbedded }, { migrate }, { loadSettings }, { openDataSource }, newRing] = await Promise.all([
    built('platform/embedded/index.js'), built('platform/startup/index.js'), built('platform/config/index.js'), built('platform/database/index.js'), built('platform/keys/new-ring.js'),
  ]);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-bench-filing-'));
  chmodSync(folder, 0o755);
  const keysFile = path.join(folder, 'keys.yaml');
  const server = await startEmbedded({ dataDir: path.join(folder, 'server'), source: 'auto', durability: 'durable', maxConnections: 100 });
  const undo = [() => rmSync(folder, { recursive: true, force: true }), () => server.stop()];
  const stop = async () => { for (const step of [...undo].reverse()) await step(); };
  try {
    newRing.createRingFile(keysFile, newRing.ringFileText([newRing.newKey('aes', new Date())]));
    const settings = loadSettings({ DATABASE_URL: server.url, ZHUJIU_DATA_DIR: folder }, readFileSync(path.join(root, 'config/default.yaml'), 'utf8'));
    await migrate(server.url, settings);
    const db = await openDataSource(server.url, [], settings);
    undo.push(() => db.destroy());
    const people = [];
    for (let n = 0; n < clerks; n++) people.push(await aClerk(db, n));
    const { origin, child } = await startService({
      PATH: process.env.PATH, HOME: folder, PORT: '0', DATABASE_URL: server.url, ZHUJIU_KEYS_FILE: keysFile, ZHUJIU_DATA_DIR: folder, ZHUJIU_LOG_LEVEL: 'warn',
      ZHUJIU_ACCOUNT_CALLS_PER_MINUTE: '1000000', ZHUJIU_ANONYMOUS_CALLS_PER_MINUTE: '1000000', ZHUJIU_UPLOADS_PER_MINUTE: '100000', ...over,
    });
    undo.push(() => new Promise((done) => { child.once('exit', done); child.kill('SIGTERM'); }));
    const postgres = postgresOf(path.join(folder, 'server'));
    return { origin, db, pids: postgres === null ? [child.pid] : [child.pid, postgres], clerks: people, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function aClerk(db, n) {
  const [employerId, accountId, membershipId] = [randomUUID(), randomUUID(), randomUUID()];
  const token = `zjs_${createHash('sha256').update(accountId).digest('base64url')}`;
  await db.query(`INSERT INTO organisation (id, kind, name, region_code, created_at) VALUES ($1, 'employer', $2, $3, now())`, [employerId, `单位${n}`, REGION]);
  await db.query(`INSERT INTO employer (id, uscc, kind, status, registered_at, decided_at) VALUES ($1, $2, 'enterprise', 'verified', now(), now())`, [employerId, `91999999${String(n).padStart(10, '0')}`]);
  await db.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, 'n', 'zh', now())`, [accountId]);
  await db.query(`INSERT INTO membership (id, account_id, role, region_code, organisation_id, employer_id, valid_from, created_at) VALUES ($1, $2, 'employer_clerk', $3, $4, $4, '2020-01-01', now())`, [membershipId, accountId, REGION, employerId]);
  await db.query(`INSERT INTO session (id, token_digest, account_id, membership_id, kind, method, device, opened_at, seen_at) VALUES ($1, $2, $3, $4, 'bearer', 'password', 'bench', now(), now())`, [randomUUID(), createHash('sha256').update(token).digest(), accountId, membershipId]);
  return { n, employerId, headers: { authorization: `Bearer ${token}` } };
}

function startService(env) {
  const child = spawn(process.execPath, [path.join(root, 'dist/main.js')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (origin) resolve({ origin, child });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said.slice(-800)}`)));
  });
}

/** The database is known by its data folder. */
function postgresOf(folder) {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      if (words[0]?.endsWith('postgres') && words.some((word) => word.startsWith(folder))) return Number(name);
    } catch { /* gone meanwhile */ }
  }
  return null;
}

// Fifty people sign in at the same moment, six times over, while a reader goes on turning pages.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');
const built = (file) => import(path.join(root, 'dist', file));

export const name = 'signin';

const AT_ONCE = 50;
const ROUNDS = 6;
const IDLE_SECONDS = 10;
const READ_EVERY_MS = 20;
const PAGES = ['/levy/quick', '/display', '/sign-in', '/policy/quota.ratio'];
const PASSWORD = 'seven frogs cross a bridge';

export async function run({ say }) {
  const [{ startEmbedded }, { migrate }, { loadSettings }, { openDataSource }, crypto, newRing, argon, { HASH_COST }] = await Promise.all([
    built('platform/embedded/index.js'), built('platform/startup/index.js'), built('platform/config/index.js'), built('platform/database/index.js'), built('platform/crypto/index.js'),
    built('platform/keys/new-ring.js'), import('@node-rs/argon2'), built('sign-in/infra/hash-orders.js'),
  ]);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-bench-signin-'));
  chmodSync(folder, 0o755);
  const keysFile = path.join(folder, 'keys.yaml');
  const server = await startEmbedded({ dataDir: path.join(folder, 'server'), source: 'auto', durability: 'durable', maxConnections: 100 });
  const env = {
    PATH: process.env.PATH, HOME: folder, PORT: '0', DATABASE_URL: server.url, ZHUJIU_KEYS_FILE: keysFile, ZHUJIU_DATA_DIR: folder, ZHUJIU_LOG_LEVEL: 'warn', ZHUJIU_SIGN_INS_PER_MINUTE: '100000',
    ZHUJIU_ANONYMOUS_CALLS_PER_MINUTE: '1000000', ZHUJIU_ACCOUNT_CALLS_PER_MINUTE: '1000000',
  };
  let service = null;
  try {
    newRing.createRingFile(keysFile, newRing.ringFileText([newRing.newKey('aes', new Date())]));
    const settings = loadSettings({ DATABASE_URL: server.url, ZHUJIU_DATA_DIR: folder }, readFileSync(path.join(root, 'config/default.yaml'), 'utf8'));
    await migrate(server.url, settings);
    const db = await openDataSource(server.url, [], settings);
    const hash = await argon.hash(PASSWORD, HASH_COST);
    await writePeople(db, crypto, keysFile, hash);
    service = await startService(env);
    const { origin, child } = service;
    await readPages(origin, 3_000);
    // As a service that has been at work: its connections are open and its code is compiled.
    await signInAll(origin, 0, AT_ONCE);
    const idle = await readPages(origin, IDLE_SECONDS * 1000);
    const before = residentMiB(child.pid);
    const [took, busy, peaks] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      const memory = watchMemory(child.pid);
      const reading = readPages(origin, null);
      const answers = await signInAll(origin, (round + 1) * AT_ONCE, AT_ONCE);
      busy.push(...await reading.stop());
      peaks.push(memory.stop());
      took.push(...answers);
      say(`  第 ${round + 1} 轮 / round ${round + 1}: p95 ${quantile(answers.map(({ ms }) => ms), 0.95).toFixed(0)} ms`);
      await sleep(1_500);
    }
    await db.destroy();
    const failed = took.filter(({ status }) => status !== 201).length;
    const times = took.map(({ ms }) => ms);
    const more = Math.max(...peaks) - before;
    const [idleP95, busyP95] = [quantile(idle, 0.95), quantile(busy, 0.95)];
    const command = 'npm run bench signin';
    return {
      rows: [
        { figure: `${AT_ONCE} sign-ins at once, p95`, command, target: '≤ 1 s', measured: `${quantile(times, 0.95).toFixed(0)} ms (p50 ${quantile(times, 0.5).toFixed(0)}, slowest ${Math.max(...times).toFixed(0)}; ${ROUNDS} times, ${failed} failed)`, met: quantile(times, 0.95) <= 1_000 && failed === 0 },
        { figure: 'memory that they take', command, target: '≤ 150 MiB more', measured: `${more.toFixed(0)} MiB more than ${before.toFixed(0)} MiB`, met: more <= 150 },
        { figure: 'a page meanwhile, p95', command, target: 'at most twice its idle figure', measured: `${busyP95.toFixed(1)} ms, idle ${idleP95.toFixed(1)} ms (${busy.length} and ${idle.length} pages)`, met: busyP95 <= 2 * idleP95 },
      ],
      notes: [`argon2id with ${HASH_COST.memoryCost / 1024} MiB and ${HASH_COST.timeCost} passes, ${settings.signIn.parallelHashes} at a time, after one round that is not counted; the fifty, the reader and the database share the machine’s processors with the service.`],
    };
  } finally {
    if (service) await service.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const contactOf = (n) => `p${n}@post.example`;

async function writePeople(db, { FieldCipher, BlindIndex, readKeyRing }, keysFile, hash) {
  const ring = readKeyRing({ kind: 'file', path: keysFile });
  const [cipher, emails] = [new FieldCipher(ring), new BlindIndex(ring, 'email')];
  for (let n = 0; n < AT_ONCE * (ROUNDS + 1); n++) {
    const [id, value] = [randomUUID(), contactOf(n)];
    const { a, b } = emails.columnsOf(value);
    await db.query(`INSERT INTO account (id, display_name, language, created_at) VALUES ($1, 'n', 'zh', now())`, [id]);
    await db.query('INSERT INTO account_contact (account_id, email, email_index_a, email_index_b, email_verified_at) VALUES ($1, $2, $3, $4, now())', [id, cipher.seal(value, { table: 'account_contact', column: 'email', rowId: id }), a, b]);
    await db.query('INSERT INTO credential (account_id, password_hash, changed_at) VALUES ($1, $2, now())', [id, hash]);
    await db.query(`INSERT INTO membership (id, account_id, role, region_code, valid_from, created_at) VALUES ($1, $2, 'jobseeker', '370303', '2020-01-01', now())`, [randomUUID(), id]);
  }
}

function startService(env) {
  const child = spawn(process.execPath, [path.join(root, 'dist/main.js')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (origin) resolve({ origin, child, stop: () => new Promise((done) => { child.once('exit', done); child.kill('SIGTERM'); }) });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said.slice(-800)}`)));
  });
}

const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE + 5 });

function call(origin, method, address, body) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? { accept: 'text/html', 'accept-encoding': 'gzip' } : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    http.request(origin + address, { method, agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve({ status: answer.statusCode, ms: performance.now() - began }));
    }).once('error', reject).end(body);
  });
}

const signInAll = (origin, from, count) => Promise.all(Array.from({ length: count }, (_, n) => call(origin, 'POST', '/api/v1/sessions', JSON.stringify({ contact: contactOf(from + n), password: PASSWORD }))));

/** One page after the other with a short pause, for so long or until it is stopped. */
function readPages(origin, milliseconds) {
  const took = [];
  let going = true;
  const end = milliseconds === null ? Infinity : performance.now() + milliseconds;
  const done = (async () => {
    for (let at = 0; going && performance.now() < end; at++) {
      took.push((await call(origin, 'GET', PAGES[at % PAGES.length])).ms);
      await sleep(READ_EVERY_MS);
    }
    return took;
  })();
  return milliseconds === null ? { stop: () => { going = false; return done; } } : done;
}

const residentMiB = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

function watchMemory(pid) {
  let peak = residentMiB(pid);
  const timer = setInterval(() => { peak = Math.max(peak, residentMiB(pid)); }, 5);
  return { stop: () => { clearInterval(timer); return peak; } };
}

const quantile = (list, share) => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

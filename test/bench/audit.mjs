// The audit chain: how quickly it is verified, and what it costs an import. One throwaway server of the product's own kind
// with the durability of a real one; the sealer runs as it does in the service, in a worker process of its own.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const root = path.resolve(import.meta.dirname, '../..');
const built = (file) => import(path.join(root, 'dist', file));

export const name = 'audit';

const VERIFIED_ROWS = Number(process.env.BENCH_AUDIT_ROWS ?? 1_000_000);
const IMPORTED_ROWS = Number(process.env.BENCH_IMPORT_ROWS ?? 3_000_000);
const BATCH = 1_000;
/** The import is cut into pieces, with and without the sealer in turn, so that a disturbance of the machine falls on both. */
const PIECES = 6;

const secret = createHash('sha256').update('bench').digest('base64');
const keys = (suite) => JSON.stringify({ keys: [{ id: 'bench', suite, current: ['field', 'index', 'chain'], slot: 'a', secret }] });

export async function run({ say }) {
  const [{ startEmbedded }, { migrate }, { loadSettings }, { openDataSource }, { UnitOfWork }, { Audit }, { sealNext }, { parseKeyRing }] = await Promise.all([
    built('platform/embedded/index.js'), built('platform/startup/index.js'), built('platform/config/index.js'), built('platform/database/index.js'), built('platform/database/index.js'),
    built('platform/audit/index.js'), built('platform/audit/seal-next.js'), built('platform/crypto/index.js'),
  ]);
  const { readFileSync } = await import('node:fs');
  const settings = loadSettings({}, readFileSync(path.join(root, 'config/default.yaml'), 'utf8'));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-bench-audit-'));
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ dataDir: path.join(folder, 'server'), source: 'auto', durability: 'durable', maxConnections: 100 });
  const rows = [];
  try {
    const database = async (title) => {
      const admin = new pg.Client({ connectionString: server.superuserUrl });
      await admin.connect();
      await admin.query(`CREATE DATABASE ${title} OWNER zhujiu`);
      await admin.end();
      const url = new URL(server.url);
      url.pathname = title;
      await migrate(url.href, settings);
      return url.href;
    };
    const parts = { openDataSource, UnitOfWork, Audit, sealNext, parseKeyRing, settings, say, folder };
    for (const suite of ['aes', 'sm']) rows.push(...await verifying(await database(`verify_${suite}`), suite, parts));
    rows.push(...await importing(await database('importing'), parts));
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    rows,
    notes: [
      'Verified by the command itself, `zhujiu audit verify`, from start to end of its process; its memory is the highest its process reached.',
      `Import: ${BATCH} people a transaction, each with its own audit entry, into a table with two indexes; pieces of ${IMPORTED_ROWS / PIECES} rows, with and without the sealer in turn, in one database. The sealer runs in a worker process meanwhile and seals all of it.`,
    ],
  };
}

const actor = { system: 'bench' };

async function write(db, unitOfWork, audit, count) {
  for (let from = 0; from < count; from += 5_000) {
    await unitOfWork.run((tx) => audit.acts(tx, actor, Array.from({ length: Math.min(5_000, count - from) }, (_, i) => ({ act: 'bench.person.import', object: { kind: 'person', id: `00000000-0000-4000-8000-${String(from + i).padStart(12, '0')}` }, detail: { row: from + i, region: '370303' } }))));
  }
}

async function verifying(url, suite, { openDataSource, UnitOfWork, Audit, sealNext, parseKeyRing, settings, say, folder }) {
  say(`  ${VERIFIED_ROWS} 条，${suite} / ${VERIFIED_ROWS} entries, ${suite}`);
  const db = await openDataSource(url, [], settings);
  const unitOfWork = new UnitOfWork(db, {});
  await write(db, unitOfWork, new Audit({ now: () => new Date() }), VERIFIED_ROWS);
  const ring = parseKeyRing(keys(suite), 'bench');
  let head = null;
  const sealing = Date.now();
  for (let done = false; !done;) {
    const sealed = await unitOfWork.run((tx) => sealNext(tx, ring, new Date()));
    head = sealed.head ?? head;
    done = sealed.done;
  }
  const sealSeconds = (Date.now() - sealing) / 1000;
  const headFile = path.join(folder, `head-${suite}.json`);
  writeFileSync(headFile, JSON.stringify(head));
  await db.query('VACUUM ANALYZE audit_entry');
  await db.destroy();
  const { seconds, megabytes, verdict } = await verifyCommand(url, suite, headFile, folder);
  if (verdict.fault !== null || verdict.rows !== VERIFIED_ROWS) throw new Error(`not verified: ${JSON.stringify(verdict)}`);
  const million = VERIFIED_ROWS === 1_000_000;
  return [
    { figure: `${VERIFIED_ROWS.toLocaleString('en')} entries verified, ${suite === 'aes' ? 'HMAC-SHA-256' : 'HMAC-SM3'}`, command: 'zhujiu audit verify', target: '≤ 30 s', measured: `${seconds.toFixed(1)} s, at most ${megabytes} MiB`, met: million ? seconds <= 30 : null },
    { figure: `the same sealed, ${suite === 'aes' ? 'HMAC-SHA-256' : 'HMAC-SM3'}`, command: 'npm run bench audit', target: null, measured: `${sealSeconds.toFixed(1)} s (${Math.round(VERIFIED_ROWS / sealSeconds).toLocaleString('en')} entries/s)`, met: null },
  ];
}

function child(args, env) {
  const kept = Object.entries(process.env).filter(([variable]) => !/^(ZHUJIU_|DATABASE_URL$|MEILI_|npm_)/.test(variable));
  return spawn(process.execPath, args, { cwd: root, env: { ...Object.fromEntries(kept), ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function verifyCommand(url, suite, headFile, folder) {
  const started = Date.now();
  // The child tells its own highest memory: only it knows it at its end.
  const report = path.join(folder, 'memory.mjs');
  writeFileSync(report, "process.on('exit', () => process.stdout.write(`\\nMAXRSS ${process.resourceUsage().maxRSS}\\n`));");
  const running = child(['--import', `file://${report}`, 'dist/cli.js', 'audit', 'verify', '--json', '--head', headFile], { DATABASE_URL: url, ZHUJIU_KEYS: keys(suite), ZHUJIU_DATA_DIR: folder });
  let output = '';
  running.stdout.setEncoding('utf8').on('data', (text) => { output += text; });
  const code = await new Promise((resolve) => running.once('close', resolve));
  const seconds = (Date.now() - started) / 1000;
  if (code !== 0) throw new Error(`zhujiu audit verify ended with ${code}: ${output}`);
  const [line] = output.split('\n');
  return { seconds, megabytes: Math.round(Number(/MAXRSS (\d+)/.exec(output)?.[1]) / 1024), verdict: JSON.parse(line) };
}

async function importing(url, { openDataSource, UnitOfWork, Audit, settings, say, folder }) {
  const db = await openDataSource(url, [], settings);
  const unitOfWork = new UnitOfWork(db, {});
  const audit = new Audit({ now: () => new Date() });
  await db.query('CREATE TABLE person (id uuid PRIMARY KEY, region text NOT NULL, name text NOT NULL, citizen_id text NOT NULL, index_a text NOT NULL)');
  await db.query('CREATE INDEX person_region_idx ON person (region)');
  const spent = { with: 0, without: 0 };
  const counted = { with: 0, without: 0 };
  const piece = Math.floor(IMPORTED_ROWS / PIECES);
  // One warm-up piece of each kind would cost minutes; the first pair is turned round in the next instead.
  for (let n = 0; n < PIECES; n += 1) {
    const kind = [true, false, false, true][n % 4] ? 'with' : 'without';
    const sealer = kind === 'with' ? await startSealer(url, folder) : null;
    const started = Date.now();
    for (let from = n * piece; from < (n + 1) * piece; from += BATCH) await importBatch(unitOfWork, audit, from);
    const seconds = (Date.now() - started) / 1000;
    spent[kind] += seconds;
    counted[kind] += piece;
    say(`  ${piece} 行，${kind === 'with' ? '同时入链' : '不入链'}：${seconds.toFixed(1)} s / rows, ${kind} the sealer`);
    if (sealer) {
      // Whatever waits is sealed before the next piece, so that no piece pays for another.
      const begun = Date.now();
      while (Number((await db.query('SELECT count(*)::int AS n FROM audit_entry WHERE (xid, seq) > (coalesce((SELECT last_xid FROM audit_segment ORDER BY no DESC LIMIT 1), 0), coalesce((SELECT last_seq FROM audit_segment ORDER BY no DESC LIMIT 1), 0))'))[0].n) > 0) await new Promise((resolve) => setTimeout(resolve, 500));
      say(`  之后 ${((Date.now() - begun) / 1000).toFixed(1)} s 全部入链 / all sealed after that long`);
      sealer.kill('SIGTERM');
      await new Promise((resolve) => sealer.once('close', resolve));
    }
  }
  await db.destroy();
  const ratio = (spent.with / counted.with) / (spent.without / counted.without);
  return [{
    figure: `import of ${IMPORTED_ROWS.toLocaleString('en')} people with an audit entry each, with the sealer to without`, command: 'npm run bench audit', target: '≤ 1.25',
    measured: `${ratio.toFixed(2)} (${Math.round(counted.with / spent.with).toLocaleString('en')} and ${Math.round(counted.without / spent.without).toLocaleString('en')} rows/s)`, met: IMPORTED_ROWS === 3_000_000 ? ratio <= 1.25 : null,
  }];
}

async function importBatch(unitOfWork, audit, from) {
  const ids = Array.from({ length: BATCH }, (_, i) => `00000000-0000-4000-8000-${String(from + i).padStart(12, '0')}`);
  await unitOfWork.run(async (tx) => {
    await tx.query(
      `INSERT INTO person SELECT id, '370303' || lpad((n % 1000)::text, 6, '0'), 'name ' || n, 'zf1.aes.bench.' || md5(n::text) || md5((n + 1)::text), 'bench.' || md5(n::text)
       FROM unnest($1::uuid[], $2::bigint[]) AS p (id, n)`, [ids, ids.map((_, i) => from + i)]);
    await audit.acts(tx, actor, ids.map((id, i) => ({ act: 'bench.person.import', object: { kind: 'person', id }, detail: { row: from + i } })));
  });
}

/** The worker process of the product; resolves once it works. */
async function startSealer(url, folder) {
  const worker = child(['dist/worker.js'], { DATABASE_URL: url, ZHUJIU_KEYS: keys('aes'), ZHUJIU_DATA_DIR: folder, ZHUJIU_LOG_LEVEL: 'warn' });
  await new Promise((resolve, reject) => {
    worker.stdout.setEncoding('utf8').on('data', (text) => { if (/Ready for jobs/.test(text)) resolve(); });
    worker.once('close', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return worker;
}

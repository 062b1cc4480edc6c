// Change of the keys while the service runs: 100,000 people with sealed and indexed telephone numbers and addresses, twenty
// clients that look up and write, `zhujiu keys rotate` in a process of its own.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');
const built = (file) => import(path.join(root, 'dist', file));

export const name = 'rotation';

const PEOPLE = Number(process.env.BENCH_ROTATION_ROWS ?? 100_000);
const CLIENTS = 20;
const PAUSE_MS = 500;
const BATCH = 2_000;

export async function run({ say }) {
  await import('reflect-metadata');
  const [{ NestFactory }, { startEmbedded }, { migrate }, { loadSettings }, { openDataSource, UnitOfWork }, crypto, newRing, { AppModule }, { createLogger }, { Accounts }] = await Promise.all([
    import('@nestjs/core'), built('platform/embedded/index.js'), built('platform/startup/index.js'), built('platform/config/index.js'), built('platform/database/index.js'),
    built('platform/crypto/index.js'), built('platform/keys/new-ring.js'), built('app.module.js'), built('platform/logging/index.js'), built('members/index.js'),
  ]);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-bench-rotation-'));
  chmodSync(folder, 0o755);
  const keysFile = path.join(folder, 'keys.yaml');
  const server = await startEmbedded({ dataDir: path.join(folder, 'server'), source: 'auto', durability: 'durable', maxConnections: 100 });
  const env = { DATABASE_URL: server.url, ZHUJIU_KEYS_FILE: keysFile, ZHUJIU_DATA_DIR: folder, ZHUJIU_LOG_LEVEL: 'error', ZHUJIU_ROLE: 'web', ZHUJIU_POOL_SIZE: '20' };
  const settings = loadSettings(env, readFileSync(path.join(root, 'config/default.yaml'), 'utf8'));
  try {
    newRing.createRingFile(keysFile, newRing.ringFileText([newRing.newKey('aes', new Date())]));
    await migrate(server.url, settings);
    const db = await openDataSource(server.url, [], settings);
    say(`  写入 ${PEOPLE} 人… / writing ${PEOPLE} people…`);
    const ids = await writePeople(db, crypto, keysFile);
    const service = await NestFactory.createApplicationContext(AppModule.forRoot({ settings, logger: createLogger(settings), databaseUrl: server.url }), { logger: false });
    const people = { ids, accounts: service.get(Accounts, { strict: false }), unitOfWork: service.get(UnitOfWork, { strict: false }) };
    const clients = startClients(people);
    await sleep(5_000);
    clients.phase = 'during';
    say('  更换密钥… / changing the keys…');
    const started = Date.now();
    const told = await rotateCommand(env);
    const seconds = (Date.now() - started) / 1000;
    await clients.stop();
    const { unreadable, left } = await readAll(db, crypto, keysFile);
    await service.close();
    await db.destroy();
    const fine = clients.errors.length === 0 && unreadable === 0 && left === 0;
    return {
      rows: [
        { figure: `keys changed for ${PEOPLE.toLocaleString('en')} people, two indexed fields each`, command: 'zhujiu keys rotate', target: 'no error, nothing unreadable', measured: `${seconds.toFixed(1)} s; ${clients.errors.length} errors, ${unreadable} unreadable, ${left} under the old key`, met: fine },
        { figure: `${CLIENTS} clients, 0.5 s between calls, 95 of 100 calls`, command: 'npm run bench rotation', target: null, measured: `${clients.p95('before')} ms before, ${clients.p95('during')} ms during (${clients.count('during')} calls, slowest ${clients.slowest('during')} ms)`, met: null },
      ],
      notes: [
        'A client finds somebody by the telephone number and reads all contacts; every third call writes a new number, which another call must then find.',
        ...clients.errors.slice(0, 3).map((error) => `error: ${error}`),
        ...told.filter((line) => /filled|resealed/.test(line) && !/"rows":0/.test(line)).map((line) => `\`${line}\``),
      ],
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const phoneOf = (n) => `139${String(n).padStart(8, '0')}`;

async function writePeople(db, { FieldCipher, BlindIndex, readKeyRing }, keysFile) {
  const ring = readKeyRing({ kind: 'file', path: keysFile });
  const [cipher, phones, emails] = [new FieldCipher(ring), new BlindIndex(ring, 'phone'), new BlindIndex(ring, 'email')];
  const all = [];
  for (let from = 0; from < PEOPLE; from += BATCH) {
    const ids = Array.from({ length: Math.min(BATCH, PEOPLE - from) }, () => randomUUID());
    const sealed = (column, values) => values.map((value, i) => cipher.seal(value, { table: 'account_contact', column, rowId: ids[i] }));
    const [phone, email] = [ids.map((_, i) => phoneOf(from + i)), ids.map((_, i) => `p${from + i}@post.example`)];
    await db.query(`INSERT INTO account (id, display_name, language, created_at) SELECT id, 'n', 'zh', now() FROM unnest($1::uuid[]) AS t (id)`, [ids]);
    await db.query(
      `INSERT INTO account_contact (account_id, phone, phone_index_a, phone_index_b, email, email_index_a, email_index_b)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      [ids, sealed('phone', phone), phone.map((v) => phones.columnsOf(v).a), phone.map((v) => phones.columnsOf(v).b), sealed('email', email), email.map((v) => emails.columnsOf(v).a), email.map((v) => emails.columnsOf(v).b)]);
    all.push(...ids);
  }
  await db.query('VACUUM ANALYZE account_contact');
  return all;
}

/** Each client owns the people whose place ends in its number, so that it knows what it must find. */
function startClients({ ids, accounts, unitOfWork }) {
  const state = { phase: 'before', running: true, errors: [], times: { before: [], during: [] } };
  const numbers = new Map();
  const client = async (own) => {
    for (let call = 0; state.running; call += 1) {
      const place = own + CLIENTS * Math.floor(Math.random() * Math.floor((ids.length - own) / CLIENTS));
      const { phase } = state;
      const begun = performance.now();
      try {
        await unitOfWork.run(async (tx) => {
          const phone = numbers.get(place) ?? phoneOf(place);
          const found = await accounts.accountByContact(tx, phone);
          if (found?.id !== ids[place]) throw new Error(`somebody was not found by the own number`);
          const contacts = await accounts.contactsOf(tx, ids[place]);
          if (!contacts.some(({ value }) => value === phone)) throw new Error('another number was read');
          if (call % 3 !== 0) return;
          const next = `138${String(place).padStart(6, '0')}${String(call % 100).padStart(2, '0')}`;
          await accounts.changeContact(tx, ids[place], next, new Date());
          numbers.set(place, next);
        });
      } catch (error) {
        state.errors.push(String(error?.driverError?.code ?? error?.code ?? '') + ' ' + String(error?.message ?? error));
      }
      state.times[phase].push(performance.now() - begun);
      await sleep(PAUSE_MS);
    }
  };
  const working = Promise.all(Array.from({ length: CLIENTS }, (_, own) => client(own)));
  const sorted = (phase) => [...state.times[phase]].sort((a, b) => a - b);
  return {
    get errors() { return state.errors; },
    set phase(phase) { state.phase = phase; },
    stop: async () => {
      state.running = false;
      await working;
    },
    p95: (phase) => Math.round(sorted(phase)[Math.floor(state.times[phase].length * 0.95)] ?? 0),
    slowest: (phase) => Math.round(sorted(phase).at(-1) ?? 0),
    count: (phase) => state.times[phase].length,
  };
}

async function rotateCommand(env) {
  const kept = Object.entries(process.env).filter(([variable]) => !/^(ZHUJIU_|DATABASE_URL$|MEILI_|npm_)/.test(variable));
  const command = spawn(process.execPath, ['dist/cli.js', 'keys', 'rotate', '--json'], { cwd: root, env: { ...Object.fromEntries(kept), ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  command.stdout.setEncoding('utf8').on('data', (text) => { output += text; });
  const code = await new Promise((resolve) => command.once('close', resolve));
  if (code !== 0) throw new Error(`zhujiu keys rotate ended with ${code}: ${output}`);
  return output.trim().split('\n');
}

/** Opens every value with the present keys. */
async function readAll(db, { FieldCipher, readKeyRing }, keysFile) {
  const cipher = new FieldCipher(readKeyRing({ kind: 'file', path: keysFile }));
  let [unreadable, left, after] = [0, 0, null];
  for (;;) {
    const rows = await db.query('SELECT account_id AS id, phone, email FROM account_contact WHERE $1::uuid IS NULL OR account_id > $1::uuid ORDER BY account_id LIMIT 5000', [after]);
    if (rows.length === 0) return { unreadable, left };
    for (const { id, ...fields } of rows) for (const [column, sealed] of Object.entries(fields)) {
      try {
        cipher.open(sealed, { table: 'account_contact', column, rowId: id });
        if (cipher.needsRotation(sealed)) left += 1;
      } catch {
        unreadable += 1;
      }
    }
    after = rows.at(-1).id;
  }
}

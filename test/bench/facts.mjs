// Registers: three million months of insurance and a tax list of 300,000 employers, each by the command that an operator
// gives, into a database of the product's own kind with the durability of a real one; beside them a bare COPY of the same rows.
import { spawn } from 'node:child_process';
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { insuranceFile, insuranceLines, taxFile, taxRow, TAX_COLUMNS } from './facts/files.mjs';
import { measurable, watchTree } from './roster/memory.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const built = (file) => import(path.join(root, 'dist', file));

export const name = 'facts';

const ROWS = Number(process.env.BENCH_FACTS_ROWS ?? 3_000_000);
const EMPLOYERS = 30_000;
const TAX_ROWS = Number(process.env.BENCH_TAX_ROWS ?? 300_000);
const MOST_SECONDS = 90;
const MIB = 2 ** 20;

const many = (number) => number.toLocaleString('en-US');
const seconds = (number) => `${number.toFixed(1)} s`;
const size = (file) => `${Math.round(statSync(file).size / MIB)} MiB`;

export async function run({ say }) {
  const [{ startEmbedded }, { migrate }, { loadSettings }, newRing, { streamSheet }] = await Promise.all([
    built('platform/embedded/index.js'), built('platform/startup/index.js'), built('platform/config/index.js'), built('platform/keys/new-ring.js'), built('platform/sheets/index.js'),
  ]);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-bench-facts-'));
  chmodSync(folder, 0o755);
  const file = (title) => path.join(folder, title);
  say('  制作文件… / making the files…');
  insuranceFile(file('months.csv'), ROWS, EMPLOYERS);
  taxFile(file('tax.csv'), TAX_ROWS);
  await xlsxOf(streamSheet, file('tax.xlsx'));
  const server = await startEmbedded({ dataDir: file('server'), source: 'auto', durability: 'durable', maxConnections: 100 });
  const env = { DATABASE_URL: server.url, ZHUJIU_KEYS_FILE: file('keys.yaml'), ZHUJIU_DATA_DIR: folder, ZHUJIU_LOG_LEVEL: 'error' };
  const client = new pg.Client({ connectionString: server.url });
  try {
    newRing.createRingFile(file('keys.yaml'), newRing.ringFileText([newRing.newKey('aes', new Date())]));
    await migrate(server.url, loadSettings(env, readFileSync(path.join(root, 'config/default.yaml'), 'utf8')));
    await client.connect();
    const given = (title, ...args) => measure(say, title, env, args);
    const insurance = (asOf) => ['facts', 'import', 'insurance', file('months.csv'), '--source', '某局', '--as-of', asOf];
    const employers = (title, asOf) => ['employers', 'import', file(title), '--source', '某税务局', '--as-of', asOf, '--region', '370300'];

    const months = await given('insurance months', ...insurance('2025-02-01'));
    expect(months.told.rows, { in: ROWS, accepted: ROWS, unchanged: 0, rejected: 0 });
    const bareMonths = await bare(say, client, 'CREATE TABLE bench_bare (LIKE insurance_month INCLUDING ALL)', insuranceLines(ROWS, EMPLOYERS));
    const later = await given('the same months of a later day', ...insurance('2025-03-01'));
    expect(later.told.rows, { in: ROWS, accepted: 0, unchanged: ROWS, rejected: 0 });
    const again = await given('the same file again', ...insurance('2025-03-01'));
    const tax = await given('tax list', ...employers('tax.csv', '2025-02-01'));
    expect(tax.told.rows, { in: TAX_ROWS, accepted: TAX_ROWS, unchanged: 0, rejected: 0 });
    const bareTax = await bare(say, client, `CREATE TABLE bench_bare (${TAX_COLUMNS.map((_, at) => `c${at} text${at === 0 ? ' PRIMARY KEY' : ''}`).join(', ')})`, taxLines());
    const taxAgain = await given('the same employers as XLSX of a later day', ...employers('tax.xlsx', '2025-03-01'));
    expect(taxAgain.told.rows, { in: TAX_ROWS, accepted: 0, unchanged: TAX_ROWS, rejected: 0 });

    const command = 'npm run bench facts';
    const row = (figure, measured, target = null, met = null) => ({ figure, command, target, measured, met });
    const timed = (one, beside) => `${seconds(one.seconds)}${beside === null ? '' : `, ${(one.seconds / beside).toFixed(1)} times the bare COPY`}${measurable() ? `; peak ${Math.round(one.peak / MIB)} MiB` : ''}`;
    return {
      rows: [
        row(`${many(ROWS)} insurance months of ${many(Math.ceil(ROWS / 24))} people, CSV (${size(file('months.csv'))}), whole command`, timed(months, bareMonths), `≤ ${MOST_SECONDS} s`, months.seconds <= MOST_SECONDS),
        row('bare COPY of the same rows into the same table with its key', seconds(bareMonths)),
        row('the same months told of a later day: all unchanged', timed(later, bareMonths)),
        row('the same file again: nothing is done', timed(again, null)),
        row(`tax list of ${many(TAX_ROWS)} employers, CSV (${size(file('tax.csv'))}), whole command; ${many(tax.told.duplicates)} possible duplicates found`, timed(tax, bareTax)),
        row('bare COPY of the same rows as texts, one key', seconds(bareTax)),
        row(`the same employers, XLSX (${size(file('tax.xlsx'))}), told of a later day: all unchanged`, timed(taxAgain, bareTax)),
      ],
      notes: [
        'Each time is that of the whole command, from start to end of its process: reading, checking every number by its check digit, finding or entering the people (each identity number sealed and indexed once), staging, merging, audit. Employers: names of representatives and telephone numbers sealed and indexed.',
        'The bare COPY takes rows that are checked and resolved already. Memory is that of the command’s process, without the database.',
      ],
    };
  } finally {
    await client.end().catch(() => undefined);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function xlsxOf(streamSheet, file) {
  const rows = async function* () {
    yield TAX_COLUMNS;
    for (let n = 0; n < TAX_ROWS; n++) yield taxRow(n);
  };
  const out = createWriteStream(file);
  await pipeline(Readable.from(streamSheet('名单', TAX_COLUMNS.map(() => ({ width: 20 })), rows())), out);
  await finished(out).catch(() => undefined);
}

function* taxLines() {
  for (let n = 0; n < TAX_ROWS; n++) yield `${taxRow(n).join('\t')}\n`;
}

/** Runs a command of the product. @returns seconds from start to end, what it told, its highest memory */
async function measure(say, title, env, args) {
  const kept = Object.entries(process.env).filter(([variable]) => !/^(ZHUJIU_|DATABASE_URL$|MEILI_|npm_)/.test(variable));
  const start = performance.now();
  const command = spawn(process.execPath, ['dist/cli.js', ...args, '--json'], { cwd: root, env: { ...Object.fromEntries(kept), ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const watch = watchTree([command.pid]);
  let output = '';
  command.stdout.setEncoding('utf8').on('data', (text) => { output += text; });
  const code = await new Promise((resolve) => command.once('close', resolve));
  const taken = (performance.now() - start) / 1000;
  const { peak } = watch.stop();
  if (code !== 0) throw new Error(`zhujiu ${args[0]} import ended with ${code}: ${output.slice(0, 2_000)}`);
  say(`  ${title}: ${seconds(taken)}`);
  return { seconds: taken, told: JSON.parse(output), peak };
}

async function bare(say, client, table, lines) {
  await client.query(table);
  const start = performance.now();
  await pipeline(Readable.from(inPieces(lines)), client.query(copyFrom('COPY bench_bare FROM STDIN')));
  const taken = (performance.now() - start) / 1000;
  await client.query('DROP TABLE bench_bare');
  say(`  bare COPY: ${seconds(taken)}`);
  return taken;
}

function* inPieces(lines) {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < 262_144) continue;
    yield text;
    text = '';
  }
  yield text;
}

function expect(rows, wanted) {
  if (JSON.stringify(rows) !== JSON.stringify(wanted)) throw new Error(`${JSON.stringify(rows)} instead of ${JSON.stringify(wanted)}`);
}

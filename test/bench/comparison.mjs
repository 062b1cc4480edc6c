// The comparison of a year: 3,000,000 person-months of 30,000 employers against insurance, wages and certificates, and with each other.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seed } from './comparison/seed.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const built = (file) => import(path.join(root, 'dist', file));

export const name = 'comparison';

/** Smaller for a try: `COMPARISON_EMPLOYERS=300 npm run bench comparison`. */
const EMPLOYERS = Number(process.env.COMPARISON_EMPLOYERS ?? 30_000);
const PERSON_MONTHS_EACH = 100;
const BASE_YEAR = 2025;
const MOST_SECONDS = 120;

const MIB = 2 ** 20;
const seconds = (number) => `${number.toFixed(1)} s`;
const count = (number) => number.toLocaleString('en-US');

export async function run({ say }) {
  const [{ startEmbedded }, { migrate }, { loadSettings }, newRing] = await Promise.all([built('platform/embedded/index.js'), built('platform/startup/index.js'), built('platform/config/index.js'), built('platform/keys/new-ring.js')]);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-bench-comparison-'));
  chmodSync(folder, 0o755);
  const keysFile = path.join(folder, 'keys.yaml');
  const server = await startEmbedded({ dataDir: path.join(folder, 'server'), source: 'auto', durability: 'durable', maxConnections: 100 });
  try {
    newRing.createRingFile(keysFile, newRing.ringFileText([newRing.newKey('aes', new Date())]));
    const settings = loadSettings({ DATABASE_URL: server.url, ZHUJIU_DATA_DIR: folder }, readFileSync(path.join(root, 'config/default.yaml'), 'utf8'));
    await migrate(server.url, settings);
    say('making the filings and the facts');
    const seeded = await seed({ url: server.url, keysFile, dist: path.join(root, 'dist'), employers: EMPLOYERS, personMonthsEach: PERSON_MONTHS_EACH, baseYear: BASE_YEAR, say });
    const env = { PATH: process.env.PATH, HOME: folder, DATABASE_URL: server.url, ZHUJIU_KEYS_FILE: keysFile, ZHUJIU_DATA_DIR: folder, ZHUJIU_LOG_LEVEL: 'warn' };
    const first = await compare(env, say);
    const again = await compare(env, say);
    if (first.result.personMonths !== seeded.personMonths || again.result.changed !== 0) throw new Error(JSON.stringify({ seeded, first, again }));
    const command = 'npm run bench comparison';
    return {
      rows: [
        { figure: `${count(first.result.personMonths)} person-months of ${count(first.result.filings)} employers, compared and kept`, command, target: `≤ ${MOST_SECONDS} s`, measured: `${seconds(first.seconds)} (${count(Math.round(first.result.personMonths / first.seconds))} a second; ${seconds(first.processor)} of it this process’s own, the rest the database’s)`, met: first.seconds <= MOST_SECONDS },
        { figure: 'the same again: nothing new, nothing written', command, target: null, measured: `${seconds(again.seconds)}; ${again.result.changed} changes`, met: null },
        { figure: 'peak memory of the process', command, target: null, measured: `${Math.round(Math.max(first.peak, again.peak) / MIB)} MiB`, met: null },
      ],
      notes: [
        `${count(seeded.lines)} lines held against ${count(seeded.insuranceMonths)} insurance months, ${count(seeded.wageMonths)} wages and ${count(seeded.certificates)} dated certificates; ${count(first.result.doubtful)} lines doubtful, ${count(first.result.conflicts)} conflicts between employers found in the same run.`,
        'Identities are sealed as in service and opened for the judgement; the rules are those of the public calculator.',
      ],
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process of its own, as a job process does it. */
function compare(env, say) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'comparison/compare.mjs'), path.join(root, 'dist'), String(BASE_YEAR)], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => { said += chunk; });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code !== 0) return reject(new Error(`the comparison ended with ${code}`));
      const outcome = JSON.parse(said.trim().split('\n').at(-1));
      say(`compared in ${seconds(outcome.seconds)}: ${JSON.stringify(outcome.result)}`);
      return resolve(outcome);
    });
  });
}

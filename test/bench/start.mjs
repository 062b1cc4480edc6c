// How long `npm start` takes until /health/ready answers 200: with a new database, with an old one, and with the build first.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const name = 'start';

const root = path.resolve(import.meta.dirname, '../..');
const ROUNDS = 5;
const SOURCES = ['src', 'scripts', 'config', 'seeds', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

function folder(prefix) {
  const made = mkdtempSync(path.join(os.tmpdir(), `zhujiu-bench-${prefix}-`));
  chmodSync(made, 0o755);
  return made;
}

/** A checkout without a build, or with the present one; node_modules is shared. */
function checkout(withBuild) {
  const made = folder('checkout');
  for (const entry of withBuild ? [...SOURCES, 'dist'] : SOURCES) cpSync(path.join(root, entry), path.join(made, entry), { recursive: true, preserveTimestamps: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(made, 'node_modules'));
  return made;
}

function environment(dataDir) {
  const kept = Object.entries(process.env).filter(([variable]) => !/^(ZHUJIU_|DATABASE_URL$|MEILI_|npm_)/.test(variable));
  return { ...Object.fromEntries(kept), PORT: '0', ZHUJIU_DATA_DIR: dataDir };
}

const answers = (address) => fetch(`${address}/health/ready`).then((answer) => answer.ok, () => false);

/** Seconds from the command to the first ready answer; the service is stopped before it resolves. */
async function start(cwd, dataDir) {
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd, env: environment(dataDir), stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const address = new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (found) resolve(found[0]);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => { printed += text; });
    void exited.then(() => reject(new Error(printed)));
  });
  const url = await address;
  while (!(await answers(url))) await sleep(5);
  const seconds = (performance.now() - began) / 1000;
  child.kill('SIGTERM');
  await exited;
  return seconds;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (figure, limit, values) => ({
  figure,
  command: 'npm start',
  target: `≤ ${limit} s`,
  measured: `${median(values).toFixed(1)} s (median of ${values.length}, worst ${Math.max(...values).toFixed(1)})`,
  met: median(values) <= limit,
});

export async function run({ say }) {
  const made = [];
  const make = (folderOf) => {
    const one = folderOf();
    made.push(one);
    return one;
  };
  try {
    const built = make(() => checkout(true));
    const [fresh, old, building] = [[], [], []];
    const lasting = make(() => folder('data'));
    await start(built, lasting);
    for (let round = 0; round < ROUNDS; round++) {
      fresh.push(await start(built, make(() => folder('data'))));
      old.push(await start(built, lasting));
      say(`round ${round + 1}: new ${fresh.at(-1).toFixed(2)} s, old ${old.at(-1).toFixed(2)} s`);
    }
    for (let round = 0; round < 3; round++) {
      building.push(await start(make(() => checkout(false)), make(() => folder('data'))));
      say(`with build: ${building.at(-1).toFixed(2)} s`);
    }
    return {
      rows: [
        row('built checkout to ready, new database', 5, fresh),
        row('built checkout to ready, old database', 3, old),
        row('first start with build, new database', 25, building),
      ],
      notes: ['From the command to the first 200 of /health/ready, npm included; the embedded database of a new folder is created within it.'],
    };
  } finally {
    for (const one of made) rmSync(one, { recursive: true, force: true });
  }
}

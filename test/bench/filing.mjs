// A roster of 100,000 people into a draft: read, checked, judged, staged, and taken over in one transaction. Beside it, in the
// same run, exceljs only reading the file, and a bare COPY of the same rows.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFilingService } from './filing/service.mjs';
import { COLUMNS, makeRosters } from './roster/files.mjs';
import { measurable, watchTree } from './roster/memory.mjs';

export const name = 'filing';

const ROWS = Number(process.env.BENCH_FILING_ROWS ?? 100_000);
const ROUNDS = 3;
const BASE_YEAR = 2023;
const TARGET_SECONDS = 25;
const MOST_MEMORY = 500;
const MIB = 2 ** 20;
const mib = (bytes) => Math.round(bytes / MIB);
const seconds = (number) => `${number.toFixed(1)} s`;

async function json(answer, wanted) {
  const body = await answer.json();
  if (answer.status !== wanted) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
  return body;
}

/** Hands a file in, follows its progress and takes it over. @returns seconds of each part and the different numbers of rows that the progress told */
async function fileRoster(origin, { headers }, file, rows) {
  const api = `${origin}/api/v1/filings`;
  const posted = (address, body) => fetch(address, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const { id } = await json(await posted(api, { baseYear: BASE_YEAR }), 201);
  const form = new FormData();
  form.append('file', await openAsBlob(file), path.basename(file));
  const start = performance.now();
  let state = await json(await fetch(`${api}/${id}/rosters`, { method: 'POST', headers, body: form }), 202);
  const progress = new Set();
  while (state.state === 'reading') {
    progress.add(state.rowsRead);
    await sleep(50);
    state = await json(await fetch(`${api}/${id}/rosters/${state.id}`, { headers }), 200);
  }
  const checked = (performance.now() - start) / 1000;
  if (state.state !== 'checked' || state.rowsIn !== rows || state.accepted + state.unchanged + state.rejected !== rows) throw new Error(JSON.stringify(state));
  const { version } = await json(await fetch(`${api}/${id}`, { headers }), 200);
  const takeFrom = performance.now();
  const taken = await json(await posted(`${api}/${id}/rosters/${state.id}/take`, { version }), 200);
  const took = (performance.now() - takeFrom) / 1000;
  return { id, checked, took, seconds: checked + took, progress: progress.size, taken };
}

/** The same rows, as they lie in the table, into an empty table with the same keys. */
async function bareCopy(db, declarationId) {
  const [{ id: versionId }] = await db.query('SELECT id FROM filing_version WHERE declaration_id = $1', [declarationId]);
  const runner = db.createQueryRunner();
  const client = await runner.connect();
  const { copyIn, copyOut } = await import(path.resolve(import.meta.dirname, '../../dist/platform/database/index.js'));
  try {
    await client.query('DROP TABLE IF EXISTS bench_line');
    await client.query('CREATE TABLE bench_line (LIKE roster_line INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)');
    const pieces = [];
    for await (const piece of copyOut(client, `COPY (SELECT * FROM roster_line WHERE version_id = '${versionId}') TO STDOUT`)) pieces.push(Buffer.from(piece));
    const start = performance.now();
    const target = await copyIn(client, 'COPY bench_line FROM STDIN');
    for (const piece of pieces) await target.write(piece);
    const rows = await target.end();
    return { seconds: (performance.now() - start) / 1000, rows };
  } finally {
    await client.query('DROP TABLE IF EXISTS bench_line');
    await runner.release();
  }
}

const median = (list, key) => [...list].sort((one, other) => one[key] - other[key])[Math.floor(list.length / 2)][key];
const most = (list, key) => Math.max(...list.map((entry) => entry[key]));

export async function run({ say, peers }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-filing-'));
  say('making the file');
  const { xlsx } = makeRosters(folder, ROWS);
  const small = makeRosters(folder, 200).xlsx;
  const peerFolder = peers()?.resolve?.('exceljs/package.json') ?? null;
  const [ours, copies, exceljs] = [[], [], []];
  const service = await startFilingService({ clerks: ROUNDS + 1 });
  try {
    const [warm, ...clerks] = service.clerks;
    await fileRoster(service.origin, warm, small, 200);
    await sleep(2_000);
    for (const clerk of clerks) {
      const idle = watchTree(service.pids).stop();
      const watch = watchTree(service.pids);
      const outcome = await fileRoster(service.origin, clerk, xlsx, ROWS);
      const { peak, peakFirst } = watch.stop();
      ours.push({ ...outcome, above: peak - idle.peak, aboveFirst: peakFirst - idle.peakFirst });
      say(`ours: ${seconds(outcome.seconds)} (checked ${seconds(outcome.checked)}, taken over ${seconds(outcome.took)}), +${mib(peak - idle.peak)} MiB, ${outcome.progress} steps of progress`);
      copies.push(await bareCopy(service.db, outcome.id));
      say(`bare COPY: ${seconds(copies.at(-1).seconds)}, ${copies.at(-1).rows} rows`);
      if (peerFolder !== null) {
        const { stdout, status } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'roster/read-only.mjs'), 'exceljs', xlsx, peerFolder], { encoding: 'utf8' });
        if (status === 0) exceljs.push(JSON.parse(stdout));
        if (status === 0) say(`exceljs only reading: ${seconds(exceljs.at(-1).seconds)}, +${mib(exceljs.at(-1).bytes)} MiB`);
      }
      await sleep(1_500);
    }
  } finally {
    await service.stop();
  }
  const size = (statSync(xlsx).size / MIB).toFixed(1);
  rmSync(folder, { recursive: true, force: true });

  const command = 'npm run bench filing';
  const typical = median(ours, 'seconds');
  const above = most(ours, 'above');
  return {
    rows: [
      { figure: `XLSX, ${ROWS.toLocaleString('en-US')} rows, ${COLUMNS.length} columns (${size} MiB), into a draft: parse, validate, judge, merge`, command, target: `≤ ${TARGET_SECONDS} s`, measured: `${seconds(typical)} (until checked ${seconds(median(ours, 'checked'))}, taken over ${seconds(median(ours, 'took'))})`, met: typical <= TARGET_SECONDS },
      { figure: 'peak memory above idle, service and database', command, target: `≤ ${MOST_MEMORY} MB`, measured: measurable() ? `${mib(above)} MiB; the service process alone ${mib(most(ours, 'aboveFirst'))} MiB` : 'not measured on this system', met: measurable() ? above <= MOST_MEMORY * 1e6 : null },
      { figure: 'progress visible', command, target: 'numbers of rows that grow', measured: `${Math.min(...ours.map(({ progress }) => progress))} different numbers of rows seen while it is read`, met: Math.min(...ours.map(({ progress }) => progress)) > 10 },
      { figure: 'exceljs streaming, only reading the same XLSX', command, target: null, met: null, measured: exceljs.length === 0 ? 'not installed' : `${seconds(median(exceljs, 'seconds'))}, ${mib(most(exceljs, 'bytes'))} MiB; ours takes ${(typical / median(exceljs, 'seconds')).toFixed(1)} times as long and has the lines in the draft` },
      { figure: 'a bare COPY of the same rows, sealed and with their keys, into an empty table', command, target: null, met: null, measured: `${seconds(median(copies, 'seconds'))} for ${copies[0]?.rows.toLocaleString('en-US')} rows` },
    ],
    notes: [`${ROUNDS} rounds, ours, COPY and exceljs in turn, each of ours into the draft of another employer; the median is shown, the highest memory of all rounds. Names and numbers are sealed for each row, so the table holds more than the file.`],
  };
}

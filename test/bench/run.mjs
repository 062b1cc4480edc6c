// `npm run bench [name…]`: runs the named benches, or all, and writes what they measured into docs/benchmarks.md.
// A bench is a module beside this one: `export const name` and `export async function run({ say, peers })`, which resolves
// with rows { figure, command, target, measured, met } and may add `notes`. `met` is null where there is no target.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { peers } from './peers.mjs';
import { printRows, writeReport } from './report.mjs';

const NOT_A_BENCH = new Set(['run.mjs', 'peers.mjs', 'report.mjs']);
const say = (line) => process.stderr.write(`${line}\n`);

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.mjs') && !NOT_A_BENCH.has(file)).sort();
const benches = await Promise.all(files.map((file) => import(path.join(import.meta.dirname, file))));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  say(`没有这项测量 / no such bench: ${unknown.join(', ')} (${benches.map((bench) => bench.name).join(', ')})`);
  process.exit(2);
}

await ensureBuilt();
for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  say(`\n${bench.name}`);
  const { rows, notes = [] } = await bench.run({ say, peers: () => peers(say) });
  printRows(bench.name, rows, notes);
  writeReport(bench.name, rows, notes);
}

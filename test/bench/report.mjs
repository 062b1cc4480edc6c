// What a bench measured, as a table on the terminal and as a section of docs/benchmarks.md that the next run replaces.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const file = path.resolve(import.meta.dirname, '../../docs/benchmarks.md');

const HEADER = `# Benchmarks

Made by \`npm run bench\`. Every section is replaced when its bench runs; figures of one section were measured in one run on
the machine it names. Peers are measured in the same run, alternating with ours, so that the ratio holds where the figures
do not.
`;

const machine = () => {
  const cpus = os.cpus();
  return `${cpus[0]?.model.trim() ?? 'unknown processor'}, ${cpus.length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${os.platform()}; load before the run ${os.loadavg()[0].toFixed(1)}`;
};
/** Told before the benches load the machine themselves. */
const startedOn = machine();

const mark = (met) => (met === null ? '–' : met ? 'met' : '**missed**');
const cell = (text) => String(text).replaceAll('|', '\\|');
const table = (rows) => [
  '| figure | command | target | measured | |', '|---|---|---|---|---|',
  ...rows.map(({ figure, command, target, measured, met }) => `| ${cell(figure)} | \`${command}\` | ${cell(target ?? '–')} | ${cell(measured)} | ${mark(met)} |`),
].join('\n');

export function printRows(name, rows, notes) {
  for (const { figure, target, measured, met } of rows) process.stdout.write(`${name}\t${figure}\t${measured}\t${target ?? '–'}\t${met === null ? '–' : met ? 'met' : 'missed'}\n`);
  for (const note of notes) process.stdout.write(`${name}\t${note}\n`);
}

export function writeReport(name, rows, notes) {
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end of ${name} -->`];
  const section = `${begin}\n## ${name}\n\n${startedOn}; ${new Date().toISOString().slice(0, 10)}\n\n${table(rows)}\n${notes.map((note) => `\n- ${note}`).join('')}\n${end}`;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : HEADER;
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  const after = from >= 0 && to > from ? before.slice(0, from) + section + before.slice(to + end.length) : `${before.trimEnd()}\n\n${section}\n`;
  writeFileSync(file, after);
}

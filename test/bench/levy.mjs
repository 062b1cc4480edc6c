// The levy: the engine in one process beside a decision engine, and the command over five million lines.
import { inProcess } from './levy/in-process.mjs';
import { runCommand } from './levy/command.mjs';

export const name = 'levy';

const LINES = 5_000_000;
const MIB = 2 ** 20;
/** Memory counts as flat when the last quarter of a run needs no more than this above the second quarter. */
const FLAT = 32 * MIB;

const count = (number) => Math.round(number).toLocaleString('en-US');
const speed = ({ median, best }) => `${count(median)} cases/s (best round ${count(best)})`;
const highest = (numbers) => numbers.reduce((most, number) => Math.max(most, number), 0);

function memoryRow(figure, command, { samples }) {
  if (samples.length < 8) return { figure, command, target: 'flat', measured: 'not measured on this system', met: null };
  const quarter = samples.length >> 2;
  const [second, last] = [highest(samples.slice(quarter, 2 * quarter)), highest(samples.slice(-quarter))];
  const mib = (bytes) => `${Math.round(bytes / MIB)} MiB`;
  return { figure, command, target: 'flat', measured: `highest ${mib(highest(samples))}; second quarter ${mib(second)}, last quarter ${mib(last)}`, met: last <= second + FLAT };
}

function engineRows({ lines, brief, zenTrace, zenTraceText, zenPlain }) {
  const command = 'npm run bench levy';
  const ratio = (other) => `${speed(other)}; ours with lines is ${(lines.median / other.median).toFixed(0)} times as fast`;
  const rows = [
    { figure: 'one process, mix M, with lines', command, target: '≥ 100,000 cases/s on one core', measured: speed(lines), met: lines.median >= 100_000 },
    { figure: 'one process, mix M, without lines', command, target: null, measured: speed(brief), met: null },
  ];
  if (!zenTrace) return rows;
  return [
    ...rows,
    { figure: '@gorules/zen-engine, same rules, trace as objects', command, target: null, measured: ratio(zenTrace), met: null },
    { figure: '@gorules/zen-engine, same rules, trace as text', command, target: null, measured: ratio(zenTraceText), met: null },
    { figure: '@gorules/zen-engine, same rules, no trace', command, target: null, measured: ratio(zenPlain), met: null },
  ];
}

function commandRows(flag, target, run) {
  const command = `zhujiu levy${flag} < ${count(LINES)} lines`;
  const what = flag === '' ? 'command, with statement' : 'command, --brief';
  return [
    { figure: what, command, target: `≥ ${count(target)} cases/s`, measured: `${count(run.perSecond)} cases/s; ${count(LINES / run.seconds)} a second of processor time`, met: run.perSecond >= target },
    memoryRow(`${what}, memory`, command, run),
  ];
}

export async function run({ say, peers }) {
  const engine = await inProcess(peers(), say);
  const full = await runCommand(LINES, [], say);
  const brief = await runCommand(LINES, ['--brief'], say);
  return {
    rows: [...engineRows(engine), ...commandRows('', 30_000, full), ...commandRows(' --brief', 60_000, brief)],
    notes: [
      'Mix M is the sample case of the contract with other head-counts, wages, grades and months from a fixed seed: twelve head-counts and five person-months each.',
      'The decision engine computes the same sums for 1,001 cases of the mix, checked before the run; 64 of its evaluations are under way at once.',
      'The command is measured from start to end of its process, reading a pipe and writing into `wc -l`, with generator and reader on the same machine.',
    ],
  };
}

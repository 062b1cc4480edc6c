// The command in a process of its own, fed through a pipe and read by `wc -l`, with its memory watched from outside.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const SAMPLE_MS = 500;
const cli = path.resolve(import.meta.dirname, '../../../dist/cli.js');
const generator = path.join(import.meta.dirname, 'lines.mjs');

const quote = (word) => `'${word.replaceAll("'", "'\\''")}'`;

/** Resident bytes and seconds of processor time of a process, all its threads together; null once it has gone. */
function usageOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    const resident = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024;
    // Clock ticks are a hundredth of a second on every Linux that Node runs on.
    return { resident, seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return null;
  }
}

/**
 * `zhujiu levy` over `count` lines.
 * @returns cases a second of wall time, the whole process from start to end; samples of resident memory; processor seconds.
 */
export async function runCommand(count, args, say) {
  const levy = [process.execPath, cli, 'levy', ...args].map(quote).join(' ');
  // The inner shell tells its process id on descriptor 3 and becomes the command.
  const pipeline = `${quote(process.execPath)} ${quote(generator)} ${count} | sh -c ${quote(`echo $$ >&3; exec ${levy}`)} | wc -l`;
  const began = performance.now();
  const shell = spawn('sh', ['-c', pipeline], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
  const samples = [];
  let seconds = 0;
  let printed = '';
  let timer;
  shell.stdout.on('data', (chunk) => { printed += chunk; });
  shell.stdio[3].once('data', (chunk) => {
    const pid = Number(chunk.toString());
    timer = setInterval(() => {
      const usage = usageOf(pid);
      if (!usage || Number.isNaN(usage.resident)) return;
      samples.push(usage.resident);
      seconds = usage.seconds;
      if (samples.length % 20 === 0) say(`  ${args.join(' ') || 'with statement'}: ${Math.round((performance.now() - began) / 1_000)} s, ${Math.round(usage.resident / 2 ** 20)} MiB`);
    }, SAMPLE_MS);
  });
  const status = await new Promise((resolve) => { shell.on('close', resolve); });
  clearInterval(timer);
  const elapsed = (performance.now() - began) / 1_000;
  if (status !== 0 || Number(printed) !== count) throw new Error(`the command printed ${printed.trim()} lines for ${count} and ended with ${status}`);
  return { perSecond: count / elapsed, elapsed, samples, seconds };
}

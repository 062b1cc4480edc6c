import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { systemClock } from '../../../src/kernel/clock.js';
import { run } from '../../../src/quota/levy/cli/levy.command.js';
import { cleanEnvironment, projectFolder } from '../../support/processes.js';

const BUILD_MS = 120_000;
/** A good deal more than the input from which the command takes threads. */
const LINES = 20_000;

const CASE = {
  region: '370303', baseYear: 2024, filingYear: 2025, employerKind: 'enterprise', registeredOn: '2010-05-01', headcount: { monthly: Array.from({ length: 12 }, () => 200) },
  totalWages: '20000000.00', arranged: [{ certificate: 'disability', grade: 1, months: ['2024-11', '2024-12'] }], alreadyPaid: '0.00',
};

/** Most lines are cases; some are broken in one way or another, blank, over-long or not UTF-8. */
function line(n: number): Buffer {
  if (n % 997 === 3) return Buffer.from('{"id":\n');
  if (n % 1_499 === 7) return Buffer.from('\r\n');
  if (n % 1_999 === 11) return Buffer.from([0x7b, 0xff, 0x7d, 10]);
  if (n === 9_000) return Buffer.from(`{"id":"${'x'.repeat(1_100_000)}"}\n`);
  const people = n % 3 === 0 ? '张'.repeat(n % 50) : `c${n}`;
  return Buffer.from(`${JSON.stringify({ ...CASE, id: `${people}${n}`, headcount: { monthly: CASE.headcount.monthly.map((count) => count + (n % 17)) } })}${n % 2 === 0 ? '\r\n' : '\n'}`);
}

async function inOneThread(input: Buffer): Promise<Buffer> {
  const written: Buffer[] = [];
  const stdout = new Writable({ write: (chunk: Buffer, _, done) => { written.push(Buffer.from(chunk)); done(); } });
  await run([], { stdin: Readable.from([input]), stdout, stderr: stdout, clock: systemClock, language: 'zh' });
  return Buffer.concat(written);
}

it('the built command, which shares long inputs with threads, prints what one thread prints, in order', async () => {
  const input = Buffer.concat(Array.from({ length: LINES }, (_, n) => line(n)));
  const command = spawnSync(process.execPath, [path.join(projectFolder, 'scripts/cli.mjs'), 'levy', '--strict'], { cwd: projectFolder, env: cleanEnvironment({}), input, maxBuffer: 2 ** 30 });
  expect(command.status).toBe(1);
  const expected = await inOneThread(input);
  expect(command.stdout.length).toBe(expected.length);
  expect(command.stdout.equals(expected)).toBe(true);
}, BUILD_MS);

import type { Readable } from 'node:stream';
import { say } from '../../../kernel/texts.js';
import type { CommandIo } from '../../../platform/cli/command.js';
import { PolicyBook, shippedPolicyFolder } from '../../../policy/index.js';
import { ByteWriter } from '../app/byte-writer.js';
import { writeOutcome } from '../app/result-json.js';
import { simulateLevy } from '../app/simulate-levy.query.js';
import type { LevyFailure, LevyOutcome } from '../domain/result.js';
import { LevySimulator } from '../domain/simulate.js';
import type { CaseErrorCode } from '../dto/texts.js';
import { LineSplitter, type Line } from './line-splitter.js';
import { Output } from './output.js';
import { levyCommandTexts } from './texts.js';

/** Longest line of input: a case of a million persons by count is short, one with 10,000 persons by name fits. */
export const MOST_LINE_BYTES = 1_048_576;
/** Results are written out in runs of about this size, and at the end of what has been read so far. */
const RUN_BYTES = 131_072;

const NEWLINE = 10;

/**
 * `zhujiu levy`: one case per line in, one result per line out, in order, in flat memory.
 * @returns the exit code: 0; 1 with `--strict` where a line failed; 2 for wrong options.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const output = new Output(io.stdout);
  const unknown = args.find((arg) => arg !== '--brief' && arg !== '--strict' && arg !== '--help');
  if (unknown !== undefined) {
    io.stderr.write(`${say(levyCommandTexts, io.language, 'levy.command.option_unknown', { option: unknown })}\n`);
    return 2;
  }
  if (args.includes('--help')) {
    await output.write(`${say(levyCommandTexts, io.language, 'levy.command.help')}\n`, () => undefined);
    await output.finish();
    return 0;
  }
  const simulator = new LevySimulator(PolicyBook.load(shippedPolicyFolder), io.clock.today());
  const failed = await answerLines(io.stdin, output, simulator, { statement: !args.includes('--brief') });
  return failed && args.includes('--strict') ? 1 : 0;
}

/** @returns whether any line failed. */
async function answerLines(input: Readable, output: Output, simulator: LevySimulator, options: { readonly statement: boolean }): Promise<boolean> {
  const splitter = new LineSplitter(MOST_LINE_BYTES);
  const writer = new ByteWriter(RUN_BYTES * 2);
  let failed = false;

  async function answerAll(lines: readonly Line[]): Promise<void> {
    for (const line of lines) {
      const outcome = answer(line, simulator, options);
      if (outcome === null) continue;
      if (!outcome.ok) failed = true;
      writeOutcome(outcome, writer);
      writer.byte(NEWLINE);
      if (writer.length < RUN_BYTES) continue;
      await writeOut();
      if (!output.wanted) return;
    }
    // What is waiting goes out before more is read: a person at a terminal sees each answer at once.
    if (writer.length > 0) await writeOut();
  }

  async function writeOut(): Promise<void> {
    const taken = writer.take();
    await output.write(taken, () => writer.giveBack(taken));
  }

  for await (const chunk of input) {
    await answerAll(splitter.push(chunk as Buffer));
    if (!output.wanted) return failed;
  }
  await answerAll(splitter.end());
  await output.finish();
  return failed;
}

/** The outcome of one line; null for a blank one. */
function answer(line: Line, simulator: LevySimulator, options: { readonly statement: boolean }): LevyOutcome | null {
  if ('fault' in line) {
    return line.fault === 'too_long' ? unreadable(line.number, 'levy.case.line_too_long', { max: MOST_LINE_BYTES }) : unreadable(line.number, 'levy.case.not_utf8');
  }
  let raw: unknown;
  try {
    raw = JSON.parse(line.text);
  } catch {
    return line.text.trim() === '' ? null : unreadable(line.number, 'levy.case.json_malformed');
  }
  return simulateLevy(simulator, raw, options);
}

const unreadable = (number: number, code: CaseErrorCode, params?: { readonly max: number }): LevyFailure =>
  ({ id: null, line: number, ok: false, error: { code, errors: [params ? { pointer: '', code, params } : { pointer: '', code }] } });

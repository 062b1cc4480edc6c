import type { Readable } from 'node:stream';
import { say } from '../../../kernel/texts.js';
import type { CommandIo } from '../../../platform/cli/command.js';
import { PolicyBook, shippedPolicyFolder } from '../../../policy/index.js';
import { ByteWriter } from '../app/byte-writer.js';
import { LevySimulator } from '../domain/simulate.js';
import { answerLine, MOST_LINE_BYTES, type AnswerOptions } from './answer-lines.js';
import { AnswersInOrder } from './answers-in-order.js';
import { CaseThreads } from './case-threads.js';
import { LineSplitter, type Line } from './line-splitter.js';
import { Output } from './output.js';
import { levyCommandTexts } from './texts.js';

export { MOST_LINE_BYTES } from './answer-lines.js';

/** Results are written out in runs of about this size, and at the end of what has been read so far. */
const RUN_BYTES = 131_072;
/** Input beyond this is worth threads: starting them takes as long as computing some thousand cases. */
const THREADS_FROM_BYTES = 1_048_576;
/** A smaller block costs more to hand over than to answer. */
const SMALLEST_BLOCK = 16_384;
/** Answers under way or waiting for an earlier one; each is that of one read, about a megabyte. */
const MOST_WAITING = 8;

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
  const today = io.clock.today();
  const simulator = new LevySimulator(PolicyBook.load(shippedPolicyFolder), today);
  const answers = new LevyAnswers(output, simulator, { statement: !args.includes('--brief') });
  try {
    await answers.answer(io.stdin);
  } finally {
    await answers.end();
  }
  return answers.failed && args.includes('--strict') ? 1 : 0;
}

/** Reads lines and writes their answers; long inputs are shared with threads. */
class LevyAnswers {
  /** Whether any line failed. */
  failed = false;
  readonly #splitter = new LineSplitter(MOST_LINE_BYTES, 0);
  readonly #writer = new ByteWriter(RUN_BYTES * 2);
  readonly #answers: AnswersInOrder;
  #read = 0;
  #threads: CaseThreads | null = null;

  constructor(private readonly output: Output, private readonly simulator: LevySimulator, private readonly options: AnswerOptions) {
    this.#answers = new AnswersInOrder(output, MOST_WAITING);
  }

  /** Resolves when every line is answered, or nobody reads any more. @throws what breaks input or output */
  async answer(input: Readable): Promise<void> {
    for await (const chunk of input as AsyncIterable<Buffer>) {
      this.#read += chunk.length;
      if (this.#read > THREADS_FROM_BYTES) this.#threads ??= new CaseThreads({ today: this.simulator.today, options: this.options, blockBytes: RUN_BYTES * 8 });
      await (this.#threads ? this.#share(chunk, this.#threads) : this.#answerHere(this.#splitter.push(chunk)));
      if (!this.output.wanted) return;
    }
    await this.#answerHere(this.#splitter.end());
    await this.#answers.finish();
    await this.output.finish();
  }

  async end(): Promise<void> {
    await this.#threads?.end();
  }

  /** The first line of a chunk mostly began in the one before it, the last ends in the next; what is between goes to a thread that has time. */
  async #share(chunk: Buffer, threads: CaseThreads): Promise<void> {
    const last = chunk.lastIndexOf(NEWLINE);
    const from = this.#splitter.isWithinLine ? chunk.indexOf(NEWLINE) + 1 : 0;
    const block = last < from ? null : chunk.subarray(from, last + 1);
    if (block === null || block.length < SMALLEST_BLOCK) return this.#answerHere(this.#splitter.push(chunk));
    await this.#answerHere(this.#splitter.push(chunk.subarray(0, from)));
    const given = threads.give(block, this.#splitter.lines);
    if (given === null) return this.#answerHere(this.#splitter.push(chunk.subarray(from)));
    this.#splitter.skip(block);
    this.#splitter.push(chunk.subarray(last + 1));
    await this.#answers.addPromised(given.then((answer) => {
      if (answer.failed) this.failed = true;
      return { bytes: answer.bytes, written: () => threads.giveBack(answer) };
    }));
  }

  async #answerHere(lines: readonly Line[]): Promise<void> {
    for (const line of lines) {
      if (answerLine(line, this.simulator, this.options, this.#writer)) this.failed = true;
      if (this.#writer.length < RUN_BYTES) continue;
      await this.#writeOut();
      if (!this.output.wanted) return;
    }
    // What is waiting goes out before more is read: a person at a terminal sees each answer at once.
    if (this.#writer.length > 0) await this.#writeOut();
  }

  async #writeOut(): Promise<void> {
    const taken = this.#writer.take();
    await this.#answers.add(taken, () => this.#writer.giveBack(taken));
  }
}

import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { LocalDate } from '../../../kernel/local-date.js';
import { PolicyBook, shippedPolicyFolder } from '../../../policy/index.js';
import { ByteWriter } from '../app/byte-writer.js';
import { LevySimulator } from '../domain/simulate.js';
import { answerLine, MOST_LINE_BYTES, type AnswerOptions } from './answer-lines.js';
import { LineSplitter } from './line-splitter.js';

/** What every thread is told when it begins. */
export type ThreadTerms = { readonly today: LocalDate; readonly options: AnswerOptions; readonly blockBytes: number };
/** Whole lines, with the number of lines before them and, if there is one, memory that the thread may use again. */
export type Block = { readonly bytes: Uint8Array<ArrayBuffer>; readonly linesBefore: number; readonly spare: ArrayBuffer | null };
/** Null once, when the thread is ready. */
export type FromCaseThread = { readonly bytes: Uint8Array<ArrayBuffer>; readonly failed: boolean } | null;

/** Entry of a thread that answers blocks of lines. */
function main(port: MessagePort, { today, options, blockBytes }: ThreadTerms): void {
  const simulator = new LevySimulator(PolicyBook.load(shippedPolicyFolder), today);
  const writer = new ByteWriter(blockBytes);
  port.on('message', ({ bytes, linesBefore, spare }: Block) => {
    if (spare) writer.giveBack(Buffer.from(spare));
    const lines = new LineSplitter(MOST_LINE_BYTES, linesBefore).push(Buffer.from(bytes.buffer));
    let failed = false;
    for (const line of lines) failed = answerLine(line, simulator, options, writer) || failed;
    const taken = writer.take() as Buffer<ArrayBuffer>;
    port.postMessage({ bytes: taken, failed } satisfies FromCaseThread, [taken.buffer]);
  });
  port.postMessage(null satisfies FromCaseThread);
}

if (parentPort) main(parentPort, workerData as ThreadTerms);

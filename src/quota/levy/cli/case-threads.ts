import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Block, FromCaseThread, ThreadTerms } from './case-thread.js';

/** The command's own thread computes too, and reading, splitting and writing fall to it alone. */
const MOST_THREADS = 3;
/** Blocks given to a thread at once: one that it works on and one that waits. */
const MOST_GIVEN = 2;

const THREAD = fileURLToPath(new URL('./case-thread.js', import.meta.url));

type Answer = Exclude<FromCaseThread, null>;
type Waiting = { resolve(answer: Answer): void; reject(error: Error): void };
type Thread = { readonly worker: Worker; readonly given: Waiting[]; ready: boolean };

/** Threads that answer blocks of lines beside the command's own; none on a machine with one processor or where nothing is compiled. */
export class CaseThreads {
  readonly #threads: Thread[];
  readonly #spares: ArrayBuffer[] = [];

  constructor(terms: ThreadTerms) {
    const count = existsSync(THREAD) ? Math.min(availableParallelism() - 1, MOST_THREADS) : 0;
    this.#threads = Array.from({ length: count }, () => this.#start(terms));
  }

  /** Gives a block of whole lines away. @returns null where every thread has enough to do: the caller answers it then */
  give(lines: Buffer, linesBefore: number): Promise<Answer> | null {
    const thread = this.#threads.find(({ ready, given }) => ready && given.length < MOST_GIVEN);
    if (thread === undefined) return null;
    const bytes = new Uint8Array(lines.length);
    bytes.set(lines);
    const spare = this.#spares.pop() ?? null;
    thread.worker.postMessage({ bytes, linesBefore, spare } satisfies Block, spare ? [bytes.buffer, spare] : [bytes.buffer]);
    return new Promise((resolve, reject) => { thread.given.push({ resolve, reject }); });
  }

  /** Memory of an answer that has been written. */
  giveBack(answer: Answer): void {
    this.#spares.push(answer.bytes.buffer);
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #start(terms: ThreadTerms): Thread {
    const worker = new Worker(THREAD, { workerData: terms });
    const thread: Thread = { worker, given: [], ready: false };
    const fail = (error: Error): void => { for (const waiting of thread.given.splice(0)) waiting.reject(error); };
    worker.on('message', (message: FromCaseThread) => {
      if (message === null) thread.ready = true;
      else thread.given.shift()?.resolve(message);
    });
    worker.on('error', fail);
    worker.on('exit', (code) => {
      thread.ready = false;
      fail(new Error(`a thread of the command ended with ${code}`));
    });
    return thread;
  }
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError } from '../../../../kernel/domain-error.js';
import { readRoster, type RosterPhase } from '../../app/read-roster.js';
import type { RosterTotals } from '../../domain/outcome.js';
import { standardTitle } from '../../texts.js';
import type { FromThread, ReadingOrder, ToThread } from './messages.js';
import { sinkFor, type Lines } from './order-sink.js';

export type ReadingEars = {
  /** Called with lines as they are made; a rejection ends the reading. */
  take(lines: Lines): Promise<void>;
  progress(phase: RosterPhase, rows: number): void;
  /** Ends the reading from outside. */
  readonly signal: AbortSignal;
};

const THREAD = fileURLToPath(new URL('./roster-thread.js', import.meta.url));
/** Room for objects of a reading; what is beyond is no roster. Texts of the file itself stand outside this limit. */
const MOST_OBJECTS_MB = 320;

/**
 * Reads one roster apart from the service's own thread. From sources that nobody compiled (tests) it reads in this thread.
 * @throws DomainError what the file is refused for; the signal's reason; any other error is a bug
 */
export function readApart(order: ReadingOrder, ears: ReadingEars): Promise<RosterTotals> {
  return existsSync(THREAD) ? readInThread(order, ears) : readHere(order, ears);
}

function readInThread(order: ReadingOrder, ears: ReadingEars): Promise<RosterTotals> {
  return new Promise((resolve, reject) => {
    ears.signal.throwIfAborted();
    const worker = new Worker(THREAD, { workerData: order, transferList: [order.bytes.buffer as ArrayBuffer], resourceLimits: { maxOldGenerationSizeMb: MOST_OBJECTS_MB } });
    const storing = new Set<Promise<void>>();
    let settled = false;
    const settle = (outcome: () => void): void => {
      if (settled) return;
      settled = true;
      ears.signal.removeEventListener('abort', abort);
      outcome();
      void worker.terminate();
    };
    const fail = (error: unknown): void => settle(() => reject(error as Error));
    const abort = (): void => fail(ears.signal.reason);
    ears.signal.addEventListener('abort', abort, { once: true });

    worker.on('message', (message: FromThread) => {
      switch (message.type) {
        case 'progress':
          if (!settled) ears.progress(message.phase, message.rows);
          break;
        case 'fragment':
        case 'lines': {
          const stored = ears.take(message)
            .then(() => worker.postMessage({ type: 'stored' } satisfies ToThread), fail)
            .finally(() => storing.delete(stored));
          storing.add(stored);
          break;
        }
        case 'done':
          // The last lines may still be on their way into the database.
          void Promise.all(storing).then(() => settle(() => resolve(message.totals)));
          break;
        case 'refused':
          fail(new DomainError(message.code, message.params));
          break;
      }
    });
    worker.on('error', (error: NodeJS.ErrnoException) => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DomainError('roster.file.too_complex') : error));
    worker.on('exit', (code) => {
      if (code !== 0) fail(new Error(`the thread that reads a roster ended with ${code}`));
    });
  });
}

/** As `readApart`, in this thread: for a file so small that starting another would take longer than reading it. */
export async function readHere(order: ReadingOrder, ears: ReadingEars): Promise<RosterTotals> {
  const storing: Promise<void>[] = [];
  const sink = sinkFor(order, (lines) => { storing.push(ears.take(lines)); });
  const totals = await readRoster({
    file: { bytes: Buffer.from(order.bytes), name: order.name },
    year: order.year,
    limits: order.limits,
    ownUscc: order.ownUscc,
    ownCodes: order.ownCodes,
    standardTitle: (key) => standardTitle(key, order.language),
    sink,
    progress: async (phase, rows) => {
      ears.signal.throwIfAborted();
      ears.progress(phase, rows);
      await Promise.all(storing.splice(0));
      // Who shares its thread with others lets them have a turn.
      await new Promise((resolve) => { setImmediate(resolve); });
    },
  });
  sink.finish();
  await Promise.all(storing);
  return totals;
}

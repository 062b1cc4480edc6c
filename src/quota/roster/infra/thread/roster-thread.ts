import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { DomainError } from '../../../../kernel/domain-error.js';
import { readRoster } from '../../app/read-roster.js';
import { standardTitle } from '../../texts.js';
import type { FromThread, ReadingOrder } from './messages.js';
import { sinkFor } from './order-sink.js';

/** Fragments sent and not yet stored: beyond this the reading waits, so that a slow database costs time and not memory. */
const MOST_UNDER_WAY = 24;

/**
 * Entry of the thread in which one roster is read. The service stays responsive meanwhile, whatever the file holds, and
 * all memory of the reading is given back when the thread ends.
 */
async function main(port: MessagePort, order: ReadingOrder): Promise<void> {
  let underWay = 0;
  let proceed: (() => void) | null = null;
  port.on('message', () => {
    underWay--;
    proceed?.();
  });
  const send = (message: FromThread): void => port.postMessage(message);
  const sink = sinkFor(order, (lines) => {
    underWay++;
    send(lines);
  });
  try {
    const totals = await readRoster({
      file: { bytes: Buffer.from(order.bytes.buffer, order.bytes.byteOffset, order.bytes.byteLength), name: order.name },
      year: order.year,
      limits: order.limits,
      ownUscc: order.ownUscc,
      ownCodes: order.ownCodes,
      standardTitle: (key) => standardTitle(key, order.language),
      sink,
      progress: async (phase, rows) => {
        send({ type: 'progress', phase, rows });
        while (underWay > MOST_UNDER_WAY) await new Promise<void>((resolve) => { proceed = resolve; });
      },
    });
    sink.finish();
    send({ type: 'done', totals });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    send({ type: 'refused', code: error.code, params: error.params });
  } finally {
    port.close();
  }
}

if (parentPort) void main(parentPort, workerData as ReadingOrder);

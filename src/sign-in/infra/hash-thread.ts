import os from 'node:os';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';
import { HASH_COST, type HashAnswer, type HashOrder } from './hash-orders.js';

/** Below the thread that answers pages and below the database, so that fifty sign-ins at once do not hold up a reader. */
const NICENESS = 5;

/** Entry of a thread that does nothing but hash. */
function main(port: MessagePort): void {
  // Linux gives each thread a niceness of its own; elsewhere this would slow the whole service down.
  if (os.platform() === 'linux') os.setPriority(NICENESS);
  port.on('message', (order: HashOrder) => port.postMessage(answer(order)));
}

function answer(order: HashOrder): HashAnswer {
  try {
    return { ok: true, value: order.kind === 'hash' ? hashSync(order.password, HASH_COST) : verifySync(order.known, order.password) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

if (parentPort) main(parentPort);

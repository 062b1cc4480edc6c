import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { hash, verify } from '@node-rs/argon2';
import { HASH_COST, type HashAnswer, type HashOrder } from './hash-orders.js';
import { HashQueue } from './hash-queue.js';

const THREAD = fileURLToPath(new URL('./hash-thread.js', import.meta.url));

/**
 * Threads of our own for hashing, of lower priority, started when first needed and then kept. From sources that nobody
 * compiled (tests) it hashes in the framework's own pool.
 */
export class HashThreads {
  private readonly idle: Worker[] = [];
  private readonly queue: HashQueue;

  /** @param most that may hash at once @param longest that may wait */
  constructor(most: number, longest: number) {
    this.queue = new HashQueue(most, longest);
  }

  /** @throws DomainError sign_in.busy */
  run(order: HashOrder): Promise<string | boolean> {
    return this.queue.run(() => (existsSync(THREAD) ? this.inThread(order) : here(order)));
  }

  private inThread(order: HashOrder): Promise<string | boolean> {
    const worker = this.idle.pop() ?? start();
    return new Promise((resolve, reject) => {
      const told = (answer: HashAnswer): void => settle(() => {
        this.idle.push(worker);
        if (answer.ok) resolve(answer.value);
        else reject(new Error(answer.message));
      });
      const failed = (error: Error): void => settle(() => reject(error));
      const ended = (code: number): void => settle(() => reject(new Error(`the hashing thread ended with ${code}`)));
      // Its own listeners only: the worker hears itself through others.
      const settle = (outcome: () => void): void => {
        worker.off('message', told).off('error', failed).off('exit', ended);
        outcome();
      };
      worker.on('message', told).on('error', failed).on('exit', ended);
      worker.postMessage(order);
    });
  }
}

/** It keeps no process alive: whoever waits for a hash does. */
function start(): Worker {
  const worker = new Worker(THREAD);
  worker.unref();
  return worker;
}

const here = (order: HashOrder): Promise<string | boolean> => (order.kind === 'hash' ? hash(order.password, HASH_COST) : verify(order.known, order.password));

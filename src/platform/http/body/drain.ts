import type { IncomingMessage } from 'node:http';

/**
 * Reads on after a refusal, so that the sender can finish and see the answer instead of a broken connection; but no more
 * than `limit` further bytes.
 */
export function drain(req: IncomingMessage, limit: number): void {
  if (req.complete || req.destroyed) return;
  let rest = limit;
  req.on('error', () => undefined);
  req.on('data', (chunk: Buffer) => {
    rest -= chunk.length;
    if (rest < 0) req.destroy();
  });
  req.resume();
}

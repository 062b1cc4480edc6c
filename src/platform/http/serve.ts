import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '../config/index.js';

const HEADERS_SECONDS = 20;
/** Longer than the idle time of common proxies (60 s), so that it is never us who closes while they send. */
const KEEP_ALIVE_SECONDS = 65;
const LOOK_EVERY_MS = 50;

/** Slow senders are cut off: the headers, the whole request, and a connection on which nothing moves. */
export function limitTimes(server: Server, { http }: Settings): void {
  server.requestTimeout = http.requestSeconds * 1000;
  server.headersTimeout = Math.min(HEADERS_SECONDS, http.requestSeconds) * 1000;
  server.keepAliveTimeout = KEEP_ALIVE_SECONDS * 1000;
  server.setTimeout(Math.max(http.requestSeconds, KEEP_ALIVE_SECONDS) * 1000 + 5_000);
  server.maxHeadersCount = 100;
}

/**
 * Takes no more connections and waits for the requests under way, at most `seconds`; then breaks off what is left.
 * @returns whether every request got its answer
 */
export async function drainServer(server: Server, seconds: number): Promise<boolean> {
  if (!server.listening) return true;
  let closed = false;
  const closing = new Promise<void>((resolve) => { server.close(() => { closed = true; resolve(); }); });
  const end = Date.now() + seconds * 1000;
  while (!closed && Date.now() < end) {
    // A connection is idle only after its answer, so one look at the start would leave browsers' connections open.
    server.closeIdleConnections();
    await Promise.race([closing, sleep(LOOK_EVERY_MS)]);
  }
  const clean = closed;
  server.closeAllConnections();
  await closing;
  return clean;
}

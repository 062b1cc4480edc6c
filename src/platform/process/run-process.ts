import { DomainError } from '../../kernel/domain-error.js';
import { SettingsError } from '../config/load-settings.js';
import { sourceStack } from '../errors/source-stack.js';

export type Closer = () => Promise<void>;

export type ProcessScope = {
  /** Registers what must be closed; closers run one after the other, the last registered first. */
  onStop(close: Closer): void;
  /** Aborted as soon as a stop was asked for, so that a long boot can give up. */
  readonly stopping: AbortSignal;
};

/** How long a stop waits for a boot under way; after that the closers registered so far run. */
const BOOT_GRACE_MS = 60_000;

/** Faults that a person can mend are told in their own words; everything else is a bug and keeps its stack. */
function report(error: unknown): void {
  const isForPeople = error instanceof SettingsError || error instanceof DomainError;
  process.stderr.write(`${isForPeople ? error.message : error instanceof Error ? sourceStack(error.stack ?? error.message) : String(error)}\n`);
}

async function closeAll(closers: Closer[]): Promise<boolean> {
  let clean = true;
  for (let close = closers.pop(); close; close = closers.pop()) {
    try {
      await close();
    } catch (error) {
      clean = false;
      report(error);
    }
  }
  return clean;
}

const graceOver = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, BOOT_GRACE_MS).unref(); });

/**
 * Runs a long-lived process: boots it, and on SIGTERM or SIGINT, also in the midst of the boot, closes everything in reverse
 * order and exits with 0. A failed boot or an uncaught error closes everything too and exits with 1. Further signals while
 * closing are ignored: npm hands on the Ctrl-C that the terminal has already sent, and a half-made stop would leave the
 * embedded database running.
 */
export function runProcess(boot: (scope: ProcessScope) => Promise<void>): void {
  const closers: Closer[] = [];
  const stop = new AbortController();
  let ending = false;
  let booted: Promise<void> = Promise.resolve();

  const end = async (failed: boolean): Promise<void> => {
    if (ending) return;
    ending = true;
    stop.abort();
    await Promise.race([booted.catch(() => undefined), graceOver()]);
    const clean = await closeAll(closers);
    process.exit(failed || !clean ? 1 : 0);
  };

  process.on('SIGTERM', () => void end(false));
  process.on('SIGINT', () => void end(false));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      report(error);
      void end(true);
    });
  }
  // Whoever read the log is gone. Nothing can be reported there: a report would fail in the same way, without end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => void end(true));
  booted = boot({ onStop: (close) => closers.push(close), stopping: stop.signal });
  booted.catch((error: unknown) => {
    // A boot that gave up because it was asked to is no failure.
    if (!stop.signal.aborted) report(error);
    void end(true);
  });
}

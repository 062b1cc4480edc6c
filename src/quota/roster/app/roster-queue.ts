import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { safeErrorText } from '../../../platform/errors/safe-error-text.js';
import { LOGGER, type Logger } from '../../../platform/logging/index.js';
import { UploadStore } from '../infra/upload-store.js';
import type { VisitorKey } from '../infra/visitor-key.js';
import { RosterReading } from './roster-reading.js';

type Waiting = { readonly id: string; readonly key: VisitorKey; readonly ended: () => void };

const LOOK_AGAIN_MS = 400;
const BEAT_MS = 4_000;

/**
 * Uploads that this process has keys for, in order of arrival. How many are read at a time is decided in the database, for
 * all web processes together; the file's key never leaves the process that the visitor spoke to.
 */
@Injectable()
export class RosterQueue implements BeforeApplicationShutdown {
  private readonly waiting: Waiting[] = [];
  private readonly reading = new Map<string, AbortController>();
  private readonly ended = new Set<Promise<void>>();
  private looking = false;
  private lookAgain: NodeJS.Timeout | null = null;
  private heart: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(private readonly store: UploadStore, private readonly work: RosterReading, @Inject(LOGGER) private readonly logger: Logger) {}

  /** Lets a queued upload be read when its turn comes. @param ended called when it was read, dropped or given up */
  add(id: string, key: VisitorKey, ended: () => void): void {
    if (this.stopped || this.reading.has(id) || this.waiting.some((other) => other.id === id)) return ended();
    this.waiting.push({ id, key, ended });
    this.heart ??= setInterval(() => void this.beat(), BEAT_MS).unref();
    void this.look();
  }

  /** Stops what is being done for an upload that was deleted or replaced. */
  drop(id: string): void {
    const at = this.waiting.findIndex((other) => other.id === id);
    if (at >= 0) for (const { ended } of this.waiting.splice(at, 1)) ended();
    this.reading.get(id)?.abort(new DomainError('roster.not_found', { minutes: this.store.retentionMinutes }));
  }

  /** What is under way is given up: another process takes it over when its visitor asks. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const { ended } of this.waiting.splice(0)) ended();
    if (this.heart !== null) clearInterval(this.heart);
    if (this.lookAgain !== null) clearTimeout(this.lookAgain);
    for (const controller of this.reading.values()) controller.abort(new Error('the process stops'));
    await Promise.allSettled([...this.ended]);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      while (!this.stopped) {
        const [next] = this.waiting;
        if (next === undefined || !(await this.store.claim(next.id))) break;
        this.waiting.splice(this.waiting.indexOf(next), 1);
        this.start(next);
      }
    } catch (error) {
      this.logger.warn({ event: 'roster.queue', reason: safeErrorText(error) }, 'the queue of rosters could not be asked');
    } finally {
      this.looking = false;
    }
    if (this.stopped || this.waiting.length === 0 || this.lookAgain !== null) return;
    // A place may be given back by another process, which does not tell.
    this.lookAgain = setTimeout(() => {
      this.lookAgain = null;
      void this.look();
    }, LOOK_AGAIN_MS).unref();
  }

  private start({ id, key, ended: told }: Waiting): void {
    const controller = new AbortController();
    this.reading.set(id, controller);
    const ended: Promise<void> = this.work.read(id, key, controller).finally(() => {
      this.reading.delete(id);
      this.ended.delete(ended);
      told();
      void this.look();
    });
    this.ended.add(ended);
  }

  private async beat(): Promise<void> {
    if (this.waiting.length === 0 && this.reading.size === 0) {
      if (this.heart !== null) clearInterval(this.heart);
      this.heart = null;
      return;
    }
    await this.store.beat().catch((error: unknown) => this.logger.warn({ event: 'roster.beat', reason: safeErrorText(error) }, 'the sign of life of rosters was not stored'));
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../clock/clock.module.js';
import { SETTINGS, type Settings } from '../config/index.js';
import { KeyRing, Seal } from '../crypto/index.js';
import { UnitOfWork } from '../database/index.js';
import { LOGGER, type Logger } from '../logging/index.js';
import { headFile, withSeal, writeHead, type ChainHead } from './head.js';
import { sealNext } from './seal-next.js';

const PAUSE_MS = 1_000;
const TELL_EVERY_MS = 60_000;

/**
 * Builds the chain a second or two behind the writers, who never wait for it. Every process that works on jobs tries; a lock
 * lets one of them. The head goes into a file outside the database after every segment, and into the log once a minute.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private toldAt = 0;
  private failing = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ring: KeyRing,
    private readonly seal: Seal,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.role !== 'web') this.next();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** Seals everything that can be sealed now. @returns how many entries that were */
  async sealAll(): Promise<number> {
    let total = 0;
    for (;;) {
      const begun = performance.now();
      const { sealed, done, head } = await this.unitOfWork.run((tx) => sealNext(tx, this.ring, this.clock.now()));
      total += sealed ?? 0;
      if (head) this.tell(head);
      if (done || this.stopped) return total;
      // At least half of a processor stays with the writers, whose import it may be that made so many entries.
      await sleep(performance.now() - begun);
    }
  }

  private next(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => { this.running = this.round(); }, PAUSE_MS).unref();
  }

  private async round(): Promise<void> {
    try {
      await this.sealAll();
      if (this.failing) this.logger.info({ event: 'audit.seal_recovered' }, 'the audit chain goes on');
      this.failing = false;
    } catch (error) {
      // Every second the same line would bury the others; the metrics tell how long it lasts.
      if (!this.failing) this.logger.error({ event: 'audit.seal_failed', err: error }, 'the audit chain could not be continued');
      this.failing = true;
    }
    this.next();
  }

  private tell(told: ChainHead): void {
    const head = withSeal(this.seal, told);
    writeHead(headFile(this.settings), head);
    const now = this.clock.now().getTime();
    if (now - this.toldAt < TELL_EVERY_MS) return;
    this.toldAt = now;
    this.logger.info({ event: 'audit.head', head: JSON.stringify(head) }, 'head of the audit chain');
  }
}

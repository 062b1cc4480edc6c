import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { safeErrorText } from '../../../platform/errors/safe-error-text.js';
import { LOGGER, type Logger } from '../../../platform/logging/index.js';
import { ImportRepository } from '../infra/import.repository.js';
import { FilingLaw } from './filing-law.js';
import { ReadImport, type ImportOrder } from './read-import.js';

const BEAT_MS = 5_000;
/** Of files that wait in memory, all together. */
const MOST_WAITING_BYTES = 134_217_728;

type Waiting = { readonly order: ImportOrder; readonly ended: () => void };

/** Files that this process has taken, in order of arrival; a few are read at a time. A file lives in memory only. */
@Injectable()
export class ImportQueue implements BeforeApplicationShutdown {
  private readonly waiting: Waiting[] = [];
  private readonly reading = new Map<string, AbortController>();
  private readonly ends = new Set<Promise<void>>();
  private heart: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly reader: ReadImport,
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly law: FilingLaw,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Asked before a file is taken. @throws DomainError filing.import.queue_full */
  demandRoom(): void {
    const bytes = this.waiting.reduce((sum, { order }) => sum + order.bytes.byteLength, 0);
    if (this.stopped || this.waiting.length >= this.settings.roster.queueLength || bytes > MOST_WAITING_BYTES) throw new DomainError('filing.import.queue_full');
  }

  /** @returns resolves when the file was read, refused or given up */
  add(order: ImportOrder): Promise<void> {
    return new Promise((ended) => {
      this.waiting.push({ order, ended });
      this.heart ??= setInterval(() => void this.beat(), BEAT_MS).unref();
      this.next();
    });
  }

  /** What is under way is given up; whoever handed it in is told and hands it in again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.heart !== null) clearInterval(this.heart);
    for (const { ended } of this.waiting.splice(0)) ended();
    for (const controller of this.reading.values()) controller.abort(new Error('the process stops'));
    await Promise.allSettled([...this.ends]);
  }

  private next(): void {
    while (!this.stopped && this.reading.size < this.settings.roster.parallelParses) {
      const first = this.waiting.shift();
      if (first === undefined) return;
      const { order, ended } = first;
      const controller = new AbortController();
      this.reading.set(order.id, controller);
      const end: Promise<void> = this.reader.run(order, controller.signal).finally(() => {
        this.reading.delete(order.id);
        this.ends.delete(end);
        ended();
        this.next();
      });
      this.ends.add(end);
    }
  }

  private async beat(): Promise<void> {
    const ids = [...this.reading.keys(), ...this.waiting.map(({ order }) => order.id)];
    if (ids.length === 0) {
      if (this.heart !== null) clearInterval(this.heart);
      this.heart = null;
      return;
    }
    await this.unitOfWork.run((tx) => this.imports.beat(tx, { kind: 'region', prefix: '' }, ids, this.law.now()))
      .catch((error: unknown) => this.logger.warn({ event: 'filing.beat', reason: safeErrorText(error) }, 'the sign of life of imports was not stored'));
  }
}

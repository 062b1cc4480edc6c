import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { safeErrorText } from '../../../platform/errors/safe-error-text.js';
import { LOGGER, type Logger } from '../../../platform/logging/index.js';
import { ImportEmployers, type ImportOrder, type ImportOutcome } from './import-employers.command.js';

/** `importId` is null while another list is being loaded; this one follows. */
export type StartedImport = { readonly importId: string | null; readonly repeated: boolean };

/** Short lists are done within it; a longer one is followed on its page. */
const PATIENCE_MS = 2_000;
const MOST_ROWS = 500_000;
/** Lists that wait in memory for their turn. */
const MOST_WAITING = 3;

/** An officer hands in a list of the tax register; this process loads it. What it holds is lost with the process, and handed in again. */
@Injectable()
export class StartImport implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<unknown>>();
  private stopped = false;

  constructor(
    private readonly importing: ImportEmployers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError employers.import.* */
  async run(caller: Caller, list: Pick<ImportOrder, 'file' | 'source' | 'asOf'>): Promise<StartedImport> {
    if (this.stopped || this.running.size >= MOST_WAITING) throw new DomainError('employers.import.busy');
    let begunId: string | null = null;
    const loading = this.importing.run({
      ...list, by: caller, scope: caller.scope, regionPrefix: caller.scope.kind === 'region' ? caller.scope.prefix : '0', maxRows: MOST_ROWS, dryRun: false,
      begun: (id) => { begunId = id; }, progress: () => { if (this.stopped) throw new Error('the process stops'); },
    });
    const settled = this.settled(loading);
    const first = await Promise.race([settled, sleep(PATIENCE_MS, null)]);
    if (first instanceof DomainError && begunId === null) throw first;
    return first === null || first instanceof Error ? { importId: begunId, repeated: false } : { importId: first.importId, repeated: first.repeated };
  }

  /** What is under way is given up: all of it or nothing. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await Promise.allSettled([...this.running]);
  }

  /** Its end, whatever it is: a refusal stands with the import, anything else in the log. */
  private settled(loading: Promise<ImportOutcome>): Promise<ImportOutcome | Error> {
    const end = loading.catch((error: unknown): Error => {
      if (!(error instanceof DomainError)) this.logger.error({ event: 'employers.import_failed', reason: safeErrorText(error) }, 'a list of the tax register could not be loaded');
      return error instanceof Error ? error : new Error('the import failed');
    }).finally(() => this.running.delete(end));
    this.running.add(end);
    return end;
  }
}

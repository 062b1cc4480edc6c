import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { safeErrorText } from '../../../platform/errors/safe-error-text.js';
import { LOGGER, type Logger } from '../../../platform/logging/index.js';
import type { LevyCase, LevySimulator } from '../../levy/index.js';
import type { Lines } from '../infra/thread/order-sink.js';
import { readApart } from '../infra/thread/read-apart.js';
import type { FragmentKind } from './fragments.js';
import { UploadStore, type Upload } from '../infra/upload-store.js';
import type { VisitorKey } from '../infra/visitor-key.js';
import { concludeRoster, type RosterHead } from './conclude-roster.js';
import type { RosterPhase } from './read-roster.js';
import { readRosterCase } from './roster-case.js';
import { PartWriter, readParts, readWhole } from './upload-parts.js';

/** Who gives the simulator of the present day. */
export type SimulatorOfToday = { get(): LevySimulator };
export const SIMULATOR_OF_TODAY = Symbol('SIMULATOR_OF_TODAY');

/** What came beside the file. */
export type StoredCase = { readonly case: string; readonly fileName: string };

/** The result's head with the case that it answers. */
export type StoredHead = { readonly head: RosterHead; readonly levyCase: LevyCase };

export type StoredRefusal = { readonly code: string; readonly params: DomainError['params'] };

const TELL_EVERY_MS = 400;

/** Reads one upload from the store and puts its result beside it. */
@Injectable()
export class RosterReading {
  constructor(
    private readonly store: UploadStore,
    @Inject(SIMULATOR_OF_TODAY) private readonly simulators: SimulatorOfToday,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Never rejects: what goes wrong becomes the upload's state. */
  async read(id: string, key: VisitorKey, controller: AbortController): Promise<void> {
    const progress = new Progress(this.store, id, controller);
    try {
      const state = await this.work(id, key, controller.signal, progress).catch(async (error: unknown) => {
        if (controller.signal.aborted) return null;
        if (!(error instanceof DomainError)) {
          this.logger.error({ event: 'roster.reading_failed', reason: safeErrorText(error) }, 'a roster could not be read');
          return 'failed' as const;
        }
        await this.keepRefusal(id, key, error);
        return 'refused' as const;
      });
      progress.stop();
      if (state !== null) await this.store.finish(id, state, progress.rows);
    } catch (error) {
      this.logger.error({ event: 'roster.not_stored', reason: safeErrorText(error) }, 'the result of a roster could not be stored');
    } finally {
      progress.stop();
    }
  }

  private async work(id: string, key: VisitorKey, signal: AbortSignal, progress: Progress): Promise<'done'> {
    const cipher = key.cipherOf(id);
    const upload = await this.store.find(id, key);
    const { case: caseJson, fileName } = JSON.parse((await readWhole(this.store, id, cipher, 'case')).toString('utf8')) as StoredCase;
    const { prepared, year } = readRosterCase(this.simulators.get(), caseJson);
    const pieces: Buffer[] = [];
    for await (const piece of readParts(this.store, id, cipher, 'file', 0)) pieces.push(piece);
    const lists = { persons: new PartWriter(this.store, id, cipher, 'persons'), errors: new PartWriter(this.store, id, cipher, 'errors') };
    const totals = await readApart(
      { gives: 'verdicts', bytes: together(pieces), name: fileName, year, limits: this.settings.roster, ownUscc: null, ownCodes: [], language: upload.language },
      { signal, progress: (phase, rows) => progress.tell(phase, rows), take: (lines) => takeFragment(lists, lines) },
    );
    await lists.persons.flush();
    await lists.errors.flush();
    const stored: StoredHead = { head: concludeRoster(prepared, totals), levyCase: prepared.levyCase };
    const head = new PartWriter(this.store, id, cipher, 'head');
    await head.write(Buffer.from(JSON.stringify(stored), 'utf8'));
    await head.flush();
    return 'done';
  }

  /** Its params may repeat names of sheets and columns, so they are kept like everything else of the visitor. */
  private async keepRefusal(id: string, key: VisitorKey, { code, params }: DomainError): Promise<void> {
    const writer = new PartWriter(this.store, id, key.cipherOf(id), 'refusal');
    await writer.write(Buffer.from(JSON.stringify({ code, params } satisfies StoredRefusal), 'utf8'));
    await writer.flush();
  }
}

/** Verdicts come packed in fragments. */
function takeFragment(lists: Readonly<Record<FragmentKind, PartWriter>>, lines: Lines): Promise<void> {
  if (lines.type !== 'fragment') throw new Error('verdicts were ordered');
  return lists[lines.kind].write(lines.packed);
}

/** One run of memory of its own, which can be moved to another thread. */
function together(pieces: Buffer[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces.splice(0)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Tells the store how far the reading is, at most a few times a second, and ends the reading when the upload is gone. */
class Progress {
  rows = 0;
  private phase: Upload['phase'] = 'opening';
  private timer: NodeJS.Timeout | null = null;
  private told = -1;

  constructor(private readonly store: UploadStore, private readonly id: string, private readonly controller: AbortController) {
    this.timer = setInterval(() => void this.note(), TELL_EVERY_MS);
  }

  tell(phase: RosterPhase, rows: number): void {
    [this.phase, this.rows] = [phase, rows];
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  private async note(): Promise<void> {
    if (this.told === this.rows && this.phase === 'reading') return;
    this.told = this.rows;
    const known = await this.store.progress(this.id, this.phase, this.rows).catch(() => true);
    if (!known && this.timer !== null) this.controller.abort(new DomainError('roster.not_found', { minutes: this.store.retentionMinutes }));
  }
}

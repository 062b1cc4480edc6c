import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { localDate } from '../../../kernel/local-date.js';
import type { Scope } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import type { Tx } from '../../../platform/database/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { placeOf } from '../../filing/index.js';
import { signalsOf, type SignalCode } from '../domain/signals.js';
import { GatherRepository } from '../infra/gather.repository.js';
import { ResultRepository } from '../infra/result.repository.js';
import { SignalRepository, type NewSignal } from '../infra/signal.repository.js';
import { batchesOf, CompareBatch, type FilingResult } from './compare-batch.js';

export type Compared = { readonly filings: number; readonly lines: number; readonly personMonths: number; readonly doubtful: number; /** Results that are new or differ from those that stood there. */ readonly changed: number };

export const NOTHING_COMPARED: Compared = { filings: 0, lines: 0, personMonths: 0, doubtful: 0, changed: 0 };

/** Signals that a filing's own lines show; the shared contacts are looked for across filings. */
const OWN_SIGNALS: readonly SignalCode[] = ['floor_wage', 'late_insurance', 'far_workplace', 'short_spells'];

/** Holds the lines of filings against registers: gathered in one statement, judged by the rules of counting, written back by COPY. */
@Injectable()
export class CompareFilings {
  constructor(
    private readonly gather: GatherRepository,
    private readonly results: ResultRepository,
    private readonly signals: SignalRepository,
    private readonly batch: CompareBatch,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A repeat with the same facts changes nothing. Filings that have been decided are left as they were decided. */
  async run(tx: Tx, scope: Scope, declarationIds: readonly string[]): Promise<Compared> {
    const at = this.clock.now();
    const lines = await this.gather.lines(tx, scope, declarationIds);
    const coverage = await this.gather.coverage(tx, scope);
    const sources = new Map((await this.gather.sources(tx, scope, batchesOf(lines, coverage))).map((source) => [source.id, source]));
    const { results, filings } = this.batch.run(lines, coverage, sources);
    let changed = await this.results.write(tx, scope, results, at);
    changed += await this.results.writeVersions(tx, scope, filings.map(({ version }) => version), at);
    changed += await this.signals.replace(tx, scope, declarationIds, OWN_SIGNALS, filings.flatMap((filing) => this.signalsOf(filing)), at);
    return {
      filings: filings.length, lines: results.length, personMonths: filings.reduce((sum, { version }) => sum + version.months, 0), doubtful: filings.reduce((sum, { version }) => sum + version.doubtful, 0), changed,
    };
  }

  private signalsOf({ declarationId, traits, regionCode, baseYear }: FilingResult): readonly NewSignal[] {
    const thresholds = this.policy.find('review.signals', placeOf(regionCode), localDate(`${baseYear}-12-31`))?.value ?? null;
    return thresholds === null ? [] : [...signalsOf(traits, thresholds)].map(([code, grounds]) => ({ declarationId, code, grounds }));
  }
}

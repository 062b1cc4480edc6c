import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { RowReader, type FoundColumn, type TableColumn } from '../../../kernel/sheet/row-reader.js';
import type { SheetRow } from '../../../kernel/sheet/sheet-row.js';
import type { AuditedCaller, SystemActor } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { OpenedTable, RowBalance } from '../../../platform/sheets/index.js';
import type { FactKind } from '../domain/kinds.js';
import { pageRow, type FactPage } from '../domain/page.js';
import { Batches } from '../infra/batches.js';
import { HttpRegister, type FetchedPage } from '../infra/http-register.js';
import { Pulls, type FactPull } from '../infra/pulls.js';
import { LoadFacts, type FactOutcome, type RowSource } from './load-facts.js';

export type PullOutcome = {
  /** Pages of this run; those before a resumption are not among them. */
  readonly pages: number;
  readonly rows: RowBalance;
  /** Whether the register is noted as complete where it said so. */
  readonly covered: boolean;
};

/** What a pull keeps of its own state. */
@Injectable()
export class PullStore {
  constructor(
    readonly pulls: Pulls,
    readonly batches: Batches,
    readonly unitOfWork: UnitOfWork,
  ) {}
}

/**
 * Reads a register over HTTP to its end. Each page is a batch: its rows and the place of the next page are stored together,
 * so that whatever stops the run, the next one goes on behind the last page that is stored.
 */
@Injectable()
export class PullFacts {
  constructor(
    private readonly register: HttpRegister,
    private readonly loading: LoadFacts,
    private readonly store: PullStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError facts.http.*; what was stored before stays */
  async run(kind: FactKind, by: AuditedCaller | SystemActor): Promise<PullOutcome> {
    const { unitOfWork, pulls } = this.store;
    const pull = await unitOfWork.run((tx) => pulls.open(tx, kind, this.register.source, this.clock.now()));
    try {
      return await this.pages(kind, pull, by);
    } catch (error) {
      const fault = error instanceof DomainError ? error.code : 'broken';
      await unitOfWork.run((tx) => pulls.fail(tx, pull.id, fault, this.clock.now())).catch(() => undefined);
      throw error;
    }
  }

  private async pages(kind: FactKind, opened: FactPull, by: AuditedCaller | SystemActor): Promise<PullOutcome> {
    let pull = opened;
    let pages = 0;
    const sum = { in: 0, accepted: 0, unchanged: 0, rejected: 0 };
    const been = new Set<string | null>([pull.cursor]);
    for (;;) {
      const fetched = await this.register.page(kind, pull.cursor, pull.pages + 1);
      const { next } = fetched.page;
      if (next !== null && been.has(next)) throw new DomainError('facts.http.cursor_repeats', { page: pull.pages + 1 });
      been.add(next);
      const outcome = await this.take(kind, pull, fetched, by);
      pages += 1;
      for (const part of ['in', 'accepted', 'unchanged', 'rejected'] as const) sum[part] += outcome.rows[part];
      if (next === null) return { pages, rows: sum, covered: outcome.covered };
      pull = { id: pull.id, cursor: next, pages: pull.pages + 1 };
    }
  }

  private async take(kind: FactKind, pull: FactPull, { page, digest }: FetchedPage, by: AuditedCaller | SystemActor): Promise<FactOutcome> {
    const { unitOfWork, pulls, batches } = this.store;
    // A hole in any page is a hole in the whole.
    const whole = page.next === null && (await unitOfWork.run((tx) => batches.rejectedIn(tx, pull.id))) === 0;
    return this.loading.run({
      batch: { kind, source: this.register.source, asOf: page.asOf, digest, fileName: null, pullId: pull.id, receivedBy: 'system' in by ? null : by.accountId },
      rows: rowsOfPage(page, pull.pages + 1), by, covers: whole ? page.covers : [], coversDespiteRejections: false, dryRun: false, progress: () => undefined,
      alongside: async (tx) => {
        if (!(await pulls.advance(tx, pull, page.next, this.clock.now()))) throw new DomainError('facts.http.busy');
      },
    });
  }
}

/** The rows of a page under the field names of its kind. */
const rowsOfPage = ({ rows }: FactPage, number: number): RowSource => ({
  open: async <K extends string>(columns: readonly TableColumn<K>[]): Promise<OpenedTable<K>> => {
    const keys = columns.map(({ key }) => key);
    const found = new Map(keys.map((key, index): [K, FoundColumn] => [key, { index, title: key }]));
    return {
      reader: new RowReader(found, (key) => key, 1900),
      async *rows(): AsyncGenerator<readonly SheetRow[], void, undefined> {
        yield rows.map((row, at) => {
          const read = pageRow(row, at + 1, keys);
          if (!read.ok) throw new DomainError('facts.http.page_malformed', { page: number, reason: `rows[${at}].${read.error}` });
          return read.value;
        });
      },
    };
  },
});

import { Inject, Injectable } from '@nestjs/common';
import { chinaDay, type Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { RowFault, TableColumn } from '../../../kernel/sheet/row-reader.js';
import { monthNumber, yearMonthOf } from '../../../kernel/year-month.js';
import { Audit, type AuditedCaller, type SystemActor } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { BlindIndexes } from '../../../platform/keys/index.js';
import { loadTable, MOST_FAULTS, type LoadedRows, type OpenedTable, type RowBalance } from '../../../platform/sheets/index.js';
import { RegistryPeople } from '../../registry/index.js';
import { CERTIFICATE_COLUMNS } from '../domain/certificate-row.js';
import { GRADUATE_COLUMNS } from '../domain/graduate-row.js';
import type { Coverage } from '../domain/kinds.js';
import { INSURANCE_COLUMNS, WAGE_COLUMNS } from '../domain/month-rows.js';
import { Batches, type NewBatch } from '../infra/batches.js';
import { certificateLoad } from '../infra/certificate-load.js';
import { graduateLoad } from '../infra/graduate-load.js';
import { insuranceLoad, wageLoad } from '../infra/month-load.js';
import type { BatchOrigin } from './fact-load.js';

/** Rows under known columns: a file, or a page of an HTTP register. */
export type RowSource = { open<K extends string>(columns: readonly TableColumn<K>[]): Promise<OpenedTable<K>> };

export type FactOrder = {
  readonly batch: NewBatch;
  readonly rows: RowSource;
  readonly by: AuditedCaller | SystemActor;
  /** Where the register is complete with this batch; none where it says nothing of that. */
  readonly covers: readonly Coverage[];
  /** Rows that were rejected leave holes in which nobody must be told "not insured"; whoever knows better says so. */
  readonly coversDespiteRejections: boolean;
  /** Nothing is stored; the outcome is what it would be. */
  readonly dryRun: boolean;
  /** More that must stand or fall with the batch. */
  readonly alongside: (tx: Tx, batchId: string) => Promise<void>;
  readonly progress: (rows: number) => void;
};

export type FactOutcome = {
  /** Null after a dry run. */
  readonly batchId: string | null;
  /** The same batch was loaded before: nothing was done. */
  readonly repeated: boolean;
  readonly rows: RowBalance;
  /** The first of them, in the order of the lines. */
  readonly faults: readonly RowFault[];
  readonly covered: boolean;
};

const MONTH_ROWS = 40_000;
const CERTIFICATE_ROWS = 4_000;

/** Ends the transaction of a dry run. */
class NothingStored extends Error {
  constructor(readonly outcome: FactOutcome) {
    super('a dry run stores nothing');
  }
}

/** What the loads of all kinds need. */
@Injectable()
export class FactParts {
  constructor(
    readonly people: RegistryPeople,
    readonly cipher: FieldCipher,
    readonly indexes: BlindIndexes,
  ) {}
}

/** Loads one batch in one transaction: all of it is there afterwards, or nothing. The same batch again changes nothing. */
@Injectable()
export class LoadFacts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: Batches,
    private readonly parts: FactParts,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError sheets.file.*, sheets.table.*, facts.page.*: the whole is refused, which the batch tells */
  async run(order: FactOrder): Promise<FactOutcome> {
    const begun: { id: string | null } = { id: null };
    try {
      return await this.unitOfWork.run(async (tx) => {
        await this.batches.takeTurn(tx);
        const outcome = (await this.repeat(tx, order)) ?? (await this.load(tx, order, begun));
        if (order.dryRun) throw new NothingStored(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof NothingStored) return error.outcome;
      const { id } = begun;
      if (id !== null) await this.unitOfWork.run((tx) => this.batches.giveUp(tx, id, error instanceof DomainError ? { code: error.code, params: error.params } : null)).catch(() => undefined);
      throw error;
    }
  }

  private async repeat(tx: Tx, order: FactOrder): Promise<FactOutcome | null> {
    const known = await this.batches.loaded(tx, order.batch);
    if (known === null) return null;
    const { in: all, rejected } = known.rows;
    const covered = await this.cover(tx, known.id, order, rejected);
    await order.alongside(tx, known.id);
    return { batchId: known.id, repeated: true, rows: { in: all, accepted: 0, unchanged: all - rejected, rejected }, faults: await this.batches.faults(tx, known.id, null, MOST_FAULTS), covered };
  }

  private async load(tx: Tx, order: FactOrder, begun: { id: string | null }): Promise<FactOutcome> {
    const { batch, by } = order;
    // A second try after a deadlock goes on with the same batch.
    if (!order.dryRun) begun.id ??= await this.unitOfWork.run((own) => this.batches.begin(own, batch, this.clock.now()));
    const id = begun.id ?? (await this.batches.begin(tx, batch, this.clock.now()));
    const { rows, faults } = await this.fill(tx, order, { id, source: batch.source, asOf: batch.asOf });
    await this.batches.finish(tx, id, rows, faults);
    const covered = await this.cover(tx, id, order, rows.rejected);
    await order.alongside(tx, id);
    await this.audit.act(tx, by, { act: 'facts.batch.load', object: { kind: 'fact_batch', id }, detail: { kind: batch.kind, in: rows.in, accepted: rows.accepted, unchanged: rows.unchanged, rejected: rows.rejected } });
    return { batchId: order.dryRun ? null : id, repeated: false, rows, faults, covered };
  }

  private async cover(tx: Tx, id: string, { batch, covers, coversDespiteRejections }: FactOrder, rejected: number): Promise<boolean> {
    if (covers.length === 0 || (rejected > 0 && !coversDespiteRejections)) return false;
    for (const coverage of covers) await this.batches.cover(tx, id, batch.kind, batch.asOf, coverage);
    return true;
  }

  private async fill(tx: Tx, order: FactOrder, origin: BatchOrigin): Promise<LoadedRows> {
    const { people } = this.parts;
    const { kind } = order.batch;
    const lastMonth = monthNumber(yearMonthOf(chinaDay(origin.asOf)));
    switch (kind) {
      case 'insurance': return loadTable(await order.rows.open(INSURANCE_COLUMNS), await insuranceLoad(tx, people, origin, lastMonth), MONTH_ROWS, order.progress);
      case 'wage': return loadTable(await order.rows.open(WAGE_COLUMNS), await wageLoad(tx, people, origin, lastMonth), MONTH_ROWS, order.progress);
      case 'graduate': return loadTable(await order.rows.open(GRADUATE_COLUMNS), await graduateLoad(tx, people, origin), CERTIFICATE_ROWS, order.progress);
      default: return loadTable(await order.rows.open(CERTIFICATE_COLUMNS), certificateLoad(tx, this.parts, origin, kind), CERTIFICATE_ROWS, order.progress);
    }
  }
}

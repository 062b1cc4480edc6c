import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { chinaDay, type Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { RowFault } from '../../../kernel/sheet/row-reader.js';
import type { Scope } from '../../../platform/access/index.js';
import { Audit, type AuditedCaller, type SystemActor } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { BlindIndexes } from '../../../platform/keys/index.js';
import { loadTable, MOST_FAULTS, openTable, type RowBalance } from '../../../platform/sheets/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { TAX_REGISTER_COLUMNS, type TaxRegisterRules } from '../domain/tax-register-row.js';
import { DuplicatesRepository } from '../infra/duplicates.repository.js';
import { ImportsRepository, type NewImport } from '../infra/imports.repository.js';
import { taxRegisterLoad } from '../infra/tax-register-load.js';

export type ImportOrder = {
  readonly by: AuditedCaller | SystemActor;
  readonly scope: Scope;
  readonly file: { readonly bytes: Buffer; readonly name: string };
  readonly source: string;
  readonly asOf: Date;
  /** Rows of other regions are rejected. Empty for the whole country. */
  readonly regionPrefix: string;
  readonly maxRows: number;
  /** Nothing is stored; the outcome is what it would be. */
  readonly dryRun: boolean;
  /** Told the import's id as soon as it has one: when its turn has come. */
  readonly begun: (id: string) => void;
  /** Rows read so far; what it throws gives the import up. */
  readonly progress: (rows: number) => void;
};

export type ImportOutcome = {
  /** Null after a dry run. */
  readonly importId: string | null;
  /** The same list was loaded before: nothing was done. */
  readonly repeated: boolean;
  readonly rows: RowBalance;
  readonly faults: readonly RowFault[];
  /** Pairs of employers that may be one, found by this list. */
  readonly duplicates: number;
};

/** Small enough that whoever shares the thread does not notice how a part is sealed. */
const PER_STAGE = 2_500;
const UNPACKED_BYTES = 1_073_741_824;

/** Ends the transaction of a dry run. */
class NothingStored extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super('a dry run stores nothing');
  }
}

/** Where a list goes, and the seals of what is personal in it. */
@Injectable()
export class ImportStore {
  constructor(
    readonly imports: ImportsRepository,
    readonly duplicates: DuplicatesRepository,
    readonly cipher: FieldCipher,
    readonly indexes: BlindIndexes,
  ) {}
}

/** Loads a list of the tax register in one transaction: all of it is there afterwards, or nothing. The same list again changes nothing. */
@Injectable()
export class ImportEmployers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ImportStore,
    @Inject(PolicyBook) private readonly policy: Pick<PolicyBook, 'regions'>,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError sheets.file.*, sheets.table.*, employers.import.as_of_in_future: the whole is refused, which the import tells */
  async run(order: ImportOrder): Promise<ImportOutcome> {
    if (order.asOf > this.clock.now()) throw new DomainError('employers.import.as_of_in_future');
    const { imports } = this.store;
    const begun: { id: string | null } = { id: null };
    const content: NewImport = {
      source: order.source, asOf: order.asOf, regionPrefix: order.regionPrefix, fileName: order.file.name, digest: createHash('sha256').update(order.file.bytes).digest(), receivedBy: 'system' in order.by ? null : order.by.accountId,
    };
    try {
      return await this.unitOfWork.run(async (tx) => {
        await imports.takeTurn(tx, order.scope);
        const outcome = (await this.repeat(tx, order, content)) ?? (await this.load(tx, order, content, begun));
        if (order.dryRun) throw new NothingStored(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof NothingStored) return error.outcome;
      const { id } = begun;
      if (id !== null) await this.unitOfWork.run((tx) => imports.giveUp(tx, order.scope, id, error instanceof DomainError ? { code: error.code, params: error.params } : null)).catch(() => undefined);
      throw error;
    }
  }

  private async repeat(tx: Tx, { scope }: ImportOrder, content: NewImport): Promise<ImportOutcome | null> {
    const { imports } = this.store;
    const known = await imports.loaded(tx, scope, content);
    if (known === null) return null;
    const { in: all, rejected } = known.rows;
    return { importId: known.id, repeated: true, rows: { in: all, accepted: 0, unchanged: all - rejected, rejected }, faults: await imports.faults(tx, scope, known.id, null, MOST_FAULTS), duplicates: 0 };
  }

  private async load(tx: Tx, order: ImportOrder, content: NewImport, begun: { id: string | null }): Promise<ImportOutcome> {
    const { imports, duplicates, cipher, indexes } = this.store;
    const { scope } = order;
    const at = this.clock.now();
    // A second try after a deadlock goes on with the same import.
    if (!order.dryRun) begun.id ??= await this.unitOfWork.run((own) => imports.begin(own, scope, content, at));
    if (begun.id !== null) order.begun(begun.id);
    const id = begun.id ?? (await imports.begin(tx, scope, content, at));
    const { regions } = this.policy;
    const rules: TaxRegisterRules = { regionPrefix: order.regionPrefix, today: this.clock.today(), hasRegion: (code) => regions.has(code as Parameters<typeof regions.has>[0]) };
    const table = await openTable(order.file, TAX_REGISTER_COLUMNS, { maxRows: order.maxRows, maxUnpackedBytes: UNPACKED_BYTES });
    const { rows, faults } = await loadTable(table, await taxRegisterLoad(tx, cipher, indexes, { importId: id, asOf: order.asOf, asOfDay: chinaDay(order.asOf), at }, rules), PER_STAGE, order.progress);
    await imports.finish(tx, scope, id, rows, faults);
    const found = await duplicates.propose(tx, scope, at);
    await this.audit.act(tx, order.by, { act: 'employers.import.load', object: { kind: 'employer_import', id }, detail: { in: rows.in, accepted: rows.accepted, unchanged: rows.unchanged, rejected: rows.rejected, duplicates: found } });
    return { importId: order.dryRun ? null : id, repeated: false, rows, faults, duplicates: found };
  }
}

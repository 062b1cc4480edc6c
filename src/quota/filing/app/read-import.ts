import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Language } from '../../../kernel/texts.js';
import type { Scope } from '../../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { safeErrorText } from '../../../platform/errors/safe-error-text.js';
import { LOGGER, type Logger } from '../../../platform/logging/index.js';
import { readFileLines, type FileLines, type RosterTotals } from '../../roster/index.js';
import { lineOfRow } from '../domain/line-of-file.js';
import type { DeclarationHead } from '../infra/declaration.repository.js';
import type { RejectionOf } from '../infra/import.repository.js';
import type { NewLine } from '../infra/line-cells.js';
import { placeOfAgreement } from '../infra/staged.repository.js';
import { FilingLaw } from './filing-law.js';
import { ImportRows } from './import-rows.js';

export type ImportOrder = {
  readonly id: string;
  readonly head: DeclarationHead;
  readonly versionId: string;
  /** A run of memory of its own: it is moved to the thread that reads. */
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly language: Language;
};

/** The scope was asked when the file came in; what reads it later acts for the service. */
const ANYWHERE: Scope = { kind: 'region', prefix: '' };

/** One batch is sealed while the database stores another; more would take the connections that others need. */
const LANES = 2;

/** Each lane does one batch after the other; after a failure it does no more. */
function inLanes<T>(work: (batch: T) => Promise<void>): (batch: T) => Promise<void> {
  const lanes = Array.from({ length: LANES }, () => Promise.resolve());
  let turn = 0;
  return (batch) => {
    const lane = turn++ % LANES;
    const done = (lanes[lane] ?? Promise.resolve()).then(() => work(batch));
    lanes[lane] = done;
    return done;
  };
}

/**
 * Reads one file from its bytes to a checked import. Rows go into the staging table batch by batch, each batch in a
 * transaction of its own; nothing of them is seen before the last statement says `checked`. A process that dies leaves
 * staged rows that nobody sees, and the clean-up takes them away.
 */
@Injectable()
export class ReadImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: ImportRows,
    private readonly law: FilingLaw,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Never rejects: what goes wrong becomes the import's state. */
  async run(order: ImportOrder, signal: AbortSignal): Promise<void> {
    const { imports } = this.rows;
    try {
      await this.read(order, signal);
    } catch (error) {
      const refused = error instanceof DomainError && !signal.aborted;
      if (!refused && !signal.aborted) this.logger.error({ event: 'filing.import_failed', reason: safeErrorText(error) }, 'a roster of a filing could not be read');
      await this.unitOfWork.run(async (tx) => {
        if (refused && (await imports.refuse(tx, ANYWHERE, order.id, { code: error.code, params: error.params }))) await this.rows.staged.clear(tx, ANYWHERE, order.id);
        else await imports.end(tx, ANYWHERE, [order.id], 'failed');
      }).catch((failure: unknown) => this.logger.error({ event: 'filing.import_not_ended', reason: safeErrorText(failure) }, 'the end of an import could not be stored'));
    }
  }

  private async read(order: ImportOrder, signal: AbortSignal): Promise<void> {
    const { head, bytes, fileName, language } = order;
    const year = this.law.countingYear(head.regionCode, head.baseYear, this.law.today());
    const { maxRows, maxUnpackedBytes } = this.settings.roster;
    const ownCodes = await this.unitOfWork.run((tx) => this.rows.declarations.codes(tx, ANYWHERE, head.id));
    const totals = await readFileLines(
      { bytes, name: fileName, year, limits: { maxRows, maxUnpackedBytes }, ownUscc: head.uscc, ownCodes: [...ownCodes], language },
      { signal, progress: () => undefined, take: inLanes((batch) => this.stage(order, batch)) },
    );
    await this.check(order, totals);
  }

  private stage({ id: importId, versionId }: ImportOrder, { lines, errors }: FileLines): Promise<void> {
    const { people, staged, imports } = this.rows;
    return this.unitOfWork.run(async (tx) => {
      const ids = await people.keep(tx, lines.map(({ citizenId }) => citizenId));
      const read = lines.map((line): NewLine => ({ registryPersonId: ids.get(line.citizenId) as string, citizenId: line.citizenId, source: 'upload', sourceRow: line.row, content: lineOfRow(line), sums: line.sums }));
      await staged.add(tx, ANYWHERE, importId, await this.withOtherUnits(tx, versionId, read));
      const named = await people.find(tx, errors.flatMap(({ citizenId }) => citizenId ?? []));
      await imports.reject(tx, ANYWHERE, importId, errors.map(({ citizenId, ...error }) => ({ ...error, registryPersonId: citizenId === null ? null : (named.get(citizenId) ?? null) })));
      // At the end, for it locks the row of the import, and the batch in the other lane must not wait for this one's rows.
      const last = Math.max(lines.at(-1)?.row ?? 0, errors.at(-1)?.row ?? 0);
      if (!(await imports.progress(tx, ANYWHERE, importId, last, this.law.now()))) throw new DomainError('filing.import.not_found');
    });
  }

  /** A table without a column for the other unit of a dispatch does not deny the one that the draft names. */
  private async withOtherUnits(tx: Tx, versionId: string, lines: readonly NewLine[]): Promise<readonly NewLine[]> {
    const lacks = ({ content: { counts, otherUscc } }: NewLine): boolean => counts !== 'own' && otherUscc === null;
    const known = await this.rows.staged.otherUnits(tx, ANYWHERE, versionId, lines.filter(lacks).map(({ registryPersonId }) => registryPersonId));
    return lines.map((line) => (lacks(line) ? { ...line, content: { ...line.content, otherUscc: known.get(placeOfAgreement({ ...line.content, ...line })) ?? null } } : line));
  }

  /** The balance, and how the file differs from the draft as it stands now. Says `checked`, in one transaction. */
  private check({ id, versionId }: ImportOrder, { rows, warnings, errorGroups, contractStart: { letters, title } }: RosterTotals): Promise<void> {
    const { staged, imports } = this.rows;
    return this.unitOfWork.run(async (tx) => {
      if (!(await imports.progress(tx, ANYWHERE, id, rows.in, this.law.now()))) throw new DomainError('filing.import.not_found');
      const doubled = await staged.removeDoubled(tx, ANYWHERE, id);
      await imports.reject(tx, ANYWHERE, id, doubled.map(({ row, firstRow }): RejectionOf => ({ row, column: title, code: 'filing.row.contract_twice', params: { cell: `${letters}${row}`, firstRow }, registryPersonId: null })));
      const { same, removed, staged: kept } = await staged.difference(tx, ANYWHERE, id, versionId);
      const balance = { rowsIn: rows.in, accepted: kept - same, unchanged: rows.unchanged + same, rejected: rows.rejected + doubled.length, removed };
      await imports.oneAtATime(tx, ANYWHERE, versionId);
      await imports.checked(tx, ANYWHERE, id, balance, { warnings, groups: errorGroups });
      await imports.end(tx, ANYWHERE, await imports.waiting(tx, ANYWHERE, versionId, id), 'discarded');
    });
  }
}

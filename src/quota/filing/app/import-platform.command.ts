import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { RowFault, RowReader } from '../../../kernel/sheet/row-reader.js';
import { RegistryPeople } from '../../../people/registry/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { loadTable, openTable, type Merged } from '../../../platform/sheets/index.js';
import type { ImportField, PlatformFields } from '../domain/platform-fields.js';
import { readPlatformRow, type PlatformPerson, type PlatformRow } from '../domain/platform-row.js';
import type { DeclarationHead } from '../infra/declaration.repository.js';
import { PlatformSideRepository, type NewPlatformLine } from '../infra/platform-side.repository.js';
import { PLATFORM_FIELDS } from '../infra/platform-titles.js';
import { Declarations } from './declarations.js';
import { FilingLaw } from './filing-law.js';
import type { ReceivedFile } from './upload-roster.command.js';

const LIMITS = { maxRows: 100_000, maxUnpackedBytes: 524_288_000 };
const PER_STAGE = 1_000;

export type PlatformBalance = { readonly id: string; readonly rowsIn: number; readonly accepted: number; readonly unchanged: number; readonly rejected: number; readonly removed: number };

/** Where an import of the platform's side writes. */
@Injectable()
export class PlatformParts {
  constructor(
    readonly declarations: Declarations,
    readonly side: PlatformSideRepository,
    readonly people: RegistryPeople,
  ) {}
}

/**
 * Takes what the national platform tells of a filing: its receipt, what was determined, its word on each person. All of a file
 * or nothing, in one transaction; the same file again changes nothing. It is possible in every state: the platform answers
 * after the filing is handed in.
 */
@Injectable()
export class ImportFromPlatform {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: PlatformParts,
    private readonly law: FilingLaw,
    private readonly audit: Audit,
    @Inject(PLATFORM_FIELDS) private readonly fields: PlatformFields,
  ) {}

  /** @throws DomainError filing.declaration.not_found, filing.platform.other_year, filing.platform.nothing_known, filing.platform.no_result, sheets.file.*, sheets.table.* */
  async run(caller: Caller, id: string, { name, bytes }: ReceivedFile): Promise<PlatformBalance> {
    const digest = createHash('sha256').update(bytes).digest();
    const table = await openTable<ImportField>({ bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name }, this.fields.import, LIMITS).catch((error: unknown) => {
      // None of the columns is required, so the general sentence would name none.
      throw error instanceof DomainError && error.code === 'sheets.table.header_not_found' ? new DomainError('filing.platform.nothing_known') : error;
    });
    demandWord(table.reader);
    return this.unitOfWork.run(async (tx) => {
      const head = await this.parts.declarations.lock(tx, caller, id, null);
      const fileId = randomUUID();
      const rows: PlatformRow[] = [];
      let removed = 0;
      const collected: { changed: readonly NewPlatformLine[]; gone: readonly string[] } = { changed: [], gone: [] };
      const { rows: balance, faults } = await loadTable(table, {
        read: (reader) => sameYear(readPlatformRow(reader), head, reader.titleOf('baseYear')),
        stage: (batch) => { rows.push(...batch); return Promise.resolve(); },
        merge: async () => {
          const { merged, changed, gone } = await this.compare(tx, caller, id, rows, table.reader.titleOf('citizenId'));
          Object.assign(collected, { changed, gone });
          removed = gone.length;
          return merged;
        },
      }, PER_STAGE, () => undefined);
      const told = <K extends 'receiptNumber' | 'receivedOn' | 'determined'>(key: K): PlatformRow[K] | null => rows.find((row) => row[key] !== null)?.[key] ?? null;
      const counts = { rowsIn: balance.in, accepted: balance.accepted, unchanged: balance.unchanged, rejected: balance.rejected, removed };
      await this.parts.side.add(tx, caller.scope, {
        id: fileId, declarationId: id, digest, by: caller.accountId, yearTold: rows.some(({ baseYear }) => baseYear !== null),
        receiptNumber: told('receiptNumber'), receivedOn: told('receivedOn'), determined: told('determined'), ...counts,
      }, this.law.now());
      await this.parts.side.put(tx, caller.scope, id, fileId, collected.changed, collected.gone);
      await this.parts.side.reject(tx, caller.scope, fileId, oncePerCell(faults));
      await this.audit.act(tx, caller, { act: 'filing.platform.import', object: { kind: 'declaration', id }, detail: { file: fileId, ...counts } });
      return { id: fileId, ...counts };
    });
  }

  /** What of it is new, what says the same as before, who is gone; a person whom the file names twice is refused the second time. @param column where the file has the person */
  private async compare(tx: Tx, caller: Caller, id: string, rows: readonly PlatformRow[], column: string): Promise<{ readonly merged: Merged; readonly changed: readonly NewPlatformLine[]; readonly gone: readonly string[] }> {
    const named = rows.filter((row): row is PlatformRow & { readonly person: PlatformPerson } => row.person !== null);
    const ids = await this.parts.people.keep(tx, named.map(({ person }) => person.citizenId));
    const before = new Map((await this.parts.side.lines(tx, caller.scope, id)).map((line) => [line.registryPersonId, line]));
    const seen = new Map<string, number>();
    const rejected: RowFault[] = [];
    const changed: NewPlatformLine[] = [];
    let unchanged = 0;
    for (const { line, person: { citizenId, ...said } } of named) {
      const registryPersonId = ids.get(citizenId) as string;
      const first = seen.get(registryPersonId);
      if (first !== undefined) {
        rejected.push({ line, column, code: 'filing.platform.person_twice', params: { firstRow: first } });
        continue;
      }
      seen.set(registryPersonId, line);
      const old = before.get(registryPersonId);
      if (old !== undefined && old.result === said.result && old.countedMonths === said.countedMonths && old.reason === said.reason) unchanged += 1;
      else changed.push({ registryPersonId, ...said });
    }
    // Rows that speak of the filing as a whole are taken as they are.
    const whole = rows.length - named.length;
    // A file without people is a receipt or a determination, and takes nobody away.
    const gone = named.length === 0 ? [] : [...before.keys()].filter((person) => !seen.has(person));
    return { merged: { accepted: changed.length + whole, unchanged, rejected }, changed, gone };
  }
}

/**
 * A list of people and nothing else is our own, sent back: it would take away what the platform has told of them.
 * @throws DomainError filing.platform.nothing_known, filing.platform.no_result
 */
function demandWord(reader: RowReader<ImportField>): void {
  const named = reader.has('citizenId');
  const ofPeople = named && (reader.has('result') || reader.has('countedMonths'));
  if (!ofPeople && !reader.has('receiptNumber') && !reader.has('determined')) throw new DomainError(named ? 'filing.platform.no_result' : 'filing.platform.nothing_known');
}

/** @throws DomainError filing.platform.other_year: a file of another year is refused as a whole */
function sameYear(row: PlatformRow | null, { baseYear }: DeclarationHead, column: string): PlatformRow | null {
  if (row !== null && row.baseYear !== null && row.baseYear !== baseYear) throw new DomainError('filing.platform.other_year', { row: row.line, column, year: row.baseYear, baseYear });
  return row;
}

/** A place is told once. */
const oncePerCell = (faults: readonly RowFault[]): readonly RowFault[] => [...new Map(faults.map((fault) => [`${fault.line} ${fault.column}`, fault])).values()];

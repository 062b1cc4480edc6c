import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { RowFault, RowReader } from '../../../kernel/sheet/row-reader.js';
import { RegistryPeople } from '../../../people/registry/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { loadTable, openTable, type Merged, type Refused } from '../../../platform/sheets/index.js';
import type { ImportField, PlatformFields } from '../domain/platform-fields.js';
import { readPlatformRow, type PlatformPerson, type PlatformRow, type RefusedRow } from '../domain/platform-row.js';
import { DeclarationRepository, type DeclarationHead } from '../infra/declaration.repository.js';
import { NOBODY_GONE, PlatformSideRepository, type NewPlatformLine } from '../infra/platform-side.repository.js';
import { PLATFORM_FIELDS } from '../infra/platform-titles.js';
import { Declarations } from './declarations.js';
import { FilingLaw } from './filing-law.js';
import type { ReceivedFile } from './upload-roster.command.js';

const LIMITS = { maxRows: 100_000, maxUnpackedBytes: 524_288_000 };
const PER_STAGE = 1_000;

/** What a file holds. */
type FileRows = { readonly rows: readonly PlatformRow[]; readonly refused: readonly RefusedRow[]; /** Its title of the column of the person. */ readonly column: string };

type Compared = {
  readonly merged: Merged<ImportField>;
  readonly changed: readonly NewPlatformLine[];
  readonly gone: readonly string[];
  /** Says that nobody was taken away because rows could not be read; null where that kept nobody. */
  readonly kept: RowFault | null;
};

export type PlatformBalance = { readonly id: string; readonly rowsIn: number; readonly accepted: number; readonly unchanged: number; readonly rejected: number; readonly removed: number };

/** Where an import of the platform's side writes. */
@Injectable()
export class PlatformParts {
  constructor(
    readonly declarations: Declarations,
    readonly heads: DeclarationRepository,
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

  /** @throws DomainError filing.declaration.not_found, filing.platform.other_year, filing.platform.other_employer, filing.platform.nothing_known, filing.platform.no_result, sheets.file.*, sheets.table.* */
  async run(caller: Caller, id: string, { name, bytes }: ReceivedFile): Promise<PlatformBalance> {
    const digest = createHash('sha256').update(bytes).digest();
    const table = await openTable<ImportField>({ bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name }, this.fields.import, LIMITS).catch((error: unknown) => {
      // None of the columns is required, so the general sentence would name none.
      throw error instanceof DomainError && error.code === 'sheets.table.header_not_found' ? new DomainError('filing.platform.nothing_known') : error;
    });
    demandWord(table.reader);
    return this.unitOfWork.run(async (tx) => {
      const head = await this.parts.declarations.lock(tx, caller, id, null);
      const own = await this.parts.heads.codes(tx, caller.scope, id);
      const fileId = randomUUID();
      const rows: PlatformRow[] = [];
      const refused: RefusedRow[] = [];
      const collected: Pick<Compared, 'changed' | 'gone' | 'kept'> = { changed: [], gone: [], kept: null };
      const { rows: balance, faults } = await loadTable(table, {
        read: (reader) => {
          const read = readPlatformRow(reader);
          if (read.ok) return sameEmployer(sameYear(read.value, head, reader.titleOf('baseYear')), head, own, reader.titleOf('uscc'));
          refused.push(read.error);
          return null;
        },
        stage: (batch) => { rows.push(...batch); return Promise.resolve(); },
        merge: async () => {
          const { merged, ...compared } = await this.compare(tx, caller, id, { rows, refused, column: table.reader.titleOf('citizenId') });
          Object.assign(collected, compared);
          return merged;
        },
      }, PER_STAGE, () => undefined);
      const told = <K extends 'receiptNumber' | 'receivedOn' | 'determined'>(key: K): PlatformRow[K] | null => rows.find((row) => row[key] !== null)?.[key] ?? null;
      const counts = { rowsIn: balance.in, accepted: balance.accepted, unchanged: balance.unchanged, rejected: balance.rejected, removed: collected.gone.length };
      await this.parts.side.add(tx, caller.scope, {
        id: fileId, declarationId: id, digest, by: caller.accountId, yearTold: rows.some(({ baseYear }) => baseYear !== null),
        receiptNumber: told('receiptNumber'), receivedOn: told('receivedOn'), determined: told('determined'), ...counts,
      }, this.law.now());
      await this.parts.side.put(tx, caller.scope, id, fileId, collected.changed, collected.gone);
      await this.parts.side.reject(tx, caller.scope, fileId, oncePerCell(collected.kept === null ? faults : [collected.kept, ...faults]));
      await this.audit.act(tx, caller, { act: 'filing.platform.import', object: { kind: 'declaration', id }, detail: { file: fileId, ...counts } });
      return { id: fileId, ...counts };
    });
  }

  /** What of it is new, what says the same as before, who is gone; a person whom the file names twice is refused the second time. */
  private async compare(tx: Tx, caller: Caller, id: string, { rows, refused, column }: FileRows): Promise<Compared> {
    const named = rows.filter((row): row is PlatformRow & { readonly person: PlatformPerson } => row.person !== null);
    const ids = await this.parts.people.keep(tx, named.map(({ person }) => person.citizenId));
    const before = new Map((await this.parts.side.lines(tx, caller.scope, id)).map((line) => [line.registryPersonId, line]));
    const seen = new Map<string, number>();
    const rejected: Refused<ImportField>[] = [];
    const changed: NewPlatformLine[] = [];
    let unchanged = 0;
    for (const { line, person: { citizenId, ...said } } of named) {
      const registryPersonId = ids.get(citizenId) as string;
      const first = seen.get(registryPersonId);
      if (first !== undefined) {
        rejected.push({ line, column: 'citizenId', code: 'filing.platform.person_twice', params: { firstRow: first } });
        continue;
      }
      seen.set(registryPersonId, line);
      const old = before.get(registryPersonId);
      if (old !== undefined && old.result === said.result && old.countedMonths === said.countedMonths && old.reason === said.reason) unchanged += 1;
      else changed.push({ registryPersonId, ...said });
    }
    // Rows that speak of the filing as a whole are taken as they are.
    const whole = rows.length - named.length;
    const merged = { accepted: changed.length + whole, unchanged, rejected };
    // Whose row was refused is named by the file all the same.
    const stillNamed = new Set((await this.parts.people.find(tx, refused.flatMap(({ citizenId }) => citizenId ?? []))).values());
    const absent = [...before.keys()].filter((person) => !seen.has(person) && !stillNamed.has(person));
    const unread = refused.filter(({ citizenId, namesNobody }) => citizenId === null && !namesNobody);
    const [firstUnread] = unread;
    // Any of the absent may be the one whose row could not be read: nobody is taken away on such a file’s word.
    if (firstUnread !== undefined) return { merged, changed, gone: [], kept: absent.length === 0 ? null : { line: firstUnread.line, column: '', code: NOBODY_GONE, params: { column, rows: unread.length, people: absent.length } } };
    // A file without people is a receipt or a determination, and takes nobody away.
    return { merged, changed, gone: named.length === 0 ? [] : absent, kept: null };
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
function sameYear(row: PlatformRow, { baseYear }: DeclarationHead, column: string): PlatformRow {
  if (row.baseYear !== null && row.baseYear !== baseYear) throw new DomainError('filing.platform.other_year', { row: row.line, column, year: row.baseYear, baseYear });
  return row;
}

/** @throws DomainError filing.platform.other_employer: so is a file of another employer */
function sameEmployer(row: PlatformRow, { uscc }: DeclarationHead, own: ReadonlySet<string>, column: string): PlatformRow {
  if (row.uscc !== null && !own.has(row.uscc)) throw new DomainError('filing.platform.other_employer', { row: row.line, column, told: row.uscc, uscc });
  return row;
}

/** A place is told once. */
const oncePerCell = (faults: readonly RowFault[]): readonly RowFault[] => [...new Map(faults.map((fault) => [`${fault.line} ${fault.column}`, fault])).values()];

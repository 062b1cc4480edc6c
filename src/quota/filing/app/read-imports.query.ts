import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import type { Rejection, RosterImport } from '../infra/import.repository.js';
import type { LeavingLine } from '../infra/staged.repository.js';
import { FilingLaw } from './filing-law.js';
import { ImportRows } from './import-rows.js';
import { ReadLines, type NamedLine } from './read-lines.query.js';

/** A process that reads says so every few seconds; silent for this long, it is gone. */
export const SILENCE_MS = 30_000;

const IMPORTS_SHOWN = 20;
const LEAVING_SHOWN = 200;

/** Whom a checked file takes off the list, in clear: the first of them, and how many lines there are. */
export type Leaving = { readonly all: number; readonly shown: readonly (NamedLine & Pick<LeavingLine, 'stays'>)[] };

/** Files that were handed in for a filing inside the caller's scope. */
@Injectable()
export class ReadImports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: ImportRows,
    private readonly lines: ReadLines,
    private readonly law: FilingLaw,
  ) {}

  /** The latest first. One statement. */
  async list(caller: Caller, id: string): Promise<readonly RosterImport[]> {
    return (await this.rows.imports.list(this.dataSource.manager, caller.scope, id, IMPORTS_SHOWN)).map((file) => this.alive(file));
  }

  /** @throws DomainError filing.import.not_found */
  async find(caller: Caller, id: string, importId: string): Promise<RosterImport> {
    const file = isUuid(id) && isUuid(importId) ? await this.rows.imports.find(this.dataSource.manager, caller.scope, id, importId) : null;
    if (file === null) throw new DomainError('filing.import.not_found');
    return this.alive(file);
  }

  /** As the list stands now, which the clerk may have changed since the file was read. The import was found within the scope. */
  async leaving({ scope }: Caller, { id, versionId, state }: RosterImport): Promise<Leaving> {
    if (state !== 'checked') return { all: 0, shown: [] };
    return this.unitOfWork.run(async (tx) => {
      const { all, lines } = await this.rows.staged.leaving(tx, scope, id, versionId, LEAVING_SHOWN);
      const named = await this.lines.named(tx, scope, versionId, lines.map((line) => line.id));
      return { all, shown: lines.flatMap(({ id: lineId, stays }) => { const line = named.get(lineId); return line === undefined ? [] : [{ ...line, stays }]; }) };
    });
  }

  /** In the order of the rows. One statement. */
  async rejections(caller: Caller, id: string, importId: string, query: PageQueryDto): Promise<ListPage<Rejection>> {
    const limit = limitOf(query);
    const key = pageKey(query, 2);
    const [row = '', last = ''] = key ?? [];
    if (key !== null && !(/^\d{1,9}$/.test(row) && /^\d{1,18}$/.test(last))) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    const faults = await this.rows.imports.rejections(this.dataSource.manager, caller.scope, id, importId, key === null ? null : [Number(row), last], limit + 1);
    const { items, next } = listPage(faults, limit, (fault) => [String(fault.row), fault.id]);
    return { items: items.map(({ row: at, column, code, params }) => ({ row: at, column, code, params })), next };
  }

  /** One whose process is gone has failed, before the clean-up says so. */
  private alive(file: RosterImport): RosterImport {
    return file.state === 'reading' && file.aliveAt.getTime() < this.law.now().getTime() - SILENCE_MS ? { ...file, state: 'failed' } : file;
  }
}

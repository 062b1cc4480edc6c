import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { RegistryPeople } from '../../../people/registry/index.js';
import type { Caller, Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { LineRepository, type RosterLine } from '../infra/line.repository.js';
import { JudgeLines, type JudgedLine } from './judge-lines.js';
import { ReadFiling } from './read-filing.query.js';

/** A line and the number of its person, in clear. */
export type NamedLine = { readonly line: RosterLine; readonly citizenId: CitizenIdText };

/** The lines of a filing with their verdicts. Names and numbers come in clear: whoever shows them masks what must be masked. */
@Injectable()
export class ReadLines {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lines: LineRepository,
    private readonly judging: JudgeLines,
    private readonly filings: ReadFiling,
    private readonly people: RegistryPeople,
  ) {}

  /** Some lines of a version, by id, for a room that says something of each; in its transaction. Two statements. */
  async named(tx: Tx, scope: Scope, versionId: string, ids: readonly string[]): Promise<ReadonlyMap<string, NamedLine>> {
    const lines = await this.lines.byIds(tx, scope, versionId, ids);
    const numbers = await this.people.numbers(tx, lines.map(({ registryPersonId }) => registryPersonId));
    return new Map(lines.map((line) => [line.id, { line, citizenId: numbers.get(line.registryPersonId) as CitizenIdText }]));
  }

  /** `number` null: the current version. Three statements, however many lines. @throws DomainError filing.declaration.not_found */
  async page(caller: Caller, id: string, number: number | null, query: PageQueryDto): Promise<ListPage<JudgedLine>> {
    const head = await this.filings.head(caller, id);
    const limit = limitOf(query);
    const [after = null] = pageKey(query, 1) ?? [];
    if (after !== null && !/^\d{1,18}$/.test(after)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    const rows = await this.lines.page(this.dataSource.manager, caller.scope, id, number ?? head.currentVersion, after, limit + 1);
    const { items, next } = listPage(rows, limit, (line) => [line.id]);
    return { items: await this.judging.of(this.dataSource.manager, head, items), next };
  }

  /** @throws DomainError filing.declaration.not_found, filing.line.not_found */
  async find(caller: Caller, id: string, lineId: string): Promise<JudgedLine> {
    const head = await this.filings.head(caller, id);
    const line = await this.lines.find(this.dataSource.manager, caller.scope, id, head.currentVersion, lineId);
    if (line === null) throw new DomainError('filing.line.not_found');
    const [judged] = await this.judging.of(this.dataSource.manager, head, [line]);
    return judged as JudgedLine;
  }
}

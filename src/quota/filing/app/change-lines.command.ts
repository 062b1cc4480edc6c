import { Injectable } from '@nestjs/common';
import { DomainError, type FieldError } from '../../../kernel/domain-error.js';
import { parseCitizenId } from '../../../kernel/ids/citizen-id.js';
import { unwrap } from '../../../kernel/result.js';
import { RegistryPeople } from '../../../people/registry/index.js';
import type { Caller, Scope } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { sumsOf } from '../../counting/index.js';
import { readTypedLine, type RowError, type TypedLine } from '../../roster/index.js';
import { lineOfRow, type ReadRow } from '../domain/line-of-file.js';
import { judgeLine, keepUnsaid } from '../domain/roster-line.js';
import type { DeclarationHead } from '../infra/declaration.repository.js';
import type { NewLine } from '../infra/line-cells.js';
import type { RosterLine } from '../infra/line.repository.js';
import { FilingLaw } from './filing-law.js';
import { FilingRows } from './filing-rows.js';
import { OpenDraft, type Draft } from './open-draft.js';

/** A line as typed. The other unit of a dispatch agreement stands apart: a form demands it, where a file may lack the column. */
export type TypedRosterLine = TypedLine & { readonly otherUscc: string | null };

/** Lines by hand, for employers with a few people: the same rules as for a row of a file. */
@Injectable()
export class ChangeLines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: OpenDraft,
    private readonly rows: FilingRows,
    private readonly people: RegistryPeople,
    private readonly law: FilingLaw,
    private readonly audit: Audit,
  ) {}

  /** @returns id of the line. @throws DomainError filing.declaration.*, filing.line.*, input.invalid (roster.row.*, filing.line.other_unit_*) */
  add(caller: Caller, id: string, seen: number, typed: TypedRosterLine): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const draft = await this.drafts.lock(tx, caller, id, seen);
      const line = await this.read(tx, caller.scope, draft, typed, null);
      const lineId = await this.rows.lines.add(tx, caller.scope, draft.version.id, line);
      await this.changed(tx, caller, draft, 'filing.line.add', lineId);
      return lineId;
    });
  }

  /** @throws DomainError filing.declaration.*, filing.line.*, input.invalid (roster.row.*) */
  change(caller: Caller, id: string, seen: number, lineId: string, typed: TypedRosterLine): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const draft = await this.drafts.lock(tx, caller, id, seen);
      const line = await this.read(tx, caller.scope, draft, typed, await this.demand(tx, caller, draft.head, lineId));
      await this.rows.lines.change(tx, caller.scope, draft.version.id, lineId, line);
      await this.changed(tx, caller, draft, 'filing.line.change', lineId);
    });
  }

  /** @throws DomainError filing.declaration.*, filing.line.not_found */
  remove(caller: Caller, id: string, seen: number, lineId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const draft = await this.drafts.lock(tx, caller, id, seen);
      await this.demand(tx, caller, draft.head, lineId);
      await this.rows.lines.remove(tx, caller.scope, draft.version.id, lineId);
      await this.changed(tx, caller, draft, 'filing.line.remove', lineId);
    });
  }

  /** @param before the line as it stands; null for a new one */
  private async read(tx: Tx, scope: Scope, { head, version }: Draft, { otherUscc, ...typed }: TypedRosterLine, before: RosterLine | null): Promise<NewLine> {
    const year = this.law.countingYear(head.regionCode, head.baseYear, this.law.today());
    const read = readTypedLine(typed, year);
    if (!read.ok) throw new DomainError('input.invalid', {}, read.error.map(atField));
    const row = read.value;
    demandOtherUnit(row.dispatch, otherUscc, head.uscc);
    const ids = await this.people.keep(tx, [row.citizenId]);
    const registryPersonId = ids.get(row.citizenId) as string;
    // Without an agreement nobody is the other unit, whatever stands in the field.
    const said = { ...lineOfRow(row), otherUscc: row.dispatch === 'none' ? null : otherUscc };
    const content = before?.registryPersonId === registryPersonId ? keepUnsaid(said, before, typed.insuredMonths !== null) : said;
    if (await this.rows.lines.claims(tx, scope, version.id, registryPersonId, content.months, before?.id ?? null)) throw new DomainError('filing.line.same_month');
    return { registryPersonId, citizenId: row.citizenId, source: 'hand', sourceRow: null, content, sums: sumsOf(judgeLine(content, unwrap(parseCitizenId(row.citizenId)), year)) };
  }

  private async demand(tx: Tx, caller: Caller, { id, currentVersion }: DeclarationHead, lineId: string): Promise<RosterLine> {
    const line = await this.rows.lines.find(tx, caller.scope, id, currentVersion, lineId);
    if (line === null) throw new DomainError('filing.line.not_found');
    return line;
  }

  private async changed(tx: Tx, caller: Caller, { head, version }: Draft, act: string, lineId: string): Promise<void> {
    await this.rows.versions.linesChanged(tx, caller.scope, version.id, this.law.now());
    await this.drafts.touch(tx, caller, head.id);
    await this.audit.act(tx, caller, { act, object: { kind: 'declaration', id: head.id }, detail: { line: lineId } });
  }
}

/** Without the other unit nobody can confirm the agreement (财政部公告2019年第98号). @throws DomainError input.invalid */
function demandOtherUnit(dispatch: ReadRow['dispatch'], otherUscc: string | null, own: string): void {
  const code = dispatch === 'none' ? null : otherUscc === null ? 'filing.line.other_unit_missing' : otherUscc === own ? 'filing.line.other_unit_own' : null;
  if (code !== null) throw new DomainError('input.invalid', {}, [{ pointer: '/otherUscc', code }]);
}

/** A fault of a typed line stands at the field of its column. */
const atField = ({ column, code, params }: RowError): FieldError => ({ pointer: `/${column}`, code, params });

import { Injectable } from '@nestjs/common';
import { chinaDay } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import type { RosterImport } from '../infra/import.repository.js';
import { FilingLaw } from './filing-law.js';
import { FilingRows } from './filing-rows.js';
import { ImportRows } from './import-rows.js';
import { OpenDraft } from './open-draft.js';

/** What became of the draft's lines. */
export type TakenRoster = { readonly accepted: number; readonly unchanged: number; readonly rejected: number; readonly removed: number };

/** A clerk says what is to become of a checked file: its lines become the draft's, or it goes. */
@Injectable()
export class TakeRoster {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: OpenDraft,
    private readonly rows: ImportRows,
    private readonly filing: FilingRows,
    private readonly law: FilingLaw,
    private readonly audit: Audit,
  ) {}

  /**
   * All of it or nothing: one transaction. What the draft holds already stays as it is, so the same file again changes nothing.
   * @param seen the declaration's version as the clerk has seen it
   * @throws DomainError filing.declaration.*, filing.import.not_found, filing.import.not_checked
   */
  take(caller: Caller, id: string, importId: string, seen: number): Promise<TakenRoster> {
    return this.unitOfWork.run(async (tx) => {
      const { version } = await this.drafts.lock(tx, caller, id, seen);
      const file = await this.checked(tx, caller, id, importId);
      if (file.versionId !== version.id) throw new DomainError('filing.import.not_checked');
      const { staged, same, removed, kept } = await this.rows.staged.difference(tx, caller.scope, importId, version.id);
      if (staged + file.rejected > file.rowsIn) throw new Error('more lines were staged than rows were read');
      await this.rows.staged.take(tx, caller.scope, importId, version.id);
      const accepted = staged - same;
      const balance = { accepted, unchanged: file.rowsIn - file.rejected - accepted, removed };
      await this.rows.imports.done(tx, caller.scope, importId, balance);
      if (accepted + removed > 0) {
        await this.filing.versions.linesChanged(tx, caller.scope, version.id, this.law.now());
        // All lines are of one judging, unless some of the draft's own stay.
        if (same + kept === 0) await this.filing.versions.judged(tx, caller.scope, version.id, chinaDay(file.receivedAt));
        await this.drafts.touch(tx, caller, id);
      }
      await this.audit.act(tx, caller, { act: 'filing.roster.take', object: { kind: 'declaration', id }, detail: { import: importId, ...balance, rejected: file.rejected } });
      return { ...balance, rejected: file.rejected };
    });
  }

  /** @throws DomainError filing.declaration.*, filing.import.not_found, filing.import.not_checked */
  discard(caller: Caller, id: string, importId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.drafts.lock(tx, caller, id, null);
      await this.checked(tx, caller, id, importId);
      await this.rows.imports.end(tx, caller.scope, [importId], 'discarded');
      await this.audit.act(tx, caller, { act: 'filing.roster.discard', object: { kind: 'declaration', id }, detail: { import: importId } });
    });
  }

  private async checked(tx: Tx, caller: Caller, id: string, importId: string): Promise<RosterImport> {
    const file = isUuid(importId) ? await this.rows.imports.lock(tx, caller.scope, id, importId) : null;
    if (file === null) throw new DomainError('filing.import.not_found');
    if (file.state !== 'checked') throw new DomainError('filing.import.not_checked');
    return file;
  }
}

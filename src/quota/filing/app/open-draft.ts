import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { isOpenForEmployer } from '../domain/declaration-states.js';
import { DeclarationRepository, type DeclarationHead } from '../infra/declaration.repository.js';
import type { FilingVersionHead } from '../infra/version.repository.js';
import { Declarations } from './declarations.js';
import { FilingRows } from './filing-rows.js';

export type Draft = { readonly head: DeclarationHead; readonly version: FilingVersionHead };

/** A declaration in which its employer may write, locked. Every change of content goes through here. */
@Injectable()
export class OpenDraft {
  constructor(
    private readonly declarations: Declarations,
    private readonly declarationRows: DeclarationRepository,
    private readonly rows: FilingRows,
  ) {}

  /**
   * @param seen the declaration's version as the clerk has seen it; null where nothing that the clerk saw can be lost
   * @throws DomainError filing.declaration.not_found, filing.declaration.stale, filing.declaration.closed
   */
  async lock(tx: Tx, caller: Caller, id: string, seen: number | null): Promise<Draft> {
    const head = await this.declarations.lock(tx, caller, id, seen);
    const version = await this.rows.versions.find(tx, caller.scope, id, null);
    if (version === null || !isOpenForEmployer(head.state) || version.submittedAt !== null) throw new DomainError('filing.declaration.closed', { state: head.state });
    return { head, version };
  }

  /** @returns the declaration's version that the change makes */
  touch(tx: Tx, caller: Caller, id: string): Promise<number> {
    return this.declarationRows.touch(tx, caller.scope, id);
  }
}

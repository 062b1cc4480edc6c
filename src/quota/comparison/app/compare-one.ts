import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { DeclarationHead } from '../../filing/index.js';
import { ResultRepository } from '../infra/result.repository.js';
import { ComparedRepositories } from './compared-repositories.js';
import { CompareFilings } from './compare-filings.js';
import { FindConflicts } from './find-conflicts.js';
import { SharedContacts } from './shared-contacts.js';

export type OneCompared = {
  readonly lines: number;
  /** Lines for which paper may be given. */
  readonly paper: number;
  readonly doubtful: number;
};

/** One filing with registers and with every other filing, in the caller's transaction. */
@Injectable()
export class CompareOne {
  constructor(
    private readonly filings: CompareFilings,
    private readonly conflicts: FindConflicts,
    private readonly contacts: SharedContacts,
    private readonly results: ResultRepository,
    private readonly parts: ComparedRepositories,
  ) {}

  async run(tx: Tx, scope: Scope, { id, baseYear }: Pick<DeclarationHead, 'id' | 'baseYear'>): Promise<OneCompared> {
    await this.filings.run(tx, scope, [id]);
    await this.contacts.run(tx, scope, baseYear, [id], id);
    const { touched } = await this.conflicts.run(tx, scope, baseYear, await this.parts.conflicts.personsOf(tx, scope, id));
    await this.parts.doubts.rate(tx, scope, await this.parts.conflicts.doubts(tx, scope, [...new Set([id, ...touched])]));
    const version = await this.results.current(tx, scope, id);
    return { lines: version?.lines ?? 0, paper: version?.paper ?? 0, doubtful: version?.doubtful ?? 0 };
  }
}

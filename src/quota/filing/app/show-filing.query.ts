import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/access/index.js';
import type { ListPage, PageQueryDto } from '../../../platform/http/index.js';
import { isPast, windowState, type FilingWindow, type WindowState } from '../domain/filing-window.js';
import { declarationStates, type DeclarationAct } from '../domain/declaration-states.js';
import type { DeclarationHead } from '../infra/declaration.repository.js';
import type { VersionSums } from '../infra/line.repository.js';
import type { FilingVersionHead } from '../infra/version.repository.js';
import { FilingLaw } from './filing-law.js';
import { ReadFiling } from './read-filing.query.js';
import { TrialSum, type Trial } from './trial-sum.js';

/** A filing as its employer meets it. */
export type ShownFiling = {
  readonly head: DeclarationHead;
  readonly version: FilingVersionHead;
  readonly sums: VersionSums;
  readonly trial: Trial;
  readonly window: FilingWindow & { readonly state: WindowState };
  /** Handed in now it is late, or it was handed in late. */
  readonly isLate: boolean;
  /** What the table allows next, whoever may do it. */
  readonly acts: readonly DeclarationAct[];
};

/** Filings of the employer, one and all. */
@Injectable()
export class ShowFiling {
  constructor(
    private readonly filings: ReadFiling,
    private readonly trial: TrialSum,
    private readonly law: FilingLaw,
  ) {}

  /** Three statements. @throws DomainError filing.declaration.not_found */
  async one(caller: Caller, id: string): Promise<ShownFiling> {
    const head = await this.filings.head(caller, id);
    const version = await this.filings.version(caller, id, null);
    const sums = await this.filings.sums(caller, id, version.number);
    const window = this.law.window(head.regionCode, head.filingYear);
    return {
      head, version, sums, trial: this.trial.of(head, version, sums, head.registeredOn, null), window: { ...window, state: windowState(window, this.law.today()) },
      isLate: head.isLate || (head.state === 'draft' && isPast(head, this.law.today())), acts: declarationStates.actsOf(head.state),
    };
  }

  /** The latest year first. One statement. */
  list(caller: Caller, query: PageQueryDto): Promise<ListPage<DeclarationHead>> {
    return this.filings.list(caller, query);
  }
}

/**
 * The number by which a filing that was handed in is spoken of: region, filing year and ten signs of its id. It gives nothing
 * away and opens nothing.
 */
export const filingNumber = ({ id, regionCode, filingYear }: Pick<DeclarationHead, 'id' | 'regionCode' | 'filingYear'>): string => {
  const signs = id.replaceAll('-', '').toUpperCase();
  return `${regionCode.slice(0, 6)}-${filingYear}-${signs.slice(0, 5)}-${signs.slice(5, 10)}`;
};

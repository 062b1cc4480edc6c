import { Injectable } from '@nestjs/common';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationScope } from './declaration.repository.js';

/** How much of a filing a person must look at; it orders the reviewer's queue and is no change of the filing. */
@Injectable()
export class DoubtRepository {
  /** @param doubts by declaration, 0 to 32767 @returns how many changed */
  async rate(tx: Tx, scope: Scope, doubts: ReadonlyMap<string, number>): Promise<number> {
    const params: unknown[] = [[...doubts.keys()], [...doubts.values()]];
    const [, changed] = await tx.query(
      `UPDATE declaration AS d SET doubt = v.doubt FROM unnest($1::uuid[], $2::smallint[]) AS v (id, doubt) WHERE d.id = v.id AND d.doubt <> v.doubt AND ${withinScope(scope, declarationScope, params)}`, params,
    ) as [unknown, number];
    return changed;
  }
}

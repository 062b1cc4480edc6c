import { Injectable } from '@nestjs/common';
import { regionCode, regionPrefix } from '../../../kernel/region-code.js';
import type { Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { BatchHeader } from '../domain/exchange-batch.js';
import type { ExchangeRecord } from '../domain/exchange-line.js';
import type { Surroundings } from '../domain/judge-batch.js';
import { AssessmentRepository } from '../infra/assessment.repository.js';
import { ImportRepository } from '../infra/import.repository.js';
import { RecordRepository } from '../infra/record.repository.js';

export type Around = { of(record: ExchangeRecord, fingerprint: Buffer): Surroundings };

/** The tables that a batch meets. */
@Injectable()
export class BatchRows {
  constructor(
    readonly imports: ImportRepository,
    readonly records: RecordRepository,
    private readonly assessments: AssessmentRepository,
  ) {}

  /** Everything that the records of a batch refer to, in three statements whatever their number. */
  async around(tx: Tx, scope: Scope, { party, sender, baseYear }: BatchHeader, records: readonly ExchangeRecord[]): Promise<Around> {
    const employers = await this.records.employers(tx, scope, regionPrefix(regionCode(sender)), [...new Set(records.map(({ uscc }) => uscc))]);
    const names = new Set(records.flatMap(({ record, replaces }) => (replaces === null ? [record] : [record, replaces])));
    const known = await this.records.known(tx, scope, party, sender, [...names]);
    const current = await this.assessments.currentOf(tx, scope, [...employers.values()], baseYear);
    return {
      of: ({ uscc, record, replaces }, fingerprint) => {
        const employerId = employers.get(uscc) ?? null;
        const same = known.get(record);
        return {
          employerId,
          assessmentId: employerId === null ? null : (current.get(employerId) ?? null),
          known: same === undefined ? null : { isSame: same.fingerprint.equals(fingerprint) },
          replaced: replaces === null ? null : (known.get(replaces) ?? 'missing'),
        };
      },
    };
  }
}

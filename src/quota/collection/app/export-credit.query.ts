import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { chinaDay } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { Seal } from '../../../platform/crypto/index.js';
import { CreditRepository, type CreditRecord } from '../infra/credit.repository.js';
import { signedLines } from './signed-lines.js';

const MOST_LINES = 5_000;

/** Credit records for the credit platform: what changed behind the last change that it has, as signed lines. */
@Injectable()
export class ExportCredit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: CreditRepository,
    private readonly seal: Seal,
  ) {}

  /** @param after number of the last change that the platform has; '0' for all. @throws DomainError input.invalid */
  async lines(caller: Caller, after: string): Promise<string> {
    if (!/^\d{1,18}$/.test(after)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    const changes = await this.records.changes(this.dataSource.manager, caller.scope, after, MOST_LINES);
    const { body } = signedLines(this.seal, { format: 'zhujiu.credit/1', after, until: changes.at(-1)?.change ?? after, records: changes.length, more: changes.length === MOST_LINES }, changes.map(lineOf));
    return body;
  }
}

const lineOf = ({ change, state, uscc, employerName, regionCode, baseYear, number, recordedAt, removedAt, endReason }: CreditRecord): object => ({
  change, state, uscc, employerName, regionCode, baseYear, determination: number, recordedOn: recordedAt === null ? null : chinaDay(recordedAt), removedOn: removedAt === null ? null : chinaDay(removedAt), reason: endReason,
});

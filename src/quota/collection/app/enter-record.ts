import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import type { Tx } from '../../../platform/database/index.js';
import { canonicalRecord, type ExchangeRecord } from '../domain/exchange-line.js';
import { AssessmentRepository, type AssessmentHead } from '../infra/assessment.repository.js';
import { RecordRepository, type NewRecord } from '../infra/record.repository.js';

const NOTHING = {
  until: null, amount: null, document: null, staff: null, arranged: null, wages: null, due: null, relief: null, payable: null, request: null, outcome: null, replaces: null,
} as const satisfies Partial<ExchangeRecord>;

/** What a finance officer enters by hand is a record like one that was sent. */
@Injectable()
export class EnterRecord {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly records: RecordRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError collection.assessment.not_found */
  async locked(tx: Tx, caller: Caller, assessmentId: string): Promise<AssessmentHead> {
    const [head] = isUuid(assessmentId) ? await this.assessments.lock(tx, caller.scope, [assessmentId]) : [];
    if (head === undefined) throw new DomainError('collection.assessment.not_found');
    return head;
  }

  /** @returns the record as it was written */
  async enter(tx: Tx, caller: Caller, head: AssessmentHead, given: Partial<ExchangeRecord> & Pick<ExchangeRecord, 'kind' | 'on'>): Promise<NewRecord> {
    const record: ExchangeRecord = { ...NOTHING, ...given, record: `entered-${randomUUID()}`, uscc: head.uscc, baseYear: head.baseYear };
    const entered: NewRecord = {
      record, party: 'finance', sender: head.regionCode.slice(0, 6), employerId: head.employerId, assessmentId: head.id, replaces: null, line: null,
      fingerprint: createHash('sha256').update(canonicalRecord(record)).digest(),
    };
    await this.records.add(tx, caller.scope, [entered], { importId: null, at: this.clock.now(), by: caller.accountId });
    return entered;
  }
}

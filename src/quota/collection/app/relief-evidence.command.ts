import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { paperKindOf } from '../../../kernel/paper-kind.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ReliefRepository } from '../infra/relief.repository.js';

export const EVIDENCE_BYTES = 5_242_880;
const MOST_PAPERS = 10;
const LONGEST_NAME = 120;

/** Papers of a request for relief: sealed as they come, opened for whoever decides. */
@Injectable()
export class ReliefEvidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ReliefRepository,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError collection.relief.not_found, .act_not_possible, .evidence_kind, .evidence_too_many @returns its id */
  add(caller: Caller, requestId: string, name: string, bytes: Buffer): Promise<string> {
    const mediaType = paperKindOf(bytes);
    if (mediaType === null) throw new DomainError('collection.relief.evidence_kind');
    return this.unitOfWork.run(async (tx) => {
      const request = isUuid(requestId) ? await this.requests.lock(tx, caller.scope, requestId) : null;
      if (request === null) throw new DomainError('collection.relief.not_found');
      if (request.state !== 'made') throw new DomainError('collection.relief.act_not_possible', { state: request.state });
      const paper = { id: randomUUID(), name: name.slice(0, LONGEST_NAME) || '—', mediaType, size: bytes.length, storedAt: this.clock.now(), digest: createHash('sha256').update(bytes).digest(), bytes };
      if ((await this.requests.addEvidence(tx, caller.scope, requestId, paper)) > MOST_PAPERS) throw new DomainError('collection.relief.evidence_too_many', { most: MOST_PAPERS });
      await this.audit.act(tx, caller, { act: 'collection.relief.add-evidence', object: { kind: 'relief-request', id: requestId }, detail: { paper: paper.id, size: paper.size } });
      return paper.id;
    });
  }

  /** @throws DomainError collection.relief.not_found */
  open(caller: Caller, requestId: string, id: string): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Buffer }> {
    return this.unitOfWork.run(async (tx) => {
      const paper = isUuid(requestId) && isUuid(id) ? await this.requests.evidence(tx, caller.scope, requestId, id) : null;
      if (paper === null) throw new DomainError('collection.relief.not_found');
      await this.audit.read(tx, caller, { subject: { kind: 'relief-request', id: requestId }, fields: ['evidence'], purpose: 'relief_decision', reason: null });
      return paper;
    });
  }
}

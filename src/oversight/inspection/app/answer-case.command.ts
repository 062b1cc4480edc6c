import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { paperKindOf } from '../../../kernel/paper-kind.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { PaperRepository } from '../infra/paper.repository.js';
import { CaseTrail } from './case-trail.js';

export const PAPER_BYTES = 5_242_880;
export const MOST_PAPERS = 50;
const LONGEST_NAME = 120;

/** The employer hands in proofs, says that these are all, and states its defence. */
@Injectable()
export class AnswerCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trail: CaseTrail,
    private readonly papers: PaperRepository,
  ) {}

  /** @param lineId the line that it proves; null: the whole case. @returns its id @throws DomainError inspection.case.not_found, inspection.case.act_not_possible, inspection.line.not_found, inspection.paper.kind, inspection.paper.too_many */
  addPaper(caller: Caller, id: string, lineId: string | null, name: string, bytes: Buffer): Promise<string> {
    const mediaType = paperKindOf(bytes);
    if (mediaType === null) throw new DomainError('inspection.paper.kind');
    return this.unitOfWork.run(async (tx) => {
      const head = await this.trail.locked(tx, caller, id, null);
      // With its defence an employer may still prove what it says.
      if (head.state !== 'asked' && head.state !== 'proposed') throw new DomainError('inspection.case.act_not_possible', { act: 'add-paper', state: head.state });
      if (lineId !== null && !(await this.trail.cases.lines(tx, caller.scope, id)).some((line) => line.id === lineId)) throw new DomainError('inspection.line.not_found');
      const paper = {
        id: randomUUID(), lineId, name: name.slice(0, LONGEST_NAME) || '—', mediaType, size: bytes.length, storedAt: this.trail.now(), digest: createHash('sha256').update(bytes).digest(), bytes, by: caller.accountId,
      };
      if ((await this.papers.add(tx, caller.scope, id, paper)) > MOST_PAPERS) throw new DomainError('inspection.paper.too_many', { most: MOST_PAPERS });
      await this.trail.audit.act(tx, caller, { act: 'inspection.paper.add', object: { kind: 'inspection-case', id }, detail: { paper: paper.id, line: lineId, size: paper.size } });
      return paper.id;
    });
  }

  /** Opening a proof is noted: it shows people. @throws DomainError inspection.case.not_found */
  openPaper(caller: Caller, id: string, paperId: string): Promise<{ readonly mediaType: string; readonly bytes: Buffer }> {
    return this.unitOfWork.run(async (tx) => {
      const paper = isUuid(id) && isUuid(paperId) ? await this.papers.open(tx, caller.scope, id, paperId) : null;
      if (paper === null) throw new DomainError('inspection.case.not_found');
      await this.trail.audit.read(tx, caller, { subject: { kind: 'inspection-case', id }, fields: ['paper'], purpose: 'inspection', reason: null });
      return paper;
    });
  }

  /** Everything is handed in. @throws DomainError inspection.case.* */
  answer(caller: Caller, id: string, seen: number): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const head = await this.trail.locked(tx, caller, id, seen);
      await this.trail.step(tx, caller, head, 'answer', null, {});
    });
  }

  /** 陈述申辩, once. @param defence kept sealed. @throws DomainError inspection.case.* */
  defend(caller: Caller, id: string, seen: number, defence: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const head = await this.trail.locked(tx, caller, id, seen);
      await this.trail.step(tx, caller, head, 'defend', null, {});
      await this.trail.cases.putWords(tx, caller.scope, id, 'defence', defence);
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { parseUscc } from '../../../kernel/ids/uscc.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { mayMerge, type MergingSide } from '../domain/merging.js';
import { DuplicatesRepository, type Duplicate } from '../infra/duplicates.repository.js';
import { EmployerRepository } from '../infra/employer.repository.js';
import { EMPLOYERS_MERGED, EMPLOYERS_PARTED } from './messages.js';
import { TellMerged } from './tell-merged.js';

/**
 * A person decides on two employers that may be one. A merging moves nothing: both keep their ids, codes, filings and
 * history; one of them goes on, the other leads to it, and the clerks of each see both (ADR 19). So it can be undone, whole.
 */
@Injectable()
export class SettleDuplicate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly duplicates: DuplicatesRepository,
    private readonly employers: EmployerRepository,
    private readonly audit: Audit,
    private readonly telling: TellMerged,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A pair that no list has found, by the other's code. @returns its id. @throws DomainError employers.employer.not_found, employers.duplicate.itself, input.invalid with employers.uscc.* or employers.duplicate.other_unknown at /uscc */
  propose(caller: Caller, id: string, typed: string): Promise<string> {
    const code = parseUscc(typed);
    if (!code.ok) throw new DomainError('input.invalid', {}, [{ pointer: '/uscc', code: `employers.${code.error}` as const }]);
    const uscc = code.value.text;
    return this.unitOfWork.run(async (tx) => {
      const one = isUuid(id) ? await this.employers.find(tx, caller.scope, id) : null;
      const [other] = await this.employers.list(tx, caller.scope, { status: 'verified', uscc, name: null }, null, 1);
      if (one === null) throw new DomainError('employers.employer.not_found');
      if (other === undefined) throw new DomainError('input.invalid', {}, [{ pointer: '/uscc', code: 'employers.duplicate.other_unknown' }]);
      if (other.id === one.id) throw new DomainError('employers.duplicate.itself');
      const pair = await this.duplicates.proposeByHand(tx, caller.scope, one.id, other.id, this.clock.now());
      await this.audit.act(tx, caller, { act: 'employers.duplicate.propose', object: { kind: 'employer_duplicate', id: pair } });
      return pair;
    });
  }

  /** @param into which of the two goes on. @throws DomainError employers.duplicate.*, employers.merge.* */
  merge(caller: Caller, id: string, into: string): Promise<void> {
    return this.decide(caller, id, async (tx, { one, other }) => {
      const [target, source] = into === one.id ? [one, other] : [other, one];
      if (target.id !== into) throw new DomainError('employers.duplicate.not_found');
      const allowed = mayMerge(await this.side(tx, caller, source.id), await this.side(tx, caller, target.id));
      if (!allowed.ok) throw new DomainError(allowed.error);
      const at = this.clock.now();
      const mergeId = await this.duplicates.merge(tx, caller.scope, source.id, target.id, caller.accountId, at);
      await this.duplicates.decide(tx, caller.scope, id, 'merged', caller.accountId, at);
      await this.audit.act(tx, caller, { act: 'employers.employer.merge', object: { kind: 'employer', id: source.id }, detail: { into: target.id, merge: mergeId } });
      await this.telling.tell(tx, EMPLOYERS_MERGED, { goesOn: target.id, name: target.name, gone: source.name });
    });
  }

  /** They are two. @throws DomainError employers.duplicate.* */
  different(caller: Caller, id: string): Promise<void> {
    return this.decide(caller, id, async (tx, { one, other }) => {
      await this.duplicates.decide(tx, caller.scope, id, 'different', caller.accountId, this.clock.now());
      await this.audit.act(tx, caller, { act: 'employers.duplicate.dismiss', object: { kind: 'employer_duplicate', id }, detail: { one: one.id, other: other.id } });
    });
  }

  /** @returns the employer that stands by itself again. @throws DomainError employers.merge.not_found, employers.merge.already_undone */
  undo(caller: Caller, mergeId: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const merging = isUuid(mergeId) ? await this.duplicates.lockMerging(tx, caller.scope, mergeId) : null;
      if (merging === null) throw new DomainError('employers.merge.not_found');
      if (merging.undoneAt !== null) throw new DomainError('employers.merge.already_undone');
      await this.telling.tell(tx, EMPLOYERS_PARTED, { goesOn: merging.targetId, name: merging.targetName, gone: merging.sourceName });
      await this.duplicates.undo(tx, caller.scope, merging, caller.accountId, this.clock.now());
      await this.duplicates.reopen(tx, caller.scope, merging.sourceId, merging.targetId);
      await this.audit.act(tx, caller, { act: 'employers.employer.unmerge', object: { kind: 'employer', id: merging.sourceId }, detail: { from: merging.targetId, merge: mergeId } });
      return merging.sourceId;
    });
  }

  private decide(caller: Caller, id: string, work: (tx: Tx, pair: Duplicate) => Promise<void>): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const pair = isUuid(id) ? await this.duplicates.lock(tx, caller.scope, id) : null;
      if (pair === null) throw new DomainError('employers.duplicate.not_found');
      if (pair.state !== 'proposed') throw new DomainError('employers.duplicate.already_decided');
      await work(tx, pair);
    });
  }

  /** Kept until the transaction ends, the smaller id first wherever two are locked: see `lock` of the pair. */
  private async side(tx: Tx, caller: Caller, id: string): Promise<MergingSide> {
    const employer = await this.employers.lock(tx, caller.scope, id);
    if (employer === null) throw new DomainError('employers.duplicate.not_found');
    return { status: employer.status, mergedInto: employer.mergedInto, holdsOthers: await this.duplicates.holdsOthers(tx, caller.scope, id) };
  }
}

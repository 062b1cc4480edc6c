import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { regionPrefix, type RegionCode } from '../../../kernel/region-code.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import type { NoticeKind, WithdrawalReason } from '../domain/notice.js';
import { NoticeRepository, type NewNotice, type ReliefLine } from '../infra/notice.repository.js';
import { NoticeLaw } from './notice-law.js';

export type NoticeWish = {
  readonly regionCode: RegionCode;
  readonly baseYear: number;
  /** Last day for objections; null: as the law of the region has it. */
  readonly closesOn: LocalDate | null;
};

/** A federation publishes employers and numbers, and takes a notice back that was wrong. */
@Injectable()
export class PublishNotice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeRepository,
    private readonly law: NoticeLaw,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * All determinations of the region and year that stand and are on no notice yet.
   * @throws DomainError determinations.notice.region_outside, .term_unknown, .closes_too_early, .nothing_to_publish
   */
  review(caller: Caller, wish: NoticeWish): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const notice = await this.made(tx, caller, 'review', wish);
      const lines = await this.notices.addReview(tx, caller.scope, notice, regionPrefix(wish.regionCode));
      if (lines === 0) throw new DomainError('determinations.notice.nothing_to_publish');
      return this.published(tx, caller, notice, lines);
    });
  }

  /** The yearly list of reliefs and deferrals, once, in the caller's transaction. @throws as `review`; determinations.notice.already_published */
  async relief(tx: Tx, caller: Caller, wish: NoticeWish, lines: readonly ReliefLine[]): Promise<string> {
    if (lines.length === 0) throw new DomainError('determinations.notice.nothing_to_publish');
    const notice = await this.made(tx, caller, 'relief', wish);
    if (await this.notices.hasRelief(tx, caller.scope, notice)) throw new DomainError('determinations.notice.already_published');
    await this.notices.addRelief(tx, caller.scope, notice, lines);
    return this.published(tx, caller, notice, lines.length);
  }

  /** @throws DomainError determinations.notice.not_found, .already_withdrawn */
  withdraw(caller: Caller, id: string, reason: WithdrawalReason): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.notices.isWithin(tx, caller.scope, id))) throw new DomainError('determinations.notice.not_found');
      if (!(await this.notices.withdraw(tx, caller.scope, id, { by: caller.accountId, at: this.clock.now(), reason }))) throw new DomainError('determinations.notice.already_withdrawn');
      await this.audit.act(tx, caller, { act: 'determinations.notice.withdraw', object: { kind: 'notice', id }, detail: { reason } });
    });
  }

  private async made(tx: Tx, caller: Caller, kind: NoticeKind, { regionCode, baseYear, closesOn }: NoticeWish): Promise<NewNotice> {
    if (caller.scope.kind !== 'region' || !regionCode.startsWith(caller.scope.prefix)) throw new DomainError('determinations.notice.region_outside');
    const at = this.clock.now();
    return {
      id: randomUUID(), kind, regionCode, baseYear, publishedAt: at, publishedBy: caller.accountId, closesOn: this.law.closingDay(regionCode, this.clock.today(), closesOn),
      issuer: await this.law.issuer(tx, caller, regionCode),
    };
  }

  private async published(tx: Tx, caller: Caller, { id, kind, regionCode, baseYear, closesOn }: NewNotice, lines: number): Promise<string> {
    await this.audit.act(tx, caller, { act: 'determinations.notice.publish', object: { kind: 'notice', id }, detail: { kind, region: regionCode, baseYear, lines, closesOn } });
    return id;
  }
}

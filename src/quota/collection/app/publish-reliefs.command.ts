import { Injectable } from '@nestjs/common';
import { regionPrefix } from '../../../kernel/region-code.js';
import { monthsBetween } from '../domain/months-between.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { PublishNotice, type NoticeWish } from '../../determinations/index.js';
import { ReliefRepository } from '../infra/relief.repository.js';

/** The yearly list of reliefs and deferrals (财税〔2015〕72号 art. 17): employers, sums, and who decided by which document, published like any notice. */
@Injectable()
export class PublishReliefs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ReliefRepository,
    private readonly notices: PublishNotice,
  ) {}

  /** @param wish `baseYear` is the year of the decisions. @throws DomainError determinations.notice.* @returns id of the notice */
  run(caller: Caller, wish: NoticeWish): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const granted = await this.requests.granted(tx, caller.scope, regionPrefix(wish.regionCode), wish.baseYear);
      return this.notices.relief(tx, caller, wish, granted.map(({ employerName, uscc, kind, sender, document, on, amount, until }) => ({
        employerName, uscc, reliefKind: kind, reliefAmount: amount, deferralMonths: until === null ? null : monthsBetween(on, until), reliefRegion: sender, reliefDocument: document,
      })));
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { Accounts } from '../../../members/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { PolicyBook, workingDaysAfter, type CountedDay } from '../../../policy/index.js';
import { closingDay } from '../domain/notice.js';

/** What the law says of notices, and in whose name they stand. */
@Injectable()
export class NoticeLaw {
  constructor(
    private readonly accounts: Accounts,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The last day that the law of the region gives to a notice of that day; null where it is not known. */
  lawful(region: RegionCode, published: LocalDate): CountedDay | null {
    const term = this.policy.find('review.notice_days', region, published)?.value ?? null;
    return term === null ? null : closingDay(published, term, (days) => workingDaysAfter(this.policy, region, published, days));
  }

  /** Years whose days off were not known when this closing day was counted; none where somebody set another day. */
  assumed(region: RegionCode, published: LocalDate, closesOn: LocalDate): readonly number[] {
    const lawful = this.lawful(region, published);
    return lawful?.day === closesOn ? lawful.assumed : [];
  }

  /** @param wished later than the law asks is allowed, earlier is not. @throws DomainError determinations.notice.term_unknown, .closes_too_early */
  closingDay(region: RegionCode, today: LocalDate, wished: LocalDate | null): LocalDate {
    const lawful = this.lawful(region, today)?.day ?? null;
    if (wished === null) {
      if (lawful === null) throw new DomainError('determinations.notice.term_unknown');
      return lawful;
    }
    if (wished <= today || (lawful !== null && wished < lawful)) throw new DomainError('determinations.notice.closes_too_early', { earliest: lawful ?? today });
    return wished;
  }

  async issuer(tx: Tx, caller: Caller, region: RegionCode): Promise<string> {
    const roles = caller.accountId === null ? [] : await this.accounts.membershipsOf(tx, caller.accountId);
    return roles.find(({ id }) => id === caller.membershipId)?.organisationName ?? this.settings.site.organiser ?? `${this.policy.regions.fullName(region).replaceAll(' ', '')}残疾人联合会`;
  }
}

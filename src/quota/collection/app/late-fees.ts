import { Inject, Injectable } from '@nestjs/common';
import { daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { fen, ZERO_FEN, type Fen } from '../../../kernel/money.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { PolicyBook, type DatedValue } from '../../../policy/index.js';
import { lateFee, type LateFeeLaw } from '../../levy/index.js';
import { lateFeeSpan, principalDays, principalOf } from '../domain/late-fee-day.js';
import type { TaxSide } from '../domain/sides.js';

/** How a late fee comes about. `daily` and `ceiling` are the rules it rests on. */
export type LateFee = {
  readonly principal: Fen;
  /** First day of arrears. */
  readonly from: LocalDate;
  /** Today, or the day of payment. */
  readonly until: LocalDate;
  readonly days: number;
  /** The order's last day: nothing is owed up to it. */
  readonly orderExpiresOn: LocalDate;
  readonly fee: Fen;
  readonly paid: Fen;
  readonly daily: DatedValue<string>;
  readonly ceiling: DatedValue<string>;
};

/** 滞纳金, by the day (残疾人就业条例 art. 27; 行政强制法 art. 45). */
@Injectable()
export class LateFees {
  constructor(@Inject(PolicyBook) private readonly policy: PolicyBook) {}

  /** Null while none can be owed: without arrears, without an order, with all of it relieved. */
  of(region: RegionCode, side: TaxSide, today: LocalDate): LateFee | null {
    const span = lateFeeSpan(side, today);
    const principal = principalOf(side);
    if (span === null || side.order === null || principal === 0n) return null;
    const daily = this.policy.at('late_fee.daily', region, span.last);
    const ceiling = this.policy.at('late_fee.ceiling', region, span.last);
    const law = { daily: daily.value ?? '0', ceiling: ceiling.value ?? '0' };
    return {
      principal, from: span.first, until: span.last, days: Math.max(0, daysBetween(span.first, span.last) + 1), orderExpiresOn: side.order.expiresOn,
      fee: feeOf(principal, side.order.expiresOn, principalDays(side, span), span.last, law), paid: side.lateFeePaid, daily, ceiling,
    };
  }

  owed(region: RegionCode, side: TaxSide, today: LocalDate): Fen {
    return this.of(region, side, today)?.fee ?? ZERO_FEN;
  }
}

/** Nothing before the order has expired; never more than the ceiling of the principal. */
function feeOf(principal: Fen, expiresOn: LocalDate, days: bigint, last: LocalDate, law: LateFeeLaw): Fen {
  if (last <= expiresOn) return ZERO_FEN;
  const [byDay, most] = [lateFee(fen(days), 1, { ...law, ceiling: NO_CEILING }), lateFee(principal, FOREVER, law)];
  return byDay < most ? byDay : most;
}

const NO_CEILING = '1';
/** Days after which any daily rate has reached any ceiling. */
const FOREVER = 10_000_000;

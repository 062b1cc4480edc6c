import { addDays, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { fen, type Fen } from '../../../kernel/money.js';
import type { TaxSide } from './sides.js';
import { outstandingOf } from './sides.js';

/**
 * From which day a late fee is counted and up to which: the first day of arrears, or the day after a deferral; until today, or
 * until the principal was paid. Null while none runs: without arrears, or without an order to pay.
 */
export function lateFeeSpan(side: TaxSide, today: LocalDate): { readonly first: LocalDate; readonly last: LocalDate } | null {
  if (side.arrears === null || side.order === null) return null;
  const { since } = side.arrears;
  const afterDeferral = side.deferredUntil === null ? since : addDays(side.deferredUntil, 1);
  const paid = outstandingOf(side) === 0n ? side.paidOn : null;
  return { first: afterDeferral > since ? afterDeferral : since, last: paid ?? today };
}

/** What a late fee runs on: what was ordered, without what was relieved after the order; that was never to be paid. */
export const principalOf = ({ order, relievedSinceOrder }: TaxSide): Fen => fen(order === null || order.amount <= relievedSinceOrder ? 0n : order.amount - relievedSinceOrder);

/**
 * Fen of the principal times days, summed over a span, last day included: what was paid after the order lowers the principal from the
 * day after its payment on. The daily rate is applied to this once, so that nothing is rounded on the way.
 */
export function principalDays(side: TaxSide, { first, last }: { readonly first: LocalDate; readonly last: LocalDate }): bigint {
  if (side.order === null || last < first) return 0n;
  const { issuedOn } = side.order;
  const later = side.payments.filter(({ on }) => on > issuedOn && on < last).sort((a, b) => (a.on < b.on ? -1 : 1));
  let [sum, principal, from] = [0n, principalOf(side) as bigint, first];
  for (const { on, amount: paid } of later) {
    if (on >= from) {
      sum += principal * BigInt(daysBetween(from, on) + 1);
      from = addDays(on, 1);
    }
    principal = principal > paid ? principal - paid : 0n;
  }
  return sum + principal * BigInt(daysBetween(from, last) + 1);
}

import { localDate } from '../../../kernel/local-date.js';
import { fen, ZERO_FEN } from '../../../kernel/money.js';
import { assessmentStates } from './assessment-states.js';
import { lateFeeSpan, principalDays } from './late-fee-day.js';
import { nextActs } from './next-acts.js';
import { isNothingOwed, NOTHING_TOLD, outstandingOf, overpaidOf, owedOf, owedWithoutRelief, type TaxSide } from './sides.js';

const day = localDate('2026-12-15');
const on = localDate('2026-10-10');
const yuan = (amount: number) => fen(BigInt(amount) * 100n);
const told = (over: Partial<TaxSide>): TaxSide => ({ ...NOTHING_TOLD, ...over });
const declared = (payable: number): Partial<TaxSide> => ({ declaration: { on, staff: '100', wages: yuan(8_000_000), arranged: '1', due: yuan(payable), relief: ZERO_FEN, payable: yuan(payable) } });
const behind: Partial<TaxSide> = { ...declared(20_000), arrears: { amount: yuan(20_000), since: localDate('2026-12-01') } };
const undeclared: Partial<TaxSide> = { arrears: { amount: yuan(20_000), since: localDate('2026-12-01') } };
const since = (paid: number, relieved = 0) => ({ paid: yuan(paid), refunded: ZERO_FEN, relieved: yuan(relieved) });
const order = { amount: yuan(20_000), issuedOn: localDate('2026-12-05'), expiresOn: localDate('2026-12-14') };

describe('the states of an assessment', () => {
  it('are these, with these ways', () => {
    const table = assessmentStates.states.map((state) => `${state}: ${assessmentStates.actsOf(state).map((act) => {
      const next = assessmentStates.next(state, act);
      return `${act} ${next.ok ? next.value : '?'}`;
    }).join(', ')}`);
    expect(table).toMatchInlineSnapshot(`
[
  "pending: send sent, declare declared, fall_behind arrears, supersede superseded",
  "sent: acknowledge acknowledged, declare declared, fall_behind arrears, supersede superseded",
  "acknowledged: declare declared, fall_behind arrears, supersede superseded",
  "declared: pay paid, settle settled, fall_behind arrears, supersede superseded",
  "arrears: order ordered, pay paid, settle settled, supersede superseded",
  "ordered: expire_order late_fee, withdraw_order arrears, pay paid, settle settled, supersede superseded",
  "late_fee: withdraw_order arrears, pay paid, settle settled, supersede superseded",
  "paid: settle settled, reopen declared, find_refund refund_due, supersede superseded",
  "refund_due: refund refunded, reopen declared, settle settled, supersede superseded",
  "refunded: settle settled, supersede superseded",
  "settled: reopen declared, find_refund refund_due, supersede superseded",
  "superseded: ",
]
`);
  });
});

describe('what follows from what was told', () => {
  it.each([
    ['nothing', 'sent', {}, []],
    ['a declaration of nothing', 'acknowledged', declared(0), ['declare', 'settle']],
    ['a declaration', 'sent', declared(20_000), ['declare']],
    ['a declaration and its payment', 'pending', { ...declared(20_000), paid: yuan(20_000) }, ['declare', 'pay', 'settle']],
    ['part of the payment', 'declared', { ...declared(20_000), paid: yuan(19_999) }, []],
    ['arrears', 'declared', behind, ['fall_behind']],
    ['arrears without a declaration', 'acknowledged', { arrears: { amount: yuan(20_000), since: on } }, ['fall_behind']],
    ['arrears without a declaration, paid since', 'late_fee', { ...undeclared, paid: yuan(20_000), sinceArrears: since(20_000) }, ['pay', 'settle']],
    ['arrears that a deferral covers', 'declared', { ...behind, deferredUntil: day }, []],
    ['an order whose term runs', 'arrears', { ...behind, order: { ...order, expiresOn: day } }, ['order']],
    ['an order whose term is over', 'arrears', { ...behind, order }, ['order', 'expire_order']],
    ['an order whose term is over, payment put off', 'ordered', { ...behind, order, deferredUntil: day }, []],
    ['an order that was withdrawn', 'late_fee', behind, ['withdraw_order']],
    ['payment in the term of the order', 'ordered', { ...behind, order, paid: yuan(20_000) }, ['pay', 'settle']],
    ['relief of all of it', 'ordered', { ...behind, order, reliefGranted: yuan(20_000) }, ['settle']],
    ['too much', 'declared', { ...declared(20_000), paid: yuan(20_500) }, ['pay', 'find_refund']],
    ['too much, part of it given back', 'refund_due', { ...declared(20_000), paid: yuan(20_500), refunded: yuan(400) }, []],
    ['too much, given back', 'declared', { ...declared(20_000), paid: yuan(20_500), refunded: yuan(500) }, ['pay', 'find_refund', 'refund', 'settle']],
    ['more given back than was paid too much', 'settled', { ...declared(20_000), paid: yuan(20_500), refunded: yuan(800) }, ['reopen']],
    ['more to pay by a correction, after a refund', 'pending', { ...declared(20_500), paid: yuan(20_500), refunded: yuan(500) }, ['declare']],
    ['too much that was a wrong record', 'refund_due', { ...declared(20_000), paid: yuan(20_000) }, ['settle']],
    ['too much that was a wrong record, and less than enough', 'refund_due', { ...declared(20_000), paid: yuan(19_000) }, ['reopen']],
    ['a payment that was corrected downwards', 'settled', { ...declared(20_000), paid: yuan(19_000) }, ['reopen']],
    ['anything, where a correction took its place', 'superseded', behind, []],
  ] as const)('%s', (_, state, side, acts) => {
    expect(nextActs(state, told(side), ZERO_FEN, day)).toEqual(acts);
  });

  it('who paid the principal still owes the late fee', () => {
    const side = told({ ...behind, order, paid: yuan(20_000) });
    expect(nextActs('late_fee', side, yuan(1_500), day)).toEqual(['pay']);
    expect(nextActs('paid', { ...side, lateFeePaid: yuan(1_500) }, yuan(1_500), day)).toEqual(['settle']);
  });

  it('sums', () => {
    expect(owedOf(NOTHING_TOLD)).toBeNull();
    expect(owedOf(told({ arrears: { amount: yuan(300), since: on }, paid: yuan(200) }))).toBe(yuan(500));
    // Of 800 paid, 500 came after the word on arrears: they are taken off it.
    expect(outstandingOf(told({ ...undeclared, paid: yuan(800), sinceArrears: since(500) }))).toBe(yuan(19_500));
    expect(outstandingOf(told({ ...undeclared, reliefGranted: yuan(9_000), sinceArrears: since(0, 4_000) }))).toBe(yuan(16_000));
    expect(owedWithoutRelief(told({ ...undeclared, reliefGranted: yuan(4_000), sinceArrears: since(0, 4_000) }))).toBe(yuan(20_000));
    expect(outstandingOf(told({ ...declared(20_000), paid: yuan(5_000), reliefGranted: yuan(4_000) }))).toBe(yuan(11_000));
    expect(overpaidOf(told({ ...declared(20_000), paid: yuan(20_000), reliefGranted: yuan(4_000) }))).toBe(yuan(4_000));
  });

  it.each([
    ['neither side says anything', {}, null, false], ['the trial sum is above zero', {}, 1, false], ['the trial sum is zero', {}, 0, true],
    ['something is declared against the trial sum', declared(20_000), 0, false], ['all is paid', { ...declared(20_000), paid: yuan(20_000) }, 20_000, true], ['part is paid', { ...declared(20_000), paid: yuan(19_999) }, 20_000, false],
    ['all was given back', { ...declared(20_000), paid: yuan(20_000), refunded: yuan(20_000) }, 20_000, false],
  ] as const)('where %s, nothing is owed or something may be', (_, side, trial, nothing) => {
    expect(isNothingOwed(told(side), trial === null ? null : yuan(trial))).toBe(nothing);
  });
});

describe('the days of a late fee', () => {
  it('run from the first day of arrears, once there is an order, until the payment', () => {
    expect(lateFeeSpan(told(behind), day)).toBeNull();
    expect(lateFeeSpan(told({ ...behind, order }), day)).toEqual({ first: '2026-12-01', last: '2026-12-15' });
    expect(lateFeeSpan(told({ ...behind, order, paid: yuan(20_000), paidOn: localDate('2026-12-10') }), day)).toEqual({ first: '2026-12-01', last: '2026-12-10' });
    expect(lateFeeSpan(told({ ...behind, order, deferredUntil: localDate('2026-12-08') }), day)).toEqual({ first: '2026-12-09', last: '2026-12-15' });
  });

  it('lower what they run on from the day after a payment', () => {
    const span = { first: localDate('2026-12-01'), last: localDate('2026-12-15') };
    const of = (...payments: readonly (readonly [string, number])[]): bigint => principalDays(told({ ...behind, order, payments: payments.map(([on, amount]) => ({ on: localDate(on), amount: yuan(amount) })) }), span) / 100n;
    expect(of()).toBe(20_000n * 15n);
    // Ten days with all of it, five with the rest.
    expect(of(['2026-12-10', 5_000])).toBe(20_000n * 10n + 15_000n * 5n);
    expect(of(['2026-12-12', 15_000], ['2026-12-10', 5_000])).toBe(20_000n * 10n + 15_000n * 2n);
    // What was paid before the order is not in what was ordered; more than all leaves nothing.
    expect(of(['2026-12-04', 5_000])).toBe(20_000n * 15n);
    expect(of(['2026-12-10', 99_000])).toBe(20_000n * 10n);
    // What was relieved after the order was never to be paid.
    expect(principalDays(told({ ...behind, order, relievedSinceOrder: yuan(12_000) }), span) / 100n).toBe(8_000n * 15n);
  });
});

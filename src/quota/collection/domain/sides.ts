import type { LocalDate } from '../../../kernel/local-date.js';
import { fen, ZERO_FEN, type Fen } from '../../../kernel/money.js';

/** The declaration that the employer made to the tax authority, as the latter tells it. Decimals are texts. */
export type TaxDeclaration = {
  readonly on: LocalDate;
  readonly staff: string | null;
  readonly wages: Fen | null;
  readonly arranged: string | null;
  readonly due: Fen;
  readonly relief: Fen;
  readonly payable: Fen;
};

/** All that others have told of one assessment. */
export type TaxSide = {
  readonly declaration: TaxDeclaration | null;
  readonly paid: Fen;
  /** What that is made of, by day. */
  readonly payments: readonly { readonly on: LocalDate; readonly amount: Fen }[];
  /** Day of the last payment. */
  readonly paidOn: LocalDate | null;
  readonly refunded: Fen;
  readonly lateFeePaid: Fen;
  /** The latest word on arrears: what was left when it was told. An amount of 0 says that there are none any more. */
  readonly arrears: { readonly amount: Fen; readonly since: LocalDate } | null;
  /** What was told after that word, by which it is out of date. */
  readonly sinceArrears: { readonly paid: Fen; readonly refunded: Fen; readonly relieved: Fen };
  /** The order to pay that stands. */
  readonly order: { readonly amount: Fen; readonly issuedOn: LocalDate; readonly expiresOn: LocalDate } | null;
  /** Hardship relief that was granted. */
  readonly reliefGranted: Fen;
  /** The part of it that was decided after the order. */
  readonly relievedSinceOrder: Fen;
  /** Last day of a deferral that was granted. */
  readonly deferredUntil: LocalDate | null;
};

export const NOTHING_TOLD: TaxSide = {
  declaration: null, paid: ZERO_FEN, payments: [], paidOn: null, refunded: ZERO_FEN, lateFeePaid: ZERO_FEN, arrears: null,
  sinceArrears: { paid: ZERO_FEN, refunded: ZERO_FEN, relieved: ZERO_FEN }, order: null, reliefGranted: ZERO_FEN, relievedSinceOrder: ZERO_FEN, deferredUntil: null,
};

const notBelowZero = (amount: bigint): Fen => fen(amount > 0n ? amount : 0n);

/** What has to be paid by the tax authority's own figures, hardship relief taken off; null before there are any. */
export function owedOf({ declaration, arrears, sinceArrears, paid, refunded, reliefGranted }: TaxSide): Fen | null {
  if (declaration !== null) return notBelowZero(declaration.payable - reliefGranted);
  // Nothing was declared, yet arrears are told: they and what had been paid by then make up the whole.
  return arrears === null ? null : notBelowZero(arrears.amount + (paid - sinceArrears.paid) - (refunded - sinceArrears.refunded) - sinceArrears.relieved);
}

/** As `owedOf`, had nothing been granted. */
export const owedWithoutRelief = (side: TaxSide): Fen | null => owedOf({ ...side, reliefGranted: ZERO_FEN, sinceArrears: { ...side.sinceArrears, relieved: ZERO_FEN } });

/** Whether payment is put off that day. */
export const isDeferred = ({ deferredUntil }: Pick<TaxSide, 'deferredUntil'>, day: LocalDate): boolean => deferredUntil !== null && day <= deferredUntil;

/** Paid more than is owed. */
export function overpaidOf(side: TaxSide): Fen {
  const owed = owedOf(side);
  return owed === null ? ZERO_FEN : notBelowZero(side.paid - owed);
}

/** Nothing is left to pay: by the tax authority's figures, and before there are any by the trial sum. What is not known is not nothing. */
export const isNothingOwed = (side: TaxSide, trialPayable: Fen | null): boolean => (owedOf(side) === null ? trialPayable === 0n : outstandingOf(side) === 0n);

/** What is left to pay: what was given back is not paid any more. */
export function outstandingOf(side: TaxSide): Fen {
  const owed = owedOf(side);
  return owed === null ? ZERO_FEN : notBelowZero(owed - (side.paid - side.refunded));
}

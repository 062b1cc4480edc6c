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
  /** The latest word on arrears; an amount of 0 says that there are none any more. */
  readonly arrears: { readonly amount: Fen; readonly since: LocalDate } | null;
  /** The order to pay that stands. */
  readonly order: { readonly amount: Fen; readonly issuedOn: LocalDate; readonly expiresOn: LocalDate } | null;
  /** Hardship relief that was granted. */
  readonly reliefGranted: Fen;
  /** Last day of a deferral that was granted. */
  readonly deferredUntil: LocalDate | null;
};

export const NOTHING_TOLD: TaxSide = {
  declaration: null, paid: ZERO_FEN, payments: [], paidOn: null, refunded: ZERO_FEN, lateFeePaid: ZERO_FEN, arrears: null, order: null, reliefGranted: ZERO_FEN, deferredUntil: null,
};

const notBelowZero = (amount: bigint): Fen => fen(amount > 0n ? amount : 0n);

/** What has to be paid by the tax authority's own figures, hardship relief taken off; null before there are any. */
export function owedOf({ declaration, arrears, paid, refunded, reliefGranted }: TaxSide): Fen | null {
  if (declaration !== null) return notBelowZero(declaration.payable - reliefGranted);
  // Nothing was declared, yet arrears are told: they and what was paid make up the whole.
  return arrears === null ? null : notBelowZero(arrears.amount + paid - refunded - reliefGranted);
}

/** Paid more than is owed. */
export function overpaidOf(side: TaxSide): Fen {
  const owed = owedOf(side);
  return owed === null ? ZERO_FEN : notBelowZero(side.paid - owed);
}

/** What is left to pay: what was given back is not paid any more. */
export function outstandingOf(side: TaxSide): Fen {
  const owed = owedOf(side);
  return owed === null ? ZERO_FEN : notBelowZero(owed - (side.paid - side.refunded));
}

import { divideHalfUp, formatFixed, parseDecimal, type DecimalFault } from './exact.js';
import { ok, type Result } from './result.js';

declare const fenBrand: unique symbol;
/** Money in whole fen (1 yuan = 100 fen). */
export type Fen = bigint & { readonly [fenBrand]: true };

export const fen = (units: bigint): Fen => units as Fen;
export const ZERO_FEN = fen(0n);

/** Reads yuan with at most two decimals (`12000`, `12000.50`). */
export function parseYuan(text: string): Result<Fen, DecimalFault> {
  const parsed = parseDecimal(text, 2);
  return parsed.ok ? ok(fen(parsed.value)) : parsed;
}

/** Yuan with always two decimals, no grouping. */
export const formatYuan = (amount: Fen): string => formatFixed(amount, 2);

/** `numerator / denominator` yuan rounded half up to the fen. */
export const roundToFen = (numerator: bigint, denominator: bigint): Fen => fen(divideHalfUp(numerator * 100n, denominator));

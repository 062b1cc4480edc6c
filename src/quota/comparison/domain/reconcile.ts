import type { Claim, Conflict, ConflictSide } from './conflict.js';

export type Standing = { readonly state: 'open' | 'settled' | 'gone'; readonly overlapping: number; readonly unagreed: number; readonly sides: readonly (ConflictSide & { readonly awarded: number | null })[] };

/**
 * What follows from looking again. A settlement stands while nothing new is contested and whoever it was settled for still
 * claims it; a conflict that went by itself goes; what each side can show may change without a conflict becoming another one.
 * @param claims of the person, as they are now
 */
export function reconcile(known: Standing | null, found: Conflict | null, claims: readonly Claim[]): 'nothing' | 'open' | 'tell_sides' | 'vanish' {
  if (known === null || known.state === 'gone') return found === null ? 'nothing' : 'open';
  if (known.state === 'settled') {
    if (isGivenUp(known, claims)) return found === null ? 'vanish' : 'open';
    return found === null || isCovered(known, found) ? 'nothing' : 'open';
  }
  if (found === null) return 'vanish';
  if (known.overlapping !== found.overlapping || known.unagreed !== found.unagreed || sidesText(known.sides) !== sidesText(found.sides)) return 'open';
  return evidenceText(known.sides) === evidenceText(found.sides) ? 'nothing' : 'tell_sides';
}

function isCovered(known: Standing, found: Conflict): boolean {
  if ((found.overlapping | found.unagreed) & ~(known.overlapping | known.unagreed)) return false;
  return found.sides.every(({ uscc }) => known.sides.some((side) => side.uscc === uscc));
}

/** Months were settled for a side that has nothing to do with them any more, and another one still claims them: they would count with nobody. */
function isGivenUp({ sides }: Standing, claims: readonly Claim[]): boolean {
  const claimedBy = (fits: (uscc: string) => boolean): number => claims.reduce((mask, { uscc, here, counted }) => (fits(uscc) ? mask | here | counted : mask), 0);
  const saidBy = (own: string): number => claims.reduce((mask, { uscc, agreements }) => (uscc === own ? agreements.reduce((sum, { months }) => sum | months, mask) : mask), claimedBy((uscc) => uscc === own));
  return sides.some(({ uscc: own, awarded }) => ((awarded ?? 0) & ~saidBy(own) & claimedBy((uscc) => uscc !== own)) !== 0);
}

const sidesText = (sides: readonly ConflictSide[]): string => sides.map(({ uscc, declarationId }) => `${uscc} ${declarationId ?? ''}`).join(', ');
const evidenceText = (sides: readonly ConflictSide[]): string => sides.map(({ claimed, counted, givenAway, insured, contracted }) => [claimed, counted, givenAway, insured, contracted].join(' ')).join(', ');

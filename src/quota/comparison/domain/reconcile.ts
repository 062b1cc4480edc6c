import type { Conflict, ConflictSide } from './conflict.js';

export type Standing = { readonly state: 'open' | 'settled' | 'gone'; readonly overlapping: number; readonly unagreed: number; readonly sides: readonly ConflictSide[] };

/**
 * What follows from looking again. A settlement stands while nothing new is contested; a conflict that went by itself goes; what
 * each side can show may change without a conflict becoming another one.
 */
export function reconcile(known: Standing | null, found: Conflict | null): 'nothing' | 'open' | 'tell_sides' | 'vanish' {
  if (known === null || known.state === 'gone') return found === null ? 'nothing' : 'open';
  if (known.state === 'settled') return found === null || isCovered(known, found) ? 'nothing' : 'open';
  if (found === null) return 'vanish';
  if (known.overlapping !== found.overlapping || known.unagreed !== found.unagreed || sidesText(known.sides) !== sidesText(found.sides)) return 'open';
  return evidenceText(known.sides) === evidenceText(found.sides) ? 'nothing' : 'tell_sides';
}

function isCovered(known: Standing, found: Conflict): boolean {
  if ((found.overlapping | found.unagreed) & ~(known.overlapping | known.unagreed)) return false;
  return found.sides.every(({ uscc }) => known.sides.some((side) => side.uscc === uscc));
}

const sidesText = (sides: readonly ConflictSide[]): string => sides.map(({ uscc, declarationId }) => `${uscc} ${declarationId ?? ''}`).join(', ');
const evidenceText = (sides: readonly ConflictSide[]): string => sides.map(({ claimed, counted, givenAway, insured, contracted }) => [claimed, counted, givenAway, insured, contracted].join(' ')).join(', ');

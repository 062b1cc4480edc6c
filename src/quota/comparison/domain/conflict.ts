/** One employer's word about one person in one base year. Months are bit masks, bit 0 is January. */
export type Claim = {
  readonly uscc: string;
  /** Every credit code that means this employer: its own, its branches', those of employers that stand as one with it. */
  readonly codes: readonly string[];
  readonly declarationId: string;
  /** Claimed to count here: own staff, or dispatched in by agreement. */
  readonly here: number;
  /** Dispatched: given to (`out`) or taken from (`in`) the other unit. */
  readonly agreements: readonly { readonly direction: 'in' | 'out'; readonly otherUscc: string; readonly months: number }[];
  /** Counted by a determination, of ours or of the national platform. */
  readonly counted: number;
  readonly insured: number;
  readonly contracted: number;
  /** The filing was decided: what it says of a dispatch confirms the other unit's word, and asks nobody any more. */
  readonly isDecided: boolean;
};

export type ConflictSide = {
  readonly uscc: string;
  /** Null for a unit that a filing names and that has none here. */
  readonly declarationId: string | null;
  readonly claimed: number;
  readonly counted: number;
  readonly givenAway: number;
  readonly insured: number;
  readonly contracted: number;
};

export type Conflict = {
  /** Months of which more than one side says that they count with it. */
  readonly overlapping: number;
  /** Months of a dispatch that the other unit does not confirm. */
  readonly unagreed: number;
  /** By credit code; only those that a contested month concerns. */
  readonly sides: readonly ConflictSide[];
};

/**
 * What the claims of one person contradict each other in; null where they agree. A person-month counts at most once
 * (law.md §3.2: never resolved silently), and a dispatched worker on one side only, by the agreement of both (财政部公告2019年第98号).
 * @param claims one for each employer
 */
export function conflictOf(claims: readonly Claim[]): Conflict | null {
  // Two filings of employers that stand as one share their codes; each goes by its own first.
  const byCode = new Map([...claims.flatMap((claim) => claim.codes.map((code) => [code, claim] as const)), ...claims.map((claim) => [claim.uscc, claim] as const)]);
  const overlapping = overlap(claims);
  let unagreed = 0;
  const unknown = new Set<string>();
  for (const { uscc, codes, agreements, isDecided } of claims) {
    if (isDecided) continue;
    for (const { direction, otherUscc, months } of agreements) {
      const other = byCode.get(otherUscc);
      const confirmed = (other?.agreements ?? []).reduce((mask, agreed) => (agreed.direction !== direction && (agreed.otherUscc === uscc || codes.includes(agreed.otherUscc)) ? mask | agreed.months : mask), 0);
      unagreed |= months & ~confirmed;
      if (other === undefined && months & ~confirmed) unknown.add(otherUscc);
    }
  }
  const contested = overlapping | unagreed;
  if (contested === 0) return null;
  const sides = [...claims.map(sideOf), ...[...unknown].map(unknownSide)].filter((side) => side.declarationId === null || (side.claimed | side.counted | side.givenAway) & contested);
  return { overlapping, unagreed, sides: sides.sort((one, other) => (one.uscc < other.uscc ? -1 : 1)) };
}

function overlap(claims: readonly Claim[]): number {
  let once = 0;
  let twice = 0;
  for (const { here, counted } of claims) {
    const months = here | counted;
    twice |= once & months;
    once |= months;
  }
  return twice;
}

const sideOf = ({ uscc, declarationId, here, counted, agreements, insured, contracted }: Claim): ConflictSide => ({
  uscc, declarationId, claimed: here, counted, givenAway: agreements.reduce((mask, { direction, months }) => (direction === 'out' ? mask | months : mask), 0), insured, contracted,
});

const unknownSide = (uscc: string): ConflictSide => ({ uscc, declarationId: null, claimed: 0, counted: 0, givenAway: 0, insured: 0, contracted: 0 });

/** The side that has insurance and contract in a month, where exactly one has: told to whoever settles, and never more than that. */
export function preferredIn(sides: readonly ConflictSide[], bit: number): ConflictSide | null {
  const month = 1 << bit;
  const candidates = sides.filter(({ claimed, counted, givenAway }) => (claimed | counted | givenAway) & month);
  for (const fits of [({ insured, contracted }: ConflictSide) => insured & contracted, ({ insured }: ConflictSide) => insured, ({ contracted }: ConflictSide) => contracted]) {
    const found = candidates.filter((side) => fits(side) & month);
    if (found.length === 1) return found[0] ?? null;
    if (found.length > 1) return null;
  }
  return null;
}

import type { PlatformResult } from './platform-row.js';

/** Our side of a person: what all lines together count as they are filled in. */
export type OurPerson = { readonly registryPersonId: string; readonly countedMonths: number };
export type TheirPerson = { readonly registryPersonId: string; readonly result: PlatformResult; readonly countedMonths: number | null; readonly reason: string | null };

/**
 * `only_here`: on our list, not in the platform's file. `only_there`: the other way round. `refused`: we count months, they
 * count nobody. `admitted`: they count, we count no month. `months`: both count, another number of months.
 */
export type DifferenceKind = 'only_here' | 'only_there' | 'refused' | 'admitted' | 'months';

export type PlatformDifference = { readonly registryPersonId: string; readonly kind: DifferenceKind; readonly ours: number | null; readonly theirs: number | null; readonly reason: string | null };

/** Every difference of both sides by person, ours first. What they have not decided yet differs in nothing. */
export function reconcile(ours: readonly OurPerson[], theirs: readonly TheirPerson[]): readonly PlatformDifference[] {
  const there = new Map(theirs.map((person) => [person.registryPersonId, person]));
  const here = new Set(ours.map(({ registryPersonId }) => registryPersonId));
  return [
    ...ours.flatMap(({ registryPersonId, countedMonths }): PlatformDifference[] => {
      const other = there.get(registryPersonId);
      if (other === undefined) return [{ registryPersonId, kind: 'only_here', ours: countedMonths, theirs: null, reason: null }];
      const kind = kindOf(countedMonths, other);
      return kind === null ? [] : [{ registryPersonId, kind, ours: countedMonths, theirs: other.countedMonths, reason: other.reason }];
    }),
    ...theirs.filter(({ registryPersonId }) => !here.has(registryPersonId)).map(({ registryPersonId, countedMonths, reason }): PlatformDifference =>
      ({ registryPersonId, kind: 'only_there', ours: null, theirs: countedMonths, reason })),
  ];
}

function kindOf(ours: number, { result, countedMonths }: TheirPerson): DifferenceKind | null {
  if (result === 'pending') return null;
  if (result === 'not_counted') return ours > 0 ? 'refused' : null;
  if (ours === 0) return 'admitted';
  return countedMonths !== null && countedMonths !== ours ? 'months' : null;
}

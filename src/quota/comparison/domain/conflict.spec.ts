import { conflictOf, preferredIn, type Claim } from './conflict.js';
import { reconcile } from './reconcile.js';
import { settle, settledFor, yieldAll } from './settlement.js';

const months = (...list: number[]): number => list.reduce((mask, month) => mask | (1 << (month - 1)), 0);
const claim = (uscc: string, over: Partial<Claim> = {}): Claim => ({ uscc, codes: [uscc], declarationId: `filing ${uscc}`, here: 0, agreements: [], counted: 0, insured: 0, contracted: 0, isDecided: false, ...over });

describe('conflictOf', () => {
  it('finds months that two employers claim, and nothing where they follow one another', () => {
    expect(conflictOf([claim('A', { here: months(1, 2, 3) }), claim('B', { here: months(4, 5) })])).toBeNull();
    expect(conflictOf([claim('B', { here: months(3, 4) }), claim('A', { here: months(1, 2, 3) })])).toMatchObject({ overlapping: months(3), unagreed: 0, sides: [{ uscc: 'A', claimed: months(1, 2, 3) }, { uscc: 'B' }] });
  });

  it('holds a claim against what a determination has counted', () => {
    expect(conflictOf([claim('A', { counted: months(5, 6) }), claim('B', { here: months(6, 7) })])).toMatchObject({ overlapping: months(6), sides: [{ uscc: 'A', counted: months(5, 6) }, { uscc: 'B' }] });
  });

  it('leaves a third employer out whose months nobody contests', () => {
    const conflict = conflictOf([claim('A', { here: months(1) }), claim('B', { here: months(1) }), claim('C', { here: months(9) })]);
    expect(conflict?.sides.map(({ uscc }) => uscc)).toEqual(['A', 'B']);
  });

  it('is silent where both units say the same of a dispatch', () => {
    const sender = claim('A', { agreements: [{ direction: 'out', otherUscc: 'B', months: months(1, 2) }] });
    expect(conflictOf([sender, claim('B', { here: months(1, 2), agreements: [{ direction: 'in', otherUscc: 'A', months: months(1, 2) }] })])).toBeNull();
  });

  it('knows a unit by the code of a branch and of an employer that stands as one with it', () => {
    const sender = claim('A', { codes: ['A', 'A1'], agreements: [{ direction: 'out', otherUscc: 'B1', months: months(1, 2) }] });
    const receiver = claim('B', { codes: ['B', 'B1'], here: months(1, 2), agreements: [{ direction: 'in', otherUscc: 'A1', months: months(1, 2) }] });
    expect(conflictOf([sender, receiver])).toBeNull();
    const [one, another] = [claim('A', { codes: ['A', 'C'] }), claim('C', { codes: ['A', 'C'], agreements: [{ direction: 'out', otherUscc: 'B', months: months(1) }] })];
    expect(conflictOf([one, another, claim('B', { here: months(1), agreements: [{ direction: 'in', otherUscc: 'C', months: months(1) }] })])).toBeNull();
    expect(conflictOf([sender])?.sides.map(({ uscc }) => uscc)).toEqual(['A', 'B1']);
  });

  it('tells the months of a dispatch that the other unit does not confirm, in both directions', () => {
    const sender = claim('A', { agreements: [{ direction: 'out', otherUscc: 'B', months: months(1, 2) }] });
    expect(conflictOf([sender, claim('B', { here: months(2, 3), agreements: [{ direction: 'in', otherUscc: 'A', months: months(2, 3) }] })])).toMatchObject({ overlapping: 0, unagreed: months(1, 3) });
    expect(conflictOf([sender, claim('B', { here: months(1, 2) })])).toMatchObject({ overlapping: 0, unagreed: months(1, 2) });
  });

  it('takes the word of a unit that was decided, and does not ask the other one for it', () => {
    const decided = (direction: 'in' | 'out', counted: number) => claim('A', { isDecided: true, counted, agreements: [{ direction, otherUscc: 'B', months: months(1, 2) }] });
    const other = (direction: 'in' | 'out') => claim('B', { here: direction === 'in' ? months(1, 2) : 0, agreements: [{ direction, otherUscc: 'A', months: months(1, 2) }] });
    expect([conflictOf([decided('out', 0), other('in')]), conflictOf([decided('in', months(1, 2)), other('out')]), conflictOf([decided('out', 0)])]).toEqual([null, null, null]);
    expect(conflictOf([decided('in', months(1, 2)), claim('B', { here: months(2) })])).toMatchObject({ overlapping: months(2), unagreed: 0 });
    expect(conflictOf([decided('out', 0), claim('B', { here: months(3), agreements: [{ direction: 'in', otherUscc: 'A', months: months(3) }] })])).toMatchObject({ overlapping: 0, unagreed: months(3) });
  });

  it('names a unit that has no filing', () => {
    expect(conflictOf([claim('A', { here: months(1), agreements: [{ direction: 'in', otherUscc: 'Z', months: months(1) }] })])?.sides).toEqual([
      expect.objectContaining({ uscc: 'A' }), { uscc: 'Z', declarationId: null, claimed: 0, counted: 0, givenAway: 0, insured: 0, contracted: 0 },
    ]);
  });

  it('counts a dispatched worker whom both units count as claimed twice', () => {
    const conflict = conflictOf([claim('A', { here: months(1) }), claim('B', { here: months(1), agreements: [{ direction: 'in', otherUscc: 'A', months: months(1) }] })]);
    expect(conflict).toMatchObject({ overlapping: months(1), unagreed: months(1) });
  });
});

describe('the preference', () => {
  const side = (uscc: string, insured: number, contracted: number) => ({ uscc, declarationId: uscc, claimed: months(1), counted: 0, givenAway: 0, insured, contracted });

  it.each([
    ['insurance and contract before insurance', side('A', 1, 1), side('B', 1, 0), 'A'],
    ['insurance before contract', side('A', 0, 1), side('B', 1, 0), 'B'],
    ['contract before nothing', side('A', 0, 0), side('B', 0, 1), 'B'],
    ['nobody where both are equal', side('A', 1, 1), side('B', 1, 1), null],
    ['nobody where neither has anything', side('A', 0, 0), side('B', 0, 0), null],
  ])('%s', (_, one, other, expected) => expect(preferredIn([one, other], 0)?.uscc ?? null).toBe(expected));
});

describe('settling', () => {
  const sides = conflictOf([claim('A', { here: months(1, 2, 3) }), claim('B', { here: months(2, 3, 4) }), claim('C', { agreements: [{ direction: 'out', otherUscc: 'Z', months: months(9) }] })])?.sides ?? [];
  const contested = months(2, 3, 9);

  it('gives each month to one side at most', () => {
    expect(settle(sides, contested, { A: months(2), B: months(3) })).toEqual({ ok: true, value: { A: months(2), B: months(3), C: 0, Z: 0 } });
    expect(settle(sides, contested, {})).toEqual({ ok: true, value: { A: 0, B: 0, C: 0, Z: 0 } });
  });

  it.each([
    [{ A: months(2), B: months(2) }, 'comparison.conflict.month_twice'], [{ A: months(1) }, 'comparison.conflict.not_contested'], [{ X: months(2) }, 'comparison.conflict.no_such_side'],
    [{ Z: months(9) }, 'comparison.conflict.side_without_filing'],
  ])('refuses %j: %s', (awards, error) => expect(settle(sides, contested, awards as Record<string, number>)).toEqual({ ok: false, error }));

  it('says what each side loses and wins', () => {
    expect(settledFor({ awarded: months(2), contested })).toEqual({ lost: months(3, 9), won: months(2) });
  });

  it('whoever is responsible for one side can give it up to the only other one', () => {
    const scoped = (own: string[]) => sides.filter(({ uscc }) => 'AB'.includes(uscc)).map((one) => ({ ...one, isInScope: own.includes(one.uscc) }));
    expect(yieldAll(scoped(['A']), contested)).toEqual({ B: months(2, 3) });
    expect(yieldAll(scoped(['A', 'B']), contested)).toEqual({});
    expect(yieldAll(sides.map((one) => ({ ...one, isInScope: one.uscc === 'C' })), contested)).toBeNull();
  });
});

describe('looking again', () => {
  const found = conflictOf([claim('A', { here: months(1, 2) }), claim('B', { here: months(2) })]);
  if (found === null) throw new Error('no conflict');
  const standing = (state: 'open' | 'settled' | 'gone', over = {}) => ({ state, ...found, sides: found.sides.map((side) => ({ ...side, awarded: null as number | null })), ...over });
  const bothClaim = [claim('A', { here: months(1, 2) }), claim('B', { here: months(2) })];

  it.each([
    ['a first time', null, found, 'open'],
    ['nothing before and now', null, null, 'nothing'],
    ['the same again', standing('open'), found, 'nothing'],
    ['other months', standing('open', { overlapping: months(1) }), found, 'open'],
    ['another side', standing('open', { sides: [] }), found, 'open'],
    ['insurance came meanwhile', standing('open', { sides: found.sides.map((side) => ({ ...side, insured: 1, awarded: null })) }), found, 'tell_sides'],
    ['it went by itself', standing('open'), null, 'vanish'],
    ['it came back', standing('gone'), found, 'open'],
    ['what is settled stays', standing('settled'), found, 'nothing'],
    ['what is settled stays when it is gone', standing('settled'), null, 'nothing'],
    ['less than what was settled', standing('settled', { overlapping: months(2, 3) }), found, 'nothing'],
    ['more than what was settled', standing('settled', { overlapping: months(3) }), found, 'open'],
  ] as const)('%s', (_, known, now, expected) => expect(reconcile(known, now, bothClaim)).toBe(expected));

  const forA = standing('settled', { sides: found.sides.map((side) => ({ ...side, awarded: side.uscc === 'A' ? months(2) : 0 })) });
  it.each([
    ['for one that claims them', found, bothClaim, 'nothing'],
    ['for one that has them from a dispatch', null, [claim('A', { agreements: [{ direction: 'out', otherUscc: 'Z', months: months(2) }] }), claim('B', { here: months(2) })], 'nothing'],
    ['for one that claims them no more, and the other does', null, [claim('A', { here: months(1) }), claim('B', { here: months(2) })], 'vanish'],
    ['for one that is gone', null, [claim('B', { here: months(2) })], 'vanish'],
    ['for one that is gone, with a third in the other’s way', found, [claim('B', { here: months(2) }), claim('C', { counted: months(2) })], 'open'],
    ['for one that is gone as the other is', null, [], 'nothing'],
  ] as const)('settled %s', (_, now, claims, expected) => expect(reconcile(forA, now, claims)).toBe(expected));
});

import { coveredIn } from './coverage.js';
import { maskBetween, monthsOf } from './months.js';
import { beginsLate, isRemote, livesFar, NO_TRAITS, signalsOf } from './signals.js';

const THRESHOLDS = { floorWagePersons: 3, lateInsuranceMonths: 2, lateInsurancePersons: 2, sharedContactEmployers: 3, farPersons: 2, farBeyond: 'province', shortSpellEmployers: 4, shortSpellPersons: 1 } as const;
const codes = (traits: Partial<typeof NO_TRAITS>): string[] => [...signalsOf({ ...NO_TRAITS, people: 5, ...traits }, THRESHOLDS).keys()];

describe('signals', () => {
  it.each([
    [{ withWages: 3, atFloor: 3 }, ['floor_wage']], [{ withWages: 3, atFloor: 2 }, []], [{ withWages: 2, atFloor: 2 }, []],
    [{ insuredLate: 2 }, ['late_insurance']], [{ insuredLate: 1 }, []],
    [{ farAway: 2 }, ['far_workplace']], [{ manyEmployers: 1 }, ['short_spells']], [{}, []],
  ])('%j: %j', (traits, expected) => expect(codes(traits)).toEqual(expected));

  it('come with numbers that can be checked', () => {
    expect(signalsOf({ ...NO_TRAITS, people: 5, insuredLate: 4 }, THRESHOLDS).get('late_insurance')).toEqual({ persons: 4, of: 5, months: 2 });
  });

  it.each([[0b1000_0000_0000, 1, true], [0b1100_0000_0000, 1, false], [0b1100_0000_0000, 2, true], [0b0100_0000_0001, 2, false], [0, 2, false]])('insured in %i, last %i months: %s', (mask, months, late) => {
    expect(beginsLate(mask, months)).toBe(late);
  });

  it.each([['330502', '330503', 'province', false], ['330502', '370303', 'province', true], ['330502', '330102', 'city', true], ['330502', '330102', 'province', false], [null, '330102', 'city', false]] as const)(
    'home %s, work %s, beyond the %s: %s', (home, work, beyond, far) => expect(livesFar(home, work, beyond)).toBe(far));

  it.each([['远程客服', true], ['居家客服', true], ['装配工', false], [null, false]])('%s is remote: %s', (post, remote) => expect(isRemote(post)).toBe(remote));
});

describe('coverage', () => {
  const row = (kind: 'pension' | 'wage', regionPrefix: string, fromMonth: number, untilMonth: number, batchId = '7') => ({ kind, regionPrefix, fromMonth, untilMonth, batchId });

  it('adds up the stretches of a kind in a place', () => {
    const rows = [row('pension', '37', 202411, 202502), row('pension', '370303', 202506, 202506, '12'), row('pension', '33', 202501, 202512), row('wage', '37', 202501, 202512)];
    expect(coveredIn(rows, 'pension', '370303', 2025)).toEqual({ months: 0b10_0011, batchId: '12' });
    expect(coveredIn(rows, 'pension', '370304001', 2025)).toEqual({ months: 0b11, batchId: '7' });
    expect(coveredIn(rows, 'medical', '370303', 2025)).toEqual({ months: 0, batchId: null });
    expect(coveredIn([row('pension', '', 202501, 202512)], 'pension', '370303', 2025).months).toBe(0b1111_1111_1111);
  });

  it('reads months as masks and back', () => {
    expect(maskBetween(202403, 202502, 2025)).toBe(0b11);
    expect(monthsOf(0b1000_0000_0010, 2025)).toEqual(['2025-02', '2025-12']);
  });
});

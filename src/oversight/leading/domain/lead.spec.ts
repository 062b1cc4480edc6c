import { judgeBody, judgePool, officialsMeet, type LeadingLaw, type Pool, type PublicBody } from './lead.js';

const law: LeadingLaw = { ratio: '0.015', organLine: 50, institutionLine: 67, minimum: 1 };
const organ: PublicBody = { kind: 'organ', establishment: 60, level: 'city', isSchool: null, placed: '0', requiredByStaff: null };
const judged = (over: Partial<PublicBody>, values: Partial<LeadingLaw> = {}): string => {
  const { verdict, missing, required } = judgeBody({ ...organ, ...over }, { ...law, ...values });
  return [verdict, missing ?? '', required ?? ''].join(' ');
};

describe('who leads', () => {
  it.each([
    ['an organ below the ratio with nobody', {}, 'nobody  0.9'],
    ['with half a person', { placed: '0.5' }, 'nobody  0.9'],
    ['exactly at the ratio', { establishment: 200, placed: '3' }, 'meets  3'],
    ['one twelfth short', { establishment: 200, placed: '2.9167' }, 'below  3'],
    ['an organ at the line', { establishment: 50 }, 'nobody  0.75'],
    ['an organ under the line', { establishment: 49 }, 'small  0.735'],
    ['an institution at the line', { kind: 'institution', establishment: 67 }, 'nobody  1.005'],
    ['an institution under the line', { kind: 'institution', establishment: 66 }, 'small  0.99'],
    ['a school', { kind: 'institution', establishment: 300, isSchool: true }, 'school  '],
    ['of a county', { level: 'county' }, 'pooled  '],
    ['of a township', { level: 'township', establishment: null }, 'pooled  '],
    ['without level', { level: null }, 'unknown level '],
    ['without establishment', { establishment: null }, 'unknown establishment '],
    ['of whom nothing was determined', { placed: null }, 'unknown placed 0.9'],
    ['an enterprise of the state with nobody', { kind: 'state_enterprise', level: null, establishment: null, requiredByStaff: '3.5' }, 'nobody  3.5'],
    ['an enterprise of the state with somebody', { kind: 'state_enterprise', requiredByStaff: '3.5', placed: '2' }, 'below  3.5'],
    ['an enterprise of the state that meets', { kind: 'state_enterprise', requiredByStaff: '3.5', placed: '3.5' }, 'meets  3.5'],
    ['an enterprise without staff', { kind: 'state_enterprise' }, 'unknown required '],
  ] as const)('%s', (_, over, expected) => expect(judged(over)).toBe(expected));

  it('nothing is said where the law is not known', () => {
    expect([judged({}, { ratio: null }), judged({}, { organLine: null }), judged({}, { minimum: null })]).toEqual(['unknown law ', 'unknown law ', 'unknown law ']);
  });
});

describe('counties and townships together', () => {
  const pool: Pool = { bodies: 40, establishment: 2_000, withoutEstablishment: 0, placed: '30', withoutPlaced: 0 };
  it.each([
    ['at the ratio', {}, 'meets'], ['short', { placed: '29.5' }, 'below'],
    // Whoever is unknown could only add: to what is placed …
    ['short, and some are not determined yet', { placed: '29.5', withoutPlaced: 3 }, 'unknown'],
    // … or to what must be placed.
    ['at the ratio of the known ones', { withoutEstablishment: 1 }, 'unknown'], ['short of the known ones already', { placed: '10', withoutEstablishment: 1 }, 'below'],
  ] as const)('%s', (_, over, verdict) => expect(judgePool({ ...pool, ...over }, law)).toEqual({ verdict, required: '30' }));

  it('of an unknown ratio says nothing', () => expect(judgePool(pool, { ...law, ratio: null })).toEqual({ verdict: 'unknown', required: null }));
});

it('officials of federations', () => {
  expect([officialsMeet(20, 3, '0.15'), officialsMeet(20, 2, '0.15'), officialsMeet(0, 0, '0.15'), officialsMeet(20, 3, null)]).toEqual([true, false, null, null]);
});

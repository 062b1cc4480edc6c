import { awardTrial, type AwardLaw } from './award.js';

const law = (over: Partial<AwardLaw>): AwardLaw => ({ severeWeight: '1', wholePersons: false, minimumPersons: '0', monthlyMinimumWages: '6', ...over });
/** Two ordinary and one severe for the whole year, 1.5 required: 4 by the levy's weights, 3 by the award's. */
const three = { countedMonths: 36, weightedMonths: 48, required: '1.5' };

describe('the over-quota award', () => {
  it.each([
    ['fractions of a person, severe as one', three, law({}), { kind: 'award', persons: '1.5', amount: 1_800_000n }],
    ['severe as two', three, law({ severeWeight: '2' }), { kind: 'award', persons: '2.5', amount: 3_000_000n }],
    ['whole persons only', three, law({ wholePersons: true }), { kind: 'award', persons: '1', amount: 1_200_000n }],
    ['less than the least surplus', three, law({ minimumPersons: '2' }), { kind: 'none', persons: '1.5' }],
    ['exactly the least surplus', { ...three, required: '2' }, law({ minimumPersons: '1' }), { kind: 'award', persons: '1', amount: 1_200_000n }],
    ['just the quota', { ...three, required: '3' }, law({}), { kind: 'none', persons: '0' }],
    ['below the quota', { ...three, required: '4' }, law({ wholePersons: true }), { kind: 'none', persons: '0' }],
    ['a third of a month is rounded once, at the end', { countedMonths: 13, weightedMonths: 13, required: '1' }, law({ monthlyMinimumWages: '5' }), { kind: 'award', persons: '0.0833', amount: 83_333n }],
  ] as const)('%s', (_, given, rule, found) => {
    expect(awardTrial(given, rule, '2000')).toEqual(found);
  });
});

import { changesBetween, type EmployerFacts } from './employer-facts.js';
import { employerKinds, levyLiable } from './employer-kinds.js';
import { nameKey } from './name-key.js';

describe('an employer', () => {
  it('owes the quota, but for sole traders, co-operatives and village committees', () => {
    expect(employerKinds.filter((kind) => !levyLiable(kind))).toEqual(['sole_trader', 'cooperative', 'village_committee']);
  });

  const facts: EmployerFacts = { name: '某厂', kind: 'enterprise', registeredOn: null, taxRegionCode: null, industry: 'C', stateOwned: null, establishmentSize: 0, establishmentLevel: null, isSchool: false };

  it('has a history of what differs and of nothing else', () => {
    expect(changesBetween(facts, facts)).toEqual([]);
    expect(changesBetween(facts, { ...facts, stateOwned: false, establishmentSize: null, name: '某公司' })).toEqual([
      { field: 'name', before: '某厂', after: '某公司' }, { field: 'stateOwned', before: null, after: 'false' }, { field: 'establishmentSize', before: '0', after: null },
    ]);
  });
});

describe('names of one employer', () => {
  it.each([
    ['淄博某某（集团）有限责任公司', '淄博某某(集团)有限公司'], ['ＡＢＣ 印刷 厂', 'abc印刷厂'], ['某某·分公司', '某某分公司'], ['某村村民委员会', '某村村委会'],
  ])('%s is %s', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it('are kept apart where they say something else', () => {
    expect(nameKey('某某一厂')).not.toBe(nameKey('某某二厂'));
    expect(nameKey('（）')).toBe('');
  });
});

import type { Scope } from './caller.js';
import { withinScope } from './within-scope.js';

const columns = { region: 'o.region_code', employer: 'o.id', caseload: 'f.counselor_id', person: 'f.account_id' };
const conditionOf = (scope: Scope, over: object = columns): readonly [string, unknown[]] => {
  const params: unknown[] = ['before'];
  return [withinScope(scope, over, params), params.slice(1)];
};

describe('withinScope', () => {
  it.each<[Scope, string, unknown[]]>([
    [{ kind: 'region', prefix: '3703' }, 'o.region_code LIKE $2', ['3703%']],
    [{ kind: 'region', prefix: '' }, 'o.region_code LIKE $2', ['%']],
    [{ kind: 'employer', employerId: 'e', merged: [] }, 'o.id = $2', ['e']],
    [{ kind: 'employer', employerId: 'e', merged: ['f', 'g'] }, 'o.id = ANY ($2::uuid[])', [['e', 'f', 'g']]],
    [{ kind: 'caseload', accountId: 'a' }, 'f.counselor_id = $2', ['a']],
    [{ kind: 'self', accountId: 'a' }, 'f.account_id = $2', ['a']],
    [{ kind: 'ward', accountId: 'a' }, 'f.account_id = $2', ['a']],
    [{ kind: 'none' }, 'false', []],
  ])('%j', (scope, condition, params) => expect(conditionOf(scope)).toEqual([condition, params]));

  it.each<Scope>([{ kind: 'region', prefix: '' }, { kind: 'employer', employerId: 'e', merged: [] }, { kind: 'employer', employerId: 'e', merged: ['f'] }, { kind: 'caseload', accountId: 'a' }, { kind: 'self', accountId: 'a' }, { kind: 'ward', accountId: 'a' }])('%j meets no row of a table that does not know it', (scope) => {
    expect(conditionOf(scope, {})).toEqual(['false', []]);
  });

  it('takes no sign of a pattern for a prefix', () => {
    expect(() => conditionOf({ kind: 'region', prefix: '37%' })).toThrow();
  });
});

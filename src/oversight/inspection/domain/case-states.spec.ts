import { actFault, bitsOf, caseStates, findingFault, type CaseFacts, type LineFinding } from './case-states.js';

const line: LineFinding = { claimed: 0b111, finding: 'confirmed', reason: null, refused: 0 };
const bad: LineFinding = { claimed: 0b111, finding: 'partly', reason: 'no_wage', refused: 0b001 };

describe('the states of an inspection case', () => {
  it('are these, with these ways', () => {
    expect(caseStates.states.map((state) => `${state}: ${caseStates.actsOf(state).map((act) => {
      const next = caseStates.next(state, act);
      return `${act} ${next.ok ? next.value : '?'}`;
    }).join(', ')}`)).toEqual([
      'drawn: ask asked', 'asked: answer answered, propose proposed, clear clear', 'answered: propose proposed, clear clear', 'proposed: defend defended, confirm found, drop clear', 'defended: confirm found, drop clear', 'clear: ', 'found: ',
    ]);
  });
});

describe('the judgement of a line', () => {
  it.each([
    ['confirmed', {}, null], ['open', { finding: null }, null], ['confirmed with months', { refused: 1 }, 'months_given'], ['confirmed with a reason', { reason: 'no_wage' }, 'reason_given'],
    ['partly', bad, null], ['partly without months', { ...bad, refused: 0 }, 'months_none'], ['with months that were not claimed', { ...bad, refused: 0b1000 }, 'months_outside'], ['without a reason', { ...bad, reason: null }, 'reason_missing'],
    ['partly with all months', { ...bad, refused: 0b111 }, 'all_months'], ['not confirmed', { ...bad, finding: 'not_confirmed', refused: 0b111 }, null],
  ] as const)('%s', (_, over, fault) => expect(findingFault({ ...line, ...over })).toBe(fault));
});

describe('what may be done with a case', () => {
  const facts = (over: Partial<CaseFacts>): CaseFacts => ({ state: 'answered', lines: [line, bad], dueOn: '2026-12-10', ...over });
  const today = '2026-12-10';
  it.each([
    ['propose', {}, null], ['propose', { lines: [line] }, 'nothing_found'], ['propose', { lines: [bad, { ...line, finding: null }] }, 'lines_open'], ['propose', { state: 'asked' }, 'proofs_run'], ['propose', { state: 'asked', dueOn: '2026-12-09' }, null],
    ['clear', {}, 'something_found'], ['clear', { lines: [line] }, null], ['clear', { state: 'asked', lines: [line] }, 'proofs_run'],
    ['confirm', { state: 'proposed' }, 'defence_runs'], ['confirm', { state: 'proposed', dueOn: '2026-12-09' }, null], ['confirm', { state: 'defended' }, null], ['drop', { state: 'proposed' }, null],
  ] as const)('%s %j: %s', (act, over, fault) => expect(actFault(act, facts(over), today)).toBe(fault));
});

it('counts months', () => expect([bitsOf(0), bitsOf(0b101), bitsOf(0xfff)]).toEqual([0, 2, 12]));

import { declarationStates, isOpenForEmployer } from './declaration-states.js';

describe('the states of a declaration', () => {
  it('are these, with these ways', () => {
    const table = declarationStates.states.map((state) => `${state}: ${declarationStates.actsOf(state).map((act) => {
      const next = declarationStates.next(state, act);
      return `${act} ${next.ok ? next.value : '?'}`;
    }).join(', ')}`);
    expect(table).toMatchInlineSnapshot(`
[
  "draft: submit submitted, declare_nothing nothing_to_claim, pass_deadline late",
  "nothing_to_claim: reopen draft, archive archived",
  "late: submit submitted, declare_nothing nothing_to_claim, count_as_none counted_as_none",
  "counted_as_none: archive archived",
  "submitted: compare checking, withdraw withdrawn",
  "checking: accept accepted, withdraw withdrawn, return returned",
  "withdrawn: reopen draft",
  "accepted: begin_first_check first_check, return returned",
  "first_check: pass_first_check second_check, determine determined, refuse refused, return returned",
  "second_check: determine determined, refuse refused, return returned, send_back first_check",
  "returned: submit submitted, withdraw withdrawn, count_as_none counted_as_none",
  "determined: object objected, correct corrected, archive archived",
  "refused: object objected, archive archived",
  "objected: reexamine first_check",
  "corrected: object objected, correct corrected, archive archived",
  "archived: ",
]
`);
  });

  it('let the employer write in a draft, when returned and when late', () => {
    expect(declarationStates.states.filter(isOpenForEmployer)).toEqual(['draft', 'late', 'returned']);
  });
});

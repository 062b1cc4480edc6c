import { err, ok, type Result } from './result.js';

/** From each state, what may be done and where it leads. A state without acts is an end. */
export type Transitions<State extends string, Act extends string> = Readonly<Record<State, Readonly<Partial<Record<Act, State>>>>>;

export type StateMachine<State extends string, Act extends string> = {
  readonly states: readonly State[];
  readonly initial: State;
  /** The state after `act`, or that it cannot be done there. */
  next(state: State, act: Act): Result<State, 'not_possible'>;
  /** What can be done in a state, in the order of the table. */
  actsOf(state: State): readonly Act[];
};

/**
 * A table of states, checked when it is made, which is when the service starts.
 * @throws Error naming a target that is no state, or a state that cannot be reached from the first
 */
export function stateMachine<State extends string, Act extends string>(name: string, initial: State, transitions: Transitions<State, Act>): StateMachine<State, Act> {
  const states = Object.keys(transitions) as State[];
  const targetsOf = (state: State): State[] => Object.values(transitions[state]) as State[];
  if (!states.includes(initial)) throw new Error(`${name}: the first state ${initial} is not in the table`);
  for (const state of states) {
    for (const target of targetsOf(state)) if (!states.includes(target)) throw new Error(`${name}: ${state} leads to ${target}, which is no state`);
  }
  const reached = new Set<State>([initial]);
  for (const state of reached) for (const target of targetsOf(state)) reached.add(target);
  const lost = states.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`${name}: ${lost.join(', ')} cannot be reached from ${initial}`);
  return {
    states,
    initial,
    next: (state, act) => {
      const target = transitions[state][act];
      return target === undefined ? err('not_possible') : ok(target);
    },
    actsOf: (state) => Object.keys(transitions[state]) as Act[],
  };
}

import type { Clock } from '../../../kernel/clock.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { PolicySource } from '../../../policy/parameters.js';
import { LevySimulator } from '../domain/simulate.js';

/** The simulator of the present day for a process that runs on past midnight: which years are open depends on the day. */
export class CurrentSimulator {
  #made: { readonly day: LocalDate; readonly simulator: LevySimulator } | null = null;

  constructor(private readonly policy: PolicySource, private readonly clock: Clock) {}

  get(): LevySimulator {
    const day = this.clock.today();
    if (this.#made?.day !== day) this.#made = { day, simulator: new LevySimulator(this.policy, day) };
    return this.#made.simulator;
  }
}

import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Visitor } from '../../../src/ui/page-registry.js';
import { leaveBrowser, startVisit, type Visit, type VisitOptions } from './visit.js';
import { mouseVisitor } from './visitors.js';
import type { StateOfPage } from './pages.js';

/** What a bar finds wrong, each as a sentence that names the place; [] is what a test asks for. */
export type Bar = {
  /** `B8 no sideways scroll at 320 px` */
  readonly name: string;
  readonly look: (visit: Visit, state: StateOfPage) => Promise<readonly string[]>;
};

type Results = ReadonlyMap<string, readonly string[] | Error>;

export type Round = {
  readonly states: readonly StateOfPage[];
  readonly options: VisitOptions;
  readonly visitor?: (visit: Visit) => Visitor;
  /** A browser of its own for every state: what a first visit loads can only be weighed then. Otherwise the next state is looked at in the same window, which is cheaper. */
  readonly fresh: boolean;
  /** In this order on one visit: what changes the page comes last. */
  readonly bars: readonly Bar[];
};

/** Where the time of a run went: a line for every state and bar, in milliseconds. */
const TIMES = path.resolve(import.meta.dirname, '../../../test-results/browser-times.tsv');

async function timed<T>(what: string, act: () => Promise<T>, times: string[]): Promise<T> {
  const from = performance.now();
  try {
    return await act();
  } finally {
    times.push(`${what}\t${Math.round(performance.now() - from)}\n`);
  }
}

/**
 * Tests `page · state › bar` for every state: each state is arranged once and all bars look at it in turn, while the next
 * state is being arranged already.
 */
export function eachState({ states, options, visitor = mouseVisitor, fresh, bars }: Round): void {
  const looks: (Promise<Results> | undefined)[] = [];
  const results = (index: number): Promise<Results> | undefined => {
    const state = states[index];
    return state && (looks[index] ??= lookAt(state));
  };
  const idle: Visit[] = [];

  async function lookAt(state: StateOfPage): Promise<Results> {
    const visit = idle.pop() ?? await startVisit(options);
    const times: string[] = [];
    const told = (what: string): string => [options.language, options.script ? 'script' : 'no script', options.display, state.name, what].join('\t');
    try {
      await timed(told('arrange'), () => state.state.arrange(visitor(visit)), times);
      const found = new Map<string, readonly string[] | Error>();
      for (const bar of bars) {
        const look = (): Promise<readonly string[]> => bar.look(visit, state);
        found.set(bar.name, await timed(told(bar.name), look, times).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))));
      }
      if (fresh) await visit.close();
      else {
        await visit.anew();
        idle.push(visit);
      }
      return found;
    } catch (error) {
      await visit.close();
      throw error;
    } finally {
      mkdirSync(path.dirname(TIMES), { recursive: true });
      appendFileSync(TIMES, times.join(''));
    }
  }

  states.forEach((state, index) => {
    describe(`${state.name} ·`, () => {
      let found: Results;
      beforeAll(async () => {
        const own = results(index);
        // A failure of the next state is told by its own tests.
        results(index + 1)?.catch(() => undefined);
        found = await (own as Promise<Results>);
      });
      it.each(bars.map(({ name }) => name))('%s', (name) => {
        const findings = found.get(name);
        if (findings instanceof Error) throw findings;
        expect(findings).toEqual([]);
      });
    });
  });

  afterAll(async () => {
    await Promise.allSettled(looks);
    await Promise.all(idle.map((visit) => visit.close()));
    await leaveBrowser();
  });
}

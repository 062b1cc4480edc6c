// The engine in one process, on one thread, beside a decision engine that computes the same rules. Rounds alternate, so
// that a busy moment of the machine falls on everybody.
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { mixM, sampleCase } from './mix.mjs';
import { ourSums, zenGraph, zenSums } from './zen-graph.mjs';

const ROUNDS = 7;
const ROUND_MS = 1_000;
/** Evaluations of the asynchronous peer under way at once: more made it no faster. */
const IN_FLIGHT = 64;

const dist = path.resolve(import.meta.dirname, '../../../dist');

export async function levySimulator() {
  const [{ PolicyBook }, { LevySimulator }] = await Promise.all([import(path.join(dist, 'policy/index.js')), import(path.join(dist, 'quota/levy/index.js'))]);
  return new LevySimulator(PolicyBook.load(path.resolve(dist, '../config/policy')), '2025-11-21');
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Cases a second of work on one batch after the other. */
async function perSecond(cases, batch) {
  const began = performance.now();
  let done = 0;
  for (let at = 0; performance.now() - began < ROUND_MS; at = (at + IN_FLIGHT) % (cases.length - IN_FLIGHT)) {
    const pending = batch(cases, at, at + IN_FLIGHT);
    if (pending) await pending;
    done += IN_FLIGHT;
  }
  return (done * 1_000) / (performance.now() - began);
}

function ours(simulator, statement) {
  return (cases, from, to) => {
    for (let at = from; at < to; at++) {
      const outcome = simulator.run(cases[at], { statement });
      if (!outcome.ok || (statement && outcome.statement.length < 15)) throw new Error(`case ${cases[at].id} was not computed`);
    }
  };
}

const zen = (decision, trace) => (cases, from, to) => Promise.all(cases.slice(from, to).map((one) => decision.evaluate(one, { trace })));

/** The peer computes the same sums, or the comparison says nothing. */
async function sameSums(decision, simulator, cases) {
  for (const one of cases) {
    const [theirs, our] = [zenSums((await decision.evaluate(one)).result), ourSums(simulator.run(one, { statement: false }))];
    if (!isDeepStrictEqual(theirs, our)) throw new Error(`the peer computes other sums for ${one.id}: ${JSON.stringify({ theirs, our })}`);
  }
}

export async function inProcess(require, say) {
  const simulator = await levySimulator();
  const cases = mixM(5_000);
  const contenders = { lines: ours(simulator, true), brief: ours(simulator, false) };
  if (require) {
    const { ZenEngine } = require('@gorules/zen-engine');
    const decision = new ZenEngine().createDecision(zenGraph);
    await sameSums(decision, simulator, [sampleCase, ...cases.slice(0, 1_000)]);
    Object.assign(contenders, { zenTrace: zen(decision, true), zenTraceText: zen(decision, 'string'), zenPlain: zen(decision, false) });
  }
  const measured = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, batch] of Object.entries(contenders)) {
      const speed = await perSecond(cases, batch);
      // The first round warms up.
      if (round >= 0) measured[name].push(speed);
    }
    if (round >= 0) say(`  round ${round + 1} of ${ROUNDS}: ${Object.entries(measured).map(([name, speeds]) => `${name} ${Math.round(speeds.at(-1))}/s`).join(', ')}`);
  }
  return Object.fromEntries(Object.entries(measured).map(([name, speeds]) => [name, { median: median(speeds), best: Math.max(...speeds) }]));
}

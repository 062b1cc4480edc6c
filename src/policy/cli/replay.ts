import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { say } from '../../kernel/texts.js';
import { differencesOf, type Difference } from '../app/compare-results.js';
import { writeLine, type CommandIo } from '../../platform/cli/command.js';
import { policyCommandTexts } from './texts.js';

/** Computes a levy case, as JSON gave it, with the law of one folder. The levy supplies it: law knows nothing of levies. */
export type LevyRunner = (policyDir: string) => Promise<(caseJson: unknown) => unknown>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Lines with their numbers; blank ones are skipped. */
async function* linesOf(file: string): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number++;
    if (text.trim() !== '') yield { number, text };
  }
}

/** `zhujiu policy replay`: earlier results computed anew. @returns 1 where any differs or cannot be read. */
export async function replay(resultsFile: string, policyDir: string, levyRunner: LevyRunner, io: CommandIo): Promise<number> {
  const compute = await levyRunner(policyDir);
  const counts = { cases: 0, same: 0, changed: 0, rejected: 0 };
  for await (const { number, text } of linesOf(resultsFile)) {
    const stored = parseLine(text);
    if (!isObject(stored) || !isObject(stored['case']) || !isObject(stored['result'])) {
      counts.rejected++;
      await writeLine(io.stdout, say(policyCommandTexts, io.language, 'policy.replay.rejected', { line: number }));
      continue;
    }
    counts.cases++;
    const differences = differencesOf(stored['result'], compute(stored['case']));
    if (differences.length === 0) counts.same++;
    else {
      counts.changed++;
      await writeLine(io.stdout, tellDifferences(nameOf(stored['case'], number), differences, io));
    }
  }
  await writeLine(io.stdout, say(policyCommandTexts, io.language, 'policy.replay.summary', counts));
  return counts.changed + counts.rejected > 0 ? 1 : 0;
}

/** `zhujiu policy diff`: which cases two states of the law answer differently. @returns 1 where any does. */
export async function diff(before: string, after: string, casesFile: string, levyRunner: LevyRunner, io: CommandIo): Promise<number> {
  const [old, now] = [await levyRunner(before), await levyRunner(after)];
  const counts = { cases: 0, changed: 0, failed: 0 };
  for await (const { name, levyCase } of casesOf(casesFile)) {
    counts.cases++;
    const [answerBefore, answerNow] = [old(levyCase), now(levyCase)];
    const differences = differencesOf(answerBefore, answerNow);
    if (differences.length === 0) {
      // Equal failures hide nothing: a file of cases that none can compute must not look like a file without changes.
      if (isObject(answerNow) && answerNow['ok'] === false) counts.failed++;
      continue;
    }
    counts.changed++;
    await writeLine(io.stdout, tellDifferences(name, differences, io));
  }
  await writeLine(io.stdout, say(policyCommandTexts, io.language, 'policy.diff.summary', counts));
  return counts.changed > 0 ? 1 : 0;
}

/** Cases of a JSON-lines file, or of a file of readable cases as in `test/policy`. */
async function* casesOf(file: string): AsyncGenerator<{ readonly name: string; readonly levyCase: unknown }> {
  if (/\.ya?ml$/.test(file)) {
    const read: unknown = parse(await readFile(file, 'utf8'));
    const cases = isObject(read) && Array.isArray(read['cases']) ? (read['cases'] as readonly unknown[]) : [];
    for (const [index, entry] of cases.entries()) {
      if (!isObject(entry) || !isObject(entry['case'])) continue;
      const name = typeof entry['title'] === 'string' ? entry['title'] : `#${index + 1}`;
      yield { name, levyCase: { id: name, ...entry['case'] } };
    }
    return;
  }
  for await (const { number, text } of linesOf(file)) {
    const levyCase = parseLine(text);
    yield { name: nameOf(levyCase, number), levyCase };
  }
}

const nameOf = (levyCase: unknown, line: number): string => (isObject(levyCase) && typeof levyCase['id'] === 'string' ? levyCase['id'] : `#${line}`);

function tellDifferences(id: string, differences: readonly Difference[], io: CommandIo): string {
  const changes = differences.map((difference) => say(policyCommandTexts, io.language, 'policy.diff.field', { ...difference })).join(io.language === 'zh' ? '；' : '; ');
  return say(policyCommandTexts, io.language, 'policy.diff.changed', { id, changes });
}

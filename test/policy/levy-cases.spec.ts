import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { localDate } from '../../src/kernel/local-date.js';
import { formatYuan, parseYuan } from '../../src/kernel/money.js';
import { regionCode } from '../../src/kernel/region-code.js';
import { unwrap } from '../../src/kernel/result.js';
import { PolicyBook } from '../../src/policy/index.js';
import { lateFee, LevySimulator, type LevyCase, type LevyOutcome } from '../../src/quota/levy/index.js';

const folder = import.meta.dirname;
const book = PolicyBook.load(path.resolve(folder, '../../config/policy'));
const simulator = new LevySimulator(book, localDate('2026-11-21'));
const read = <T>(file: string): T => parse(readFileSync(path.join(folder, file), 'utf8')) as T;

type PolicyCase = {
  readonly title: string;
  readonly citation: string;
  readonly case: Omit<LevyCase, 'id'>;
  readonly expect: Readonly<Record<string, unknown>>;
};

/** Only what the case speaks of, in the shape of its expectation. */
function spokenOf(outcome: LevyOutcome, expected: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(expected).map((key) => [key, told(outcome, key)]));
}

function told(outcome: LevyOutcome, key: string): unknown {
  if (!outcome.ok) return key === 'error' ? outcome.error.errors[0]?.code : outcome.error;
  return key === 'warnings' ? outcome.warnings.map((warning) => warning.code) : (outcome as unknown as Readonly<Record<string, unknown>>)[key];
}

const files = readdirSync(folder).filter((file) => /^levy-.*\.yaml$/.test(file));

describe.each(files)('%s', (file) => {
  const { cases } = read<{ readonly cases: readonly PolicyCase[] }>(file);

  it.each(cases.map((policyCase) => [policyCase.title, policyCase] as const))('%s', (title, policyCase) => {
    expect(policyCase.citation).toMatch(/\S/);
    expect(Object.keys(policyCase.expect)).not.toHaveLength(0);
    const outcome = simulator.run({ id: title, ...policyCase.case }, { statement: false });
    expect(spokenOf(outcome, policyCase.expect)).toEqual(policyCase.expect);
  });
});

type LateFeeCase = { readonly title: string; readonly citation: string; readonly on: string; readonly principal: string; readonly days: number; readonly expect: string };

describe('late-fee.yaml', () => {
  const { fees } = read<{ readonly fees: readonly LateFeeCase[] }>('late-fee.yaml');
  const country = regionCode('100000');

  it.each(fees.map((fee) => [fee.title, fee] as const))('%s', (_, fee) => {
    const day = localDate(fee.on);
    const law = { daily: book.at('late_fee.daily', country, day).value as string, ceiling: book.at('late_fee.ceiling', country, day).value as string };
    expect(formatYuan(lateFee(unwrap(parseYuan(fee.principal)), fee.days, law))).toBe(fee.expect);
  });
});

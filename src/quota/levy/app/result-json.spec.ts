import fc from 'fast-check';
import type { LevyFailure, LevyOutcome, LevyResult, LineParams, RuleUsed } from '../domain/result.js';
import { outcomeBytes } from './result-json.js';

const same = (outcome: LevyOutcome): void => {
  expect(outcomeBytes(outcome).toString('utf8')).toBe(JSON.stringify(outcome));
};

/** Text with everything that JSON must escape, Chinese, signs outside the BMP and halves of them. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', '"', '\\', '/', '\n', '\u0000', '\u007f', '\u0080', 'é', '\u2028', '残', '𠮷', '\ud842', '\udfb7'), maxLength: 8 }),
  fc.constantFrom('0', '201', '99502.49', 'levy.line.staff', '残疾人就业条例'),
);
const value = fc.oneof(words, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(-0));
const params = fc.oneof(fc.dictionary(words, value, { maxKeys: 5 }), fc.constant({ month: '2024-01', left: undefined, 2: 'first', undefined: null } as unknown as LineParams));
const rule: fc.Arbitrary<RuleUsed | null> = fc.option(fc.record({
  parameter: words, from: fc.option(words), reference: fc.option(fc.record({ title: words, article: fc.option(words), href: fc.option(words) })), confirmed: fc.boolean(),
}).chain((made) => fc.boolean().map((frozen) => (frozen ? Object.freeze(made) : made))));
const unit = fc.constantFrom('persons', 'yuan', 'ratio', 'months', 'days', null);

const result = fc.record({
  id: words, ok: fc.constant(true), staff: words, required: words, arranged: words, gap: words, averageWage: words, wageCap: fc.option(words), leviedWage: words, due: words,
  relief: fc.record({ kind: fc.constantFrom('none', 'tier', 'exempt'), rate: words, amount: words }), alreadyPaid: words, payable: words, refundDue: words,
  warnings: fc.array(fc.record({ code: words, params }), { maxLength: 3 }), policyHash: words,
}) as fc.Arbitrary<LevyResult>;
const statement = fc.record({
  statement: fc.array(fc.record({ code: words, params, value: fc.option(words), unit, rule }), { maxLength: 5 }),
  notApplied: fc.array(fc.record({ code: words, params, rule }), { maxLength: 3 }),
});

describe('JSON of a levy outcome', () => {
  it('is byte for byte what JSON.stringify gives, without a statement', () => {
    fc.assert(fc.property(result, same), { numRuns: 500 });
  });

  it('is byte for byte what JSON.stringify gives, with a statement', () => {
    fc.assert(fc.property(result, statement, (brief, lines) => same({ ...brief, ...lines })), { numRuns: 1000 });
  });

  it('is byte for byte what JSON.stringify gives for a failure', () => {
    const failure = fc.record({
      id: fc.option(words), ok: fc.constant(false),
      error: fc.record({ code: words, errors: fc.array(fc.record({ pointer: words, code: words, params }, { requiredKeys: ['pointer', 'code'] }), { maxLength: 3 }) }),
    }) as fc.Arbitrary<LevyFailure>;
    fc.assert(fc.property(failure, same), { numRuns: 500 });
  });

  it('shows a rule as it is now unless the rule is frozen', () => {
    const rule = { parameter: 'quota.ratio', from: '2007-05-01', reference: null, confirmed: false };
    const [brief] = fc.sample(result, { numRuns: 1, seed: 1 });
    const outcome: LevyResult = { ...(brief as LevyResult), statement: [{ code: 'levy.line.required', params: {}, value: '3.015', unit: 'persons', rule }], notApplied: [] };
    same(outcome);
    rule.confirmed = true;
    same(outcome);
  });
});

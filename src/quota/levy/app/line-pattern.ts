import type { RuleUsed, StatementLine } from '../domain/result.js';

const json = (value: unknown): string => JSON.stringify(value);
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

const NO_RULE = utf8('},"rule":null}');

/** Makes JSON of rules once; a rule that is not frozen may change and is made anew each time. */
class RuleTails {
  readonly #made = new WeakMap<RuleUsed, Buffer>();

  constructor(private readonly before: string) {}

  of(rule: RuleUsed): Buffer {
    let tail = this.#made.get(rule);
    if (tail === undefined) {
      tail = utf8(`${this.before}${json(rule)}}`);
      if (Object.isFrozen(rule)) this.#made.set(rule, tail);
    }
    return tail;
  }
}

const notApplied = new RuleTails('},"rule":');

type Unit = StatementLine['unit'];
const beforeRule = (unit: Unit): string => `,"unit":${json(unit)},"rule":`;
const UNITS: readonly Unit[] = ['persons', 'yuan', 'ratio', 'months', 'days', null];
const withRule = new Map(UNITS.map((unit) => [unit, new RuleTails(beforeRule(unit))]));
const withoutRule = new Map(UNITS.map((unit) => [unit, utf8(`${beforeRule(unit)}null}`)]));

/** What a statement line says after its value. */
export const lineTail = (unit: Unit, rule: RuleUsed | null): Buffer =>
  (rule === null ? withoutRule.get(unit) : withRule.get(unit)?.of(rule)) ?? utf8(`${beforeRule(unit)}${json(rule)}}`);

/** What a rule that did not apply says after its parameters. */
export const notAppliedTail = (rule: RuleUsed | null): Buffer => (rule === null ? NO_RULE : notApplied.of(rule));

/**
 * The parts that all lines of one code share: its head and the names of its parameters in the order in which lines give
 * them. A line with other names than those of the first is written with names made on the spot.
 */
export class LinePattern {
  /** `{"code":…,"params":{` */
  readonly head: Buffer;
  /** As `head`, with the first name. */
  readonly headAndName: Buffer;
  readonly names: readonly string[];
  /** `,"name":` for each of `names`. */
  readonly fragments: readonly Buffer[];

  constructor(code: string, names: readonly string[]) {
    const head = `{"code":${json(code)},"params":{`;
    this.head = utf8(head);
    this.names = names;
    this.headAndName = utf8(`${head}${names.length === 0 ? '' : `${json(names[0])}:`}`);
    this.fragments = names.map((name) => nameFragment(name, true));
  }
}

export const nameFragment = (name: string, more: boolean): Buffer => utf8(`${more ? ',' : ''}${json(name)}:`);

/** Codes are few and come from our own source; the bound is for safety alone. */
const MOST_PATTERNS = 500;
const patterns = new Map<string, LinePattern>();

export function linePattern(code: string, params: object): LinePattern {
  let pattern = patterns.get(code);
  if (pattern === undefined) {
    pattern = new LinePattern(code, Object.keys(params));
    if (patterns.size < MOST_PATTERNS) patterns.set(code, pattern);
  }
  return pattern;
}

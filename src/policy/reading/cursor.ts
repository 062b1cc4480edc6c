import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Scalar } from 'yaml';
import { decimalUnits, INPUT_SCALE, parseDecimal } from '../../kernel/exact.js';
import type { TextParams } from '../../kernel/domain-error.js';
import { parseLocalDate, type LocalDate } from '../../kernel/local-date.js';
import type { PolicyErrorCode } from '../texts.js';
import type { PolicyFault } from './fault.js';

export type SourceFile = { readonly path: string; readonly lines: LineCounter };

/** Stops the reading of one value; caught where the reading of the next one can start. */
export class Misread extends Error {
  constructor(readonly fault: PolicyFault) { super(fault.code); }
}

/** A place in a YAML file that knows where it stands, so that every refusal names line and column. */
export class Cursor {
  /** @param node null where the file has nothing after a key. @param offset where to point when the node has no place of its own. */
  constructor(private readonly node: Node | null, private readonly file: SourceFile, private readonly offset: number, readonly name: string) {}

  get line(): number { return this.file.lines.linePos(this.start).line; }

  private get start(): number { return this.node?.range?.[0] ?? this.offset; }

  fail(code: PolicyErrorCode, params: TextParams = {}): never {
    throw new Misread(this.fault(code, params));
  }

  fault(code: PolicyErrorCode, params: TextParams = {}): PolicyFault {
    const { line, col } = this.file.lines.linePos(this.start);
    return { file: this.file.path, line, column: col, code, params: { name: this.name, ...params } };
  }

  /** The fields of a mapping: all of `required`, any of `optional`, nothing else. */
  fields<R extends string, O extends string = never>(required: readonly R[], optional: readonly O[] = []): Record<R, Cursor> & Partial<Record<O, Cursor>> {
    const found = this.entries();
    const known = new Set<string>([...required, ...optional]);
    for (const [key, cursor] of found) if (!known.has(key)) cursor.fail('policy.file.unknown_key', { key, known: [...known].join(', ') });
    for (const key of required) if (!found.has(key)) this.fail('policy.file.missing_key', { key });
    return Object.fromEntries(found) as Record<R, Cursor> & Partial<Record<O, Cursor>>;
  }

  /** Every key of a mapping in the order of the file. */
  entries(): ReadonlyMap<string, Cursor> {
    if (!isMap(this.node)) this.fail('policy.file.not_a_mapping');
    const found = new Map<string, Cursor>();
    for (const pair of this.node.items) {
      const key = pair.key as Scalar;
      const offset = key.range?.[0] ?? this.start;
      if (!isScalar(key) || typeof key.value !== 'string') this.fail('policy.file.not_a_mapping');
      if (found.has(key.value)) throw new Misread(new Cursor(key, this.file, offset, key.value).fault('policy.file.repeated_key'));
      found.set(key.value, new Cursor(pair.value as Node | null, this.file, offset, key.value));
    }
    return found;
  }

  items(): readonly Cursor[] {
    if (!isSeq(this.node)) this.fail('policy.file.not_a_list');
    return this.node.items.map((item) => new Cursor(item as Node, this.file, this.start, this.name));
  }

  isNull(): boolean {
    return this.node === null || (isScalar(this.node) && this.node.value === null);
  }

  /** Whether exactly this word stands here. */
  isText(word: string): boolean {
    return isScalar(this.node) && this.node.value === word;
  }

  text(): string {
    const value = this.scalar();
    if (typeof value !== 'string' || value.trim() === '') this.fail('policy.file.not_a_text');
    return value;
  }

  textOrNull(): string | null {
    return this.isNull() ? null : this.text();
  }

  flag(): boolean {
    const value = this.scalar();
    if (typeof value !== 'boolean') this.fail('policy.file.not_a_flag');
    return value;
  }

  day(): LocalDate {
    const parsed = parseLocalDate(this.text());
    if (!parsed.ok) this.fail('policy.file.not_a_day');
    return parsed.value;
  }

  integer(least: number, most: number): number {
    const value = this.scalar();
    if (typeof value !== 'number' || !Number.isInteger(value)) this.fail('policy.file.not_an_integer');
    if (value < least || value > most) this.fail('policy.value.out_of_bounds', { value, least, most });
    return value;
  }

  /** A decimal as quoted text. A bare 0.015 would be read as a binary float on its way here: it is refused. */
  decimal(least: string, most: string): string {
    const value = this.scalar();
    if (typeof value === 'number') this.fail('policy.value.unquoted_decimal', { value: this.source() });
    if (typeof value !== 'string') this.fail('policy.value.not_a_decimal', { value: this.source() });
    const parsed = parseDecimal(value);
    if (!parsed.ok) this.fail('policy.value.not_a_decimal', { value });
    if (parsed.value < decimalUnits(least, INPUT_SCALE) || parsed.value > decimalUnits(most, INPUT_SCALE)) {
      this.fail('policy.value.out_of_bounds', { value, least, most });
    }
    return value;
  }

  choice<T extends string>(choices: readonly T[]): T {
    const value = this.scalar();
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.fail('policy.value.not_a_choice', { value: this.source(), choices: choices.join(', ') });
    return found;
  }

  private scalar(): unknown {
    if (isAlias(this.node)) this.fail('policy.file.alias');
    if (!isScalar(this.node)) this.fail('policy.file.not_a_text');
    return this.node.value;
  }

  private source(): string {
    return isScalar(this.node) ? (this.node.source ?? String(this.node.value)) : '';
  }
}

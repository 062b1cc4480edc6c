import type { FieldError } from '../../../kernel/domain-error.js';
import { err, ok, type Result } from '../../../kernel/result.js';
import type { LevyCase } from '../domain/case.js';
import { describe, fieldFaults, isObject, shapeFaults, type ContractClass, type FieldSpec, type ShapeSpec } from './contract.js';
import { FaultList, pointerSegment } from './fault.js';
import { LevyCaseDto } from './levy-case.dto.js';
import { NOT_AN_OBJECT } from './rules.js';

/**
 * A class of the contract turned once, from its class-validator metadata, into two closures: one that only says good or
 * not and allocates nothing, and one that names every fault as the class-validator run would, in the same order.
 * No code is made from text: the house runs without `eval` and `new Function`.
 */
type Compiled = {
  accepts(raw: unknown): boolean;
  collect(raw: unknown, base: string, list: FaultList): void;
};

type Field = { readonly name: string; readonly spec: FieldSpec; readonly inside: Compiled | null; readonly isList: boolean; /** One bit of its own. */ readonly bit: number };

function compile(contract: ContractClass): Compiled {
  const { fields: specs, shape, beforeShape } = describe(contract);
  const fields = Array.from(specs, ([name, spec], index): Field => ({
    name, spec, inside: spec.nested ? compile(spec.nested()) : null, isList: spec.rule.schema.type === 'array', bit: 1 << index,
  }));
  if (fields.length > 31) throw new Error(`${contract.name} has more keys than an integer has bits`);
  return { accepts: acceptor(fields, shape), collect: collector(fields, shape, beforeShape) };
}

function acceptor(fields: readonly Field[], shape: ShapeSpec): Compiled['accepts'] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const bits = (wanted: readonly Field[]): number => wanted.reduce((all, { bit }) => all | bit, 0);
  const required = bits(fields.filter(({ spec }) => spec.required));
  const groups = shape.exactlyOne.map((group) => bits(fields.filter(({ name }) => group.includes(name))));

  return (raw) => {
    if (!isObject(raw)) return false;
    let given = 0;
    for (const key in raw) {
      const field = byName.get(key);
      if (field === undefined) return false;
      const value = raw[key];
      if (value === undefined) continue;
      given |= field.bit;
      if (field.spec.rule.faults(value) !== null) return false;
      if (field.inside !== null && !acceptsInside(field.inside, field.isList, value)) return false;
    }
    if ((given & required) !== required) return false;
    for (const group of groups) {
      const held = given & group;
      if (held === 0 || (held & (held - 1)) !== 0) return false;
    }
    return true;
  };
}

function acceptsInside(inside: Compiled, isList: boolean, value: unknown): boolean {
  if (!isList) return inside.accepts(value);
  const items = value as readonly unknown[];
  for (let index = 0; index < items.length; index++) if (!inside.accepts(items[index])) return false;
  return true;
}

function collector(fields: readonly Field[], shape: ShapeSpec, beforeShape: number): Compiled['collect'] {
  const names = new Set(fields.map(({ name }) => name));
  const [own, inherited] = [fields.slice(0, beforeShape), fields.slice(beforeShape)];

  return (raw, base, list) => {
    if (!isObject(raw)) return list.add(base, NOT_AN_OBJECT);
    for (const field of own) collectField(field, raw, base, list);
    const faults = shapeFaults(shape, raw, Object.keys(raw).filter((key) => !names.has(key)));
    if (faults) list.add(base, faults);
    for (const field of inherited) collectField(field, raw, base, list);
  };
}

function collectField({ name, spec, inside, isList }: Field, raw: { readonly [key: string]: unknown }, base: string, list: FaultList): void {
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
  const pointer = base + pointerSegment(name);
  const faults = fieldFaults(spec, value);
  if (faults) list.add(pointer, faults);
  else if (inside && value !== undefined) collectInside(inside, isList, value, pointer, list);
}

function collectInside(inside: Compiled, isList: boolean, value: unknown, pointer: string, list: FaultList): void {
  if (!isList) return inside.collect(value, pointer, list);
  const items = value as readonly unknown[];
  for (let index = 0; index < items.length; index++) inside.collect(items[index], pointer + pointerSegment(index), list);
}

const levyCase = compile(LevyCaseDto);

/**
 * Reads what came out of `JSON.parse` as a levy case. A good case is the same object, not a copy.
 * @returns every structural fault in contract order (up to `MOST_ERRORS`), as RFC 6901 pointers with `levy.case.*` codes.
 * Rules that need another key, the law or the calendar are not asked here.
 */
export function parseLevyCase(raw: unknown): Result<LevyCase, readonly FieldError[]> {
  if (levyCase.accepts(raw)) return ok(raw as LevyCase);
  const list = new FaultList();
  levyCase.collect(raw, '', list);
  return err(list.toErrors());
}

import { validateSync, type ValidationError } from 'class-validator';
import type { FieldError } from '../../src/kernel/domain-error.js';
import { describe, isObject, NotAnObject, specFaults, UNKNOWN_KEYS, WHOLE, type ContractClass, type Instance, type Spec } from '../../src/quota/levy/dto/contract.js';
import { FaultList, pointerSegment } from '../../src/quota/levy/dto/fault.js';

/**
 * The contract as class-validator itself judges it. Slow (it builds instances and an error for every key) and therefore
 * behind no door: the compiled parser is held to it.
 */
export function validateWithClassValidator(root: ContractClass, raw: unknown): readonly FieldError[] {
  const instance = instantiate(root, raw);
  const list = new FaultList();
  collect(validateSync(instance, { forbidUnknownValues: true, stopAtFirstError: true }), '', list);
  return list.toErrors();
}

/**
 * Instances of the contract's classes holding the known keys of `raw`. class-validator judges by constructor, and its own
 * whitelist takes `constructor`, `__proto__` and `hasOwnProperty` for known: so unknown keys are set apart here.
 */
function instantiate(contract: ContractClass, raw: unknown): object {
  if (!isObject(raw)) return new NotAnObject();
  const { fields } = describe(contract);
  const instance = new contract() as { [key: string]: unknown; [UNKNOWN_KEYS]?: readonly string[] };
  for (const [name, { nested, rule }] of fields) {
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
    if (value === undefined) continue;
    instance[name] = nested ? instantiateInside(nested(), rule.schema.type === 'array', value) : value;
  }
  instance[UNKNOWN_KEYS] = Object.keys(raw).filter((key) => !fields.has(key));
  return instance;
}

function instantiateInside(contract: ContractClass, isList: boolean, value: unknown): unknown {
  if (!isList) return instantiate(contract, value);
  return Array.isArray(value) ? Array.from(value, (item) => instantiate(contract, item)) : value;
}

function collect(errors: readonly ValidationError[], base: string, list: FaultList): void {
  for (const error of errors) {
    const pointer = error.property === WHOLE ? base : base + pointerSegment(error.property);
    for (const spec of Object.values(error.contexts ?? {}) as Spec[]) {
      list.add(pointer, specFaults(spec, error.value, error.target as Instance) ?? []);
    }
    collect(error.children ?? [], pointer, list);
  }
}

import { getMetadataStorage, registerDecorator, ValidateNested, ValidatorConstraint, type ValidationArguments, type ValidatorConstraintInterface } from 'class-validator';
import { pointerSegment, type Fault } from './fault.js';
import { NOT_AN_OBJECT, type Rule } from './rules.js';

/**
 * The decorators of the contract. Each registers ordinary class-validator metadata and puts its rule in it, so that the
 * class-validator run, the compiled parser and the OpenAPI description all read the same one.
 */

export type ContractClass = new () => object;

/** What a reader of the API is told about a key: a sentence with the unit, and an example. */
export type FieldDoc = { readonly says: string; readonly example?: unknown };

/** A key of a class. */
export type FieldSpec = {
  readonly kind: 'field';
  readonly required: boolean;
  readonly rule: Rule;
  readonly doc: FieldDoc;
  /** The class of the object, or of each object of the list. */
  readonly nested: (() => ContractClass) | null;
};

/** What holds for the keys of a class as a set. */
export type ShapeSpec = {
  readonly kind: 'shape';
  readonly name: string;
  readonly says: string;
  /** Groups of keys of which exactly one is given. */
  readonly exactlyOne: readonly (readonly string[])[];
};

/** Stands where an object was asked for and something else was given. */
export type RefusedSpec = { readonly kind: 'refused' };

export type Spec = FieldSpec | ShapeSpec | RefusedSpec;

/** The property name under which class-validator knows a rule about the whole object; no key of the contract has it. */
export const WHOLE = '#whole';
/** Where an instance keeps the keys that its class does not have. */
export const UNKNOWN_KEYS = Symbol('unknown keys');

export type Instance = { readonly [key: string]: unknown; readonly [UNKNOWN_KEYS]?: readonly string[] };

const REQUIRED: readonly Fault[] = [{ at: '', code: 'levy.case.required' }];

/** Faults of a key's own value, before anything inside it; null when it is good. */
export function fieldFaults(spec: FieldSpec, value: unknown): readonly Fault[] | null {
  if (value === undefined) return spec.required ? REQUIRED : null;
  return spec.rule.faults(value);
}

/** Unknown keys in the order given, then groups of which no key or more than one is there. */
export function shapeFaults(spec: ShapeSpec, owner: { readonly [key: string]: unknown }, unknownKeys: readonly string[]): readonly Fault[] | null {
  const found: Fault[] = unknownKeys.map((key) => ({ at: pointerSegment(key), code: 'levy.case.unknown_key' }));
  for (const group of spec.exactlyOne) {
    const given = group.filter((key) => owner[key] !== undefined);
    if (given.length === 1) continue;
    const code = given.length === 0 ? 'levy.case.one_of_missing' : 'levy.case.one_of_several';
    found.push({ at: pointerSegment(given[0] ?? group[0] ?? ''), code, params: { keys: group.join(', ') } });
  }
  return found.length > 0 ? found : null;
}

/** Faults as class-validator meets them: `owner` is an instance of a class of the contract. */
export function specFaults(spec: Spec, value: unknown, owner: Instance): readonly Fault[] | null {
  switch (spec.kind) {
    case 'field': return fieldFaults(spec, value);
    case 'shape': return shapeFaults(spec, owner, owner[UNKNOWN_KEYS] ?? []);
    case 'refused': return NOT_AN_OBJECT;
  }
}

@ValidatorConstraint({ name: 'contract' })
class ContractConstraint implements ValidatorConstraintInterface {
  validate(value: unknown, { constraints, object }: ValidationArguments): boolean {
    return specFaults(constraints[0] as Spec, value, object as Instance) === null;
  }

  /** class-validator drops the context of an error without a message. */
  defaultMessage({ constraints, object, value }: ValidationArguments): string {
    return (specFaults(constraints[0] as Spec, value, object as Instance) ?? []).map(({ code }) => code).join(', ');
  }
}

function register(target: object, propertyName: string, spec: Spec): void {
  registerDecorator({ name: 'contract', target: target as ContractClass, propertyName, validator: ContractConstraint, constraints: [spec], options: { context: spec } });
}

export type ContractDescription = {
  readonly fields: ReadonlyMap<string, FieldSpec>;
  readonly shape: ShapeSpec;
  /** Keys whose fields class-validator judges before the whole; those that come from an ancestor are judged after it. */
  readonly beforeShape: number;
};

/** What class-validator's metadata says of a class, its ancestors included, in the order in which class-validator goes through it. */
export function describe(contract: ContractClass): ContractDescription {
  const fields = new Map<string, FieldSpec>();
  let whole: { readonly shape: ShapeSpec; readonly beforeShape: number } | null = null;
  for (const metadata of getMetadataStorage().getTargetValidationMetadatas(contract, '', false, false)) {
    if (metadata.constraintCls !== ContractConstraint) continue;
    const spec = metadata.constraints[0] as Spec;
    if (spec.kind === 'field') fields.set(metadata.propertyName, spec);
    else if (spec.kind === 'shape') whole ??= { shape: spec, beforeShape: fields.size };
  }
  if (!whole) throw new Error(`${contract.name} lacks @Contract`);
  return { fields, ...whole };
}

export const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const field = (required: boolean, rule: Rule, doc: FieldDoc, nested: (() => ContractClass) | null): PropertyDecorator =>
  (prototype, key) => {
    register(prototype.constructor, String(key), { kind: 'field', required, rule, doc, nested });
    if (nested) ValidateNested()(prototype, String(key));
  };

/** A key that must be there. */
export const Required = (rule: Rule, doc: FieldDoc): PropertyDecorator => field(true, rule, doc, null);
/** A key that may be left out; null is not "left out". */
export const Optional = (rule: Rule, doc: FieldDoc): PropertyDecorator => field(false, rule, doc, null);
/** As `Required`, holding an object or a list of objects of another class. */
export const RequiredNested = (rule: Rule, nested: () => ContractClass, doc: FieldDoc): PropertyDecorator => field(true, rule, doc, nested);
/** As `Optional`, holding an object or a list of objects of another class. */
export const OptionalNested = (rule: Rule, nested: () => ContractClass, doc: FieldDoc): PropertyDecorator => field(false, rule, doc, nested);

/** A class of the contract: keys it does not name are refused. */
export const Contract = (name: string, says: string, ...exactlyOne: readonly (readonly string[])[]): ClassDecorator =>
  (target) => register(target, WHOLE, { kind: 'shape', name, says, exactlyOne });

/** Refuses whatever stands in the place of an object. */
export class NotAnObject {}
register(NotAnObject, WHOLE, { kind: 'refused' });

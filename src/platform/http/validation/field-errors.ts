import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FieldError, TextParams } from '../../../kernel/domain-error.js';

/** An input can be wrong in very many places; an answer names this many and says that there are more. */
export const MOST_ERRORS = 100;

type Context = { readonly code?: string; readonly params?: TextParams };
type Arguments = readonly unknown[];

const wrongType = (expected: string) => (): [string, TextParams] => ['input.wrong_type', { expected }];
const limit = (code: string, name: 'min' | 'max', position = 0) => (args: Arguments): [string, TextParams] => [code, { [name]: String(args[position]) }];
const plain = (code: string) => (): [string, TextParams] => [code, {}];
const oneOf = (values: unknown): [string, TextParams] => ['input.not_allowed', { allowed: (Array.isArray(values) ? values : Object.values(values ?? {})).join(', ') }];

/** Our code for each rule of class-validator; `args` are the arguments of the decorator. */
const CODES: Readonly<Record<string, (args: Arguments, value: unknown) => [string, TextParams]>> = {
  whitelistValidation: plain('input.unknown_field'),
  isDefined: plain('input.required'),
  isNotEmpty: plain('input.required'),
  isString: wrongType('string'),
  isInt: wrongType('integer'),
  isNumber: wrongType('number'),
  isBoolean: wrongType('boolean'),
  isArray: wrongType('array'),
  isObject: wrongType('object'),
  nestedValidation: wrongType('object'),
  unknownValue: wrongType('object'),
  min: limit('input.too_small', 'min'),
  max: limit('input.too_large', 'max'),
  minLength: limit('input.too_short', 'min'),
  maxLength: limit('input.too_long', 'max'),
  isLength: ([min, max], value) => (String(value).length < Number(min) ? ['input.too_short', { min: String(min) }] : ['input.too_long', { max: String(max) }]),
  arrayNotEmpty: () => ['input.too_few', { min: '1' }],
  arrayMinSize: limit('input.too_few', 'min'),
  arrayMaxSize: limit('input.too_many', 'max'),
  isIn: ([values]) => oneOf(values),
  isEnum: ([values]) => oneOf(values),
};

/** Rules that say nothing new once the field is known to be missing or of the wrong type. */
const DECISIVE = ['whitelistValidation', 'isDefined', 'isNotEmpty', 'isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject', 'nestedValidation', 'unknownValue'];

/**
 * The faults that class-validator found, as pointers and stable codes; one fault a field, the most telling. A decorator
 * may carry its own code: `@Matches(…, { context: { code: 'levy.case.region_malformed' } })`.
 */
export function toFieldErrors(errors: readonly ValidationError[]): readonly FieldError[] {
  const all = collect(errors, '');
  return all.length > MOST_ERRORS ? [...all.slice(0, MOST_ERRORS), { pointer: '', code: 'input.more_errors', params: { shown: MOST_ERRORS } }] : all;
}

function collect(errors: readonly ValidationError[], base: string): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${base}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const rules = Object.keys(error.constraints ?? {});
    const rule = error.value === undefined && rules.length > 0 && !rules.includes('whitelistValidation') ? 'isDefined' : (DECISIVE.find((name) => rules.includes(name)) ?? rules[0]);
    const own = rule === undefined ? [] : [{ pointer, ...describe(error, rule) }];
    return [...own, ...collect(error.children ?? [], pointer)];
  });
}

function describe(error: ValidationError, rule: string): { readonly code: string; readonly params?: TextParams } {
  const context = error.contexts?.[rule] as Context | undefined;
  if (context?.code !== undefined) return { code: context.code, ...(context.params ? { params: context.params } : {}) };
  const [code, params] = CODES[rule]?.(argumentsOf(error, rule), error.value) ?? ['input.wrong_format', {}];
  return { code, params };
}

/** class-validator reports the rule that failed but not its arguments; they stand in its storage. */
function argumentsOf(error: ValidationError, rule: string): Arguments {
  const target = error.target?.constructor;
  if (!target) return [];
  const found = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false)
    .find((metadata) => metadata.propertyName === error.property && (metadata.name === rule || metadata.type === rule));
  return (found?.constraints ?? []) as Arguments;
}

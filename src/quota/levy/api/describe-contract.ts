import { ApiProperty, ApiSchema, type ApiPropertyOptions, type ApiSchemaOptions } from '@nestjs/swagger';
import { describe, type ContractClass, type FieldSpec, type ShapeSpec } from '../dto/contract.js';

/**
 * Gives a class of the contract, and those inside it, their OpenAPI description from the rules that judge them. It is
 * done here and not by decorators in the classes, because the command line judges by the same classes and must not load
 * the framework for it.
 */
export function describeContract(contract: ContractClass): void {
  const { fields, shape } = describe(contract);
  for (const [name, spec] of fields) {
    ApiProperty(propertyOf(spec))(contract.prototype as object, name);
    if (spec.nested) describeContract(spec.nested());
  }
  ApiSchema(schemaOf(shape))(contract);
}

function propertyOf({ required, rule, doc, nested }: FieldSpec): ApiPropertyOptions {
  const said = { required, description: doc.says, ...(doc.example === undefined ? {} : { example: doc.example }) };
  if (!nested) return { ...rule.schema, ...said } as ApiPropertyOptions;
  if (rule.schema.type !== 'array') return { type: nested(), ...said };
  return { type: nested(), isArray: true, ...said, maxItems: rule.schema.maxItems };
}

/** Unknown keys are refused, and of each group exactly one key is given. */
function schemaOf({ name, says, exactlyOne }: ShapeSpec): ApiSchemaOptions {
  const closed = { name, description: says, additionalProperties: false };
  return exactlyOne.length === 0 ? closed : Object.assign(closed, { allOf: exactlyOne.map((group) => ({ oneOf: group.map((key) => ({ required: [key] })) })) });
}

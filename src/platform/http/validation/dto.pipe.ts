import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { DomainError, type FieldError } from '../../../kernel/domain-error.js';
import { toFieldErrors } from './field-errors.js';

/** Checks every DTO of every route: unknown fields are refused, faults come as pointers and stable codes. */
@Injectable()
export class DtoPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      // The codes need the class of the target; neither leaves the house.
      validationError: { target: true, value: true },
      exceptionFactory: (errors) => new DomainError('input.invalid', {}, toFieldErrors(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (this.toValidate(metadata)) {
      if (metadata.type === 'body' && value !== undefined && !isRecord(value)) {
        throw new DomainError('input.invalid', {}, [{ pointer: '', code: 'input.wrong_type', params: { expected: 'object' } }]);
      }
      const inherited = inheritedNames(value, '');
      if (inherited.length > 0) throw new DomainError('input.invalid', {}, inherited);
    }
    return super.transform(value, metadata);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** class-validator takes `constructor`, `__proto__` and their like for known fields: every object inherits them. */
function inheritedNames(value: unknown, base: string): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const pointer = `${base}/${name}`;
    return !Array.isArray(value) && name in Object.prototype ? [{ pointer, code: 'input.unknown_field' }] : inheritedNames(inner, pointer);
  });
}

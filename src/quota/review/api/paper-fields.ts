import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { DomainError } from '../../../kernel/domain-error.js';
import { toFieldErrors } from '../../../platform/http/index.js';
import type { ReceivedPaper } from './inputs.js';
import { PaperFieldsDto } from './reviews.dto.js';

/** The fields beside a file, by the rules of any other body. */
@Injectable()
export class PaperFields {
  /** @throws DomainError input.invalid */
  async read(fields: Pick<ReceivedPaper, 'lineId' | 'need'>): Promise<Pick<PaperFieldsDto, 'lineId' | 'need'>> {
    const input = plainToInstance(PaperFieldsDto, fields);
    const errors = await validate(input, { whitelist: true, validationError: { target: true, value: true } });
    if (errors.length > 0) throw new DomainError('input.invalid', {}, toFieldErrors(errors));
    return input;
  }
}

import { IsOptional, IsString, MaxLength } from 'class-validator';
import { normaliseCode } from '../../../kernel/normalise.js';
import { PageQueryDto } from '../../../platform/http/index.js';

const LONGEST = 1_000;

/** Every box and button of the room's forms: texts as typed. What they must be is told at their fields. */
export class LeadingForm extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  region?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  year?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  verdict?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  persons?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'dueOn-year'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'dueOn-month'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'dueOn-day'?: string;

  @IsOptional() @IsString() @MaxLength(16)
  done?: string;

  /** The button. */
  @IsOptional() @IsString() @MaxLength(16)
  save?: string;
}

export class OfficialsForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  region?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  regionCode?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  year?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  officials?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  disabled?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  version?: string;

  /** The button. */
  @IsOptional() @IsString() @MaxLength(16)
  save?: string;
}

export const codeTyped = (text: string | undefined): string | undefined => {
  const plain = normaliseCode(text ?? '');
  return plain === '' ? undefined : plain;
};

/** A whole number where one was typed; anything else as it is, to be told at its field. */
export const wholeTyped = (text: string | undefined): number | string | undefined => {
  const plain = codeTyped(text);
  return plain !== undefined && /^\d{1,9}$/.test(plain) ? Number(plain) : plain;
};

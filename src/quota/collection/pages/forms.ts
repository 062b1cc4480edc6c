import { IsOptional, IsString, MaxLength } from 'class-validator';
import { normaliseCode } from '../../../kernel/normalise.js';
import { PageQueryDto } from '../../../platform/http/index.js';

const LONGEST = 3_000;

/** Every box and button of the room's forms: texts as typed. What they must be is told at their fields. */
export class CollectionForm extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  year?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  state?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  uscc?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  region?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  differing?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  kind?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  document?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  amount?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  months?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  grounds?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  reason?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  choice?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  outcome?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  words?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  answer?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  act?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  digest?: string;

  @IsOptional() @IsString() @MaxLength(16)
  enter?: string;

  @IsOptional() @IsString() @MaxLength(16)
  choose?: string;

  @IsOptional() @IsString() @MaxLength(16)
  notice?: string;

  @IsOptional() @IsString() @MaxLength(16)
  withdraw?: string;

  @IsOptional() @IsString() @MaxLength(16)
  forward?: string;

  @IsOptional() @IsString() @MaxLength(16)
  decide?: string;

  @IsOptional() @IsString() @MaxLength(16)
  drop?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'first-year'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'first-month'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'first-day'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'last-year'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'last-month'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'last-day'?: string;
}

/** A list of refused lines, and whether the batch came once more. */
export class RepeatedForm extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(16)
  repeated?: string;
}

/** Digits as people type them: full-width, with thousand separators. */
export const numberTyped = (text: string | undefined): string | undefined => {
  const plain = normaliseCode(text ?? '').replace(/[,，]/g, '');
  return plain === '' ? undefined : plain;
};

/** A whole number where one was typed; anything else as it is, to be told at its field. */
export const wholeTyped = (text: string | undefined): number | string | undefined => {
  const plain = numberTyped(text);
  return plain !== undefined && /^\d{1,9}$/.test(plain) ? Number(plain) : plain;
};

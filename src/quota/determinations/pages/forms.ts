import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../../platform/http/index.js';
import { COPY_BYTES } from '../app/verify-determination.query.js';

const LONGEST = 1_000;

/** Queries and bodies of the pages: texts as typed. What they must be is told at their fields. */
export class ListForm extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  year?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  named?: string;
}

/** A list, and what was just done there. */
export class DoneForm extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  done?: string;
}

export class CodeForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  code?: string;
}

export class CopyForm {
  @IsOptional() @IsString() @MaxLength(COPY_BYTES)
  copy?: string;

  /** The button. */
  @IsOptional() @IsString() @MaxLength(16)
  text?: string;
}

export class NoticesForm extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  region?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  year?: string;
}

export class DeskForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  regionCode?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  baseYear?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'closesOn-year'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'closesOn-month'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'closesOn-day'?: string;

  /** `publish` once the reader has seen how many employers it is. */
  @IsOptional() @IsString() @MaxLength(20)
  act?: string;
}

export class WithdrawForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  reason?: string;

  /** The button. */
  @IsOptional() @IsString() @MaxLength(16)
  withdraw?: string;
}

/** 公示异议 */
export class ObjectForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  party?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  place?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST * 3)
  words?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  contact?: string;

  /** The button. */
  @IsOptional() @IsString() @MaxLength(16)
  object?: string;
}

export class AnswerForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  outcome?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST * 3)
  answer?: string;

  /** The button. */
  @IsOptional() @IsString() @MaxLength(16)
  send?: string;
}

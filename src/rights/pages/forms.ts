import { IsOptional, IsString, MaxLength } from 'class-validator';

const LONGEST = 2_000;

/** Bodies of the forms: texts as typed. What they must be is told at their fields. */
export class ConsentForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  purpose?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  recipient?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'until-year'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'until-month'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'until-day'?: string;

  @IsOptional() @IsString() @MaxLength(9)
  what_name?: string;

  @IsOptional() @IsString() @MaxLength(9)
  what_contact?: string;

  @IsOptional() @IsString() @MaxLength(9)
  what_identity?: string;

  @IsOptional() @IsString() @MaxLength(9)
  what_education?: string;

  @IsOptional() @IsString() @MaxLength(9)
  what_skills?: string;

  @IsOptional() @IsString() @MaxLength(9)
  what_wishes?: string;

  @IsOptional() @IsString() @MaxLength(9)
  what_needs?: string;

  @IsOptional() @IsString() @MaxLength(10)
  what_disability?: string;

  @IsOptional() @IsString() @MaxLength(9)
  what_picture?: string;
}

export class RequestForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  kind?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  wish?: string;
}

export class IdForm {
  @IsOptional() @IsString() @MaxLength(40)
  id?: string;
}

export class RankingForm {
  @IsOptional() @IsString() @MaxLength(5)
  off?: string;
}

export class AnswerForm {
  @IsOptional() @IsString() @MaxLength(20)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  answer?: string;

  @IsOptional() @IsString() @MaxLength(10)
  act?: string;
}

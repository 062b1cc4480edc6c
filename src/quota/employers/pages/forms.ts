import { IsOptional, IsString, MaxLength } from 'class-validator';

const LONGEST = 1_000;

/** Bodies of the forms: texts as typed. What they must be is told at their fields. */
export class RegistrationForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  uscc?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  name?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  kind?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  regionCode?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  clerkName?: string;
}

export class DecisionForm {
  @IsOptional() @IsString() @MaxLength(20)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  reason?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  note?: string;
}

import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

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

export const decisions = ['verify', 'refuse'] as const;
export type Decision = (typeof decisions)[number];

export class DecisionDto {
  @IsIn(decisions)
  decision: Decision;
}

export class DecisionForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  decision?: string;

  @IsOptional() @IsString() @MaxLength(20)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  reason?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  note?: string;
}

import { IsOptional, IsString, MaxLength } from 'class-validator';

const LONGEST = 300;

/** Bodies of the forms: texts as typed. What they must be is told at their fields. */
export class RoleForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  displayName?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  role?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  organisationId?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  regionCode?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  contact?: string;
}

export class OwnForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  displayName?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  language?: string;
}

export class AcceptForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  code?: string;
}

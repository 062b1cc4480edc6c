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

export class GuardianForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  guardianAccountId?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  guardianName?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  basis?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'until-year'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'until-month'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'until-day'?: string;
}

export class OrganisationForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  kind?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  name?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  regionCode?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  parentId?: string;
}

export class OrganisationNameForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  name?: string;

  @IsOptional() @IsString() @MaxLength(20)
  version?: string;
}

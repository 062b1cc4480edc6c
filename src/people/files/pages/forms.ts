import { IsOptional, IsString, MaxLength } from 'class-validator';

const LONGEST = 1_000;

/** Bodies of the forms: texts as typed. What they must be is told at their fields. */
export class FileForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  name?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  citizenId?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  certificate?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  phone?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  address?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  regionCode?: string;
}

export class LookUpForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  citizenId?: string;
}

/** Each field is a tick box of its own name, so that one and several are sent alike. */
export class RevealForm {
  @IsOptional() @IsString() @MaxLength(20)
  field_citizenId?: string;

  @IsOptional() @IsString() @MaxLength(20)
  field_phone?: string;

  @IsOptional() @IsString() @MaxLength(20)
  field_address?: string;

  @IsOptional() @IsString() @MaxLength(20)
  field_certificateNumber?: string;

  @IsOptional() @IsString() @MaxLength(20)
  field_disability?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  purpose?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  reason?: string;
}

export class ChangeForm {
  @IsOptional() @IsString() @MaxLength(20)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  name?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  phone?: string;

  @IsOptional() @IsString() @MaxLength(20)
  remove_phone?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  address?: string;

  @IsOptional() @IsString() @MaxLength(20)
  remove_address?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  preferred?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  certificate?: string;
}

export class ClosingForm {
  @IsOptional() @IsString() @MaxLength(20)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  reason?: string;
}

export class AssignForm {
  @IsOptional() @IsString() @MaxLength(20)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  counselorId?: string;
}

export class LinkForm {
  @IsOptional() @IsString() @MaxLength(20)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  accountId?: string;
}

export class ExportForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  purpose?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  reason?: string;
}

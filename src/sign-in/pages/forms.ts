import { IsOptional, IsString, MaxLength } from 'class-validator';

const SHORT = 254;
const PASSWORD = 1_024;
const PATH = 2_000;
/** A whole form of another page, as it was typed. */
const KEPT = 1_000_000;

/** Where a sign-in leads to, carried through all of its steps. */
export class Onward {
  @IsOptional()
  @IsString()
  @MaxLength(PATH)
  next?: string;

  /** What was typed into a form when the session had ended; see `kept-form.ts`. */
  @IsOptional()
  @IsString()
  @MaxLength(KEPT)
  kept?: string;
}

export class SignInForm extends Onward {
  @IsOptional()
  @IsString()
  @MaxLength(SHORT)
  contact?: string;

  @IsOptional()
  @IsString()
  @MaxLength(PASSWORD)
  password?: string;
}

export class CodeForm extends Onward {
  @IsOptional()
  @IsString()
  @MaxLength(SHORT)
  code?: string;
}

export class ContactForm {
  @IsOptional()
  @IsString()
  @MaxLength(SHORT)
  contact?: string;
}

export class ResetForm {
  @IsOptional()
  @IsString()
  @MaxLength(SHORT)
  token?: string;

  @IsOptional()
  @IsString()
  @MaxLength(PASSWORD)
  password?: string;
}

export class InvitationForm {
  @IsOptional()
  @IsString()
  @MaxLength(SHORT)
  code?: string;

  @IsOptional()
  @IsString()
  @MaxLength(SHORT)
  displayName?: string;

  @IsOptional()
  @IsString()
  @MaxLength(SHORT)
  contact?: string;

  @IsOptional()
  @IsString()
  @MaxLength(PASSWORD)
  password?: string;
}

export class ChangePasswordForm {
  @IsOptional()
  @IsString()
  @MaxLength(PASSWORD)
  current?: string;

  @IsOptional()
  @IsString()
  @MaxLength(PASSWORD)
  password?: string;
}

export class AddressForm extends ContactForm {
  @IsOptional()
  @IsString()
  @MaxLength(PASSWORD)
  current?: string;
}

export class TokenForm {
  @IsOptional()
  @IsString()
  @MaxLength(SHORT)
  token?: string;
}

export class SessionForm {
  @IsString()
  @MaxLength(SHORT)
  session: string;
}

export class RoleForm extends Onward {
  @IsOptional()
  @IsString()
  @MaxLength(SHORT)
  membership?: string;
}

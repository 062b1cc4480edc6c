import { IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { roleNames, type RoleName } from '../../platform/access/index.js';
import { lossReasons, type LossReason } from '../domain/device-loss.js';

/** Longer than any contact or password that is taken, short enough to cost nothing. */
const CONTACT = 254;
const PASSWORD = 1_024;
const CODE = 100;

/** Body of `POST /api/v1/sessions`. */
export class OpenSessionDto {
  /** Telephone number or e-mail address. */
  @IsString()
  @MinLength(1)
  @MaxLength(CONTACT)
  contact: string;

  @IsString()
  @MinLength(1)
  @MaxLength(PASSWORD)
  password: string;

  /** Code of the authenticator or a recovery code, for accounts with a second factor. */
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  code?: string;
}

export class OfficeCodeDto {
  @IsString()
  @MinLength(1)
  @MaxLength(CODE)
  code: string;
}

export class ChooseMembershipDto {
  @IsUUID()
  membershipId: string;
}

export class ChangePasswordDto {
  @IsString()
  @MaxLength(PASSWORD)
  current: string;

  @IsString()
  @MaxLength(PASSWORD)
  password: string;
}

export class AskForAddressDto {
  /** Telephone number or e-mail address. */
  @IsString()
  @MinLength(1)
  @MaxLength(CONTACT)
  contact: string;

  /** The present password; empty for an account without one. */
  @IsString()
  @MaxLength(PASSWORD)
  current: string;
}

export class ConfirmAddressDto {
  @IsString()
  @MaxLength(CODE)
  token: string;
}

export class ResetSecondFactorDto {
  @IsIn(lossReasons)
  reason: LossReason;
}

export class AskForLinkDto {
  @IsString()
  @MinLength(1)
  @MaxLength(CONTACT)
  contact: string;
}

export class ResetPasswordDto {
  @IsString()
  @MaxLength(CODE)
  token: string;

  @IsString()
  @MaxLength(PASSWORD)
  password: string;
}

export class AcceptInvitationDto {
  @IsString()
  @MinLength(1)
  @MaxLength(CODE)
  code: string;

  @IsString()
  @MinLength(1)
  @MaxLength(60)
  displayName: string;

  /** What the person will sign in with; nothing for somebody who has neither telephone nor e-mail. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(CONTACT)
  contact?: string;

  @IsString()
  @MaxLength(PASSWORD)
  password: string;
}

export class NewMachineClientDto {
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name: string;

  @IsIn(roleNames)
  role: RoleName;

  @IsArray()
  @IsString({ each: true })
  permissions: string[];

  /** Beginning of the region codes that it may see. */
  @IsOptional()
  @IsString()
  @Matches(/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionPrefix?: string;

  @IsInt()
  @Min(1)
  @Max(100_000)
  callsPerMinute: number;
}

export class NewMachineKeyDto {
  @IsInt()
  @Min(1)
  @Max(400)
  days: number;
}

export class LinkIdentityDto {
  /** `sub` of the person at the provider of the settings. */
  @IsString()
  @MinLength(1)
  @MaxLength(255)
  subject: string;
}

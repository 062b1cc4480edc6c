import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { roleNames, type RoleName } from '../../platform/access/index.js';
import { lossReasons, type LossReason } from '../domain/device-loss.js';

/** Longer than any contact or password that is taken, short enough to cost nothing. */
const CONTACT = 254;
const PASSWORD = 1_024;
const CODE = 100;

/** Body of `POST /api/v1/sessions`. */
export class OpenSessionDto {
  @ApiProperty({ description: 'Telephone number or e-mail address.', minLength: 1, maxLength: CONTACT })
  @IsString()
  @MinLength(1)
  @MaxLength(CONTACT)
  contact: string;

  @ApiProperty({ maxLength: PASSWORD })
  @IsString()
  @MinLength(1)
  @MaxLength(PASSWORD)
  password: string;

  @ApiPropertyOptional({ description: 'Code of the authenticator or a recovery code, for accounts with a second factor.', maxLength: CODE })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  code?: string;
}

export class OfficeCodeDto {
  @ApiProperty({ description: 'The one-time code that an office issued.', minLength: 1, maxLength: CODE })
  @IsString()
  @MinLength(1)
  @MaxLength(CODE)
  code: string;
}

export class ChooseMembershipDto {
  @ApiProperty({ format: 'uuid', description: 'One of your own memberships.' })
  @IsUUID()
  membershipId: string;
}

export class ChangePasswordDto {
  @ApiProperty({ description: 'The present password.', maxLength: PASSWORD })
  @IsString()
  @MaxLength(PASSWORD)
  current: string;

  @ApiProperty({ maxLength: PASSWORD })
  @IsString()
  @MaxLength(PASSWORD)
  password: string;
}

export class AskForAddressDto {
  @ApiProperty({ description: 'Telephone number or e-mail address.', minLength: 1, maxLength: CONTACT })
  @IsString()
  @MinLength(1)
  @MaxLength(CONTACT)
  contact: string;

  @ApiProperty({ description: 'The present password; empty for an account without one.', maxLength: PASSWORD })
  @IsString()
  @MaxLength(PASSWORD)
  current: string;
}

export class ConfirmAddressDto {
  @ApiProperty({ description: 'From the message that the new address received.', maxLength: CODE })
  @IsString()
  @MaxLength(CODE)
  token: string;
}

export class ResetSecondFactorDto {
  @ApiProperty({ enum: lossReasons })
  @IsIn(lossReasons)
  reason: LossReason;
}

export class AskForLinkDto {
  @ApiProperty({ description: 'Telephone number or e-mail address of the account.', minLength: 1, maxLength: CONTACT })
  @IsString()
  @MinLength(1)
  @MaxLength(CONTACT)
  contact: string;
}

export class ResetPasswordDto {
  @ApiProperty({ description: 'From the message with the link.', maxLength: CODE })
  @IsString()
  @MaxLength(CODE)
  token: string;

  @ApiProperty({ maxLength: PASSWORD })
  @IsString()
  @MaxLength(PASSWORD)
  password: string;
}

export class AcceptInvitationDto {
  @ApiProperty({ description: 'From the invitation.', minLength: 1, maxLength: CODE })
  @IsString()
  @MinLength(1)
  @MaxLength(CODE)
  code: string;

  @ApiProperty({ minLength: 1, maxLength: 60 })
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  displayName: string;

  @ApiPropertyOptional({ description: 'What the person will sign in with; nothing for somebody who has neither telephone nor e-mail.', minLength: 1, maxLength: CONTACT })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(CONTACT)
  contact?: string;

  @ApiProperty({ maxLength: PASSWORD })
  @IsString()
  @MaxLength(PASSWORD)
  password: string;
}

export class NewMachineClientDto {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name: string;

  @ApiProperty({ enum: roleNames })
  @IsIn(roleNames)
  role: RoleName;

  @ApiProperty({ type: [String], description: 'Some or all of what the role may.' })
  @IsArray()
  @IsString({ each: true })
  permissions: string[];

  @ApiPropertyOptional({ description: 'Beginning of the region codes that it may see.', example: '3703' })
  @IsOptional()
  @IsString()
  @Matches(/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionPrefix?: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 100_000 })
  @IsInt()
  @Min(1)
  @Max(100_000)
  callsPerMinute: number;
}

export class NewMachineKeyDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 400, description: 'How long the key is good.' })
  @IsInt()
  @Min(1)
  @Max(400)
  days: number;
}

export class LinkIdentityDto {
  @ApiProperty({ description: '`sub` of the person at the provider of the settings.', minLength: 1, maxLength: 255 })
  @IsString()
  @MinLength(1)
  @MaxLength(255)
  subject: string;
}

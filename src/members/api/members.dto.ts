import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min, ValidateBy } from 'class-validator';
import { parseLocalDate } from '../../kernel/local-date.js';
import { organisationKinds, roleNames, type OrganisationKind, type RoleName } from '../../platform/access/index.js';
import { PageQueryDto } from '../../platform/http/index.js';
import { guardianshipBases, type GuardianshipBasis } from '../domain/guardianship.js';

const REGION = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;
/** Signs that a line of text holds: no control characters, nothing of the private and the unassigned. */
const ONE_LINE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;

const IsDay = (): PropertyDecorator => ValidateBy({ name: 'isDay', validator: { validate: (value: unknown) => typeof value === 'string' && parseLocalDate(value).ok } });

export class OrganisationsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: organisationKinds })
  @IsOptional() @IsIn(organisationKinds)
  kind?: OrganisationKind;

  @ApiPropertyOptional({ description: 'Those inside this region.', example: '370303' })
  @IsOptional() @Matches(REGION, { context: { code: 'members.region.malformed' } })
  region?: string;
}

export class NewOrganisationDto {
  @ApiProperty({ enum: organisationKinds })
  @IsIn(organisationKinds)
  kind: OrganisationKind;

  @ApiProperty({ minLength: 2, maxLength: 120 })
  @IsString() @Length(2, 120) @Matches(ONE_LINE)
  name: string;

  @ApiProperty({ description: 'GB/T 2260 or statistical code of 6, 9 or 12 digits.', example: '370303' })
  @Matches(REGION, { context: { code: 'members.region.malformed' } })
  regionCode: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional() @IsUUID()
  parentId?: string;
}

export class OrganisationNameDto {
  @ApiProperty({ minLength: 2, maxLength: 120 })
  @IsString() @Length(2, 120) @Matches(ONE_LINE)
  name: string;

  @ApiProperty({ description: 'As it was read; another one since then is refused.' })
  @IsInt() @Min(1)
  version: number;
}

export class MembersQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional() @IsUUID()
  organisationId?: string;

  @ApiPropertyOptional({ enum: roleNames })
  @IsOptional() @IsIn(roleNames)
  role?: RoleName;
}

export class RoleDto {
  @ApiProperty({ enum: roleNames })
  @IsIn(roleNames)
  role: RoleName;

  @ApiPropertyOptional({ format: 'uuid', description: 'Where the role is one of an organisation.' })
  @IsOptional() @IsUUID()
  organisationId?: string;

  @ApiPropertyOptional({ description: "The organisation's region otherwise.", example: '370303001' })
  @IsOptional() @Matches(REGION, { context: { code: 'members.region.malformed' } })
  regionCode?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day.' })
  @IsOptional() @IsDay()
  validUntil?: string;
}

export class NewMemberDto extends RoleDto {
  @ApiProperty({ minLength: 1, maxLength: 60 })
  @IsString() @Length(1, 60) @Matches(ONE_LINE)
  displayName: string;

  @ApiPropertyOptional({ enum: ['zh', 'en'] })
  @IsOptional() @IsIn(['zh', 'en'])
  language?: 'zh' | 'en';

  @ApiPropertyOptional({ description: 'Phone or e-mail.' })
  @IsOptional() @IsString() @Length(5, 254)
  contact?: string;
}

export class InvitationDto extends RoleDto {
  @ApiProperty({ minLength: 1, maxLength: 60 })
  @IsString() @Length(1, 60) @Matches(ONE_LINE)
  displayName: string;
}

export class CodeDto {
  @ApiProperty({ description: 'As it was given; case, spaces and dashes do not matter.', example: '7K2QF-…' })
  @IsString() @Length(20, 60)
  code: string;
}

export class AccountChangeDto {
  @ApiPropertyOptional({ minLength: 1, maxLength: 60 })
  @IsOptional() @IsString() @Length(1, 60) @Matches(ONE_LINE)
  displayName?: string;

  @ApiPropertyOptional({ enum: ['zh', 'en'] })
  @IsOptional() @IsIn(['zh', 'en'])
  language?: 'zh' | 'en';

  @ApiPropertyOptional({ description: 'Words of the display settings joined by dots, such as `large.dark`; empty for the standard.' })
  @IsOptional() @Matches(/^(?:[a-z]{2,10}(?:\.[a-z]{2,10}){0,7})?$/)
  display?: string;

  @ApiProperty({ description: 'As it was read; another one since then is refused.' })
  @IsInt() @Min(1)
  version: number;
}

export class GuardianshipDto {
  @ApiProperty({ format: 'uuid', description: 'The jobseeker.' })
  @IsUUID()
  wardAccountId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A guardian who has an account already.' })
  @IsOptional() @IsUUID()
  guardianAccountId?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 60, description: 'Name of a guardian who has none yet.' })
  @IsOptional() @IsString() @Length(1, 60) @Matches(ONE_LINE)
  guardianName?: string;

  @ApiProperty({ enum: guardianshipBases, description: 'By law, by a court or committee, by agreement (民法典 art. 27–33).' })
  @IsIn(guardianshipBases)
  basis: GuardianshipBasis;

  @ApiPropertyOptional({ format: 'date', description: 'Last day.' })
  @IsOptional() @IsDay()
  validUntil?: string;
}

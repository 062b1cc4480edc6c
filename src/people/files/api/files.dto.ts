import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { parseLocalDate } from '../../../kernel/local-date.js';
import { PageQueryDto } from '../../../platform/http/index.js';
import { closingReasons, preferredContacts, revealFields, revealPurposes, type ClosingReason, type PreferredContact, type RevealField, type RevealPurpose } from '../domain/reveal.js';

const REGION = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;
const ONE_LINE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;

const IsDay = (): PropertyDecorator => ValidateBy({ name: 'isDay', validator: { validate: (value: unknown) => typeof value === 'string' && parseLocalDate(value).ok } });
/** Null is an answer: it takes the value away. */
const OrNull = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined && value !== null);

export class FilesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: 'Those inside this region.', example: '370303' })
  @IsOptional() @Matches(REGION, { context: { code: 'members.region.malformed' } })
  region?: string;
}

export class CertificateDto {
  @ApiProperty({ description: '残疾人证号: citizen id, category, grade, and B1, B2 … of a re-issue.' })
  @IsString() @Length(20, 40)
  number: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional() @IsDay()
  issuedOn?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional() @IsDay()
  validUntil?: string;
}

export class NewFileDto {
  @ApiProperty({ minLength: 1, maxLength: 60 })
  @IsString() @Length(1, 60) @Matches(ONE_LINE)
  name: string;

  @ApiProperty({ description: '公民身份号码; spaces and full-width signs do not matter.' })
  @IsString() @Length(15, 40)
  citizenId: string;

  @ApiPropertyOptional({ description: 'The region of your role otherwise.', example: '370303001' })
  @IsOptional() @Matches(REGION, { context: { code: 'members.region.malformed' } })
  regionCode?: string;

  @ApiPropertyOptional({ type: CertificateDto })
  @IsOptional() @ValidateNested() @Type(() => CertificateDto)
  certificate?: CertificateDto;

  @ApiPropertyOptional()
  @IsOptional() @IsString() @Length(5, 30)
  phone?: string;

  @ApiPropertyOptional()
  @IsOptional() @IsString() @Length(2, 200) @Matches(ONE_LINE)
  address?: string;

  @ApiPropertyOptional({ enum: preferredContacts })
  @IsOptional() @IsIn(preferredContacts)
  preferred?: PreferredContact;
}

export class FileVersionDto {
  @ApiProperty({ description: 'As it was read; another one since then is refused.' })
  @IsInt() @Min(1)
  version: number;
}

export class FileChangeDto extends FileVersionDto {
  @ApiPropertyOptional({ minLength: 1, maxLength: 60 })
  @ValidateIf((_, value) => value !== undefined) @IsString() @Length(1, 60) @Matches(ONE_LINE)
  name?: string;

  @ApiPropertyOptional({ nullable: true, type: String })
  @OrNull() @IsString() @Length(5, 30)
  phone?: string | null;

  @ApiPropertyOptional({ nullable: true, type: String })
  @OrNull() @IsString() @Length(2, 200) @Matches(ONE_LINE)
  address?: string | null;

  @ApiPropertyOptional({ enum: preferredContacts })
  @ValidateIf((_, value) => value !== undefined) @IsIn(preferredContacts)
  preferred?: PreferredContact;

  @ApiPropertyOptional({ type: CertificateDto })
  @ValidateIf((_, value) => value !== undefined) @ValidateNested() @Type(() => CertificateDto)
  certificate?: CertificateDto;
}

export class AssignDto extends FileVersionDto {
  @ApiProperty({ format: 'uuid', description: 'Account of a counselor or a job coach.' })
  @IsUUID()
  counselorId: string;
}

export class LinkDto extends FileVersionDto {
  @ApiProperty({ format: 'uuid', description: 'Account of the jobseeker whose file it is.' })
  @IsUUID()
  accountId: string;
}

export class CloseDto extends FileVersionDto {
  @ApiProperty({ enum: closingReasons })
  @IsIn(closingReasons)
  reason: ClosingReason;
}

export class LookUpDto {
  @ApiProperty({ description: 'In the body, so that no number stands in an address.' })
  @IsString() @Length(15, 40)
  citizenId: string;
}

export class PurposeDto {
  @ApiProperty({ enum: revealPurposes })
  @IsIn(revealPurposes)
  purpose: RevealPurpose;

  @ApiProperty({ description: 'In your own words. The person can read it.', minLength: 4, maxLength: 300 })
  @IsString() @Length(4, 300) @Matches(ONE_LINE)
  reason: string;
}

export class RevealDto extends PurposeDto {
  @ApiProperty({ enum: revealFields, isArray: true })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(revealFields, { each: true })
  fields: RevealField[];
}

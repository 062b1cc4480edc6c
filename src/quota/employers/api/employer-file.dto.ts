import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { parseLocalDate } from '../../../kernel/local-date.js';
import { PageQueryDto } from '../../../platform/http/index.js';
import { establishmentLevels, type EstablishmentLevel } from '../domain/employer-facts.js';
import { employerKinds, type EmployerKind } from '../domain/employer-kinds.js';
import { duplicateStates, type DuplicateState } from '../infra/duplicates.repository.js';
import { ONE_LINE } from './employers.dto.js';

const REGION = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;
const MOST_STAFF = 10_000_000;
const [FIRST_YEAR, LAST_YEAR] = [2000, 2099];

const IsDay = (): PropertyDecorator => ValidateBy({ name: 'isDay', validator: { validate: (value: unknown) => typeof value === 'string' && parseLocalDate(value).ok } });
/** Null is an answer: it is not known. */
const OrNull = (): PropertyDecorator => ValidateIf((_, value) => value !== null);

/** The file as it is to be, whole. */
export class EmployerFactsDto {
  @ApiProperty({ description: 'As it was read; another one since then is refused.' })
  @IsInt() @Min(1)
  version: number;

  @ApiProperty({ minLength: 2, maxLength: 120 })
  @IsString() @Length(2, 120) @Matches(ONE_LINE)
  name: string;

  @ApiProperty({ enum: employerKinds })
  @IsIn(employerKinds)
  kind: EmployerKind;

  @ApiProperty({ description: '成立日期. Null is not known.', format: 'date', nullable: true, type: String })
  @OrNull() @IsDay()
  registeredOn: string | null;

  @ApiProperty({ description: 'Region of tax registration, 6, 9 or 12 digits.', example: '370303', nullable: true, type: String })
  @OrNull() @Matches(REGION, { context: { code: 'employers.row.region_malformed' } })
  taxRegionCode: string | null;

  @ApiProperty({ description: 'GB/T 4754: a letter A to T, or with 2 to 4 digits.', example: 'C2319', nullable: true, type: String })
  @OrNull() @Matches(/^[A-T](?:\d{2,4})?$/)
  industry: string | null;

  @ApiProperty({ nullable: true, type: Boolean })
  @OrNull() @IsBoolean()
  stateOwned: boolean | null;

  @ApiProperty({ description: '编制数 of organs and institutions.', nullable: true, type: Number, minimum: 0, maximum: MOST_STAFF })
  @OrNull() @IsInt() @Min(0) @Max(MOST_STAFF)
  establishmentSize: number | null;

  @ApiProperty({ enum: establishmentLevels, nullable: true })
  @OrNull() @IsIn(establishmentLevels)
  establishmentLevel: EstablishmentLevel | null;

  @ApiProperty({ nullable: true, type: Boolean })
  @OrNull() @IsBoolean()
  isSchool: boolean | null;

  @ApiProperty({ description: 'From this day on it is so.', format: 'date' })
  @IsDay()
  effectiveOn: string;
}

export class ContactDto {
  @ApiPropertyOptional({ description: 'A name or a telephone number, or both.', minLength: 1, maxLength: 60 })
  @IsOptional() @IsString() @Length(1, 60) @Matches(ONE_LINE)
  name?: string;

  @ApiPropertyOptional({ minLength: 5, maxLength: 40 })
  @IsOptional() @Matches(/^\+?[\d\s()（）.–-]{5,40}$/)
  phone?: string;
}

export class BranchDto {
  @ApiProperty({ minLength: 2, maxLength: 120 })
  @IsString() @Length(2, 120) @Matches(ONE_LINE)
  name: string;

  @ApiPropertyOptional({ description: 'Its own credit code, where it has one.' })
  @IsOptional() @IsString() @Length(1, 40)
  uscc?: string;

  @ApiProperty({ example: '370303' })
  @Matches(REGION, { context: { code: 'employers.row.region_malformed' } })
  regionCode: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional() @IsDay()
  openedOn?: string;
}

export class ClosingDto {
  @ApiProperty({ format: 'date' })
  @IsDay()
  closedOn: string;
}

export class HeadcountsDto {
  @ApiProperty({ minimum: FIRST_YEAR, maximum: LAST_YEAR })
  @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  year: number;

  @ApiProperty({ description: 'Staff of January to December; null for a month that nothing is declared for.', type: 'array', items: { type: 'integer', nullable: true, minimum: 0, maximum: MOST_STAFF }, minItems: 12, maxItems: 12 })
  @IsArray() @ArrayMinSize(12) @ArrayMaxSize(12)
  @ValidateBy({ name: 'isStaff', validator: { validate: (value: unknown) => value === null || (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_STAFF) } }, { each: true })
  staff: (number | null)[];
}

export class YearQueryDto {
  @ApiPropertyOptional({ example: '2025', description: 'The year that is over otherwise.' })
  @IsOptional() @Matches(/^20\d{2}$/)
  year?: string;
}

export class DuplicatesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: duplicateStates, description: '`proposed` otherwise.' })
  @IsOptional() @IsIn(duplicateStates)
  state?: DuplicateState;
}

export class OtherDto {
  @ApiProperty({ description: 'Credit code of the other employer.' })
  @IsString() @Length(1, 40)
  uscc: string;
}

export class MergeDto {
  @ApiProperty({ description: 'Which of the two goes on.', format: 'uuid' })
  @IsUUID()
  into: string;
}

export class ImportDto {
  @ApiProperty({ description: 'Whose list it is.', minLength: 1, maxLength: 60 })
  @IsString() @Length(1, 60) @Matches(ONE_LINE)
  source: string;

  @ApiProperty({ description: 'The day of which the list speaks.', format: 'date' })
  @IsDay()
  asOf: string;
}

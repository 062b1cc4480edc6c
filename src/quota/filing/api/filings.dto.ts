import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { MOST_SEASONAL_GROUPS } from '../domain/employer-facts.js';

export const MOST_STAFF = 10_000_000;
/** Yuan with at most two decimals, to 10^13. */
const YUAN = /^\d{1,13}(?:\.\d{1,2})?$/;
const TEXT = /^(?:[^\p{C}]|[\n\r\t])*$/u;

export class NewFilingDto {
  @ApiProperty({ description: '基准年: the year whose staff and people are declared; it must be over.', example: 2025 })
  @IsInt() @Min(2015) @Max(2035)
  baseYear: number;
}

/** Of everything that changes a filing. */
export class SeenDto {
  @ApiProperty({ description: 'The filing’s version as it was read; another one since then is refused with 409.' })
  @IsInt() @Min(1)
  version: number;
}

export class FilingSeasonalDto {
  @ApiProperty({ minimum: 1, maximum: MOST_STAFF })
  @IsInt() @Min(1) @Max(MOST_STAFF)
  count: number;

  @ApiProperty({ minimum: 1, maximum: 12 })
  @IsInt() @Min(1) @Max(12)
  months: number;
}

export class FactsDto extends SeenDto {
  @ApiProperty({ description: 'Head-counts of the twelve months, January first; null in a month before the registration.', type: 'array', items: { type: 'integer', minimum: 0, maximum: MOST_STAFF, nullable: true }, minItems: 12, maxItems: 12 })
  @IsArray() @ArrayMinSize(12) @ArrayMaxSize(12)
  monthlyStaff: (number | null)[];

  @ApiPropertyOptional({ type: [FilingSeasonalDto] })
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_SEASONAL_GROUPS) @ValidateNested({ each: true }) @Type(() => FilingSeasonalDto)
  seasonal?: FilingSeasonalDto[];

  @ApiPropertyOptional({ description: 'Workers whom other units send; they stay in those units’ staff.', minimum: 0, maximum: MOST_STAFF })
  @IsOptional() @IsInt() @Min(0) @Max(MOST_STAFF)
  dispatchedStaff?: number;

  @ApiProperty({ description: '上年在职职工工资总额, yuan.', example: '12000000.00' })
  @IsString() @Matches(YUAN, { context: { code: 'filing.money.malformed' } })
  totalWages: string;

  @ApiPropertyOptional({ description: 'Levy paid already for the year, yuan.', example: '0.00' })
  @IsOptional() @IsString() @Matches(YUAN, { context: { code: 'filing.money.malformed' } })
  alreadyPaid?: string;
}

export class HandInDto extends SeenDto {
  @ApiPropertyOptional({ description: 'Why it comes after the deadline, in the clerk’s words; kept sealed. Asked for when the filing is late.', maxLength: 500 })
  @IsOptional() @IsString() @Length(1, 500) @Matches(TEXT)
  lateReason?: string;
}

export class WithdrawDto extends SeenDto {
  @ApiPropertyOptional({ description: 'Why, in the clerk’s words; kept sealed.', maxLength: 500 })
  @IsOptional() @IsString() @Length(1, 500) @Matches(TEXT)
  words?: string;
}

export const certificateKinds = ['disability', 'military', 'police'] as const;

/** Texts as people type them; they are read by the rules of a roster's row, which tell what is wrong with each. */
export class LineDto extends SeenDto {
  @ApiPropertyOptional({ maxLength: 60 })
  @IsOptional() @IsString() @MaxLength(60)
  name?: string;

  @ApiProperty({ description: '公民身份号码' })
  @IsString() @MaxLength(60)
  citizenId: string;

  @ApiPropertyOptional({ enum: certificateKinds, description: 'Read from the number where it tells.' })
  @IsOptional() @IsIn(certificateKinds)
  certificateKind?: (typeof certificateKinds)[number];

  @ApiProperty({ description: '证件号码' })
  @IsString() @MaxLength(60)
  certificateNumber: string;

  @ApiPropertyOptional({ description: 'Of a military or police certificate, 1 to 10.' })
  @IsOptional() @IsString() @MaxLength(20)
  grade?: string;

  @ApiPropertyOptional({ maxLength: 60 })
  @IsOptional() @IsString() @MaxLength(60)
  post?: string;

  @ApiPropertyOptional({ enum: ['management', 'worker'] })
  @IsOptional() @IsIn(['management', 'worker'])
  postCategory?: string;

  @ApiPropertyOptional({ enum: ['establishment', 'contract'] })
  @IsOptional() @IsIn(['establishment', 'contract'])
  contractKind?: string;

  @ApiProperty({ example: '2024-01-01' })
  @IsString() @MaxLength(40)
  contractStart: string;

  @ApiPropertyOptional({ description: 'Absent: open-ended.', example: '2026-12-31' })
  @IsOptional() @IsString() @MaxLength(40)
  contractEnd?: string;

  @ApiPropertyOptional({ description: 'Yuan a month.', example: '5000.00' })
  @IsOptional() @IsString() @MaxLength(40)
  wage?: string;

  @ApiPropertyOptional({ description: 'Months of the base year for which pension and medical insurance were paid, 1 to 12. Absent: not said; on a change what was said before stays.', type: [Number] })
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsInt({ each: true }) @Min(1, { each: true }) @Max(12, { each: true })
  insuredMonths?: number[];

  @ApiPropertyOptional({ enum: ['none', 'in', 'out'], description: 'Dispatch agreement: `in` counts here, `out` at the other unit.' })
  @IsOptional() @IsIn(['none', 'in', 'out'])
  dispatch?: string;

  @ApiPropertyOptional({ description: 'Credit code of the other unit of a dispatch agreement.' })
  @IsOptional() @IsString() @MaxLength(40)
  otherUscc?: string;

  @ApiPropertyOptional({ description: 'First day of a pension already drawn.' })
  @IsOptional() @IsString() @MaxLength(40)
  pensionDrawnFrom?: string;
}

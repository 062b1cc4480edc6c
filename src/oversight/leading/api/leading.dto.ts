import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { PageQueryDto } from '../../../platform/http/index.js';
import { verdicts, type Verdict } from '../domain/lead.js';

export const FIRST_YEAR = 2015;
export const LAST_YEAR = 2035;
const YEAR = /^20(?:1[5-9]|2\d|3[0-5])$/;
const REGION = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class LeadingQueryDto extends PageQueryDto {
  @ApiProperty({ example: '370300' })
  @Matches(REGION)
  region: string;

  @ApiProperty({ example: '2025' })
  @Matches(YEAR)
  year: string;
}

export class BodiesQueryDto extends LeadingQueryDto {
  @ApiPropertyOptional({ enum: verdicts })
  @IsOptional() @IsIn(verdicts)
  verdict?: Verdict;
}

export class BodyQueryDto {
  @ApiProperty({ example: '2025' })
  @Matches(YEAR)
  year: string;
}

export class PlanDto {
  @ApiProperty({ minimum: FIRST_YEAR, maximum: LAST_YEAR })
  @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  baseYear: number;

  @ApiProperty({ minimum: 1, maximum: 1000, description: 'How many people are to be placed.' })
  @IsInt() @Min(1) @Max(1000)
  persons: number;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  dueOn: string;

  @ApiPropertyOptional({ description: 'Version of the plan that is replaced; left out for a first one.' })
  @IsOptional() @IsInt() @Min(1)
  version?: number;
}

export class OfficialsDto {
  @ApiProperty({ example: '370303' })
  @Matches(REGION)
  regionCode: string;

  @ApiProperty({ minimum: FIRST_YEAR, maximum: LAST_YEAR })
  @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  year: number;

  @ApiProperty({ minimum: 1, maximum: 100000 })
  @IsInt() @Min(1) @Max(100000)
  officials: number;

  @ApiProperty({ minimum: 0, maximum: 100000 })
  @IsInt() @Min(0) @Max(100000)
  disabled: number;

  @ApiPropertyOptional({ description: 'Version of the numbers that are replaced; left out for a first entry.' })
  @IsOptional() @IsInt() @Min(1)
  version?: number;
}

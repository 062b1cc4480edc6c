import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../../platform/http/index.js';
import { COPY_BYTES } from '../app/verify-determination.query.js';
import { withdrawalReasons, type WithdrawalReason } from '../domain/notice.js';

export const FIRST_YEAR = 2015;
export const LAST_YEAR = 2035;
const YEAR = /^20(?:1[5-9]|2\d|3[0-5])$/;
const REGION = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;

export class DeterminationsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ example: '2025' })
  @IsOptional() @Matches(YEAR)
  year?: string;

  @ApiPropertyOptional({ description: 'A whole credit code or number of a determination.' })
  @IsOptional() @IsString() @MaxLength(60)
  named?: string;
}

export class CopyDto {
  @ApiProperty({ description: 'The data copy of a determination, the whole text of the JSON file.' })
  @IsString() @Length(1, COPY_BYTES)
  copy: string;
}

export class NoticesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ example: '370303' })
  @IsOptional() @Matches(REGION)
  region?: string;

  @ApiPropertyOptional({ example: '2025' })
  @IsOptional() @Matches(YEAR)
  year?: string;
}

export class NoticeDto {
  @ApiProperty({ example: '370303' })
  @Matches(REGION)
  regionCode: string;

  @ApiProperty({ minimum: FIRST_YEAR, maximum: LAST_YEAR })
  @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  baseYear: number;

  @ApiPropertyOptional({ format: 'date', description: 'Last day for objections; left out: as the law of the region has it.' })
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/)
  closesOn?: string;
}

export class NoticeWithdrawalDto {
  @ApiProperty({ enum: withdrawalReasons })
  @IsIn(withdrawalReasons)
  reason: WithdrawalReason;
}

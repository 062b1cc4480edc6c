import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../../platform/http/index.js';
import { settlementReasons, type SettlementReason } from '../domain/settlement.js';

const TEXT = /^(?:[^\p{C}]|[\n\r\t])*$/u;

export const lineChoices = ['doubtful', 'paper', 'all'] as const;
export const conflictStates = ['open', 'settled'] as const;
export const signalStates = ['open', 'no_concern', 'to_inspect'] as const;

export class LinesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: lineChoices, description: '`paper`: lines for which the employer can show something; `doubtful`: lines that a person must look at. `all` where nothing is said.' })
  @IsOptional() @IsIn(lineChoices)
  choice?: (typeof lineChoices)[number];
}

export class ConflictsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: conflictStates, description: '`open` where nothing is said.' })
  @IsOptional() @IsIn(conflictStates)
  state?: (typeof conflictStates)[number];

  @ApiPropertyOptional({ format: 'uuid', description: 'Of one filing only.' })
  @IsOptional() @IsUUID()
  filing?: string;
}

export class SignalsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: signalStates, description: '`open` where nothing is said.' })
  @IsOptional() @IsIn(signalStates)
  state?: (typeof signalStates)[number];

  @ApiPropertyOptional({ format: 'uuid', description: 'Of one filing only.' })
  @IsOptional() @IsUUID()
  filing?: string;
}

export class AwardDto {
  @ApiProperty({ description: 'Credit code of a side of the conflict.' })
  @IsString() @Length(18, 18)
  uscc: string;

  @ApiProperty({ description: 'Contested months that count there, 1 to 12.', type: [Number] })
  @IsArray() @ArrayMaxSize(12) @IsInt({ each: true }) @Min(1, { each: true }) @Max(12, { each: true })
  months: number[];
}

export class SettlementDto {
  @ApiProperty({ description: 'The conflict’s version as it was read; another one since then is refused with 409.' })
  @IsInt() @Min(1)
  version: number;

  @ApiPropertyOptional({ type: [AwardDto], description: 'Which months count where; contested months that stand nowhere count with nobody. Absent: they do not count with the employers of your area, for whoever is responsible for one side only.' })
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => AwardDto)
  awards?: AwardDto[];

  @ApiProperty({ enum: settlementReasons })
  @IsIn(settlementReasons)
  reason: SettlementReason;

  @ApiPropertyOptional({ description: 'Your own words, kept sealed.', maxLength: 500 })
  @IsOptional() @IsString() @Length(1, 500) @Matches(TEXT)
  words?: string;
}

export const looked = ['no_concern', 'to_inspect'] as const;

export class LookDto {
  @ApiProperty({ description: 'The signal’s version as it was read; another one since then is refused with 409.' })
  @IsInt() @Min(1)
  version: number;

  @ApiProperty({ enum: looked })
  @IsIn(looked)
  state: (typeof looked)[number];

  @ApiPropertyOptional({ description: 'Your own words, kept sealed.', maxLength: 500 })
  @IsOptional() @IsString() @Length(1, 500) @Matches(TEXT)
  words?: string;
}

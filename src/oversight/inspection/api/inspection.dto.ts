import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { findingReasons, findings, type Finding, type FindingReason } from '../domain/case-states.js';

const REGION = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Seen by everybody who draws again: printable, without blanks. */
const SEED = /^[\x21-\x7e]{6,64}$/;

export const decisions = ['confirm', 'drop'] as const;
export type DecisionWord = (typeof decisions)[number];

export class DrawDto {
  @ApiProperty({ minLength: 2, maxLength: 60 })
  @IsString() @Length(2, 60) @Matches(/^[^\p{C}]*$/u)
  name: string;

  @ApiProperty({ example: '370303' })
  @Matches(REGION)
  regionCode: string;

  @ApiProperty({ minimum: 2015, maximum: 2035 })
  @IsInt() @Min(2015) @Max(2035)
  baseYear: number;

  @ApiProperty({ minimum: 1, maximum: 5000, description: 'Filings to draw; fewer are drawn where there are not so many.' })
  @IsInt() @Min(1) @Max(5000)
  cases: number;

  @ApiProperty({ minimum: 1, maximum: 100, description: 'Lines to draw of each filing.' })
  @IsInt() @Min(1) @Max(100)
  linesEach: number;

  @ApiPropertyOptional({ description: 'What was published beforehand; left out: the service throws the dice.' })
  @IsOptional() @Matches(SEED)
  seed?: string;
}

export class AskDto {
  @ApiProperty({ format: 'date', description: 'Last day to hand in proofs.' })
  @Matches(DAY)
  dueOn: string;
}

export class CaseVersionDto {
  @ApiProperty({ minimum: 1, description: 'Of the case as it was looked at.' })
  @IsInt() @Min(1)
  version: number;
}

export class JudgementDto extends CaseVersionDto {
  @ApiProperty({ enum: findings })
  @IsIn(findings)
  finding: Finding;

  @ApiPropertyOptional({ enum: findingReasons })
  @IsOptional() @IsIn(findingReasons)
  reason?: FindingReason;

  @ApiProperty({ type: [Number], description: 'Months that are not confirmed, 1 to 12.' })
  @IsArray() @ArrayMaxSize(12) @ArrayUnique() @IsInt({ each: true }) @Min(1, { each: true }) @Max(12, { each: true })
  months: number[];
}

export class ProposalDto extends CaseVersionDto {
  @ApiProperty({ minLength: 10, maxLength: 2000 })
  @IsString() @Length(10, 2000)
  grounds: string;

  @ApiProperty({ format: 'date', description: 'Last day of the defence.' })
  @Matches(DAY)
  dueOn: string;
}

export class DefenceDto extends CaseVersionDto {
  @ApiProperty({ minLength: 2, maxLength: 4000 })
  @IsString() @Length(2, 4000)
  defence: string;
}

export class CaseDecisionDto extends CaseVersionDto {
  @ApiProperty({ enum: decisions })
  @IsIn(decisions)
  outcome: DecisionWord;

  @ApiProperty({ minLength: 2, maxLength: 2000 })
  @IsString() @Length(2, 2000)
  decision: string;
}

/** Months of a year as bits, bit 0 is January. */
export const bitsOfMonths = (months: readonly number[]): number => months.reduce((bits, month) => bits | (1 << (month - 1)), 0);
export const monthsOfBits = (bits: number): readonly number[] => Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => (bits & (1 << (month - 1))) !== 0);

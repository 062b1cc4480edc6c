import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageQueryDto } from '../../../platform/http/index.js';
import { orderWithdrawalReasons, type OrderWithdrawalReason } from '../app/finance-orders.command.js';
import { assessmentStates, type AssessmentState } from '../domain/assessment-states.js';
import { creditObjectionOutcomes, creditStates, dropReasons, removalReasons, type CreditObjectionOutcome, type CreditState, type DropReason, type RemovalReason } from '../domain/credit-states.js';
import { reliefKinds, reliefOutcomes, reliefStates, type ReliefKind, type ReliefOutcome, type ReliefState } from '../domain/relief-states.js';
import { awardChoices, type AwardChoice } from '../infra/assessment.repository.js';

const YEAR = /^20(?:1[5-9]|2\d|3[0-5])$/;
const REGION = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const YUAN = /^\d{1,13}(?:\.\d{1,2})?$/;
const ONE_LINE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;
const TEXT = /^(?:[^\p{C}]|[\n\r\t])*$/u;

export class AssessmentsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ example: '2025' })
  @IsOptional() @Matches(YEAR)
  year?: string;

  @ApiPropertyOptional({ enum: assessmentStates.states })
  @IsOptional() @IsIn(assessmentStates.states as readonly string[])
  state?: AssessmentState;

  @ApiPropertyOptional({ description: 'A whole credit code.' })
  @IsOptional() @IsString() @MaxLength(40)
  uscc?: string;
}

export class VersionDto {
  @ApiProperty({ description: 'As it was read; another one since then is refused.' })
  @IsInt() @Min(1)
  version: number;
}

export class WarningDto {
  @ApiProperty({ description: 'Number of the document.', minLength: 1, maxLength: 120 })
  @IsString() @Length(1, 120) @Matches(ONE_LINE)
  document: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  issuedOn: string;
}

export class OrderDto extends WarningDto {
  @ApiProperty({ format: 'date', description: 'Last day of the term.' })
  @Matches(DAY)
  expiresOn: string;

  @ApiProperty({ description: 'Yuan.', example: '20000.00' })
  @Matches(YUAN)
  amount: string;
}

export class OrderWithdrawalDto {
  @ApiProperty({ enum: orderWithdrawalReasons })
  @IsIn(orderWithdrawalReasons)
  reason: OrderWithdrawalReason;
}

export class AwardChoiceDto {
  @ApiProperty({ enum: awardChoices })
  @IsIn(awardChoices)
  choice: AwardChoice;
}

export class ReliefsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: reliefStates.states })
  @IsOptional() @IsIn(reliefStates.states as readonly string[])
  state?: ReliefState;
}

export class ReliefDto {
  @ApiProperty({ enum: reliefKinds })
  @IsIn(reliefKinds)
  kind: ReliefKind;

  @ApiPropertyOptional({ description: 'Yuan; of relief.', example: '10000.00' })
  @IsOptional() @Matches(YUAN)
  amount?: string;

  @ApiPropertyOptional({ description: 'Of deferral.', minimum: 1, maximum: 60 })
  @IsOptional() @IsInt() @Min(1) @Max(60)
  months?: number;

  @ApiProperty({ description: "The employer's own words, kept sealed.", minLength: 10, maxLength: 2000 })
  @IsString() @Length(10, 2000) @Matches(TEXT)
  grounds: string;
}

export class ReliefDecisionDto extends VersionDto {
  @ApiProperty({ enum: reliefOutcomes })
  @IsIn(reliefOutcomes)
  outcome: ReliefOutcome;

  @ApiProperty({ minLength: 1, maxLength: 120 })
  @IsString() @Length(1, 120) @Matches(ONE_LINE)
  document: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  decidedOn: string;

  @ApiPropertyOptional({ description: 'Yuan; of relief that was granted.' })
  @IsOptional() @Matches(YUAN)
  amount?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day of a deferral that was granted.' })
  @IsOptional() @Matches(DAY)
  until?: string;
}

export class RegionYearDto {
  @ApiProperty({ example: '370303' })
  @Matches(REGION)
  regionCode: string;

  @ApiProperty({ minimum: 2015, maximum: 2035 })
  @IsInt() @Min(2015) @Max(2035)
  baseYear: number;
}

export class ReliefNoticeDto extends RegionYearDto {
  @ApiPropertyOptional({ format: 'date', description: 'Last day for objections; left out: as the law of the region has it.' })
  @IsOptional() @Matches(DAY)
  closesOn?: string;
}

export class AcknowledgementDto {
  @ApiProperty({ description: 'SHA-256 of the batch as it arrived, everything before its last line; hex.' })
  @Matches(/^[0-9a-fA-F]{64}$/)
  digest: string;
}

export class ReconciliationQueryDto extends PageQueryDto {
  @ApiProperty({ example: '370303' })
  @Matches(REGION)
  region: string;

  @ApiProperty({ example: '2025' })
  @Matches(YEAR)
  year: string;

  @ApiPropertyOptional({ enum: ['yes', 'no'], description: 'Only employers with a difference; yes where nothing is said.' })
  @IsOptional() @IsIn(['yes', 'no'])
  differing?: 'yes' | 'no';
}

export class CreditsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: creditStates.states })
  @IsOptional() @IsIn(creditStates.states as readonly string[])
  state?: CreditState;
}

export class CreditNoticeDto {
  @ApiProperty({ format: 'date', description: 'Last day on which the employer can pay or object.' })
  @Matches(DAY)
  respondBy: string;
}

export class DropDto extends VersionDto {
  @ApiProperty({ enum: dropReasons })
  @IsIn(dropReasons)
  reason: DropReason;
}

export class CreditObjectionDto extends VersionDto {
  @ApiProperty({ minLength: 1, maxLength: 2000, description: 'Why the notice is wrong; kept sealed.' })
  @IsString() @Length(1, 2000)
  words: string;
}

export class CreditAnswerDto extends VersionDto {
  @ApiProperty({ enum: creditObjectionOutcomes, description: 'upheld: nothing is entered; rejected: the notice stands.' })
  @IsIn(creditObjectionOutcomes)
  outcome: CreditObjectionOutcome;

  @ApiProperty({ minLength: 1, maxLength: 2000, description: 'The reason, which the employer reads; kept sealed.' })
  @IsString() @Length(1, 2000)
  answer: string;
}

export class RemovalDto extends VersionDto {
  @ApiProperty({ enum: removalReasons })
  @IsIn(removalReasons)
  reason: RemovalReason;
}

export class ExportQueryDto {
  @ApiPropertyOptional({ description: 'Number of the last change that the platform has.', example: '0' })
  @IsOptional() @Matches(/^\d{1,18}$/)
  after?: string;
}

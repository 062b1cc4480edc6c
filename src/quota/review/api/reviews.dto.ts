import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../../platform/http/index.js';
import { queuedStates, type QueuedState } from '../app/read-queue.query.js';
import { needs, type Need } from '../domain/correction-request.js';
import { chosenReasons, type ChosenReason } from '../domain/line-decision.js';
import { objectionGrounds, type ObjectionGround } from '../domain/objection.js';
import { lineFilters, type LineFilter } from '../infra/decision.repository.js';

const TEXT = /^(?:[^\p{C}]|[\n\r\t])*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LINE = /^\d{1,18}$/;
const REGION = /^\d{6}(?:\d{3}(?:\d{3})?)?$/;
const LONGEST = 500;
/** Things that one request names. */
const MOST_ITEMS = 200;

export class QueueQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: queuedStates, description: 'Absent: what waits for your role.' })
  @IsOptional() @IsIn(queuedStates)
  state?: QueuedState;

  @ApiPropertyOptional({ description: 'Region inside your scope, 6, 9 or 12 digits.', example: '370303' })
  @IsOptional() @IsString() @Matches(REGION)
  region?: string;

  @ApiPropertyOptional({ description: 'Base year.', example: '2025' })
  @IsOptional() @IsString() @Matches(/^20\d{2}$/)
  year?: string;

  @ApiPropertyOptional({ enum: ['yes'], description: 'Only those on your own desk.' })
  @IsOptional() @IsIn(['yes'])
  mine?: 'yes';
}

export class ReviewLinesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: lineFilters, description: 'Absent: all.' })
  @IsOptional() @IsIn(lineFilters)
  filter?: LineFilter;
}

/** Of everything that changes a filing. */
export class SeenReviewDto {
  @ApiProperty({ description: 'The filing’s version as it was read; another one since then is refused with 409.' })
  @IsInt() @Min(1)
  version: number;
}

export class RemarkDto extends SeenReviewDto {
  @ApiPropertyOptional({ description: 'In your words; kept sealed.', maxLength: LONGEST })
  @IsOptional() @IsString() @Length(1, LONGEST) @Matches(TEXT)
  words?: string;
}

export class ReasonedDto extends SeenReviewDto {
  @ApiProperty({ description: 'Why, in your words; kept sealed.', maxLength: LONGEST })
  @IsString() @Length(1, LONGEST) @Matches(TEXT)
  words: string;
}

export class LineDecisionDto extends RemarkDto {
  @ApiProperty({ description: 'Months of the base year that count, 1 to 12; none: the line does not count.', type: [Number] })
  @IsArray() @ArrayMaxSize(12) @ArrayUnique() @IsInt({ each: true }) @Min(1, { each: true }) @Max(12, { each: true })
  months: number[];

  @ApiProperty({ enum: chosenReasons })
  @IsIn(chosenReasons)
  reason: ChosenReason;
}

export class NeededDto {
  @ApiPropertyOptional({ description: 'Absent: the filing as a whole.' })
  @IsOptional() @IsString() @Matches(LINE)
  lineId?: string;

  @ApiProperty({ enum: needs })
  @IsIn(needs)
  need: Need;

  @ApiPropertyOptional({ maxLength: LONGEST })
  @IsOptional() @IsString() @Length(1, LONGEST) @Matches(TEXT)
  words?: string;
}

export class ReturnDto extends RemarkDto {
  @ApiProperty({ type: [NeededDto] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_ITEMS) @ValidateNested({ each: true }) @Type(() => NeededDto)
  items: NeededDto[];

  @ApiPropertyOptional({ description: 'Last day; asked for where the place has no known term.', example: '2026-12-10' })
  @IsOptional() @IsString() @Matches(DAY)
  dueOn?: string;
}

export class TakeUpDto extends SeenReviewDto {
  @ApiPropertyOptional({ description: 'By when the objection is answered; asked for where the place has no known term.', example: '2026-12-31' })
  @IsOptional() @IsString() @Matches(DAY)
  dueOn?: string;
}

export class DisputedDto {
  @ApiProperty()
  @IsString() @Matches(LINE)
  lineId: string;

  @ApiProperty({ enum: objectionGrounds })
  @IsIn(objectionGrounds)
  ground: ObjectionGround;

  @ApiPropertyOptional({ maxLength: LONGEST })
  @IsOptional() @IsString() @Length(1, LONGEST) @Matches(TEXT)
  words?: string;
}

export class FilingObjectionDto extends RemarkDto {
  @ApiProperty({ type: [DisputedDto] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_ITEMS) @ValidateNested({ each: true }) @Type(() => DisputedDto)
  lines: DisputedDto[];
}

export class StatementQueryDto {
  @ApiPropertyOptional({ description: 'Number of a version that was decided; absent: the latest.', example: '1' })
  @IsOptional() @IsString() @Matches(/^\d{1,4}$/)
  number?: string;
}

export class StatementLinesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: 'Number of a version that was decided; absent: the latest.', example: '1' })
  @IsOptional() @IsString() @Matches(/^\d{1,4}$/)
  number?: string;

  @ApiPropertyOptional({ enum: ['refused', 'all'], description: 'Absent: all.' })
  @IsOptional() @IsIn(['refused', 'all'])
  filter?: 'refused' | 'all';
}

/** Of a paper: the fields beside the file. */
export class PaperFieldsDto {
  @IsString() @MaxLength(18) @Matches(LINE)
  lineId: string;

  @IsIn(needs)
  need: Need;
}

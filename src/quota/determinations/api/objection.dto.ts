import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { objectionOutcomes, objectionParties, type ObjectionOutcome, type ObjectionParty } from '../domain/notice-objection.js';

export class NoticeObjectionDto {
  @ApiPropertyOptional({ minimum: 1, description: 'Place of the employer in the notice; left out: the notice as a whole.' })
  @IsOptional() @IsInt() @Min(1) @Max(1_000_000)
  place?: number;

  @ApiProperty({ enum: objectionParties })
  @IsIn(objectionParties)
  party: ObjectionParty;

  @ApiProperty({ minLength: 10, maxLength: 2000 })
  @IsString() @Length(10, 2000)
  words: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'Where the answer is to go; nobody has to say.' })
  @IsOptional() @IsString() @Length(1, 200)
  contact?: string;
}

export class NoticeObjectionAnswerDto {
  @ApiProperty({ enum: objectionOutcomes })
  @IsIn(objectionOutcomes)
  outcome: ObjectionOutcome;

  @ApiProperty({ minLength: 2, maxLength: 2000 })
  @IsString() @Length(2, 2000)
  answer: string;
}

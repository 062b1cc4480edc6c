import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Min, ValidateBy } from 'class-validator';
import { parseLocalDate } from '../../kernel/local-date.js';
import { PageQueryDto } from '../../platform/http/index.js';
import { dataKinds, givenHows, purposes, recipients, type DataKind, type GivenHow, type Purpose, type Recipient } from '../domain/consent.js';
import { requestKinds, requestStatuses, type RequestKind, type RequestStatus } from '../domain/request.js';

const TEXT = /^(?:[^\p{C}]|[\n\r\t])*$/u;
const IsDay = (): PropertyDecorator => ValidateBy({ name: 'isDay', validator: { validate: (value: unknown) => typeof value === 'string' && parseLocalDate(value).ok } });

export class OwnConsentDto {
  @ApiProperty({ enum: purposes })
  @IsIn(purposes)
  purpose: Purpose;

  @ApiProperty({ enum: recipients })
  @IsIn(recipients)
  recipient: Recipient;

  @ApiProperty({ enum: dataKinds, isArray: true })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(dataKinds, { each: true })
  what: DataKind[];

  @ApiPropertyOptional({ format: 'date', description: 'Last day; until it is withdrawn otherwise.' })
  @IsOptional() @IsDay()
  until?: string;
}

export class RecordedConsentDto extends OwnConsentDto {
  @ApiProperty({ enum: givenHows, description: 'How the person gave it.' })
  @IsIn(givenHows)
  how: GivenHow;
}

export class ConsentWithdrawalDto {
  @ApiProperty({ enum: givenHows, description: 'How the person withdrew it.' })
  @IsIn(givenHows)
  how: GivenHow;
}

export class NewRequestDto {
  @ApiProperty({ enum: requestKinds })
  @IsIn(requestKinds)
  kind: RequestKind;

  @ApiPropertyOptional({ description: 'What is wrong, and how it should be.', maxLength: 1000 })
  @IsOptional() @IsString() @Length(1, 1000) @Matches(TEXT)
  wish?: string;
}

export class RequestsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: requestStatuses })
  @IsOptional() @IsIn(requestStatuses)
  status?: RequestStatus;
}

export class AnswerDto {
  @ApiProperty({ description: 'As it was read; another one since then is refused.' })
  @IsInt() @Min(1)
  version: number;

  @ApiProperty({ description: 'What was done, or why not. The person reads it.', minLength: 4, maxLength: 1000 })
  @IsString() @Length(4, 1000) @Matches(TEXT)
  answer: string;
}

export class RankingDto {
  @ApiProperty({ description: 'True: the person is not ranked by a program (个人信息保护法 art. 24).' })
  @IsBoolean()
  off: boolean;
}

export class LooksQueryDto {
  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional() @Matches(/^\d{1,18}$/)
  before?: string;
}

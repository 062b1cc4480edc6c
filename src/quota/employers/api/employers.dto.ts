import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Min } from 'class-validator';
import { PageQueryDto } from '../../../platform/http/index.js';
import { employerKinds, type EmployerKind } from '../domain/employer-kinds.js';
import { employerStatuses, refusalReasons, type EmployerStatus, type RefusalReason } from '../domain/employer-state.js';

/** Signs that a line of text holds: no control characters, nothing of the private and the unassigned. */
export const ONE_LINE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;
const TEXT = /^(?:[^\p{C}]|[\n\r\t])*$/u;

export class EmployersQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: employerStatuses })
  @IsOptional() @IsIn(employerStatuses)
  status?: EmployerStatus;

  @ApiPropertyOptional({ description: 'A credit code, or how the name begins; signs, spaces and brackets in it do not matter.', maxLength: 120 })
  @IsOptional() @IsString() @Length(1, 120)
  q?: string;
}

export class RegistrationDto {
  @ApiProperty({ description: '统一社会信用代码, 18 signs; spaces and full-width signs do not matter.', example: '91370303MA3C0AAA0X' })
  @IsString() @Length(18, 40)
  uscc: string;

  @ApiProperty({ minLength: 2, maxLength: 120 })
  @IsString() @Length(2, 120) @Matches(ONE_LINE)
  name: string;

  @ApiProperty({ enum: employerKinds })
  @IsIn(employerKinds)
  kind: EmployerKind;

  @ApiProperty({ description: 'GB/T 2260 or statistical code of 6, 9 or 12 digits.', example: '370303' })
  @Matches(/^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/, { context: { code: 'members.region.malformed' } })
  regionCode: string;

  @ApiProperty({ description: 'What the first clerk is called.', minLength: 1, maxLength: 60 })
  @IsString() @Length(1, 60) @Matches(ONE_LINE)
  clerkName: string;
}

export class VerificationDto {
  @ApiProperty({ description: 'As it was read; another one since then is refused.' })
  @IsInt() @Min(1)
  version: number;
}

export class RefusalDto extends VerificationDto {
  @ApiProperty({ enum: refusalReasons })
  @IsIn(refusalReasons)
  reason: RefusalReason;

  @ApiPropertyOptional({ description: "The officer's own words, kept sealed and shown to the clerks.", maxLength: 500 })
  @IsOptional() @IsString() @Length(1, 500) @Matches(TEXT)
  note?: string;
}

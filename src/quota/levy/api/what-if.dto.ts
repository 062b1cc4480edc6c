import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsIn, IsObject, IsOptional, IsString } from 'class-validator';
import { LevyCaseDto } from '../dto/levy-case.dto.js';

/** The case itself is judged by the contract of all doors, so that its faults have the same codes here. */
export class OutlookRequestDto {
  @ApiProperty({ type: LevyCaseDto, description: 'The case, as `POST /api/v1/levy/simulations` takes it.' })
  @IsDefined()
  @IsObject()
  case: object;
}

export class WhatIfRequestDto extends OutlookRequestDto {
  @ApiProperty({ enum: ['new_hire', 'recognised'], description: '`new_hire`: staff and wages grow with the person. `recognised`: a present employee is counted, staff and wages stay.' })
  @IsIn(['new_hire', 'recognised'])
  kind: string;

  @ApiProperty({ enum: ['ordinary', 'severe'], description: 'Ordinary counts as one, severe as two.' })
  @IsIn(['ordinary', 'severe'])
  severity: string;

  @ApiPropertyOptional({ type: 'string', format: 'decimal', description: 'Yuan a month of a new hire; the employer’s own monthly average if left out.', example: '6000.00' })
  @IsOptional()
  @IsString()
  monthlyWage?: string;
}

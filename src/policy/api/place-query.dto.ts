import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Which place and day a question is about. */
export class PlaceQueryDto {
  @ApiPropertyOptional({ description: 'Division code of GB/T 2260, nine digits for a town. Default 100000, the whole country.', example: '370303' })
  @IsOptional()
  @IsString()
  @MaxLength(12)
  region?: string;

  @ApiPropertyOptional({ description: 'Day, ISO 8601. Default today in China.', example: '2025-09-01' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  date?: string;
}

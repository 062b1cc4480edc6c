import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export const TEXT_SIZES = ['standard', 'large', 'xlarge'] as const;
export const CONTRASTS = ['standard', 'light', 'dark'] as const;
export const OPTIONS = ['wide', 'easy', 'read', 'still'] as const;

/** Body of `POST /display`. */
export class DisplayForm {
  @IsOptional()
  @IsIn(TEXT_SIZES)
  text?: (typeof TEXT_SIZES)[number];

  @IsOptional()
  @IsIn(CONTRASTS)
  contrast?: (typeof CONTRASTS)[number];

  /** One box ticked arrives as a string, more as a list. */
  @IsOptional()
  @IsIn(OPTIONS, { each: true })
  options?: (typeof OPTIONS)[number] | readonly (typeof OPTIONS)[number][];

  @IsOptional()
  @IsIn(['yes'])
  reset?: 'yes';

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  from?: string;
}

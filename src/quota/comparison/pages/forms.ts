import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

const LONGEST = 1_000;

/** Bodies of the forms: texts as typed. What they must be is told at their fields. */
export class SettleForm {
  @IsOptional() @IsString() @MaxLength(20) version?: string;
  /** Credit code of a side, `none`, `by_month`, or `yield` for whoever is responsible for one side only. */
  @IsOptional() @IsString() @MaxLength(20) choice?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) reason?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) words?: string;
  @IsOptional() @IsString() @MaxLength(20) m1?: string;
  @IsOptional() @IsString() @MaxLength(20) m2?: string;
  @IsOptional() @IsString() @MaxLength(20) m3?: string;
  @IsOptional() @IsString() @MaxLength(20) m4?: string;
  @IsOptional() @IsString() @MaxLength(20) m5?: string;
  @IsOptional() @IsString() @MaxLength(20) m6?: string;
  @IsOptional() @IsString() @MaxLength(20) m7?: string;
  @IsOptional() @IsString() @MaxLength(20) m8?: string;
  @IsOptional() @IsString() @MaxLength(20) m9?: string;
  @IsOptional() @IsString() @MaxLength(20) m10?: string;
  @IsOptional() @IsString() @MaxLength(20) m11?: string;
  @IsOptional() @IsString() @MaxLength(20) m12?: string;
}

export class LookForm {
  @IsOptional() @IsString() @MaxLength(20) version?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) state?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) words?: string;
}

/** After a form was taken. */
export class DoneQuery {
  @IsOptional() @IsIn(['yes'])
  done?: string;
}

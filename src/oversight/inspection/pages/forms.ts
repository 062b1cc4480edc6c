import { IsOptional, IsString, MaxLength } from 'class-validator';
import { normaliseCode } from '../../../kernel/normalise.js';
import { PageQueryDto } from '../../../platform/http/index.js';

const LONGEST = 5_000;

/** A list, and what was just done there. */
export class DoneForm extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  done?: string;
}

/** Every box and button of the room's forms: texts as typed. What they must be is told at their fields. */
export class InspectionForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  name?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  regionCode?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  baseYear?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  cases?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  linesEach?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  seed?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  version?: string;

  /** The person whom a proof is of. */
  @IsOptional() @IsString() @MaxLength(LONGEST)
  line?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  grounds?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  defence?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  outcome?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  decision?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'dueOn-year'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'dueOn-month'?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  'dueOn-day'?: string;

  /** The button. */
  @IsOptional() @IsString() @MaxLength(16)
  act?: string;
}

/** What was found of one person; a box for each month. */
export class JudgementForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  finding?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  reason?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m1?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m2?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m3?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m4?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m5?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m6?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m7?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m8?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m9?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m10?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m11?: string;

  @IsOptional() @IsString() @MaxLength(8)
  m12?: string;

  /** The button. */
  @IsOptional() @IsString() @MaxLength(16)
  act?: string;
}

export const MONTH_BOXES = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;

export const monthsTyped = (form: JudgementForm): readonly number[] => MONTH_BOXES.flatMap((box, at) => (form[box] === undefined ? [] : [at + 1]));

export const codeTyped = (text: string | undefined): string | undefined => {
  const plain = normaliseCode(text ?? '');
  return plain === '' ? undefined : plain;
};

/** A whole number where one was typed; anything else as it is, to be told at its field. */
export const wholeTyped = (text: string | undefined): number | string | undefined => {
  const plain = codeTyped(text);
  return plain !== undefined && /^\d{1,9}$/.test(plain) ? Number(plain) : plain;
};

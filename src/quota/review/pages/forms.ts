import { Transform } from 'class-transformer';
import { IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { DomainError } from '../../../kernel/domain-error.js';
import { PageQueryDto } from '../../../platform/http/index.js';
import type { FormFault } from '../../../ui/index.js';

const LONGEST = 2_000;
/** One box comes as a text, several of one name as a list. */
const asList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);

export class QueueForm extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(40) state?: string;
  @IsOptional() @IsString() @MaxLength(40) region?: string;
  @IsOptional() @IsString() @MaxLength(40) year?: string;
  @IsOptional() @IsString() @MaxLength(40) mine?: string;
}

export class LinesForm extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(40) filter?: string;
  @IsOptional() @IsString() @MaxLength(40) done?: string;
}

export class StatementForm extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(40) number?: string;
  @IsOptional() @IsString() @MaxLength(40) all?: string;
  @IsOptional() @IsString() @MaxLength(40) done?: string;
}

/** A form that only says which version of the filing was seen, and what its sender says to it. */
export class StepForm {
  @IsOptional() @IsString() @MaxLength(20) version?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) words?: string;
  /** Which of two buttons. */
  @IsOptional() @IsString() @MaxLength(40) act?: string;
  /** What the first check is to look at again. */
  @IsOptional() @IsString() @MaxLength(LONGEST) back?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) 'due-year'?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) 'due-month'?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) 'due-day'?: string;
}

export class DecideForm extends StepForm {
  @IsOptional() @Transform(asList) @IsArray() @IsString({ each: true }) months?: string[];
  @IsOptional() @IsString() @MaxLength(40) reason?: string;
}

/** Each once: the tick for all of them names every month. */
export const monthsTicked = ({ months = [] }: DecideForm): number[] => [...new Set(months.flatMap((value) => value.split(',')).map(Number))];

/** Rows of a list, each with its id, a choice and words, in order. The brackets say that a name comes more than once. */
export class RowsForm extends StepForm {
  /** Key of the page of rows. */
  @IsOptional() @IsString() @MaxLength(LONGEST) after?: string;
  @IsOptional() @Transform(asList) @IsArray() @IsString({ each: true }) 'line[]'?: string[];
  @IsOptional() @Transform(asList) @IsArray() @IsString({ each: true }) 'choice[]'?: string[];
  @IsOptional() @Transform(asList) @IsArray() @IsString({ each: true }) 'remark[]'?: string[];
}

export type Row = { readonly line: string; readonly choice: string; readonly remark: string };

/** What was chosen and said for each row, in the order of the page. */
export const rowsOf = ({ 'line[]': line = [], 'choice[]': choice = [], 'remark[]': remark = [] }: RowsForm): readonly Row[] => line.map((id, at) => ({ line: id, choice: choice[at] ?? '', remark: (remark[at] ?? '').trim() }));

const lacksChoice = ({ choice, remark }: Row): boolean => choice === '' && remark !== '';

/** The rows that choose something. @throws DomainError `review.row.without_choice` where somebody wrote words and chose nothing: they would be lost without a word */
export function chosenRows(form: RowsForm): readonly Row[] {
  const rows = rowsOf(form);
  if (rows.some(lacksChoice)) throw new DomainError('review.row.without_choice');
  return rows.filter(({ choice }) => choice !== '');
}

/** Faults of a list as a whole stand at its first row; a choice or words that are missing stand where they are missing. @param list the field that names the list */
export const placedAtRows = (faults: readonly FormFault[], rows: readonly Row[], list: string): readonly FormFault[] => faults.map((fault) => {
  if (fault.field === list) return { ...fault, field: 'choice-0' };
  if (fault.field === 'choice') return { ...fault, field: `choice-${Math.max(0, rows.findIndex(lacksChoice))}` };
  if (fault.field === 'remark') return { ...fault, field: `remark-${Math.max(0, rows.findIndex(({ choice, remark }) => choice === 'other' && remark === ''))}` };
  return fault;
});

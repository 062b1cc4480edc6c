import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { PageQueryDto } from '../../../platform/http/index.js';
import { MOST_SEASONAL_GROUPS } from '../domain/employer-facts.js';

const LONGEST = 1_000;
/** One box comes as a text, several of one name as a list. */
const asList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);

/** A page of faults; `taken`: the file was taken over a moment ago. */
export class ImportQuery extends PageQueryDto {
  @IsOptional() @IsIn(['yes'])
  taken?: string;
}

/** A page of doubts, right after a prefill with what it did. */
export class DoubtsQuery extends PageQueryDto {
  @IsOptional() @IsString() @Matches(/^\d{1,6}$/)
  taken?: string;

  @IsOptional() @IsString() @Matches(/^\d{1,6}$/)
  left?: string;

  @IsOptional() @IsIn(['yes'])
  staff?: string;
}

/** Right after a file of the platform was read. */
export class PlatformQuery {
  @IsOptional() @IsIn(['yes'])
  read?: string;
}

/** A form that only says which version of the filing was seen. */
export class SeenForm {
  @IsOptional() @IsString() @MaxLength(20)
  version?: string;
}

export class OpenForm {
  @IsOptional() @IsString() @MaxLength(20)
  baseYear?: string;
}

/** Months come under numbered names, groups of seasonal workers one after the other; what else stands there is refused by the field that it fills. */
export class FactsForm extends SeenForm {
  @IsOptional() @IsString() @MaxLength(LONGEST) same?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m1?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m2?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m3?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m4?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m5?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m6?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m7?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m8?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m9?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m10?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m11?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m12?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) dispatchedStaff?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) totalWages?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) alreadyPaid?: string;
  @IsOptional() @Transform(asList) @IsArray() @ArrayMaxSize(MOST_SEASONAL_GROUPS) @IsString({ each: true }) @MaxLength(LONGEST, { each: true }) 'seasonalCount[]'?: string[];
  @IsOptional() @Transform(asList) @IsArray() @ArrayMaxSize(MOST_SEASONAL_GROUPS) @IsString({ each: true }) @MaxLength(LONGEST, { each: true }) 'seasonalMonths[]'?: string[];
  /** Numbers of the groups that are to go, counted from 1 as they stand on the page. */
  @IsOptional() @Transform(asList) @IsArray() @ArrayMaxSize(MOST_SEASONAL_GROUPS) @IsString({ each: true }) @MaxLength(LONGEST, { each: true }) 'seasonalDrop[]'?: string[];
  /** Which of two buttons: `add-group`, or the one that saves. */
  @IsOptional() @IsString() @MaxLength(40) act?: string;
}

export type MonthField = 'm1' | 'm2' | 'm3' | 'm4' | 'm5' | 'm6' | 'm7' | 'm8' | 'm9' | 'm10' | 'm11' | 'm12';
export const monthFields = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const satisfies readonly MonthField[];

export class LineForm extends SeenForm {
  @IsOptional() @IsString() @MaxLength(LONGEST) name?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) citizenId?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) certificateKind?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) certificateNumber?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) grade?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) post?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) postCategory?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) contractKind?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) contractStart?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) contractEnd?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) wage?: string;
  @IsOptional() @Transform(asList) @IsArray() @IsString({ each: true })
  insuredMonths?: string[];
  @IsOptional() @IsString() @MaxLength(LONGEST) dispatch?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) otherUscc?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) pensionDrawnFrom?: string;
}

export class CommitForm extends SeenForm {
  @IsOptional() @IsString() @MaxLength(20)
  agreed?: string;
}

export class LateForm extends SeenForm {
  @IsOptional() @IsString() @MaxLength(2_000)
  lateReason?: string;
}

export class WordsForm extends SeenForm {
  @IsOptional() @IsString() @MaxLength(2_000)
  words?: string;
}
